//! What the home lists, in which order: what was interrupted first, then what is to come, what is
//! overdue, what was.

use chrono::{Datelike as _, NaiveDate, TimeDelta};

use crate::domain::action::ActionState;
use crate::domain::digest::{ActionDigest, Digest};
use crate::domain::ids::ActionId;
use crate::domain::session::Phase;
use crate::store::index::{Folder, Index};
use crate::store::session_name::SessionName;
use crate::text::words::{Id, id};
use crate::tui::keymap::Does;

/// Closed meetings that are listed before one asks for more.
const RECENT: usize = 10;

/// A meeting of the index: its community and its place in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct At {
    /// Place of the community.
    pub folder: usize,
    /// Place of the session in it.
    pub session: usize,
}

/// Something one can choose.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Entry {
    /// Something to begin with, where there is nothing yet.
    Offer(Does),
    /// A meeting.
    Meeting(At),
    /// An action that a meeting agreed on.
    Action(At, ActionId),
    /// A community, by its place in the index.
    Community(usize),
    /// A place in a record: which of the meetings found, and which place in it.
    Hit(usize, usize),
}

/// A part of the list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Section {
    /// Nothing is there yet.
    Begin,
    /// Meetings in session, or interrupted.
    Resume,
    /// Meetings that were prepared, the next first.
    Prepared,
    /// Actions not done though their last day has passed.
    Overdue,
    /// Actions due between today and Sunday.
    ThisWeek,
    /// Other actions that are not done.
    Open,
    /// Meetings that are over, the latest first.
    Recent,
    /// Communities.
    Communities,
    /// Meetings that were found.
    Meetings,
    /// Actions that were found.
    Actions,
    /// Places found in records.
    Records,
}

/// What a part of the list is called.
#[must_use]
pub fn heading(section: Section) -> Id {
    match section {
        Section::Begin => id::HOME_BEGIN,
        Section::Resume => id::HOME_RESUME,
        Section::Prepared => id::HOME_PREPARED,
        Section::Overdue => id::HOME_OVERDUE,
        Section::ThisWeek => id::HOME_THIS_WEEK,
        Section::Open => id::HOME_OPEN_ACTIONS,
        Section::Recent => id::HOME_RECENT,
        Section::Communities => id::HOME_COMMUNITIES,
        Section::Meetings => id::HOME_MEETINGS,
        Section::Actions => id::HOME_ACTIONS,
        Section::Records => id::HOME_RECORDS,
    }
}

/// A part of the list with what is in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Group {
    /// Which.
    pub section: Section,
    /// What is listed.
    pub entries: Vec<Entry>,
    /// How much there is, listed or not.
    pub all: usize,
}

impl Group {
    /// A part that lists at most so many.
    #[must_use]
    pub fn of(section: Section, mut entries: Vec<Entry>, most: usize) -> Self {
        let all = entries.len();
        entries.truncate(most);
        Self { section, entries, all }
    }
}

/// The digest of a meeting.
#[must_use]
pub fn digest(index: &Index, at: At) -> Option<&Digest> {
    index.communities().get(at.folder)?.sessions().get(at.session)?.content()
}

/// The community of a place.
#[must_use]
pub fn folder(index: &Index, place: usize) -> Option<&Folder> {
    index.communities().get(place).map(AsRef::as_ref)
}

/// What a meeting is called.
#[must_use]
pub fn name_of(index: &Index, at: At) -> Option<SessionName> {
    let folder = folder(index, at.folder)?;
    folder.name_of(folder.sessions().get(at.session)?)
}

/// The place of a meeting.
#[must_use]
pub fn place_of(index: &Index, name: &SessionName) -> Option<At> {
    let folder = index.communities().iter().position(|it| *it.id() == name.community)?;
    let id = name.id();
    let sessions = index.communities().get(folder)?.sessions();
    let session = sessions.iter().position(|leaf| leaf.id() == id)?;
    Some(At { folder, session })
}

/// An action of a meeting, and where it stands.
#[must_use]
pub fn action(index: &Index, at: At, id: ActionId) -> Option<(&ActionDigest, ActionState)> {
    let folder = folder(index, at.folder)?;
    let leaf = folder.sessions().get(at.session)?;
    let action = leaf.content()?.actions.iter().find(|action| action.id == id)?;
    Some((action, folder.state_of(leaf.id(), id)))
}

