//! What helps on every screen: help made from its keys, and the palette, which finds whatever can
//! be done there by name.
//!
//! ```text
//! +- Help ---------------------+   +- Find what can be done ----+
//! | Keys                       |   | > vote_                    |
//! |   F2   enter a show of h.. |   | > enter a show of hands F2 |
//! |   F3   agree on an action  |   |   /vote how for against    |
//! |                            |   |                            |
//! | Up/Down scroll, Esc closes |   | Enter does it, Esc closes  |
//! +----------------------------+   +----------------------------+
//! ```

use crossterm::event::KeyEvent;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::text::Line;

use super::capture::Capture;
use super::keymap::{Does, Keys};
use super::listing::{self, Row};
use super::paint::{line_width, piece, plain, put};
use super::theme::Theme;
use super::window::{self, Size, Window, text_cols};
use crate::text::pinyin::{Fit, Readings};
use crate::text::width::{pad, width};
use crate::text::words::{Id, Words, id};
use crate::text::wrap::wrap;

/// Columns before the palette's line.
const PROMPT: u16 = 2;
/// Offers that are seen at once.
const MOST_OFFERS: usize = 15;
/// Rows a page is scrolled by.
const PAGE: isize = 10;

/// Something that can be done, as the palette lists it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Offer {
    /// What choosing it does.
    pub what: Offered,
    /// What it is called.
    pub name: String,
    /// The key that does the same, or what is typed for it.
    pub beside: String,
}

/// What choosing an offer does.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Offered {
    /// The same as its key.
    Does(Does),
    /// Puts this into the line, to be gone on with.
    Begin(String),
}

/// A part of the help.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Section {
    /// Its heading.
    pub title: String,
    /// What is pressed or typed, and what that does. With nothing at the left, a sentence.
    pub rows: Vec<(String, String)>,
}

/// Help or palette, while one of them is open.
#[derive(Debug, Clone)]
pub enum Aid {
    /// Help, scrolled by this many rows.
    Help(usize),
    /// The palette, or another list that something is chosen from by its name.
    Palette {
        /// What it is called.
        title: Id,
        /// What is looked for.
        line: Capture,
        /// The offer under the bar, counted among those that fit.
        bar: usize,
    },
}

/// What a key in help or palette leads to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Helped {
    /// It stays open.
    Stays,
    /// It is closed.
    Closed,
    /// It is closed, and this was chosen.
    Chose(Offered),
}

/// What the keys of a screen do, as offers. Moving about is not among them: that is done by hand.
#[must_use]
pub fn offers(words: &Words, keys: &Keys) -> Vec<Offer> {
    let mut offers: Vec<Offer> = Vec::new();
    for (key, does) in keys.rows() {
        if is_moving(does) || offers.iter().any(|it| it.what == Offered::Does(does)) {
            continue;
        }
        let name = words.say(does.about());
        offers.push(Offer { what: Offered::Does(does), name, beside: key.to_string() });
    }
    offers
}

fn is_moving(does: Does) -> bool {
    matches!(
        does,
        Does::Palette
            | Does::Submit
            | Does::Complete
            | Does::Previous
            | Does::Next
            | Does::ScrollUp
            | Does::ScrollDown
            | Does::Cancel
    )
}

/// The part of the help that tells a screen's keys, those that do the same side by side.
#[must_use]
pub fn keys_section(words: &Words, keys: &Keys) -> Section {
    let mut told: Vec<(Does, String)> = Vec::new();
    for (key, does) in keys.rows() {
        match told.iter_mut().find(|(other, _)| *other == does) {
            Some((_, together)) => *together = format!("{together} {key}"),
            None => told.push((does, key.to_string())),
        }
    }
    let mut rows: Vec<(String, String)> =
        told.into_iter().map(|(does, keys)| (keys, words.say(does.about()))).collect();
    if keys.mouse {
        let row = |typed, about| (words.say(typed), words.say(about));
        rows.push(row(id::MOUSE_SELECT, id::MOUSE_SELECT_ABOUT));
    }
    Section { title: words.say(id::HELP_KEYS), rows }
}

/// Keys with their short names for the bottom line of a screen: as many as fit, and always the last,
/// which is the way out.
#[must_use]
pub fn hints(
    words: &Words,
    theme: &Theme,
    keys: &Keys,
    shown: &[(Does, Id)],
    cols: usize,
) -> Line<'static> {
    let Some((way_out, others)) = shown.split_last() else { return Line::default() };
    let kept = hint(words, theme, keys, *way_out, others.is_empty());
    let mut line =
        fitting_hints(words, theme, keys, others, cols.saturating_sub(line_width(&kept)));
    line.spans.extend(kept.spans);
    line
}

