//! What the board knows. `update` changes it, `view` only reads it.

use std::sync::Arc;

use chrono::NaiveDate;
use crossterm::event::KeyEvent;

use super::stock::{Key, Stock};
use crate::domain::affairs::Ground;
use crate::domain::earlier::Raisable;
use crate::domain::exclusion::Exclusion;
use crate::domain::ledger::Ledger;
use crate::domain::record::Moment;
use crate::domain::session::Phase;
use crate::domain::station::{Call, CallNo, Station};
use crate::domain::topic::{CaseNo, Topic, TopicState};
use crate::domain::topic_row::{TopicRow, rows};
use crate::grammar::affairs::MeetingChoice;
use crate::grammar::complete::Completion;
use crate::grammar::directory::Directory;
use crate::grammar::is_command_mark;
use crate::store::slug::Slug;
use crate::text::words::{Id, Words, id};
use crate::tui::aid::{Aid, Offer, offers};
use crate::tui::capture::Capture;
use crate::tui::desk::model::Notice;
use crate::tui::keymap::{Keymap, Keys, Place};
use crate::tui::stage::Pointer;
use crate::tui::theme::Theme;

/// A page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Page {
    /// 议题
    Topics,
    /// 走访、宣讲
    Outings,
    /// 吹哨、报到
    Calls,
    /// 站点
    Stations,
}

impl Page {
    /// All, from left to right.
    pub const ALL: [Self; 4] = [Self::Topics, Self::Outings, Self::Calls, Self::Stations];

    /// Its place among them.
    #[must_use]
    pub const fn at(self) -> usize {
        self as usize
    }

    /// The one so many further on; after the last comes the first.
    #[must_use]
    pub fn after(self, steps: usize) -> Self {
        let at = (self.at() + steps) % Self::ALL.len();
        Self::ALL.get(at).copied().unwrap_or(self)
    }

    /// What it is called.
    #[must_use]
    pub fn name(self) -> Id {
        match self {
            Self::Topics => id::BOARD_PAGE_TOPICS,
            Self::Outings => id::BOARD_PAGE_OUTINGS,
            Self::Calls => id::BOARD_PAGE_CALLS,
            Self::Stations => id::BOARD_PAGE_STATIONS,
        }
    }
}

/// A meeting of the community, as far as the board tells of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Meeting {
    /// Its id within the community.
    pub id: String,
    /// What it is called.
    pub title: String,
    /// The day it is held.
    pub on: NaiveDate,
    /// How far it is.
    pub phase: Phase,
}

/// Everything that was read of a community.
#[derive(Debug, Default)]
pub struct Whole {
    /// What its ledgers and the records of its meetings say.
    pub ledger: Ledger,
    /// Its topics as they are listed.
    pub rows: Vec<TopicRow>,
    /// What can be found by typing.
    pub stock: Stock,
    /// People who can be named.
    pub people: Directory,
    /// What is not taken up by consultation.
    pub exclusions: Vec<Exclusion>,
    /// Its meetings, the oldest first.
    pub meetings: Vec<Meeting>,
    /// The same, to be named in a line: those that are not over first.
    pub named: Vec<MeetingChoice>,
    /// All communities, by id and name: areas group them.
    pub communities: Vec<(String, String)>,
    /// What could not be read, in words.
    pub troubles: Vec<String>,
}

impl Whole {
    /// Makes lists of what was read.
    #[must_use]
    pub fn of(ledger: Ledger, ground: &Ground, people: Directory, meetings: Vec<Meeting>) -> Self {
        let (rows, stock) = (rows(&ledger, ground), Stock::of(&ledger));
        let mut named: Vec<&Meeting> = meetings.iter().collect();
        named.sort_by_key(|meeting| meeting.phase == Phase::Closed);
        let named = named.into_iter().map(|it| MeetingChoice {
            id: it.id.clone(),
            title: it.title.clone(),
            on: it.on,
        });
        Self { named: named.collect(), ledger, rows, stock, people, meetings, ..Self::default() }
    }
}

/// Something in the list of a page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Listed {
    /// A heading: a state, and how many topics are in it.
    State(TopicState, usize),
    /// Nothing, between two groups.
    Gap,
    /// The entry of that number, of those that can be chosen.
    Entry(usize),
}

