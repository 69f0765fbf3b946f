//! Words for the floor: why somebody is next, what the rules are, what happened to the queue.

use super::labels::{bracketed, comma_list, duration, role, stance as stance_word};
use crate::domain::event::Event;
use crate::domain::ids::PersonId;
use crate::domain::item::{Called, HandKind};
use crate::domain::opinion::Stance;
use crate::domain::queue::{NextSpeaker, Reason};
use crate::domain::record::Moment;
use crate::domain::refusal::Refusal;
use crate::domain::rules::{Criterion, Provenance, RuleSet};
use crate::domain::session::Session;
use crate::text::width::{clean, clip};
use crate::text::words::{Id, Lang, Words, id};

/// Columns of a name within a reason.
const NAME_COLS: usize = 16;

/// Why somebody is next. `now` tells the clock of the room, in which the time is given.
#[must_use]
pub fn why_next(words: &Words, session: &Session, next: &NextSpeaker, now: Moment) -> String {
    let about = |message: Id, person: PersonId| {
        words.tell(message, &[("name", name(session, person).into())])
    };
    match next.reason {
        Reason::PointOfOrder => words.say(id::WHY_POINT_OF_ORDER),
        Reason::Reply => words.say(id::WHY_REPLY),
        Reason::Placed => words.say(id::WHY_PLACED),
        Reason::NotYetOnItem { before } => about(id::WHY_NOT_YET_ON_ITEM, before),
        Reason::NotYetInMeeting { before } => about(id::WHY_NOT_YET_IN_MEETING, before),
        Reason::LessTime { seconds: 0, .. } => words.say(id::WHY_LEAST_TIME),
        Reason::LessTime { than, seconds } => {
            let time = duration(words, seconds);
            let values = [("name", name(session, than).into()), ("time", time.into())];
            words.tell(id::WHY_LESS_TIME, &values)
        }
        Reason::OtherPosition { after: Stance::Oppose } => words.say(id::WHY_OTHER_POSITION_OPPOSE),
        Reason::OtherPosition { .. } => words.say(id::WHY_OTHER_POSITION_SUPPORT),
        Reason::Balance { .. } => {
            let whose = session.person(next.person).map(|person| role(words, &person.role));
            words.tell(id::WHY_BALANCE, &[("role", whose.unwrap_or_default().into())])
        }
        Reason::OppositionFirst { before } => about(id::WHY_OPPOSITION, before),
        Reason::EarliestHand => {
            let time = next.since.with_timezone(now.offset()).format("%H:%M").to_string();
            words.tell(id::WHY_NEXT, &[("time", time.into()), ("turns", next.turns.into())])
        }
    }
}

/// Why somebody comes in that place of the queue, told beside others.
#[must_use]
pub fn why_in_queue(words: &Words, session: &Session, next: &NextSpeaker, now: Moment) -> String {
    if next.reason != Reason::EarliestHand {
        return why_next(words, session, next, now);
    }
    let time = next.since.with_timezone(now.offset()).format("%H:%M").to_string();
    words.tell(id::WHY_IN_QUEUE, &[("time", time.into()), ("turns", next.turns.into())])
}

fn name(session: &Session, person: PersonId) -> String {
    clip(&clean(session.name_of(person)), NAME_COLS).into_owned()
}

/// What a hand is up for, unless it is a turn.
#[must_use]
pub fn hand_kind(words: &Words, kind: HandKind) -> Option<String> {
    match kind {
        HandKind::Turn => None,
        HandKind::Reply => Some(words.say(id::QUEUE_KIND_REPLY)),
        HandKind::PointOfOrder => Some(words.say(id::QUEUE_KIND_POINT_OF_ORDER)),
    }
}

/// What a rule set is called.
#[must_use]
pub fn rules_name(words: &Words, rules: &RuleSet) -> String {
    match (&rules.name_en, words.lang()) {
        (Some(name), Lang::En) => name.clone(),
        _ if rules.is_written() => rules.name.clone(),
        _ => words.say(id::RULES_UNWRITTEN),
    }
}

/// Where something that people wrote comes from.
#[must_use]
pub fn provenance(words: &Words, provenance: Provenance) -> String {
    words.say(match provenance {
        Provenance::Documented => id::PROVENANCE_DOCUMENTED,
        Provenance::Adapted => id::PROVENANCE_ADAPTED,
        Provenance::Own => id::PROVENANCE_OWN,
    })
}

fn criterion(words: &Words, criterion: Criterion) -> String {
    words.say(match criterion {
        Criterion::NotYetOnItem => id::CRITERION_NOT_YET_ON_ITEM,
        Criterion::NotYetInMeeting => id::CRITERION_NOT_YET_IN_MEETING,
        Criterion::LeastTime => id::CRITERION_LEAST_TIME,
        Criterion::AlternatePositions => id::CRITERION_ALTERNATE_POSITIONS,
        Criterion::BalanceRoles => id::CRITERION_BALANCE_ROLES,
        Criterion::OppositionFirst => id::CRITERION_OPPOSITION_FIRST,
        Criterion::HandOrder => id::CRITERION_HAND_ORDER,
    })
}

