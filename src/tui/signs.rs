//! Signs whose width a terminal decides by itself: `…`, `“`, `①`, `─`. Everything is laid out with
//! one column for each; on a terminal that gives them two, stand-ins take their place in the
//! finished frame, so that nothing is out of line.

use ratatui::buffer::Buffer;
use unicode_width::UnicodeWidthStr;

use super::glyphs::Glyphs;

/// Which signs a terminal shows as they are laid out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Signs {
    /// All of them.
    #[default]
    All,
    /// It is not known: lines could be out of line, text is left as it is.
    NoLines,
    /// None of those whose width is ambiguous.
    Narrow,
}

impl Signs {
    /// Puts stand-ins into a finished frame where they are needed.
    pub fn settle(self, buf: &mut Buffer) {
        if self == Self::All {
            return;
        }
        for cell in &mut buf.content {
            let symbol = cell.symbol();
            if symbol.is_ascii() {
                continue;
            }
            let Some(first) = symbol.chars().next() else { continue };
            if let Some(plain) = Glyphs::plain(first) {
                cell.set_symbol(plain);
            } else if self == Self::Narrow && is_ambiguous(symbol) {
                cell.set_char(stand_in(first));
            }
        }
    }
}

/// Whether a terminal made for Chinese may show a sign in two columns that others show in one.
fn is_ambiguous(symbol: &str) -> bool {
    let letter = || symbol.chars().next().is_some_and(is_ambiguous_letter);
    symbol.width() == 1 && (symbol.width_cjk() > 1 || letter())
}

/// Letters of ambiguous width (UAX #11), which `unicode-width` takes for narrow, but terminals with
/// wide ambiguous signs do not.
const fn is_ambiguous_letter(c: char) -> bool {
    matches!(c,
        'ª' | 'º' | 'Æ' | 'Ð' | 'Ø' | 'Þ'..='á' | 'æ' | 'è'..='ê' | 'ì' | 'í' | 'ð' | 'ò' | 'ó'
        | 'ø'..='ú' | 'ü' | 'þ' | 'ā' | 'đ' | 'ē' | 'ě' | 'Ħ' | 'ħ' | 'ī' | 'ı' | 'Ĳ' | 'ĳ' | 'ĸ'
        | 'Ŀ'..='ł' | 'ń' | 'ň'..='ŋ' | 'ō' | 'Œ' | 'œ' | 'Ŧ' | 'ŧ' | 'ū' | 'ǎ' | 'ǐ' | 'ǒ' | 'ǔ'
        | 'ǖ' | 'ǘ' | 'ǚ' | 'ǜ' | 'ɑ' | 'ɡ' | 'Α'..='Ω' | 'α'..='ρ' | 'σ'..='ω' | 'Ё' | 'А'..='я'
        | 'ё')
}

/// A sign of one column that says nearly the same.
#[expect(clippy::match_same_arms, reason = "signs of one kind stand together")]
fn stand_in(sign: char) -> char {
    let digit = |from: char| {
        let at = u32::from(sign).saturating_sub(u32::from(from)) + 1;
        char::from_digit(at, 10).unwrap_or('#')
    };
    match sign {
        '“' | '”' | '„' | '‟' | '″' => '"',
        '‘' | '’' | '′' => '\'',
        '‐'..='―' | '−' => '-',
        '…' | '‥' | '⋯' | '·' | '•' | '‧' | '∙' => '.',
        '×' => 'x',
        '÷' => '/',
        '±' => '+',
        '≈' | '∽' | '∼' => '~',
        '≠' => '!',
        '→' | '⇒' | '►' | '▶' | '▷' | '≥' | '≧' => '>',
        '←' | '⇐' | '◄' | '◀' | '◁' | '≤' | '≦' => '<',
        '↑' | '▲' | '△' => '^',
        '↓' | '▼' | '▽' | '√' => 'v',
        '●' | '◆' | '■' | '★' | '※' | '◎' => '*',
        '○' | '◇' | '□' | '☆' | '°' | '◯' => 'o',
        '①'..='⑳' => digit('①'),
        '⑴'..='⒇' => digit('⑴'),
        '⒈'..='⒛' => digit('⒈'),
        'Ⅰ' | 'ⅰ' => 'I',
        'Ⅴ' | 'ⅴ' => 'V',
        'Ⅹ' | 'ⅹ' => 'X',
        'Ⅱ'..='Ⅻ' => digit('Ⅰ'),
        'ⅱ'..='ⅻ' => digit('ⅰ'),
        '℃' => 'C',
        '℉' => 'F',
        '№' => 'N',
        '‰' => '%',
        '§' => 'S',
        'à' | 'á' | 'ā' | 'ǎ' | 'ɑ' => 'a',
        'è' | 'é' | 'ê' | 'ē' | 'ě' => 'e',
        'ì' | 'í' | 'ī' | 'ǐ' => 'i',
        'ò' | 'ó' | 'ō' | 'ǒ' | 'ø' => 'o',
        'ù' | 'ú' | 'ü' | 'ū' | 'ǔ' | 'ǖ' | 'ǘ' | 'ǚ' | 'ǜ' => 'u',
        'ń' | 'ň' => 'n',
        '═' | '╌' | '┄' | '┈' => '-',
        '║' | '┃' | '╎' | '┆' | '┊' => '|',
        '\u{2500}'..='\u{257f}' => '+',
        '\u{2580}'..='\u{259f}' => '#',
        _ => '?',
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use ratatui::layout::Rect;
    use ratatui::style::Style;

    fn settled(text: &str, signs: Signs) -> String {
        let mut buf = Buffer::empty(Rect::new(0, 0, 40, 1));
        buf.set_string(0, 0, text, Style::new());
        signs.settle(&mut buf);
        let row: String = buf.content.iter().map(ratatui::buffer::Cell::symbol).collect();
        row.replace("  ", " ").trim_end().to_owned()
    }

    #[test]
    fn what_is_in_doubt_is_replaced_and_nothing_else() {
        let text = "┌─“停”…①Ⅳ→é│abc，";
        assert_eq!(settled(text, Signs::All), text.replace('停', "停 "));
        assert_eq!(settled(text, Signs::NoLines), "+-“停 ”…①Ⅳ→é|abc，");
        assert_eq!(settled(text, Signs::Narrow), "+-\"停 \".14>e|abc，");
    }

    #[test]
    fn every_stand_in_takes_one_column_everywhere() {
        for code in 0..0x1_0000 {
            let Some(sign) = char::from_u32(code) else { continue };
            let text = sign.to_string();
            if is_ambiguous(&text) {
                let shown = stand_in(sign).to_string();
                assert!(!is_ambiguous(&shown) && shown.width() == 1, "{sign} {shown}");
                assert!(shown.chars().all(|c| c.is_ascii_graphic()), "{sign} {shown}");
            }
        }
        assert_eq!(stand_in('⑨'), '9');
        assert_eq!(stand_in('⑩'), '#');
    }

    #[test]
    fn lines_are_among_the_signs_in_doubt() {
        let Glyphs { across, down, corners, used, filled, .. } = Glyphs::LINES;
        for sign in corners.into_iter().chain([across, down, used, filled]) {
            assert!(is_ambiguous(sign), "{sign}");
        }
    }
}
