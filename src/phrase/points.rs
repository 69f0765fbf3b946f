//! Words for points and for what becomes of opinions besides.

use super::labels::{comma_list, parked_name, place_and_title, resolution_name};
use crate::domain::event::Event;
use crate::domain::ids::{OpinionId, PointId};
use crate::domain::opinion::Opinion;
use crate::domain::refusal::Refusal;
use crate::domain::session::{Parked, Session};
use crate::text::words::{Id, Value, Words, id};

/// `K1` …
#[must_use]
pub fn point_name(id: PointId) -> String {
    format!("K{id}")
}

/// How a parked point was settled, if it was.
#[must_use]
pub fn settled(words: &Words, parked: &Parked) -> Option<String> {
    let how = parked.settled.as_deref()?;
    Some(match parked.taken_up {
        Some(_) => words.tell(id::SETTLED_AS_ITEM, &[("title", how.into())]),
        None => how.to_owned(),
    })
}

/// What became of an opinion besides: off the topic, kept in reserve, in which points.
#[must_use]
pub fn fates(words: &Words, opinion: &Opinion) -> Vec<String> {
    let mut told = Vec::new();
    if let Some(parked) = opinion.set_aside {
        told.push(words.tell(id::OPINION_SET_ASIDE, &[("parked", parked_name(parked).into())]));
    }
    if let Some(reserved) = opinion.reserved {
        told.push(match reserved.resolution {
            Some(against) => words.tell(
                id::OPINION_RESERVED_AGAINST,
                &[("resolution", resolution_name(against).into())],
            ),
            None => words.say(id::OPINION_RESERVED),
        });
    }
    let points = opinion.points.iter();
    told.extend(
        points
            .map(|point| words.tell(id::POINT_OF_OPINION, &[("point", point_name(*point).into())])),
    );
    told
}

fn numbers(words: &Words, opinions: &[OpinionId]) -> String {
    let numbers: Vec<String> = opinions.iter().map(ToString::to_string).collect();
    comma_list(words, &numbers)
}

fn author(session: &Session, opinion: OpinionId) -> &str {
    session.opinion(opinion).map_or("?", |opinion| session.name_of(opinion.person))
}

/// An event of these in one line.
pub(super) fn point_event(words: &Words, session: &Session, event: &Event) -> String {
    let of_point = |message: Id, point: PointId, more: (&'static str, Value<'_>)| {
        words.tell(message, &[("number", point_name(point).into()), more])
    };
    match event {
        Event::PointMade { point, text, from, .. } => {
            let values = [
                ("number", point_name(*point).into()),
                ("opinions", numbers(words, from).into()),
                ("text", text.into()),
            ];
            words.tell(id::EVENT_POINT_MADE, &values)
        }
        Event::PointJoined { point, opinions } => {
            let opinions = numbers(words, opinions);
            of_point(id::EVENT_POINT_JOINED, *point, ("opinions", opinions.into()))
        }
        Event::PointParted { point, opinions } => {
            let opinions = numbers(words, opinions);
            of_point(id::EVENT_POINT_PARTED, *point, ("opinions", opinions.into()))
        }
        Event::PointAmended { point, text } => {
            of_point(id::EVENT_POINT_AMENDED, *point, ("text", text.into()))
        }
        Event::PointDissolved { point } => {
            let text = session.point(*point).map_or("?", |point| &point.text);
            of_point(id::EVENT_POINT_DISSOLVED, *point, ("text", text.into()))
        }
        Event::PointEndorsed { point, person } => {
            let name = session.name_of(*person);
            of_point(id::EVENT_POINT_ENDORSED, *point, ("name", name.into()))
        }
        _ => fate_event(words, session, event),
    }
}

