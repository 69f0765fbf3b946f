//! A meeting as it would go if every item took the time planned for it.

use chrono::NaiveTime;

use super::ids::ItemId;
use super::people::Role;
use super::session::Session;

/// Minutes after which a meeting is long: two hours, as long as people listen.
pub const LONG_MINUTES: u32 = 120;
/// The hour after which people want to be at home.
pub const LATE_HOUR: u32 = 22;
/// Minutes of a day.
const DAY: u32 = 24 * 60;

/// An item's part of the evening.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Slot {
    /// Which item.
    pub item: ItemId,
    /// Minutes into the meeting at which it begins.
    pub from: u32,
    /// Minutes planned; without a plan it takes no time here.
    pub minutes: Option<u32>,
    /// Full turns that fit into it.
    pub turns: Option<u32>,
}

/// Something to think about before people come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Warning {
    /// There is nothing on the agenda.
    NothingPlanned,
    /// It is not said when the meeting begins.
    NoStart,
    /// So many items have no minutes, so that the end is later than it looks.
    NoMinutes(usize),
    /// The meeting takes longer than two hours: so many minutes.
    Long(u32),
    /// It ends late in the evening, at this time.
    EndsLate(NaiveTime),
    /// Not even one full turn fits into this item.
    NoTurnFits(ItemId),
}

/// The meeting as it would go.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rehearsal {
    /// When it begins, if that is set.
    pub starts: Option<NaiveTime>,
    /// The items in their order.
    pub slots: Vec<Slot>,
    /// Minutes of all of them together.
    pub total: u32,
    /// Items without minutes.
    pub unplanned: usize,
    /// How many are expected to take part; observers (旁听) do not.
    pub expected: usize,
    /// What to think about, the gravest first.
    pub warnings: Vec<Warning>,
}

impl Rehearsal {
    /// The time on the clock so many minutes into the meeting, if it is set when that begins.
    #[must_use]
    pub fn clock(&self, minutes: u32) -> Option<NaiveTime> {
        let delta = chrono::TimeDelta::minutes(i64::from(minutes % DAY));
        Some(self.starts?.overflowing_add_signed(delta).0)
    }

    /// When it ends.
    #[must_use]
    pub fn ends(&self) -> Option<NaiveTime> {
        self.clock(self.total)
    }
}

/// Plays the agenda through from the planned start. An item that has begun or ended takes its plan
/// like the others: this is the plan, not the course.
#[must_use]
pub fn rehearse(session: &Session) -> Rehearsal {
    let turn = session.turn_seconds().max(1);
    let mut total: u32 = 0;
    let mut slots = Vec::new();
    for item in session.agenda() {
        let turns = item.minutes.map(|minutes| minutes.saturating_mul(60) / turn);
        slots.push(Slot { item: item.id, from: total, minutes: item.minutes, turns });
        total = total.saturating_add(item.minutes.unwrap_or(0));
    }
    let takes_part = |role: &Role| *role != Role::Observer;
    let attendance = super::expected::attendance(session);
    let came = attendance.came.iter().map(|(id, _)| id);
    let expected = came
        .chain(&attendance.missing)
        .filter_map(|id| session.expected(*id))
        .filter(|expected| takes_part(&expected.role))
        .count();
    let mut rehearsal = Rehearsal {
        starts: session.setup.starts,
        unplanned: slots.iter().filter(|slot| slot.minutes.is_none()).count(),
        slots,
        total,
        expected,
        warnings: Vec::new(),
    };
    rehearsal.warnings = warnings(&rehearsal);
    rehearsal
}

fn warnings(rehearsal: &Rehearsal) -> Vec<Warning> {
    let mut warnings = Vec::new();
    if rehearsal.slots.is_empty() {
        warnings.push(Warning::NothingPlanned);
    }
    if rehearsal.starts.is_none() {
        warnings.push(Warning::NoStart);
    }
    if let Some(ends) = rehearsal.ends().filter(|_| is_late(rehearsal)) {
        warnings.push(Warning::EndsLate(ends));
    }
    if rehearsal.total > LONG_MINUTES {
        warnings.push(Warning::Long(rehearsal.total));
    }
    if rehearsal.unplanned > 0 {
        warnings.push(Warning::NoMinutes(rehearsal.unplanned));
    }
    let tight = rehearsal.slots.iter().filter(|slot| slot.turns == Some(0));
    warnings.extend(tight.map(|slot| Warning::NoTurnFits(slot.item)));
    warnings
}

/// Whether it ends after ten in the evening, or the day after.
fn is_late(rehearsal: &Rehearsal) -> bool {
    use chrono::Timelike as _;
    rehearsal.starts.is_some_and(|starts| {
        let begins = starts.hour() * 60 + starts.minute();
        begins.saturating_add(rehearsal.total) > LATE_HOUR * 60
    })
}
