//! The agenda put right while the meeting runs, so that it ends on time.

use chrono::NaiveTime;

use super::agenda::plan;
use super::{MOST_ITEMS, Verdict, planned_item, some_words, words};
use crate::domain::command::Change;
use crate::domain::event::Event;
use crate::domain::ids::ItemId;
use crate::domain::item::{ItemState, PlannedItem};
use crate::domain::record::Moment;
use crate::domain::refusal::Refusal;
use crate::domain::replan::{parted, proposal, target_end};
use crate::domain::session::Session;

impl Session {
    /// Events that put a new item at a place counted from 0: it joins the end and moves there, so
    /// that older programs follow.
    fn placed(&self, planned: PlannedItem, to: usize) -> Vec<Event> {
        let item = ItemId::after(self.items.len());
        let PlannedItem { title, minutes } = planned;
        let mut events = vec![Event::ItemAdded { item, title, minutes }];
        if to < self.order.len() {
            events.push(Event::ItemMoved { item, to: u32::try_from(to).unwrap_or(u32::MAX) });
        }
        events
    }

    pub(super) fn inserting_item(&self, planned: &PlannedItem, at: u32) -> Verdict {
        self.need_not_closed()?;
        let planned = planned_item(planned, self.order.len())?;
        // One place more than there are: the end.
        if at as usize > self.order.len() {
            let places = self.order.len() + 1;
            return Err(Refusal::NoSuchPlace(u32::try_from(places).unwrap_or(u32::MAX)));
        }
        Ok(self.placed(planned, at as usize))
    }

    pub(super) fn splitting_item(
        &self,
        item: ItemId,
        first: &PlannedItem,
        second: &PlannedItem,
    ) -> Verdict {
        self.need_not_closed()?;
        let known = self.need_item(item)?;
        if matches!(known.state, ItemState::Closed(..)) {
            return Err(Refusal::ItemClosed(item));
        }
        if self.order.len() >= MOST_ITEMS as usize {
            return Err(Refusal::AgendaFull(MOST_ITEMS));
        }
        let title = some_words(Some(&first.title))?.unwrap_or_else(|| known.title.to_string());
        let second_title = words(&second.title)?;
        let (first, second) = parted(known, plan(first.minutes)?, plan(second.minutes)?);
        let mut events = Vec::new();
        if *known.title != *title || known.minutes != first {
            events.push(Event::ItemChanged { item, title, minutes: first });
        }
        let after = self.place_of(item).unwrap_or(self.order.len());
        let planned = PlannedItem { title: second_title, minutes: second };
        events.extend(self.placed(planned, after));
        // Both parts are about the topic.
        let item = ItemId::after(self.items.len());
        let link = known.topic.as_deref().cloned();
        events.extend(link.map(|link| Event::TopicLinked { item, link }));
        Ok(events)
    }

    pub(super) fn carrying_item(&self, item: ItemId, why: Option<&str>) -> Verdict {
        self.need_open()?;
        if self.need_item(item)?.state != ItemState::Waiting {
            return Err(Refusal::ItemNotWaiting(item));
        }
        Ok(vec![Event::ItemCarried { item, why: some_words(why)? }])
    }

    pub(super) fn setting_end(&self, ends: Change<NaiveTime>) -> Verdict {
        self.need_not_closed()?;
        let ends = ends.of(self.ends);
        if ends == self.ends {
            return Err(Refusal::NoChange);
        }
        Ok(vec![Event::EndSet { ends }])
    }

    /// What [`proposal`] says, in one line.
    pub(in crate::domain) fn keeping_time(&self, at: Moment) -> Verdict {
        self.need_open()?;
        target_end(self).ok_or(Refusal::NoEnd)?;
        let proposal = proposal(self, at).ok_or(Refusal::OnTime)?;
        if proposal.is_empty() {
            return Err(Refusal::NothingToShorten);
        }
        let mut events = Vec::new();
        for short in &proposal.shortened {
            let title = self.need_item(short.item)?.title.to_string();
            events.push(Event::ItemChanged { item: short.item, title, minutes: Some(short.to) });
        }
        events.extend(
            proposal.carried.iter().map(|item| Event::ItemCarried { item: *item, why: None }),
        );
        Ok(events)
    }
}
