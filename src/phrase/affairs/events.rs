//! What happened between meetings, one sentence an event, for the history of a topic.

use super::labels::{
    case, case_titled, class_in_full, level, outing_kind, procedure_name, result_class,
    satisfaction, stage_label, survey_part,
};
use crate::domain::affairs::Ground;
use crate::domain::ledger::{Ledger, LedgerEvent};
use crate::domain::survey::Outing;
use crate::domain::topic::{CaseNo, Decision, Proposer};
use crate::phrase::{action_name, action_state, bracketed, comma_list, role};
use crate::text::words::{Id, Value, Words, id};

/// One event in one sentence. `ledger` is the state after it, or any later one.
#[must_use]
#[expect(clippy::too_many_lines, reason = "one arm for each event, so that none is forgotten")]
pub fn ledger_event(
    words: &Words,
    ledger: &Ledger,
    ground: &Ground,
    event: &LedgerEvent,
) -> String {
    let tell = Telling { words, ledger, ground };
    match event {
        LedgerEvent::Created { device, .. } => {
            words.tell(id::LEDGER_CREATED, &[("device", device.into())])
        }
        LedgerEvent::TakenBack { .. } => words.say(id::LEDGER_TAKEN_BACK),
        LedgerEvent::LedgerSeen { device, .. } => {
            words.tell(id::LEDGER_SEEN, &[("device", device.into())])
        }
        LedgerEvent::PersonEntered { name, role: capacity, .. } => {
            let told = words.tell(id::LEDGER_PERSON_ENTERED, &[("name", name.into())]);
            bracketed(words, &told, &role(words, capacity))
        }
        LedgerEvent::ActionReported { session, action, state, note } => {
            let values = [
                ("action", format!("{session}/{}", action_name(*action)).into()),
                ("state", action_state(words, *state).into()),
            ];
            tell.noted(words.tell(id::LEDGER_ACTION_REPORTED, &values), note.as_deref())
        }
        LedgerEvent::TopicRaised { topic, slip, proposers } => tell.about(
            if proposers.is_empty() {
                id::LEDGER_TOPIC_RAISED_BARE
            } else {
                id::LEDGER_TOPIC_RAISED
            },
            topic,
            &[("title", (&slip.title).into()), ("names", tell.names(proposers).into())],
        ),
        LedgerEvent::SlipAmended { topic, slip } => {
            tell.about(id::LEDGER_SLIP_AMENDED, topic, &[("title", (&slip.title).into())])
        }
        LedgerEvent::TopicClassified { topic, class } => tell.about(
            id::LEDGER_TOPIC_CLASSIFIED,
            topic,
            &[("class", class_in_full(words, *class).into())],
        ),
        LedgerEvent::ProposersJoined { topic, proposers } => tell.about(
            id::LEDGER_PROPOSERS_JOINED,
            topic,
            &[("names", tell.names(proposers).into())],
        ),
        LedgerEvent::TopicScreened { topic, decision, approver } => {
            let told = match decision {
                Decision::Accepted { level: at } => tell.about(
                    id::LEDGER_TOPIC_ACCEPTED,
                    topic,
                    &[("level", level(words, *at).into())],
                ),
                Decision::Excluded { ground, redirect } => tell.about(
                    id::LEDGER_TOPIC_EXCLUDED,
                    topic,
                    &[("ground", ground.into()), ("redirect", redirect.into())],
                ),
            };
            match approver {
                Some(name) => {
                    let by = words.tell(id::LEDGER_APPROVED_BY, &[("name", name.into())]);
                    bracketed(words, &told, &by)
                }
                None => told,
            }
        }
        LedgerEvent::TopicsMerged { into, topics } => {
            let numbers: Vec<String> = topics.iter().map(ToString::to_string).collect();
            let list = numbers.join(&words.say(id::LIST_SEPARATOR));
            tell.about(id::LEDGER_TOPICS_MERGED, into, &[("list", list.into())])
        }
        LedgerEvent::TopicParted { topic } => tell.about(id::LEDGER_TOPIC_PARTED, topic, &[]),
        LedgerEvent::TopicWithdrawn { topic, why } => {
            tell.about(id::LEDGER_TOPIC_WITHDRAWN, topic, &[("why", why.into())])
        }
        LedgerEvent::ProposersAnswered { topic, names, how } => tell.about(
            id::LEDGER_PROPOSERS_ANSWERED,
            topic,
            &[("names", comma_list(words, names).into()), ("how", how.into())],
        ),
        LedgerEvent::ProcedureChosen { topic, procedure } => tell.about(
            id::LEDGER_PROCEDURE_CHOSEN,
            topic,
            &[("procedure", procedure_name(words, ground, procedure).into())],
        ),
        LedgerEvent::StageEntered { topic, stage, despite } => {
            let label = tell.stage(topic, *stage);
            match despite {
                None => tell.about(id::LEDGER_STAGE_ENTERED, topic, &[("stage", label.into())]),
                Some(why) => tell.about(
                    id::LEDGER_STAGE_ENTERED_DESPITE,
                    topic,
                    &[("stage", label.into()), ("why", why.into())],
                ),
            }
        }
        LedgerEvent::StagesNamed { procedure, names } => {
            let values = [
                ("procedure", procedure_name(words, ground, procedure).into()),
                ("names", comma_list(words, names).into()),
            ];
            words.tell(id::LEDGER_STAGES_NAMED, &values)
        }
        LedgerEvent::SurveyWritten { topic, parts } => {
            let parts: Vec<String> = parts.iter().map(|(it, _)| survey_part(words, *it)).collect();
            let list = parts.join(&words.say(id::LIST_SEPARATOR));
            tell.about(id::LEDGER_SURVEY_WRITTEN, topic, &[("list", list.into())])
        }
        LedgerEvent::OutingMade(outing) => tell.outing(outing),
        LedgerEvent::SurveyWaived { topic, why } => {
            tell.about(id::LEDGER_SURVEY_WAIVED, topic, &[("why", why.into())])
        }
        LedgerEvent::TopicAssigned { topic, unit, with, due } => {
            let mut told = tell.about(id::LEDGER_TOPIC_ASSIGNED, topic, &[("unit", unit.into())]);
            if !with.is_empty() {
                let names = comma_list(words, with);
                told = words.tell(
                    id::LEDGER_ASSIGNED_WITH,
                    &[("told", told.into()), ("names", names.into())],
                );
            }
            match due {
                Some(due) => {
                    let day = words.tell(id::LEDGER_DUE, &[("date", due.to_string().into())]);
                    bracketed(words, &told, &day)
                }
                None => told,
            }
        }
        LedgerEvent::TopicPosted { topic, from, until, note } => {
            let from = from.to_string();
            let told = match until {
                Some(until) => tell.about(
                    id::LEDGER_TOPIC_POSTED_UNTIL,
                    topic,
                    &[("from", from.into()), ("until", until.to_string().into())],
                ),
                None => tell.about(id::LEDGER_TOPIC_POSTED, topic, &[("from", from.into())]),
            };
            tell.noted(told, note.as_deref())
        }
        LedgerEvent::TopicResulted { topic, class, note } => {
            let class = result_class(words, *class);
            let told = tell.about(id::LEDGER_TOPIC_RESULTED, topic, &[("class", class.into())]);
            tell.noted(told, note.as_deref())
        }
        LedgerEvent::TopicRated { topic, name, handling, result, note } => {
            let told = tell.about(
                id::LEDGER_TOPIC_RATED,
                topic,
                &[
                    ("name", name.into()),
                    ("handling", satisfaction(words, *handling).into()),
                    ("result", satisfaction(words, *result).into()),
                ],
            );
            tell.noted(told, note.as_deref())
        }
        LedgerEvent::StationEntered(card) => {
            words.tell(id::LEDGER_STATION_ENTERED, &[("name", (&card.name).into())])
        }
        LedgerEvent::DutySet { station, people, .. } => {
            let names: Vec<String> = people.iter().map(|key| tell.person(key)).collect();
            if names.is_empty() {
                return words.tell(id::LEDGER_DUTY_NONE, &[("name", station.into())]);
            }
            let values = [("name", station.into()), ("names", comma_list(words, &names).into())];
            words.tell(id::LEDGER_DUTY_SET, &values)
        }
        LedgerEvent::CalledOut { call, out } => {
            let values = [
                ("call", call.to_string().into()),
                ("reason", (&out.reason).into()),
                ("count", out.members.len().into()),
            ];
            words.tell(id::LEDGER_CALLED_OUT, &values)
        }
        LedgerEvent::ReportedIn { call, member } => {
            let values =
                [("call", call.to_string().into()), ("name", tell.member(call, member).into())];
            words.tell(id::LEDGER_REPORTED_IN, &values)
        }
        LedgerEvent::CallClosed { call, how } => {
            let values = [("call", call.to_string().into()), ("how", how.into())];
            words.tell(id::LEDGER_CALL_CLOSED, &values)
        }
    }
}

