//! Which of many texts say much the same as another.
//!
//! Pairs of neighbouring characters are what Chinese, which has no spaces, and English have in
//! common. Going through thousands of texts at each key press, first the pairs that a text shares
//! are counted, which costs next to nothing; only the few best are then measured with
//! [`strsim::sorensen_dice`]. What turns a sentence round (`不`, `not`) or makes it speak of another
//! thing (a number) must be in both or in neither.

use super::width::fold_char;

/// Texts that are measured after counting.
const MEASURED: usize = 24;
/// How alike two texts must be, of 1.
const ALIKE: f64 = 0.6;
/// The same for text in Latin letters, where pairs of letters mean less.
const ALIKE_LATIN: f64 = 0.66;
/// Share of its pairs that a text in Chinese must have in another that is much longer, of 1.
const CONTAINED: f64 = 0.8;
/// The same for text in Latin letters.
const CONTAINED_LATIN: f64 = 0.92;
/// Fewest characters that can be told to be alike.
const FEWEST: usize = 4;
/// The same for Latin letters.
const FEWEST_LATIN: usize = 12;
/// Words of 64 bits in a set of pairs.
const SET_WORDS: usize = 64;

/// Characters that turn a Chinese sentence round.
const TURNING: &str = "不没别勿莫无未反";
/// Words that turn an English sentence round.
const TURNING_WORDS: [&str; 8] =
    ["not", "no", "never", "without", "cannot", "against", "oppose", "stop"];
/// Whether one says the same without a character, only shorter. Asked of every character of every
/// opinion.
fn fills(c: char) -> bool {
    matches!(
        c,
        '的' | '了'
            | '吧'
            | '呢'
            | '啊'
            | '吗'
            | '呀'
            | '嘛'
            | '应'
            | '该'
            | '当'
            | '要'
            | '也'
            | '就'
            | '都'
            | '很'
            | '请'
            | '是'
            | '会'
            | '能'
            | '地'
            | '得'
            | '里'
    )
}

/// A text as it is compared with others.
#[derive(Debug, Clone)]
pub struct Likeness {
    folded: String,
    /// Which pairs it has: a bit for each, several pairs sharing one now and then.
    pairs: [u64; SET_WORDS],
    count: usize,
    latin: bool,
    turned: bool,
    numbers: Vec<String>,
}

/// How alike another text is.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Alike {
    /// Its place among those compared.
    pub at: usize,
    /// How alike, of 1.
    pub score: f64,
}

fn is_word(c: char) -> bool {
    // Most of what is compared is Chinese, and this is asked often.
    matches!(c, '\u{4e00}'..='\u{9fff}' | 'a'..='z') || c.is_alphanumeric()
}

fn keep(c: char) -> Option<char> {
    let c = fold_char(c);
    (is_word(c) && !fills(c)).then(|| c.to_ascii_lowercase())
}

/// The measure by characters: the crate counts pairs of characters and divides by bytes, which makes
/// no difference for Latin letters and a third for Chinese.
#[expect(clippy::cast_precision_loss, reason = "lengths of entries, far below 2^52")]
fn dice(one: &str, other: &str) -> f64 {
    let bytes = (one.len() + other.len()).saturating_sub(2);
    let chars = (one.chars().count() + other.chars().count()).saturating_sub(2).max(1);
    (strsim::sorensen_dice(one, other) * bytes as f64 / chars as f64).min(1.0)
}

fn bit(one: char, other: char) -> (usize, u64) {
    let hash =
        (u32::from(one).wrapping_mul(0x9e37_79b1) ^ u32::from(other)).wrapping_mul(0x85eb_ca6b);
    let at = (hash >> 20) as usize % (SET_WORDS * 64);
    (at / 64, 1 << (at % 64))
}

fn is_turned(text: &str) -> bool {
    let lower = text.to_lowercase();
    let turning = lower.chars().filter(|c| TURNING.contains(*c)).count();
    let words = lower
        .split(|c: char| !c.is_alphanumeric() && !matches!(c, '\'' | '’'))
        .filter(|word| {
            TURNING_WORDS.contains(word) || word.ends_with("n't") || word.ends_with("n’t")
        })
        .count();
    (turning + words) % 2 == 1
}

