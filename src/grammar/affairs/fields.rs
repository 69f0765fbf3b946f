//! A line taken apart: its text, then fields, `label：value`, each behind a `；`, `;` or `|`.
//!
//! What stands behind such a mark without being a field belongs to what stands before it, so that
//! people may write `；` in a text. What looks like a field but is none here is asked back.

use crate::domain::rules::SurveyPart;
use crate::text::width::{fold, fold_char};
use crate::text::words::Lang;

use super::calls;
use super::misread::AffairMisread;
use super::verb::AffairVerb;

/// What a field tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Field {
    /// What a topic is about.
    Title,
    /// Why.
    Reason,
    /// What is proposed.
    Suggestion,
    /// People: who brings a topic up, who went, who is told.
    By,
    /// Who signs it with them.
    Signers,
    /// By which way a topic came in.
    Source,
    /// The channel in words.
    Channel,
    /// The class.
    Class,
    /// The place.
    Place,
    /// The group affected.
    Group,
    /// The day.
    On,
    /// The procedure.
    Procedure,
    /// Where in a meeting's record it comes from.
    Origin,
    /// The level.
    Level,
    /// Who approved it.
    Approver,
    /// Where to turn instead.
    Redirect,
    /// A topic.
    Topic,
    /// How many.
    Count,
    /// More in words.
    Note,
    /// Co-handling units.
    With,
    /// The last day.
    Until,
    /// The rating of the handling.
    Handling,
    /// The rating of the result.
    Outcome,
    /// Minutes.
    Minutes,
    /// Names of stages.
    Names,
    /// The kind of a station.
    Kind,
    /// Its sector.
    Sector,
    /// The communities an area groups.
    Communities,
    /// The grid.
    Grid,
    /// A place on the map.
    Spot,
    /// A part of a survey record.
    Survey(SurveyPart),
}

/// A field and what it is called, the usual word first.
#[derive(Debug, Clone, Copy)]
pub struct Label {
    /// Which.
    pub field: Field,
    /// In Chinese.
    pub zh: &'static [&'static str],
    /// In English, in lower case.
    pub en: &'static [&'static str],
}

pub(super) const fn label(
    field: Field,
    zh: &'static [&'static str],
    en: &'static [&'static str],
) -> Label {
    Label { field, zh, en }
}

const TITLE: Label = label(Field::Title, &["题目", "标题", "议题"], &["title"]);
const REASON: Label = label(Field::Reason, &["理由", "原因"], &["reason", "why", "because"]);
const SUGGESTION: Label = label(Field::Suggestion, &["建议"], &["suggestion"]);
const PROPOSERS: Label = label(Field::By, &["提出", "提出人"], &["by", "proposers", "proposer"]);
const SIGNERS: Label = label(Field::Signers, &["联名", "联名人"], &["signers", "signed by"]);
const SOURCE: Label = label(Field::Source, &["来源"], &["source"]);
const CHANNEL: Label = label(Field::Channel, &["渠道"], &["channel"]);
const CLASS: Label = label(Field::Class, &["类别", "分类"], &["class"]);
const PLACE: Label = label(Field::Place, &["地点"], &["place"]);
const GROUP: Label = label(Field::Group, &["群体", "涉及群体"], &["group"]);
const ON: Label = label(Field::On, &["日期"], &["date", "on"]);
const NOTE: Label = label(Field::Note, &["说明", "备注"], &["note"]);

