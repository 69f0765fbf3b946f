//! Words for the notice of a meeting and its papers.

use chrono::NaiveDate;

use super::comma_list;
use crate::domain::event::Event;
use crate::domain::notice::NoticeState;
use crate::domain::refusal::Refusal;
use crate::text::words::{Words, id};

/// Where the notice stands: `11月20日前发出`, `已逾期，应在 11月20日前发出`.
#[must_use]
pub fn notice_state(words: &Words, state: NoticeState) -> String {
    let dated = |message, on: Option<NaiveDate>, by: Option<NaiveDate>| {
        let on = on.map(|on| ("on", on.to_string().into()));
        let by = by.map(|by| ("by", by.to_string().into()));
        let values: Vec<_> = on.into_iter().chain(by).collect();
        words.tell(message, &values)
    };
    match state {
        NoticeState::NotAsked => words.say(id::NOTICE_STATE_NOT_ASKED),
        NoticeState::Ahead { by } => dated(id::NOTICE_STATE_AHEAD, None, Some(by)),
        NoticeState::DueToday => words.say(id::NOTICE_STATE_DUE_TODAY),
        NoticeState::Late { by } => dated(id::NOTICE_STATE_LATE, None, Some(by)),
        NoticeState::Given { on } => dated(id::NOTICE_STATE_GIVEN, Some(on), None),
        NoticeState::InTime { on, by } => dated(id::NOTICE_STATE_IN_TIME, Some(on), Some(by)),
        NoticeState::GivenLate { on, by } => dated(id::NOTICE_STATE_GIVEN_LATE, Some(on), Some(by)),
        NoticeState::Outdated { on, .. } => dated(id::NOTICE_STATE_OUTDATED, Some(on), None),
    }
}

/// What a happening about the notice or the papers says.
pub(super) fn notice_event(words: &Words, event: &Event) -> Option<String> {
    match event {
        Event::PapersListed { papers } if papers.is_empty() => {
            Some(words.say(id::EVENT_PAPERS_NONE))
        }
        Event::PapersListed { papers } => {
            let list = comma_list(words, papers);
            Some(words.tell(id::EVENT_PAPERS, &[("papers", list.into())]))
        }
        Event::NoticeGiven { on } => {
            Some(words.tell(id::EVENT_NOTICE_GIVEN, &[("date", on.to_string().into())]))
        }
        _ => None,
    }
}

/// Why something about the notice or the papers was refused.
pub(super) fn notice_refusal(words: &Words, refusal: &Refusal) -> Option<String> {
    match refusal {
        Refusal::TooManyPapers { given, most } => {
            let values = [("given", (*given).into()), ("most", (*most).into())];
            Some(words.tell(id::REFUSAL_TOO_MANY_PAPERS, &values))
        }
        Refusal::NoticeAhead(on) => {
            Some(words.tell(id::REFUSAL_NOTICE_AHEAD, &[("date", on.to_string().into())]))
        }
        Refusal::NoticeAfterMeeting { on, meets } => {
            let values = [("date", on.to_string().into()), ("meeting", meets.to_string().into())];
            Some(words.tell(id::REFUSAL_NOTICE_AFTER_MEETING, &values))
        }
        _ => None,
    }
}