/// What lies over the board.
#[derive(Debug, Clone)]
pub enum Panel {
    /// Everything about what is under the bar, scrolled by this many rows.
    Details(usize),
    /// What earlier meetings left; with the one under the bar.
    Earlier {
        /// What they left, how many could not be read; nothing while it is looked for.
        found: Option<Result<(Vec<Raisable>, usize), String>>,
        /// The one under the bar.
        bar: usize,
    },
}

/// Something done on the board that waits for what was done before it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Waiting {
    /// A key.
    Key(KeyEvent),
    /// Pasted text.
    Paste(String),
    /// The mouse.
    Mouse(Pointer),
}

/// How far saving is.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Saving {
    /// How many lines are on their way.
    pub pending: usize,
    /// Whether any was saved since the board was opened.
    pub saved: bool,
    /// Why the latest was not.
    pub trouble: Option<String>,
    /// The line that was typed for what is being saved, to be typed again if it is not.
    pub typed: Vec<String>,
}

/// The board.
#[derive(Debug)]
pub struct Model {
    /// The community.
    pub community: Slug,
    /// Its name.
    pub name: String,
    /// Who writes.
    pub by: String,
    /// What the procedures and rules say.
    pub ground: Arc<Ground>,
    /// Its topics as they are listed; known before the rest is read.
    pub rows: Vec<TopicRow>,
    /// The rest, once it is read.
    pub whole: Option<Whole>,
    /// Why nothing can be written, where that is so: the ledgers could not be read. Over as soon as
    /// they can be.
    pub read_only: Option<String>,
    /// The words, in the language chosen.
    pub words: Words,
    /// Which key does what.
    pub keys: Keys,
    /// Colours.
    pub theme: Theme,
    /// The moment shown.
    pub now: Moment,
    /// The page shown.
    pub page: Page,
    /// The line one types into.
    pub line: Capture,
    /// What the line could become.
    pub completions: Vec<Completion>,
    /// The completion that was chosen.
    pub chosen: Option<usize>,
    /// What is listed on the page.
    pub listed: Vec<Listed>,
    /// What can be chosen on it: the numbers of rows, outings, calls, stations.
    pub entries: Vec<usize>,
    /// The entry under the bar.
    pub bar: usize,
    /// What lies over the board.
    pub panel: Option<Panel>,
    /// Help or palette, over everything.
    pub aid: Option<Aid>,
    /// The latest message.
    pub notice: Option<Notice>,
    /// How far saving is.
    pub saving: Saving,
    /// How many topics are in each state, in the order of [`TopicState::ALL`].
    pub counts: [usize; TopicState::ALL.len()],
    /// The calls and stations in their order, as far as their page was listed.
    calls: Vec<CallNo>,
    stations: Vec<String>,
    /// The line of each entry in `listed`.
    lines: Vec<usize>,
    /// Where the texts of each row are in the stock.
    found_by: Vec<Option<(u32, u32)>>,
    /// What was done after a command had been taken off to be carried out, while the ledgers were
    /// not read yet.
    pub ahead: Vec<Waiting>,
    /// The topic that the bar is to be on as soon as it is listed.
    pub wanted: Option<CaseNo>,
    /// Where the bar was on each page.
    bars: [usize; Page::ALL.len()],
    /// What filtered the list.
    filter: String,
}

impl Model {
    /// A board with the topics that are known already.
    #[must_use]
    pub fn new(
        community: Slug,
        name: String,
        ground: Arc<Ground>,
        rows: Vec<TopicRow>,
        words: Words,
        now: Moment,
    ) -> Self {
        let mut model = Self {
            community,
            name,
            by: String::new(),
            ground,
            rows: Vec::new(),
            whole: None,
            read_only: None,
            words,
            keys: Keymap::standard().keys(Place::Board),
            theme: Theme::default(),
            now,
            page: Page::Topics,
            line: Capture::default(),
            completions: Vec::new(),
            chosen: None,
            listed: Vec::new(),
            entries: Vec::new(),
            bar: 0,
            panel: None,
            aid: None,
            notice: None,
            saving: Saving::default(),
            counts: [0; TopicState::ALL.len()],
            calls: Vec::new(),
            stations: Vec::new(),
            lines: Vec::new(),
            found_by: Vec::new(),
            ahead: Vec::new(),
            wanted: None,
            bars: [0; Page::ALL.len()],
            filter: String::new(),
        };
        model.take_rows(rows);
        model
    }

