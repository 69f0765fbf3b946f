//! A list of topics as spreadsheets write it: CSV, its columns named in Chinese or English, as the
//! list that is exported has them.

use std::collections::BTreeMap;

use crate::cli::csv_file::{Cells, heading, sheet};
use crate::domain::MOST_CHARS;
use crate::domain::topic::{Decision, Proposer, Slip, Source};
use crate::grammar::affairs::{
    AffairContext, AffairMisread, class, excluded, level, origin, past_day, procedure, proposers,
    source,
};
use crate::report::topics::{COLUMNS, Column};
use crate::text::encoding::{Encoding, NotText};
use crate::text::width::fold;
use crate::text::words::{Lang, Words, id};

/// Other names of columns, in lower case.
const ALIASES: &[(Column, &[&str])] = &[
    (Column::Case, &["议题号", "序号", "number", "case"]),
    (Column::Title, &["议题", "标题", "议题题目", "title"]),
    (Column::Proposers, &["提出", "联名", "联名人", "proposer", "by", "joint signers"]),
    (Column::Date, &["提出日期", "on"]),
    (Column::Class, &["分类"]),
    (Column::Group, &["群体"]),
    (Column::Origin, &["origin"]),
    (Column::Excluded, &["不予受理理由"]),
    (Column::Redirect, &["转办"]),
];

/// Names of a column that says which sub-class of 烦心事.
const SUBCLASS: &[&str] = &["子类", "小类", "子类别", "sub-class", "subclass"];

/// What a column of the file tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Told {
    Column(Column),
    Subclass,
}

/// A topic of the file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Draft {
    /// Line in the file, from 1.
    pub line: u64,
    /// Its slip.
    pub slip: Slip,
    /// Who brings it up.
    pub proposers: Vec<Proposer>,
    /// Its procedure.
    pub procedure: Option<String>,
    /// What was decided of it, and who approved that.
    pub decision: Option<(Decision, Option<String>)>,
}

/// A file of topics.
#[derive(Debug, Default)]
pub struct Drafts {
    /// The topics.
    pub good: Vec<Draft>,
    /// What is wrong with rows: the line and why, in words.
    pub bad: Vec<(u64, String)>,
    /// How the file was written.
    pub encoding: Encoding,
}

/// Why nothing of a file can be used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FileFault {
    /// It is no text from this line on.
    NotText(u64),
    /// There is nothing in it.
    Empty,
    /// A column that has to be there is not.
    Lacks(Column),
    /// Columns that nobody knows.
    Unknown(Vec<String>),
    /// A column stands there twice.
    Twice(String),
}

/// Reads a file of topics.
///
/// # Errors
/// When its columns are wrong, or it is no text.
pub fn read(bytes: &[u8], context: AffairContext<'_>, words: &Words) -> Result<Drafts, FileFault> {
    let sheet = sheet(bytes).map_err(|NotText { line }| FileFault::NotText(line))?;
    let mut drafts = Drafts { encoding: sheet.encoding, ..Drafts::default() };
    let mut columns: Option<Vec<Option<Told>>> = None;
    for cells in sheet.rows {
        let cells = match cells {
            Ok(cells) => cells,
            Err(line) => {
                drafts.bad.push((line, words.say(id::PEOPLE_NOT_CSV)));
                continue;
            }
        };
        let Some(columns) = &columns else {
            columns = Some(columns_of(&cells)?);
            continue;
        };
        let row = Row { cells: &cells, columns, context, words };
        match row.draft() {
            Ok(draft) => drafts.good.push(draft),
            Err(faults) => drafts.bad.extend(faults.into_iter().map(|why| (cells.line, why))),
        }
    }
    if columns.is_none() {
        return Err(FileFault::Empty);
    }
    Ok(drafts)
}

/// Every name that a column may have.
fn names() -> BTreeMap<String, Told> {
    let mut names = BTreeMap::new();
    for words in [Words::new(Lang::Zh), Words::new(Lang::En)] {
        for (column, name) in COLUMNS {
            names.insert(heading(&words.say(name)), Told::Column(column));
        }
    }
    for (column, aliases) in ALIASES {
        names.extend(aliases.iter().map(|alias| ((*alias).to_owned(), Told::Column(*column))));
    }
    names.extend(SUBCLASS.iter().map(|name| ((*name).to_owned(), Told::Subclass)));
    names
}

fn columns_of(cells: &Cells) -> Result<Vec<Option<Told>>, FileFault> {
    let names = names();
    let mut unknown = Vec::new();
    let mut columns = Vec::new();
    for cell in cells.iter() {
        let name = heading(cell);
        let told = names.get(&name).copied();
        if told.is_none() && !name.is_empty() {
            unknown.push(cell.trim().to_owned());
        }
        // Proposers may be in several columns: who brings it up, and who signs.
        let several = told == Some(Told::Column(Column::Proposers));
        if told.is_some() && !several && columns.contains(&told) {
            return Err(FileFault::Twice(cell.trim().to_owned()));
        }
        columns.push(told);
    }
    for needed in [Column::Title, Column::Proposers] {
        if !columns.contains(&Some(Told::Column(needed))) {
            return Err(FileFault::Lacks(needed));
        }
    }
    if unknown.is_empty() { Ok(columns) } else { Err(FileFault::Unknown(unknown)) }
}

