//! Why something asked of a ledger was not done, and what to do next.

use super::labels::{case, needs_list, procedure_name, stage_label, topic_state};
use super::steps::{topic_step, topic_step_begun};
use crate::domain::affairs::{AffairRefusal, Blank, Ground, towards};
use crate::domain::ledger::Ledger;
use crate::domain::procedure::Need;
use crate::domain::record::Moment;
use crate::domain::topic::CaseNo;
use crate::phrase::bracketed;
use crate::phrase::calls::call_refusal;
use crate::text::words::{Id, Value, Words, id};

/// One or two sentences: what is wrong, and what to do next.
#[must_use]
#[expect(clippy::too_many_lines, reason = "one arm for each refusal, so that none is forgotten")]
pub fn affair_refusal(
    words: &Words,
    ledger: &Ledger,
    ground: &Ground,
    refusal: &AffairRefusal,
) -> String {
    let say = Saying { words, ledger, ground };
    match refusal {
        AffairRefusal::NoSuchTopic(topic) => say.about(id::AFFAIR_NO_SUCH_TOPIC, topic, &[]),
        AffairRefusal::NotNow(topic, state) => {
            let state = topic_state(words, *state);
            say.about(id::AFFAIR_NOT_NOW, topic, &[("state", state.into())])
        }
        AffairRefusal::MergedInto { topic, into } => {
            let values = [("into", case(words, into).into()), ("number", into.to_string().into())];
            say.about(id::AFFAIR_MERGED_INTO, topic, &values)
        }
        AffairRefusal::NotMerged(topic) => say.about(id::AFFAIR_NOT_MERGED, topic, &[]),
        AffairRefusal::HasParts { topic, parts } => {
            let first = parts.first().map(ToString::to_string).unwrap_or_default();
            let values = [("list", say.numbers(parts).into()), ("number", first.into())];
            say.about(id::AFFAIR_HAS_PARTS, topic, &values)
        }
        AffairRefusal::MergedIntoItself(topic) => {
            say.about(id::AFFAIR_MERGED_INTO_ITSELF, topic, &[])
        }
        AffairRefusal::NothingToMerge(topic) => {
            let number = [("number", topic.to_string().into())];
            say.about(id::AFFAIR_NOTHING_TO_MERGE, topic, &number)
        }
        AffairRefusal::HasResult(topic) => say.about(id::AFFAIR_HAS_RESULT, topic, &[]),
        AffairRefusal::NoResult(topic) => {
            let number = [("number", topic.to_string().into())];
            say.about(id::AFFAIR_NO_RESULT, topic, &number)
        }
        AffairRefusal::RaisedBefore(topic) => say.about(id::AFFAIR_RAISED_BEFORE, topic, &[]),
        AffairRefusal::SignedBefore { topic, name } => {
            say.about(id::AFFAIR_SIGNED_BEFORE, topic, &[("name", name.into())])
        }
        AffairRefusal::NotAProposer { topic, name } => {
            let known = ledger.topics.get(topic).map_or(&[][..], |topic| &topic.proposers);
            let known: Vec<&str> = known.iter().map(|it| it.name.as_str()).collect();
            let list = known.join(&words.say(id::LIST_SEPARATOR));
            say.about(
                id::AFFAIR_NOT_A_PROPOSER,
                topic,
                &[("name", name.into()), ("list", list.into())],
            )
        }
        AffairRefusal::AnsweredBefore { topic, name } => {
            say.about(id::AFFAIR_ANSWERED_BEFORE, topic, &[("name", name.into())])
        }
        AffairRefusal::NobodyOwed(topic) => say.about(id::AFFAIR_NOBODY_OWED, topic, &[]),
        AffairRefusal::StageNeeds { topic, stage, lacking } => {
            let list = needs_list(words, lacking);
            let number = stage_typed(topic, *stage);
            say.at_stage(
                id::AFFAIR_STAGE_NEEDS,
                topic,
                *stage,
                &[("list", list.into()), ("number", number.into())],
            )
        }
        AffairRefusal::MeetingNeeds { topic, lacking } => say.meeting_needs(topic, lacking),
        AffairRefusal::OutOfOrder { topic, stage, from } => {
            let values = [
                ("from", say.stage(topic, *from).into()),
                ("number", stage_typed(topic, *stage).into()),
            ];
            say.at_stage(id::AFFAIR_OUT_OF_ORDER, topic, *stage, &values)
        }
        AffairRefusal::NoSuchStage { procedure, stage, count } => {
            let values = [("number", (*stage).into()), ("count", (*count).into())];
            say.of_procedure(id::AFFAIR_NO_SUCH_STAGE, procedure, &values)
        }
        AffairRefusal::NoStageLeft(topic) => say.about(id::AFFAIR_NO_STAGE_LEFT, topic, &[]),
        AffairRefusal::InStage { topic, stage } => {
            say.at_stage(id::AFFAIR_IN_STAGE, topic, *stage, &[])
        }
        AffairRefusal::NoSuchProcedure(file) => {
            words.tell(id::AFFAIR_NO_SUCH_PROCEDURE, &[("procedure", file.into())])
        }
        AffairRefusal::NamesDoNotFit { procedure, given, stages } => {
            let values = [("given", (*given).into()), ("count", (*stages).into())];
            say.of_procedure(id::AFFAIR_NAMES_DO_NOT_FIT, procedure, &values)
        }
        AffairRefusal::NothingToWaive(topic) => say.about(id::AFFAIR_NOTHING_TO_WAIVE, topic, &[]),
        AffairRefusal::Unchanged(topic) => say.about(id::AFFAIR_UNCHANGED, topic, &[]),
        AffairRefusal::NamedBefore(procedure) => {
            say.of_procedure(id::AFFAIR_NAMED_BEFORE, procedure, &[])
        }
        AffairRefusal::InTheFuture(day) => {
            words.tell(id::AFFAIR_IN_THE_FUTURE, &[("date", day.to_string().into())])
        }
        AffairRefusal::TooEarly { topic, known } => {
            say.about(id::AFFAIR_TOO_EARLY, topic, &[("known", moment(*known).into())])
        }
        AffairRefusal::TooEarlyForCall { call, known } => {
            let values = [("call", call.to_string().into()), ("known", moment(*known).into())];
            words.tell(id::AFFAIR_TOO_EARLY_FOR_CALL, &values)
        }
        AffairRefusal::EndsBeforeItBegins { from, until } => {
            let values = [("from", from.to_string().into()), ("until", until.to_string().into())];
            words.tell(id::AFFAIR_ENDS_BEFORE_IT_BEGINS, &values)
        }
        AffairRefusal::CountOutOfBounds { given, most } => {
            let values = [("given", (*given).into()), ("most", (*most).into())];
            words.tell(id::AFFAIR_COUNT_OUT_OF_BOUNDS, &values)
        }
        AffairRefusal::Missing(blank) => words.say(missing(*blank)),
        AffairRefusal::TooLong { given, most } => {
            let values = [("given", (*given).into()), ("most", (*most).into())];
            words.tell(id::AFFAIR_TOO_LONG, &values)
        }
        AffairRefusal::Call(refusal) => call_refusal(words, ledger, refusal),
    }
}

