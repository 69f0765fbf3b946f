//! Minutes (会议纪要) in Markdown, as a community office circulates them: what was discussed, what
//! was agreed and how, and who has to do what by when.

mod closing;
mod head;
mod items;

use crate::domain::ledger::Ledger;
use crate::domain::meeting::Meeting;
use crate::domain::record::Moment;
use crate::domain::session::Session;
use crate::report::markup;
use crate::text::words::{Id, Value, Words, id};

/// The minutes of a meeting that is prepared, running or closed. `session_id` is the id of the
/// session within its community, which is how the ledger knows it.
#[must_use]
pub fn markdown(words: &Words, meeting: &Meeting, ledger: &Ledger, session_id: &str) -> String {
    let page = Page { words, meeting, session: meeting.session(), ledger, session_id };
    let mut text = String::new();
    page.head(&mut text);
    page.attendance(&mut text);
    page.agenda(&mut text);
    page.actions(&mut text);
    page.parking_list(&mut text);
    page.notes(&mut text);
    page.left_open(&mut text);
    page.statistics(&mut text);
    page.origin(&mut text);
    text
}

/// The line that ties minutes to their record: the end of its hash chain. For whoever has the file
/// at hand, to put after the minutes.
#[must_use]
pub fn fingerprint_line(words: &Words, hash: &str) -> String {
    words.tell(id::MINUTES_FINGERPRINT, &[("hash", markup::text(hash).into())]) + "\n"
}

/// What every part of the minutes needs at hand.
struct Page<'a> {
    words: &'a Words,
    meeting: &'a Meeting,
    session: &'a Session,
    ledger: &'a Ledger,
    session_id: &'a str,
}

impl Page<'_> {
    /// The moment up to which clocks that still run are read: the latest entry's.
    fn now(&self) -> Option<Moment> {
        self.meeting.lines().last().map(|line| line.at)
    }

    fn say(&self, id: Id) -> String {
        self.words.say(id)
    }

    fn tell(&self, id: Id, values: &[(&str, Value<'_>)]) -> String {
        self.words.tell(id, values)
    }

    fn heading(&self, text: &mut String, heading: Id) {
        text.push_str("\n## ");
        text.push_str(&self.say(heading));
        text.push_str("\n\n");
    }
}

/// A list entry.
fn bullet(text: &mut String, entry: &str) {
    text.push_str("- ");
    text.push_str(entry);
    text.push('\n');
}

/// A list entry under another.
fn sub_bullet(text: &mut String, entry: &str) {
    text.push_str("  ");
    bullet(text, entry);
}

/// `19:05`, on the clock of the device that wrote it.
fn clock(at: Moment) -> String {
    at.format("%H:%M").to_string()
}
