//! The marks and words that tell a position.

use crate::domain::opinion::Stance;
use crate::text::width::fold_char;

use super::misread::Misread;

/// The position that a leading mark stands for. Besides the marks themselves, in either width,
/// those that input methods and editors put in their place: `×` for `*`, dashes for `-`.
#[must_use]
pub(super) fn stance_of_mark(c: char) -> Option<Stance> {
    let c = match c {
        '×' | '✕' | '＊' | '•' => '*',
        '—' | '–' | '−' => '-',
        other => fold_char(other),
    };
    Stance::ALL.into_iter().find(|stance| stance.mark() == c)
}

/// The position that a word stands for.
#[must_use]
pub(super) fn stance_of_word(word: &str) -> Option<Stance> {
    // The longest of these words has ten letters.
    if word.len() > 40 {
        return None;
    }
    Some(match word.to_lowercase().as_str() {
        "赞成" | "支持" | "同意" | "support" | "for" | "agree" => Stance::Support,
        "反对" | "不同意" | "不赞成" | "oppose" | "against" | "disagree" => Stance::Oppose,
        "提问" | "问题" | "疑问" | "question" | "ask" => Stance::Question,
        "顾虑" | "担心" | "concern" | "worry" => Stance::Concern,
        "建议" | "suggestion" | "suggest" => Stance::Suggestion,
        "补充" | "supplement" | "add" => Stance::Supplement,
        _ => return None,
    })
}

/// The position of somebody whose words are nothing else: `同意。`, `agreed`.
#[must_use]
pub(super) fn bare_stance(text: &str) -> Option<Stance> {
    let word = text.trim_end_matches(['。', '.', '！', '!']).trim_end();
    if word.len() > 40 {
        return None;
    }
    match word.to_lowercase().as_str() {
        "agreed" | "in favour" | "in favor" | "supported" => Some(Stance::Support),
        "disagreed" | "opposed" => Some(Stance::Oppose),
        // A bare “for” or “问题” is the beginning of something else.
        "for" | "against" => None,
        word => stance_of_word(word).filter(|it| matches!(it, Stance::Support | Stance::Oppose)),
    }
}

/// Takes the mark of a position off the text; the same mark typed several times counts once.
///
/// # Errors
/// [`Misread::MarkOrNumber`] for `-5度`: a position or a number, who knows.
pub(super) fn take_mark(text: &str) -> Result<(Option<Stance>, &str), Misread> {
    let Some(stance) = text.chars().next().and_then(stance_of_mark) else {
        return Ok((None, text));
    };
    let rest = text.trim_start_matches(|c| stance_of_mark(c) == Some(stance));
    let number = rest.starts_with(|c| fold_char(c).is_ascii_digit());
    if number && matches!(stance, Stance::Support | Stance::Oppose) {
        let first = text.split_whitespace().next().unwrap_or(text);
        return Err(Misread::MarkOrNumber(first.to_owned()));
    }
    Ok((Some(stance), rest.trim_start()))
}

/// Takes a Chinese word for a position off the text when a space follows it: `反对 费用太高`.
pub(super) fn take_word(text: &str) -> (Option<Stance>, &str) {
    let Some((word, rest)) = text.split_once(char::is_whitespace) else {
        return (None, text);
    };
    match stance_of_word(word).filter(|_| !word.is_ascii()) {
        Some(stance) => (Some(stance), rest.trim_start()),
        None => (None, text),
    }
}
