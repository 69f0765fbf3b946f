//! Large type: text in letters several rows high, for those who sit further away, drawn from a
//! font of the system.
//!
//! A glyph's outline is made into dots for the size at hand and fitted to them (`glyph`); the dots
//! of a line become characters of the terminal by a [`Pen`]. Which font that is, [`find`] says. What
//! the font lacks is not drawn at all: whoever asks writes it in the terminal's own letters.

pub mod find;
mod glyph;

use std::collections::HashMap;
use std::fmt;
use std::sync::{Arc, Mutex, PoisonError};

use ab_glyph::{Font as _, FontVec, GlyphId, VariableFont as _};
use ratatui::style::{Modifier, Style};
use ratatui::text::Line;
use ttf_parser::name_id;

use super::paint::{piece, plain};
use crate::text::width::{clean, width};
use glyph::{Dots, Glyph};

/// Fewer rows than this do not hold a Chinese character.
pub const SMALLEST: usize = 6;
/// More rows than this nobody needs.
pub const LARGEST: usize = 40;
/// Glyphs kept, each some hundred dots. A meeting needs a few dozen.
const MOST_KEPT: usize = 2_000;
/// Characters of a line at most; more never fit.
const MOST_CHARS: usize = 200;
/// Where the line below Chinese characters is, from the top, in parts of the em.
const BASELINE: f32 = 0.88;
/// The weight a variable font is set to; many begin with their thinnest.
const WEIGHT: f32 = 400.0;
/// Faces of a collection that are looked at.
const MOST_FACES: u32 = 64;
/// What a font for Chinese has.
const PROOF: [char; 3] = ['议', '国', 'A'];

/// What the dots of large type are drawn with.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Pen {
    /// Half blocks: a row has two dots one above the other. For terminals that draw a block in one
    /// column.
    #[default]
    Halves,
    /// Cells filled with the colour of letters: no character is needed that some terminals draw
    /// twice as wide and some fonts lack, but letters must be twice as high to be read.
    Cells,
}

impl Pen {
    /// Dots across and down of a square that is so many rows high. A cell is about twice as high as
    /// wide.
    fn dots(self, rows: usize) -> Dots {
        let rows = u16::try_from(rows).unwrap_or(u16::MAX / 2);
        match self {
            Self::Halves => Dots { across: rows * 2, down: rows * 2 },
            Self::Cells => Dots { across: rows * 2, down: rows },
        }
    }

    /// The fewest rows that can be read.
    #[must_use]
    pub fn smallest(self) -> usize {
        match self {
            Self::Halves => SMALLEST,
            Self::Cells => 2 * SMALLEST,
        }
    }
}

/// Why a file cannot be used as a font for large type.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum NoTypeface {
    /// It is no font, or a broken one.
    #[error("not a font that can be read")]
    NotAFont,
    /// It has no Chinese characters.
    #[error("a font without Chinese characters")]
    NotChinese,
}

/// A font, and the glyphs of it that were drawn before.
pub struct Typeface {
    font: FontVec,
    /// Units of the font in an em.
    em: f32,
    glyphs: Mutex<HashMap<(GlyphId, Dots), Arc<Glyph>>>,
}

impl fmt::Debug for Typeface {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Typeface").finish_non_exhaustive()
    }
}

/// A line of large type.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Large {
    pen: Pen,
    /// Rows of ` ▀▄█`, or of ` #` where cells are filled.
    rows: Vec<String>,
}

impl Typeface {
    /// Takes the bytes of a font file; of a collection the face asked for, else the one for
    /// simplified Chinese.
    ///
    /// # Errors
    /// See [`NoTypeface`].
    pub fn read(bytes: Vec<u8>, face: Option<u32>) -> Result<Self, NoTypeface> {
        let face = face.unwrap_or_else(|| chinese_face(&bytes));
        let mut font =
            FontVec::try_from_vec_and_index(bytes, face).map_err(|_| NoTypeface::NotAFont)?;
        font.set_variation(b"wght", WEIGHT);
        let em = font.units_per_em().filter(|em| *em > 0.0).ok_or(NoTypeface::NotAFont)?;
        if PROOF.iter().any(|c| font.glyph_id(*c) == GlyphId(0)) {
            return Err(NoTypeface::NotChinese);
        }
        Ok(Self { font, em, glyphs: Mutex::default() })
    }

