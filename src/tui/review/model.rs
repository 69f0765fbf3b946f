//! What the screen that looks back knows. `update` changes it, `view` only reads it.

use std::path::PathBuf;

use chrono::NaiveDate;

use crate::domain::ledger::Ledger;
use crate::domain::meeting::Meeting;
use crate::domain::session::Session;
use crate::report::actions::{self, ActionRow};
use crate::report::minutes;
use crate::report::review::find::{Index, Names, Query};
use crate::report::review::places::Places;
use crate::report::review::row::Row;
use crate::report::review::{self as pages, markdown, opinions, time_line};
use crate::store::log::ReadError;
use crate::text::words::{Id, Lang, Words, id};
use crate::tui::aid::{Aid, Offer, offers};
use crate::tui::capture::Capture;
use crate::tui::desk::model::Notice;
use crate::tui::keymap::{Does, Keymap, Keys, Place};
use crate::tui::theme::Theme;
use crate::tui::writing::Asking;

/// A page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Tab {
    /// The minutes.
    Minutes,
    /// The time line.
    TimeLine,
    /// The opinions.
    Opinions,
    /// The actions.
    Actions,
}

impl Tab {
    /// All, from left to right.
    pub const ALL: [Self; 4] = [Self::Minutes, Self::TimeLine, Self::Opinions, Self::Actions];

    /// Its place among them.
    #[must_use]
    pub fn at(self) -> usize {
        Self::ALL.iter().position(|tab| *tab == self).unwrap_or(0)
    }

    /// The one so many further on; after the last comes the first.
    #[must_use]
    pub fn after(self, steps: usize) -> Self {
        let at = (self.at() + steps) % Self::ALL.len();
        Self::ALL.get(at).copied().unwrap_or(self)
    }

    /// What shows it.
    #[must_use]
    pub fn does(self) -> Does {
        match self {
            Self::Minutes => Does::Minutes,
            Self::TimeLine => Does::TimeLine,
            Self::Opinions => Does::Opinions,
            Self::Actions => Does::Actions,
        }
    }

    /// The word for it in the name of a file.
    fn in_file_name(self) -> Id {
        match self {
            Self::Minutes => id::REVIEW_FILE_MINUTES,
            Self::TimeLine => id::REVIEW_FILE_TIME_LINE,
            Self::Opinions => id::REVIEW_FILE_OPINIONS,
            Self::Actions => id::REVIEW_FILE_ACTIONS,
        }
    }

    /// How the name of its file ends, unless somebody wants it otherwise.
    fn extension(self) -> &'static str {
        if self == Self::Minutes { "md" } else { "csv" }
    }
}

/// The meeting that is looked back at, and what has become of it since.
#[derive(Debug)]
pub struct Subject {
    /// The meeting, as far as its record can be read.
    pub meeting: Meeting,
    /// What its community's ledgers say.
    pub ledger: Ledger,
    /// Id of the community.
    pub community_id: String,
    /// Its name.
    pub community_name: String,
    /// Id of the session within it.
    pub session_id: String,
    /// The end of the record's hash chain, as long as the meeting is as it was read.
    pub hash: Option<String>,
    /// Why there may be more than that: the file, and what is wrong with it.
    pub stop: Option<(PathBuf, ReadError)>,
    /// The day on which an action is overdue or not.
    pub today: NaiveDate,
}

/// A page that was made.
#[derive(Debug, Clone, Default)]
pub struct Page {
    /// Its rows.
    pub rows: Vec<Row>,
    index: Index,
    /// The row under the bar.
    bar: usize,
    /// Where finding began.
    anchor: usize,
}

impl Page {
    /// The first row that tells of a line, else the last of those that tell of an earlier one.
    fn row_of(&self, seq: u64) -> Option<usize> {
        let numbered = || self.rows.iter().enumerate().filter_map(|(at, row)| Some((at, row.seq?)));
        let exact = numbered().find(|(_, other)| *other == seq);
        let before = || {
            let before = numbered().filter(|(_, other)| *other < seq);
            before.max_by_key(|(at, other)| (*other, std::cmp::Reverse(*at)))
        };
        exact.or_else(before).map(|(at, _)| at)
    }
}

/// The screen.
#[derive(Debug)]
pub struct Model {
    /// What is looked back at.
    pub subject: Subject,
    /// The words, in the language chosen.
    pub words: Words,
    /// Which key does what.
    pub keys: Keys,
    /// Colours.
    pub theme: Theme,
    /// The page shown.
    pub tab: Tab,
    /// What is looked for.
    pub find: Capture,
    /// The same, made ready.
    pub query: Query,
    /// Rows of the page in which it stands, in order.
    pub hits: Vec<usize>,
    /// Other pages on which it stands, where this one has none, with how many rows.
    pub elsewhere: Vec<(Tab, usize)>,
    /// The latest message.
    pub notice: Option<Notice>,
    /// Help or palette, over everything.
    pub aid: Option<Aid>,
    /// Whether a file is being written, and where to.
    pub asking: Option<Asking>,
    /// Where files go unless somebody wants it otherwise.
    pub folder: PathBuf,
    /// Columns and rows of the screen when it was last drawn.
    pub size: (u16, u16),
    pages: [Option<Page>; 4],
    names: Names,
}

