//! Who speaks next, and why.
//!
//! The hands that are up are narrowed down: points of order, replies, what the facilitator placed,
//! then the criteria of the rule set in their order. Whoever is left first in hand order is next, so
//! the choice never depends on anything but the record.

use super::item::{Hand, HandKind, Item};
use super::opinion::Stance;
use super::people::Role;
use super::record::{Moment, seconds_between};
use super::rules::{Criterion, RuleSet};
use super::session::Session;
use crate::domain::ids::PersonId;

/// Why somebody comes before the others who wait.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reason {
    /// Points of order come first.
    PointOfOrder,
    /// Replies come first.
    Reply,
    /// The facilitator put them there.
    Placed,
    /// No turn on this item yet; the other has had one.
    NotYetOnItem {
        /// Who has.
        before: PersonId,
    },
    /// No turn in this meeting yet; the other has had one.
    NotYetInMeeting {
        /// Who has.
        before: PersonId,
    },
    /// Has spoken less.
    LessTime {
        /// Than whom.
        than: PersonId,
        /// By how many seconds of finished turns.
        seconds: u32,
    },
    /// Takes the position opposite to the latest.
    OtherPosition {
        /// The latest position.
        after: Stance,
    },
    /// Their capacity has had fewer turns on this item.
    Balance {
        /// Than the capacity of this person.
        than: PersonId,
    },
    /// Opposes, and raised the hand together with the other.
    OppositionFirst {
        /// Who raised it then, too.
        before: PersonId,
    },
    /// The earliest hand.
    EarliestHand,
}

/// Who is next.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NextSpeaker {
    /// Who.
    pub person: PersonId,
    /// Since when their hand has been up.
    pub since: Moment,
    /// Turns they have had on this item.
    pub turns: usize,
    /// Others who wait.
    pub others: usize,
    /// What they want the floor for.
    pub kind: HandKind,
    /// The position announced.
    pub stance: Option<Stance>,
    /// Why they come before the others.
    pub reason: Reason,
}

/// Who speaks next, and why; nobody when no hand is up.
#[must_use]
pub fn next(session: &Session) -> Option<NextSpeaker> {
    let choice = Waiting::of(session)?.choose()?;
    Some(choice.1)
}

/// The first `most` of those who wait, in the order in which they would come if nobody else raised
/// a hand, each with the reason.
#[must_use]
pub fn order(session: &Session, most: usize) -> Vec<NextSpeaker> {
    let Some(mut waiting) = Waiting::of(session) else {
        return Vec::new();
    };
    let mut order = Vec::new();
    while order.len() < most
        && let Some((at, next)) = waiting.choose()
    {
        waiting.call(at);
        order.push(next);
    }
    order
}

/// The queue of the item on the table, to be played through.
struct Waiting<'a> {
    session: &'a Session,
    item: &'a Item,
    rules: &'a RuleSet,
    hands: Vec<Hand>,
    /// Whoever has the floor for a turn: it counts, though it has not ended.
    speaks: Option<PersonId>,
    /// The position taken latest.
    position: Option<Stance>,
    /// Turns on this item by capacity.
    roles: Vec<(&'a Role, u32)>,
}

impl<'a> Waiting<'a> {
    fn of(session: &'a Session) -> Option<Self> {
        let item = session.current_item()?;
        let rules = &session.rules;
        let speaks = session.turn_going_on().map(|floor| floor.person);
        let mut waiting = Self {
            session,
            item,
            rules,
            hands: item.hands.iter().copied().collect(),
            speaks,
            position: item.position,
            roles: Vec::new(),
        };
        if rules.order.contains(&Criterion::BalanceRoles) {
            waiting.roles = item.role_turns.iter().map(|(role, turns)| (role, *turns)).collect();
            if let Some(person) = speaks {
                waiting.count_role(person);
            }
        }
        Some(waiting)
    }

    fn count_role(&mut self, person: PersonId) {
        let Some(role) = self.session.person(person).map(|it| &it.role) else {
            return;
        };
        match self.roles.iter_mut().find(|(known, _)| *known == role) {
            Some((_, turns)) => *turns += 1,
            None => self.roles.push((role, 1)),
        }
    }

