//! What happened, one line an event, for the time line and the desk's last message.

use super::floor::floor_event;
use super::labels::{
    action_name, agreed_name, agreed_text, bracketed, comma_list, count, duration, join, outcome,
    parked_name, place_and_title, resolution_name, role, stance as stance_word, threshold,
};
use super::matters::matters_brief;
use super::points::point_event;
use super::setup::setup_line;
use crate::domain::agreement::Agreed;
use crate::domain::event::{Event, Matter};
use crate::domain::ids::{ActionId, ExpectedId, ItemId, OpinionId, PersonId, ResolutionId};
use crate::domain::item::Outcome;
use crate::domain::opinion::Stance;
use crate::domain::people::Role;
use crate::domain::session::Session;
use crate::text::words::{Id, Value, Words, id};

/// What a line of the record tells. Rules that are adopted tell what surveys lack by them, and not
/// that they lack nothing.
#[must_use]
pub fn line_told(words: &Words, session: &Session, events: &[Event]) -> String {
    let adopts = matches!(events.first(), Some(Event::RulesAdopted { .. }));
    let is_complete =
        |it: &Event| matches!(it, Event::SurveyFound { lacking, .. } if lacking.is_empty());
    let told: Vec<String> = events
        .iter()
        .filter(|it| !(adopts && is_complete(it)))
        .map(|it| event(words, session, it))
        .collect();
    told.join(&words.say(id::LIST_CLAUSE))
}