impl Model {
    /// The minutes of a meeting, from the top.
    #[must_use]
    pub fn new(subject: Subject, words: Words) -> Self {
        let names = Names::of(subject.meeting.session());
        let mut model = Self {
            subject,
            words,
            keys: Keymap::standard().keys(Place::Review),
            theme: Theme::default(),
            tab: Tab::Minutes,
            find: Capture::default(),
            query: Query::default(),
            hits: Vec::new(),
            elsewhere: Vec::new(),
            notice: None,
            aid: None,
            asking: None,
            folder: PathBuf::new(),
            size: (80, 24),
            pages: [const { None }; 4],
            names,
        };
        model.make(Tab::Minutes);
        model
    }

    /// The state of the meeting.
    #[must_use]
    pub fn session(&self) -> &Session {
        self.subject.meeting.session()
    }

    /// The rows of the page shown.
    #[must_use]
    pub fn rows(&self) -> &[Row] {
        self.page().map_or(&[], |page| &page.rows)
    }

    /// The row under the bar.
    #[must_use]
    pub fn bar(&self) -> usize {
        self.page().map_or(0, |page| page.bar)
    }

    /// The line of the record that the row under the bar tells of, or the nearest one above it.
    #[must_use]
    pub fn seq(&self) -> Option<u64> {
        self.rows().iter().take(self.bar() + 1).rev().find_map(|row| row.seq)
    }

    /// Everything the palette can offer.
    #[must_use]
    pub fn offers(&self) -> Vec<Offer> {
        offers(&self.words, &self.keys)
    }

    fn page(&self) -> Option<&Page> {
        self.pages.get(self.tab.at()).and_then(Option::as_ref)
    }

    fn page_mut(&mut self) -> Option<&mut Page> {
        self.pages.get_mut(self.tab.at()).and_then(Option::as_mut)
    }

    /// Makes a page, unless it is there.
    fn make(&mut self, tab: Tab) {
        let missing = |slot: &Option<Page>| slot.is_none();
        if !self.pages.get(tab.at()).is_some_and(missing) {
            return;
        }
        let rows = self.subject.rows(&self.words, tab);
        let page = Page { index: Index::of(&rows), rows, ..Page::default() };
        if let Some(slot) = self.pages.get_mut(tab.at()) {
            *slot = Some(page);
        }
    }

    /// Shows a page; where it tells of the line under the bar, the bar goes there.
    pub fn show(&mut self, tab: Tab) {
        let seq = self.rows().get(self.bar()).and_then(|row| row.seq);
        self.tab = tab;
        self.make(tab);
        if let Some(seq) = seq
            && let Some(row) = self.rows().iter().position(|row| row.seq == Some(seq))
        {
            self.put_bar(row);
        }
        self.look();
    }

    /// Puts the bar onto a row that tells of a line, or onto what comes before it.
    pub fn go_to(&mut self, seq: u64) {
        if let Some(row) = self.page().and_then(|page| page.row_of(seq)) {
            self.put_bar(row);
        }
    }

    /// Puts the bar onto a row; finding begins there.
    pub fn put_bar(&mut self, row: usize) {
        let last = self.rows().len().saturating_sub(1);
        if let Some(page) = self.page_mut() {
            page.bar = row.min(last);
            page.anchor = page.bar;
        }
    }

    /// Comes back from the meeting as it was at a line, where language and colours may have changed.
    pub fn come_back(&mut self, lang: Lang, theme: Theme, seq: u64) {
        self.theme = theme;
        if lang != self.words.lang() {
            self.words = Words::new(lang);
            self.remake();
        }
        self.notice = None;
        self.go_to(seq);
    }

    /// Every page is made anew when it is next shown; the bar stays at the line it was at.
    pub fn remake(&mut self) {
        let bar = self.bar();
        let seq = self.seq();
        let of_seq = self.rows().iter().position(|row| row.seq == seq);
        let below = of_seq.map_or(0, |first| bar.saturating_sub(first));
        self.pages = [const { None }; 4];
        self.names = Names::of(self.subject.meeting.session());
        self.make(self.tab);
        let first = seq.and_then(|seq| self.page().and_then(|page| page.row_of(seq)));
        self.put_bar(first.map_or(bar, |first| first + below));
        self.look();
    }

