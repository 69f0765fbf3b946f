//! A line that could not be understood, and words for it.

use std::sync::Arc;

use crate::domain::affairs::NamedProcedure;
use crate::domain::rules::RuleSet;
use crate::domain::topic::CaseNo;
use crate::phrase::{procedure_title, rules_name};
use crate::text::width::clip;
use crate::text::words::{Words, id};

use super::verb::Verb;

/// Why a typed line is not an entry. Nothing is guessed: what could mean two things is asked back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Misread {
    /// Nothing was typed.
    Empty,
    /// No command is called that.
    UnknownCommand(String),
    /// Several commands begin like that.
    SeveralCommands(String, Vec<Verb>),
    /// The command needs more than it was given.
    Incomplete(Verb),
    /// Nobody is called that.
    NobodyCalled(String),
    /// What stands before the colon looks like a name, but nobody is called that.
    NobodyBeforeColon(String),
    /// Several people could be meant.
    SeveralPeople(String, Vec<String>),
    /// A new name is the beginning of a known one.
    LikeKnown(String, Vec<String>),
    /// A word after a name is a unit, or somebody else.
    UnitOrName(String),
    /// That is not a number.
    NotANumber(String),
    /// That is neither a number of an opinion nor R1, A1, P1.
    NotAReference(String),
    /// That is not a date.
    NotADate(String),
    /// There is no such day.
    NoSuchDay(String),
    /// That is not one of the outcomes.
    NotAnOutcome(String),
    /// That is not one of the thresholds.
    NotAThreshold(String),
    /// There are no rules of that name, neither of the floor nor of votes; these are there.
    NotARule(String, Vec<Arc<RuleSet>>),
    /// There is no procedure of that name; these are there.
    NotAProcedure(String, Vec<NamedProcedure>),
    /// That is no number of a topic.
    NotATopic(String),
    /// There is no topic of that number.
    NoSuchTopic(CaseNo),
    /// The topic was merged into that other one.
    TopicMerged(CaseNo, CaseNo),
    /// The topic was not taken in.
    TopicExcluded(CaseNo),
    /// The topic was taken back.
    TopicWithdrawn(CaseNo),
    /// That is not one of the ways to decide.
    NotAMethod(String),
    /// Those are not the numbers that this way of counting takes.
    NotACount(String),
    /// That is not a time of day.
    NotATime(String),
    /// The agenda has no such place.
    NoSuchPlace {
        /// The place.
        place: u32,
        /// The places there are.
        places: usize,
    },
    /// Nobody called that is expected.
    NobodyExpected(String),
    /// The command is for the desk only.
    DeskOnly(Verb),
    /// There is no such time of day.
    NoSuchTime(String),
    /// A mark before a digit: a position, or a number with its sign?
    MarkOrNumber(String),
    /// Nothing may follow this command.
    TooMuch(Verb, String),
    /// The line is longer than any entry can be.
    TooLong {
        /// Its characters.
        given: usize,
        /// How it begins.
        begins: String,
    },
}

/// Most columns of what was typed that an answer repeats.
const MOST_REPEATED: usize = 40;

