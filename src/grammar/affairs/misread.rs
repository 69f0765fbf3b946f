//! A line of a ledger that could not be understood, and words for it.

use crate::grammar::misread::Misread;
use crate::phrase::affairs::case;
use crate::text::width::clip;
use crate::text::words::{Id, Words, id};

use super::fields::{Field, labels};
use super::verb::AffairVerb;
use crate::domain::topic::CaseNo;

/// What a word was to be one of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// A source.
    Source,
    /// A class.
    Class,
    /// A level.
    Level,
    /// A result.
    Result,
    /// A rating.
    Satisfaction,
    /// What is decided of a topic.
    Decision,
    /// A procedure.
    Procedure,
    /// A stage.
    Stage,
    /// A meeting of the community.
    Meeting,
    /// A station.
    Station,
    /// A kind of station.
    StationKind,
    /// A community.
    Community,
}

/// Why a line is nothing that can be asked of a ledger. Nothing is guessed: what could mean two
/// things is asked back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum AffairMisread {
    /// Nothing was typed.
    Empty,
    /// The line does not begin with a verb.
    NoVerb(String),
    /// No verb is called that.
    UnknownVerb(String),
    /// Several verbs begin like that.
    SeveralVerbs(String, Vec<AffairVerb>),
    /// The verb needs more than it was given.
    Incomplete(AffairVerb),
    /// Nothing may follow.
    TooMuch(AffairVerb, String),
    /// The line is longer than anything that can be entered.
    TooLong {
        /// Its characters.
        given: usize,
        /// The most there may be.
        most: usize,
        /// How it begins.
        begins: String,
    },
    /// No field of this verb is called that.
    UnknownLabel(AffairVerb, String),
    /// A field stands twice.
    LabelTwice(String),
    /// A field without its colon.
    LabelWithoutColon(String),
    /// A field without the mark before it.
    LabelInText(String),
    /// A field that says nothing.
    EmptyField(AffairVerb, Field),
    /// That is not the number of a topic.
    NotACase(String),
    /// Topics of several devices have that number.
    SeveralCases(String, Vec<CaseNo>),
    /// That is not one of those; these are there.
    NotOneOf(Kind, String, Vec<String>),
    /// That could be several of those.
    CouldBe(Kind, String, Vec<String>),
    /// A ground on which a topic is not dealt with that the list of exclusions does not know, and
    /// no other way to turn to; these are on the list.
    NoRedirect(String, Vec<String>),
    /// Nobody is called that.
    NobodyCalled(String),
    /// Several people could be meant.
    SeveralPeople(String, Vec<String>),
    /// A new name is the beginning of a known one.
    LikeKnown(String, Vec<String>),
    /// A word after a name is a unit, or somebody else.
    UnitOrName(String),
    /// That is not a number.
    NotANumber(String),
    /// That is not a date.
    NotADate(String),
    /// There is no such day.
    NoSuchDay(String),
    /// There is no such time of day.
    NoSuchTime(String),
    /// That day is still to come.
    FutureDay(String),
    /// That is not where a topic can come from.
    NotAnOrigin(String),
    /// That is no call, and it is not clear which one is meant.
    NotACall(String),
    /// These are no coordinates.
    NotASpot(String),
    /// The last day lies before the first.
    EndsBefore(String),
}

/// Most columns of what was typed that an answer repeats.
const MOST_REPEATED: usize = 40;
/// Most choices that an answer lists.
const MOST_LISTED: usize = 14;

