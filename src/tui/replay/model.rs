//! What the replay knows: the desk as it was at one line, and how to get to any other.

use std::sync::Arc;

use chrono::TimeDelta;

use crate::domain::event::Event;
use crate::domain::meeting::Meeting;
use crate::domain::record::{Line, seconds_between};
use crate::report::timeline::line_told;
use crate::text::words::{Words, id};
use crate::tui::aid::{Aid, Offer, offers};
use crate::tui::desk::model::{Model as Desk, ReadOnly};
use crate::tui::keymap::{Keymap, Keys, Place};
use crate::tui::review::model::Model as Review;
use crate::tui::theme::Theme;

/// Seconds of the meeting that pass in one second.
pub const SPEEDS: [u64; 4] = [1, 10, 60, 600];
/// What one begins with: an evening in two minutes.
const USUAL: usize = 2;
/// No gap between two lines counts for more seconds of the meeting than this.
pub const LONGEST_GAP: u32 = 60;
/// Beats in a second.
pub const BEATS: u64 = 10;

/// The replay.
#[derive(Debug)]
pub struct Model {
    /// The desk as it was; nothing can be entered there.
    pub desk: Desk,
    /// Which key does what.
    pub keys: Keys,
    /// Help or palette, over everything.
    pub aid: Option<Aid>,
    /// Whether it runs.
    pub plays: bool,
    /// Place in [`SPEEDS`].
    pub speed: usize,
    /// What happened in the line shown.
    pub told: String,
    lines: Arc<[Line<Event>]>,
    stands: Vec<bool>,
    at: usize,
    /// How much of the meeting has passed since the line, in tenths of a second.
    waited: u64,
}

impl Model {
    /// The meeting that is looked back at, at a line.
    #[must_use]
    pub fn of(review: &Review, keymap: &Keymap, seq: u64) -> Self {
        let meeting = review.subject.meeting.clone();
        let words = Words::new(review.words.lang());
        Self::new(meeting, words, review.theme, keymap, seq)
    }

    /// A meeting as it was at a line.
    #[must_use]
    pub fn new(meeting: Meeting, words: Words, theme: Theme, keymap: &Keymap, seq: u64) -> Self {
        let lines: Arc<[Line<Event>]> = meeting.lines().into();
        let stands = meeting.standing();
        let last = lines.last();
        let (now, by) = (last.map(|line| line.at), last.map(|line| line.by.clone()));
        let (now, by) = (now.unwrap_or_default(), by.unwrap_or_default());
        let mut desk = Desk::new(meeting, Vec::new(), words, by, now);
        desk.read_only = Some(ReadOnly(String::new()));
        desk.theme = theme;
        desk.keys = keymap.keys(Place::Desk);
        let mut model = Self {
            desk,
            keys: keymap.keys(Place::Replay),
            aid: None,
            plays: false,
            speed: USUAL,
            told: String::new(),
            at: 0,
            lines,
            stands,
            waited: 0,
        };
        model.go(usize::try_from(seq).unwrap_or(usize::MAX));
        model
    }

    /// The words.
    #[must_use]
    pub fn words(&self) -> &Words {
        &self.desk.words
    }

    /// Colours.
    #[must_use]
    pub fn theme(&self) -> Theme {
        self.desk.theme
    }

    /// Everything the palette can offer.
    #[must_use]
    pub fn offers(&self) -> Vec<Offer> {
        offers(self.words(), &self.keys)
    }

    /// The line shown.
    #[must_use]
    pub fn line(&self) -> Option<&Line<Event>> {
        self.lines.get(self.at)
    }

    /// Its place among all lines, counted from 0.
    #[must_use]
    pub fn at(&self) -> usize {
        self.at
    }

    /// How many lines there are.
    #[must_use]
    pub fn count(&self) -> usize {
        self.lines.len()
    }

    /// Whether the line shown was undone later. Lines that undo or redo do not stand, but nothing
    /// undid them.
    #[must_use]
    pub fn undone_later(&self) -> bool {
        let stands = self.stands.get(self.at).copied().unwrap_or(true);
        let first = self.line().and_then(|line| line.events.first());
        !stands && !matches!(first, Some(Event::Reverted { .. } | Event::Reinstated { .. }))
    }

