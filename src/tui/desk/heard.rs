//! Who has been heard: an answer in sentences, and rows with bars to scale for a window.

use ratatui::text::{Line, Span};

use super::model::Model;
use crate::domain::heard::{Spoken, heard};
use crate::domain::ids::PersonId;
use crate::phrase;
use crate::text::clock::clock_mm_ss;
use crate::text::width::{clean, clip, pad, pad_left, width};
use crate::text::words::id;
use crate::text::wrap::wrap;
use crate::tui::paint::{piece, plain};

/// Most people told of in sentences.
const TOLD: usize = 5;
/// Columns of a name in the window.
const NAME_COLS: usize = 22;
/// Columns of the figures behind a bar.
const FIGURE_COLS: usize = 25;
/// Most columns of a bar.
const MOST_BAR: usize = 40;

fn names(model: &Model, people: &[PersonId]) -> String {
    let names: Vec<&str> = people.iter().map(|it| model.session().name_of(*it)).collect();
    phrase::comma_list(&model.words, &names)
}

fn whole(model: &Model, spoken: Spoken) -> String {
    let values = [
        ("turns", spoken.turns.into()),
        ("length", phrase::duration(&model.words, spoken.seconds).into()),
        ("people", spoken.people.into()),
    ];
    model.words.tell(id::HEARD_WHOLE, &values)
}

/// Whoever chairs, apart.
fn chair(model: &Model, chair: Option<(PersonId, Spoken)>) -> Option<String> {
    let (person, spoken) = chair?;
    let values = [
        ("name", model.session().name_of(person).into()),
        ("length", phrase::duration(&model.words, spoken.seconds).into()),
        ("share", phrase::share(spoken.share).into()),
    ];
    Some(model.words.tell(id::HEARD_CHAIR, &values))
}

/// Who spoke how much, a sentence a line, and who has not been heard.
#[must_use]
pub fn told(model: &Model) -> Vec<String> {
    let words = &model.words;
    let heard = heard(model.session(), Some(model.now));
    let mut lines = Vec::new();
    if heard.people.is_empty() {
        lines.push(words.say(id::HEARD_NOBODY));
    } else {
        let mut sum = whole(model, heard.whole);
        if let Some(chair) = chair(model, heard.chair) {
            let parts = [("line", sum.into()), ("more", chair.into())];
            sum = words.tell(id::SAY_AND, &parts);
        }
        lines.push(sum);
    }
    // Who has not been heard is what one asks for; the shares come after it.
    lines.push(match heard.silent.len() {
        0 => words.say(id::HEARD_SILENT_NONE),
        count => {
            let names = names(model, &heard.silent);
            words.tell(id::SAY_HEARD_SILENT, &[("count", count.into()), ("names", names.into())])
        }
    });
    let voice = |name: String, spoken: &Spoken| {
        let values = [
            ("name", name.into()),
            ("turns", spoken.turns.into()),
            ("length", phrase::duration(words, spoken.seconds).into()),
            ("share", phrase::share(spoken.share).into()),
        ];
        words.tell(id::SAY_HEARD_VOICE, &values)
    };
    let spoke = heard.roles.iter().filter(|(_, spoken)| spoken.had_the_floor());
    lines.extend(spoke.map(|(role, spoken)| voice(phrase::role(words, role), spoken)));
    let people = heard.people.iter().take(TOLD);
    lines.extend(
        people.map(|(person, spoken)| voice(model.session().name_of(*person).to_owned(), spoken)),
    );
    lines
}

/// The rows of the window, for so many columns.
#[must_use]
pub fn rows(model: &Model, cols: usize) -> Vec<Line<'static>> {
    let (words, theme) = (&model.words, &model.theme);
    let heard = heard(model.session(), Some(model.now));
    let heading = |text: &str| Line::from(piece(text, theme.strong));
    let mut rows = Vec::new();
    if heard.people.is_empty() {
        rows.push(Line::from(plain(&words.say(id::HEARD_NOBODY))));
    } else {
        rows.push(Line::from(plain(&whole(model, heard.whole))));
        rows.extend(chair(model, heard.chair).map(|told| Line::from(piece(&told, theme.dim))));
        rows.extend([Line::default(), heading(&words.say(id::HEARD_BY_ROLE))]);
        for (role, spoken) in &heard.roles {
            let name = phrase::role(words, role);
            let values = [("name", name.into()), ("count", spoken.people.into())];
            rows.push(bar(model, &words.tell(id::HEARD_ROLE, &values), *spoken, cols));
        }
        rows.extend([Line::default(), heading(&words.say(id::HEARD_BY_PERSON))]);
        for (person, spoken) in &heard.people {
            let session = model.session();
            let role = session.person(*person).map(|it| phrase::role(words, &it.role));
            let name = format!("{} {}", session.name_of(*person), role.unwrap_or_default());
            rows.push(bar(model, &name, *spoken, cols));
        }
    }
    rows.push(Line::default());
    match heard.silent.len() {
        0 => rows.push(Line::from(piece(&words.say(id::HEARD_SILENT_NONE), theme.good))),
        count => {
            rows.push(heading(&words.tell(id::HEARD_SILENT, &[("count", count.into())])));
            rows.extend(paragraph(&names(model, &heard.silent), cols));
        }
    }
    if !heard.untimed.is_empty() {
        let names = names(model, &heard.untimed);
        let told = words.tell(id::HEARD_UNTIMED, &[("names", names.into())]);
        rows.push(Line::default());
        rows.extend(paragraph(&told, cols));
    }
    rows
}

fn paragraph(text: &str, cols: usize) -> Vec<Line<'static>> {
    let room = cols.saturating_sub(2);
    wrap(&clean(text), room).iter().map(|row| Line::from(plain(&format!("  {row}")))).collect()
}

/// A name, a bar for its share, and the figures.
fn bar(model: &Model, name: &str, spoken: Spoken, cols: usize) -> Line<'static> {
    let theme = &model.theme;
    let name = clean(name);
    let shown = pad(&clip(&name, NAME_COLS), NAME_COLS);
    let turns = model.words.tell(id::HEARD_TURNS, &[("count", spoken.turns.into())]);
    let length = clock_mm_ss(spoken.seconds.into());
    let figures = format!(
        "{}{}{}",
        pad_left(&length, 7),
        pad_left(&phrase::share(spoken.share), 8),
        pad_left(&turns, 10)
    );
    let room = cols.saturating_sub(2 + NAME_COLS + 3 + width(&figures).max(FIGURE_COLS));
    let room = room.min(MOST_BAR);
    let mut spans: Vec<Span<'static>> = vec![plain(&format!("  {shown} "))];
    if room >= 4 {
        let columns = usize::try_from(spoken.share).unwrap_or(0) * room;
        // Whoever spoke at all has a mark.
        let taken = ((columns + 500) / 1000).max(usize::from(spoken.seconds > 0)).min(room);
        let glyphs = &theme.glyphs;
        spans.push(piece(glyphs.down, theme.dim));
        spans.push(plain(&glyphs.filled.repeat(taken)));
        spans.push(piece(&glyphs.left.repeat(room - taken), theme.dim));
        spans.push(piece(glyphs.down, theme.dim));
    }
    spans.push(plain(&figures));
    Line::from(spans)
}