    /// The same board once one has come back to it: what was known is shown until it is read anew.
    #[must_use]
    pub fn again(self, ground: Arc<Ground>, words: Words, now: Moment) -> Self {
        let saving = Saving { saved: self.saving.saved, ..Saving::default() };
        let mut again = Self { ground, words, now, saving, panel: None, aid: None, ..self };
        again.completions.clear();
        again
    }

    /// The day shown.
    #[must_use]
    pub fn today(&self) -> NaiveDate {
        self.now.date_naive()
    }

    /// What the ledgers say, once they are read.
    #[must_use]
    pub fn ledger(&self) -> Option<&Ledger> {
        self.whole.as_ref().map(|whole| &whole.ledger)
    }

    /// Takes in everything that was read.
    pub fn take_whole(&mut self, mut whole: Whole) {
        let rows = std::mem::take(&mut whole.rows);
        self.whole = Some(whole);
        self.take_rows(rows);
    }

    /// Lists topics anew; the bar stays on the topic it was on.
    pub fn take_rows(&mut self, rows: Vec<TopicRow>) {
        let case = self.row().map(|row| row.case.clone());
        self.rows = rows;
        self.counts = [0; TopicState::ALL.len()];
        for row in &self.rows {
            if let Some(count) = self.counts.get_mut(row.state as usize) {
                *count += 1;
            }
        }
        let stock = self.whole.as_ref().map(|whole| &whole.stock);
        let place = |row: &TopicRow| stock?.place(&Key::Topic(row.case.clone()));
        self.found_by = self.rows.iter().map(place).collect();
        self.list();
        if let Some(case) = case {
            self.go_to(&case);
        }
        self.go_to_wanted();
    }

    /// Puts the bar onto a topic, if it is listed.
    pub fn go_to(&mut self, case: &CaseNo) {
        if self.page != Page::Topics {
            return;
        }
        let is_it = |at: &usize| self.rows.get(*at).is_some_and(|row| row.case == *case);
        if let Some(entry) = self.entries.iter().position(is_it) {
            self.bar = entry;
        }
    }

    /// Whether a command is typed, and not what is looked for.
    #[must_use]
    pub fn is_command(&self) -> bool {
        self.line.text().trim_start().starts_with(is_command_mark)
    }

    /// What the list is filtered by. While a command is typed it stays as it was.
    #[must_use]
    pub fn filter(&self) -> &str {
        &self.filter
    }

    /// Filters by what is typed, if that is no command. The first that is found is under the bar; once
    /// nothing is looked for any more, what was under it stays there.
    pub fn filter_by_line(&mut self) {
        if self.is_command() {
            return;
        }
        if self.filter != self.line.text().trim() {
            let under = self.entries.get(self.bar).copied();
            self.line.text().trim().clone_into(&mut self.filter);
            self.list();
            let is_it = |at: &usize| Some(*at) == under;
            let stays = self.filter.is_empty().then(|| self.entries.iter().position(is_it));
            self.bar = stays.flatten().unwrap_or(0);
        }
        self.go_to_wanted();
    }

    /// Puts the bar onto the topic that it is to be on, if that is listed. What is not listed when
    /// everything was read is nowhere.
    fn go_to_wanted(&mut self) {
        if let Some(case) = self.wanted.clone() {
            self.go_to(&case);
            self.wanted = self.wanted.take().filter(|_| self.whole.is_none());
        }
    }

    /// Lists the page anew.
    pub fn list(&mut self) {
        match self.page {
            Page::Topics => self.list_topics(),
            page => self.list_page(page),
        }
        self.bar = self.bar.min(self.entries.len().saturating_sub(1));
    }

    fn list_topics(&mut self) {
        self.begin_list();
        let stock = self.whole.as_ref().map(|whole| &whole.stock);
        let sought = stock.and_then(|stock| Some((stock, stock.seek(&self.filter)?)));
        let mut heading: Option<(TopicState, usize)> = None;
        for (at, row) in self.rows.iter().enumerate() {
            let place = self.found_by.get(at).copied().flatten();
            let fits = sought
                .as_ref()
                .is_none_or(|(stock, sought)| place.is_some_and(|it| stock.fits(sought, it)));
            if !fits {
                continue;
            }
            if heading.is_none_or(|(state, _)| state != row.state) {
                if heading.is_some() {
                    self.listed.push(Listed::Gap);
                }
                heading = Some((row.state, self.listed.len()));
                self.listed.push(Listed::State(row.state, 0));
            }
            if let Some((_, place)) = heading
                && let Some(Listed::State(_, count)) = self.listed.get_mut(place)
            {
                *count += 1;
            }
            self.lines.push(self.listed.len());
            self.listed.push(Listed::Entry(self.entries.len()));
            self.entries.push(at);
        }
    }

