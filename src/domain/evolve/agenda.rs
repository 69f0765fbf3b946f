//! What happens to the agenda.

use std::sync::Arc;

use crate::domain::event::Event;
use crate::domain::item::{Item, ItemState, Outcome};
use crate::domain::record::Moment;
use crate::domain::session::{Phase, Session};

impl Session {
    pub(super) fn evolve_agenda(&mut self, event: &Event, at: Moment) {
        match event {
            Event::ItemAdded { item, title, minutes } => {
                self.items.push_back(Arc::new(Item::planned(*item, title, *minutes)));
                self.order.push_back(*item);
            }
            Event::ItemChanged { item, title, minutes } => self.edit_item(*item, |item| {
                item.title = title.as_str().into();
                item.minutes = *minutes;
            }),
            Event::ItemMoved { item, to } => {
                if let Some(from) = self.order.iter().position(|other| other == item) {
                    self.order.remove(from);
                    self.order.insert((*to as usize).min(self.order.len()), *item);
                }
            }
            Event::ItemRemoved { item } => {
                // Its place among the items by number is kept; nothing happened under it.
                let waits = self.item(*item).is_some_and(|it| it.state == ItemState::Waiting);
                if waits && let Some(at) = self.order.iter().position(|other| other == item) {
                    self.order.remove(at);
                }
            }
            Event::ItemCarried { item, why } => self.edit_item(*item, |item| {
                if item.state == ItemState::Waiting {
                    item.state = ItemState::Closed(Outcome::CarriedOver, why.clone());
                }
            }),
            Event::ItemOpened { item } => {
                self.open_item = Some(*item);
                let runs = self.phase == Phase::Running;
                self.edit_item(*item, |item| {
                    item.state = ItemState::Open;
                    if runs {
                        item.watch.start(at);
                    }
                });
            }
            Event::ItemClosed { item, outcome, why, .. } => {
                self.end_turns(at);
                self.open_item = None;
                self.edit_item(*item, |item| {
                    item.watch.stop(at);
                    item.hands.clear();
                    item.state = ItemState::Closed(*outcome, why.clone());
                });
            }
            _ => {}
        }
    }
}
