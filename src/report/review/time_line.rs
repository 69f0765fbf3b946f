//! The time line as rows: who had the floor when and for how long, drawn to the scale of the item;
//! what was said and agreed meanwhile; what was undone; and who spoke how long in all.

use super::by_stance;
use super::course::{Happening, Of, Part, Turn, What, course};
use super::places::{Places, Thing};
use super::row::{Kind, Meaning, Piece, Row, Scale, percent, push};
use super::totals;
use crate::domain::ids::ItemId;
use crate::domain::item::{Item, ItemState, Outcome};
use crate::domain::meeting::Meeting;
use crate::domain::record::{Moment, seconds_between};
use crate::phrase::{duration, item_state};
use crate::report::people::speaker;
use crate::report::spreadsheet;
use crate::text::clock::clock_mm_ss;
use crate::text::width::{pad, pad_left};
use crate::text::words::{Words, id};

/// Columns of a speaker's name.
const NAME_COLS: usize = 16;

/// The page.
#[must_use]
pub fn rows(words: &Words, meeting: &Meeting, places: &Places) -> Vec<Row> {
    let page = Page { words, meeting };
    let session = meeting.session();
    let parts = course(words, meeting);
    let title = words.tell(id::REVIEW_TIME_LINE_TITLE, &[("title", (&session.setup.title).into())]);
    let made = places.of(Thing::Record);
    let mut rows =
        vec![Row::new(Kind::Title, made, vec![Piece::new(&title, Meaning::Strong)]), page.sum()];
    if parts.iter().any(|part| part.turns().next().is_some()) {
        let legend = vec![Piece::new(&words.say(id::REVIEW_LEGEND), Meaning::Dim)];
        rows.push(Row::new(Kind::Detail, None, legend).after(vec![Piece::plain("  ")]));
    }
    let mut day = session.setup.on;
    for part in &parts {
        rows.push(Row::blank());
        rows.push(page.heading(part, places));
        let spoken = part.spoken();
        for happening in &part.happenings {
            let today = happening.at.date_naive();
            if today != day {
                day = today;
                let date = words.tell(id::TIMELINE_DAY, &[("date", today.to_string().into())]);
                rows.push(Row::new(Kind::Detail, None, vec![Piece::new(&date, Meaning::Dim)]));
            }
            page.happening(&mut rows, part, happening, spoken);
        }
    }
    rows.extend(totals::rows(words, session, places));
    rows.extend(by_stance::rows(words, session, places));
    rows
}

/// `19:05:10`, on the clock of the device that wrote it.
fn clock(at: Moment) -> String {
    at.format("%H:%M:%S").to_string()
}

struct Page<'a> {
    words: &'a Words,
    meeting: &'a Meeting,
}