impl AffairMisread {
    /// What is wrong and what to do, in the user's language.
    #[must_use]
    pub fn tell(&self, words: &Words) -> String {
        let text =
            |id, text: &str| words.tell(id, &[("text", clip(text, MOST_REPEATED).as_ref().into())]);
        let listed = |id, text: &str, list: &[String]| {
            let text = clip(text, MOST_REPEATED);
            let values = [("text", text.as_ref().into()), ("list", some(words, list).into())];
            words.tell(id, &values)
        };
        match self {
            Self::Empty => words.say(id::AFFAIR_MISREAD_EMPTY),
            Self::NoVerb(typed) => text(id::AFFAIR_MISREAD_NO_VERB, typed),
            Self::UnknownVerb(typed) => text(id::AFFAIR_MISREAD_UNKNOWN_VERB, typed),
            Self::SeveralVerbs(typed, verbs) => {
                let verbs: Vec<String> =
                    verbs.iter().map(|it| format!("/{}", it.word().usual(words.lang()))).collect();
                listed(id::MISREAD_SEVERAL_COMMANDS, typed, &verbs)
            }
            Self::Incomplete(verb) => {
                words.tell(id::MISREAD_INCOMPLETE, &[("text", verb.usage(words).into())])
            }
            Self::TooMuch(verb, typed) => {
                let command = format!("/{}", verb.word().usual(words.lang()));
                let typed = clip(typed, MOST_REPEATED);
                let values = [("command", command.into()), ("text", typed.as_ref().into())];
                words.tell(id::AFFAIR_MISREAD_TOO_MUCH, &values)
            }
            Self::TooLong { given, most, begins } => words.tell(
                id::MISREAD_TOO_LONG,
                &[("given", (*given).into()), ("most", (*most).into()), ("text", begins.into())],
            ),
            Self::UnknownLabel(verb, typed) => {
                let names: Vec<String> =
                    labels(*verb).iter().map(|it| it.usual(words.lang()).to_owned()).collect();
                if names.is_empty() {
                    return text(id::AFFAIR_MISREAD_NO_LABELS, typed);
                }
                listed(id::AFFAIR_MISREAD_UNKNOWN_LABEL, typed, &names)
            }
            Self::LabelTwice(typed) => text(id::AFFAIR_MISREAD_LABEL_TWICE, typed),
            Self::LabelWithoutColon(typed) => text(id::AFFAIR_MISREAD_LABEL_WITHOUT_COLON, typed),
            Self::LabelInText(typed) => text(id::AFFAIR_MISREAD_LABEL_IN_TEXT, typed),
            Self::EmptyField(verb, field) => {
                let label = labels(*verb).iter().find(|label| label.field == *field);
                let label = label.map_or("", |label| label.usual(words.lang()));
                text(id::AFFAIR_MISREAD_EMPTY_FIELD, label)
            }
            Self::NotACase(typed) => text(id::AFFAIR_MISREAD_NOT_A_CASE, typed),
            Self::SeveralCases(typed, cases) => {
                let cases: Vec<String> = cases.iter().map(|it| case(words, it)).collect();
                listed(id::AFFAIR_MISREAD_SEVERAL_CASES, typed, &cases)
            }
            Self::NotOneOf(kind, typed, choices) if choices.is_empty() => {
                text(kind.none_there(), typed)
            }
            Self::NotOneOf(kind, typed, choices) => listed(kind.not_one_of(), typed, choices),
            Self::CouldBe(_, typed, choices) => listed(id::AFFAIR_MISREAD_COULD_BE, typed, choices),
            Self::NoRedirect(typed, known) => listed(id::AFFAIR_MISREAD_NO_REDIRECT, typed, known),
            Self::NobodyCalled(typed) => text(id::AFFAIR_MISREAD_NOBODY_CALLED, typed),
            Self::SeveralPeople(typed, names) => listed(id::MISREAD_SEVERAL_PEOPLE, typed, names),
            Self::LikeKnown(typed, names) => listed(id::AFFAIR_MISREAD_LIKE_KNOWN, typed, names),
            Self::UnitOrName(typed) => text(id::MISREAD_UNIT_OR_NAME, typed),
            Self::NotANumber(typed) => text(id::MISREAD_NOT_A_NUMBER, typed),
            Self::NotADate(typed) => text(id::AFFAIR_MISREAD_NOT_A_DATE, typed),
            Self::NoSuchDay(typed) => text(id::MISREAD_NO_SUCH_DAY, typed),
            Self::NoSuchTime(typed) => text(id::MISREAD_NO_SUCH_TIME, typed),
            Self::FutureDay(typed) => text(id::AFFAIR_MISREAD_FUTURE_DAY, typed),
            Self::NotAnOrigin(typed) => text(id::AFFAIR_MISREAD_NOT_AN_ORIGIN, typed),
            Self::NotACall(typed) => text(id::AFFAIR_MISREAD_NOT_A_CALL, typed),
            Self::NotASpot(typed) => text(id::AFFAIR_MISREAD_NOT_A_SPOT, typed),
            Self::EndsBefore(typed) => text(id::AFFAIR_MISREAD_ENDS_BEFORE, typed),
        }
    }
}

/// The first of many.
fn some(words: &Words, list: &[String]) -> String {
    let mut shown = list.iter().take(MOST_LISTED).cloned().collect::<Vec<_>>();
    if list.len() > MOST_LISTED {
        shown.push("..".to_owned());
    }
    shown.join(&words.say(id::LIST_SEPARATOR))
}

impl Kind {
    const fn not_one_of(self) -> Id {
        match self {
            Self::Source => id::AFFAIR_MISREAD_NOT_A_SOURCE,
            Self::Class => id::AFFAIR_MISREAD_NOT_A_CLASS,
            Self::Level => id::AFFAIR_MISREAD_NOT_A_LEVEL,
            Self::Result => id::AFFAIR_MISREAD_NOT_A_RESULT,
            Self::Satisfaction => id::AFFAIR_MISREAD_NOT_A_RATING,
            Self::Decision => id::AFFAIR_MISREAD_NOT_A_DECISION,
            Self::Procedure => id::AFFAIR_MISREAD_NOT_A_PROCEDURE,
            Self::Stage => id::AFFAIR_MISREAD_NOT_A_STAGE,
            Self::Meeting => id::AFFAIR_MISREAD_NOT_A_MEETING,
            Self::Station => id::AFFAIR_MISREAD_NOT_A_STATION,
            Self::StationKind => id::AFFAIR_MISREAD_NOT_A_STATION_KIND,
            Self::Community => id::AFFAIR_MISREAD_NOT_A_COMMUNITY,
        }
    }

    /// Where there is nothing to choose from at all.
    const fn none_there(self) -> Id {
        match self {
            Self::Meeting => id::AFFAIR_MISREAD_NO_MEETING,
            Self::Stage => id::AFFAIR_MISREAD_NO_STAGE,
            Self::Station => id::AFFAIR_MISREAD_NO_STATION,
            _ => id::AFFAIR_MISREAD_NO_PROCEDURE,
        }
    }
}

/// What the directory of the community asks back, told for a line of its ledger.
impl From<Misread> for AffairMisread {
    fn from(misread: Misread) -> Self {
        match misread {
            Misread::SeveralPeople(typed, names) => Self::SeveralPeople(typed, names),
            Misread::LikeKnown(typed, names) => Self::LikeKnown(typed, names),
            Misread::UnitOrName(word) => Self::UnitOrName(word),
            Misread::NobodyCalled(typed) | Misread::NobodyBeforeColon(typed) => {
                Self::NobodyCalled(typed)
            }
            _ => Self::Empty,
        }
    }
}
