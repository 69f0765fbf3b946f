//! The next step of a topic, in words.

use super::labels::{lacking_list, stage_label};
use crate::domain::affairs::{Ground, TopicStep};
use crate::domain::ledger::Ledger;
use crate::domain::topic::Topic;
use crate::phrase::comma_list;
use crate::text::words::{Words, id};

/// What comes next for a topic, as one says what to do: `审定`, `补调研：走访对象`.
#[must_use]
pub fn topic_step(
    words: &Words,
    ledger: &Ledger,
    ground: &Ground,
    topic: &Topic,
    step: &TopicStep,
) -> String {
    match step {
        TopicStep::Classify => words.say(id::TOPIC_STEP_CLASSIFY),
        TopicStep::Screen => words.say(id::TOPIC_STEP_SCREEN),
        TopicStep::Survey(lacking) if lacking.is_empty() => words.say(id::TOPIC_STEP_SURVEY),
        TopicStep::Survey(lacking) => {
            let list = lacking_list(words, lacking);
            words.tell(id::TOPIC_STEP_SURVEY_LACKS, &[("list", list.into())])
        }
        TopicStep::Call => words.say(id::TOPIC_STEP_CALL),
        TopicStep::ReportIn(call) => {
            words.tell(id::TOPIC_STEP_REPORT_IN, &[("call", call.to_string().into())])
        }
        TopicStep::Schedule => words.say(id::TOPIC_STEP_SCHEDULE),
        TopicStep::Hold(session) => words.tell(id::TOPIC_STEP_HOLD, &[("session", session.into())]),
        TopicStep::Assign => words.say(id::TOPIC_STEP_ASSIGN),
        TopicStep::Post => words.say(id::TOPIC_STEP_POST),
        TopicStep::Result => words.say(id::TOPIC_STEP_RESULT),
        TopicStep::LookBack => words.say(id::TOPIC_STEP_LOOK_BACK),
        TopicStep::Answer(names) => {
            words.tell(id::TOPIC_STEP_ANSWER, &[("names", comma_list(words, names).into())])
        }
        TopicStep::Rate(names) => {
            words.tell(id::TOPIC_STEP_RATE, &[("names", comma_list(words, names).into())])
        }
        TopicStep::EnterStage(stage) => {
            let stage = stage_label(words, ledger, ground, topic, *stage);
            words.tell(id::TOPIC_STEP_ENTER_STAGE, &[("stage", stage.into())])
        }
        TopicStep::Nothing => words.say(id::TOPIC_STEP_NOTHING),
    }
}

/// The line that does the next step, begun as one types it: `/审定 17 `; nothing where there is none.
#[must_use]
pub fn topic_step_begun(words: &Words, topic: &Topic, step: &TopicStep) -> Option<String> {
    let case = topic.case.to_string();
    let number = |message| Some(words.tell(message, &[("number", case.as_str().into())]));
    match step {
        TopicStep::Classify => number(id::TOPIC_BEGUN_CLASSIFY),
        TopicStep::Screen => number(id::TOPIC_BEGUN_SCREEN),
        TopicStep::Survey(_) => number(id::TOPIC_BEGUN_SURVEY),
        TopicStep::Call => {
            let title = topic.slip.title.as_str().into();
            let values = [("number", case.as_str().into()), ("title", title)];
            Some(words.tell(id::TOPIC_BEGUN_CALL, &values))
        }
        TopicStep::ReportIn(call) => {
            Some(words.tell(id::TOPIC_BEGUN_REPORT_IN, &[("call", call.to_string().into())]))
        }
        TopicStep::Schedule => number(id::TOPIC_BEGUN_SCHEDULE),
        TopicStep::Assign => number(id::TOPIC_BEGUN_ASSIGN),
        TopicStep::Post => number(id::TOPIC_BEGUN_POST),
        TopicStep::Result | TopicStep::LookBack => number(id::TOPIC_BEGUN_RESULT),
        TopicStep::Answer(_) => number(id::TOPIC_BEGUN_ANSWER),
        TopicStep::Rate(_) => number(id::TOPIC_BEGUN_RATE),
        TopicStep::EnterStage(_) => number(id::TOPIC_BEGUN_ENTER_STAGE),
        TopicStep::Hold(_) | TopicStep::Nothing => None,
    }
}