/// The numbers in a text, in either notation.
fn numbers(text: &str) -> Vec<String> {
    let digit = |c: char| {
        let c = fold_char(c);
        let chinese = "零一二三四五六七八九".chars().zip("0123456789".chars());
        let found = chinese.filter(|(it, _)| *it == c).map(|(_, digit)| digit).next();
        found.or_else(|| c.is_ascii_digit().then_some(c))
    };
    let mut numbers: Vec<String> = Vec::new();
    let mut within = false;
    // `一下`, `一些` and the like count nothing.
    let idle = |c: char, next: Option<char>| {
        c == '一' && next.is_none_or(|next| !"栋楼号层户单期".contains(next))
    };
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        let digit = digit(c).filter(|_| !idle(c, chars.peek().copied()));
        match (digit, within) {
            (Some(digit), true) => {
                if let Some(last) = numbers.last_mut() {
                    last.push(digit);
                }
            }
            (Some(digit), false) => numbers.push(digit.to_string()),
            (None, _) => {}
        }
        within = digit.is_some();
    }
    numbers.sort();
    numbers.dedup();
    numbers
}

impl Likeness {
    /// A text to compare others with; nothing for one that is too short to be like anything.
    #[must_use]
    pub fn of(text: &str) -> Option<Self> {
        let folded: String = text.chars().filter_map(keep).collect();
        let latin = folded.is_ascii();
        let fewest = if latin { FEWEST_LATIN } else { FEWEST };
        folded.chars().nth(fewest - 1)?;
        let mut pairs = [0; SET_WORDS];
        let mut before = None;
        for c in folded.chars() {
            if let Some(before) = before.replace(c) {
                let (word, bit) = bit(before, c);
                pairs[word] |= bit;
            }
        }
        let count = pairs.iter().map(|word| word.count_ones() as usize).sum();
        Some(Self { latin, pairs, count, turned: is_turned(text), numbers: numbers(text), folded })
    }

    /// How many of its pairs a text has, and how many pairs that has itself.
    fn shared(&self, text: &str) -> (usize, usize) {
        let (mut shared, mut all) = (0, 0);
        let mut seen = [0u64; SET_WORDS];
        let mut before = None;
        for c in text.chars().filter_map(keep) {
            if let Some(before) = before.replace(c) {
                let (word, bit) = bit(before, c);
                all += 1;
                if self.pairs[word] & bit & !seen[word] != 0 {
                    seen[word] |= bit;
                    shared += 1;
                }
            }
        }
        (shared, all)
    }

    /// How alike a text is that shares so many pairs, if it is alike.
    fn score(&self, text: &str, shared: usize) -> Option<f64> {
        if self.turned != is_turned(text) || self.numbers != numbers(text) {
            return None;
        }
        let folded: String = text.chars().filter_map(keep).collect();
        let dice = dice(&self.folded, &folded);
        #[expect(clippy::cast_precision_loss, reason = "lengths of entries, far below 2^52")]
        let contained = shared as f64 / self.count.max(1) as f64;
        let (alike, within) =
            if self.latin { (ALIKE_LATIN, CONTAINED_LATIN) } else { (ALIKE, CONTAINED) };
        (dice >= alike || contained >= within).then_some(dice.max(contained * 0.9))
    }

    /// Those of the texts that are alike, the most alike first, at most `most`.
    pub fn among<'a>(&self, texts: impl IntoIterator<Item = &'a str>, most: usize) -> Vec<Alike> {
        let texts: Vec<&str> = texts.into_iter().collect();
        let mut counted: Vec<(usize, usize, usize)> = Vec::new();
        for (at, text) in texts.iter().enumerate() {
            let (shared, all) = self.shared(text);
            // Twice what is shared over what both have is the measure's own formula.
            let rank = 2000 * shared / (self.count + all).max(1);
            let contained = 1000 * shared / self.count.max(1);
            if shared > 0 && (rank >= 350 || contained >= 750) {
                counted.push((rank.max(contained * 9 / 10), at, shared));
            }
        }
        counted.sort_by_key(|(rank, at, _)| (std::cmp::Reverse(*rank), *at));
        let best = counted.into_iter().take(MEASURED);
        let mut alike: Vec<Alike> = best
            .filter_map(|(_, at, shared)| {
                let score = self.score(texts.get(at)?, shared)?;
                Some(Alike { at, score })
            })
            .collect();
        alike.sort_by(|one, other| other.score.total_cmp(&one.score));
        alike.truncate(most);
        alike
    }
}

