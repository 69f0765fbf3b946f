//! Resolutions, and what carries them.

use std::sync::Arc;

use super::edit;
use crate::domain::agreement::Resolution;
use crate::domain::event::Event;
use crate::domain::session::Session;

impl Session {
    pub(super) fn evolve_agreement(&mut self, event: &Event) {
        match event {
            Event::ResolutionDrafted { resolution, item, text } => {
                self.resolutions.push_back(Arc::new(Resolution {
                    id: *resolution,
                    item: *item,
                    text: text.as_str().into(),
                    withdrawn: false,
                    method: None,
                    vote: None,
                    confirmed: None,
                }));
                self.edit_item(*item, |item| item.resolutions.push_back(*resolution));
            }
            Event::ResolutionAmended { resolution, text } => {
                edit(&mut self.resolutions, resolution.index(), |resolution| {
                    resolution.text = text.as_str().into();
                    resolution.vote = None;
                    resolution.confirmed = None;
                });
            }
            Event::ResolutionWithdrawn { resolution } => {
                edit(&mut self.resolutions, resolution.index(), |it| it.withdrawn = true);
            }
            Event::ThresholdSet { threshold } => self.threshold = *threshold,
            _ => {}
        }
    }
}