    /// Columns that a text takes in letters so many rows high; none when the font lacks one of its
    /// characters.
    #[must_use]
    pub fn columns(&self, text: &str, rows: usize, pen: Pen) -> Option<usize> {
        let dots = pen.dots(rows);
        let mut columns = 0;
        for c in clean(text).chars() {
            columns += self.advance(self.glyph_of(c)?, dots);
        }
        Some(columns)
    }

    /// The most rows, from `least` to `most`, in which a text fits into so many columns.
    #[must_use]
    pub fn rows_that_fit(&self, text: &str, cols: usize, most: usize, pen: Pen) -> Option<usize> {
        if text.trim().is_empty() || text.chars().count() > MOST_CHARS {
            return None;
        }
        let fits = |rows: &usize| self.columns(text, *rows, pen).is_some_and(|it| it <= cols);
        (pen.smallest()..=most.min(LARGEST)).rev().find(fits)
    }

    /// A line of text in letters so many rows high; none when the font lacks one of its characters.
    #[must_use]
    pub fn line(&self, text: &str, rows: usize, pen: Pen) -> Option<Large> {
        let dots = pen.dots(rows.min(LARGEST));
        let text = clean(text);
        let placed = self.place(&text, dots)?;
        // From a stroke above a capital to the tail of a `g` is more than an em: then all of the
        // line is a little smaller.
        let more = placed.height().saturating_sub(usize::from(dots.down));
        let placed = if more > 0 { self.place(&text, dots.less(more))? } else { placed };
        Some(Large { pen, rows: Canvas::with(&placed, dots).rows(pen) })
    }

    /// Puts the glyphs of a text side by side.
    fn place(&self, text: &str, dots: Dots) -> Option<Placed> {
        let mut placed = Placed { glyphs: Vec::new(), across: 0 };
        for c in text.chars().take(MOST_CHARS) {
            let id = self.glyph_of(c)?;
            let square = width(c.encode_utf8(&mut [0; 4])) == 2;
            placed.glyphs.push((placed.across, self.glyph(id, dots, square)));
            placed.across += self.advance(id, dots);
        }
        Some(placed)
    }

    fn glyph_of(&self, c: char) -> Option<GlyphId> {
        let id = self.font.glyph_id(c);
        (id != GlyphId(0)).then_some(id)
    }

    fn advance(&self, id: GlyphId, dots: Dots) -> usize {
        let units = self.font.h_advance_unscaled(id).clamp(0.0, self.em * 4.0);
        glyph::whole(units * f32::from(dots.across) / self.em)
    }

    fn glyph(&self, id: GlyphId, dots: Dots, square: bool) -> Arc<Glyph> {
        let mut glyphs = self.glyphs.lock().unwrap_or_else(PoisonError::into_inner);
        if glyphs.len() > MOST_KEPT {
            glyphs.clear();
        }
        let draw = || Arc::new(Glyph::draw(&self.font, self.em, id, dots, square));
        Arc::clone(glyphs.entry((id, dots)).or_insert_with(draw))
    }
}

/// The face of a collection that is made for simplified Chinese, by its name; else the first.
fn chinese_face(bytes: &[u8]) -> u32 {
    let faces = ttf_parser::fonts_in_collection(bytes).unwrap_or(1).min(MOST_FACES);
    let is_chinese = |face: &u32| {
        ttf_parser::Face::parse(bytes, *face).is_ok_and(|face| {
            let names = face.names().into_iter().filter(|name| {
                matches!(name.name_id, name_id::FAMILY | name_id::TYPOGRAPHIC_FAMILY)
            });
            names.into_iter().filter_map(|name| name.to_string()).any(|name| {
                let last = name.split_whitespace().next_back().unwrap_or_default();
                matches!(last, "SC" | "CN" | "GB") || name.contains('简')
            })
        })
    };
    (0..faces).find(is_chinese).unwrap_or(0)
}

