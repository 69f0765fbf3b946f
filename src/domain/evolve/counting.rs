//! Counts, how they are taken, objections, and what the room was told.

use std::sync::Arc;

use super::edit;
use crate::domain::agreement::{Chosen, Finding, Method, Objection, Tally, Vote};
use crate::domain::event::Event;
use crate::domain::ids::ItemId;
use crate::domain::record::Moment;
use crate::domain::session::Session;

impl Session {
    pub(super) fn evolve_counting(&mut self, event: &Event, at: Moment) {
        match event {
            Event::MethodChosen { item, resolution, method, threshold } => {
                let chosen = Chosen { method: *method, threshold: *threshold };
                match resolution {
                    Some(id) => {
                        edit(&mut self.resolutions, id.index(), |it| it.method = Some(chosen));
                    }
                    None => self.edit_item(*item, |item| item.method = Some(chosen)),
                }
            }
            Event::HandsCounted { .. } | Event::Counted { .. } => {
                if let Some(vote) = self.vote_of(event, at) {
                    self.take_vote(vote);
                }
            }
            Event::ObjectionRaised { objection, item, resolution, person, text } => {
                self.objections.push_back(Arc::new(Objection {
                    id: *objection,
                    item: *item,
                    resolution: *resolution,
                    person: *person,
                    text: text.as_str().into(),
                    resolved: None,
                }));
            }
            Event::ObjectionResolved { objection, how } => {
                edit(&mut self.objections, objection.index(), |it| {
                    it.resolved = Some(how.as_str().into());
                });
            }
            Event::ResultAnnounced { vote } => {
                edit(&mut self.votes, vote.index(), |vote| vote.announced = true);
            }
            // What is still to be announced is by the end of the item.
            Event::ItemClosed { item, .. } => self.announce_all(*item),
            _ => {}
        }
    }

    fn announce_all(&mut self, item: ItemId) {
        let votes = self.item(item).map(|item| item.votes.clone()).unwrap_or_default();
        for id in votes {
            if self.vote(id).is_some_and(|vote| !vote.announced) {
                edit(&mut self.votes, id.index(), |vote| vote.announced = true);
            }
        }
    }

    fn take_vote(&mut self, vote: Vote) {
        let (id, item, resolution) = (vote.id, vote.item, vote.resolution);
        self.votes.push_back(Arc::new(vote));
        self.edit_item(item, |item| item.votes.push_back(id));
        if let Some(resolution) = resolution {
            edit(&mut self.resolutions, resolution.index(), |it| it.vote = Some(id));
        }
    }

    fn vote_of(&self, event: &Event, at: Moment) -> Option<Vote> {
        match event {
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
                held,
            } => Some(Vote {
                id: *vote,
                item: *item,
                at,
                resolution: *resolution,
                question: question.as_deref().map(Into::into),
                method: Method::Hands,
                tally: Tally::Hands(*hands),
                hands: *hands,
                present: *present,
                threshold: *threshold,
                round: self.next_round(*item, *resolution, question.as_deref()),
                finding: if *carried { Finding::Carried } else { Finding::NotCarried },
                carried: *carried,
                counter: counter.clone(),
                announced: !*held,
            }),
            Event::Counted {
                vote,
                item,
                resolution,
                question,
                method,
                threshold,
                tally,
                present,
                round,
                finding,
                counter,
            } => Some(Vote {
                id: *vote,
                item: *item,
                at,
                resolution: *resolution,
                question: question.as_deref().map(Into::into),
                method: *method,
                tally: *tally,
                hands: tally.hands(),
                present: *present,
                threshold: *threshold,
                round: *round,
                finding: *finding,
                carried: *finding == Finding::Carried,
                counter: counter.clone(),
                announced: false,
            }),
            _ => None,
        }
    }
}
