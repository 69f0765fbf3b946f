//! Two pitfalls of mixed text on terminals: lines that are too wide where Chinese meets English,
//! and characters that terminals measure differently or must never see.

use proptest::prelude::*;
use unicode_width::UnicodeWidthChar;
use yishi::text::width::{clean, clip, pad, width};
use yishi::text::wrap::wrap;

/// Text as it comes out of meetings, and as it comes out of an attacker's clipboard.
fn mixed() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        4 => "[停车位应先给老人公示再划线]{1,8}",
        3 => "[a-zA-Z]{1,12}",
        2 => prop::sample::select(vec![
            "，", "。", "、", "：", "；", "？", "！", "“", "”", "（", "）", "《", "》", "……", "——", "·", "①",
            ",", ".", ":", "?", "(", ")", "-", "/", "%", "12.5%", "3:00", "https://example.org/a/b",
        ]).prop_map(str::to_owned),
        2 => " {1,3}",
        1 => prop::sample::select(vec![
            "\u{301}", "e\u{301}", "\u{200d}", "\u{fe0f}", "👨\u{200d}👩\u{200d}👧", "☺\u{fe0f}", "🇨🇳",
            "क्षि", "각", "\u{202e}", "\u{2066}", "\u{200b}", "\u{feff}", "\u{0}", "\u{1b}[31m", "\u{9b}",
            "\t", "\n", "\r\n", "\u{2028}", "\u{7f}",
        ]).prop_map(str::to_owned),
        1 => any::<char>().prop_map(String::from),
    ];
    prop::collection::vec(piece, 0..40).prop_map(|pieces| pieces.concat())
}

/// Columns as a terminal counts that knows nothing of graphemes: every character for itself. What
/// is drawn must not be wider in this count, either, for Chinese and Latin text.
fn columns_by_character(text: &str) -> usize {
    text.chars().map(|c| c.width().unwrap_or(0)).sum()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2_000, ..ProptestConfig::default() })]

    #[test]
    fn no_line_is_wider_than_asked(text in mixed(), cols in 1usize..90) {
        let text = clean(&text);
        for line in wrap(&text, cols) {
            prop_assert!(width(&line) <= cols, "{:?} takes {} of {}", line, width(&line), cols);
        }
    }

    #[test]
    fn nothing_said_is_lost_in_wrapping(text in mixed(), cols in 8usize..90) {
        let text = clean(&text);
        let solid = |text: &str| text.chars().filter(|c| *c != ' ').collect::<String>();
        prop_assert_eq!(solid(&wrap(&text, cols).concat()), solid(&text));
    }

    #[test]
    fn chinese_and_english_are_no_wider_on_a_simple_terminal(
        text in "([停车位应先给老人，。：“”（）]|[a-z0-9 ,.]){0,200}", cols in 2usize..90,
    ) {
        for line in wrap(&text, cols) {
            prop_assert!(columns_by_character(&line) <= cols, "{:?}", line);
        }
    }

    #[test]
    fn what_is_shown_has_nothing_a_terminal_may_not_see(text in mixed()) {
        let shown = clean(&text);
        for c in shown.chars() {
            prop_assert!(!c.is_control(), "{:?}", c);
            prop_assert!(!matches!(c,
                '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}'
                | '\u{fe00}'..='\u{fe0f}' | '\u{feff}'), "{:?}", c);
        }
    }

    #[test]
    fn a_cell_is_filled_exactly(text in mixed(), cols in 0usize..60) {
        let shown = clean(&text);
        prop_assert!(width(&clip(&shown, cols)) <= cols);
        prop_assert_eq!(width(&pad(&shown, cols)), cols);
    }
}

#[test]
fn joiners_and_variation_selectors_are_stripped() {
    for (text, shown) in [
        ("👨\u{200d}👩\u{200d}👧 一家", "👨👩👧 一家"),
        ("☺\u{fe0f}", "☺"),
        ("❤\u{fe0e}", "❤"),
        ("葛\u{e0100}", "葛"),
    ] {
        assert_eq!(clean(text), shown);
    }
}

#[test]
fn controls_and_turned_writing_become_visible() {
    for (text, shown) in [
        ("\u{1b}[2J", "␛[2J"),
        ("\u{1b}]0;title\u{7}", "␛]0;title␇"),
        ("\u{0}", "␀"),
        ("\u{9b}31m", "<U+009B>31m"),
        ("赞成\u{202e}对反", "赞成<U+202E>对反"),
        ("\u{2067}x\u{2069}", "<U+2067>x<U+2069>"),
        ("\u{200e}\u{200f}\u{61c}", "<U+200E><U+200F><U+061C>"),
        ("零\u{200b}宽", "零<U+200B>宽"),
        ("一\n二\t三\r\n四", "一 二 三 四"),
    ] {
        assert_eq!(clean(text), shown, "{text:?}");
    }
}

/// The samples that overflowed or panicked with the screen library's own wrapping.
#[test]
fn known_bad_samples_fit() {
    for text in [
        "停车位 parking 应先给老人，elderly first，再给 residents。",
        "e\u{301}e\u{301}e\u{301} 中文 e\u{301}",
        "物业（Property Management）、业委会（Owners' Committee）：费用 12,500 元？",
        "https://example.org/很长/的/地址?a=停车",
        "一，二。三；四：五！六？七、八",
    ] {
        for cols in 2..40 {
            for line in wrap(text, cols) {
                assert!(width(&line) <= cols, "{line:?} of {text:?} at {cols}");
                let closing = "，。；：！？、）";
                let starts = line.starts_with(|c| closing.contains(c));
                // A letter with two closing marks takes five columns.
                assert!(!starts || cols < 5, "{line:?} begins with a closing mark at {cols}");
            }
        }
    }
}
