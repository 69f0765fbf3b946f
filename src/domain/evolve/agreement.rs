//! Resolutions and counts.

use std::sync::Arc;

use super::edit;
use crate::domain::agreement::{Resolution, Vote};
use crate::domain::event::Event;
use crate::domain::record::Moment;
use crate::domain::session::Session;

impl Session {
    pub(super) fn evolve_agreement(&mut self, event: &Event, at: Moment) {
        match event {
            Event::ResolutionDrafted { resolution, item, text } => {
                self.resolutions.push_back(Arc::new(Resolution {
                    id: *resolution,
                    item: *item,
                    text: text.as_str().into(),
                    withdrawn: false,
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
            Event::HandsCounted {
                vote,
                item,
                resolution,
                question,
                hands,
                present,
                threshold,
                carried,
                counter,
            } => {
                self.votes.push_back(Arc::new(Vote {
                    id: *vote,
                    item: *item,
                    at,
                    resolution: *resolution,
                    question: question.as_deref().map(Into::into),
                    hands: *hands,
                    present: *present,
                    threshold: *threshold,
                    carried: *carried,
                    counter: counter.clone(),
                }));
                self.edit_item(*item, |item| item.votes.push_back(*vote));
                if let Some(resolution) = resolution {
                    edit(&mut self.resolutions, resolution.index(), |it| it.vote = Some(*vote));
                }
            }
            _ => {}
        }
    }
}
