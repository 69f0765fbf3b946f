//! The rest of the agenda made to fit the time there is: which items to shorten, which to carry
//! over, so that the meeting ends when it was to end.
//!
//! The order of the remedies, and how far an item may be shortened, is a rule of this program's own;
//! communities' documents ask for the end to be kept, and do not say how.

use chrono::{LocalResult, TimeDelta, TimeZone};

use super::ids::ItemId;
use super::item::{Item, ItemState};
use super::plan::projected_end;
use super::record::Moment;
use super::session::{Phase, Session};

/// No item is shortened to fewer minutes than this.
pub const FEWEST_MINUTES: u32 = 3;

/// From so many seconds past its end on a meeting is told to be late.
pub const LATE_FROM: u32 = 120;

/// An item that is to take fewer minutes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Shortened {
    /// Which.
    pub item: ItemId,
    /// Minutes planned now.
    pub from: u32,
    /// Minutes proposed.
    pub to: u32,
}

/// What would make the meeting end on time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Proposal {
    /// When it is to end.
    pub target: Moment,
    /// Seconds it would end later as things stand.
    pub over: u32,
    /// Items to shorten, in agenda order.
    pub shortened: Vec<Shortened>,
    /// Items to carry over, in agenda order.
    pub carried: Vec<ItemId>,
    /// Minutes won by all of it.
    pub won: u32,
    /// Whether that is enough.
    pub enough: bool,
}

impl Proposal {
    /// Nothing that waits can be shortened or carried over.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.shortened.is_empty() && self.carried.is_empty()
    }

    /// Late enough to be spoken of without being asked.
    #[must_use]
    pub fn is_pressing(&self) -> bool {
        self.over >= LATE_FROM
    }
}

/// When the meeting is to end: at the time that was set, else when the agenda of the opening would
/// have ended. Shortening an item later does not move it, and neither does a pause: people were
/// told when they can go home.
#[must_use]
pub fn target_end(session: &Session) -> Option<Moment> {
    let opened = session.opened?;
    if let Some(time) = session.ends {
        let at =
            |day: chrono::NaiveDate| match opened.offset().from_local_datetime(&day.and_time(time))
            {
                LocalResult::Single(at) | LocalResult::Ambiguous(at, _) => Some(at),
                LocalResult::None => None,
            };
        let day = opened.date_naive();
        // An end before the beginning is one after midnight.
        return at(day).filter(|at| *at > opened).or_else(|| at(day.succ_opt()?));
    }
    if session.planned_at_opening == 0 {
        return None;
    }
    opened.checked_add_signed(TimeDelta::seconds(session.planned_at_opening.into()))
}

/// Seconds the meeting would end too late, as things stand.
#[must_use]
pub fn late_by(session: &Session, now: Moment) -> Option<u32> {
    if !matches!(session.phase, Phase::Running | Phase::Paused) {
        return None;
    }
    let target = target_end(session)?;
    let late = projected_end(session, now)?.signed_duration_since(target).num_seconds();
    u32::try_from(late).ok().filter(|late| *late > 0)
}

/// When each waiting item would begin, if every item before it takes what is left of its plan.
#[must_use]
pub fn expected_starts(session: &Session, now: Moment) -> Vec<(ItemId, Moment)> {
    let mut at = now;
    let mut starts = Vec::new();
    // What is on the table comes before what waits, wherever it stands.
    let open = session.agenda().filter(|item| item.state == ItemState::Open);
    let waiting = session.agenda().filter(|item| item.state == ItemState::Waiting);
    for item in open.chain(waiting) {
        if item.state == ItemState::Waiting {
            starts.push((item.id, at));
        }
        let left = super::plan::item_time(item, now);
        let left = left.planned.unwrap_or(0).saturating_sub(left.spent);
        at = at.checked_add_signed(TimeDelta::seconds(left.into())).unwrap_or(at);
    }
    starts
}

/// Minutes an item keeps however late it is: half of its plan, and no fewer than
/// [`FEWEST_MINUTES`].
#[must_use]
pub fn least(minutes: u32) -> u32 {
    minutes.div_ceil(2).max(FEWEST_MINUTES).min(minutes)
}

fn spare(minutes: u32) -> u32 {
    minutes - least(minutes)
}