    /// The hand called next, by its place among the hands.
    fn choose(&self) -> Option<(usize, NextSpeaker)> {
        let mut left: Vec<usize> = (0..self.hands.len()).collect();
        let mut reason = None;
        if self.rules.points_of_order_first {
            let first = |at: &usize| self.kind(*at) == HandKind::PointOfOrder;
            narrow(&mut left, &mut reason, first, |_, _| Reason::PointOfOrder);
        }
        if self.rules.replies_first {
            let first = |at: &usize| self.kind(*at) == HandKind::Reply;
            narrow(&mut left, &mut reason, first, |_, _| Reason::Reply);
        }
        self.heed_places(&mut left, &mut reason);
        let criteria = self.rules.order.iter().take_while(|it| **it != Criterion::HandOrder);
        for criterion in criteria {
            if left.len() > 1 {
                self.apply(*criterion, &mut left, &mut reason);
            }
        }
        let at = *left.first()?;
        let hand = self.hands.get(at)?;
        let reason = match (hand.kind, reason) {
            (HandKind::PointOfOrder, _) if self.rules.points_of_order_first => Reason::PointOfOrder,
            (HandKind::Reply, _) if self.rules.replies_first => Reason::Reply,
            (_, Some((Decided::Earliest, reason))) => reason,
            // Of several that are left the hand decides, whoever else was left out before.
            (_, Some((Decided::Others, reason))) if left.len() == 1 => reason,
            _ => Reason::EarliestHand,
        };
        let next = NextSpeaker {
            person: hand.person,
            since: hand.since,
            turns: self.item.turns_of(hand.person),
            others: self.hands.len() - 1,
            kind: hand.kind,
            stance: hand.stance,
            reason,
        };
        Some((at, next))
    }

    /// What the facilitator placed comes when its place has come, and not before.
    fn heed_places(&self, left: &mut Vec<usize>, reason: &mut Option<(Decided, Reason)>) {
        let place = |at: usize| self.hands.get(at).and_then(|hand| hand.place);
        let first = left.iter().filter_map(|at| place(*at)).min();
        let Some(first) = first else { return };
        let all = left.iter().all(|at| place(*at).is_some());
        if first == 0 || all {
            left.retain(|at| place(*at) == Some(first));
            left.truncate(1);
            // Also where the hand placed there was the earliest anyway.
            *reason = Some((Decided::Earliest, Reason::Placed));
        } else {
            left.retain(|at| place(*at).is_none());
        }
    }

    fn apply(
        &self,
        criterion: Criterion,
        left: &mut Vec<usize>,
        reason: &mut Option<(Decided, Reason)>,
    ) {
        match criterion {
            Criterion::NotYetOnItem => {
                let fresh = |at: &usize| !self.had_a_turn(self.person(*at));
                narrow(left, reason, fresh, |_, lost| Reason::NotYetOnItem {
                    before: self.person(lost),
                });
            }
            Criterion::NotYetInMeeting => {
                let fresh = |at: &usize| {
                    let person = self.person(*at);
                    let turns = self.session.person(person).map_or(0, |it| it.turns);
                    turns == 0 && self.speaks != Some(person)
                };
                narrow(left, reason, fresh, |_, lost| Reason::NotYetInMeeting {
                    before: self.person(lost),
                });
            }
            Criterion::LeastTime => self.least_time(left, reason),
            Criterion::AlternatePositions => {
                if let Some(after) = self.position
                    && let Some(other) = opposite(after)
                {
                    let answers = |at: &usize| self.stance(*at) == Some(other);
                    narrow(left, reason, answers, |_, _| Reason::OtherPosition { after });
                }
            }
            Criterion::BalanceRoles => {
                let turns = |at: usize| {
                    let role = self.session.person(self.person(at)).map(|it| &it.role);
                    let known = |(known, _): &&(&Role, u32)| Some(*known) == role;
                    self.roles.iter().find(known).map_or(0, |(_, turns)| *turns)
                };
                let turns: Vec<u32> = left.iter().map(|at| turns(*at)).collect();
                narrow_to_least(left, reason, &turns, |_, lost| Reason::Balance {
                    than: self.person(lost),
                });
            }
            Criterion::OppositionFirst => self.opposition_first(left, reason),
            Criterion::HandOrder => {}
        }
    }

    fn least_time(&self, left: &mut Vec<usize>, reason: &mut Option<(Decided, Reason)>) {
        let spoken = |at: usize| {
            let person = self.person(at);
            self.session.person(person).map_or(0, |it| it.spoken)
        };
        // The time of whoever speaks is still growing: that person comes last.
        let time = |at: usize| (self.speaks == Some(self.person(at)), spoken(at));
        let times: Vec<(bool, u32)> = left.iter().map(|at| time(*at)).collect();
        narrow_to_least(left, reason, &times, |won, lost| Reason::LessTime {
            than: self.person(lost),
            seconds: spoken(lost).saturating_sub(spoken(won)),
        });
    }

