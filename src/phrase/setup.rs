//! Words for what is prepared: the setup, the time plan played through, what earlier meetings left,
//! and what is missing when things are read out.

use chrono::{NaiveDate, NaiveTime};

use super::labels::{action_name, comma_list, duration, lack, parked_name, place_and_title};
use crate::domain::earlier::{Candidate, Left};
use crate::domain::read_back::Gap;
use crate::domain::rehearsal::Warning;
use crate::domain::session::Session;
use crate::text::words::{Words, id};

/// A time on the clock: `19:00`.
#[must_use]
pub fn clock_time(time: NaiveTime) -> String {
    time.format("%H:%M").to_string()
}

/// What a meeting is called, when and where it is, and who leads it, in one line. `names` are the
/// place, who chairs, and who takes the record.
pub(super) fn setup_line(
    words: &Words,
    title: &str,
    on: NaiveDate,
    starts: Option<NaiveTime>,
    names: [Option<&str>; 3],
) -> String {
    let [place, facilitator, recorder] = names;
    let mut parts = vec![title.to_owned(), on.to_string()];
    parts.extend(
        starts.map(|starts| words.tell(id::SETUP_STARTS, &[("time", clock_time(starts).into())])),
    );
    parts.extend(place.map(str::to_owned));
    let led = [(id::SETUP_FACILITATOR, facilitator), (id::SETUP_RECORDER, recorder)];
    parts.extend(
        led.into_iter().filter_map(|(id, name)| Some(words.tell(id, &[("name", name?.into())]))),
    );
    comma_list(words, &parts)
}

/// Something to think about before people come.
#[must_use]
pub fn warning(words: &Words, session: &Session, warning: Warning) -> String {
    match warning {
        Warning::NothingPlanned => words.say(id::WARNING_NOTHING_PLANNED),
        Warning::NoStart => words.say(id::WARNING_NO_START),
        Warning::NoMinutes(count) => words.tell(id::WARNING_NO_MINUTES, &[("count", count.into())]),
        Warning::Long(minutes) => {
            let length = duration(words, minutes.saturating_mul(60));
            words.tell(id::WARNING_LONG, &[("length", length.into())])
        }
        Warning::EndsLate(time) => {
            words.tell(id::WARNING_ENDS_LATE, &[("time", clock_time(time).into())])
        }
        Warning::NoTurnFits(item) => {
            let (place, title) = place_and_title(session, item);
            let turn = duration(words, session.turn_seconds());
            words.tell(
                id::WARNING_NO_TURN_FITS,
                &[("place", place.into()), ("title", title.into()), ("turn", turn.into())],
            )
        }
    }
}

/// What something that is read out lacks.
#[must_use]
pub fn gap(words: &Words, gap: Gap) -> String {
    match gap {
        Gap::Action(missing) => words.tell(id::GAP_LACKS, &[("lack", lack(words, missing).into())]),
        Gap::NotVotedOn => words.say(id::GAP_NOT_VOTED_ON),
        Gap::VotedDown => words.say(id::GAP_VOTED_DOWN),
    }
}

/// What something an earlier meeting left is called on the next agenda.
#[must_use]
pub fn left_title(words: &Words, left: &Left) -> String {
    match left {
        Left::Item { title, .. } | Left::Topic { title, .. } => title.clone(),
        Left::Parked { text, .. } => text.clone(),
        Left::Action { what, .. } => words.tell(id::LEFT_FOLLOW_UP, &[("what", what.into())]),
    }
}

/// Where it comes from, in a few words: `11-23 十一月协商会 A1`.
#[must_use]
pub fn left_from(words: &Words, candidate: &Candidate) -> String {
    let day = crate::text::dates::short_date(candidate.on, words.lang());
    match &candidate.left {
        Left::Topic { topic, proposers, .. } => {
            let names = comma_list(words, proposers);
            format!("{day} #{topic} {names}").trim_end().to_owned()
        }
        Left::Item { .. } => format!("{day} {}", candidate.title),
        Left::Parked { parked, .. } => {
            format!("{day} {} {}", candidate.title, parked_name(*parked))
        }
        Left::Action { action, .. } => {
            format!("{day} {} {}", candidate.title, action_name(*action))
        }
    }
}
