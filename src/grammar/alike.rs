//! What was said before that is like what is being said now: offered while one types, so that a
//! repeated opinion becomes a name more behind the first, and told after it was taken down.

use crate::domain::command::Command;
use crate::domain::ids::{ItemId, OpinionId, PersonId, PointId};
use crate::domain::opinion::{Opinion, Stance};
use crate::domain::people::Who;
use crate::domain::session::Session;
use crate::phrase;
use crate::text::similar::Likeness;
use crate::text::width::{clean, clip};
use crate::text::words::{Words, id};

use super::Context;
use super::complete::Completion;
use super::opinion;
use super::verb::Verb;

/// Most offers.
const MOST: usize = 2;
/// Most columns of a text that is offered.
const TEXT_COLS: usize = 30;
/// Most columns of a name.
const NAME_COLS: usize = 12;

/// Something that is like a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Like {
    /// An opinion.
    Opinion(OpinionId),
    /// A point.
    Point(PointId),
}

impl Like {
    /// Its number, as one types it.
    #[must_use]
    pub fn number(self) -> String {
        match self {
            Self::Opinion(opinion) => opinion.to_string(),
            Self::Point(point) => phrase::point_name(point),
        }
    }
}

fn opposite(one: Option<Stance>, other: Option<Stance>) -> bool {
    matches!(
        (one, other),
        (Some(Stance::Support), Some(Stance::Oppose))
            | (Some(Stance::Oppose), Some(Stance::Support))
    )
}

/// What is like a text: what belongs to `item` first, then all the rest, each by how alike it is.
#[must_use]
pub fn like(
    session: &Session,
    item: Option<ItemId>,
    text: &str,
    fits: impl Fn(&Opinion) -> bool,
) -> Vec<Like> {
    let Some(likeness) = Likeness::of(text) else { return Vec::new() };
    let mut found = Vec::new();
    for here in [true, false] {
        let belongs = |it: ItemId| (item == Some(it)) == here;
        let points = session.points.iter().filter(|it| !it.dissolved && belongs(it.item));
        let points = points.map(|it| (Like::Point(it.id), &*it.text));
        let opinions = session
            .opinions
            .iter()
            .filter(|it| belongs(it.item) && !it.withdrawn && it.set_aside.is_none() && fits(it));
        let opinions = opinions.map(|it| (Like::Opinion(it.id), &*it.text));
        let known: Vec<(Like, &str)> = points.chain(opinions).collect();
        let alike = likeness.among(known.iter().map(|(_, text)| *text), MOST);
        found.extend(alike.into_iter().filter_map(|it| known.get(it.at)).map(|(like, _)| *like));
        if found.len() >= MOST {
            break;
        }
    }
    found.truncate(MOST);
    found
}

/// What an opinion that was just taken down is like; a point if what is like it is in one.
#[must_use]
pub fn like_latest(session: &Session) -> Option<(OpinionId, Like)> {
    let latest = session.opinions.last()?;
    let fits = |it: &Opinion| it.id != latest.id && !opposite(it.stance, latest.stance);
    let first = *like(session, Some(latest.item), &latest.text, fits).first()?;
    let in_point = match first {
        Like::Opinion(opinion) => session.opinion(opinion).and_then(|it| it.points.first()),
        Like::Point(_) => None,
    };
    Some((latest.id, in_point.map_or(first, |point| Like::Point(*point))))
}

/// The command that brings the two together.
#[must_use]
pub fn merging(opinion: OpinionId, with: Like) -> Command {
    match with {
        Like::Opinion(other) => Command::MakePoint { opinions: vec![other, opinion], text: None },
        Like::Point(point) => {
            Command::JoinPoint { point, opinions: vec![opinion], points: vec![], text: None }
        }
    }
}

/// Whose words something is, and the words.
#[must_use]
pub fn told(session: &Session, like: Like) -> (String, String) {
    let (people, text) = match like {
        Like::Opinion(opinion) => session
            .opinion(opinion)
            .map_or((vec![], ""), |opinion| (vec![opinion.person], &*opinion.text)),
        Like::Point(point) => session
            .point(point)
            .map_or((vec![], ""), |point| (session.authors_of(point), &*point.text)),
    };
    let name = people.first().map_or("?", |person| session.name_of(*person));
    let name = clip(&clean(name), NAME_COLS).into_owned();
    (name, clip(&clean(text), TEXT_COLS).into_owned())
}

/// Offers for a line that is an opinion: to note that whoever speaks shares one that is like it.
pub(super) fn offers(line: &str, context: Context<'_>, words: &Words) -> Vec<Completion> {
    let session = context.session;
    let Some(item) = session.open_item else { return Vec::new() };
    let text = line.trim();
    let Ok(Command::RecordOpinion { who, stance, text: said }) = opinion::read(text, context)
    else {
        return Vec::new();
    };
    let (person, name) = match &who {
        Some(Who::Present(person)) => (Some(*person), head(text)),
        Some(Who::Joining(_)) => (None, head(text)),
        None => (session.floor.map(|floor| floor.person), ""),
    };
    let shares =
        |it: &Opinion, person: PersonId| it.person == person || it.endorsed.contains(&person);
    let fits = |it: &Opinion| {
        !opposite(it.stance, stance) && !person.is_some_and(|person| shares(it, person))
    };
    let behind = |like: &Like| match (like, person) {
        (Like::Point(point), Some(person)) => session
            .point(*point)
            .is_some_and(|point| session.supporters_of(point).contains(&person)),
        _ => false,
    };
    let verb = Verb::Endorse.word().usual(words.lang());
    let about = words.say(id::ALIKE_OFFER_ABOUT);
    like(session, Some(item), &said, fits)
        .into_iter()
        .filter(|like| !behind(like))
        .map(|like| {
            let number = like.number();
            let (author, text) = told(session, like);
            let values =
                [("number", (&number).into()), ("name", author.into()), ("text", text.into())];
            let label = words.tell(id::ALIKE_OFFER, &values);
            let insert = format!("/{verb} {number} {name}");
            Completion { from: 0, insert, label, about: about.clone() }
        })
        .collect()
}

/// The name before the colon, as it was typed.
fn head(text: &str) -> &str {
    let text = text.trim_start_matches(|c| super::stance::stance_of_mark(c).is_some()).trim_start();
    text.split([':', '：']).next().unwrap_or_default().trim()
}
