//! The actions as rows, with their present state: what was promised, and all the news of it.

use super::places::{Places, Thing};
use super::row::{Kind, Meaning, Piece, Row, push};
use crate::domain::action::ActionState;
use crate::domain::agreement::Agreed;
use crate::domain::ids::ActionId;
use crate::domain::ledger::{Ledger, Report};
use crate::domain::session::Session;
use crate::phrase::{action_state, bracketed, comma_list};
use crate::report::actions::{ActionRow, Tally, state, tally_line};
use crate::report::people::confirmed_by;
use crate::text::width::pad;
use crate::text::words::{Id, Words, id};

/// Columns of an action's number, and before what stands below.
const NUMBER_COLS: usize = 4;

/// The page. `actions` are those of the meeting, in the order they are shown.
#[must_use]
pub fn rows(
    words: &Words,
    session: &Session,
    actions: &[ActionRow],
    ledger: &Ledger,
    places: &Places,
) -> Vec<Row> {
    let page = Page { words, session, places };
    let title = words.tell(id::REVIEW_ACTIONS_TITLE, &[("title", (&session.setup.title).into())]);
    let title = vec![Piece::new(&title, Meaning::Strong)];
    let mut rows = vec![Row::new(Kind::Title, places.of(Thing::Record), title)];
    let sum = match actions {
        [] => words.say(id::ACTIONS_NONE),
        actions => tally_line(words, Tally::of(actions)),
    };
    let lead = vec![Piece::plain("  ")];
    rows.push(Row::new(Kind::Entry, None, vec![Piece::plain(&sum)]).after(lead));
    for action in actions {
        rows.push(Row::blank());
        let reports = ledger.reports_of(&action.session_id, ActionId(action.number));
        page.action(&mut rows, action, reports);
    }
    rows
}

struct Page<'a> {
    words: &'a Words,
    session: &'a Session,
    places: &'a Places,
}

impl Page<'_> {
    fn action(&self, rows: &mut Vec<Row>, action: &ActionRow, reports: &[Report]) {
        let number = ActionId(action.number);
        let seq = self.places.of(Thing::Action(number));
        let name = pad(&format!("A{}", action.number), NUMBER_COLS);
        let lead = vec![Piece::plain("  "), Piece::new(&name, Meaning::Name), Piece::plain(" ")];
        let stands = vec![Piece::new(&state(self.words, action), meaning_of(action))];
        let what = vec![Piece::new(&action.what, Meaning::Strong)];
        push(rows, Row::new(Kind::Entry, seq, what).after(lead).with(stands));
        below(rows, seq, self.promised(action));
        if let Some(item) = &action.item {
            below(rows, seq, vec![self.label(id::ACTIONS_ITEM), Piece::plain(item)]);
        }
        if !action.opinions.is_empty() {
            let numbers: Vec<String> = action.opinions.iter().map(u32::to_string).collect();
            let numbers = comma_list(self.words, &numbers);
            let who = comma_list(self.words, &action.proposers);
            let told = Piece::plain(&bracketed(self.words, &numbers, &who));
            below(rows, seq, vec![self.label(id::ACTIONS_OPINIONS), told]);
        }
        if let Some(why) = &action.dropped {
            let told = self.words.tell(id::ACTIONS_WHY_LINE, &[("text", why.into())]);
            let seq = self.places.of(Thing::Dropped(number)).or(seq);
            return below(rows, seq, vec![Piece::new(&told, Meaning::Dim)]);
        }
        if self.session.read_back.is_some() {
            let seq = self.places.of(Thing::Confirmed(Agreed::Action(number))).or(seq);
            below(rows, seq, vec![self.read_out(number)]);
        }
        if reports.is_empty() {
            let told = Piece::new(&self.words.say(id::REVIEW_NO_NEWS), Meaning::Dim);
            return below(rows, seq, vec![told]);
        }
        for report in reports.iter().rev() {
            below(rows, seq, self.news(report));
        }
    }

    /// Whether it was read out at the end of the meeting, and who confirmed it.
    fn read_out(&self, action: ActionId) -> Piece {
        let confirmed = self.session.action(action).and_then(|action| action.confirmed.as_ref());
        let Some(confirmed) = confirmed else {
            return Piece::new(&self.words.say(id::MINUTES_UNCONFIRMED), Meaning::Warn);
        };
        let time = ("time", confirmed.at.format("%H:%M").to_string().into());
        let names = comma_list(self.words, &confirmed_by(self.session, confirmed));
        Piece::plain(&if names.is_empty() {
            self.words.tell(id::MINUTES_CONFIRMED, &[time])
        } else {
            self.words.tell(id::MINUTES_CONFIRMED_BY, &[time, ("names", names.into())])
        })
    }

    /// What stands before the colon, and the colon.
    fn label(&self, label: Id) -> Piece {
        let values = [("label", self.words.say(label).into()), ("value", "".into())];
        Piece::new(&self.words.tell(id::REPORT_FIELD, &values), Meaning::Dim)
    }

    /// Who, by when, and how one will see it; what is missing says so.
    fn promised(&self, action: &ActionRow) -> Vec<Piece> {
        let due = action.due.map(|due| due.to_string());
        let mut told = Vec::new();
        for (label, value) in [
            (id::ACTIONS_OWNER, action.owner.as_deref()),
            (id::ACTIONS_DUE, due.as_deref()),
            (id::ACTIONS_TEST, action.test.as_deref()),
        ] {
            if !told.is_empty() {
                told.push(Piece::plain(&self.words.say(id::LIST_CLAUSE)));
            }
            told.push(self.label(label));
            told.push(match value {
                Some(value) => Piece::plain(value),
                None => Piece::new(&self.words.say(id::REPORT_MISSING), Meaning::Warn),
            });
        }
        told
    }

    /// When, what state, what was said, and who entered it.
    fn news(&self, report: &Report) -> Vec<Piece> {
        let mut told = vec![
            Piece::new(&format!("{}  ", report.at.format("%Y-%m-%d")), Meaning::Dim),
            Piece::new(&action_state(self.words, report.state), state_means(report.state)),
        ];
        if let Some(note) = &report.note {
            told.extend([Piece::plain("  "), Piece::plain(note)]);
        }
        let by = self.words.tell(id::REVIEW_ENTERED_BY, &[("name", (&report.by).into())]);
        told.extend([Piece::plain("  "), Piece::new(&by, Meaning::Dim)]);
        told
    }
}

/// Something that belongs to the action above.
fn below(rows: &mut Vec<Row>, seq: Option<u64>, told: Vec<Piece>) {
    let indent = vec![Piece::plain(&" ".repeat(NUMBER_COLS + 3))];
    push(rows, Row::new(Kind::Detail, seq, told).after(indent));
}

fn meaning_of(action: &ActionRow) -> Meaning {
    match (action.dropped.is_some(), action.overdue) {
        (true, _) => Meaning::Dim,
        (false, true) => Meaning::Bad,
        (false, false) => state_means(action.state),
    }
}

fn state_means(state: ActionState) -> Meaning {
    match state {
        ActionState::Done => Meaning::Good,
        ActionState::Underway => Meaning::Plain,
        ActionState::Open => Meaning::Warn,
    }
}
