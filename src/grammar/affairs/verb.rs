//! The words that begin a line of a ledger, in both languages.

use super::calls::CALL_WORDS;
use crate::grammar::verb::{self, Found, Word};
use crate::text::words::{Words, id};

/// What a line asks of a ledger.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum AffairVerb {
    /// Take a topic in.
    Raise,
    /// Put a slip right.
    Amend,
    /// Sign a topic.
    Join,
    /// Screen a topic.
    Screen,
    /// Make topics part of another.
    Merge,
    /// Part a topic again.
    Part,
    /// Take a topic back.
    Withdraw,
    /// Note an answer to proposers.
    Answer,
    /// Choose a procedure.
    Procedure,
    /// Enter a stage.
    Stage,
    /// Name the stages of a procedure.
    StageNames,
    /// Write a survey record.
    Survey,
    /// Note a household visit.
    Visit,
    /// Note a policy briefing.
    Briefing,
    /// Waive a survey.
    Waive,
    /// Put a topic on an agenda.
    Schedule,
    /// Charge a unit.
    Assign,
    /// Note that something was made public.
    Post,
    /// Report what came of a topic.
    Result,
    /// Note a rating.
    Rate,
    /// Enter a station.
    Station,
    /// Set who is on duty.
    Duty,
    /// Call members.
    CallOut,
    /// Note that a member reported in.
    ReportIn,
    /// End a call.
    EndCall,
    /// Take the latest line back.
    Undo,
    /// Help.
    Help,
}

pub(super) const fn word(
    verb: AffairVerb,
    zh: &'static [&'static str],
    en: &'static [&'static str],
    usage: crate::text::words::Id,
) -> Word<AffairVerb> {
    Word { verb, zh, en, usage, yields: false }
}

/// The verbs of topics, in the order a topic needs them.
pub const TOPIC_WORDS: &[Word<AffairVerb>] = &[
    word(AffairVerb::Raise, &["登记"], &["raise"], id::AFFAIR_USAGE_RAISE),
    word(AffairVerb::Amend, &["修改", "更正"], &["amend"], id::AFFAIR_USAGE_AMEND),
    word(AffairVerb::Join, &["联名", "附议"], &["join"], id::AFFAIR_USAGE_JOIN),
    word(AffairVerb::Screen, &["审定"], &["screen"], id::AFFAIR_USAGE_SCREEN),
    word(AffairVerb::Merge, &["归并"], &["merge"], id::AFFAIR_USAGE_MERGE),
    word(AffairVerb::Part, &["拆出"], &["part"], id::AFFAIR_USAGE_PART),
    word(AffairVerb::Withdraw, &["撤回"], &["withdraw"], id::AFFAIR_USAGE_WITHDRAW),
    word(AffairVerb::Answer, &["答复"], &["answer"], id::AFFAIR_USAGE_ANSWER),
    word(AffairVerb::Procedure, &["程序"], &["procedure"], id::AFFAIR_USAGE_PROCEDURE),
    word(AffairVerb::Stage, &["阶段"], &["stage"], id::AFFAIR_USAGE_STAGE),
    word(
        AffairVerb::StageNames,
        &["阶段名", "命名"],
        &["stagenames", "name"],
        id::AFFAIR_USAGE_STAGE_NAMES,
    ),
    word(AffairVerb::Survey, &["调研"], &["survey"], id::AFFAIR_USAGE_SURVEY),
    word(AffairVerb::Visit, &["走访"], &["visit"], id::AFFAIR_USAGE_VISIT),
    word(AffairVerb::Briefing, &["宣讲"], &["briefing"], id::AFFAIR_USAGE_BRIEFING),
    word(AffairVerb::Waive, &["免调研"], &["waive"], id::AFFAIR_USAGE_WAIVE),
    word(AffairVerb::Schedule, &["列入"], &["schedule"], id::AFFAIR_USAGE_SCHEDULE),
    word(AffairVerb::Assign, &["交办"], &["assign"], id::AFFAIR_USAGE_ASSIGN),
    word(AffairVerb::Post, &["公示"], &["post"], id::AFFAIR_USAGE_POST),
    word(AffairVerb::Result, &["结果"], &["result"], id::AFFAIR_USAGE_RESULT),
    word(AffairVerb::Rate, &["评价"], &["rate"], id::AFFAIR_USAGE_RATE),
    word(AffairVerb::Undo, &["撤销"], &["undo"], id::AFFAIR_USAGE_UNDO),
    word(AffairVerb::Help, &["帮助"], &["help"], id::AFFAIR_USAGE_HELP),
];

/// All verbs: each table is one field's.
const TABLES: &[&[Word<AffairVerb>]] = &[TOPIC_WORDS, CALL_WORDS];

/// Every verb.
pub fn all() -> impl Iterator<Item = &'static Word<AffairVerb>> + Clone {
    TABLES.iter().copied().flatten()
}

impl AffairVerb {
    /// Its words.
    #[must_use]
    pub fn word(self) -> &'static Word<Self> {
        // Every verb has a row; a test makes sure. The fallback keeps this free of panics.
        all().find(|word| word.verb == self).unwrap_or(&TOPIC_WORDS[0])
    }

    /// How a line with it is written: `/登记 题目 [；栏目：内容]`.
    #[must_use]
    pub fn usage(self, words: &Words) -> String {
        let word = self.word();
        let (arguments, _) = word.explained(words);
        format!("/{} {arguments}", word.usual(words.lang())).trim_end().to_owned()
    }
}

/// Finds the verb that a text begins with, the mark before it already taken off.
#[must_use]
pub fn find(text: &str) -> Found<'_, AffairVerb> {
    verb::find_among(all(), text)
}
