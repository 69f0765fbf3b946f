//! The rows of the form, the one under the bar with its caret, and what it could become.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::text::Line;

use crate::domain::expected::{Standing, attendance};
use crate::domain::ids::{ExpectedId, ItemId};
use crate::domain::item::ItemState;
use crate::domain::notice;
use crate::domain::rehearsal::{Rehearsal, rehearse};
use crate::phrase::{self, clock_time, duration};
use crate::text::dates::long_date;
use crate::text::width::{clean, clip, pad, pad_left, width};
use crate::text::words::id;
use crate::text::wrap::wrap;
use crate::tui::listing::first_row;
use crate::tui::paint::{fit, line_width, piece, plain, put, put_both};
use crate::tui::popup;
use crate::tui::prepare::fields::Field;
use crate::tui::prepare::model::Model;

/// Columns before everything: the bar's mark.
const MARGIN: u16 = 3;
/// Columns of the times of an item.
const TIMES: usize = 11;
/// Most rows of a reason beside a row.
const REASON_ROWS: usize = 4;

/// A line of the form.
struct Row {
    /// The field it shows; headings and reasons show none.
    field: Option<Field>,
    left: Line<'static>,
    right: Line<'static>,
    /// Columns before the text that is edited.
    indent: u16,
}

impl Row {
    fn heading(left: Line<'static>, right: Line<'static>) -> Self {
        Self { field: None, left, right, indent: 0 }
    }

    fn blank() -> Self {
        Self::heading(Line::default(), Line::default())
    }
}

/// What all rows need at hand.
struct Form<'a> {
    model: &'a Model,
    rehearsal: Rehearsal,
    /// Columns of the labels.
    label: usize,
    cols: usize,
}

/// Draws as much of the form as fits, the bar always on the screen. Where the caret is.
pub fn draw(model: &Model, area: Rect, buf: &mut Buffer) -> Option<Position> {
    if area.width < 20 || area.height == 0 {
        return None;
    }
    let inner = Rect { x: area.x + MARGIN, width: area.width - MARGIN - 1, ..area };
    let mut caret = None;
    for (at, row) in seen(model, area).into_iter().enumerate() {
        let here = row.field == Some(model.here);
        if here {
            put(buf, area, at, Line::from(piece(" >", model.theme.next)));
            caret = Some(draw_edited(model, row, inner, at, buf));
        } else if line_width(&row.right) > 0 {
            put_both(buf, inner, at, row.left, row.right);
        } else {
            put(buf, inner, at, row.left);
        }
    }
    let caret = caret?;
    if model.over.is_none() && model.aid.is_none() {
        offers(model, caret, area, buf);
    }
    Some(caret)
}

/// The rows that are seen, the bar always among them.
fn seen(model: &Model, area: Rect) -> Vec<Row> {
    let cols = usize::from(area.width - MARGIN - 1);
    let labels = model.rows().into_iter().filter_map(Field::label);
    let heads = [id::PREPARE_AGENDA, id::PREPARE_EXPECTED].into_iter();
    let label = labels.chain(heads).map(|label| width(&model.words.say(label))).max();
    let label = label.unwrap_or(0) + 2;
    let form = Form { model, rehearsal: rehearse(model.session()), label, cols };
    let mut rows = form.rows();
    let bar = rows.iter().position(|row| row.field == Some(model.here)).unwrap_or(0);
    let height = usize::from(area.height);
    let first = first_row(rows.len(), bar, height);
    rows.drain(..first);
    rows.truncate(height);
    rows
}

/// The field that is shown on a row of the area.
pub fn field_at(model: &Model, area: Rect, row: usize) -> Option<Field> {
    if area.width < 20 {
        return None;
    }
    seen(model, area).get(row)?.field
}

/// The row under the bar: its text is scrolled so that the caret is seen.
fn draw_edited(model: &Model, row: Row, area: Rect, at: usize, buf: &mut Buffer) -> Position {
    put_both(buf, area, at, row.left, row.right.clone());
    let taken = u16::try_from(line_width(&row.right)).unwrap_or(0);
    let gap = if taken > 0 { taken + 1 } else { 0 };
    let x = area.x + row.indent;
    let room = area.width.saturating_sub(row.indent + gap).max(4);
    let laid = model.line.lay(room.into());
    let (line, column) = laid.caret;
    let text = laid.rows.get(line).map_or("", String::as_str);
    let field = Rect { x, width: room.min(area.right().saturating_sub(x)), ..area };
    let style = if model.complaint.is_some() { model.theme.bad } else { model.theme.strong };
    put(buf, field, at, Line::from(piece(&pad(text, room.into()), style)));
    if line > 0 {
        // There is more before what is seen.
        let before = Rect { x: x.saturating_sub(1), width: 1, ..area };
        put(buf, before, at, Line::from(piece("<", model.theme.dim)));
    }
    let y = area.y + u16::try_from(at).unwrap_or(0);
    let column = u16::try_from(column).unwrap_or(0).min(field.width.saturating_sub(1));
    Position::new(x + column, y)
}