    fn begin_list(&mut self) {
        self.listed.clear();
        self.entries.clear();
        self.lines.clear();
    }

    /// A page without groups.
    fn list_page(&mut self, page: Page) {
        self.begin_list();
        let Some(whole) = &self.whole else { return };
        let (stock, ledger) = (&whole.stock, &whole.ledger);
        let sought = stock.seek(&self.filter);
        let fits = |key: &Key| {
            sought.as_ref().is_none_or(|sought| {
                stock.place(key).is_some_and(|place| stock.fits(sought, place))
            })
        };
        let mut found: Vec<usize> = match page {
            Page::Topics => Vec::new(),
            Page::Outings => {
                (0..ledger.outings.len()).filter(|at| fits(&Key::Outing(*at))).collect()
            }
            Page::Calls => {
                self.calls = ledger.calls.keys().cloned().collect();
                let fits =
                    |at: &usize| self.calls.get(*at).is_some_and(|it| fits(&Key::Call(it.clone())));
                (0..self.calls.len()).filter(fits).collect()
            }
            Page::Stations => {
                self.stations = ledger.stations.keys().cloned().collect();
                let fits = |at: &usize| {
                    self.stations.get(*at).is_some_and(|it| fits(&Key::Station(it.clone())))
                };
                (0..self.stations.len()).filter(fits).collect()
            }
        };
        if page != Page::Stations {
            // The latest is what one looks for.
            found.reverse();
        }
        self.entries = found;
        self.listed = (0..self.entries.len()).map(Listed::Entry).collect();
        self.lines = (0..self.entries.len()).collect();
    }

    /// Shows a page; the bar is where it was there.
    pub fn show(&mut self, page: Page) {
        if let Some(bar) = self.bars.get_mut(self.page.at()) {
            *bar = self.bar;
        }
        self.page = page;
        self.bar = self.bars.get(page.at()).copied().unwrap_or(0);
        self.list();
    }

    /// The line of the list that the bar is on.
    #[must_use]
    pub fn bar_line(&self) -> Option<usize> {
        self.lines.get(self.bar).copied()
    }

    /// The topic under the bar as it is listed.
    #[must_use]
    pub fn row(&self) -> Option<&TopicRow> {
        let at = (self.page == Page::Topics).then(|| self.entries.get(self.bar))?;
        self.rows.get(*at?)
    }

    /// The topic under the bar, once the ledgers are read.
    #[must_use]
    pub fn topic(&self) -> Option<&Topic> {
        self.ledger()?.topics.get(&self.row()?.case)
    }

    /// A call by its place among all.
    #[must_use]
    pub fn call(&self, at: usize) -> Option<&Call> {
        self.ledger()?.calls.get(self.calls.get(at)?)
    }

    /// A place with members, the same.
    #[must_use]
    pub fn station(&self, at: usize) -> Option<&Station> {
        self.ledger()?.stations.get(self.stations.get(at)?)
    }

    /// The meeting of that id.
    #[must_use]
    pub fn meeting(&self, id: &str) -> Option<&Meeting> {
        self.whole.as_ref()?.meetings.iter().find(|meeting| meeting.id == id)
    }

    /// What a community is called; its id where that is not known.
    #[must_use]
    pub fn community_name<'a>(&'a self, id: &'a str) -> &'a str {
        let known = self.whole.as_ref().map_or(&[][..], |whole| whole.communities.as_slice());
        known.iter().find(|(other, _)| other == id).map_or(id, |(_, name)| name)
    }

    /// Everything the palette can offer.
    #[must_use]
    pub fn offers(&self) -> Vec<Offer> {
        let mut offers = offers(&self.words, &self.keys);
        offers.extend(super::speak::verbs(&self.words));
        offers
    }
}
