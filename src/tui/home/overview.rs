//! What the home lists, in which order: what was interrupted first, then what is to come, what is
//! overdue, what was.

use chrono::{Datelike as _, NaiveDate, TimeDelta};

use crate::domain::action::ActionState;
use crate::domain::digest::{ActionDigest, Digest};
use crate::domain::ids::ActionId;
use crate::domain::session::Phase;
use crate::store::index::{Folder, Index};
use crate::store::session_name::SessionName;
use crate::text::dates::short_date;
use crate::text::words::{Words, id};
use crate::tui::keymap::Does;

/// Entries of a part that are listed before one asks for more.
const FEW: usize = 10;

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
    /// What a part of the list has besides what it shows: which part, and how much.
    More(Section, usize),
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

/// What a part of the list is called; of a week, which days are meant.
#[must_use]
pub fn heading(words: &Words, section: Section, today: NaiveDate) -> String {
    words.say(match section {
        Section::Begin => id::HOME_BEGIN,
        Section::Resume => id::HOME_RESUME,
        Section::Prepared => id::HOME_PREPARED,
        Section::Overdue => id::HOME_OVERDUE,
        Section::ThisWeek => {
            let day = |day| short_date(day, words.lang());
            let values = [("from", day(today).into()), ("to", day(sunday_of(today)).into())];
            return words.tell(id::HOME_THIS_WEEK, &values);
        }
        Section::Open => id::HOME_OPEN_ACTIONS,
        Section::Recent => id::HOME_RECENT,
        Section::Communities => id::HOME_COMMUNITIES,
        Section::Meetings => id::HOME_MEETINGS,
        Section::Actions => id::HOME_ACTIONS,
        Section::Records => id::HOME_RECORDS,
    })
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
    /// A part that lists a few, and tells how many more there are, unless it is unfolded.
    fn folded(section: Section, entries: Vec<Entry>, unfolded: &[Section]) -> Self {
        // A row that hides one entry takes as much room as the entry.
        if entries.len() <= FEW + 1 || unfolded.contains(&section) {
            return Self::of(section, entries, usize::MAX);
        }
        let mut group = Self::of(section, entries, FEW);
        group.entries.push(Entry::More(section, group.all - FEW));
        group
    }

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

/// The Sunday of a day's week, which begins on Monday.
#[must_use]
pub fn sunday_of(day: NaiveDate) -> NaiveDate {
    day + TimeDelta::days(6 - i64::from(day.weekday().num_days_from_monday()))
}

/// Everything there is, or everything of one community; parts that are not `unfolded` only begin.
#[must_use]
pub fn groups(
    index: &Index,
    narrowed: Option<usize>,
    unfolded: &[Section],
    today: NaiveDate,
) -> Vec<Group> {
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
    let mut groups = Vec::new();
    if meetings.are_none() {
        groups.push(begin(&[Does::New, Does::People]));
    }
    let mut add = |section, entries| groups.push(Group::folded(section, entries, unfolded));
    add(Section::Resume, meetings.resume());
    add(Section::Prepared, meetings.prepared());
    let (overdue, this_week, later) = by_day(actions, today);
    add(Section::Overdue, overdue);
    add(Section::ThisWeek, this_week);
    if narrowed.is_some() {
        add(Section::Open, later);
    }
    add(Section::Recent, meetings.closed());
    if narrowed.is_none() {
        let communities = (0..index.communities().len()).map(Entry::Community).collect();
        add(Section::Communities, communities);
    }
    groups.retain(|group| !group.entries.is_empty());
    groups
}

/// Actions that are overdue, due until Sunday, and all others; each by their last day.
fn by_day(
    mut actions: Vec<(Option<NaiveDate>, Entry)>,
    today: NaiveDate,
) -> (Vec<Entry>, Vec<Entry>, Vec<Entry>) {
    actions.sort_by_key(|(due, _)| due.unwrap_or(NaiveDate::MAX));
    let until = |day: NaiveDate| actions.partition_point(|(due, _)| due.is_some_and(|it| it < day));
    let sunday = sunday_of(today);
    let (today, monday) = (until(today), until(sunday + TimeDelta::days(1)));
    let mut entries: Vec<Entry> = actions.into_iter().map(|(_, entry)| entry).collect();
    let later = entries.split_off(monday);
    let this_week = entries.split_off(today);
    (entries, this_week, later)
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
