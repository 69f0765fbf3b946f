//! Points that bring opinions together, and what else becomes of an opinion: kept in reserve, moved
//! to another item, set aside as off the topic.

use super::{Verdict, some_words, words};
use crate::domain::event::Event;
use crate::domain::ids::{ItemId, OpinionId, ParkedId, PointId, ResolutionId};
use crate::domain::item::PlannedItem;
use crate::domain::opinion::{Opinion, Stance};
use crate::domain::people::Who;
use crate::domain::point::Point;
use crate::domain::refusal::Refusal;
use crate::domain::session::Session;

/// Each once, in the order given.
fn once<T: Copy + PartialEq>(given: &[T]) -> Vec<T> {
    let mut each = Vec::new();
    for one in given {
        if !each.contains(one) {
            each.push(*one);
        }
    }
    each
}

impl Session {
    pub(super) fn standing_point(&self, id: PointId) -> Result<&Point, Refusal> {
        let point = self.point(id).ok_or(Refusal::NoSuchPoint(id))?;
        if point.dissolved { Err(Refusal::PointDissolved(id)) } else { Ok(point) }
    }

    /// An opinion that stands and is on the topic.
    fn opinion_on_topic(&self, id: OpinionId) -> Result<&Opinion, Refusal> {
        let opinion = self.standing_opinion(id)?;
        opinion.set_aside.map_or(Ok(opinion), |parked| Err(Refusal::SetAside(id, parked)))
    }

    pub(super) fn making_point(&self, opinions: &[OpinionId], text: Option<&str>) -> Verdict {
        self.need_open()?;
        let from = once(opinions);
        let first = self.opinion_on_topic(*from.first().ok_or(Refusal::NoChange)?)?;
        for opinion in &from {
            self.opinion_on_topic(*opinion)?;
        }
        let text = some_words(text)?.unwrap_or_else(|| first.text.to_string());
        let point = PointId::after(self.points.len());
        Ok(vec![Event::PointMade { point, item: first.item, text, from }])
    }

    /// More opinions join a point, and whole points with everybody behind them.
    pub(super) fn joining_point(
        &self,
        id: PointId,
        opinions: &[OpinionId],
        points: &[PointId],
        text: Option<&str>,
    ) -> Verdict {
        self.need_open()?;
        let point = self.standing_point(id)?;
        let mut joined = Vec::new();
        for opinion in once(opinions) {
            self.opinion_on_topic(opinion)?;
            if point.from.contains(&opinion) {
                return Err(Refusal::AlreadyInPoint(opinion, id));
            }
            joined.push(opinion);
        }
        let mut events = Vec::new();
        let mut shared = Vec::new();
        for other in once(points).into_iter().filter(|other| *other != id) {
            let other = self.standing_point(other)?;
            events.push(Event::PointDissolved { point: other.id });
            joined.extend(other.from.iter().filter(|it| !point.from.contains(it)));
            shared.extend(other.endorsed.iter().filter(|it| !point.endorsed.contains(it)));
        }
        let joined = once(&joined);
        if !joined.is_empty() {
            events.push(Event::PointJoined { point: id, opinions: joined });
        }
        let shared = once(&shared).into_iter();
        events.extend(shared.map(|person| Event::PointEndorsed { point: id, person }));
        if let Some(text) = some_words(text)?.filter(|text| **text != *point.text) {
            events.push(Event::PointAmended { point: id, text });
        }
        if events.is_empty() { Err(Refusal::NoChange) } else { Ok(events) }
    }

    pub(super) fn parting(&self, id: PointId, opinions: &[OpinionId]) -> Verdict {
        self.need_open()?;
        let point = self.standing_point(id)?;
        let parted = once(opinions);
        for opinion in &parted {
            self.opinion(*opinion).ok_or(Refusal::NoSuchOpinion(*opinion))?;
            if !point.from.contains(opinion) {
                return Err(Refusal::NotInPoint(*opinion, id));
            }
        }
        match parted.last() {
            None => Err(Refusal::NoChange),
            Some(last) if parted.len() == point.from.len() => Err(Refusal::LastOfPoint(*last, id)),
            Some(_) => Ok(vec![Event::PointParted { point: id, opinions: parted }]),
        }
    }

    pub(super) fn dissolving(&self, id: PointId) -> Verdict {
        self.need_open()?;
        self.standing_point(id)?;
        Ok(vec![Event::PointDissolved { point: id }])
    }

