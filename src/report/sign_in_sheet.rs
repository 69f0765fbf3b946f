//! The sign-in sheet (签到表), to be printed and signed: everybody expected, room for others, and how
//! many make a quorum.

use std::collections::BTreeMap;

use super::markup;
use crate::domain::expected::{Expected, Standing};
use crate::domain::session::Session;
use crate::phrase::{clock_time, role};
use crate::text::dates::long_date;
use crate::text::words::{Id, Words, id};

/// Rows for those who come and are not listed.
const WALK_INS: usize = 8;

/// The heads of the columns.
const HEADS: [Id; 7] = [
    id::SIGN_IN_NUMBER,
    id::SIGN_IN_NAME,
    id::SIGN_IN_UNIT,
    id::SIGN_IN_ROLE,
    id::SIGN_IN_PHONE,
    id::SIGN_IN_TIME,
    id::SIGN_IN_SIGNATURE,
];

/// The sheet as a Markdown document. `phones` are those to be printed, by key in the ledger; most
/// sheets lie open on a table and have none.
#[must_use]
pub fn markdown(words: &Words, session: &Session, phones: &BTreeMap<String, String>) -> String {
    let setup = &session.setup;
    let title = markup::inline(&setup.title);
    let heading = words.tell(id::SIGN_IN_HEADING, &[("title", title.into())]);
    let day = long_date(setup.on, words.lang());
    let time = match setup.starts {
        Some(starts) => format!("{day} {}", clock_time(starts)),
        None => day,
    };
    let unset = || words.say(id::SIGN_IN_UNSET);
    let place = setup.place.as_deref().map_or_else(unset, markup::text);
    let values = [("time", time.into()), ("place", place.into())];
    let about = words.tell(id::SIGN_IN_MEETING, &values);
    let mut text = format!("# {heading}\n\n{about}\n\n");
    text.push_str(&markup::head(&HEADS.map(|head| words.say(head))));
    let listed: Vec<&Expected> =
        session.expected.iter().map(AsRef::as_ref).filter(|it| it.is_listed()).collect();
    for (at, expected) in listed.iter().enumerate() {
        text.push_str(&row(words, at + 1, expected, phones));
    }
    for at in 0..WALK_INS {
        let number = (listed.len() + at + 1).to_string();
        text.push_str(&markup::row(&[number.as_str(), "", "", "", "", "", ""]));
    }
    text.push_str(&foot(words, &listed));
    text
}

fn row(
    words: &Words,
    number: usize,
    expected: &Expected,
    phones: &BTreeMap<String, String>,
) -> String {
    let phone = expected.key.as_ref().and_then(|key| phones.get(key));
    let signature = match expected.standing {
        Standing::Excused(_) => words.say(id::SIGN_IN_EXCUSED),
        _ => String::new(),
    };
    markup::row(&[
        number.to_string(),
        markup::text(&expected.name),
        expected.household.as_deref().map(markup::text).unwrap_or_default(),
        markup::text(&role(words, &expected.role)),
        phone.map(|phone| markup::text(phone)).unwrap_or_default(),
        String::new(),
        signature,
    ])
}

/// How many are expected and have a vote, and how many make a quorum: more than half, as the laws
/// have it for residents' and villagers' meetings (居民委员会组织法、村民委员会组织法).
fn foot(words: &Words, listed: &[&Expected]) -> String {
    let coming = || listed.iter().filter(|it| it.standing == Standing::Expected);
    let voters = coming().filter(|it| it.role.votes()).count();
    let count = words.tell(
        id::SIGN_IN_COUNT,
        &[
            ("expected", coming().count().into()),
            ("voters", voters.into()),
            ("majority", (voters / 2 + 1).into()),
        ],
    );
    let present = words.say(id::SIGN_IN_PRESENT);
    let walk_ins = words.say(id::SIGN_IN_WALK_INS);
    format!("\n{count}\n\n{present}\n\n{walk_ins}\n")
}