/// What a rule set says, in a few words: its order, how long and how often one speaks.
#[must_use]
pub fn rules_brief(words: &Words, rules: &RuleSet, turn_seconds: u32) -> String {
    let mut parts: Vec<String> = rules.order.iter().map(|it| criterion(words, *it)).collect();
    if parts.is_empty() {
        parts.push(criterion(words, Criterion::HandOrder));
    }
    parts.push(match rules.turn_seconds.unwrap_or(turn_seconds) {
        0 => words.say(id::RULES_NO_LIMIT),
        seconds => words.tell(id::RULES_TURN, &[("time", duration(words, seconds).into())]),
    });
    let turns = rules.turns_per_item;
    parts.extend(turns.map(|turns| words.tell(id::RULES_TURNS, &[("count", turns.into())])));
    comma_list(words, &parts)
}

/// The rules a meeting has, in one or two lines.
#[must_use]
pub fn rules_told(words: &Words, session: &Session) -> Vec<String> {
    let rules = &session.rules;
    let values = [
        ("name", rules_name(words, rules).into()),
        ("provenance", provenance(words, rules.provenance).into()),
        ("what", rules_brief(words, rules, session.setup.turn_seconds).into()),
    ];
    let mut lines = vec![words.tell(id::SAY_RULES, &values)];
    let source = match words.lang() {
        Lang::En => rules.source_en.as_ref().or(rules.source.as_ref()),
        Lang::Zh => rules.source.as_ref(),
    };
    lines.extend(
        source.map(|source| words.tell(id::SAY_RULES_SOURCE, &[("source", source.into())])),
    );
    lines
}

/// An event of the floor, in one line.
pub(super) fn floor_event(words: &Words, session: &Session, event: &Event) -> String {
    let about = |message: Id, person: PersonId| {
        words.tell(message, &[("name", session.name_of(person).into())])
    };
    match event {
        Event::HandRaised { person, stance, kind } => {
            let told = about(
                match kind {
                    HandKind::Turn => id::EVENT_HAND_RAISED,
                    HandKind::Reply => id::EVENT_HAND_REPLY,
                    HandKind::PointOfOrder => id::EVENT_HAND_POINT_OF_ORDER,
                },
                *person,
            );
            match stance {
                Some(stance) => bracketed(words, &told, &stance_word(words, *stance)),
                None => told,
            }
        }
        Event::HandLowered { person } => about(id::EVENT_HAND_LOWERED, *person),
        Event::HandMoved { person, to } => {
            let place = (*to as usize + 1).into();
            let values = [("name", session.name_of(*person).into()), ("place", place)];
            words.tell(id::EVENT_HAND_MOVED, &values)
        }
        Event::ListClosed => words.say(id::EVENT_LIST_CLOSED),
        Event::ListReopened => words.say(id::EVENT_LIST_REOPENED),
        Event::FloorGiven { person, called: how, kind, passed } => {
            let told = about(id::EVENT_FLOOR_GIVEN, *person);
            let mut parts: Vec<String> = hand_kind(words, *kind).into_iter().collect();
            let past = *how == Called::OutOfOrder && passed.is_none();
            if past || *how == Called::PastLimit {
                parts.push(super::called(words, *how));
            }
            parts.extend(passed.map(|passed| about(id::EVENT_FLOOR_PASSED, passed)));
            if parts.is_empty() {
                return told;
            }
            bracketed(words, &told, &comma_list(words, &parts))
        }
        Event::FloorEnded => session.floor.map_or_else(
            || words.say(id::EVENT_FLOOR_ENDED_UNKNOWN),
            |floor| about(id::EVENT_FLOOR_ENDED, floor.person),
        ),
        Event::RulesAdopted { rules } => {
            let brief = rules_brief(words, rules, session.setup.turn_seconds);
            let values = [("name", rules_name(words, rules).into())];
            bracketed(words, &words.tell(id::EVENT_RULES, &values), &brief)
        }
        Event::ChairGiven { person } => about(id::EVENT_CHAIR_GIVEN, *person),
        _ => words.say(id::EVENT_CHAIR_TAKEN_BACK),
    }
}

/// A refusal by the rules of the floor: what is wrong, and what to do next.
pub(super) fn floor_refusal(words: &Words, session: &Session, refusal: &Refusal) -> String {
    let about = |message: Id, person: PersonId| {
        words.tell(message, &[("name", session.name_of(person).into())])
    };
    match refusal {
        Refusal::ListIsClosed(person) => about(id::REFUSAL_LIST_IS_CLOSED, *person),
        Refusal::ListClosedAlready => words.say(id::REFUSAL_LIST_CLOSED_ALREADY),
        Refusal::ListIsOpen => words.say(id::REFUSAL_LIST_IS_OPEN),
        Refusal::TurnsUsedUp(person, turns) => {
            let values = [("name", session.name_of(*person).into()), ("turns", (*turns).into())];
            words.tell(id::REFUSAL_TURNS_USED_UP, &values)
        }
        Refusal::NoSuchQueuePlace(count) => {
            words.tell(id::REFUSAL_NO_SUCH_QUEUE_PLACE, &[("count", (*count).into())])
        }
        Refusal::ChairMustHandOver(person) => about(id::REFUSAL_CHAIR_MUST_HAND_OVER, *person),
        Refusal::ChairsAlready(person) => about(id::REFUSAL_CHAIRS_ALREADY, *person),
        Refusal::ChairNotGiven => words.say(id::REFUSAL_CHAIR_NOT_GIVEN),
        _ => {
            let name = rules_name(words, &session.rules);
            words.tell(id::REFUSAL_RULES_IN_FORCE, &[("name", name.into())])
        }
    }
}
