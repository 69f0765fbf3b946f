//! The procedure a meeting is part of, the topics of the community on its agenda, and the gate
//! before them: 不调研不协商、调研不透不协商, as it is known from Duyun. The slogan is documented, its
//! measure is not, so that is in the rules of the meeting.

use super::{Verdict, planned_item, some_words, words};
use crate::domain::event::Event;
use crate::domain::ids::ItemId;
use crate::domain::item::{Item, ItemState, PlannedItem};
use crate::domain::procedure::{Adopted, Need};
use crate::domain::refusal::Refusal;
use crate::domain::rules::SurveyMode;
use crate::domain::session::Session;
use crate::domain::survey::Lacking;
use crate::domain::topic::{CaseNo, TopicLink};

impl Session {
    pub(super) fn adopting_procedure(&self, adopted: &Adopted) -> Verdict {
        self.need_not_closed()?;
        if !adopted.procedure.is_sound() {
            return Err(Refusal::NoWords);
        }
        if let Some(stage) = adopted.stage
            && adopted.procedure.stage(stage).is_none_or(|stage| !stage.meets())
        {
            return Err(Refusal::NoMeetingInStage(stage));
        }
        if self.procedure.as_deref() == Some(adopted) {
            return Err(Refusal::ProcedureInForce);
        }
        Ok(vec![Event::ProcedureAdopted {
            procedure: adopted.procedure.clone(),
            file: adopted.file.clone(),
            stage: adopted.stage,
        }])
    }

    pub(super) fn adding_topic(
        &self,
        planned: &PlannedItem,
        link: &TopicLink,
        despite: Option<&str>,
    ) -> Verdict {
        self.need_not_closed()?;
        self.need_off_agenda(&link.topic, None)?;
        let PlannedItem { title, minutes } = planned_item(planned, self.order.len())?;
        let item = ItemId::after(self.items.len());
        let mut events = vec![Event::ItemAdded { item, title, minutes }];
        events.extend(self.link_of(item, link, despite)?);
        Ok(events)
    }

    pub(super) fn linking_topic(
        &self,
        item: ItemId,
        link: &TopicLink,
        despite: Option<&str>,
    ) -> Verdict {
        self.need_not_closed()?;
        let known = self.need_item(item)?;
        if matches!(known.state, ItemState::Closed(..)) {
            return Err(Refusal::ItemClosed(item));
        }
        self.need_off_agenda(&link.topic, Some(item))?;
        if known.topic.as_deref().is_some_and(|known| known.topic == link.topic) {
            return Err(Refusal::NoChange);
        }
        self.link_of(item, link, despite)
    }

    /// What is entered of an item's topic, past the gates. A reason is kept only for what it is
    /// given for.
    fn link_of(&self, item: ItemId, link: &TopicLink, despite: Option<&str>) -> Verdict {
        let why = some_words(despite)?;
        let mut link = TopicLink { despite: None, ..link.clone() };
        if why.is_none() {
            self.need_ready(&link)?;
            self.need_survey(&link)?;
        }
        // Where the survey hinders nothing, a reason given for something else is none for that.
        let survey_hinders =
            link.needs.is_empty() || link.needs.contains(&Need::Surveyed) || self.holds_back(&link);
        let waived = why.clone().filter(|_| survey_hinders && !link.lacking.is_empty());
        link.despite = why.filter(|_| !link.needs.is_empty());
        let linked = Event::TopicLinked { item, link };
        let waived = waived.map(|why| Event::SurveyWaived { item, why });
        Ok(std::iter::once(linked).chain(waived).collect())
    }

    /// The gate of its procedure: a topic that lacks what the stage needs is not consulted, unless
    /// somebody gives a reason, which then is one for everything.
    fn need_ready(&self, link: &TopicLink) -> Result<(), Refusal> {
        if link.needs.is_empty() {
            return Ok(());
        }
        let mut lacking = link.needs.clone();
        if self.holds_back(link) && !lacking.contains(&Need::Surveyed) {
            lacking.push(Need::Surveyed);
        }
        Err(Refusal::TopicNeeds(link.topic.clone(), lacking))
    }

    pub(super) fn finding_survey(&self, item: ItemId, lacking: &[Lacking]) -> Verdict {
        self.need_not_closed()?;
        let link = self.need_link(item)?;
        if link.lacking == lacking {
            return Err(Refusal::NoChange);
        }
        Ok(vec![Event::SurveyFound { item, lacking: lacking.to_vec() }])
    }

    pub(super) fn waiving_survey(&self, item: ItemId, why: &str) -> Verdict {
        self.need_not_closed()?;
        let link = self.need_link(item)?;
        let why = words(why)?;
        if link.lacking.is_empty() {
            return Err(Refusal::SurveyComplete(item));
        }
        if link.waived.as_deref() == Some(&why) {
            return Err(Refusal::NoChange);
        }
        Ok(vec![Event::SurveyWaived { item, why }])
    }

    fn need_link(&self, item: ItemId) -> Result<&TopicLink, Refusal> {
        self.need_item(item)?.topic.as_deref().ok_or(Refusal::NoTopic(item))
    }

    /// A topic is on an agenda once.
    fn need_off_agenda(&self, topic: &CaseNo, except: Option<ItemId>) -> Result<(), Refusal> {
        let taken = self.agenda().find(|item| {
            Some(item.id) != except && item.topic.as_ref().is_some_and(|it| it.topic == *topic)
        });
        taken.map_or(Ok(()), |item| Err(Refusal::TopicOnAgenda(topic.clone(), item.id)))
    }

    /// The gate: by strict rules a topic whose survey is not complete is not consulted on, unless
    /// somebody gave a reason.
    fn need_survey(&self, link: &TopicLink) -> Result<(), Refusal> {
        if !self.holds_back(link) {
            return Ok(());
        }
        Err(Refusal::SurveyLacks(link.topic.clone(), link.lacking.clone()))
    }

    fn holds_back(&self, link: &TopicLink) -> bool {
        self.rules.survey == SurveyMode::Strict && link.is_held_back()
    }

    pub(super) fn need_survey_of(&self, item: &Item) -> Result<(), Refusal> {
        match item.topic.as_deref().map(|link| self.need_survey(link)) {
            Some(Err(Refusal::SurveyLacks(_, lacking))) => {
                Err(Refusal::ItemSurveyLacks(item.id, lacking))
            }
            _ => Ok(()),
        }
    }
}
