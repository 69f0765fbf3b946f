//! Who is who in a document.

use crate::domain::action::Action;
use crate::domain::agreement::Confirmation;
use crate::domain::event::Event;
use crate::domain::ids::PersonId;
use crate::domain::meeting::Meeting;
use crate::domain::opinion::Opinion;
use crate::domain::people::{Participant, Role};
use crate::domain::record::Line;
use crate::domain::session::Session;

/// A person's name, with the unit if another of the same name was there.
pub(super) fn speaker(session: &Session, id: PersonId) -> String {
    let Some(person) = session.person(id) else {
        return session.name_of(id).to_owned();
    };
    let twice = session.people.iter().any(|it| it.id != id && it.name == person.name);
    match &person.household {
        Some(household) if twice => format!("{}({household})", person.name),
        _ => person.name.clone(),
    }
}

/// The opinions an action answers, each once: those it names, then those of the points it names.
pub(super) fn sources<'a>(session: &'a Session, action: &Action) -> Vec<&'a Opinion> {
    let mut sources: Vec<&Opinion> = Vec::new();
    let points = action.from_points.iter().filter_map(|id| session.point(*id));
    let through = points.flat_map(|point| session.opinions_of(point).filter(|it| !it.withdrawn));
    let named = action.from.iter().filter_map(|id| session.opinion(*id));
    for opinion in named.chain(through) {
        if !sources.iter().any(|it| it.id == opinion.id) {
            sources.push(opinion);
        }
    }
    sources
}

/// The names of those who voiced the opinions an action answers, each once.
pub(super) fn proposers(session: &Session, action: &Action) -> Vec<String> {
    let mut people: Vec<PersonId> = Vec::new();
    for opinion in sources(session, action) {
        if !people.contains(&opinion.person) {
            people.push(opinion.person);
        }
    }
    people.into_iter().map(|person| speaker(session, person)).collect()
}

/// Everybody who signed in, by role: the roles that have a name in their usual order, then others
/// as they first came.
pub(super) fn by_role(session: &Session) -> Vec<(Role, Vec<&Participant>)> {
    let mut groups: Vec<(Role, Vec<&Participant>)> = Vec::new();
    for person in session.people.iter().map(AsRef::as_ref) {
        match groups.iter_mut().find(|(role, _)| *role == person.role) {
            Some((_, people)) => people.push(person),
            None => groups.push((person.role.clone(), vec![person])),
        }
    }
    let rank = |role: &Role| Role::NAMED.iter().position(|it| it == role).unwrap_or(usize::MAX);
    groups.sort_by_key(|(role, _)| rank(role));
    groups
}

/// Names of those who took the record: whoever was named for it, then others who wrote lines, in the
/// order they first did. Whoever only prepared the meeting, or made the file, took no record of it.
pub(super) fn recorders(meeting: &Meeting) -> Vec<String> {
    let mut names: Vec<String> = meeting.session().setup.recorder.iter().cloned().collect();
    let opened = |line: &&Line<Event>| !line.events.contains(&Event::Opened);
    let taken_over =
        |line: &Line<Event>| matches!(line.events.first(), Some(Event::TakenOver { .. }));
    let of_meeting = meeting.lines().iter().skip_while(opened);
    for line in of_meeting.filter(|line| !taken_over(line)) {
        if !names.contains(&line.by) {
            names.push(line.by.clone());
        }
    }
    names
}

/// Names of those who confirmed something that was read out.
pub(super) fn confirmed_by(session: &Session, confirmation: &Confirmation) -> Vec<String> {
    confirmation.by.iter().map(|person| speaker(session, *person)).collect()
}