    /// Among the earliest hand and those raised together with it, who opposes.
    fn opposition_first(&self, left: &mut Vec<usize>, reason: &mut Option<(Decided, Reason)>) {
        let since = |at: usize| self.hands.get(at).map(|hand| hand.since);
        let Some(earliest) = left.first().and_then(|at| since(*at)) else { return };
        let window = self.rules.simultaneous_seconds;
        let opposes = |at: &usize| {
            self.stance(*at) == Some(Stance::Oppose)
                && since(*at).is_some_and(|since| seconds_between(earliest, since) <= window)
        };
        narrow(left, reason, opposes, |_, lost| Reason::OppositionFirst {
            before: self.person(lost),
        });
    }

    fn kind(&self, at: usize) -> HandKind {
        self.hands.get(at).map_or(HandKind::Turn, |hand| hand.kind)
    }

    fn stance(&self, at: usize) -> Option<Stance> {
        self.hands.get(at).and_then(|hand| hand.stance)
    }

    fn person(&self, at: usize) -> PersonId {
        self.hands.get(at).map_or(PersonId(0), |hand| hand.person)
    }

    fn had_a_turn(&self, person: PersonId) -> bool {
        self.speaks == Some(person) || self.item.turns_of(person) > 0
    }

    /// Goes on as if that hand had been called and its turn had ended.
    fn call(&mut self, at: usize) {
        let hand = self.hands.remove(at);
        for other in &mut self.hands {
            other.place = other.place.map(|place| place.saturating_sub(1));
        }
        if hand.kind == HandKind::Turn {
            if opposite_of(hand.stance).is_some() {
                self.position = hand.stance;
            }
            if self.rules.order.contains(&Criterion::BalanceRoles) {
                self.count_role(hand.person);
            }
        }
    }
}

/// Whom a criterion decided against.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Decided {
    /// The earliest hand, so that it says why somebody else is next.
    Earliest,
    /// Others, later in hand order.
    Others,
}

/// Keeps those for whom `first` holds, if there are any. The first time the earliest hand falls
/// out, that is the reason; until then it is whatever decided last.
fn narrow(
    left: &mut Vec<usize>,
    reason: &mut Option<(Decided, Reason)>,
    first: impl Fn(&usize) -> bool,
    why: impl Fn(usize, usize) -> Reason,
) {
    let kept: Vec<usize> = left.iter().copied().filter(|at| first(at)).collect();
    keep(left, reason, kept, why);
}

/// Keeps those that have the least of something.
fn narrow_to_least<T: Ord + Copy>(
    left: &mut Vec<usize>,
    reason: &mut Option<(Decided, Reason)>,
    measures: &[T],
    why: impl Fn(usize, usize) -> Reason,
) {
    let Some(least) = measures.iter().min() else { return };
    let pairs = left.iter().zip(measures);
    let kept = pairs.filter(|(_, measure)| *measure == least).map(|(at, _)| *at).collect();
    keep(left, reason, kept, why);
}

fn keep(
    left: &mut Vec<usize>,
    reason: &mut Option<(Decided, Reason)>,
    kept: Vec<usize>,
    why: impl Fn(usize, usize) -> Reason,
) {
    let (Some(earliest), Some(won)) = (left.first().copied(), kept.first().copied()) else {
        return;
    };
    if kept.len() == left.len() {
        return;
    }
    let known = matches!(reason, Some((Decided::Earliest, _)));
    if won != earliest && !known {
        *reason = Some((Decided::Earliest, why(won, earliest)));
    } else if !known {
        // Both go up, so the first place where they differ is that of the first who fell out.
        let pairs = left.iter().zip(kept.iter().map(Some).chain(std::iter::repeat(None)));
        let lost = pairs.filter(|(at, kept)| Some(*at) != *kept).map(|(at, _)| *at).next();
        let lost = lost.unwrap_or(earliest);
        *reason = Some((Decided::Others, why(won, lost)));
    }
    *left = kept;
}

/// The other side of a question; positions that are on no side have none.
#[must_use]
pub fn opposite(stance: Stance) -> Option<Stance> {
    match stance {
        Stance::Support => Some(Stance::Oppose),
        Stance::Oppose => Some(Stance::Support),
        Stance::Question | Stance::Concern | Stance::Suggestion | Stance::Supplement => None,
    }
}

fn opposite_of(stance: Option<Stance>) -> Option<Stance> {
    stance.and_then(opposite)
}
