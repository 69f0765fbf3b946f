//! Short names of what topics are, where they stand and what they need.

use super::choices::{CLASSES, LEVELS, RESULTS, SATISFACTION, SOURCES, usual};
use crate::domain::affairs::{Ground, stage_name};
use crate::domain::ledger::Ledger;
use crate::domain::procedure::Need;
use crate::domain::rules::SurveyPart;
use crate::domain::survey::{Lacking, OutingKind};
use crate::domain::topic::{
    CaseNo, Class, Level, ResultClass, Satisfaction, Source, Topic, TopicState,
};
use crate::text::words::{Lang, Words, id};

/// Where a topic stands.
#[must_use]
pub fn topic_state(words: &Words, state: TopicState) -> String {
    words.say(match state {
        TopicState::Raised => id::TOPIC_RAISED,
        TopicState::Accepted => id::TOPIC_ACCEPTED,
        TopicState::Scheduled => id::TOPIC_SCHEDULED,
        TopicState::Consulted => id::TOPIC_CONSULTED,
        TopicState::Handling => id::TOPIC_HANDLING,
        TopicState::Reopened => id::TOPIC_REOPENED,
        TopicState::Resulted => id::TOPIC_RESULTED,
        TopicState::Closed => id::TOPIC_CLOSED,
        TopicState::Excluded => id::TOPIC_EXCLUDED,
        TopicState::Merged => id::TOPIC_MERGED,
        TopicState::Withdrawn => id::TOPIC_WITHDRAWN,
    })
}

/// A class in a word.
#[must_use]
pub fn class(words: &Words, class: Class) -> String {
    usual(CLASSES, &class, words.lang()).to_owned()
}

/// A class with the one it is part of: `烦心事·邻里纠纷`.
#[must_use]
pub fn class_in_full(words: &Words, class: Class) -> String {
    words.say(match class {
        Class::Livelihood => id::CLASS_LIVELIHOOD,
        Class::Neighbours => id::CLASS_NEIGHBOURS,
        Class::Petition => id::CLASS_PETITION,
        Class::Rights => id::CLASS_RIGHTS,
        Class::Governance => id::CLASS_GOVERNANCE,
    })
}

/// By which way a topic came in.
#[must_use]
pub fn source(words: &Words, source: Source) -> String {
    usual(SOURCES, &source, words.lang()).to_owned()
}

/// At which level a topic is dealt with.
#[must_use]
pub fn level(words: &Words, level: Level) -> String {
    usual(LEVELS, &level, words.lang()).to_owned()
}

/// What came of a topic: `A 已解决`.
#[must_use]
pub fn result_class(words: &Words, result: ResultClass) -> String {
    format!("{} {}", result.letter(), usual(RESULTS, &result, words.lang()))
}

/// How satisfied somebody is.
#[must_use]
pub fn satisfaction(words: &Words, satisfaction: Satisfaction) -> String {
    usual(SATISFACTION, &satisfaction, words.lang()).to_owned()
}

/// What a stage needs of a topic, as a condition: `已审定受理`.
#[must_use]
pub fn need(words: &Words, need: Need) -> String {
    words.say(match need {
        Need::Classified => id::NEED_CLASSIFIED,
        Need::Screened => id::NEED_SCREENED,
        Need::Answered => id::NEED_ANSWERED,
        Need::Surveyed => id::NEED_SURVEYED,
        Need::Called => id::NEED_CALLED,
        Need::ReportedIn => id::NEED_REPORTED_IN,
        Need::Scheduled => id::NEED_SCHEDULED,
        Need::Consulted => id::NEED_CONSULTED,
        Need::Agreed => id::NEED_AGREED,
        Need::Assigned => id::NEED_ASSIGNED,
        Need::Published => id::NEED_PUBLISHED,
        Need::Resulted => id::NEED_RESULTED,
        Need::Rated => id::NEED_RATED,
    })
}

