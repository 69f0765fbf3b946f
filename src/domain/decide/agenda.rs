//! The agenda, and one item at a time.

use super::{MOST_ITEMS, MOST_MINUTES, Verdict, some_words, words};
use crate::domain::command::Change;
use crate::domain::event::Event;
use crate::domain::ids::ItemId;
use crate::domain::item::{ItemState, Outcome, PlannedItem};
use crate::domain::refusal::Refusal;
use crate::domain::session::Session;

pub(super) fn plan(minutes: Option<u32>) -> Result<Option<u32>, Refusal> {
    match minutes {
        Some(minutes) if minutes == 0 || minutes > MOST_MINUTES => {
            Err(Refusal::MinutesOutOfBounds(minutes))
        }
        other => Ok(other),
    }
}

/// A planned item that an agenda with `len` items can take, with its text trimmed.
///
/// # Errors
/// [`Refusal`] when it has no title, one too long, an impossible plan, or the agenda is full.
pub fn planned(item: &PlannedItem, len: usize) -> Result<PlannedItem, Refusal> {
    if len >= MOST_ITEMS as usize {
        return Err(Refusal::AgendaFull(MOST_ITEMS));
    }
    Ok(PlannedItem { title: words(&item.title)?, minutes: plan(item.minutes)? })
}

impl Session {
    pub(super) fn adding_items(&self, items: &[PlannedItem]) -> Verdict {
        self.need_not_closed()?;
        if items.is_empty() {
            return Err(Refusal::NoWords);
        }
        let added = items.iter().enumerate().map(|(at, item)| {
            let PlannedItem { title, minutes } = planned(item, self.order.len() + at)?;
            // Numbers of items that were taken off are not given again.
            Ok(Event::ItemAdded { item: ItemId::after(self.items.len() + at), title, minutes })
        });
        added.collect()
    }

    pub(super) fn removing_item(&self, item: ItemId) -> Verdict {
        self.need_not_closed()?;
        if self.need_item(item)?.state != ItemState::Waiting {
            return Err(Refusal::ItemBegun(item));
        }
        if !self.need_item(item)?.opinions.is_empty() {
            return Err(Refusal::ItemHasOpinions(item));
        }
        Ok(vec![Event::ItemRemoved { item }])
    }

    pub(super) fn changing_item(
        &self,
        item: ItemId,
        title: Option<&str>,
        minutes: Change<u32>,
    ) -> Verdict {
        self.need_not_closed()?;
        let known = self.need_item(item)?;
        let title = some_words(title)?.unwrap_or_else(|| known.title.to_string());
        let minutes = plan(minutes.of(known.minutes))?;
        if *known.title == *title && minutes == known.minutes {
            return Err(Refusal::NoChange);
        }
        Ok(vec![Event::ItemChanged { item, title, minutes }])
    }

    pub(super) fn moving_item(&self, item: ItemId, to: u32) -> Verdict {
        self.need_not_closed()?;
        if self.need_item(item)?.state != ItemState::Waiting {
            return Err(Refusal::ItemNotWaiting(item));
        }
        if to as usize >= self.order.len() {
            return Err(Refusal::NoSuchPlace(u32::try_from(self.order.len()).unwrap_or(u32::MAX)));
        }
        if self.order.get(to as usize) == Some(&item) {
            return Err(Refusal::NoChange);
        }
        Ok(vec![Event::ItemMoved { item, to }])
    }

    pub(super) fn opening_item(&self, item: Option<ItemId>) -> Verdict {
        self.need_open()?;
        if let Some(open) = self.open_item {
            return Err(Refusal::ItemStillOpen(open));
        }
        let item = match item {
            Some(item) => self.need_item(item)?,
            None => self.next_item().ok_or(Refusal::NoItemLeft)?,
        };
        if item.state != ItemState::Waiting {
            return Err(Refusal::ItemClosed(item.id));
        }
        self.need_survey_of(item)?;
        Ok(vec![Event::ItemOpened { item: item.id }])
    }

    pub(super) fn closing_item(
        &self,
        outcome: Outcome,
        why: Option<&str>,
        despite: bool,
    ) -> Verdict {
        let item = self.need_current()?;
        if outcome == Outcome::Agreed {
            self.need_agreement(item)?;
        }
        let left = super::hindrances(self, item);
        // What is carried over stays open on purpose, questions and all.
        if !left.is_empty() && !despite && outcome != Outcome::CarriedOver {
            return Err(Refusal::ItemHindered(outcome, left));
        }
        let why = some_words(why)?;
        Ok(vec![Event::ItemClosed { item: item.id, outcome, why, despite: left }])
    }
}
