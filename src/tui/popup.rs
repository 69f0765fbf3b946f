//! What a text could become, in a list beside it.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::Line;

use super::paint::{blank, piece, put};
use super::theme::Theme;
use crate::grammar::complete::Completion;
use crate::text::width::{clean, pad, width};

/// Most columns of what a completion is about.
const ABOUT_COLS: usize = 44;

/// Columns of the labels and of what they are about.
fn cols(offers: &[Completion]) -> (usize, usize) {
    let label = offers.iter().map(|offer| width(&clean(&offer.label))).max().unwrap_or(0);
    let about = offers.iter().map(|offer| width(&clean(&offer.about))).max().unwrap_or(0);
    (label, about.min(ABOUT_COLS))
}

/// The columns and rows that these take.
#[must_use]
pub fn size(offers: &[Completion]) -> (u16, u16) {
    let (label, about) = cols(offers);
    let wide = u16::try_from(label + about + 6).unwrap_or(u16::MAX);
    (wide, u16::try_from(offers.len()).unwrap_or(u16::MAX))
}

/// Where they are on a screen, with their lower edge on row `bottom`, and their labels from column
/// `left` on where there is room.
#[must_use]
pub fn area(offers: &[Completion], screen: Rect, left: u16, bottom: u16) -> Rect {
    let (wide, tall) = size(offers);
    let wide = wide.min(screen.width);
    let x = left.saturating_sub(2).min(screen.right().saturating_sub(wide));
    let height = tall.min(bottom.saturating_sub(screen.y));
    Rect::new(x, bottom - height, wide, height)
}

/// The one that is chosen next; from none the first, or going up the last.
#[must_use]
pub fn moved(chosen: Option<usize>, count: usize, down: bool) -> Option<usize> {
    let last = count.checked_sub(1)?;
    Some(match (chosen, down) {
        (None, true) => 0,
        (None, false) => last,
        (Some(at), true) => (at + 1) % count,
        (Some(at), false) => (at + last) % count,
    })
}

/// Offers nothing more where what was just put in would be offered again.
pub fn forget(offers: &mut Vec<Completion>, accepted: &Completion) {
    if offers.first().is_some_and(|next| next.insert == accepted.insert) {
        offers.clear();
    }
}

/// Draws them into an area, a mark before the chosen one.
pub fn draw(
    theme: &Theme,
    offers: &[Completion],
    chosen: Option<usize>,
    area: Rect,
    buf: &mut Buffer,
) {
    let (label, about) = cols(offers);
    blank(buf, area, theme);
    for (row, offer) in offers.iter().take(area.height.into()).enumerate() {
        let here = chosen == Some(row);
        let style = if here { theme.bar } else { theme.popup };
        let mark = if here { ">" } else { theme.glyphs.down };
        let line = Line::from(vec![
            piece(&format!("{mark} "), style),
            piece(&pad(&clean(&offer.label), label), style),
            piece("  ", style),
            piece(&pad(&clean(&offer.about), about), style),
            piece("  ", style),
        ]);
        put(buf, area, row, line);
    }
}

#[cfg(test)]
mod tests {
    use super::moved;

    #[test]
    fn choosing_goes_round_and_chooses_nothing_where_there_is_none() {
        let steps = [(None, true, 0), (None, false, 2), (Some(2), true, 0), (Some(0), false, 2)];
        for (chosen, down, expected) in steps {
            assert_eq!(moved(chosen, 3, down), Some(expected));
        }
        assert_eq!(moved(Some(0), 3, true), Some(1));
        assert_eq!(moved(None, 0, true), None);
        assert_eq!(moved(Some(4), 0, false), None);
    }
}