/// One event in one line. `session` is the state the event met; the state after it serves too,
/// except that it no longer knows whose turn has ended.
#[must_use]
#[expect(clippy::too_many_lines, reason = "one arm for each event, so that none is forgotten")]
pub fn event(words: &Words, session: &Session, event: &Event) -> String {
    let tell = Telling { words, session };
    match event {
        Event::Created(setup) => words.tell(
            id::EVENT_CREATED,
            &[
                ("community", (&setup.community_name).into()),
                ("title", (&setup.title).into()),
                ("date", setup.on.to_string().into()),
            ],
        ),
        Event::TakenOver { device } => {
            words.tell(id::EVENT_TAKEN_OVER, &[("device", device.into())])
        }
        Event::SetupChanged { title, on, starts, place, facilitator, recorder } => {
            let names = [place.as_deref(), facilitator.as_deref(), recorder.as_deref()];
            let what = setup_line(words, title, *on, *starts, names);
            words.tell(id::EVENT_SETUP_CHANGED, &[("what", what.into())])
        }
        Event::Opened => words.say(id::EVENT_OPENED),
        Event::Paused => words.say(id::EVENT_PAUSED),
        Event::Resumed => words.say(id::EVENT_RESUMED),
        Event::Closed { left } if left.is_empty() => words.say(id::EVENT_CLOSED),
        Event::Closed { left } => {
            words.tell(id::EVENT_CLOSED_LEAVING, &[("left", matters_brief(words, left).into())])
        }
        Event::PersonExpected { name, role, household, .. } => {
            let told = words.tell(id::EVENT_PERSON_EXPECTED, &[("name", name.into())]);
            tell.as_whom(&told, role, household.as_deref())
        }
        Event::ExpectationDropped { expected, why } => tell.not_expected(*expected, why.as_deref()),
        Event::PapersListed { .. } | Event::NoticeGiven { .. } => {
            super::notice::notice_event(words, event).unwrap_or_default()
        }
        Event::Joined { name, role, household, .. } => {
            let told = words.tell(id::EVENT_JOINED, &[("name", name.into())]);
            tell.as_whom(&told, role, household.as_deref())
        }
        Event::Returned { person } => tell.person(id::EVENT_RETURNED, *person),
        Event::Left { person } => tell.person(id::EVENT_LEFT, *person),
        Event::PersonCorrected { person, role, household } => {
            let told = tell.person(id::EVENT_PERSON_CORRECTED, *person);
            tell.as_whom(&told, role, household.as_deref())
        }
        Event::ItemAdded { item, title, minutes } => {
            let place = session.place_of(*item).unwrap_or(session.order.len() + 1);
            tell.item(id::EVENT_ITEM_ADDED, place, title, *minutes)
        }
        Event::ItemChanged { item, title, minutes } => {
            let (place, _) = place_and_title(session, *item);
            tell.item(id::EVENT_ITEM_CHANGED, place, title, *minutes)
        }
        Event::ItemMoved { item, to } => {
            let (_, title) = place_and_title(session, *item);
            tell.item(id::EVENT_ITEM_MOVED, *to as usize + 1, title, None)
        }
        Event::ItemRemoved { item } => {
            let (_, title) = place_and_title(session, *item);
            words.tell(id::EVENT_ITEM_REMOVED, &[("title", title.into())])
        }
        Event::ItemCarried { item, why } => {
            let (place, title) = place_and_title(session, *item);
            let told = tell.item(id::EVENT_ITEM_CARRIED, place, title, None);
            match why {
                Some(why) => bracketed(words, &told, why),
                None => told,
            }
        }
        Event::EndSet { ends: Some(time) } => {
            words.tell(id::EVENT_END_SET, &[("time", super::clock_time(*time).into())])
        }
        Event::EndSet { ends: None } => words.say(id::EVENT_END_UNSET),
        Event::ItemOpened { item } => {
            let (place, title) = place_and_title(session, *item);
            tell.item(id::EVENT_ITEM_OPENED, place, title, None)
        }
        Event::ItemClosed { item, outcome, why, despite } => {
            tell.item_closed(*item, *outcome, why.as_deref(), despite)
        }
        Event::HandRaised { .. }
        | Event::HandLowered { .. }
        | Event::HandMoved { .. }
        | Event::ListClosed
        | Event::ListReopened
        | Event::FloorGiven { .. }
        | Event::FloorEnded
        | Event::RulesAdopted { .. }
        | Event::ChairGiven { .. }
        | Event::ChairTakenBack => floor_event(words, session, event),
        Event::ProcedureAdopted { .. }
        | Event::TopicLinked { .. }
        | Event::SurveyFound { .. }
        | Event::SurveyWaived { .. } => super::procedures::topic_event(words, session, event),
        Event::OpinionRecorded { opinion, person, stance, text, .. } => {
            let messages = [id::EVENT_OPINION, id::EVENT_OPINION_STANCE];
            tell.opinion(*opinion, session.name_of(*person), *stance, text, messages)
        }
        Event::OpinionAmended { opinion, stance, text } => {
            let messages = [id::EVENT_OPINION_AMENDED, id::EVENT_OPINION_AMENDED_STANCE];
            tell.opinion(*opinion, tell.author(*opinion), *stance, text, messages)
        }
        Event::OpinionWithdrawn { opinion } => {
            let values = [("name", tell.author(*opinion).into()), ("number", opinion.0.into())];
            words.tell(id::EVENT_OPINION_WITHDRAWN, &values)
        }
        Event::OpinionEndorsed { opinion, person } => {
            let values = [
                ("name", session.name_of(*person).into()),
                ("number", opinion.0.into()),
                ("author", tell.author(*opinion).into()),
            ];
            words.tell(id::EVENT_ENDORSED, &values)
        }
        Event::QuestionAnswered { opinion, text } => {
            let values = [
                ("author", tell.author(*opinion).into()),
                ("number", opinion.0.into()),
                ("text", text.into()),
            ];
            words.tell(id::EVENT_ANSWERED, &values)
        }
        Event::QuestionReopened { .. }
        | Event::PointMade { .. }
        | Event::PointJoined { .. }
        | Event::PointParted { .. }
        | Event::PointAmended { .. }
        | Event::PointDissolved { .. }
        | Event::PointEndorsed { .. }
        | Event::OpinionReserved { .. }
        | Event::OpinionMoved { .. }
        | Event::OpinionSetAside { .. }
        | Event::ParkedTakenUp { .. } => point_event(words, session, event),
        Event::ResolutionDrafted { resolution, text, .. } => {
            tell.numbered(id::EVENT_RESOLUTION, resolution_name(*resolution), text)
        }
        Event::ResolutionAmended { resolution, text } => {
            tell.numbered(id::EVENT_RESOLUTION_AMENDED, resolution_name(*resolution), text)
        }
        Event::ResolutionWithdrawn { resolution } => {
            let text = session.resolution(*resolution).map_or("?", |it| &it.text);
            tell.numbered(id::EVENT_RESOLUTION_WITHDRAWN, resolution_name(*resolution), text)
        }
        Event::ThresholdSet { threshold: set } => {
            words.tell(id::EVENT_THRESHOLD, &[("threshold", threshold(words, *set).into())])
        }
        Event::HandsCounted {
            resolution, question, hands, present, threshold, carried, ..
        } => {
            let counted = count(words, *hands, *present, *threshold, *carried);
            tell.vote(*resolution, question.as_deref(), counted)
        }
        Event::MethodChosen { .. }
        | Event::Counted { .. }
        | Event::ObjectionRaised { .. }
        | Event::ObjectionResolved { .. }
        | Event::ResultAnnounced { .. } => {
            super::agreement::event(words, session, event).unwrap_or_default()
        }
        Event::ActionAgreed { action, what, owner, due, test, .. } => {
            let due = due.map(|due| due.to_string());
            let details = [owner.as_deref(), due.as_deref(), test.as_deref()];
            tell.action(id::EVENT_ACTION, *action, what, &details)
        }
        Event::ActionAmended { action, what, owner, due, test, .. } => {
            let due = due.map(|due| due.to_string());
            let details = [owner.as_deref(), due.as_deref(), test.as_deref()];
            tell.action(id::EVENT_ACTION_AMENDED, *action, what, &details)
        }
        Event::ActionDropped { action, why } => {
            let what = session.action(*action).map_or("?", |action| &action.what);
            let values = [
                ("number", action_name(*action).into()),
                ("text", what.into()),
                ("why", why.into()),
            ];
            words.tell(id::EVENT_ACTION_DROPPED, &values)
        }
        Event::ReadBackBegan => words.say(id::EVENT_READ_BACK_BEGAN),
        Event::Confirmed { what, by } => tell.confirmed(*what, by),
        Event::Parked { parked, person, text, .. } => {
            let number = ("number", parked_name(*parked).into());
            match person {
                Some(person) => {
                    let name = ("name", session.name_of(*person).into());
                    words.tell(id::EVENT_PARKED_BY, &[number, name, ("text", text.into())])
                }
                None => words.tell(id::EVENT_PARKED, &[number, ("text", text.into())]),
            }
        }
        Event::ParkedSettled { parked, how } => {
            let number = parked_name(*parked).into();
            words.tell(id::EVENT_SETTLED, &[("number", number), ("how", how.into())])
        }
        Event::Noted { text, .. } => words.tell(id::EVENT_NOTED, &[("text", text.into())]),
        Event::Reverted { seq } => words.tell(id::EVENT_REVERTED, &[("number", (*seq).into())]),
        Event::Reinstated { seq } => words.tell(id::EVENT_REINSTATED, &[("number", (*seq).into())]),
    }
}

