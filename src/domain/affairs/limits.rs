//! By when something is to be done about a topic.

use chrono::{Datelike as _, Days, NaiveDate};

use super::{Ground, next};
use crate::domain::ledger::Ledger;
use crate::domain::procedure::{Within, Work};
use crate::domain::topic::{Topic, TopicState};

/// Working days in a week, Monday to Friday.
const WORKING: u32 = 5;

/// The last day of a time that begins on a day: this day itself does not count. Working days are
/// Monday to Friday; holidays are not known here.
#[must_use]
pub fn last_day(from: NaiveDate, within: Within) -> NaiveDate {
    let days = match within {
        Within::Days(days) => days,
        Within::WorkingDays(0) => 0,
        Within::WorkingDays(days) => {
            // 0 for Monday; a weekend counts with the Friday before it.
            let weekday = from.weekday().num_days_from_monday();
            let weekend = weekday.saturating_sub(WORKING - 1);
            let (weeks, rest) = (days / WORKING, days % WORKING);
            let over = if weekday - weekend + rest >= WORKING { 2 } else { 0 };
            (weeks * 7 + rest + over).saturating_sub(weekend)
        }
    };
    from.checked_add_days(Days::new(days.into())).unwrap_or(NaiveDate::MAX)
}

/// By when a unit that is charged today has to be done, where its procedure limits that: the stage
/// it is in, if topics are handled there, else the first such stage to come, else any.
pub(super) fn of_handling(topic: &Topic, ground: &Ground) -> Option<NaiveDate> {
    let procedure = ground.procedure_of(topic)?;
    let handles = |number: &u32| {
        procedure.stage(*number).is_some_and(|stage| stage.works.contains(&Work::Handling))
    };
    let now = topic.stage();
    let stage = (now..=procedure.count()).chain(1..now).find(handles)?;
    Some(last_day(ground.today, procedure.stage(stage)?.within?))
}

/// By when something is to be done about a topic: what the stage it is in leaves to do, and what a
/// unit is charged with, whichever is earlier.
#[must_use]
pub fn due(ledger: &Ledger, ground: &Ground, topic: &Topic) -> Option<NaiveDate> {
    let state = topic.state();
    if state.is_over() {
        return None;
    }
    let charged = topic.assignments.last().filter(|_| {
        state == TopicState::Handling && (topic.results.is_empty() || topic.is_assigned_anew())
    });
    let now = ground.procedure_of(topic).and_then(|it| it.stage(topic.stage()));
    let within = now.and_then(|stage| stage.within);
    let left = within.filter(|_| next::is_work_left(ledger, ground, topic));
    let limit = left.map(|within| last_day(topic.in_stage_since(), within));
    [charged.and_then(|it| it.due), limit].into_iter().flatten().min()
}

/// How many days it is over that day; none where there is no such day, or it is not over.
#[must_use]
pub fn days_late(due: Option<NaiveDate>, today: NaiveDate) -> Option<i64> {
    let days = (today - due?).num_days();
    (days > 0).then_some(days)
}