/// What spreadsheets must not take for a formula is exported with an apostrophe before it.
fn as_written(cell: &str) -> &str {
    let guarded = cell.strip_prefix('\'').filter(|rest| {
        let first = rest.trim_start().chars().next();
        first.is_some_and(|c| matches!(c, '=' | '+' | '-' | '@' | '＝' | '＋' | '－' | '＠'))
    });
    guarded.unwrap_or(cell)
}

/// What a cell says; where that cannot be understood, why is kept.
fn kept<T>(
    words: &Words,
    faults: &mut Vec<String>,
    cell: Option<&str>,
    read: impl FnOnce(&str) -> Result<T, AffairMisread>,
) -> Option<T> {
    match cell.map(read)? {
        Ok(said) => Some(said),
        Err(misread) => {
            faults.push(misread.tell(words));
            None
        }
    }
}

struct Row<'a> {
    cells: &'a Cells,
    columns: &'a [Option<Told>],
    context: AffairContext<'a>,
    words: &'a Words,
}

impl Row<'_> {
    fn told(&self, wanted: Told) -> impl Iterator<Item = &str> {
        let at = self.columns.iter().enumerate().filter(move |(_, told)| **told == Some(wanted));
        at.filter_map(|(at, _)| self.cells.get(at)).map(as_written)
    }

    fn cell(&self, column: Column) -> Option<&str> {
        self.told(Told::Column(column)).next()
    }

    fn text(&self, column: Column) -> Option<String> {
        self.cell(column).map(str::to_owned)
    }

    /// The topic of this row, or everything that is wrong with it.
    fn draft(&self) -> Result<Draft, Vec<String>> {
        let mut faults = Vec::new();
        self.shape(&mut faults);
        let today = self.context.today;
        let words = self.words;
        let on = kept(words, &mut faults, self.cell(Column::Date), |it| past_day(it, today));
        let class = kept(words, &mut faults, self.class().as_deref(), class);
        let way = kept(words, &mut faults, self.cell(Column::Source), source);
        let left = self.cell(Column::Origin);
        let left = kept(words, &mut faults, left, |it| origin(it, self.context));
        let chosen = self.cell(Column::Procedure);
        let procedure = kept(words, &mut faults, chosen, |it| procedure(it, self.context));
        let names: Vec<&str> = self.told(Told::Column(Column::Proposers)).collect();
        let list = names.join("、");
        let people = kept(words, &mut faults, Some(&list), |it| proposers(it, self.context));
        let decision = self.decision().unwrap_or_else(|fault| {
            faults.push(fault);
            None
        });
        let title = self.text(Column::Title).unwrap_or_default();
        if title.is_empty() {
            faults.push(self.words.say(id::TOPICS_NO_TITLE));
        }
        if names.is_empty() {
            faults.push(self.words.say(id::TOPICS_NO_PROPOSER));
        }
        if !faults.is_empty() {
            return Err(faults);
        }
        let slip = Slip {
            title,
            reason: self.text(Column::Reason),
            suggestion: self.text(Column::Suggestion),
            on: on.unwrap_or(today),
            source: way.or(left.as_ref().map(|(_, way)| *way)).unwrap_or(Source::Slip),
            channel: self.text(Column::Channel),
            class,
            place: self.text(Column::Place),
            group: self.text(Column::Group),
            origin: left.map(|(origin, _)| origin),
        };
        Ok(Draft {
            line: self.cells.line,
            slip,
            proposers: people.unwrap_or_default(),
            procedure,
            decision,
        })
    }

    /// What is wrong with the row itself: more cells than columns, or too much in one.
    fn shape(&self, faults: &mut Vec<String>) {
        let more = self.cells.iter().skip(self.columns.len()).any(|cell| !cell.trim().is_empty());
        if more {
            let count = self.columns.len();
            faults.push(self.words.tell(id::TOPICS_TOO_MANY_CELLS, &[("count", count.into())]));
        }
        if self.cells.iter().any(|cell| cell.chars().count() > MOST_CHARS) {
            let most = [("most", MOST_CHARS.into())];
            faults.push(self.words.tell(id::PEOPLE_CELL_TOO_LONG, &most));
        }
    }

    /// The class, with the sub-class where that has a column of its own.
    fn class(&self) -> Option<String> {
        let class = self.cell(Column::Class);
        match (class, self.told(Told::Subclass).next()) {
            (Some(class), Some(sub)) if fold(class) == fold("烦心事") => {
                Some(format!("{class}·{sub}"))
            }
            (None, Some(sub)) => Some(sub.to_owned()),
            (class, _) => class.map(str::to_owned),
        }
    }

    fn decision(&self) -> Result<Option<(Decision, Option<String>)>, String> {
        let tell = |misread: AffairMisread| misread.tell(self.words);
        let approver = self.text(Column::Approver);
        let why = self.cell(Column::Excluded);
        match (self.cell(Column::Level), why) {
            (Some(_), Some(_)) => Err(self.words.say(id::TOPICS_LEVEL_AND_EXCLUDED)),
            (Some(at), None) => {
                let level = level(at).map_err(tell)?;
                Ok(Some((Decision::Accepted { level }, approver)))
            }
            (None, Some(why)) => {
                let redirect = self.cell(Column::Redirect);
                let decision = excluded(why, redirect, self.context.exclusions).map_err(tell)?;
                Ok(Some((decision, approver)))
            }
            (None, None) => Ok(None),
        }
    }
}
