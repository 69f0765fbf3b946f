//! One glyph as dots.
//!
//! An outline made for paper loses strokes when it is cut into sixteen dots. So it is tried in a few
//! places between two dots, and Chinese characters a little larger and smaller as well: what comes
//! nearest to whole dots is taken. That is what hinting does, for want of hints.

use ab_glyph::{Font, FontVec, GlyphId, PxScale, point};

/// How large an em is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Dots {
    /// Dots from left to right.
    pub across: u16,
    /// Dots from top to bottom.
    pub down: u16,
}

impl Dots {
    /// An em that is so many dots less high, and narrower in proportion.
    pub fn less(self, more: usize) -> Self {
        let down = usize::from(self.down).saturating_sub(more).max(1);
        let across = usize::from(self.across) * down / usize::from(self.down.max(1));
        let dots = |dots: usize| u16::try_from(dots).unwrap_or(u16::MAX);
        Self { across: dots(across.max(1)), down: dots(down) }
    }
}

/// From this much of a dot on it is filled.
const FILLED: f32 = 0.5;
/// Places between two dots that are tried.
const PLACES: u8 = 6;
/// Sizes that are tried, as parts of the right one.
const SIZES: [f32; 4] = [1.0, 0.97, 1.03, 0.94];
/// What being a part larger or smaller weighs against a part of the ink being in the wrong dots.
const SIZE_WEIGHS: f32 = 0.3;
/// What a part of ink too much or too little weighs against the same.
const INK_WEIGHS: f32 = 0.5;
/// The middle of a Chinese character above the line, in parts of the em.
const MIDDLE: f32 = 0.38;
/// Dots of a glyph at most.
const MOST_DOTS: usize = 100_000;

/// The dots of a glyph, counted from where its line begins: to the right, and downwards.
#[derive(Debug, Default)]
pub struct Glyph {
    left: i32,
    /// The topmost dot.
    pub top: i32,
    across: usize,
    dots: Vec<bool>,
}

impl Glyph {
    /// Draws a glyph of a font that has `em` units in an em. One without an outline, like a space,
    /// has no dots. What is `square` may be moved up and down; letters stay on their line.
    pub fn draw(font: &FontVec, em: f32, id: GlyphId, dots: Dots, square: bool) -> Self {
        let unit = font.height_unscaled() / em;
        let outline = Outline {
            font,
            id,
            scale: PxScale { x: f32::from(dots.across) * unit, y: f32::from(dots.down) * unit },
            middle: (
                font.h_advance_unscaled(id) / em * f32::from(dots.across) / 2.0,
                -MIDDLE * f32::from(dots.down),
            ),
        };
        let mut fit = Fit { size: (1.0, 1.0), place: (0.0, 0.0) };
        if square {
            // Up and down first: Chinese characters have more strokes across.
            fit = outline.best(&fit, |fit, size, place| Fit {
                size: (fit.size.0, size),
                place: (fit.place.0, place),
            });
        }
        let across = |fit: &Fit, size, place| Fit {
            size: (if square { size } else { 1.0 }, fit.size.1),
            place: (place, fit.place.1),
        };
        fit = outline.best(&fit, across);
        outline.ink(&fit).map(Ink::cut).unwrap_or_default()
    }

    /// The row below its lowest dot.
    pub fn bottom(&self) -> i32 {
        let down = self.dots.len().checked_div(self.across).unwrap_or(0);
        self.top + i32::try_from(down).unwrap_or(0)
    }

    /// Its dots.
    pub fn filled(&self) -> impl Iterator<Item = (i32, i32)> {
        let at = |index: usize| i32::try_from(index).unwrap_or(i32::MAX);
        self.dots.iter().enumerate().filter(|(_, filled)| **filled).map(move |(index, _)| {
            let (x, y) = (index % self.across, index / self.across);
            (self.left + at(x), self.top + at(y))
        })
    }
}

/// A glyph's outline at a size.
struct Outline<'a> {
    font: &'a FontVec,
    id: GlyphId,
    scale: PxScale,
    /// The point that stays where it is when the size changes.
    middle: (f32, f32),
}

/// How an outline is laid over the dots: in parts of its size, moved by parts of a dot.
#[derive(Clone, Copy)]
struct Fit {
    size: (f32, f32),
    place: (f32, f32),
}

/// How much of each dot is inside an outline.
struct Ink {
    left: i32,
    top: i32,
    across: usize,
    shares: Vec<f32>,
}

impl Outline<'_> {
    /// The fit, made from one by a size and a place, that comes nearest to whole dots.
    fn best(&self, from: &Fit, change: impl Fn(&Fit, f32, f32) -> Fit) -> Fit {
        let mut best = (f32::MAX, *from);
        for size in SIZES {
            for place in 0..PLACES {
                let fit = change(from, size, f32::from(place) / f32::from(PLACES) - 0.5);
                let Some(ink) = self.ink(&fit) else { continue };
                let changed = (fit.size.0 - 1.0).abs() + (fit.size.1 - 1.0).abs();
                let wrong = ink.wrong() + SIZE_WEIGHS * changed;
                if wrong < best.0 {
                    best = (wrong, fit);
                }
            }
        }
        best.1
    }

    fn ink(&self, fit: &Fit) -> Option<Ink> {
        let scale = PxScale { x: self.scale.x * fit.size.0, y: self.scale.y * fit.size.1 };
        let stay = |middle: f32, size: f32| middle * (1.0 - size);
        let place = point(
            stay(self.middle.0, fit.size.0) + fit.place.0,
            stay(self.middle.1, fit.size.1) + fit.place.1,
        );
        let outlined = self.font.outline_glyph(self.id.with_scale_and_position(scale, place))?;
        let bounds = outlined.px_bounds();
        let (across, down) = (whole(bounds.width()), whole(bounds.height()));
        let count = across.checked_mul(down).filter(|count| (1..=MOST_DOTS).contains(count))?;
        let mut shares = vec![0.0; count];
        outlined.draw(|x, y, share| {
            let at = (y as usize).checked_mul(across).and_then(|row| row.checked_add(x as usize));
            if let Some(dot) = at.and_then(|at| shares.get_mut(at)) {
                *dot = share.clamp(0.0, 1.0);
            }
        });
        Some(Ink { left: near(bounds.min.x), top: near(bounds.min.y), across, shares })
    }
}

impl Ink {
    /// How wrong it is to fill dots or leave them empty, as a part of all ink.
    fn wrong(&self) -> f32 {
        let (mut ink, mut wrong, mut filled) = (0.0, 0.0, 0.0);
        for share in &self.shares {
            ink += share;
            wrong += share.min(1.0 - share);
            filled += if *share >= FILLED { 1.0 } else { 0.0 };
        }
        let ink: f32 = ink;
        (wrong + INK_WEIGHS * (filled - ink).abs()) / ink.max(1.0)
    }

    fn cut(self) -> Glyph {
        let dots = self.shares.iter().map(|share| *share >= FILLED).collect();
        Glyph { left: self.left, top: self.top, across: self.across, dots }
    }
}

/// A length to the nearest whole number of dots; never below none.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "clamped to what fits; not a number becomes 0"
)]
pub fn whole(length: f32) -> usize {
    length.round().clamp(0.0, 100_000.0) as usize
}

/// A place to the nearest dot.
#[expect(clippy::cast_possible_truncation, reason = "clamped to what fits; not a number becomes 0")]
pub fn near(place: f32) -> i32 {
    place.round().clamp(-100_000.0, 100_000.0) as i32
}
