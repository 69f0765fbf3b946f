//! Opinions as they are typed: `应先给老人`, `王小明：+ 同意`, `反对：费用太高`, `刘芳（5栋）：…`.

use crate::domain::command::Command;
use crate::domain::opinion::Stance;
use crate::domain::people::Who;
use crate::text::width::{fold_char, width};

use super::Context;
use super::misread::Misread;
use super::naming::{brackets, is_chinese, is_list_mark, told};
use super::points::{Shared, shares};
use super::stance::{bare_stance, stance_of_word, take_mark, take_word};

/// Columns a name before a colon may take, brackets left out. What is longer is text.
const NAME_COLUMNS: usize = 24;

/// Words that introduce what follows and are nobody's name.
const LEAD_INS: &[&str] = &[
    "比如",
    "例如",
    "譬如",
    "如",
    "即",
    "注",
    "注意",
    "备注",
    "说明",
    "理由",
    "原因",
    "结论",
    "总之",
    "综上",
    "附",
    "附注",
    "另外",
    "还有",
    "对了",
    "关键",
    "重点",
    "总的来说",
    "也就是说",
    "换句话说",
    "大家",
    "有人",
    "此外",
    "首先",
    "其次",
    "再次",
    "最后",
    "一",
    "二",
    "三",
    "四",
    "五",
    "目的",
    "要求",
    "办法",
    "方案",
    "时间",
    "地点",
    "费用",
    "条件",
    "前提",
    "结果",
    "意见",
    "希望",
    "诉求",
    "例",
    "note",
    "nb",
    "ps",
    "pps",
    "for example",
    "for instance",
    "example",
    "eg",
    "e.g",
    "ie",
    "i.e",
    "reason",
    "because",
    "first",
    "second",
    "third",
    "firstly",
    "secondly",
    "thirdly",
    "finally",
    "also",
    "but",
    "and",
    "so",
    "however",
    "today",
    "time",
    "place",
    "cost",
    "costs",
    "summary",
    "result",
    "in short",
];

/// A text taken apart at its first colon.
struct Headed<'a> {
    head: &'a str,
    /// What follows; nothing in it is a mark when two colons stood there.
    rest: &'a str,
    literal: bool,
}

fn is_colon(c: char) -> bool {
    matches!(c, ':' | '：')
}

fn is_digit(c: char) -> bool {
    fold_char(c).is_ascii_digit()
}

/// Whether a character says that the number before it is a building's or a flat's.
fn is_building(c: char) -> bool {
    "栋幢楼室".contains(c) || c == '单'
}

/// What stands before the first colon, if it could be a name or a word for a position: short, no
/// sentence marks, neither a time (`19:30`) nor the beginning of an address (`https://`).
fn headed(text: &str) -> Option<Headed<'_>> {
    let (head, rest) = text.split_once(is_colon)?;
    let head = head.trim();
    let time = head.ends_with(is_digit) && rest.starts_with(is_digit);
    if time || rest.starts_with("//") || rest.starts_with('\\') {
        return None;
    }
    let (name, literal) = (brackets(head).name, rest.starts_with(is_colon));
    let sentence = |c: char| "，。？！；,?!;/“”\"".contains(c);
    let name_like = !name.is_empty()
        && width(name) <= NAME_COLUMNS
        && !name.chars().any(sentence)
        && name.split_whitespace().count() <= 4;
    let rest = if literal { rest.trim_start_matches(is_colon) } else { rest };
    name_like.then(|| Headed { head, rest: rest.trim_start(), literal })
}

/// A name of somebody unknown, for which a slip of the keys is likelier than text with a colon:
/// two to four Chinese characters (more with the dot of a minority name), one word in other
/// letters, or several that all begin with a capital.
fn looks_like_name(head: &str) -> bool {
    if head.chars().any(is_chinese) {
        let count = head.chars().count();
        let most = if head.contains(['·', '•']) { 15 } else { 4 };
        return (2..=most).contains(&count)
            && head.chars().all(|c| is_chinese(c) || matches!(c, '·' | '•'));
    }
    let mut words = head.split_whitespace();
    let letters =
        head.chars().all(|c| c.is_alphabetic() || c.is_whitespace() || "'’.-".contains(c));
    letters
        && match (words.next(), words.next()) {
            (Some(_), None) => true,
            _ => head.split_whitespace().all(|word| word.starts_with(char::is_uppercase)),
        }
}