fn fate_event(words: &Words, session: &Session, event: &Event) -> String {
    let of_opinion = |message: Id, opinion: OpinionId, more: &[(&'static str, Value<'_>)]| {
        let mut values =
            vec![("number", opinion.0.into()), ("author", Value::from(author(session, opinion)))];
        values.extend(more.iter().cloned());
        words.tell(message, &values)
    };
    match event {
        Event::QuestionReopened { opinion } => of_opinion(id::EVENT_REOPENED, *opinion, &[]),
        Event::OpinionReserved { opinion, resolution: None } => {
            of_opinion(id::EVENT_RESERVED, *opinion, &[])
        }
        Event::OpinionReserved { opinion, resolution: Some(resolution) } => {
            let against = [("resolution", resolution_name(*resolution).into())];
            of_opinion(id::EVENT_RESERVED_AGAINST, *opinion, &against)
        }
        Event::OpinionMoved { opinion, item } => {
            let (place, title) = place_and_title(session, *item);
            let values = [("place", place.into()), ("title", title.into())];
            of_opinion(id::EVENT_OPINION_MOVED, *opinion, &values)
        }
        Event::OpinionSetAside { opinion, parked } => {
            of_opinion(id::EVENT_SET_ASIDE, *opinion, &[("parked", parked_name(*parked).into())])
        }
        Event::ParkedTakenUp { parked, .. } => {
            words.tell(id::EVENT_TAKEN_UP, &[("number", parked_name(*parked).into())])
        }
        // No other event comes here.
        _ => String::new(),
    }
}

/// Why something about points or opinions was not done, and what to do next.
pub(super) fn point_refusal(words: &Words, session: &Session, refusal: &Refusal) -> String {
    let of_opinion = |message: Id, opinion: OpinionId, more: Option<(&'static str, String)>| {
        let mut values = vec![("number", Value::from(opinion.0))];
        values.extend(more.map(|(name, value)| (name, value.into())));
        words.tell(message, &values)
    };
    let in_point = |point: PointId| Some(("point", point_name(point)));
    match refusal {
        Refusal::NotAnswered(opinion) => of_opinion(id::REFUSAL_NOT_ANSWERED, *opinion, None),
        Refusal::SetAside(opinion, parked) => {
            of_opinion(id::REFUSAL_SET_ASIDE, *opinion, Some(("parked", parked_name(*parked))))
        }
        Refusal::BelongsToPoint(opinion, point) => {
            of_opinion(id::REFUSAL_BELONGS_TO_POINT, *opinion, in_point(*point))
        }
        Refusal::AlreadyReserved(opinion) => {
            of_opinion(id::REFUSAL_ALREADY_RESERVED, *opinion, None)
        }
        Refusal::AlreadyInPoint(opinion, point) => {
            of_opinion(id::REFUSAL_ALREADY_IN_POINT, *opinion, in_point(*point))
        }
        Refusal::NotInPoint(opinion, point) => {
            of_opinion(id::REFUSAL_NOT_IN_POINT, *opinion, in_point(*point))
        }
        Refusal::LastOfPoint(_, point) => {
            words.tell(id::REFUSAL_LAST_OF_POINT, &[("point", point_name(*point).into())])
        }
        Refusal::NoSuchPoint(point) => {
            let count = session.points.len();
            let values = [("point", point_name(*point).into()), ("count", count.into())];
            words.tell(id::REFUSAL_NO_SUCH_POINT, &values)
        }
        Refusal::PointDissolved(point) => {
            words.tell(id::REFUSAL_POINT_DISSOLVED, &[("point", point_name(*point).into())])
        }
        Refusal::SupportsAlready(point, person) => {
            let name = session.name_of(*person);
            let values = [("point", point_name(*point).into()), ("name", name.into())];
            words.tell(id::REFUSAL_SUPPORTS_ALREADY, &values)
        }
        Refusal::UnderItem(opinion, item) => {
            let (place, title) = place_and_title(session, *item);
            let values =
                [("number", opinion.0.into()), ("place", place.into()), ("title", title.into())];
            words.tell(id::REFUSAL_UNDER_ITEM, &values)
        }
        Refusal::ItemHasOpinions(item) => {
            let (place, title) = place_and_title(session, *item);
            let values = [("place", place.into()), ("title", title.into())];
            words.tell(id::REFUSAL_ITEM_HAS_OPINIONS, &values)
        }
        // No other refusal comes here.
        _ => String::new(),
    }
}
