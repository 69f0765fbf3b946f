//! Who had the floor how long in all: by capacity and by person.

use super::row::{Kind, Meaning, Piece, Row, Scale};
use crate::domain::heard::{Heard, Spoken, heard};
use crate::domain::ids::PersonId;
use crate::domain::people::{Participant, Role};
use crate::domain::session::Session;
use crate::phrase::{comma_list, role};
use crate::report::people::speaker;
use crate::text::clock::clock_mm_ss;
use crate::text::width::{pad, pad_left};
use crate::text::words::{Words, id};

use super::places::{Places, Thing};

/// Columns of a name or capacity.
const NAME_COLS: usize = 26;

/// By capacity, the longest first, as [`heard`] has it. A turn that goes on does not count.
#[must_use]
pub fn spoken_by_role(session: &Session) -> Vec<(Role, Spoken)> {
    heard(session, None).roles
}

/// Everybody who had the floor, the longest first, as [`heard`] has it.
#[must_use]
pub fn spoken_by_person(session: &Session) -> Vec<(PersonId, Spoken)> {
    heard(session, None).people
}

/// The rows of it; none before anybody has signed in.
pub(super) fn rows(words: &Words, session: &Session, places: &Places) -> Vec<Row> {
    if session.people.is_empty() {
        return Vec::new();
    }
    let page = Page { words, whole: whole(session) };
    let heading = |message| {
        let title = vec![Piece::new(&words.say(message), Meaning::Strong)];
        [Row::blank(), Row::new(Kind::Heading, None, title)]
    };
    let Heard { people: by_person, roles: by_role, untimed, .. } = heard(session, None);
    let mut rows = Vec::new();
    if by_person.is_empty() {
        // Bars of nothing tell nothing.
        rows.extend(heading(id::MINUTES_STATISTICS));
    } else {
        rows.extend(heading(id::REVIEW_BY_ROLE));
        for (of_role, spoken) in by_role {
            let values = [("name", role(words, &of_role).into()), ("count", spoken.people.into())];
            let name = words.tell(id::REVIEW_ROLE_COUNT, &values);
            rows.push(page.row(&name, "", spoken, None));
        }
        rows.extend(heading(id::REVIEW_BY_PERSON));
    }
    for (person, spoken) in by_person {
        let as_what = session.person(person).map(|it| role(words, &it.role)).unwrap_or_default();
        let seq = places.of(Thing::Person(person));
        rows.push(page.row(&speaker(session, person), &as_what, spoken, seq));
    }
    let sentence = |message, names: &[String]| {
        let values = [("count", names.len().into()), ("names", comma_list(words, names).into())];
        let told = vec![Piece::new(&words.tell(message, &values), Meaning::Dim)];
        Row::new(Kind::Entry, None, told).after(vec![Piece::plain("  ")])
    };
    let names = |wanted: &dyn Fn(&Participant) -> bool| -> Vec<String> {
        let people = session.people.iter().filter(|person| wanted(person));
        people.map(|person| speaker(session, person.id)).collect()
    };
    let untimed = names(&|person| untimed.contains(&person.id));
    let silent = names(&|person| person.is_silent() && person.role != Role::Observer);
    for (message, names) in [(id::REVIEW_NOT_TIMED, untimed), (id::REVIEW_NOT_HEARD, silent)] {
        if !names.is_empty() {
            super::row::push(&mut rows, sentence(message, &names));
        }
    }
    rows
}

/// Seconds of all finished turns.
#[must_use]
pub fn whole(session: &Session) -> u32 {
    session.people.iter().fold(0, |sum, person| sum.saturating_add(person.spoken))
}

struct Page<'a> {
    words: &'a Words,
    whole: u32,
}

impl Page<'_> {
    /// Somebody's name and capacity, a bar for their share, and the share in figures.
    fn row(&self, name: &str, as_what: &str, spoken: Spoken, seq: Option<u64>) -> Row {
        let scale = Scale { from: 0, length: spoken.seconds, whole: self.whole };
        let turns = self.words.tell(id::REVIEW_TURNS, &[("count", spoken.turns.into())]);
        let length = clock_mm_ss(spoken.seconds.into());
        let share = format!("{}%", scale.percent());
        let figures =
            format!("{}{}{}", pad_left(&length, 7), pad_left(&share, 6), pad_left(&turns, 10));
        let gap = if as_what.is_empty() { "" } else { " " };
        let shown = pad(&format!("{name}{gap}{as_what}"), NAME_COLS);
        Row::new(Kind::Entry, seq, Vec::new())
            .after(vec![Piece::plain("  "), Piece::plain(&shown), Piece::plain("  ")])
            .with(vec![Piece::plain(&figures)])
            .scaled(scale)
    }
}
