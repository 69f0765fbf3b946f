//! Words for procedures, for topics on an agenda, and for the gate before them.

use super::affairs::needs_list;
use super::floor::provenance;
use super::labels::{bracketed, comma_list, place_and_title};
use crate::domain::event::Event;
use crate::domain::procedure::{Adopted, Need, Procedure, Stage, Within, Work};
use crate::domain::refusal::Refusal;
use crate::domain::rules::{SurveyMode, SurveyPart};
use crate::domain::session::Session;
use crate::domain::survey::Lacking;
use crate::text::words::{Id, Lang, Words, id};

/// Chinese numerals of steps, from 1.
const NUMERALS: [&str; 20] = [
    "一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二", "十三", "十四",
    "十五", "十六", "十七", "十八", "十九", "二十",
];

/// What a procedure is called.
#[must_use]
pub fn procedure_title(words: &Words, procedure: &Procedure) -> String {
    match (&procedure.name_en, words.lang()) {
        (Some(name), Lang::En) => name.clone(),
        _ => procedure.name.clone(),
    }
}

/// A procedure and where it comes from, in a line.
#[must_use]
pub fn procedure_told(words: &Words, procedure: &Procedure) -> String {
    let values = [
        ("name", procedure_title(words, procedure).into()),
        ("provenance", provenance(words, procedure.provenance).into()),
    ];
    words.tell(id::SAY_PROCEDURE, &values)
}

/// What a procedure goes back to.
#[must_use]
pub fn procedure_source(words: &Words, procedure: &Procedure) -> Option<String> {
    let english = procedure.source_en.as_ref().filter(|_| words.lang() == Lang::En);
    english.or(procedure.source.as_ref()).cloned()
}

/// What a stage is called; a stage without a name is called by its number, counted from 1.
#[must_use]
pub fn stage_label(words: &Words, stage: &Stage, number: u32) -> String {
    let english = stage.name_en.as_deref().filter(|_| words.lang() == Lang::En);
    let name = english.unwrap_or(&stage.name).trim();
    if !name.is_empty() {
        return name.to_owned();
    }
    step(words, number)
}

/// The how manieth step.
#[must_use]
pub fn step(words: &Words, number: u32) -> String {
    words.tell(id::PROCEDURE_STEP, &[("number", ordinal(words, number).into())])
}

/// The number of a step as it is written in the language.
#[must_use]
pub fn ordinal(words: &Words, number: u32) -> String {
    let numeral = (number as usize).checked_sub(1).and_then(|at| NUMERALS.get(at));
    match (words.lang(), numeral) {
        (Lang::Zh, Some(numeral)) => (*numeral).to_owned(),
        _ => number.to_string(),
    }
}

/// What the program does for a topic.
#[must_use]
pub fn work(words: &Words, work: Work) -> String {
    words.say(match work {
        Work::Intake => id::PROCEDURE_WORK_INTAKE,
        Work::Screening => id::PROCEDURE_WORK_SCREENING,
        Work::Survey => id::PROCEDURE_WORK_SURVEY,
        Work::Call => id::PROCEDURE_WORK_CALL,
        Work::Meeting => id::PROCEDURE_WORK_MEETING,
        Work::Handling => id::PROCEDURE_WORK_HANDLING,
        Work::Publishing => id::PROCEDURE_WORK_PUBLISHING,
        Work::Reply => id::PROCEDURE_WORK_REPLY,
        Work::Rating => id::PROCEDURE_WORK_RATING,
    })
}

fn need(words: &Words, need: Need) -> String {
    words.say(match need {
        Need::Classified => id::PROCEDURE_NEED_CLASSIFIED,
        Need::Screened => id::PROCEDURE_NEED_SCREENED,
        Need::Answered => id::PROCEDURE_NEED_ANSWERED,
        Need::Surveyed => id::PROCEDURE_NEED_SURVEYED,
        Need::Called => id::PROCEDURE_NEED_CALLED,
        Need::ReportedIn => id::PROCEDURE_NEED_REPORTED_IN,
        Need::Scheduled => id::PROCEDURE_NEED_SCHEDULED,
        Need::Consulted => id::PROCEDURE_NEED_CONSULTED,
        Need::Agreed => id::PROCEDURE_NEED_AGREED,
        Need::Assigned => id::PROCEDURE_NEED_ASSIGNED,
        Need::Published => id::PROCEDURE_NEED_PUBLISHED,
        Need::Resulted => id::PROCEDURE_NEED_RESULTED,
        Need::Rated => id::PROCEDURE_NEED_RATED,
    })
}