    /// Finds what was typed on the page that is shown, without moving the bar.
    fn look(&mut self) {
        self.query = Query::new(self.find.text(), &self.names);
        self.hits = self.page().map_or_else(Vec::new, |page| page.index.find(&self.query));
        self.elsewhere.clear();
        if self.hits.is_empty() && !self.query.is_empty() {
            let shown = self.tab;
            for tab in Tab::ALL.into_iter().filter(|tab| *tab != shown) {
                self.make(tab);
                let page = self.pages.get(tab.at()).and_then(Option::as_ref);
                let found = page.map_or(0, |page| page.index.find(&self.query).len());
                if found > 0 {
                    self.elsewhere.push((tab, found));
                }
            }
        }
    }

    /// Finds what was typed: the bar goes to the first place from where finding began, else to the
    /// first of all, else back to where it was.
    pub fn find_typed(&mut self) {
        self.look();
        let Some(page) = self.page() else { return };
        let anchor = page.anchor;
        let from_there = self.hits.iter().find(|row| **row >= anchor);
        let hit = from_there.or(self.hits.first()).copied();
        if let Some(page) = self.page_mut() {
            page.bar = hit.unwrap_or(anchor);
        }
    }

    /// The bar goes to the next or the former place. Whether it began anew at the other end.
    pub fn next_hit(&mut self, forward: bool) -> bool {
        let bar = self.bar();
        let further = if forward {
            self.hits.iter().find(|row| **row > bar)
        } else {
            self.hits.iter().rev().find(|row| **row < bar)
        };
        let other_end = if forward { self.hits.first() } else { self.hits.last() };
        let began_anew = further.is_none();
        if let Some(row) = further.or(other_end).copied() {
            self.put_bar(row);
        }
        began_anew
    }

    /// Which of the places found is under the bar, counted from 1.
    #[must_use]
    pub fn hit_at_bar(&self) -> Option<usize> {
        self.hits.binary_search(&self.bar()).ok().map(|at| at + 1)
    }

    /// Where what is shown would be written to.
    #[must_use]
    pub fn file_name(&self) -> String {
        let page = self.words.say(self.tab.in_file_name());
        let name = format!("{}-{page}.{}", self.subject.session_id, self.tab.extension());
        self.folder.join(name).display().to_string()
    }

    /// What is shown, as it goes into a file of that name.
    ///
    /// # Errors
    /// What cannot be written in that form, in words.
    pub fn file(&self, path: &str) -> Result<Vec<u8>, String> {
        let extension = std::path::Path::new(path).extension();
        let extension = extension.map(|it| it.to_string_lossy().to_lowercase()).unwrap_or_default();
        let (words, subject) = (&self.words, &self.subject);
        let as_csv = match (self.tab, extension.as_str()) {
            (Tab::Minutes, "csv") => return Err(words.say(id::REVIEW_MINUTES_ARE_TEXT)),
            (_, "csv") => true,
            (_, "md" | "markdown" | "txt") => false,
            // That a record cannot be replaced is told where it is written.
            (tab, "" | "ron") => tab.extension() == "csv",
            // What is called `.docx` or `.xlsx` is refused by the program it is meant for.
            (Tab::Minutes, _) => return Err(words.say(id::REVIEW_MINUTES_ARE_TEXT)),
            _ => return Err(words.say(id::REVIEW_FILE_ENDINGS)),
        };
        let meeting = &subject.meeting;
        Ok(match (self.tab, as_csv) {
            (Tab::Minutes, _) => {
                let (ledger, id) = (&subject.ledger, &subject.session_id);
                let mut text = minutes::markdown(words, meeting, ledger, id);
                if let Some(hash) = &subject.hash {
                    text = format!("{text}\n{}", minutes::fingerprint_line(words, hash));
                }
                text.into_bytes()
            }
            (Tab::Actions, true) => actions::csv(words, &subject.actions()),
            (Tab::Actions, false) => actions::markdown(words, &subject.actions()).into_bytes(),
            (Tab::Opinions, true) => opinions::csv(words, meeting.session(), &subject.actions()),
            (Tab::TimeLine, true) => time_line::csv(words, meeting),
            (Tab::Opinions | Tab::TimeLine, false) => markdown::markdown(self.rows()).into_bytes(),
        })
    }
}

impl Subject {
    fn actions(&self) -> Vec<ActionRow> {
        let (community, name) = (&self.community_id, &self.community_name);
        let (id, today) = (&self.session_id, self.today);
        actions::rows_of(&self.meeting, &self.ledger, community, name, id, today)
    }

    fn rows(&self, words: &Words, tab: Tab) -> Vec<Row> {
        let (meeting, ledger) = (&self.meeting, &self.ledger);
        let places = Places::of_meeting(meeting);
        match tab {
            Tab::Minutes => minutes::rows(words, meeting, ledger, &self.session_id, &places),
            Tab::TimeLine => time_line::rows(words, meeting, &places),
            Tab::Opinions => opinions::rows(words, meeting.session(), &self.actions(), &places),
            Tab::Actions => {
                let (session, actions) = (meeting.session(), self.actions());
                pages::actions::rows(words, session, &actions, ledger, &places)
            }
        }
    }
}