const RAISE: &[Label] = &[
    PROPOSERS,
    SIGNERS,
    SOURCE,
    CLASS,
    PLACE,
    GROUP,
    REASON,
    SUGGESTION,
    CHANNEL,
    ON,
    label(Field::Procedure, &["程序"], &["procedure"]),
    label(Field::Origin, &["出处"], &["from"]),
    TITLE,
];
const AMEND: &[Label] = &[TITLE, CLASS, PLACE, GROUP, REASON, SUGGESTION, SOURCE, CHANNEL, ON];
const SCREEN: &[Label] = &[
    label(Field::Level, &["级别", "层级"], &["level"]),
    CLASS,
    REASON,
    label(Field::Redirect, &["转办", "转办指引"], &["redirect"]),
    label(Field::Approver, &["审定人"], &["approver", "approved by"]),
];
const ANSWER: &[Label] = &[
    label(Field::By, &["对象", "告知"], &["to"]),
    label(Field::Note, &["内容", "方式", "说明"], &["how", "note"]),
];
const SURVEY: &[Label] = &[
    label(Field::Survey(SurveyPart::Method), &["方式", "调研方式"], &["method"]),
    label(Field::Survey(SurveyPart::Sites), &["地点", "调研地点"], &["sites", "site"]),
    label(Field::Survey(SurveyPart::People), &["对象", "走访对象"], &["people"]),
    label(Field::Survey(SurveyPart::Facts), &["情况", "基本情况"], &["facts"]),
    label(Field::Survey(SurveyPart::Policy), &["政策", "政策依据"], &["policy"]),
    label(Field::Survey(SurveyPart::Options), &["方案", "可选方案"], &["options"]),
    label(Field::Survey(SurveyPart::Questions), &["问题", "待议问题"], &["questions"]),
];
const VISIT: &[Label] = &[
    PLACE,
    label(Field::Topic, &["议题"], &["topic"]),
    ON,
    label(Field::Count, &["户数"], &["households", "count"]),
    label(Field::By, &["人员", "走访人"], &["by"]),
    label(Field::Note, &["情况", "说明"], &["note"]),
];
const BRIEFING: &[Label] = &[
    PLACE,
    label(Field::Topic, &["议题"], &["topic"]),
    ON,
    label(Field::Count, &["人数"], &["people", "count"]),
    label(Field::By, &["宣讲人", "人员"], &["by"]),
    label(Field::Note, &["内容", "说明"], &["note"]),
];
const SCHEDULE: &[Label] = &[label(Field::Minutes, &["时长"], &["minutes"]), REASON];
const ASSIGN: &[Label] =
    &[label(Field::With, &["会办"], &["with"]), label(Field::Until, &["期限"], &["due", "by"])];
const POST: &[Label] =
    &[label(Field::On, &["自"], &["from"]), label(Field::Until, &["至"], &["until", "to"]), NOTE];
const RATE: &[Label] = &[
    label(Field::Handling, &["办理"], &["handling"]),
    label(Field::Outcome, &["结果"], &["result"]),
    label(Field::Note, &["说", "意见"], &["says", "note"]),
];
const RESULT: &[Label] = &[NOTE];
const WHY: &[Label] = &[REASON];
const STAGE_NAMES: &[Label] = &[label(Field::Names, &["名称"], &["names"])];

/// The fields that a verb takes.
#[must_use]
pub const fn labels(verb: AffairVerb) -> &'static [Label] {
    match verb {
        AffairVerb::Raise => RAISE,
        AffairVerb::Amend => AMEND,
        AffairVerb::Screen => SCREEN,
        AffairVerb::Answer => ANSWER,
        AffairVerb::Survey => SURVEY,
        AffairVerb::Visit => VISIT,
        AffairVerb::Briefing => BRIEFING,
        AffairVerb::Schedule => SCHEDULE,
        AffairVerb::Assign => ASSIGN,
        AffairVerb::Post => POST,
        AffairVerb::Result => RESULT,
        AffairVerb::Rate => RATE,
        AffairVerb::Withdraw | AffairVerb::Waive | AffairVerb::Stage => WHY,
        AffairVerb::StageNames => STAGE_NAMES,
        AffairVerb::Station => calls::STATION,
        AffairVerb::Duty => calls::DUTY,
        AffairVerb::CallOut => calls::CALL,
        AffairVerb::ReportIn
        | AffairVerb::EndCall
        | AffairVerb::Join
        | AffairVerb::Merge
        | AffairVerb::Part
        | AffairVerb::Procedure
        | AffairVerb::Undo
        | AffairVerb::Help => &[],
    }
}

impl Label {
    /// The usual word for it.
    #[must_use]
    pub fn usual(&self, lang: Lang) -> &'static str {
        let words = if lang == Lang::Zh { self.zh } else { self.en };
        words.first().copied().unwrap_or_default()
    }

    fn is(&self, folded: &str) -> bool {
        self.zh.iter().chain(self.en).any(|word| *word == folded)
    }
}

/// Whether a character parts fields.
#[must_use]
pub fn parts_fields(c: char) -> bool {
    matches!(c, '；' | ';' | '|' | '｜')
}

fn is_colon(c: char) -> bool {
    matches!(c, ':' | '：')
}

/// A line behind its verb, taken apart.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Parted<'a> {
    /// What stands before the first field.
    pub text: &'a str,
    /// The fields as they were written, each once.
    pub fields: Vec<(Field, &'a str)>,
}

impl<'a> Parted<'a> {
    /// What a field says, if it is there.
    #[must_use]
    pub fn field(&self, field: Field) -> Option<&'a str> {
        self.fields.iter().find(|(known, _)| *known == field).map(|(_, text)| *text)
    }
}