/// What a topic lacks of what is needed, as a list.
#[must_use]
pub fn needs_list(words: &Words, lacking: &[Need]) -> String {
    let needs: Vec<String> = lacking.iter().map(|it| need(words, *it)).collect();
    needs.join(&words.say(id::LIST_SEPARATOR))
}

/// A part of a survey record.
#[must_use]
pub fn survey_part(words: &Words, part: SurveyPart) -> String {
    words.say(match part {
        SurveyPart::Method => id::SURVEY_METHOD,
        SurveyPart::Sites => id::SURVEY_SITES,
        SurveyPart::People => id::SURVEY_PEOPLE,
        SurveyPart::Facts => id::SURVEY_FACTS,
        SurveyPart::Policy => id::SURVEY_POLICY,
        SurveyPart::Options => id::SURVEY_OPTIONS,
        SurveyPart::Questions => id::SURVEY_QUESTIONS,
    })
}

/// One thing that a survey lacks.
#[must_use]
pub fn lacking(words: &Words, lacking: Lacking) -> String {
    match lacking {
        Lacking::Part(part) => survey_part(words, part),
        Lacking::Visits(count) => words.tell(id::SURVEY_LACKS_VISITS, &[("count", count.into())]),
        Lacking::Briefings(count) => {
            words.tell(id::SURVEY_LACKS_BRIEFINGS, &[("count", count.into())])
        }
    }
}

/// All that a survey lacks, as a list; empty where nothing is lacking.
#[must_use]
pub fn lacking_list(words: &Words, all: &[Lacking]) -> String {
    let parts: Vec<String> = all.iter().map(|it| lacking(words, *it)).collect();
    parts.join(&words.say(id::LIST_SEPARATOR))
}

/// A household visit or a policy briefing.
#[must_use]
pub fn outing_kind(words: &Words, kind: OutingKind) -> String {
    words.say(match kind {
        OutingKind::Visit => id::OUTING_VISIT,
        OutingKind::Briefing => id::OUTING_BRIEFING,
    })
}

/// What a procedure is called; the name of its file where that is gone.
#[must_use]
pub fn procedure_name(words: &Words, ground: &Ground, file: &str) -> String {
    let Some(procedure) = ground.procedure(file) else { return file.to_owned() };
    let english = procedure.name_en.as_ref().filter(|_| words.lang() == Lang::En);
    english.unwrap_or(&procedure.name).clone()
}

/// A stage by its number and name: `第 3 步“商前调研”`; its number alone where nobody named it.
#[must_use]
pub fn stage_label(
    words: &Words,
    ledger: &Ledger,
    ground: &Ground,
    topic: &Topic,
    stage: u32,
) -> String {
    let file = ground.procedure_name(topic);
    let english = words.lang() == Lang::En;
    let name = ground
        .procedure(file)
        .and_then(|procedure| stage_name(ledger, file, procedure, stage, english));
    match name {
        Some(name) => {
            let values = [("number", stage.into()), ("name", name.into())];
            words.tell(id::STAGE_NAMED, &values)
        }
        None => words.tell(id::STAGE_NUMBERED, &[("number", stage.into())]),
    }
}

/// A case number for the middle of a sentence: `第 17 号议题`.
#[must_use]
pub fn case(words: &Words, case: &CaseNo) -> String {
    words.tell(id::CASE_NUMBERED, &[("number", case.to_string().into())])
}

/// A topic by number and title: `第 17 号议题“楼道堆物”`; its number alone where nobody knows it.
#[must_use]
pub fn case_titled(words: &Words, ledger: &Ledger, case_no: &CaseNo) -> String {
    match ledger.topics.get(case_no) {
        Some(topic) => {
            let values = [
                ("number", case_no.to_string().into()),
                ("title", topic.slip.title.as_str().into()),
            ];
            words.tell(id::CASE_TITLED, &values)
        }
        None => case(words, case_no),
    }
}