    /// Shows the meeting as it was when a line had just been written; beyond the last, the last.
    pub fn go(&mut self, to: usize) {
        let to = to.min(self.lines.len().saturating_sub(1));
        let lines = Arc::clone(&self.lines);
        let Some(line) = lines.get(to) else { return };
        let meeting = &mut self.desk.meeting;
        // To just before the line: it is told against what it met.
        meeting.go_back_to(to);
        for earlier in lines.get(meeting.lines().len()..to).unwrap_or_default() {
            meeting.apply(earlier.clone());
        }
        let words = &self.desk.words;
        let mut told = line_told(words, meeting.session(), &line.events);
        if let Some(Event::Reverted { seq }) = line.events.first() {
            told = about(words, &told, meeting, &lines, *seq);
        }
        if meeting.lines().len() <= to {
            meeting.apply(line.clone());
        }
        if let Some(Event::Reinstated { seq }) = line.events.first() {
            // What is back can be told only now.
            told = about(words, &told, meeting, &lines, *seq);
        }
        self.desk.saving.safe = meeting.lines().len() as u64;
        self.told = told;
        self.at = to;
        self.waited = 0;
        self.desk.now = line.at;
        self.desk.scrolled = 0;
    }

    /// Tells the line shown in the language chosen now.
    pub fn tell_again(&mut self) {
        let (waited, now) = (self.waited, self.desk.now);
        self.go(self.at);
        self.waited = waited;
        self.desk.now = now;
    }

    /// The nearest line before or after this one at which an item begins, or the meeting opens or
    /// closes; where there is none, so many lines on.
    #[must_use]
    pub fn landmark(&self, forward: bool, lines: usize) -> usize {
        let marks = |at: &usize| {
            self.lines.get(*at).is_some_and(|line| line.events.iter().any(is_landmark))
        };
        let found = if forward {
            (self.at + 1..self.lines.len()).find(marks)
        } else {
            (0..self.at).rev().find(marks)
        };
        found.unwrap_or_else(|| {
            if forward { self.at.saturating_add(lines) } else { self.at.saturating_sub(lines) }
        })
    }

    /// A tenth of a second has passed while it runs: the clock of the meeting goes on, and with it
    /// the lines. Whether the screen looks different now.
    pub fn beat(&mut self) -> bool {
        if !self.plays {
            return false;
        }
        let (second, before) = (self.desk.now.timestamp(), self.at);
        let mut passes = SPEEDS.get(self.speed).copied().unwrap_or(1);
        while let Some(rest) = self.rest() {
            if passes < rest {
                self.waited += passes;
                let seconds = i64::try_from(self.waited / BEATS).unwrap_or(0);
                if let Some(line) = self.lines.get(self.at) {
                    self.desk.now = line.at + TimeDelta::seconds(seconds);
                }
                return before != self.at || second != self.desk.now.timestamp();
            }
            passes -= rest;
            self.go(self.at + 1);
        }
        self.plays = false;
        true
    }

    /// Tenths of a second of the meeting until the next line; none after the last.
    fn rest(&self) -> Option<u64> {
        let (line, next) = (self.lines.get(self.at)?, self.lines.get(self.at + 1)?);
        let gap = seconds_between(line.at, next.at).min(LONGEST_GAP);
        Some((u64::from(gap) * BEATS).saturating_sub(self.waited))
    }
}

fn is_landmark(event: &Event) -> bool {
    matches!(event, Event::Opened | Event::ItemOpened { .. } | Event::Closed { .. })
}

/// What a line tells that undoes or redoes another, and in brackets what that one told.
fn about(words: &Words, told: &str, meeting: &Meeting, lines: &[Line<Event>], seq: u64) -> String {
    let Some(other) = usize::try_from(seq).ok().and_then(|seq| lines.get(seq)) else {
        return told.to_owned();
    };
    let inner = line_told(words, meeting.session(), &other.events);
    words.tell(id::TEXT_BRACKETED, &[("text", told.into()), ("inner", inner.into())])
}