    pub(super) fn amending_point(&self, id: PointId, text: &str) -> Verdict {
        self.need_open()?;
        let text = words(text)?;
        if *self.standing_point(id)?.text == *text {
            return Err(Refusal::NoChange);
        }
        Ok(vec![Event::PointAmended { point: id, text }])
    }

    pub(super) fn endorsing_point(&self, id: PointId, who: &[Who]) -> Verdict {
        self.need_open()?;
        let mut behind = self.supporters_of(self.standing_point(id)?);
        let mut events = Vec::new();
        for person in self.sharers(who, &mut events)? {
            if behind.contains(&person) {
                return Err(Refusal::SupportsAlready(id, person));
            }
            behind.push(person);
            events.push(Event::PointEndorsed { point: id, person });
        }
        Ok(events)
    }

    pub(super) fn reserving(&self, id: OpinionId, resolution: Option<ResolutionId>) -> Verdict {
        self.need_open()?;
        let opinion = self.opinion_on_topic(id)?;
        if let Some(resolution) = resolution {
            self.standing_resolution(resolution)?;
        }
        if opinion.reserved.is_some_and(|reserved| reserved.resolution == resolution) {
            return Err(Refusal::AlreadyReserved(id));
        }
        Ok(vec![Event::OpinionReserved { opinion: id, resolution }])
    }

    /// What somebody reserves in words of its own: taken down, and marked at once.
    pub(super) fn reserving_words(
        &self,
        who: Option<&Who>,
        text: &str,
        resolution: Option<ResolutionId>,
    ) -> Verdict {
        self.need_open()?;
        // A resolution may be reserved against when its item is no longer on the table.
        let item = match resolution {
            Some(resolution) => self.standing_resolution(resolution)?.item,
            None => self.need_current()?.id,
        };
        let text = words(text)?;
        let mut events = Vec::new();
        let person = self.speaker(who, &mut events)?;
        let opinion = OpinionId::after(self.opinions.len());
        events.push(Event::OpinionRecorded { opinion, item, person, stance: None, text });
        events.push(Event::OpinionReserved { opinion, resolution });
        Ok(events)
    }

    pub(super) fn moving_opinion(&self, id: OpinionId, to: ItemId) -> Verdict {
        self.need_open()?;
        let opinion = self.opinion_on_topic(id)?;
        self.need_item(to)?;
        if opinion.item == to {
            return Err(Refusal::UnderItem(id, to));
        }
        Ok(vec![Event::OpinionMoved { opinion: id, item: to }])
    }

    /// Off the topic: onto the parking list, with its words and whoever said them.
    pub(super) fn setting_aside(&self, id: OpinionId) -> Verdict {
        self.need_open()?;
        let opinion = self.opinion_on_topic(id)?;
        if let Some(point) = opinion.points.first() {
            return Err(Refusal::BelongsToPoint(id, *point));
        }
        let parked = ParkedId::after(self.parked.len());
        Ok(vec![
            Event::Parked {
                parked,
                item: Some(opinion.item),
                person: Some(opinion.person),
                text: opinion.text.to_string(),
            },
            Event::OpinionSetAside { opinion: id, parked },
        ])
    }

    /// A parked point becomes an item at the end of the agenda, and is settled by that.
    pub(super) fn taking_up(
        &self,
        parked: ParkedId,
        title: Option<&str>,
        minutes: Option<u32>,
    ) -> Verdict {
        self.need_not_closed()?;
        let known = self.parked(parked).ok_or(Refusal::NoSuchParked(parked))?;
        if known.settled.is_some() {
            return Err(Refusal::AlreadySettled(parked));
        }
        let title = title.unwrap_or(&known.text).to_owned();
        let mut events = self.adding_items(&[PlannedItem { title, minutes }])?;
        let item = ItemId::after(self.items.len());
        events.push(Event::ParkedTakenUp { parked, item });
        Ok(events)
    }

    pub(super) fn reopening(&self, id: OpinionId) -> Verdict {
        self.need_open()?;
        let opinion = self.opinion_on_topic(id)?;
        if opinion.stance != Some(Stance::Question) {
            return Err(Refusal::NotAQuestion(id));
        }
        if opinion.answer.is_none() {
            return Err(Refusal::NotAnswered(id));
        }
        Ok(vec![Event::QuestionReopened { opinion: id }])
    }
}