/// Everything there is, or everything of one community.
#[must_use]
pub fn groups(index: &Index, narrowed: Option<usize>, today: NaiveDate) -> Vec<Group> {
    let begin = |offers: &[Does]| {
        let offers = offers.iter().copied().map(Entry::Offer).collect();
        Group::of(Section::Begin, offers, usize::MAX)
    };
    if index.communities().is_empty() {
        return vec![begin(&[Does::NewCommunity, Does::People, Does::Sample])];
    }
    let mut meetings = Meetings::default();
    let mut actions: Vec<(Option<NaiveDate>, Entry)> = Vec::new();
    for (place, folder) in index.communities().iter().enumerate() {
        if narrowed.is_none_or(|wanted| wanted == place) {
            meetings.take_in(place, folder);
            open_actions(place, folder, &mut actions);
        }
    }
    actions.sort_by_key(|(due, _)| due.unwrap_or(NaiveDate::MAX));
    let sunday = today + TimeDelta::days(6 - i64::from(today.weekday().num_days_from_monday()));
    let split = |holds: &dyn Fn(Option<NaiveDate>) -> bool| -> Vec<Entry> {
        actions.iter().filter(|(due, _)| holds(*due)).map(|(_, entry)| *entry).collect()
    };
    let overdue = split(&|due| due.is_some_and(|due| due < today));
    let week = split(&|due| due.is_some_and(|due| due >= today && due <= sunday));
    let later = split(&|due| due.is_none_or(|due| due > sunday));
    let recent = if narrowed.is_some() { usize::MAX } else { RECENT };
    let communities = (0..index.communities().len()).map(Entry::Community).collect();
    let mut groups = Vec::new();
    if meetings.are_none() {
        groups.push(begin(&[Does::New, Does::People]));
    }
    groups.extend([
        Group::of(Section::Resume, meetings.resume(), usize::MAX),
        Group::of(Section::Prepared, meetings.prepared(), usize::MAX),
        Group::of(Section::Overdue, overdue, usize::MAX),
        Group::of(Section::ThisWeek, week, usize::MAX),
    ]);
    if narrowed.is_some() {
        groups.push(Group::of(Section::Open, later, usize::MAX));
    }
    groups.push(Group::of(Section::Recent, meetings.closed(), recent));
    if narrowed.is_none() {
        groups.push(Group::of(Section::Communities, communities, usize::MAX));
    }
    groups.retain(|group| !group.entries.is_empty());
    groups
}

/// Meetings by how far they are, each with what it is sorted by.
#[derive(Default)]
struct Meetings {
    resume: Vec<(i64, At)>,
    prepared: Vec<(NaiveDate, At)>,
    closed: Vec<(NaiveDate, At)>,
}

impl Meetings {
    fn take_in(&mut self, folder: usize, listed: &Folder) {
        for (session, leaf) in listed.sessions().iter().enumerate() {
            let at = At { folder, session };
            let Some(head) = leaf.head() else { continue };
            match head.phase {
                Phase::Running | Phase::Paused => {
                    let latest = leaf.content().and_then(|digest| digest.latest);
                    self.resume.push((latest.map_or(0, |latest| latest.timestamp()), at));
                }
                Phase::Prepared => self.prepared.push((head.on, at)),
                Phase::Closed => self.closed.push((head.on, at)),
            }
        }
    }

    fn are_none(&self) -> bool {
        self.resume.is_empty() && self.prepared.is_empty() && self.closed.is_empty()
    }

    fn resume(&mut self) -> Vec<Entry> {
        self.resume.sort_by_key(|(latest, _)| std::cmp::Reverse(*latest));
        self.resume.iter().map(|(_, at)| Entry::Meeting(*at)).collect()
    }

    fn prepared(&mut self) -> Vec<Entry> {
        self.prepared.sort_unstable();
        self.prepared.iter().map(|(_, at)| Entry::Meeting(*at)).collect()
    }

    fn closed(&mut self) -> Vec<Entry> {
        self.closed.sort_by_key(|(on, at)| (std::cmp::Reverse(*on), *at));
        self.closed.iter().map(|(_, at)| Entry::Meeting(*at)).collect()
    }
}

fn open_actions(place: usize, folder: &Folder, open: &mut Vec<(Option<NaiveDate>, Entry)>) {
    let states = folder.states();
    for (session, leaf) in folder.sessions().iter().enumerate() {
        let Some(head) = leaf.head() else { continue };
        let known = states.of_session(leaf.id());
        for (action, due) in &head.actions {
            let standing = known.iter().find(|standing| standing.action == *action);
            if standing.is_none_or(|standing| standing.state != ActionState::Done) {
                let at = At { folder: place, session };
                open.push((*due, Entry::Action(at, *action)));
            }
        }
    }
}
