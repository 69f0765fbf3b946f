//! What the screen of the counters knows. `update` changes it, `view` only reads it.

use std::collections::{BTreeMap, HashMap};
use std::path::PathBuf;
use std::sync::Arc;

use chrono::{Datelike as _, NaiveDate};

use super::msg::Community;
use crate::domain::figures::{Case, Figure, Group, Period, Span};
use crate::report::stats::{Counts, Report, cases_csv, csv, json, table};
use crate::store::progress::Progress;
use crate::store::slug::Slug;
use crate::text::words::{Words, id};
use crate::tui::aid::{Aid, Offer, Offered, offers};
use crate::tui::desk::model::Notice;
use crate::tui::keymap::{Keymap, Keys, Place};
use crate::tui::theme::Theme;
use crate::tui::writing::Asking;

/// Where it is counted.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Scope {
    /// Everywhere.
    All,
    /// In a region, by the path of its places.
    Region(String),
    /// In one community.
    Community(Slug),
}

/// A row of the figures.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Row {
    /// What stands above some figures.
    Group(Group),
    /// A unit's name above its figures.
    Unit(String),
    /// A figure, by its place; of a unit, if one is named.
    Figure(Option<String>, usize),
    /// Between groups.
    Gap,
}

/// The cases behind a figure.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Behind {
    /// Of a unit, if one is named.
    pub unit: Option<String>,
    /// The figure, by its place.
    pub figure: usize,
    /// The case under the bar.
    pub bar: usize,
}

/// The screen.
#[derive(Debug)]
pub struct Model {
    /// The words, in the language chosen.
    pub words: Words,
    /// Which key does what.
    pub keys: Keys,
    /// Colours.
    pub theme: Theme,
    /// The day.
    pub today: NaiveDate,
    /// Whether it is counted by months, quarters or years.
    pub span: Span,
    /// The first day of the period.
    pub first: NaiveDate,
    /// Where it is counted.
    pub scope: Scope,
    /// Everywhere it can be counted.
    pub scopes: Vec<Scope>,
    /// The communities, as they were counted.
    pub communities: Vec<Community>,
    /// The figures shown.
    pub counts: Arc<Counts>,
    /// The period these figures are of.
    pub counted: Option<Period>,
    /// The row under the bar, counted among figures.
    pub bar: usize,
    /// The cases behind a figure, where they are shown.
    pub behind: Option<Behind>,
    /// Which request was made last.
    pub number: u64,
    /// It is being counted.
    pub counting: Option<Arc<Progress>>,
    /// What could not be read.
    pub troubles: Vec<String>,
    /// The latest message.
    pub notice: Option<Notice>,
    /// Help or palette, over everything.
    pub aid: Option<Aid>,
    /// The list of places to count in, over everything.
    pub choosing: Option<Aid>,
    /// Whether a file is being written, and where to.
    pub asking: Option<Asking>,
    /// Where files go unless somebody wants it otherwise.
    pub folder: PathBuf,
    /// Columns and rows of the screen when it was last drawn.
    pub size: (u16, u16),
    /// The rows of the figures shown.
    rows: Vec<Row>,
    /// The figures of each place that was looked at, since they were last counted.
    gathered: HashMap<Scope, Arc<Counts>>,
}

impl Model {
    /// The current year so far; nothing is counted yet.
    #[must_use]
    pub fn new(words: Words, today: NaiveDate, scope: Scope) -> Self {
        Self {
            words,
            keys: Keymap::standard().keys(Place::Stats),
            theme: Theme::default(),
            today,
            span: Span::Year,
            first: Span::Year.begin(today),
            scopes: vec![scope.clone()],
            scope,
            communities: Vec::new(),
            counts: Arc::default(),
            rows: rows_of(&Counts::default()),
            gathered: HashMap::new(),
            counted: None,
            bar: 0,
            behind: None,
            number: 0,
            counting: None,
            troubles: Vec::new(),
            notice: None,
            aid: None,
            choosing: None,
            asking: None,
            folder: PathBuf::new(),
            size: (80, 24),
        }
    }

    /// The days that are counted: none after today, unless the whole period is still to come.
    #[must_use]
    pub fn period(&self) -> Period {
        self.span.from(self.first).until(self.today)
    }

    /// The days that the figures shown are of.
    #[must_use]
    pub fn shown_period(&self) -> Period {
        self.counted.unwrap_or_else(|| self.period())
    }

