//! Digits large enough for the last row of chairs. `#` on plain cells: block characters are two
//! columns wide on some terminals, and missing in some fonts.

/// Rows of a digit at scale 1.
pub const ROWS: usize = 5;
/// Columns of one dot at scale 1: a cell of a terminal is about twice as high as wide.
const DOT: usize = 2;

/// The dots of a sign, row by row; none for a sign that the font does not have.
fn dots(sign: char) -> Option<[&'static str; ROWS]> {
    Some(match sign {
        '0' => ["###", "# #", "# #", "# #", "###"],
        '1' => [" # ", "## ", " # ", " # ", "###"],
        '2' => ["###", "  #", "###", "#  ", "###"],
        '3' => ["###", "  #", "###", "  #", "###"],
        '4' => ["# #", "# #", "###", "  #", "  #"],
        '5' => ["###", "#  ", "###", "  #", "###"],
        '6' => ["###", "#  ", "###", "# #", "###"],
        '7' => ["###", "  #", "  #", "  #", "  #"],
        '8' => ["###", "# #", "###", "# #", "###"],
        '9' => ["###", "# #", "###", "  #", "###"],
        ':' => [" ", "#", " ", "#", " "],
        '+' => ["   ", " # ", "###", " # ", "   "],
        _ => return None,
    })
}

/// A text of digits, `:` and `+` in `ROWS * scale` rows of spaces and `#`, all of the same width.
#[must_use]
pub fn large(text: &str, scale: usize) -> Vec<String> {
    let signs: Vec<[&str; ROWS]> = text.chars().filter_map(dots).collect();
    let mut rows = Vec::with_capacity(ROWS * scale);
    for at in 0..ROWS {
        let dotted: Vec<&str> =
            signs.iter().map(|sign| sign.get(at).copied().unwrap_or_default()).collect();
        let row: String = dotted
            .join(" ")
            .chars()
            .flat_map(|dot| std::iter::repeat_n(dot, DOT * scale))
            .collect();
        rows.extend(std::iter::repeat_n(row, scale));
    }
    rows
}

/// Columns that a text takes at a scale.
#[must_use]
pub fn columns(text: &str, scale: usize) -> usize {
    large(text, 1).first().map_or(0, String::len) * scale
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_time_is_drawn_as_it_is_read() {
        assert_eq!(
            large("+1:4", 1),
            [
                "          ##        ##  ##",
                "  ##    ####    ##  ##  ##",
                "######    ##        ######",
                "  ##      ##    ##      ##",
                "        ######          ##",
            ]
        );
    }

    #[test]
    fn every_digit_is_there_and_differs_from_the_others() {
        let all: std::collections::BTreeSet<Vec<String>> =
            ('0'..='9').map(|digit| large(&digit.to_string(), 1)).collect();
        assert_eq!(all.len(), 10);
    }

    #[test]
    fn a_scale_makes_it_wider_and_higher_alike() {
        for scale in 1..=4 {
            let rows = large("12:34", scale);
            assert_eq!(rows.len(), 5 * scale);
            // Four digits of three dots, a colon of one, four gaps: 17 dots of two columns.
            assert!(rows.iter().all(|row| row.len() == 34 * scale));
            assert_eq!(columns("12:34", scale), 34 * scale);
        }
    }

    #[test]
    fn what_is_no_digit_is_left_out() {
        assert_eq!(large("1分", 1), large("1", 1));
        assert_eq!(large("", 2), vec![String::new(); 10]);
    }
}
