//! How large things on the page of an item are: the name of whoever speaks, the digits, the title.
//!
//! What nobody may miss is given its rows first: which item, who is next, how the text being agreed
//! begins. Of the rest, name and digits grow together; then the title, if what is left is enough.

use super::digits;

/// The largest scale of the digits.
pub const LARGEST: usize = 4;
/// The largest scale of the digits beside names in large type, so that the title gets its part.
const LARGEST_WITH_NAMES: usize = 3;
/// Rows that a name in large type takes at each scale of the digits.
const NAME: [usize; LARGEST + 1] = [0, 8, 12, 16, 20];
/// Rows that a name may have less, so that the digits stay large.
const LESS: usize = 3;
/// Rows of a title in large type at most.
const TITLE: usize = 8;
/// Rows of a title at most while nobody speaks.
const TITLE_ALONE: usize = 12;

/// What is known before sizes are chosen.
pub struct Needs<'a> {
    /// Rows there are for name, digits, large title and gaps.
    pub free: usize,
    /// Rows that should stay empty between things.
    pub gaps: usize,
    /// Rows by which the text being agreed is longer than what it gets in any case.
    pub text: usize,
    /// The largest scale of the digits that fits across; none while nobody speaks.
    pub digits: Option<usize>,
    /// Rows that the name takes if it may have so many; 0 when it cannot be drawn in as few.
    pub name: &'a dyn Fn(usize) -> usize,
    /// The same of the title.
    pub title: &'a dyn Fn(usize) -> usize,
}

/// What was chosen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Sizes {
    /// Rows of the title in large type; 0 for one in the terminal's letters.
    pub title: usize,
    /// Rows of the name in large type; 0 for one in the terminal's letters.
    pub name: usize,
    /// Scale of the digits; 0 for digits in the terminal's letters.
    pub digits: usize,
}

impl Sizes {
    /// Chooses.
    pub fn choose(needs: &Needs<'_>) -> Self {
        let mut sizes = needs.digits.map_or_else(Self::default, |widest| needs.turn(widest));
        let taken = sizes.name + sizes.digits_rows(needs) + needs.gaps + needs.text;
        let most = if needs.digits.is_some() { TITLE } else { TITLE_ALONE };
        sizes.title = (needs.title)(needs.free.saturating_sub(taken).min(most));
        sizes
    }

    fn digits_rows(self, needs: &Needs<'_>) -> usize {
        match needs.digits {
            None => 0,
            Some(_) => (digits::ROWS * self.digits).max(1),
        }
    }
}

impl Needs<'_> {
    /// Name and digits.
    fn turn(&self, widest: usize) -> Sizes {
        let drawn = (self.name)(usize::MAX) > 0;
        let largest = if drawn { LARGEST_WITH_NAMES } else { LARGEST };
        let most = widest.min(largest);
        // From twice the smallest size on nothing else may have to give way.
        let calm = self.free.saturating_sub(self.gaps + self.text);
        for scale in (2..=most).rev() {
            let rows = digits::ROWS * scale;
            let Some(left) = calm.checked_sub(rows) else { continue };
            let wanted = NAME.get(scale).copied().unwrap_or(0);
            let name = (self.name)(wanted.min(left));
            let small = name + LESS < (self.name)(wanted);
            if rows <= self.free.saturating_sub(self.gaps) / 2 && !small {
                return Sizes { name, digits: scale, title: 0 };
            }
        }
        let digits = usize::from(most >= 1 && digits::ROWS <= self.free);
        let left = self.free.saturating_sub((digits::ROWS * digits).max(1));
        Sizes { name: (self.name)(left.min(NAME[1])), digits, title: 0 }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// As much as it may have, from six rows on.
    fn fits(most: usize) -> usize {
        if most < 6 { 0 } else { most.min(40) }
    }

    fn none(_: usize) -> usize {
        0
    }

    fn chosen(free: usize, gaps: usize, text: usize) -> (usize, usize, usize) {
        let needs = Needs { free, gaps, text, digits: Some(4), name: &fits, title: &fits };
        let Sizes { title, name, digits } = Sizes::choose(&needs);
        (title, name, digits)
    }

    #[test]
    fn name_and_digits_grow_with_the_room() {
        // The smallest digits have 5 rows, the smallest name 6.
        assert_eq!(chosen(4, 0, 0), (0, 0, 0));
        assert_eq!(chosen(10, 0, 0), (0, 0, 1));
        assert_eq!(chosen(11, 3, 0), (0, 6, 1));
        assert_eq!(chosen(14, 3, 4), (0, 8, 1));
        // 10 and 12 rows, with 3 for gaps.
        assert_eq!(chosen(25, 3, 0), (0, 12, 2));
        assert_eq!(chosen(25, 3, 1), (0, 11, 2));
        assert_eq!(chosen(25, 3, 4), (0, 8, 1), "a long text is not pushed away");
        // 15, 16 and 8 rows.
        assert_eq!(chosen(39, 0, 0), (8, 16, 3));
    }

    #[test]
    fn without_a_font_the_digits_have_it_all() {
        let needs =
            |free| Needs { free, gaps: 0, text: 0, digits: Some(4), name: &none, title: &none };
        for (free, scale) in [(5, 1), (19, 1), (20, 2), (30, 3), (40, 4), (90, 4)] {
            let sizes = Sizes::choose(&needs(free));
            assert_eq!(sizes, Sizes { title: 0, name: 0, digits: scale }, "{free}");
        }
    }

    #[test]
    fn while_nobody_speaks_the_title_grows() {
        let needs = Needs { free: 20, gaps: 3, text: 0, digits: None, name: &fits, title: &fits };
        assert_eq!(Sizes::choose(&needs), Sizes { title: 12, name: 0, digits: 0 });
    }
}