    /// The rows of the figures.
    #[must_use]
    pub fn rows(&self) -> &[Row] {
        &self.rows
    }

    /// How many figures can be under the bar.
    #[must_use]
    pub fn figures(&self) -> usize {
        let figures = &self.counts.figures;
        figures.all.len() + figures.units.values().map(Vec::len).sum::<usize>()
    }

    /// A figure by its place.
    #[must_use]
    pub fn figure(&self, unit: Option<&str>, at: usize) -> Option<&Figure> {
        match unit {
            None => self.counts.figures.all.get(at),
            Some(unit) => self.counts.figures.units.get(unit)?.get(at),
        }
    }

    /// The figure under the bar: of which unit, its place.
    #[must_use]
    pub fn under_bar(&self) -> Option<(Option<String>, usize)> {
        let is_figure = |row: &Row| match row {
            Row::Figure(unit, at) => Some((unit.clone(), *at)),
            _ => None,
        };
        self.rows.iter().filter_map(is_figure).nth(self.bar)
    }

    /// The figure whose cases are shown.
    #[must_use]
    pub fn opened(&self) -> Option<&Figure> {
        let behind = self.behind.as_ref()?;
        self.figure(behind.unit.as_deref(), behind.figure)
    }

    /// The cases that are shown: those counted, then the rest of the whole.
    #[must_use]
    pub fn cases(&self) -> Vec<&Case> {
        let Some(figure) = self.opened() else { return Vec::new() };
        let part = figure.cases.iter().filter(|case| case.counted > 0);
        part.chain(figure.cases.iter().filter(|case| case.counted == 0)).collect()
    }

    /// Takes in what was counted in each community.
    pub fn take_counts(&mut self, communities: Vec<Community>, regions: &[(String, usize)]) {
        self.communities = communities;
        self.gathered.clear();
        self.take_scopes(regions);
        self.gather();
    }

    /// The figures of what is counted now. They are put together from those of each community when a
    /// place is first looked at.
    pub fn gather(&mut self) {
        let known = self.gathered.get(&self.scope).cloned();
        let counts = known.unwrap_or_else(|| Arc::new(self.put_together()));
        self.gathered.insert(self.scope.clone(), Arc::clone(&counts));
        self.rows = rows_of(&counts);
        self.counts = counts;
        self.bar = self.bar.min(self.figures().saturating_sub(1));
        self.behind = self.behind.take().filter(|it| {
            let cases = self.figure(it.unit.as_deref(), it.figure).map(|it| it.cases.len());
            cases.is_some_and(|cases| it.bar < cases)
        });
    }

    fn put_together(&self) -> Counts {
        let mut counts = Counts::default();
        let takes = |community: &&Community| match &self.scope {
            Scope::All => true,
            Scope::Region(region) => community.regions.contains(region),
            Scope::Community(id) => community.id == *id,
        };
        for community in self.communities.iter().filter(takes) {
            counts.add(community.counts.as_ref().clone());
        }
        counts
    }

    /// Takes in where it can be counted: everywhere, in each region that is not the same as the one
    /// around it, in each community.
    fn take_scopes(&mut self, regions: &[(String, usize)]) {
        let mut scopes = vec![Scope::All];
        let counts: BTreeMap<&str, usize> =
            regions.iter().map(|(region, count)| (region.as_str(), *count)).collect();
        let around = |region: &str| {
            let outer = region.rsplit_once('/').map(|(outer, _)| outer);
            let found = outer.and_then(|outer| counts.get(outer));
            found.copied().unwrap_or(self.communities.len())
        };
        let telling = regions.iter().filter(|(region, count)| *count != around(region));
        scopes.extend(telling.map(|(region, _)| Scope::Region(region.clone())));
        scopes.extend(self.communities.iter().map(|it| Scope::Community(it.id.clone())));
        if !scopes.contains(&self.scope) {
            self.scope = Scope::All;
        }
        self.scopes = scopes;
    }

    /// Which of the places to count in is shown.
    #[must_use]
    pub fn scope_at(&self) -> usize {
        self.scopes.iter().position(|scope| *scope == self.scope).unwrap_or(0)
    }

    /// What a place to count in is called.
    #[must_use]
    pub fn name_of(&self, scope: &Scope) -> String {
        match scope {
            Scope::All => self.words.say(id::STATS_EVERYWHERE),
            Scope::Region(region) => region.clone(),
            Scope::Community(slug) => {
                let found = self.communities.iter().find(|it| it.id == *slug);
                found.map_or_else(|| slug.to_string(), |it| it.name.clone())
            }
        }
    }

