//! Everything the home knows. `update` changes it, `view` only reads it.

use std::sync::Arc;

use crate::domain::record::Moment;
use crate::store::index::Index;
use crate::store::progress::Progress;
use crate::store::slug::Slug;
use crate::text::words::{Id, Words};
use crate::tui::aid::{Aid, Offer, offers};
use crate::tui::capture::Capture;
use crate::tui::desk::model::Notice;
use crate::tui::keymap::{Keymap, Keys, Place};
use crate::tui::theme::Theme;

use super::form::Form;
use super::msg::FoundMeeting;
use super::overview::{Entry, Group, Section, groups};
use super::stock::{Found, Stock};

/// Of each kind, most that are listed while one searches.
const MOST_FOUND: usize = 100;

/// What lies over the home.
#[derive(Debug, Clone)]
pub enum Panel {
    /// Questions.
    Form(Form),
    /// Something that takes its time.
    Working {
        /// What.
        what: Id,
        /// How far it is.
        progress: Arc<Progress>,
    },
    /// What came of it, to be read; scrolled by this many rows.
    Told {
        /// Its title.
        title: Id,
        /// What is told.
        rows: Vec<String>,
        /// Rows scrolled past.
        scrolled: usize,
    },
}

/// What is being looked for in the records.
#[derive(Debug, Default)]
pub struct Search {
    /// Number of the latest search; what older ones find is not wanted any more.
    pub number: u64,
    /// How far it is, while it runs.
    pub running: Option<Arc<Progress>>,
    /// What it found.
    pub found: Vec<FoundMeeting>,
}

/// The home.
#[derive(Debug)]
pub struct Model {
    /// What there is.
    pub index: Index,
    /// How far the first look at the store is, while it is not known yet what there is.
    pub reading: Option<Arc<Progress>>,
    /// What can be found of it by typing, as soon as it is there.
    pub stock: Option<Arc<Stock>>,
    /// The words, in the language chosen.
    pub words: Words,
    /// Which key does what.
    pub keys: Keys,
    /// Colours.
    pub theme: Theme,
    /// The moment shown.
    pub now: Moment,
    /// What is looked for.
    pub line: Capture,
    /// The community that is looked at alone.
    pub narrowed: Option<Slug>,
    /// Parts of the list that are shown whole.
    pub unfolded: Vec<Section>,
    /// What is listed.
    pub groups: Vec<Group>,
    /// The entry under the bar, counted over all groups.
    pub bar: usize,
    /// Places in records.
    pub search: Search,
    /// A community that was just made and is not in the index yet.
    pub made: Option<Slug>,
    /// What lies over the home.
    pub panel: Option<Panel>,
    /// Help or palette, over everything.
    pub aid: Option<Aid>,
    /// The latest message.
    pub notice: Option<Notice>,
}

impl Model {
    /// A home for what there is.
    #[must_use]
    pub fn new(index: Index, words: Words, now: Moment) -> Self {
        let mut model = Self {
            index,
            reading: None,
            stock: None,
            words,
            keys: Keymap::standard().keys(Place::Home),
            theme: Theme::default(),
            now,
            line: Capture::default(),
            narrowed: None,
            unfolded: Vec::new(),
            groups: Vec::new(),
            bar: 0,
            search: Search::default(),
            made: None,
            panel: None,
            aid: None,
            notice: None,
        };
        model.list();
        model
    }

    /// Whether something is looked for.
    #[must_use]
    pub fn is_searching(&self) -> bool {
        !self.line.text().trim().is_empty()
    }

    /// The place of the community that is looked at alone.
    #[must_use]
    pub fn narrowed_to(&self) -> Option<usize> {
        let id = self.narrowed.as_ref()?;
        self.index.communities().iter().position(|folder| folder.id() == id)
    }

    /// Everything in the list one can choose, in order.
    pub fn entries(&self) -> impl Iterator<Item = Entry> {
        self.groups.iter().flat_map(|group| &group.entries).copied()
    }

    /// The entry under the bar.
    #[must_use]
    pub fn chosen(&self) -> Option<Entry> {
        self.entries().nth(self.bar)
    }

    /// Lists anew what there is, or what fits what is typed.
    pub fn list(&mut self) {
        let today = self.now.date_naive();
        self.groups = if self.is_searching() {
            self.found()
        } else if self.reading.is_some() {
            Vec::new()
        } else {
            groups(&self.index, self.narrowed_to(), &self.unfolded, today)
        };
        self.bar = self.bar.min(self.entries().count().saturating_sub(1));
    }

    fn found(&self) -> Vec<Group> {
        let stock = self.stock.as_deref();
        let typed = self.line.text();
        let found = stock.map(|stock| stock.find(typed, self.narrowed_to(), MOST_FOUND));
        let found = found.unwrap_or_default();
        let group = |section, found: Found| Group { section, entries: found.best, all: found.all };
        let records = self.search.found.iter().enumerate().flat_map(|(meeting, found)| {
            (0..found.hits.len()).map(move |place| Entry::Hit(meeting, place))
        });
        let mut groups = vec![
            group(Section::Communities, found.communities),
            group(Section::Meetings, found.meetings),
            group(Section::Actions, found.actions),
            Group::of(Section::Records, records.collect(), usize::MAX),
        ];
        groups.retain(|group| !group.entries.is_empty());
        groups
    }

    /// Everything the palette can offer.
    #[must_use]
    pub fn offers(&self) -> Vec<Offer> {
        offers(&self.words, &self.keys)
    }
}
