//! Minutes (会议纪要), as a community office circulates them: what was discussed, what was agreed and
//! how, and who has to do what by when.
//!
//! They are told once, onto a `Sheet`: a Markdown document, or rows for a screen.

mod closing;
mod figures;
mod floor;
mod head;
mod items;
mod on_markdown;
mod on_rows;
mod points;
mod topics;

use crate::domain::ledger::Ledger;
use crate::domain::meeting::Meeting;
use crate::domain::record::Moment;
use crate::domain::session::Session;
use crate::report::markup;
use crate::report::review::places::Places;
use crate::report::review::row::Row;
use crate::text::words::{Id, Value, Words, id};
use on_markdown::Markdown;
use on_rows::Rows;

/// The minutes of a meeting that is prepared, running or closed. `session_id` is the id of the
/// session within its community, which is how the ledger knows it.
#[must_use]
pub fn markdown(words: &Words, meeting: &Meeting, ledger: &Ledger, session_id: &str) -> String {
    let mut sheet = Markdown::default();
    // Where in the record something stands is of no use on paper.
    let places = Places::default();
    Page { words, meeting, session: meeting.session(), ledger, session_id, places: &places }
        .put(&mut sheet);
    sheet.text
}

/// The same minutes as rows, each with the line of the record that it tells of.
#[must_use]
pub fn rows(
    words: &Words,
    meeting: &Meeting,
    ledger: &Ledger,
    session_id: &str,
    places: &Places,
) -> Vec<Row> {
    let mut sheet = Rows::new(words);
    Page { words, meeting, session: meeting.session(), ledger, session_id, places }.put(&mut sheet);
    sheet.rows
}

/// The line that ties minutes to their record: the end of its hash chain. For whoever has the file
/// at hand, to put after the minutes.
#[must_use]
pub fn fingerprint_line(words: &Words, hash: &str) -> String {
    words.tell(id::MINUTES_FINGERPRINT, &[("hash", markup::text(hash).into())]) + "\n"
}

/// How the rows of a table are best read where a table has no room.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Shape {
    /// Side by side: only the last cell is long.
    Columns,
    /// One below the other: several cells are long.
    Entries,
}

/// A row of a table: the line of the record it tells of, and its cells.
type Cells = (Option<u64>, Vec<String>);

/// What minutes are put on. Texts have passed [`Sheet::recorded`] where somebody recorded them;
/// the number is that of the line that tells of it.
trait Sheet {
    /// Recorded text, so that on this sheet it stays text and nothing else.
    fn recorded(&self, text: &str) -> String;
    /// What it is.
    fn title(&mut self, text: &str);
    /// What to know before reading it.
    fn warning(&mut self, text: &str);
    /// A part begins.
    fn heading(&mut self, text: &str);
    /// An item of the agenda begins, after others or as the first.
    fn item(&mut self, text: &str, seq: Option<u64>, first: bool);
    /// A group of entries begins.
    fn group(&mut self, text: &str);
    /// A label and what stands beside it.
    fn field(&mut self, words: &Words, label: Id, value: &str, seq: Option<u64>);
    /// An entry of a list.
    fn entry(&mut self, text: &str, seq: Option<u64>);
    /// What belongs to the entry before.
    fn detail(&mut self, text: &str, seq: Option<u64>);
    /// A sentence by itself.
    fn sentence(&mut self, text: &str);
    /// Some room before what follows.
    fn gap(&mut self);
    /// A table.
    fn table(&mut self, shape: Shape, heads: &[String], rows: &[Cells]);
    /// What all of it was made from.
    fn origin(&mut self, text: &str);
}

/// What every part of the minutes needs at hand.
struct Page<'a> {
    words: &'a Words,
    meeting: &'a Meeting,
    session: &'a Session,
    ledger: &'a Ledger,
    session_id: &'a str,
    places: &'a Places,
}

impl Page<'_> {
    fn put(&self, sheet: &mut dyn Sheet) {
        self.head(sheet);
        self.attendance(sheet);
        self.agenda(sheet);
        self.actions(sheet);
        self.parking_list(sheet);
        self.notes(sheet);
        self.left_open(sheet);
        self.statistics(sheet);
        self.origin(sheet);
    }

    /// The moment up to which clocks that still run are read: the latest entry's.
    fn now(&self) -> Option<Moment> {
        self.meeting.lines().last().map(|line| line.at)
    }

    fn say(&self, id: Id) -> String {
        self.words.say(id)
    }

    fn says(&self, ids: &[Id]) -> Vec<String> {
        ids.iter().map(|id| self.words.say(*id)).collect()
    }

    fn tell(&self, id: Id, values: &[(&str, Value<'_>)]) -> String {
        self.words.tell(id, values)
    }
}

/// `19:05`, on the clock of the device that wrote it.
fn clock(at: Moment) -> String {
    at.format("%H:%M").to_string()
}
