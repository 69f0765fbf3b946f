//! Resolutions, what carries them, and actions.

use super::{Verdict, some_words, words};
use crate::domain::action::{Action, Promise};
use crate::domain::agreement::{Resolution, Threshold};
use crate::domain::event::Event;
use crate::domain::ids::{ActionId, ResolutionId};
use crate::domain::item::Item;
use crate::domain::refusal::Refusal;
use crate::domain::session::Session;

impl Session {
    pub(super) fn standing_resolution(&self, id: ResolutionId) -> Result<&Resolution, Refusal> {
        let resolution = self.resolution(id).ok_or(Refusal::NoSuchResolution(id))?;
        if resolution.withdrawn { Err(Refusal::ResolutionWithdrawn(id)) } else { Ok(resolution) }
    }

    pub(super) fn standing_resolutions<'a>(
        &'a self,
        item: &'a Item,
    ) -> impl Iterator<Item = &'a Resolution> {
        item.resolutions
            .iter()
            .filter_map(|id| self.resolution(*id))
            .filter(|resolution| !resolution.withdrawn)
    }

    /// An item is agreed when it has a resolution and no show of hands rejected any that stands.
    pub(super) fn need_agreement(&self, item: &Item) -> Result<(), Refusal> {
        let mut any = false;
        for resolution in self.standing_resolutions(item) {
            any = true;
            let vote = resolution.vote.and_then(|vote| self.vote(vote));
            if vote.is_some_and(|vote| !vote.carried) {
                return Err(Refusal::VotedDown(resolution.id));
            }
        }
        if any { Ok(()) } else { Err(Refusal::NothingAgreed) }
    }

    pub(super) fn resolving(&self, text: &str) -> Verdict {
        let item = self.need_current()?.id;
        let resolution = ResolutionId::after(self.resolutions.len());
        Ok(vec![Event::ResolutionDrafted { resolution, item, text: words(text)? }])
    }

    pub(super) fn amending_resolution(&self, id: ResolutionId, text: &str) -> Verdict {
        self.need_open()?;
        let text = words(text)?;
        if *self.standing_resolution(id)?.text == *text {
            return Err(Refusal::NoChange);
        }
        Ok(vec![Event::ResolutionAmended { resolution: id, text }])
    }

    pub(super) fn withdrawing_resolution(&self, id: ResolutionId) -> Verdict {
        self.need_open()?;
        self.standing_resolution(id)?;
        Ok(vec![Event::ResolutionWithdrawn { resolution: id }])
    }

    /// The method and its threshold are chosen and locked before the count.
    pub(super) fn setting_threshold(&self, threshold: Threshold) -> Verdict {
        self.need_not_closed()?;
        if threshold == self.threshold {
            return Err(Refusal::NoChange);
        }
        if self.current_item().is_some_and(|item| !item.votes.is_empty()) {
            return Err(Refusal::ThresholdLocked(self.threshold));
        }
        Ok(vec![Event::ThresholdSet { threshold }])
    }

    fn check_promise(&self, promise: &Promise) -> Result<(), Refusal> {
        for opinion in &promise.from {
            self.opinion(*opinion).ok_or(Refusal::NoSuchOpinion(*opinion))?;
        }
        for point in &promise.from_points {
            self.standing_point(*point)?;
        }
        match promise.due {
            Some(due) if due < self.setup.on => Err(Refusal::DueInThePast(due)),
            _ => Ok(()),
        }
    }

    pub(super) fn promising(&self, promise: &Promise) -> Verdict {
        self.need_open()?;
        self.check_promise(promise)?;
        Ok(vec![Event::ActionAgreed {
            action: ActionId::after(self.actions.len()),
            item: self.open_item,
            what: words(&promise.what)?,
            owner: some_words(promise.owner.as_deref())?,
            due: promise.due,
            test: some_words(promise.test.as_deref())?,
            from: promise.from.clone(),
            from_points: promise.from_points.clone(),
        }])
    }

    fn standing_action(&self, id: ActionId) -> Result<&Action, Refusal> {
        let action = self.action(id).ok_or(Refusal::NoSuchAction(id))?;
        if action.dropped.is_some() { Err(Refusal::ActionDropped(id)) } else { Ok(action) }
    }

    pub(super) fn amending_action(
        &self,
        id: ActionId,
        what: Option<&str>,
        promise: &Promise,
    ) -> Verdict {
        let known = self.standing_action(id)?;
        self.check_promise(promise)?;
        // Naming sources names all of them.
        let named = !promise.from.is_empty() || !promise.from_points.is_empty();
        let kept = |text: &Option<std::sync::Arc<str>>| text.as_deref().map(str::to_owned);
        let amended = Event::ActionAmended {
            action: id,
            what: some_words(what)?.unwrap_or_else(|| known.what.to_string()),
            owner: some_words(promise.owner.as_deref())?.or_else(|| kept(&known.owner)),
            due: promise.due.or(known.due),
            test: some_words(promise.test.as_deref())?.or_else(|| kept(&known.test)),
            from: if named { promise.from.clone() } else { known.from.clone() },
            from_points: if named {
                promise.from_points.clone()
            } else {
                known.from_points.clone()
            },
        };
        let unchanged = Event::ActionAmended {
            action: id,
            what: known.what.to_string(),
            owner: kept(&known.owner),
            due: known.due,
            test: kept(&known.test),
            from: known.from.clone(),
            from_points: known.from_points.clone(),
        };
        if amended == unchanged { Err(Refusal::NoChange) } else { Ok(vec![amended]) }
    }

    pub(super) fn dropping_action(&self, id: ActionId, why: &str) -> Verdict {
        self.need_open()?;
        self.standing_action(id)?;
        Ok(vec![Event::ActionDropped { action: id, why: words(why)? }])
    }
}
