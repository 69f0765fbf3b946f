//! What frames, rules and bars are drawn with: signs that every terminal has, or lines where it
//! shows them in one column.

/// The signs of frames and bars, each of them one column wide.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Glyphs {
    /// A line across.
    pub across: &'static str,
    /// A line down.
    pub down: &'static str,
    /// Corners: upper left, upper right, lower left, lower right.
    pub corners: [&'static str; 4],
    /// A line across from which one goes down.
    pub tee_down: &'static str,
    /// A line across to which one comes from above.
    pub tee_up: &'static str,
    /// The part of a bar that is used.
    pub used: &'static str,
    /// The part of a bar that is left.
    pub left: &'static str,
    /// The part of a scale that something takes.
    pub filled: &'static str,
}

impl Glyphs {
    /// Signs that every terminal has.
    pub const ASCII: Self = Self {
        across: "-",
        down: "|",
        corners: ["+"; 4],
        tee_down: "-",
        tee_up: "-",
        used: "=",
        left: "-",
        filled: "#",
    };

    /// Lines. Terminals set up for Chinese may show them two columns wide.
    pub const LINES: Self = Self {
        across: "─",
        down: "│",
        corners: ["┌", "┐", "└", "┘"],
        tee_down: "┬",
        tee_up: "┴",
        used: "━",
        left: "─",
        filled: "█",
    };

    /// A bar of so many columns between brackets, so many of them used.
    #[must_use]
    pub fn bar(&self, used: usize, columns: usize) -> String {
        let used = used.min(columns);
        format!("[{}{}]", self.used.repeat(used), self.left.repeat(columns - used))
    }

    /// The sign that every terminal has in place of a line's.
    #[must_use]
    pub fn plain(sign: char) -> Option<&'static str> {
        Some(match sign {
            '─' | '┬' | '┴' => "-",
            '│' => "|",
            '┌' | '┐' | '└' | '┘' => "+",
            '━' => "=",
            '█' => "#",
            _ => return None,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use unicode_width::UnicodeWidthStr;

    fn signs(glyphs: &Glyphs) -> Vec<&'static str> {
        let Glyphs { across, down, corners, tee_down, tee_up, used, left, filled } = *glyphs;
        [vec![across, down, tee_down, tee_up, used, left, filled], corners.to_vec()].concat()
    }

    #[test]
    fn each_sign_has_its_plain_one() {
        for (line, plain) in signs(&Glyphs::LINES).into_iter().zip(signs(&Glyphs::ASCII)) {
            assert_eq!(Glyphs::plain(line.chars().next().unwrap()), Some(plain), "{line}");
            assert_eq!((line.width(), plain.width()), (1, 1));
        }
    }

    #[test]
    fn a_bar_is_as_long_as_asked() {
        assert_eq!(Glyphs::ASCII.bar(5, 9), "[=====----]");
        assert_eq!(Glyphs::LINES.bar(2, 4), "[━━──]");
        assert_eq!(Glyphs::ASCII.bar(12, 9), "[=========]");
    }
}