/// Whether a head introduces what follows and is nobody's name: a lead-in, or a count of points
/// (`第六`, `五是`, `其二`).
fn introduces(head: &str) -> bool {
    let lower = head.to_lowercase();
    let numeral = |c: char| "一二三四五六七八九十".contains(c);
    let mut chars = head.chars();
    let counts = match (chars.next(), chars.next(), chars.next()) {
        (Some('第' | '其'), Some(c), None) | (Some(c), Some('是' | '来'), None) => numeral(c),
        _ => false,
    };
    counts || LEAD_INS.contains(&lower.trim_end_matches('.'))
}

/// The person named before a colon: known, or a walk-in with a unit or role.
fn named(head: &str, context: Context<'_>) -> Result<Option<Who>, Misread> {
    let name = brackets(head).name;
    let known = |name: &str| context.directory.is_called(context.session, name);
    if !known(name) {
        if introduces(name) || stance_of_word(name).is_some() {
            return Ok(None);
        }
        // `3栋王姐` is a name only when somebody goes by it; `刘芳5栋` is one of a known 刘芳.
        if name.contains(is_digit) && brackets(head).within.is_none() {
            let told = told(head);
            let unit = told.household.as_ref().is_some_and(|unit| unit.contains(is_building));
            if !known(&told.name) {
                let english = told.is_described() && told.name.contains(' ');
                let slip = (unit || english) && looks_like_name(&told.name);
                return if slip { Err(Misread::NobodyBeforeColon(told.name)) } else { Ok(None) };
            }
        }
    }
    // Two words before a colon are a walk-in only when they say so: `刘芳 物业：`, not `停车 问题：`.
    let described = brackets(head).within.is_some() || told(head).role.is_some();
    let found = if described {
        context.directory.whom(context.session, head)
    } else {
        context.directory.one(context.session, head).map(|found| found.who)
    };
    match found {
        Ok(who) => Ok(Some(who)),
        Err(Misread::NobodyCalled(_)) => {
            let first = name.split(is_list_mark).next().map(str::trim).filter(|it| *it != name);
            let several = first.is_some_and(known);
            if several || looks_like_name(name) {
                return Err(Misread::NobodyBeforeColon(name.to_owned()));
            }
            Ok(None)
        }
        Err(other) => Err(other),
    }
}

/// Whoever is named before a colon, and the text; for where an unknown name is no slip.
pub(super) fn speaker<'a>(
    text: &'a str,
    context: Context<'_>,
) -> Result<(Option<Who>, &'a str), Misread> {
    let Some(headed) = headed(text) else { return Ok((None, text)) };
    match named(headed.head, context) {
        Ok(Some(who)) => Ok((Some(who), headed.rest)),
        Ok(None) | Err(Misread::NobodyBeforeColon(_)) => Ok((None, text)),
        Err(other) => Err(other),
    }
}

/// The position a text begins with, in words, and the words after it.
fn worded(text: &str) -> (Option<Stance>, &str) {
    match headed(text) {
        Some(headed) if stance_of_word(headed.head).is_some() => {
            (stance_of_word(headed.head), headed.rest)
        }
        _ => take_word(text),
    }
}

pub(super) fn read(line: &str, context: Context<'_>) -> Result<Command, Misread> {
    if let Some(shared) = shares(line) {
        return Ok(share(shared, None));
    }
    let (mark, text) = take_mark(line)?;
    // A leading colon says: no name here, take the words as they are.
    if let Some(words) = text.strip_prefix(is_colon) {
        return record(None, mark, words.trim_start());
    }
    let (word, words) = worded(text);
    if word.is_some() {
        return record(None, word, words);
    }
    let Some(headed) = headed(text) else { return record(None, mark, text) };
    let Some(who) = named(headed.head, context)? else { return record(None, mark, text) };
    let stance = told(headed.head).stance.or(mark);
    if !headed.literal
        && let Some(shared) = shares(headed.rest)
    {
        return Ok(share(shared, Some(who)));
    }
    if headed.literal {
        return record(Some(who), stance, headed.rest);
    }
    let (mark, text) = take_mark(headed.rest)?;
    let (word, text) = if mark.is_some() { (mark, text) } else { worded(text) };
    record(Some(who), word.or(stance), text)
}

fn share(shared: Shared, who: Option<Who>) -> Command {
    let who = who.into_iter().collect();
    match shared {
        Shared::Opinion(opinion) => Command::Endorse { opinion, who },
        Shared::Point(point) => Command::EndorsePoint { point, who },
    }
}

fn record(who: Option<Who>, stance: Option<Stance>, text: &str) -> Result<Command, Misread> {
    if text.chars().all(|c| c.is_whitespace() || c.is_control()) {
        return Err(Misread::Empty);
    }
    let stance = stance.or_else(|| bare_stance(text));
    Ok(Command::RecordOpinion { who, stance, text: text.to_owned() })
}