/// Glyphs side by side, each so many dots from the left.
struct Placed {
    glyphs: Vec<(usize, Arc<Glyph>)>,
    across: usize,
}

impl Placed {
    fn top(&self) -> i32 {
        self.glyphs.iter().map(|(_, glyph)| glyph.top).min().unwrap_or(0)
    }

    fn bottom(&self) -> i32 {
        self.glyphs.iter().map(|(_, glyph)| glyph.bottom()).max().unwrap_or(0)
    }

    fn height(&self) -> usize {
        usize::try_from(self.bottom() - self.top()).unwrap_or(0)
    }
}

/// The dots of a line.
struct Canvas {
    across: usize,
    down: usize,
    dots: Vec<bool>,
}

impl Canvas {
    /// Glyphs on their line, in so many dots.
    fn with(placed: &Placed, dots: Dots) -> Self {
        let (across, down) = (placed.across, usize::from(dots.down));
        let mut canvas = Self { across, down, dots: vec![false; across * down] };
        let mut baseline = glyph::near(f32::from(dots.down) * BASELINE);
        // Tails are longer than anything in Chinese: then all of the line moves up.
        baseline = baseline.min(i32::from(dots.down) - placed.bottom()).max(-placed.top());
        for (x, glyph) in &placed.glyphs {
            for (dx, dy) in glyph.filled() {
                let x = i32::try_from(*x).unwrap_or(i32::MAX).saturating_add(dx);
                canvas.fill(x, baseline + dy);
            }
        }
        canvas
    }

    fn fill(&mut self, x: i32, y: i32) {
        let inside = |at: i32, size| usize::try_from(at).ok().filter(|at| *at < size);
        if let (Some(x), Some(y)) = (inside(x, self.across), inside(y, self.down))
            && let Some(dot) = self.dots.get_mut(y * self.across + x)
        {
            *dot = true;
        }
    }

    fn is_filled(&self, x: usize, y: usize) -> bool {
        self.dots.get(y * self.across + x).copied().unwrap_or(false)
    }

    fn rows(&self, pen: Pen) -> Vec<String> {
        let row = |sign: &dyn Fn(usize) -> char| (0..self.across).map(sign).collect();
        match pen {
            Pen::Halves => (0..self.down / 2)
                .map(|at| {
                    row(&|x| match (self.is_filled(x, 2 * at), self.is_filled(x, 2 * at + 1)) {
                        (true, true) => '█',
                        (true, false) => '▀',
                        (false, true) => '▄',
                        (false, false) => ' ',
                    })
                })
                .collect(),
            Pen::Cells => (0..self.down)
                .map(|at| row(&|x| if self.is_filled(x, at) { '#' } else { ' ' }))
                .collect(),
        }
    }
}

impl Large {
    /// Its rows, top to bottom. Never bold: many terminals draw bold by smearing.
    #[must_use]
    pub fn lines(&self, style: Style) -> Vec<Line<'static>> {
        let style = style.remove_modifier(Modifier::BOLD);
        match self.pen {
            Pen::Halves => self.rows.iter().map(|row| Line::from(piece(row, style))).collect(),
            Pen::Cells => self.rows.iter().map(|row| filled(row, style)).collect(),
        }
    }

    /// Its rows as they are drawn without colours.
    #[must_use]
    pub fn rows(&self) -> &[String] {
        &self.rows
    }
}

/// A row whose `#` are cells filled with the colour of letters.
fn filled(row: &str, style: Style) -> Line<'static> {
    let mut line = Line::default();
    for run in row.split_inclusive(' ') {
        let marks = run.trim_end_matches(' ');
        if !marks.is_empty() {
            let cells = " ".repeat(marks.len());
            line.spans.push(piece(&cells, style.add_modifier(Modifier::REVERSED)));
        }
        if marks.len() < run.len() {
            line.spans.push(plain(" "));
        }
    }
    line
}