/// Most characters of something before a colon that may be meant for a label.
const MOST_LABEL: usize = 6;
/// The same in Latin letters.
const MOST_LATIN_LABEL: usize = 14;

/// What stands before the first colon, where it is short enough to be a label, and the byte where
/// what it says begins.
fn labelled(part: &str) -> Option<(&str, usize)> {
    let (at, colon) = part.char_indices().find(|(_, c)| is_colon(*c))?;
    let (before, rest) = part.split_at(at);
    let before = before.trim();
    let most = if before.is_ascii() { MOST_LATIN_LABEL } else { MOST_LABEL };
    let short = !before.is_empty() && before.chars().nth(most).is_none();
    // `19:30` is a time, `http://` an address.
    let is_number = before.chars().all(|c| fold_char(c).is_ascii_digit());
    (short && !is_number && !rest.starts_with("://")).then(|| (before, at + colon.len_utf8()))
}

/// The bytes where each piece between marks begins and ends.
fn pieces(text: &str) -> impl Iterator<Item = (usize, usize)> + '_ {
    let mut from = 0;
    let ends = text.char_indices().filter(|(_, c)| parts_fields(*c));
    ends.map(|(at, c)| (at, at + c.len_utf8())).chain([(text.len(), text.len())]).map(
        move |(end, next)| {
            let piece = (from, end);
            from = next;
            piece
        },
    )
}

fn known(labels: &[Label], word: &str) -> Option<Field> {
    let folded = fold(word).to_lowercase();
    labels.iter().find(|label| label.is(&folded)).map(|label| label.field)
}

/// Takes apart what follows a verb.
///
/// # Errors
/// When something looks like a field and is none of this verb's, stands twice, or lacks its mark.
pub fn parted(verb: AffairVerb, rest: &str) -> Result<Parted<'_>, AffairMisread> {
    let labels = labels(verb);
    // Each field, and the bytes where what it says begins and ends; the text first.
    let mut found: Vec<(Option<Field>, usize, usize)> = vec![(None, 0, 0)];
    for (count, (start, end)) in pieces(rest).enumerate() {
        let part = rest.get(start..end).unwrap_or_default();
        let label = labelled(part).map(|(word, at)| (word, at, known(labels, word)));
        match label {
            Some((word, at, Some(field))) => {
                if found.iter().any(|(other, ..)| *other == Some(field)) {
                    return Err(AffairMisread::LabelTwice(word.to_owned()));
                }
                found.push((Some(field), start + at, end));
                continue;
            }
            // In the text itself people write what they like.
            Some((word, _, None)) if count > 0 => {
                return Err(AffairMisread::UnknownLabel(verb, word.to_owned()));
            }
            None if count > 0 => {
                if let Some(word) = lacks_colon(part, labels) {
                    return Err(AffairMisread::LabelWithoutColon(word.to_owned()));
                }
            }
            _ => {}
        }
        if let Some(last) = found.last_mut() {
            last.2 = end;
        }
    }
    let mut parted = Parted::default();
    for (field, start, end) in found {
        let text = rest.get(start..end).unwrap_or_default();
        // A mark at the end parts nothing.
        let text = text.trim_matches(|c: char| c.is_whitespace() || parts_fields(c));
        if let Some(word) = buried(text, labels) {
            return Err(AffairMisread::LabelInText(word.to_owned()));
        }
        match field {
            Some(field) => parted.fields.push((field, text)),
            None => parted.text = text,
        }
    }
    Ok(parted)
}

/// A label that a piece begins with, but without its colon: `提出 王小明`.
fn lacks_colon<'a>(part: &'a str, labels: &[Label]) -> Option<&'a str> {
    let part = part.trim();
    let word = part.split_whitespace().next()?;
    known(labels, word).map(|_| word)
}

/// A label within a text, without the mark before it: `楼道堆物 提出：王小明`.
fn buried<'a>(text: &'a str, labels: &[Label]) -> Option<&'a str> {
    text.char_indices().filter(|(_, c)| is_colon(*c)).find_map(|(at, _)| {
        let before = text.get(..at)?.trim_end();
        let from = before
            .char_indices()
            .rfind(|(_, c)| c.is_whitespace() || matches!(c, '，' | ',' | '。' | '、'))
            .map(|(at, c)| at + c.len_utf8())?;
        let word = before.get(from..)?;
        known(labels, word).map(|_| word)
    })
}
