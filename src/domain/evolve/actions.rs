//! Actions, and what is read out of all that was agreed.

use std::sync::Arc;

use super::edit;
use crate::domain::action::Action;
use crate::domain::agreement::{Agreed, Confirmation};
use crate::domain::event::Event;
use crate::domain::ids::PersonId;
use crate::domain::record::Moment;
use crate::domain::session::Session;

impl Session {
    pub(super) fn evolve_actions(&mut self, event: &Event, at: Moment) {
        match event {
            Event::ActionAgreed { action, item, what, owner, due, test, from, from_points } => {
                self.actions.push_back(Arc::new(Action {
                    id: *action,
                    item: *item,
                    at,
                    what: what.as_str().into(),
                    owner: owner.as_deref().map(Into::into),
                    due: *due,
                    test: test.as_deref().map(Into::into),
                    from: from.clone(),
                    from_points: from_points.clone(),
                    dropped: None,
                    confirmed: None,
                }));
                if let Some(item) = item {
                    self.edit_item(*item, |item| item.actions.push_back(*action));
                }
            }
            Event::ActionAmended { action, what, owner, due, test, from, from_points } => {
                edit(&mut self.actions, action.index(), |action| {
                    action.what = what.as_str().into();
                    action.owner = owner.as_deref().map(Into::into);
                    action.due = *due;
                    action.test = test.as_deref().map(Into::into);
                    action.from.clone_from(from);
                    action.from_points.clone_from(from_points);
                    action.confirmed = None;
                });
            }
            Event::ActionDropped { action, why } => {
                edit(&mut self.actions, action.index(), |action| {
                    action.dropped = Some(why.as_str().into());
                });
            }
            _ => {}
        }
    }

    pub(super) fn evolve_read_back(&mut self, event: &Event, at: Moment) {
        match event {
            Event::ReadBackBegan => self.read_back = Some(at),
            Event::Confirmed { what: Agreed::Resolution(resolution), by } => {
                edit(&mut self.resolutions, resolution.index(), |resolution| {
                    confirm(&mut resolution.confirmed, by, at);
                });
            }
            Event::Confirmed { what: Agreed::Action(action), by } => {
                edit(&mut self.actions, action.index(), |action| {
                    confirm(&mut action.confirmed, by, at);
                });
            }
            _ => {}
        }
    }
}

/// Adds those who confirm it now to those who did before.
fn confirm(confirmed: &mut Option<Confirmation>, by: &[PersonId], at: Moment) {
    let confirmation = confirmed.get_or_insert_with(|| Confirmation { at, by: Vec::new() });
    confirmation.at = at;
    for person in by {
        if !confirmation.by.contains(person) {
            confirmation.by.push(*person);
        }
    }
}