/// What to shorten and what to carry over so that the meeting ends on time; nothing while it does.
///
/// Items that wait are shortened in proportion to what each can spare. Where that is not enough,
/// items are carried over from the end of the agenda until the rest fits, and one that fits after
/// all stays. The item on the table and items without a plan are left alone.
#[must_use]
pub fn proposal(session: &Session, now: Moment) -> Option<Proposal> {
    let over = late_by(session, now)?;
    let need = u64::from(over.div_ceil(60));
    let waiting: Vec<(ItemId, u32)> = session
        .agenda()
        .filter(|item| item.state == ItemState::Waiting)
        .filter_map(|item| Some((item.id, item.minutes.filter(|minutes| *minutes > 0)?)))
        .collect();
    let stays = staying(&waiting, need);
    let gone = |at: usize| !stays[at];
    let carried_minutes = total(&waiting, |at, minutes| if gone(at) { minutes } else { 0 });
    let kept: Vec<(ItemId, u32)> =
        waiting.iter().enumerate().filter(|(at, _)| stays[*at]).map(|(_, it)| *it).collect();
    let (shortened, cut) = shortening(&kept, need.saturating_sub(carried_minutes));
    let won = u32::try_from(carried_minutes + cut).unwrap_or(u32::MAX);
    Some(Proposal {
        target: target_end(session)?,
        over,
        shortened,
        carried: (0..waiting.len()).filter(|at| gone(*at)).map(|at| waiting[at].0).collect(),
        won,
        enough: u64::from(won) >= need,
    })
}

fn total(items: &[(ItemId, u32)], of: impl Fn(usize, u32) -> u32) -> u64 {
    items.iter().enumerate().map(|(at, (_, minutes))| u64::from(of(at, *minutes))).sum()
}

/// Which of the waiting items can stay: those that cannot are as few as may be, from the end.
fn staying(waiting: &[(ItemId, u32)], need: u64) -> Vec<bool> {
    let mut stays = vec![true; waiting.len()];
    // What can be won: an item that stays gives what it can spare, one that goes gives all.
    let mut won = total(waiting, |_, minutes| spare(minutes));
    for at in (0..waiting.len()).rev() {
        if won >= need {
            break;
        }
        stays[at] = false;
        won += u64::from(least(waiting[at].1));
    }
    for at in 0..waiting.len() {
        let kept = u64::from(least(waiting[at].1));
        if !stays[at] && won >= need + kept {
            stays[at] = true;
            won -= kept;
        }
    }
    stays
}

/// `need` minutes taken from the items in proportion to what each can spare, whole minutes by the
/// largest remainder; all they can spare if that is less.
fn shortening(items: &[(ItemId, u32)], need: u64) -> (Vec<Shortened>, u64) {
    let room = total(items, |_, minutes| spare(minutes));
    let need = need.min(room);
    if need == 0 {
        return (Vec::new(), 0);
    }
    let share = |minutes: u32| u64::from(spare(minutes)) * need;
    let mut cuts: Vec<u64> = items.iter().map(|(_, minutes)| share(*minutes) / room).collect();
    let mut by_remainder: Vec<usize> = (0..items.len()).collect();
    by_remainder.sort_by_key(|at| std::cmp::Reverse(share(items[*at].1) % room));
    let missing = need - cuts.iter().sum::<u64>();
    for at in by_remainder.into_iter().take(usize::try_from(missing).unwrap_or(usize::MAX)) {
        cuts[at] += 1;
    }
    let shortened =
        items.iter().zip(cuts).filter(|(_, cut)| *cut > 0).map(|((item, from), cut)| {
            let cut = u32::try_from(cut).unwrap_or(*from);
            Shortened { item: *item, from: *from, to: from.saturating_sub(cut) }
        });
    (shortened.collect(), need)
}

/// Minutes of an item that is parted, for what stays and for what comes after it: what is said
/// stands; what is not said of one is what the other leaves of the plan.
#[must_use]
pub fn parted(item: &Item, first: Option<u32>, second: Option<u32>) -> (Option<u32>, Option<u32>) {
    let rest = |said: Option<u32>| {
        let left = item.minutes?.checked_sub(said?)?;
        (left > 0).then_some(left)
    };
    match (first, second) {
        (None, None) => match item.minutes {
            Some(minutes) if minutes > 1 => (Some(minutes.div_ceil(2)), Some(minutes / 2)),
            other => (other, None),
        },
        (first, second) => (first.or_else(|| rest(second)), second.or_else(|| rest(first))),
    }
}