/// What the row could become, below it, or above where there is more room.
fn offers(model: &Model, caret: Position, area: Rect, buf: &mut Buffer) {
    let offers = &model.completions;
    if offers.is_empty() {
        return;
    }
    let (wide, tall) = popup::size(offers);
    let below = area.bottom().saturating_sub(caret.y + 1);
    let above = caret.y - area.y;
    let (y, tall) = if below >= tall.min(3) || below >= above {
        (caret.y + 1, tall.min(below))
    } else {
        let tall = tall.min(above);
        (caret.y - tall, tall)
    };
    let wide = wide.min(area.width);
    let from = offers.first().map_or(0, |offer| offer.from);
    let before = model.line.before_caret();
    let typed = width(&clean(before.get(from..).unwrap_or_default()));
    let x = caret.x.saturating_sub(u16::try_from(typed + 2).unwrap_or(0));
    let x = x.clamp(area.x, area.right().saturating_sub(wide));
    let next = match model.completed {
        Some((at, _)) => Some(at),
        None => Some(0),
    };
    popup::draw(&model.theme, offers, next, Rect::new(x, y, wide, tall), buf);
}

impl Form<'_> {
    fn rows(&self) -> Vec<Row> {
        let mut rows = Vec::new();
        let mut heads = [Some(self.agenda_head()), Some(self.expected_head())];
        for field in self.model.rows() {
            // The end of a list is there even when nothing else of it is.
            let list = [field.is_agenda(), field.is_expected()];
            for (at, of_list) in list.into_iter().enumerate() {
                if let Some(head) = heads.get_mut(at).filter(|_| of_list).and_then(Option::take) {
                    rows.extend([Row::blank(), head]);
                }
            }
            rows.push(self.row(field));
            if field == self.model.here {
                rows.extend(self.reason());
            }
        }
        rows
    }

    /// Why the row under the bar cannot be taken in.
    fn reason(&self) -> Vec<Row> {
        let Some(why) = &self.model.complaint else { return Vec::new() };
        let indent = 4;
        let mut told = wrap(&clean(why), self.cols.saturating_sub(indent + 2).max(10));
        told.truncate(REASON_ROWS);
        told.iter()
            .enumerate()
            .map(|(at, text)| {
                let mark = if at == 0 { "! " } else { "  " };
                let line = format!("{}{mark}{text}", " ".repeat(indent));
                Row::heading(Line::from(piece(&line, self.model.theme.bad)), Line::default())
            })
            .collect()
    }

    fn row(&self, field: Field) -> Row {
        match field {
            Field::Item(item) => self.item(field, item),
            Field::Expected(expected) => self.person(field, expected),
            Field::NewItem => self.end(field, id::PREPARE_NEW_ITEM, "+ "),
            Field::NewExpected => self.end(field, id::PREPARE_NEW_EXPECTED, "+ "),
            _ => self.setup(field),
        }
    }

    fn setup(&self, field: Field) -> Row {
        let (model, theme) = (self.model, &self.model.theme);
        let label = field.label().map(|label| model.words.say(label)).unwrap_or_default();
        let shown = self.shown(field);
        let value = if field == Field::Notice {
            // What stands at its end says more.
            plain(&shown)
        } else if shown.is_empty() {
            piece(&model.words.say(id::PREPARE_NOT_SET), theme.dim)
        } else {
            plain(&shown)
        };
        let left = Line::from(vec![piece(&pad(&label, self.label), theme.dim), value]);
        let right = match field {
            Field::Date => self.until(),
            Field::Notice => self.notice(),
            _ => Line::default(),
        };
        let indent = u16::try_from(self.label).unwrap_or(0);
        Row { field: Some(field), left, right, indent }
    }

    /// What a row of the setup shows while it is not edited.
    fn shown(&self, field: Field) -> String {
        let setup = &self.model.session().setup;
        match field {
            Field::Date => long_date(setup.on, self.model.words.lang()),
            other => {
                crate::tui::prepare::fields::raw(&self.model.words, self.model.session(), other)
            }
        }
    }

    /// How many days are left.
    fn until(&self) -> Line<'static> {
        let words = &self.model.words;
        let days = (self.model.session().setup.on - self.model.now.date_naive()).num_days();
        let told = if days < 0 {
            words.say(id::PREPARE_DAYS_PAST)
        } else {
            words.tell(id::PREPARE_DAYS_BEFORE, &[("days", days.into())])
        };
        let style = if days < 0 { self.model.theme.warn } else { self.model.theme.dim };
        Line::from(piece(&told, style))
    }

    /// Where the notice stands.
    fn notice(&self) -> Line<'static> {
        let model = self.model;
        let state = notice::state(model.session(), model.now.date_naive());
        let style = if state.is_amiss() { model.theme.warn } else { model.theme.dim };
        Line::from(piece(&phrase::notice_state(&model.words, state), style))
    }

    fn agenda_head(&self) -> Row {
        let words = &self.model.words;
        let count = self.rehearsal.slots.len();
        let length = duration(words, self.rehearsal.total.saturating_mul(60));
        let count = ("count", count.into());
        let told = match (self.rehearsal.total, self.rehearsal.starts, self.rehearsal.ends()) {
            (0, ..) => words.tell(id::PREPARE_AGENDA_COUNT, &[count]),
            (_, Some(from), Some(to)) => words.tell(
                id::PREPARE_AGENDA_CLOCK,
                &[
                    count,
                    ("length", length.into()),
                    ("from", clock_time(from).into()),
                    ("to", clock_time(to).into()),
                ],
            ),
            _ => words.tell(id::PREPARE_AGENDA_PLANNED, &[count, ("length", length.into())]),
        };
        self.head(id::PREPARE_AGENDA, &told)
    }

    fn expected_head(&self) -> Row {
        let attendance = attendance(self.model.session());
        let count = ("count", attendance.expected().into());
        let told = if attendance.excused.is_empty() {
            self.model.words.tell(id::PREPARE_EXPECTED_COUNT, &[count])
        } else {
            let excused = ("excused", attendance.excused.len().into());
            self.model.words.tell(id::PREPARE_EXPECTED_EXCUSED, &[count, excused])
        };
        self.head(id::PREPARE_EXPECTED, &told)
    }

    fn head(&self, label: crate::text::words::Id, told: &str) -> Row {
        let theme = &self.model.theme;
        let label = pad(&self.model.words.say(label), self.label);
        let left = Line::from(vec![piece(&label, theme.strong), piece(told, theme.dim)]);
        Row::heading(left, Line::default())
    }

    fn item(&self, field: Field, id: ItemId) -> Row {
        let (session, words, theme) = (self.model.session(), &self.model.words, &self.model.theme);
        let Some(item) = session.item(id) else { return Row::blank() };
        let place = session.place_of(id).unwrap_or(0);
        let digits = session.order.len().to_string().len();
        let lead = format!("{}  ", pad_left(&place.to_string(), digits + 2));
        let minutes = match item.minutes {
            Some(minutes) => {
                plain(&words.tell(id::PREPARE_MINUTES, &[("minutes", minutes.into())]))
            }
            None => piece(&words.say(id::PREPARE_NO_MINUTES), theme.warn),
        };
        let slot = self.rehearsal.slots.iter().find(|slot| slot.item == id);
        let clock = |minutes: u32| self.rehearsal.clock(minutes).map(clock_time);
        let times = slot.and_then(|slot| {
            let until = slot.from.saturating_add(slot.minutes?);
            Some(format!("{}-{}", clock(slot.from)?, clock(until)?))
        });
        let state = match &item.state {
            // Blanks keep the minutes of all items below one another.
            ItemState::Waiting if self.rehearsal.starts.is_some() => {
                format!("  {}", pad(&times.unwrap_or_default(), TIMES))
            }
            ItemState::Waiting => String::new(),
            state => format!("  {}", phrase::item_state(words, state)),
        };
        let indent = u16::try_from(width(&lead)).unwrap_or(0);
        let left = Line::from(vec![piece(&lead, theme.dim), plain(&item.title)]);
        let right = Line::from(vec![minutes, piece(&state, theme.dim)]);
        Row { field: Some(field), left, right, indent }
    }

    fn person(&self, field: Field, id: ExpectedId) -> Row {
        let (session, words, theme) = (self.model.session(), &self.model.words, &self.model.theme);
        let Some(expected) = session.expected(id) else { return Row::blank() };
        let lead = "    ";
        let mut about = phrase::role(words, &expected.role);
        if let Some(household) = &expected.household {
            about = format!("{about} {household}");
        }
        let left = Line::from(vec![
            plain(lead),
            plain(&expected.name),
            piece(&format!("  {about}"), theme.dim),
        ]);
        let came = attendance(session).came.iter().any(|(came, _)| *came == id);
        let right = match &expected.standing {
            _ if came => piece(&words.say(id::PREPARE_CAME), theme.good),
            Standing::Excused(why) => {
                let told = words.tell(id::PREPARE_EXCUSED, &[("why", why.into())]);
                piece(&clip(&clean(&told), self.cols / 2), theme.warn)
            }
            Standing::Expected | Standing::Dropped => plain(""),
        };
        let indent = u16::try_from(lead.len()).unwrap_or(0);
        Row { field: Some(field), left, right: Line::from(right), indent }
    }

    /// Where one is added to a list.
    fn end(&self, field: Field, about: crate::text::words::Id, mark: &str) -> Row {
        let theme = &self.model.theme;
        let lead = format!("  {mark}");
        let told = self.model.words.say(about);
        let left = Line::from(vec![piece(&lead, theme.key), piece(&told, theme.dim)]);
        let indent = u16::try_from(lead.len()).unwrap_or(0);
        Row { field: Some(field), left: fit(left, self.cols), right: Line::default(), indent }
    }
}