/// What a stage does, what it needs, and how long it may take.
#[must_use]
pub fn stage_told(words: &Words, stage: &Stage) -> Vec<String> {
    let done: Vec<String> = stage.works.iter().map(|it| work(words, *it)).collect();
    let mut parts = Vec::new();
    if !done.is_empty() {
        parts.push(comma_list(words, &done));
    }
    for (needs, message) in
        [(&stage.blocks, id::PROCEDURE_BLOCKS), (&stage.warns, id::PROCEDURE_WARNS)]
    {
        let needs: Vec<String> = needs.iter().map(|it| need(words, *it)).collect();
        if !needs.is_empty() {
            let list = comma_list(words, &needs);
            parts.push(words.tell(message, &[("list", list.into())]));
        }
    }
    parts.extend(stage.within.map(|within| {
        let (message, count) = match within {
            Within::Days(count) => (id::PROCEDURE_WITHIN_DAYS, count),
            Within::WorkingDays(count) => (id::PROCEDURE_WITHIN_WORKING_DAYS, count),
        };
        words.tell(message, &[("count", count.into())])
    }));
    parts
}

/// What comes after the meeting by its procedure.
#[must_use]
pub fn after_meeting(words: &Words, adopted: &Adopted) -> String {
    if adopted.procedure.any_order {
        return words.say(id::PROCEDURE_AGAIN);
    }
    let after = adopted.stage_after();
    let Some((number, stage)) =
        after.and_then(|number| Some((number, adopted.procedure.stage(number)?)))
    else {
        return words.say(id::PROCEDURE_LAST);
    };
    let what = words.say(match stage.works.first() {
        Some(Work::Publishing) => id::PROCEDURE_AFTER_PUBLISHING,
        Some(Work::Handling) => id::PROCEDURE_AFTER_HANDLING,
        Some(Work::Reply) => id::PROCEDURE_AFTER_REPLY,
        Some(Work::Rating) => id::PROCEDURE_AFTER_RATING,
        Some(Work::Survey) => id::PROCEDURE_AFTER_SURVEY,
        _ => id::PROCEDURE_AFTER_OTHER,
    });
    let values = [("stage", stage_label(words, stage, number).into()), ("what", what.into())];
    words.tell(id::PROCEDURE_AFTER, &values)
}

/// What a survey lacks, as a list.
#[must_use]
pub fn survey_lacking(words: &Words, lacking: &[Lacking]) -> String {
    let told = |lacking: &Lacking| match lacking {
        Lacking::Part(part) => words.say(match part {
            SurveyPart::Method => id::GATE_PART_METHOD,
            SurveyPart::Sites => id::GATE_PART_SITES,
            SurveyPart::People => id::GATE_PART_PEOPLE,
            SurveyPart::Facts => id::GATE_PART_FACTS,
            SurveyPart::Policy => id::GATE_PART_POLICY,
            SurveyPart::Options => id::GATE_PART_OPTIONS,
            SurveyPart::Questions => id::GATE_PART_QUESTIONS,
        }),
        Lacking::Visits(count) => words.tell(id::GATE_VISITS, &[("count", (*count).into())]),
        Lacking::Briefings(count) => words.tell(id::GATE_BRIEFINGS, &[("count", (*count).into())]),
    };
    comma_list(words, &lacking.iter().map(told).collect::<Vec<_>>())
}

/// What has to be noticed of the surveys of topics that events put on the agenda or on the table,
/// where the rules of the meeting say that it is to be told.
#[must_use]
pub fn survey_notice(words: &Words, session: &Session, events: &[Event]) -> Option<String> {
    if session.rules.survey == SurveyMode::Off {
        return None;
    }
    let links = events.iter().filter_map(|event| match event {
        Event::TopicLinked { item, .. } | Event::ItemOpened { item } => {
            session.item(*item)?.topic.as_ref()
        }
        _ => None,
    });
    let told: Vec<String> = links
        .filter(|link| link.is_held_back())
        .map(|link| {
            let list = survey_lacking(words, &link.lacking);
            let values = [("topic", link.topic.to_string().into()), ("list", list.into())];
            words.tell(id::SAY_SURVEY_LACKS, &values)
        })
        .collect();
    (!told.is_empty()).then(|| told.join(" "))
}