/// What every line needs at hand.
#[derive(Clone, Copy)]
struct Telling<'a> {
    words: &'a Words,
    session: &'a Session,
}

impl Telling<'_> {
    fn person(self, message: Id, person: PersonId) -> String {
        self.words.tell(message, &[("name", self.session.name_of(person).into())])
    }

    fn not_expected(self, expected: ExpectedId, why: Option<&str>) -> String {
        let name = self.session.expected(expected).map_or("?", |it| it.name.as_str());
        let name = ("name", name.into());
        match why {
            Some(why) => self.words.tell(id::EVENT_EXCUSED, &[name, ("why", why.into())]),
            None => self.words.tell(id::EVENT_EXPECTATION_DROPPED, &[name]),
        }
    }

    fn confirmed(self, what: Agreed, by: &[PersonId]) -> String {
        let number = ("number", agreed_name(what).into());
        let text = ("text", agreed_text(self.session, what).into());
        if by.is_empty() {
            return self.words.tell(id::EVENT_CONFIRMED, &[number, text]);
        }
        let names: Vec<&str> = by.iter().map(|person| self.session.name_of(*person)).collect();
        let names = ("names", comma_list(self.words, &names).into());
        self.words.tell(id::EVENT_CONFIRMED_BY, &[number, names, text])
    }

    fn numbered(self, message: Id, number: String, text: &str) -> String {
        self.words.tell(message, &[("number", number.into()), ("text", text.into())])
    }

    fn as_whom(self, told: &str, as_role: &Role, household: Option<&str>) -> String {
        let mut parts = vec![role(self.words, as_role)];
        parts.extend(household.map(str::to_owned));
        bracketed(self.words, told, &comma_list(self.words, &parts))
    }

    fn item(self, message: Id, place: usize, title: &str, minutes: Option<u32>) -> String {
        let values = [("place", place.into()), ("title", title.into())];
        let told = self.words.tell(message, &values);
        let plan = minutes.map(|minutes| duration(self.words, minutes.saturating_mul(60)));
        plan.map_or_else(|| told.clone(), |plan| bracketed(self.words, &told, &plan))
    }

    fn item_closed(
        self,
        item: ItemId,
        how: Outcome,
        why: Option<&str>,
        despite: &[Matter],
    ) -> String {
        let words = self.words;
        let (place, title) = place_and_title(self.session, item);
        let mut ended = outcome(words, how);
        if let Some(why) = why {
            ended = bracketed(words, &ended, why);
        }
        let values = [("place", place.into()), ("title", title.into()), ("outcome", ended.into())];
        let closed = words.tell(id::EVENT_ITEM_CLOSED, &values);
        if despite.is_empty() {
            return closed;
        }
        let left = matters_brief(words, despite);
        let values = [("closed", closed.into()), ("left", left.into())];
        words.tell(id::EVENT_ITEM_CLOSED_DESPITE, &values)
    }

    fn author(&self, opinion: OpinionId) -> &str {
        let author = self.session.opinion(opinion).map(|opinion| opinion.person);
        author.map_or("?", |person| self.session.name_of(person))
    }

    /// An opinion's words, with its position if it has one: the second of the two messages.
    fn opinion(
        self,
        opinion: OpinionId,
        name: &str,
        stance: Option<Stance>,
        text: &str,
        [plain, with_stance]: [Id; 2],
    ) -> String {
        let mut values: Vec<(&str, Value<'_>)> =
            vec![("number", opinion.0.into()), ("name", name.into()), ("text", text.into())];
        let Some(stance) = stance else {
            return self.words.tell(plain, &values);
        };
        values.push(("stance", stance_word(self.words, stance).into()));
        self.words.tell(with_stance, &values)
    }

    fn vote(
        self,
        resolution: Option<ResolutionId>,
        question: Option<&str>,
        counted: String,
    ) -> String {
        let words = self.words;
        let question = if let Some(resolution) = resolution {
            let number = resolution_name(resolution).into();
            words.tell(id::EVENT_VOTE_RESOLUTION, &[("number", number)])
        } else {
            words.tell(id::EVENT_VOTE_QUESTION, &[("text", question.unwrap_or("?").into())])
        };
        let values = [("question", question.into()), ("count", counted.into())];
        words.tell(id::EVENT_VOTE_ON, &values)
    }

    fn action(self, message: Id, action: ActionId, what: &str, details: &[Option<&str>]) -> String {
        let told = self.numbered(message, action_name(action), what);
        let details: Vec<&str> = details.iter().copied().flatten().collect();
        if details.is_empty() {
            return told;
        }
        bracketed(self.words, &told, &join(&details, &self.words.say(id::LIST_CLAUSE)))
    }
}