    /// What the period is called.
    #[must_use]
    pub fn span_name(&self) -> String {
        let year = self.first.year().to_string();
        let quarter = self.first.month0() / 3 + 1;
        let month = format!("{:02}", self.first.month());
        match self.span {
            Span::Month => {
                let values = [("year", year.into()), ("month", month.into())];
                self.words.tell(id::STATS_SPAN_MONTH, &values)
            }
            Span::Quarter => {
                let values = [("year", year.into()), ("quarter", quarter.into())];
                self.words.tell(id::STATS_SPAN_QUARTER, &values)
            }
            Span::Year => self.words.tell(id::STATS_SPAN_YEAR, &[("year", year.into())]),
        }
    }

    /// Everything the palette can offer.
    #[must_use]
    pub fn offers(&self) -> Vec<Offer> {
        offers(&self.words, &self.keys)
    }

    /// Everywhere it can be counted, to be chosen from.
    #[must_use]
    pub fn scope_offers(&self) -> Vec<Offer> {
        let names: BTreeMap<&Slug, &str> =
            self.communities.iter().map(|it| (&it.id, it.name.as_str())).collect();
        let name = |scope: &Scope| match scope {
            Scope::Community(id) => names.get(id).map(|name| (*name).to_owned()),
            Scope::All | Scope::Region(_) => None,
        };
        let offer = |(at, scope): (usize, &Scope)| Offer {
            what: Offered::Begin(at.to_string()),
            name: name(scope).unwrap_or_else(|| self.name_of(scope)),
            beside: match scope {
                Scope::Community(id) => id.to_string(),
                Scope::All | Scope::Region(_) => String::new(),
            },
        };
        self.scopes.iter().enumerate().map(offer).collect()
    }

    /// Where what is shown would be written to.
    #[must_use]
    pub fn file_name(&self) -> String {
        let what = if self.behind.is_some() { id::STATS_FILE_CASES } else { id::STATS_FILE };
        // Of the figures that are shown, though another period is being counted.
        let period = self.shown_period();
        let scope = match &self.scope {
            Scope::All => String::new(),
            Scope::Region(region) => format!("{}-", region.replace('/', "-")),
            Scope::Community(id) => format!("{id}-"),
        };
        let what = self.words.say(what);
        let name = format!("{scope}{what}-{}-{}.csv", period.from, period.to);
        self.folder.join(name).display().to_string()
    }

    /// What is shown, as it goes into a file of that name.
    ///
    /// # Errors
    /// In words, where the name ends as files do that programs would not open: a table called
    /// `.xlsx` is refused by the one it is meant for.
    pub fn file(&self, path: &str) -> Result<Vec<u8>, String> {
        let (words, scope) = (&self.words, self.name_of(&self.scope));
        let period = self.shown_period();
        let report = Report { scope: &scope, period, today: self.today, counts: &self.counts };
        let extension = std::path::Path::new(path).extension();
        let extension = extension.map(|it| it.to_string_lossy().to_lowercase());
        let cases = self.opened().is_some();
        Ok(match extension.as_deref() {
            Some("json") => json(&report, cases).into_bytes(),
            Some("txt") => table(words, &report, cases, None).into_bytes(),
            Some("csv") if cases => {
                // Those of the one figure that is shown.
                let mut shown = Counts { titles: self.counts.titles.clone(), ..Counts::default() };
                shown.figures.all = self.opened().cloned().into_iter().collect();
                cases_csv(words, &shown)
            }
            Some("csv") => csv(words, &report),
            _ => return Err(words.say(id::STATS_FILE_ENDINGS)),
        })
    }
}

fn rows_of(counts: &Counts) -> Vec<Row> {
    let figures = &counts.figures;
    let mut rows = Vec::new();
    for group in Group::ALL {
        if !rows.is_empty() {
            rows.push(Row::Gap);
        }
        rows.push(Row::Group(group));
        let of_group = figures.all.iter().enumerate();
        let of_group = of_group.filter(|(_, figure)| figure.id.group() == group);
        rows.extend(of_group.map(|(at, _)| Row::Figure(None, at)));
    }
    for (unit, of_unit) in &figures.units {
        rows.extend([Row::Gap, Row::Unit(unit.clone())]);
        rows.extend((0..of_unit.len()).map(|at| Row::Figure(Some(unit.clone()), at)));
    }
    rows
}