impl Page<'_> {
    fn now(&self) -> Option<Moment> {
        self.meeting.lines().last().map(|line| line.at)
    }

    /// How many turns there were, and how long they were together.
    fn sum(&self) -> Row {
        let session = self.meeting.session();
        let turns = session.people.iter().fold(0_u32, |sum, it| sum.saturating_add(it.turns));
        let length = duration(self.words, totals::whole(session));
        let values = [("turns", turns.into()), ("length", length.into())];
        let told = vec![Piece::plain(&self.words.tell(id::REVIEW_SPOKEN, &values))];
        Row::new(Kind::Entry, None, told).after(vec![Piece::plain("  ")])
    }

    /// The part, and at the right when it was and, of an item, how it ended.
    fn heading(&self, part: &Part, places: &Places) -> Row {
        let session = self.meeting.session();
        let (title, seq) = match part.of {
            Of::Before => (self.words.say(id::REVIEW_BEFORE), part.seq),
            Of::Between => (self.words.say(id::REVIEW_BETWEEN), part.seq),
            Of::After => (self.words.say(id::REVIEW_AFTER), part.seq),
            Of::Item(item) => {
                let seq = places.of(Thing::ItemOpened(item)).unwrap_or(part.seq);
                (self.item_title(item), seq)
            }
        };
        let mut right = Vec::new();
        if let Of::Item(item) = part.of {
            let (from, until) = (part.from.format("%H:%M"), part.until.format("%H:%M"));
            right.push(Piece::plain(&format!("{from}-{until}  ")));
            if let Some(item) = session.item(item) {
                right.extend(self.item_time(item));
                right.push(Piece::plain("  "));
                right.push(Piece::new(&item_state(self.words, &item.state), state_means(item)));
            }
        }
        Row::new(Kind::Heading, Some(seq), vec![Piece::new(&title, Meaning::Strong)]).with(right)
    }

    fn item_title(&self, item: ItemId) -> String {
        let session = self.meeting.session();
        let place = session.place_of(item).unwrap_or(item.0 as usize);
        let title = session.item(item).map_or("?", |item| &item.title);
        let values = [("place", place.into()), ("title", title.into())];
        self.words.tell(id::MINUTES_ITEM, &values)
    }

    /// Time spent on an item against its plan, in minutes.
    fn item_time(&self, item: &Item) -> Vec<Piece> {
        let spent = self.now().map_or(0, |now| item.watch.read(now)) / 60;
        let Some(planned) = item.minutes else {
            let told = self.words.tell(id::ITEM_TIME_UNPLANNED, &[("spent", spent.into())]);
            return vec![Piece::plain(&told)];
        };
        let values = [("spent", spent.into()), ("planned", planned.into())];
        let told = self.words.tell(id::REVIEW_ITEM_TIME, &values);
        let meaning = if spent > planned { Meaning::Bad } else { Meaning::Plain };
        vec![Piece::new(&told, meaning)]
    }

    fn happening(&self, rows: &mut Vec<Row>, part: &Part, happening: &Happening, spoken: u32) {
        let at = format!("  {}  ", clock(happening.at));
        let seq = Some(happening.seq);
        let lead = vec![Piece::new(&at, Meaning::Dim)];
        match &happening.what {
            What::Turn(turn) => {
                rows.push(self.turn(part, happening, *turn, spoken));
                if turn.goes_on {
                    let until = self.now().map(clock).unwrap_or_default();
                    let told = self.words.tell(id::REVIEW_GOES_ON, &[("time", until.into())]);
                    let told = vec![Piece::new(&told, Meaning::Warn)];
                    let indent = vec![Piece::plain(&" ".repeat(14))];
                    rows.push(Row::new(Kind::Detail, seq, told).after(indent));
                }
            }
            What::Else(told) => {
                let lead = vec![Piece::new(&at, Meaning::Dim), Piece::plain("  ")];
                push(rows, Row::new(Kind::Detail, seq, vec![Piece::plain(told)]).after(lead));
            }
            What::Undone(told) => {
                let told = self.words.tell(id::TIMELINE_UNDONE, &[("text", told.into())]);
                push(
                    rows,
                    Row::new(Kind::Detail, seq, vec![Piece::new(&told, Meaning::Dim)]).after(lead),
                );
            }
        }
    }

    /// Who, a bar where in the item and how long, and by how much the turn went over, its length
    /// and its share of the time spoken on the item.
    fn turn(&self, part: &Part, happening: &Happening, turn: Turn, spoken: u32) -> Row {
        let name = speaker(self.meeting.session(), turn.person);
        let lead = vec![
            Piece::new(&format!("  {}  ", clock(happening.at)), Meaning::Dim),
            Piece::new(&pad(&name, NAME_COLS), Meaning::Strong),
            Piece::plain(" "),
        ];
        let over = match turn.over {
            0 => String::new(),
            over => format!("+{}", clock_mm_ss(over.into())),
        };
        let length = clock_mm_ss(turn.seconds.into());
        let share = format!("{}%", percent(turn.seconds, spoken));
        let right = vec![
            Piece::new(&pad_left(&over, 6), Meaning::Bad),
            Piece::plain(&pad_left(&length, 7)),
            Piece::plain(&pad_left(&share, 5)),
        ];
        let from = seconds_between(part.from, happening.at);
        let scale = Scale { from, length: turn.seconds, whole: part.seconds() };
        Row::new(Kind::Entry, Some(happening.seq), Vec::new()).after(lead).with(right).scaled(scale)
    }
}

fn state_means(item: &Item) -> Meaning {
    match &item.state {
        ItemState::Waiting => Meaning::Dim,
        ItemState::Open => Meaning::Warn,
        ItemState::Closed(Outcome::Agreed, _) => Meaning::Good,
        ItemState::Closed(Outcome::NotAgreed, _) => Meaning::Bad,
        ItemState::Closed(Outcome::CarriedOver | Outcome::Noted, _) => Meaning::Plain,
    }
}

/// The page for spreadsheets: a row for everything that happened, turns with their seconds.
#[must_use]
pub fn csv(words: &Words, meeting: &Meeting) -> Vec<u8> {
    let page = Page { words, meeting };
    let session = meeting.session();
    let heads = [
        id::REVIEW_CSV_LINE,
        id::REPORT_DATE,
        id::REPORT_TIME,
        id::ACTIONS_ITEM,
        id::REPORT_NAME,
        id::REVIEW_CSV_SECONDS,
        id::REVIEW_CSV_SHARE,
        id::REVIEW_CSV_WHAT,
        id::REVIEW_CSV_UNDONE,
    ];
    let heads = heads.map(|head| words.say(head));
    let parts = course(words, meeting);
    let rows = parts.iter().flat_map(|part| {
        let spoken = part.spoken();
        let item = match part.of {
            Of::Item(item) => page.item_title(item),
            Of::Before | Of::Between | Of::After => String::new(),
        };
        part.happenings.iter().map(move |happening| {
            let undone = matches!(happening.what, What::Undone(_));
            let (name, seconds, share, what) = match &happening.what {
                What::Turn(turn) => (
                    speaker(session, turn.person),
                    turn.seconds.to_string(),
                    percent(turn.seconds, spoken).to_string(),
                    words.say(id::REVIEW_CSV_TURN),
                ),
                What::Else(told) | What::Undone(told) => {
                    (String::new(), String::new(), String::new(), told.clone())
                }
            };
            [
                happening.seq.to_string(),
                happening.at.date_naive().to_string(),
                clock(happening.at),
                item.clone(),
                name,
                seconds,
                share,
                what,
                words.say(if undone { id::REPORT_YES } else { id::REPORT_NO }),
            ]
        })
    });
    spreadsheet::csv(&heads, rows)
}