struct Telling<'a> {
    words: &'a Words,
    ledger: &'a Ledger,
    ground: &'a Ground,
}

impl Telling<'_> {
    /// A sentence about a topic, `$topic`.
    fn about(&self, message: Id, topic: &CaseNo, values: &[(&str, Value<'_>)]) -> String {
        let mut all = vec![("topic", case(self.words, topic).into())];
        all.extend(values.iter().cloned());
        self.words.tell(message, &all)
    }

    fn noted(&self, told: String, note: Option<&str>) -> String {
        match note {
            Some(note) => {
                let values = [("told", told.into()), ("note", note.into())];
                self.words.tell(id::LEDGER_NOTED, &values)
            }
            None => told,
        }
    }

    fn names(&self, proposers: &[Proposer]) -> String {
        let names: Vec<&str> = proposers.iter().map(|it| it.name.as_str()).collect();
        comma_list(self.words, &names)
    }

    fn stage(&self, topic: &CaseNo, stage: u32) -> String {
        match self.ledger.topics.get(topic) {
            Some(topic) => stage_label(self.words, self.ledger, self.ground, topic, stage),
            None => self.words.tell(id::STAGE_NUMBERED, &[("number", stage.into())]),
        }
    }

    fn outing(&self, outing: &Outing) -> String {
        let words = self.words;
        let values = [
            ("date", outing.on.to_string().into()),
            ("kind", outing_kind(words, outing.kind).into()),
            ("place", (&outing.place).into()),
            ("count", outing.count.into()),
        ];
        let told = words.tell(
            match outing.kind {
                crate::domain::survey::OutingKind::Visit => id::LEDGER_VISITED,
                crate::domain::survey::OutingKind::Briefing => id::LEDGER_BRIEFED,
            },
            &values,
        );
        let told = match &outing.topic {
            Some(topic) => bracketed(words, &told, &case_titled(words, self.ledger, topic)),
            None => told,
        };
        self.noted(told, outing.note.as_deref())
    }

    /// Somebody by key.
    fn person(&self, key: &str) -> String {
        self.ledger.people.get(key).map_or(key, |person| &person.name).to_owned()
    }

    /// A member who was called.
    fn member(&self, call: &CaseNo, id: &str) -> String {
        let called = self.ledger.calls.get(call).map(|call| &call.out.members);
        let member = called.into_iter().flatten().find(|member| member.id() == id);
        member.map_or_else(|| self.person(id), |member| member.name.clone())
    }
}