/// As many keys with their short names as fit.
#[must_use]
pub fn fitting_hints(
    words: &Words,
    theme: &Theme,
    keys: &Keys,
    shown: &[(Does, Id)],
    cols: usize,
) -> Line<'static> {
    let mut line = Line::default();
    for shown in shown {
        let hint = hint(words, theme, keys, *shown, line.spans.is_empty());
        if line_width(&line) + line_width(&hint) > cols {
            break;
        }
        line.spans.extend(hint.spans);
    }
    line
}

/// A key and its short name, with the gap before it: behind it, it would be cut with the last one, and
/// the name too.
fn hint(
    words: &Words,
    theme: &Theme,
    keys: &Keys,
    (does, name): (Does, Id),
    is_first: bool,
) -> Line<'static> {
    let key = keys.key_for(does).replace("Ctrl+", "^");
    let name = format!(" {}", words.say(name));
    let gap = plain(if is_first { " " } else { "  " });
    Line::from(vec![gap, piece(&key, theme.key), piece(&name, theme.dim)])
}

impl Aid {
    /// The palette with nothing typed.
    #[must_use]
    pub fn palette() -> Self {
        Self::list(id::PALETTE_TITLE, 0)
    }

    /// A list with nothing typed and the bar on one of its offers.
    #[must_use]
    pub fn list(title: Id, bar: usize) -> Self {
        Self::Palette { title, line: Capture::default(), bar }
    }

    /// Takes a key.
    pub fn key(&mut self, key: KeyEvent, meaning: Option<Does>, offers: &[Offer]) -> Helped {
        match self {
            Self::Help(scrolled) => match meaning {
                Some(Does::Cancel | Does::Quit | Does::Help | Does::Submit) => Helped::Closed,
                Some(Does::Palette) => {
                    *self = Self::palette();
                    Helped::Stays
                }
                _ => {
                    *scrolled = scrolled.saturating_add_signed(by(meaning));
                    Helped::Stays
                }
            },
            Self::Palette { line, bar, .. } => match meaning {
                Some(Does::Cancel | Does::Quit | Does::Palette) => Helped::Closed,
                Some(Does::Help) => {
                    *self = Self::Help(0);
                    Helped::Stays
                }
                Some(Does::Submit | Does::Complete) => {
                    let chosen = fitting(offers, line.text()).get(*bar).copied();
                    chosen.map_or(Helped::Stays, |offer| Helped::Chose(offer.what.clone()))
                }
                _ if by(meaning) != 0 => {
                    let last = fitting(offers, line.text()).len().saturating_sub(1);
                    *bar = bar.saturating_add_signed(by(meaning)).min(last);
                    Helped::Stays
                }
                _ => {
                    if line.key(key) {
                        *bar = 0;
                    }
                    Helped::Stays
                }
            },
        }
    }

    /// Takes pasted text, or what an input method commits that way.
    pub fn paste(&mut self, text: &str) {
        if let Self::Palette { line, bar, .. } = self {
            line.insert(text.lines().next().unwrap_or_default());
            *bar = 0;
        }
    }

    /// Draws it over a screen. Where the caret is, if it has a line to type into.
    pub fn draw(
        &self,
        words: &Words,
        theme: &Theme,
        help: &[Section],
        offers: &[Offer],
        screen: Rect,
        buf: &mut Buffer,
    ) -> Option<Position> {
        match self {
            Self::Help(scrolled) => {
                let window = Window {
                    title: &words.say(id::PANEL_HELP),
                    rows: help_rows(theme, help, text_cols(screen)),
                    foot: &words.say(id::PANEL_HELP_FOOT),
                    scrolled: *scrolled,
                };
                window.draw(theme, screen, buf);
                None
            }
            Self::Palette { title, line, bar } => {
                let palette = Palette { title: words.say(*title), line, bar: *bar, offers };
                draw_palette(words, theme, &palette, screen, buf)
            }
        }
    }
}

fn by(meaning: Option<Does>) -> isize {
    match meaning {
        Some(Does::Previous) => -1,
        Some(Does::Next) => 1,
        Some(Does::ScrollUp) => -PAGE,
        Some(Does::ScrollDown) => PAGE,
        _ => 0,
    }
}

/// The offers that fit what is typed: by characters, pinyin or initials of their name, or by the
/// key; the best fit first.
fn fitting<'a>(offers: &'a [Offer], typed: &str) -> Vec<&'a Offer> {
    let typed = typed.trim();
    if typed.is_empty() {
        return offers.iter().collect();
    }
    let lower = typed.to_lowercase();
    let mut fitting: Vec<(Fit, &Offer)> = offers
        .iter()
        .filter_map(|offer| {
            let beside = offer.beside.to_lowercase();
            let by_key = beside.trim_start_matches('/').starts_with(lower.trim_start_matches('/'));
            let fit = by_key.then_some(Fit::Whole);
            fit.or_else(|| Readings::of(&offer.name).matches(typed)).map(|fit| (fit, offer))
        })
        .collect();
    fitting.sort_by_key(|(fit, _)| *fit);
    fitting.into_iter().map(|(_, offer)| offer).collect()
}

