//! The call sheet (吹哨单): why members are called, who they are, and a column for when they report in.
//!
//! It is for whoever sends the call: it has the phone numbers that are known, and no homes.

use std::collections::BTreeMap;

use super::markup;
use crate::domain::station::Call;
use crate::phrase;
use crate::text::words::{Id, Words, id};

/// What is known of a member besides what the call says.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct MemberCard {
    /// Sector.
    pub sector: Option<String>,
    /// Their community, where it is another.
    pub community: Option<String>,
    /// Phone number.
    pub phone: Option<String>,
}

/// The sheet as a Markdown document. `cards` are what is known of members, by
/// [`CalledMember::id`](crate::domain::station::CalledMember::id).
#[must_use]
pub fn markdown(
    words: &Words,
    community: &str,
    call: &Call,
    topic: Option<&str>,
    cards: &BTreeMap<String, MemberCard>,
) -> String {
    let heading = words.tell(
        id::CALL_SHEET_HEADING,
        &[
            ("community", markup::inline(community).into()),
            ("number", call.call.to_string().into()),
        ],
    );
    let mut text = format!("# {heading}\n\n");
    let mut field = |label: Id, value: Option<String>| {
        if let Some(value) = value {
            let values = [("label", words.say(label).into()), ("value", value.into())];
            text.push_str(&format!("- {}\n", words.tell(id::REPORT_FIELD, &values)));
        }
    };
    let recorded = |text: &str| Some(markup::text(text));
    let out = &call.out;
    let urgent = out.urgent.then(|| words.say(id::CALL_URGENT));
    let case = out.topic.as_ref().map(|case| {
        let title = markup::text(topic.unwrap_or_default());
        words.tell(id::CALL_TOPIC, &[("case", case.to_string().into()), ("title", title.into())])
    });
    field(id::CALL_REASON, recorded(&out.reason));
    field(id::CALL_KIND, urgent);
    field(id::CALL_ABOUT, case);
    field(id::CALL_PLACE, out.place.as_deref().and_then(recorded));
    field(id::CALL_GRID, out.grid.as_deref().and_then(recorded));
    field(id::CALL_AT, Some(call.at.format("%Y-%m-%d %H:%M").to_string()));
    field(id::CALL_BY, recorded(&call.by));
    if let Some((at, how)) = &call.closed {
        field(
            id::CALL_CLOSED,
            Some(format!("{} {}", at.format("%Y-%m-%d %H:%M"), markup::text(how))),
        );
    }
    text.push('\n');
    text.push_str(&table(words, call, cards));
    let values = [("reported", call.reported.len().into()), ("called", out.members.len().into())];
    text.push_str(&format!("\n{}\n", words.tell(id::CALL_REPORTED_COUNT, &values)));
    text
}

fn table(words: &Words, call: &Call, cards: &BTreeMap<String, MemberCard>) -> String {
    let heads = [
        id::CALL_COLUMN_NUMBER,
        id::CALL_COLUMN_NAME,
        id::CALL_COLUMN_SECTOR,
        id::CALL_COLUMN_COMMUNITY,
        id::CALL_COLUMN_NEAR,
        id::CALL_COLUMN_PHONE,
        id::CALL_COLUMN_REPORTED,
    ];
    let mut text = markup::head(&heads.map(|head| words.say(head)));
    let unknown = MemberCard::default();
    for (at, member) in call.out.members.iter().enumerate() {
        let key = member.id();
        let card = cards.get(&key).unwrap_or(&unknown);
        let reported = call.reported.iter().find(|(who, _)| *who == key);
        let cell = |text: &Option<String>| text.as_deref().map(markup::text).unwrap_or_default();
        text.push_str(&markup::row(&[
            (at + 1).to_string(),
            markup::text(&member.name),
            cell(&card.sector),
            cell(&card.community),
            phrase::near(words, member.near),
            cell(&card.phone),
            reported.map(|(_, at)| at.format("%m-%d %H:%M").to_string()).unwrap_or_default(),
        ]));
    }
    text
}