impl Misread {
    /// What is wrong and what to do, in the user's language.
    #[must_use]
    pub fn tell(&self, words: &Words) -> String {
        let command = |verb: Verb| format!("/{}", verb.word().usual(words.lang()));
        let usage = |verb: Verb| {
            let (arguments, _) = verb.word().explained(words);
            format!("{} {arguments}", command(verb))
        };
        let list = |names: &[String]| names.join(&words.say(id::LIST_SEPARATOR));
        let say =
            |id, text: &str| words.tell(id, &[("text", clip(text, MOST_REPEATED).as_ref().into())]);
        let about = |id, case: &CaseNo| words.tell(id, &[("topic", case.to_string().into())]);
        match self {
            Self::Empty => words.say(id::MISREAD_EMPTY),
            Self::UnknownCommand(text) => say(id::MISREAD_UNKNOWN_COMMAND, text),
            Self::SeveralCommands(text, verbs) => {
                let verbs: Vec<String> = verbs.iter().map(|verb| command(*verb)).collect();
                words.tell(
                    id::MISREAD_SEVERAL_COMMANDS,
                    &[
                        ("text", clip(text, MOST_REPEATED).as_ref().into()),
                        ("list", list(&verbs).into()),
                    ],
                )
            }
            Self::Incomplete(verb) => {
                words.tell(id::MISREAD_INCOMPLETE, &[("text", usage(*verb).trim().into())])
            }
            Self::NobodyCalled(text) => say(id::MISREAD_NOBODY_CALLED, text),
            Self::NobodyBeforeColon(text) => say(id::MISREAD_NOBODY_BEFORE_COLON, text),
            Self::SeveralPeople(text, names) => words.tell(
                id::MISREAD_SEVERAL_PEOPLE,
                &[
                    ("text", clip(text, MOST_REPEATED).as_ref().into()),
                    ("list", list(names).into()),
                ],
            ),
            Self::LikeKnown(text, names) => words.tell(
                id::MISREAD_LIKE_KNOWN,
                &[
                    ("text", clip(text, MOST_REPEATED).as_ref().into()),
                    ("list", list(names).into()),
                ],
            ),
            Self::UnitOrName(text) => say(id::MISREAD_UNIT_OR_NAME, text),
            Self::NotANumber(text) => say(id::MISREAD_NOT_A_NUMBER, text),
            Self::NotAReference(text) => say(id::MISREAD_NOT_A_REFERENCE, text),
            Self::NotADate(text) => say(id::MISREAD_NOT_A_DATE, text),
            Self::NoSuchDay(text) => say(id::MISREAD_NO_SUCH_DAY, text),
            Self::NotAnOutcome(text) => say(id::MISREAD_NOT_AN_OUTCOME, text),
            Self::NotAMethod(text) => say(id::MISREAD_NOT_A_METHOD, text),
            Self::NotACount(text) => say(id::MISREAD_NOT_A_COUNT, text),
            Self::NotAThreshold(text) => say(id::MISREAD_NOT_A_THRESHOLD, text),
            Self::NotARule(text, known) => {
                let known: Vec<String> = known.iter().map(|it| rules_name(words, it)).collect();
                let text = clip(text, MOST_REPEATED);
                let values = [("text", text.as_ref().into()), ("list", list(&known).into())];
                words.tell(id::MISREAD_NOT_A_RULE, &values)
            }
            Self::NotAProcedure(text, known) => {
                let known: Vec<String> =
                    known.iter().map(|it| procedure_title(words, &it.procedure)).collect();
                let text = clip(text, MOST_REPEATED);
                let values = [("text", text.as_ref().into()), ("list", list(&known).into())];
                words.tell(id::MISREAD_NOT_A_PROCEDURE, &values)
            }
            Self::NotATopic(text) => say(id::MISREAD_NOT_A_TOPIC, text),
            Self::NoSuchTopic(case) => about(id::MISREAD_NO_SUCH_TOPIC, case),
            Self::TopicExcluded(case) => about(id::MISREAD_TOPIC_EXCLUDED, case),
            Self::TopicWithdrawn(case) => about(id::MISREAD_TOPIC_WITHDRAWN, case),
            Self::TopicMerged(case, into) => {
                let values =
                    [("topic", case.to_string().into()), ("into", into.to_string().into())];
                words.tell(id::MISREAD_TOPIC_MERGED, &values)
            }
            Self::DeskOnly(verb) => say(id::MISREAD_DESK_ONLY, &command(*verb)),
            Self::NotATime(text) => say(id::MISREAD_NOT_A_TIME, text),
            Self::NoSuchPlace { place, places } => {
                let values = [("number", (*place).into()), ("count", (*places).into())];
                words.tell(id::REFUSAL_NO_SUCH_ITEM, &values)
            }
            Self::NobodyExpected(text) => say(id::MISREAD_NOBODY_EXPECTED, text),
            Self::NoSuchTime(text) => say(id::MISREAD_NO_SUCH_TIME, text),
            Self::MarkOrNumber(text) => say(id::MISREAD_MARK_OR_NUMBER, text),
            Self::TooMuch(verb, text) => words.tell(
                id::MISREAD_TOO_MUCH,
                &[
                    ("command", command(*verb).into()),
                    ("text", clip(text, MOST_REPEATED).as_ref().into()),
                ],
            ),
            Self::TooLong { given, begins } => words.tell(
                id::MISREAD_TOO_LONG,
                &[
                    ("given", (*given).into()),
                    ("most", crate::domain::MOST_CHARS.into()),
                    ("text", begins.into()),
                ],
            ),
        }
    }
}