/// A palette as it is drawn.
struct Palette<'a> {
    title: String,
    line: &'a Capture,
    bar: usize,
    offers: &'a [Offer],
}

fn draw_palette(
    words: &Words,
    theme: &Theme,
    palette: &Palette<'_>,
    screen: Rect,
    buf: &mut Buffer,
) -> Option<Position> {
    let Palette { title, line, bar, offers } = palette;
    let found = fitting(offers, line.text());
    // As wide and tall as with everything in it, so that it does not jump while one types.
    let name = offers.iter().map(|offer| width(&offer.name)).max().unwrap_or(0);
    let beside = offers.iter().map(|offer| width(&offer.beside)).max().unwrap_or(0);
    let size = Size { cols: name + beside + 6, rows: offers.len().min(MOST_OFFERS) + 2 };
    let inner = window::open(theme, title, &words.say(id::PALETTE_FOOT), size, screen, buf);
    if inner.height < 3 || inner.width < 8 {
        return None;
    }
    put(buf, inner, 0, Line::from(piece(">", theme.strong)));
    let laid = line.lay(usize::from(inner.width - PROMPT));
    let typed = Rect { x: inner.x + PROMPT, width: inner.width - PROMPT, height: 1, ..inner };
    let (row, column) = laid.caret;
    put(buf, typed, 0, Line::from(plain(laid.rows.get(row).map_or("", String::as_str))));
    let list = Rect { y: inner.y + 2, height: inner.height - 2, ..inner };
    if found.is_empty() {
        put(buf, list, 0, Line::from(piece(&words.say(id::PALETTE_NOTHING), theme.warn)));
    }
    let row = |at: usize| Row {
        left: found.get(at).map(|offer| plain(&offer.name)).into_iter().collect(),
        right: found.get(at).map(|offer| piece(&offer.beside, theme.key)).into_iter().collect(),
    };
    listing::draw(theme, found.len(), Some(*bar), row, list, buf);
    let column = u16::try_from(column).unwrap_or(0).min(typed.width.saturating_sub(1));
    Some(Position::new(typed.x + column, typed.y))
}

fn help_rows(theme: &Theme, help: &[Section], cols: usize) -> Vec<Line<'static>> {
    let typed = help.iter().flat_map(|section| &section.rows).map(|(typed, _)| width(typed));
    let left = typed.max().unwrap_or(0).min(cols / 2) + 2;
    let mut rows = Vec::new();
    for section in help {
        if !rows.is_empty() {
            rows.push(Line::default());
        }
        rows.push(Line::from(piece(&section.title, theme.strong)));
        for (typed, about) in &section.rows {
            rows.extend(entry(theme, typed, about, left, cols));
        }
    }
    rows
}

/// What is typed, and beside it, or below where it is long, what it does.
fn entry(theme: &Theme, typed: &str, about: &str, left: usize, cols: usize) -> Vec<Line<'static>> {
    if typed.is_empty() {
        let sentence = wrap(about, cols.saturating_sub(2));
        return sentence.iter().map(|row| Line::from(plain(&format!("  {row}")))).collect();
    }
    let room = cols.saturating_sub(left + 2).max(10);
    let mut about = wrap(about, room).into_iter();
    let mut rows = Vec::new();
    if width(typed) + 2 > left {
        let typed = wrap(typed, cols.saturating_sub(2));
        rows.extend(typed.iter().map(|row| Line::from(piece(&format!("  {row}"), theme.key))));
    } else {
        rows.push(Line::from(vec![
            piece(&format!("  {}", pad(typed, left)), theme.key),
            plain(&about.next().unwrap_or_default()),
        ]));
    }
    let indent = " ".repeat(left + 2);
    rows.extend(about.map(|row| Line::from(plain(&format!("{indent}{row}")))));
    rows
}

#[cfg(test)]
mod tests {
    use super::*;

    fn offer(name: &str, beside: &str, does: Does) -> Offer {
        Offer { what: Offered::Does(does), name: name.to_owned(), beside: beside.to_owned() }
    }

    fn some() -> Vec<Offer> {
        vec![
            offer("登记举手表决", "F2", Does::Vote),
            offer("议定一项行动", "F3", Does::Action),
            offer("agree on an action", "F13", Does::Action),
        ]
    }

    fn found(typed: &str) -> Vec<String> {
        fitting(&some(), typed).into_iter().map(|offer| offer.beside.clone()).collect()
    }

    #[test]
    fn offers_are_found_by_characters_pinyin_initials_and_key() {
        assert_eq!(found("表决"), ["F2"]);
        assert_eq!(found("biaojue"), ["F2"]);
        assert_eq!(found("xd"), ["F3"]);
        assert_eq!(found("action"), ["F13"]);
        assert_eq!(found("f3"), ["F3"]);
        assert_eq!(found("zzz"), [""; 0]);
        assert_eq!(found(" ").len(), 3);
    }
}
