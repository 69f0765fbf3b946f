//! The call sheet (吹哨单): why members are called, who they are, and a column for when they report in.
//!
//! It is for whoever sends the call: it has the phone numbers that are known, and no homes.

use std::collections::BTreeMap;

use super::markup;
use crate::domain::record::Moment;
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
    for (label, value) in about(words, call, topic) {
        let values = [("label", label.into()), ("value", markup::text(&value).into())];
        text.extend(["- ", &words.tell(id::REPORT_FIELD, &values), "\n"]);
    }
    text.push('\n');
    text.push_str(&table(words, call, cards));
    let values =
        [("reported", call.reported.len().into()), ("called", call.out.members.len().into())];
    text.extend(["\n", &words.tell(id::CALL_REPORTED_COUNT, &values), "\n"]);
    text
}

/// What a call says besides whom it goes out to: labels and what stands behind them, as recorded.
#[must_use]
pub fn about(words: &Words, call: &Call, topic: Option<&str>) -> Vec<(String, String)> {
    let out = &call.out;
    let time = |at: Moment| at.format("%Y-%m-%d %H:%M").to_string();
    let case = out.topic.as_ref().map(|case| {
        let title = topic.unwrap_or_default();
        let values = [("case", case.to_string().into()), ("title", title.into())];
        words.tell(id::CALL_TOPIC, &values)
    });
    let fields: [(Id, Option<String>); 8] = [
        (id::CALL_REASON, Some(out.reason.clone())),
        (id::CALL_KIND, out.urgent.then(|| words.say(id::CALL_URGENT))),
        (id::CALL_ABOUT, case),
        (id::CALL_PLACE, out.place.clone()),
        (id::CALL_GRID, out.grid.clone()),
        (id::CALL_AT, Some(time(call.at))),
        (id::CALL_BY, Some(call.by.clone())),
        (id::CALL_CLOSED, call.closed.as_ref().map(|(at, how)| format!("{} {how}", time(*at)))),
    ];
    let told = fields.into_iter().filter_map(|(label, value)| Some((words.say(label), value?)));
    told.collect()
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
        let known = |text: &Option<String>| text.as_deref().map(markup::text).unwrap_or_default();
        text.push_str(&markup::row(&[
            (at + 1).to_string(),
            markup::text(&member.name),
            known(&card.sector),
            known(&card.community),
            phrase::near(words, member.near),
            known(&card.phone),
            reported.map(|(_, at)| at.format("%m-%d %H:%M").to_string()).unwrap_or_default(),
        ]));
    }
    text
}