/// What is typed behind the verb for a stage that is not the next one.
fn stage_typed(topic: &CaseNo, stage: u32) -> String {
    format!("{topic} {stage}")
}

const fn missing(blank: Blank) -> Id {
    match blank {
        Blank::Title => id::AFFAIR_NO_TITLE,
        Blank::Proposer => id::AFFAIR_NO_PROPOSER,
        Blank::Why => id::AFFAIR_NO_WHY,
        Blank::Ground => id::AFFAIR_NO_GROUND,
        Blank::Redirect => id::AFFAIR_NO_REDIRECT,
        Blank::How => id::AFFAIR_NO_HOW,
        Blank::StageName => id::AFFAIR_NO_STAGE_NAME,
        Blank::Survey => id::AFFAIR_NO_SURVEY,
        Blank::Place => id::AFFAIR_NO_PLACE,
        Blank::Unit => id::AFFAIR_NO_UNIT,
        Blank::StationName => id::AFFAIR_NO_STATION_NAME,
        Blank::CallReason => id::AFFAIR_NO_CALL_REASON,
        Blank::Ending => id::AFFAIR_NO_ENDING,
    }
}

/// A day and a time, as a line may begin with them.
fn moment(at: Moment) -> String {
    at.format("%Y-%m-%d %H:%M").to_string()
}

struct Saying<'a> {
    words: &'a Words,
    ledger: &'a Ledger,
    ground: &'a Ground,
}

impl Saying<'_> {
    /// A sentence about a topic, `$topic`.
    fn about(&self, message: Id, topic: &CaseNo, values: &[(&'static str, Value<'_>)]) -> String {
        let mut all = vec![("topic", case(self.words, topic).into())];
        all.extend(values.iter().cloned());
        self.words.tell(message, &all)
    }

    /// A sentence about a topic and a stage of its procedure, `$stage`.
    fn at_stage(
        &self,
        message: Id,
        topic: &CaseNo,
        stage: u32,
        values: &[(&'static str, Value<'_>)],
    ) -> String {
        let mut all = vec![("stage", self.stage(topic, stage).into())];
        all.extend(values.iter().cloned());
        self.about(message, topic, &all)
    }

    /// A sentence about a procedure, `$procedure`.
    fn of_procedure(
        &self,
        message: Id,
        file: &str,
        values: &[(&'static str, Value<'_>)],
    ) -> String {
        let name = procedure_name(self.words, self.ground, file);
        let mut all = vec![("procedure", name.into())];
        all.extend(values.iter().cloned());
        self.words.tell(message, &all)
    }

    /// What a topic lacks before it can be put on an agenda, and what is typed for the first of it.
    fn meeting_needs(&self, case: &CaseNo, lacking: &[Need]) -> String {
        let (words, ledger, ground) = (self.words, self.ledger, self.ground);
        let first = ledger.topics.get(case).zip(lacking.first()).map(|(topic, need)| {
            let step = towards(ledger, ground, topic, *need);
            let told = topic_step(words, ledger, ground, topic, &step);
            let line = topic_step_begun(words, topic, &step);
            line.map_or(told.clone(), |line| bracketed(words, &told, line.trim()))
        });
        let values = [
            ("list", needs_list(words, lacking).into()),
            ("number", case.to_string().into()),
            ("step", first.unwrap_or_default().into()),
        ];
        self.about(id::AFFAIR_MEETING_NEEDS, case, &values)
    }

    fn stage(&self, topic: &CaseNo, stage: u32) -> String {
        match self.ledger.topics.get(topic) {
            Some(topic) => stage_label(self.words, self.ledger, self.ground, topic, stage),
            None => self.words.tell(id::STAGE_NUMBERED, &[("number", stage.into())]),
        }
    }

    fn numbers(&self, cases: &[CaseNo]) -> String {
        let numbers: Vec<String> = cases.iter().map(ToString::to_string).collect();
        numbers.join(&self.words.say(id::LIST_SEPARATOR))
    }
}