/// Whether two texts say much the same.
#[must_use]
pub fn alike(one: &str, other: &str) -> bool {
    Likeness::of(one).is_some_and(|it| !it.among([other], 1).is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Pairs judged by hand: what a recorder would bring together.
    const SAME: &[(&str, &str)] = &[
        ("停车位应先给老人", "停车位先给老人"),
        ("停车位应该优先给老年人", "停车位应优先给老人"),
        ("楼道堆物要清理", "楼道里的堆物应当清理"),
        ("下水道经常堵，要彻底疏通", "下水道老是堵，应该彻底疏通"),
        ("希望晚上十点以后不要跳广场舞", "晚上十点以后不要再跳广场舞了"),
        ("电动车充电桩太少", "电动车充电桩数量太少了"),
        ("建议加装电梯的费用按楼层分摊", "加装电梯费用应该按楼层分摊"),
        ("3栋门口的路灯坏了", "3栋门口路灯坏了很久"),
        ("物业费涨价要公示账目", "物业费要涨价就先公示账目"),
        (
            "Parking spaces should go to the elderly first",
            "The parking spaces should go to elderly people first",
        ),
        (
            "The drain is blocked again, please clear it",
            "The drain is blocked again and must be cleared",
        ),
        ("We need more charging points for e-bikes", "We need more e-bike charging points"),
        (
            "Publish the plan before painting the lines",
            "Publish the plan before the lines are painted",
        ),
    ];

    const DIFFERENT: &[(&str, &str)] = &[
        ("停车位应先给老人", "停车位应先公示再划线"),
        ("停车位应先给老人", "停车位不应先给老人"),
        ("3栋门口的路灯坏了", "5栋门口的路灯坏了"),
        ("三栋漏水要修", "五栋漏水要修"),
        ("同意收费", "不同意收费"),
        ("费用从维修资金里出", "费用由各户平均分摊"),
        ("楼道堆物要清理", "楼道灯要更换"),
        ("下水道经常堵，要彻底疏通", "垃圾桶经常满，要及时清运"),
        ("晚上太吵", "路灯太暗"),
        ("建议周末开会", "建议加装摄像头"),
        (
            "Parking spaces should go to the elderly first",
            "Parking spaces should not go to the elderly first",
        ),
        (
            "Parking spaces should go to the elderly first",
            "The garbage should be collected every morning",
        ),
        (
            "The drain is blocked again, please clear it",
            "The lamp is broken again, please repair it",
        ),
        ("We need more charging points for e-bikes", "We need more benches for the children"),
        ("I am against a fee", "I am for a fee"),
    ];

    #[test]
    fn what_says_the_same_is_found_and_nothing_else() {
        let missed: Vec<_> = SAME.iter().filter(|(one, other)| !alike(one, other)).collect();
        let wrong: Vec<_> = DIFFERENT.iter().filter(|(one, other)| alike(one, other)).collect();
        assert!(missed.is_empty() && wrong.is_empty(), "missed {missed:#?}\nwrong {wrong:#?}");
    }

    #[test]
    fn short_texts_are_like_nothing() {
        assert!(Likeness::of("同意").is_none());
        assert!(Likeness::of("I agree").is_none());
        assert!(Likeness::of("").is_none());
        assert!(Likeness::of("，。！").is_none());
    }

    #[test]
    fn the_most_alike_comes_first() {
        let texts = ["楼道灯要换", "停车位应先给老人和残疾人", "停车位应先给老人"];
        let found = Likeness::of("停车位先给老人").map(|it| it.among(texts, 5));
        let places: Vec<usize> = found.unwrap_or_default().iter().map(|it| it.at).collect();
        assert_eq!(places, [2, 1]);
    }
}
