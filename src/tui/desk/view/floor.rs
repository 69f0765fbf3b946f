//! Who has the floor and for how long, who is next and why, and who else waits.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use crate::domain::item::{Floor, Item};
use crate::domain::people::Participant;
use crate::domain::plan::next_speaker;
use crate::phrase;
use crate::text::clock::clock_mm_ss;
use crate::text::width::width;
use crate::text::words::id;
use crate::tui::desk::model::Model;
use crate::tui::paint::{piece, plain, put, put_both};

/// Rows the block takes.
pub const HEIGHT: u16 = 3;
/// Columns of the bar that shows how much of a turn is used.
const BAR: usize = 9;

/// Draws the block.
pub fn draw(model: &Model, item: &Item, area: Rect, buf: &mut Buffer) {
    let (words, theme) = (&model.words, &model.theme);
    let titles = [id::FLOOR_TITLE, id::NEXT_TITLE, id::QUEUE_TITLE].map(|title| words.say(title));
    let column = titles.iter().map(|title| width(title)).max().unwrap_or(0) + 1;
    let label = |at: usize| {
        let title = titles.get(at).map_or("", String::as_str);
        piece(&crate::text::width::pad(title, column), theme.strong)
    };
    if let Some(floor) = model.session().floor {
        let mut left = Line::from(label(0));
        if let Some(person) = model.session().person(floor.person) {
            left.spans.extend(named(model, person));
        }
        put_both(buf, area, 0, left, clock(model, floor));
    } else {
        let free = piece(&words.say(id::FLOOR_FREE), theme.dim);
        put(buf, area, 0, Line::from(vec![label(0), free]));
    }
    put(buf, area, 1, next(model, label(1)));
    put(buf, area, 2, queue(model, item, label(2)));
}

fn named(model: &Model, person: &Participant) -> Vec<Span<'static>> {
    let household = person.household.as_deref().unwrap_or_default();
    vec![
        piece(&person.name, model.theme.strong),
        piece(&format!(" {}", phrase::role(&model.words, &person.role)), model.theme.dim),
        piece(&format!(" {household}"), model.theme.dim),
    ]
}

/// `1:42 / 3:00 [=====----]`, and by how much the turn is over.
fn clock(model: &Model, floor: Floor) -> Line<'static> {
    let theme = &model.theme;
    let limit = model.session().setup.turn_seconds;
    let spent = floor.watch.read(model.now);
    let shown = clock_mm_ss(spent.into());
    if limit == 0 {
        return Line::from(plain(&shown));
    }
    let text = format!("{shown} / {}", clock_mm_ss(limit.into()));
    if spent > limit {
        let over = clock_mm_ss(i64::from(spent - limit));
        let over = model.words.tell(id::FLOOR_OVER, &[("time", over.into())]);
        return Line::from(vec![
            piece(&text, theme.bad),
            plain(" "),
            piece(&format!("[{over}]"), theme.bad),
        ]);
    }
    let used = usize::try_from(u64::from(spent) * BAR as u64 / u64::from(limit)).unwrap_or(BAR);
    let style = if u64::from(spent) * 10 >= u64::from(limit) * 8 { theme.warn } else { theme.good };
    let bar = theme.glyphs.bar(used, BAR);
    Line::from(vec![piece(&text, style), plain(" "), piece(&bar, style)])
}

fn next(model: &Model, label: Span<'static>) -> Line<'static> {
    let words = &model.words;
    let Some(next) = next_speaker(model.session()) else {
        let nobody = piece(&words.say(id::NEXT_NOBODY), model.theme.dim);
        return Line::from(vec![label, nobody]);
    };
    let name = model.session().name_of(next.person);
    let why = phrase::why_next(words, &next, model.now);
    Line::from(vec![
        label,
        piece(name, model.theme.next),
        piece(&format!("  {why}"), model.theme.dim),
    ])
}

fn queue(model: &Model, item: &Item, label: Span<'static>) -> Line<'static> {
    let mut line = Line::from(label);
    line.spans.push(plain(&format!("{}  ", item.hands.len())));
    // Names beyond the line's end need not be worked out.
    for hand in item.hands.iter().take(40) {
        line.spans.push(plain(model.session().name_of(hand.person)));
        if let Some(stance) = hand.stance {
            line.spans.push(piece(&stance.mark().to_string(), model.theme.stance(Some(stance))));
        }
        let turns = item.turns_of(hand.person);
        if turns > 0 {
            let turn = model.words.tell(id::QUEUE_TURN, &[("turn", (turns + 1).into())]);
            line.spans.push(piece(&turn, model.theme.dim));
        }
        line.spans.push(plain("  "));
    }
    line
}
