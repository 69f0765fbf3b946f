//! The guided first meeting: what to do next, one thing at a time, on a practice meeting.
//!
//! Each step looks at the record, never at keys: whichever way something is done counts, and who is
//! ahead of the guide is not sent back.

use crate::domain::agreement::Resolution;
use crate::domain::event::Event;
use crate::domain::meeting::Meeting;
use crate::domain::opinion::Stance;
use crate::domain::read_back::first_unconfirmed;
use crate::domain::session::{Phase, Session};
use crate::text::words::{Id, Words, id};
use crate::tui::keymap::{Does, Keys};

/// How far the guide is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Tour {
    at: usize,
}

/// One thing to do.
struct Step {
    tell: Id,
    /// The key it names, if it names one.
    key: Option<Does>,
    done: fn(&Meeting) -> bool,
}

const fn step(tell: Id, key: Option<Does>, done: fn(&Meeting) -> bool) -> Step {
    Step { tell, key, done }
}

const STEPS: [Step; 18] = [
    step(id::TOUR_SIGN_IN, Some(Does::SignIn), |it| it.session().present().count() >= 3),
    step(id::TOUR_OPEN, Some(Does::NextStep), |it| it.session().phase != Phase::Prepared),
    step(id::TOUR_ITEM, Some(Does::NextStep), |it| begun(it.session())),
    step(id::TOUR_HAND, Some(Does::Hand), hand_raised),
    step(id::TOUR_FLOOR, Some(Does::NextSpeaker), turn_had),
    step(id::TOUR_OPINION, None, |it| !it.session().opinions.is_empty()),
    step(id::TOUR_BY_NAME, None, |it| stance(it.session(), Stance::Concern)),
    step(id::TOUR_AGREE, None, |it| {
        it.session().opinions.iter().any(|opinion| !opinion.endorsed.is_empty())
    }),
    step(id::TOUR_QUESTION, None, |it| stance(it.session(), Stance::Question)),
    step(id::TOUR_ANSWER, None, |it| {
        it.session().opinions.iter().any(|opinion| opinion.answer.is_some())
    }),
    step(id::TOUR_UNDO, Some(Does::Undo), |it| {
        happened(it, |event| matches!(event, Event::Reinstated { .. }))
    }),
    step(id::TOUR_RESOLVE, Some(Does::Resolve), |it| !it.session().resolutions.is_empty()),
    step(id::TOUR_VOTE, Some(Does::Vote), |it| {
        it.session().resolutions.iter().map(AsRef::as_ref).any(voted)
    }),
    step(id::TOUR_ACTION, Some(Does::Action), |it| !it.session().actions.is_empty()),
    step(id::TOUR_END_ITEM, Some(Does::Item), |it| {
        happened(it, |event| matches!(event, Event::ItemClosed { .. }))
    }),
    step(id::TOUR_READ_BACK, Some(Does::Close), |it| it.session().read_back.is_some()),
    step(id::TOUR_CONFIRM, None, |it| first_unconfirmed(it.session()).is_none()),
    step(id::TOUR_CLOSE, Some(Does::Close), |it| it.session().phase == Phase::Closed),
];

fn begun(session: &Session) -> bool {
    session.open_item.is_some() || session.opinions.iter().next().is_some()
}

fn hand_raised(meeting: &Meeting) -> bool {
    happened(meeting, |event| matches!(event, Event::HandRaised { .. }))
}

fn turn_had(meeting: &Meeting) -> bool {
    happened(meeting, |event| matches!(event, Event::FloorGiven { .. }))
}

fn stance(session: &Session, wanted: Stance) -> bool {
    session.opinions.iter().any(|opinion| opinion.stance == Some(wanted))
}

fn voted(resolution: &Resolution) -> bool {
    resolution.vote.is_some()
}

fn happened(meeting: &Meeting, is: fn(&Event) -> bool) -> bool {
    meeting.lines().iter().flat_map(|line| &line.events).any(is)
}

impl Tour {
    /// Goes on past everything that is done. A meeting that is over ends the guide.
    pub fn follow(&mut self, meeting: &Meeting) {
        if meeting.session().phase == Phase::Closed {
            self.at = STEPS.len();
        }
        while STEPS.get(self.at).is_some_and(|step| (step.done)(meeting)) {
            self.at += 1;
        }
    }

    /// What to do now.
    #[must_use]
    pub fn tell(&self, words: &Words, keys: &Keys) -> String {
        let Some(step) = STEPS.get(self.at) else {
            let quit = keys.key_for(Does::Quit);
            return words.tell(id::TOUR_OVER, &[("key", quit.into())]);
        };
        let mut values = keys.values();
        values.extend(step.key.map(|does| ("key", keys.key_for(does).into())));
        let what = words.tell(step.tell, &values);
        let values =
            [("at", (self.at + 1).into()), ("of", STEPS.len().into()), ("what", what.into())];
        words.tell(id::TOUR_STEP, &values)
    }
}
