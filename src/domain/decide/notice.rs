//! The notice of a meeting and the papers that go with it.

use chrono::NaiveDate;

use super::{MOST_CHARS, Verdict, words};
use crate::domain::event::Event;
use crate::domain::notice::GivenNotice;
use crate::domain::refusal::Refusal;
use crate::domain::session::Session;

/// Most papers a notice lists.
const MOST_PAPERS: usize = 100;

impl Session {
    /// The papers, whole as they are given; none takes the list away.
    pub(super) fn listing_papers(&self, papers: &[String]) -> Verdict {
        self.need_not_closed()?;
        let mut listed: Vec<String> = Vec::new();
        for paper in papers.iter().filter(|paper| !paper.trim().is_empty()) {
            let paper = words(paper)?;
            if !listed.contains(&paper) {
                listed.push(paper);
            }
        }
        if listed.len() > MOST_PAPERS {
            return Err(Refusal::TooManyPapers { given: listed.len(), most: MOST_PAPERS });
        }
        let characters = listed.iter().map(|paper| paper.chars().count()).sum();
        if characters > MOST_CHARS {
            return Err(Refusal::TooLong { given: characters, most: MOST_CHARS });
        }
        if self.papers.iter().eq(listed.iter()) {
            return Err(Refusal::NoChange);
        }
        Ok(vec![Event::PapersListed { papers: listed }])
    }

    /// The notice was given on a day, which is neither ahead of us nor after the meeting.
    pub(in crate::domain) fn giving_notice(&self, on: NaiveDate, today: NaiveDate) -> Verdict {
        self.need_not_closed()?;
        if on > today {
            return Err(Refusal::NoticeAhead(on));
        }
        if on > self.setup.on {
            return Err(Refusal::NoticeAfterMeeting { on, meets: self.setup.on });
        }
        if self.notice.as_ref().is_some_and(|known| *known == GivenNotice::of(self, on)) {
            return Err(Refusal::NoChange);
        }
        Ok(vec![Event::NoticeGiven { on }])
    }
}