/// An event of procedures and topics, in one line.
pub(super) fn topic_event(words: &Words, session: &Session, event: &Event) -> String {
    let place = |item| place_and_title(session, item).0;
    match event {
        Event::ProcedureAdopted { procedure, stage, .. } => {
            let name = procedure_title(words, procedure);
            let told = words.tell(id::EVENT_PROCEDURE, &[("name", name.into())]);
            let stage = stage.and_then(|number| Some((number, procedure.stage(number)?)));
            match stage {
                Some((number, stage)) => {
                    bracketed(words, &told, &stage_label(words, stage, number))
                }
                None => told,
            }
        }
        Event::TopicLinked { item, link } => {
            let mut values =
                vec![("place", place(*item).into()), ("topic", link.topic.to_string().into())];
            let mut told = if link.proposers.is_empty() {
                words.tell(id::EVENT_TOPIC_LINKED, &values)
            } else {
                values.push(("names", comma_list(words, &link.proposers).into()));
                words.tell(id::EVENT_TOPIC_LINKED_BY, &values)
            };
            if let Some(why) = &link.despite {
                let list = needs_list(words, &link.needs);
                let values = [("list", list.into()), ("why", why.into())];
                told += &words.tell(id::EVENT_TOPIC_DESPITE, &values);
            }
            told
        }
        Event::SurveyFound { item, lacking } if lacking.is_empty() => {
            words.tell(id::EVENT_SURVEY_COMPLETE, &[("place", place(*item).into())])
        }
        Event::SurveyFound { item, lacking } => {
            let list = survey_lacking(words, lacking);
            let values = [("place", place(*item).into()), ("list", list.into())];
            words.tell(id::EVENT_SURVEY_LACKS, &values)
        }
        Event::SurveyWaived { item, why } => {
            let values = [("place", place(*item).into()), ("why", why.into())];
            words.tell(id::EVENT_SURVEY_WAIVED, &values)
        }
        _ => String::new(),
    }
}

/// A refusal that has to do with procedures and topics: what is wrong, and what to do next.
pub(super) fn topic_refusal(words: &Words, session: &Session, refusal: &Refusal) -> String {
    let item = |message: Id, item| {
        let (place, title) = place_and_title(session, item);
        words.tell(message, &[("place", place.into()), ("title", title.into())])
    };
    match refusal {
        Refusal::NoMeetingInStage(number) => {
            let values = [("number", ordinal(words, *number).into())];
            words.tell(id::REFUSAL_NO_MEETING_IN_STAGE, &values)
        }
        Refusal::NoTopic(id) => item(id::REFUSAL_NO_TOPIC, *id),
        Refusal::TopicOnAgenda(topic, id) => {
            let (place, title) = place_and_title(session, *id);
            let values = [
                ("topic", topic.to_string().into()),
                ("place", place.into()),
                ("title", title.into()),
            ];
            words.tell(id::REFUSAL_TOPIC_ON_AGENDA, &values)
        }
        Refusal::TopicNeeds(topic, lacking) => {
            let list = needs_list(words, lacking);
            let values = [("topic", topic.to_string().into()), ("list", list.into())];
            words.tell(id::REFUSAL_TOPIC_NEEDS, &values)
        }
        Refusal::SurveyLacks(topic, lacking) => {
            let list = survey_lacking(words, lacking);
            let values = [("topic", topic.to_string().into()), ("list", list.into())];
            words.tell(id::REFUSAL_SURVEY_LACKS, &values)
        }
        Refusal::ItemSurveyLacks(id, lacking) => {
            let (place, title) = place_and_title(session, *id);
            let list = survey_lacking(words, lacking);
            let values = [("place", place.into()), ("title", title.into()), ("list", list.into())];
            words.tell(id::REFUSAL_ITEM_SURVEY_LACKS, &values)
        }
        Refusal::SurveyComplete(id) => item(id::REFUSAL_SURVEY_COMPLETE, *id),
        _ => {
            let name = session.procedure.as_ref().map(|it| procedure_title(words, &it.procedure));
            let values = [("name", name.unwrap_or_default().into())];
            words.tell(id::REFUSAL_PROCEDURE_IN_FORCE, &values)
        }
    }
}
