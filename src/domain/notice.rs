//! The notice of a meeting (会议通知): by when the rules want it given, and whether it was.
//!
//! How many days before the meeting is in the rule set (`notice_days`); the 贵州 working rules of
//! community consultation and practice elsewhere have two or three. The day of the meeting itself
//! does not count: three days before the 23rd is the 20th.

use chrono::{Days, NaiveDate, NaiveTime};

use super::session::Session;

/// A notice as it was given, and what of the meeting it told then.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GivenNotice {
    /// The day it was given.
    pub on: NaiveDate,
    /// The day of the meeting that it told.
    pub meets: NaiveDate,
    /// When the meeting was to begin.
    pub starts: Option<NaiveTime>,
    /// Where.
    pub place: Option<String>,
}

impl GivenNotice {
    /// A notice that tells what the meeting is now.
    #[must_use]
    pub fn of(session: &Session, on: NaiveDate) -> Self {
        let setup = &session.setup;
        Self { on, meets: setup.on, starts: setup.starts, place: setup.place.clone() }
    }

    /// Whether it tells day, time and place as they are now.
    #[must_use]
    pub fn holds(&self, session: &Session) -> bool {
        *self == Self::of(session, self.on)
    }
}

/// Where the notice of a meeting stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NoticeState {
    /// No rule asks for one, and none was given.
    NotAsked,
    /// It is to be given by this day, which lies ahead.
    Ahead {
        /// The last day.
        by: NaiveDate,
    },
    /// It is to be given today at the latest.
    DueToday,
    /// It is late: the last day has passed.
    Late {
        /// The last day.
        by: NaiveDate,
    },
    /// It was given, and no rule says by when.
    Given {
        /// When.
        on: NaiveDate,
    },
    /// It was given in time.
    InTime {
        /// When.
        on: NaiveDate,
        /// The last day.
        by: NaiveDate,
    },
    /// It was given late.
    GivenLate {
        /// When.
        on: NaiveDate,
        /// The last day.
        by: NaiveDate,
    },
    /// It was given, but day, time or place of the meeting are others since.
    Outdated {
        /// When.
        on: NaiveDate,
        /// The last day, where a rule says so.
        by: Option<NaiveDate>,
    },
}

impl NoticeState {
    /// Whether somebody should do something about it, or should have.
    #[must_use]
    pub const fn is_amiss(self) -> bool {
        matches!(self, Self::Late { .. } | Self::GivenLate { .. } | Self::Outdated { .. })
    }
}

/// The last day on which the notice of a meeting is in time; none where the rules do not say.
#[must_use]
pub fn last_day(session: &Session) -> Option<NaiveDate> {
    let days = Some(session.rules.notice_days).filter(|days| *days > 0)?;
    session.setup.on.checked_sub_days(Days::new(days.into()))
}

/// Where the notice stands on a day.
#[must_use]
pub fn state(session: &Session, today: NaiveDate) -> NoticeState {
    let by = last_day(session);
    match (&session.notice, by) {
        (Some(notice), by) if !notice.holds(session) => NoticeState::Outdated { on: notice.on, by },
        (Some(notice), None) => NoticeState::Given { on: notice.on },
        (Some(notice), Some(by)) if notice.on <= by => NoticeState::InTime { on: notice.on, by },
        (Some(notice), Some(by)) => NoticeState::GivenLate { on: notice.on, by },
        (None, None) => NoticeState::NotAsked,
        (None, Some(by)) if today < by => NoticeState::Ahead { by },
        (None, Some(by)) if today == by => NoticeState::DueToday,
        (None, Some(by)) => NoticeState::Late { by },
    }
}
