//! Who has been heard and for how long: the share of each person and each capacity in the time
//! that was spoken, and how the opinions on each item are divided. Desk, review, minutes and the
//! document for programs all take their figures from here.

use std::cmp::Reverse;

use super::ids::{ItemId, PersonId};
use super::item::Item;
use super::opinion::Stance;
use super::people::{Participant, Role};
use super::record::Moment;
use super::session::Session;

/// Time somebody, or all of one capacity, had the floor.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Spoken {
    /// People.
    pub people: u32,
    /// Turns; one that goes on counts where it is asked for. Replies and points of order are none.
    pub turns: u32,
    /// Seconds, those of replies and points of order too.
    pub seconds: u32,
    /// Share of all that was spoken, in thousandths; they add up to 1000 over everybody.
    pub share: u32,
}

impl Spoken {
    /// For a turn, a reply or a point of order.
    #[must_use]
    pub fn had_the_floor(self) -> bool {
        self.turns > 0 || self.seconds > 0
    }

    fn and(self, other: Self) -> Self {
        Self {
            people: self.people.saturating_add(other.people),
            turns: self.turns.saturating_add(other.turns),
            seconds: self.seconds.saturating_add(other.seconds),
            share: 0,
        }
    }
}

/// Who has been heard, and who has not.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Heard {
    /// By capacity, the longest first; those of equal length in the usual order of capacities. Who
    /// only observes (旁听) is left out unless somebody of them spoke.
    pub roles: Vec<(Role, Spoken)>,
    /// Everybody who had the floor, the longest first; those of equal length as they signed in.
    pub people: Vec<(PersonId, Spoken)>,
    /// Whose words were taken down although they never had the floor: their time is not known.
    pub untimed: Vec<PersonId>,
    /// Those in the room who have not been heard, as they signed in; observers are not expected to.
    pub silent: Vec<PersonId>,
    /// Of all that were spoken.
    pub whole: Spoken,
    /// Of whoever chairs, if the setup names somebody who signed in.
    pub chair: Option<(PersonId, Spoken)>,
}

/// Who has been heard up to `now`, the turn that goes on included; without a moment, finished turns
/// alone.
#[must_use]
pub fn heard(session: &Session, now: Option<Moment>) -> Heard {
    // Whoever was interrupted by a point of order is in a turn as well.
    let floors = session.floor.iter().chain(&session.interrupted);
    let going: Vec<(PersonId, Spoken)> = floors
        .filter_map(|floor| {
            let (turns, seconds) = (u32::from(floor.kind.is_turn()), floor.watch.read(now?));
            Some((floor.person, Spoken { turns, seconds, ..Spoken::default() }))
        })
        .collect();
    let of = |person: &Participant| {
        let finished = Spoken { people: 1, turns: person.turns, seconds: person.spoken, share: 0 };
        let going = going.iter().filter(|(who, _)| *who == person.id);
        going.fold(finished, |sum, (_, spoken)| sum.and(*spoken))
    };
    let mut roles: Vec<(Role, Spoken)> = Vec::new();
    let mut people = Vec::new();
    let mut whole = Spoken::default();
    for person in &session.people {
        let spoken = of(person);
        match roles.iter_mut().find(|(role, _)| *role == person.role) {
            Some((_, sum)) => *sum = sum.and(spoken),
            None => roles.push((person.role.clone(), spoken)),
        }
        if spoken.had_the_floor() {
            whole = whole.and(spoken);
            people.push((person.id, spoken));
        }
    }
    roles.retain(|(role, spoken)| *role != Role::Observer || spoken.had_the_floor());
    let place = |role: &Role| Role::NAMED.iter().position(|it| it == role).unwrap_or(usize::MAX);
    roles.sort_by_key(|(role, spoken)| (Reverse(spoken.seconds), place(role)));
    people.sort_by_key(|(_, spoken)| Reverse(spoken.seconds));
    divide(&mut roles, whole.seconds);
    divide(&mut people, whole.seconds);
    whole.share = if whole.seconds > 0 { 1000 } else { 0 };
    let chair = session.setup.facilitator.as_deref().and_then(|name| {
        people.iter().find(|(person, _)| session.name_of(*person) == name).copied()
    });
    let untimed = |person: &&Participant| !of(person).had_the_floor() && person.opinions > 0;
    Heard {
        roles,
        people,
        untimed: session.people.iter().map(AsRef::as_ref).filter(untimed).map(|it| it.id).collect(),
        silent: session.silent().map(|person| person.id).collect(),
        whole,
        chair,
    }
}

/// Gives each its thousandths of the whole, by the largest remainder, so that they add up.
fn divide<T>(parts: &mut [(T, Spoken)], whole: u32) {
    if whole == 0 {
        return;
    }
    let whole = u64::from(whole);
    let thousandths = |spoken: &Spoken| u64::from(spoken.seconds) * 1000;
    let mut given = 0;
    for (_, spoken) in parts.iter_mut() {
        spoken.share = u32::try_from(thousandths(spoken) / whole).unwrap_or(1000);
        given += spoken.share;
    }
    let mut order: Vec<usize> = (0..parts.len()).collect();
    order.sort_by_key(|at| Reverse(thousandths(&parts[*at].1) % whole));
    let missing = usize::try_from(1000u32.saturating_sub(given)).unwrap_or(0);
    for at in order.into_iter().take(missing) {
        parts[at].1.share += 1;
    }
}

/// What was said on an item, by position.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ItemTally {
    /// Which.
    pub item: ItemId,
    /// Finished turns.
    pub turns: u32,
    /// Seconds of them.
    pub seconds: u32,
    /// Opinions of each position, in the order of [`Stance::ALL`]; those taken back are left out.
    pub stances: [u32; Stance::ALL.len()],
    /// Opinions that state no position.
    pub unstated: u32,
}

impl ItemTally {
    /// All opinions that stand.
    #[must_use]
    pub fn opinions(&self) -> u32 {
        self.stances.iter().sum::<u32>() + self.unstated
    }

    /// Those of one position, in the order reports list positions; those of none come last.
    pub fn parts(&self) -> impl Iterator<Item = (Option<Stance>, u32)> + use<> {
        let stances = Stance::ALL.into_iter().map(Some).zip(self.stances);
        stances.chain([(None, self.unstated)])
    }
}

/// What was said on one item.
#[must_use]
pub fn tally(session: &Session, item: &Item) -> ItemTally {
    let seconds = item.turns.iter().fold(0u32, |sum, turn| sum.saturating_add(turn.seconds));
    let mut tally = ItemTally {
        item: item.id,
        turns: u32::try_from(item.turns.iter().filter(|turn| turn.kind.is_turn()).count())
            .unwrap_or(u32::MAX),
        seconds,
        stances: [0; Stance::ALL.len()],
        unstated: 0,
    };
    let standing = item.opinions.iter().filter_map(|id| session.opinion(*id));
    for opinion in standing.filter(|opinion| !opinion.withdrawn) {
        let at = opinion.stance.and_then(|it| Stance::ALL.iter().position(|other| *other == it));
        match at {
            Some(at) => tally.stances[at] += 1,
            None => tally.unstated += 1,
        }
    }
    tally
}

/// What was said on each item on which anything was, in agenda order.
#[must_use]
pub fn tallies(session: &Session) -> Vec<ItemTally> {
    let all = session.agenda().map(|item| tally(session, item));
    all.filter(|it| it.opinions() > 0 || it.turns > 0 || it.seconds > 0).collect()
}
