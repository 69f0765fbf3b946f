//! How a resolution is decided, counts, objections, and telling the room what came of it.

use super::{Verdict, some_words, words};
use crate::domain::agreement::{
    Area, Body, Chosen, Finding, Hands, Method, Objection, Tally, Threshold, Vote, judge,
};
use crate::domain::command::Command;
use crate::domain::event::Event;
use crate::domain::ids::{ItemId, ObjectionId, ResolutionId, VoteId};
use crate::domain::item::Item;
use crate::domain::people::Who;
use crate::domain::refusal::Refusal;
use crate::domain::session::Session;

/// What is put to the meeting.
struct Put {
    resolution: Option<ResolutionId>,
    question: Option<String>,
}

impl Session {
    /// How a resolution or a question of an item is decided, and whether that was chosen.
    #[must_use]
    pub fn method_of(&self, item: &Item, resolution: Option<ResolutionId>) -> Chosen {
        let of_it = resolution.and_then(|id| self.resolution(id)).and_then(|it| it.method);
        of_it.or(item.method).unwrap_or(Chosen { method: Method::Hands, threshold: self.threshold })
    }

    /// The latest resolution of an item that stands.
    #[must_use]
    pub fn latest_resolution(&self, item: &Item) -> Option<ResolutionId> {
        self.standing_resolutions(item).last().map(|it| it.id)
    }

    /// The objections that stand against a resolution, or against what is asked under an item.
    #[must_use]
    pub fn standing_objections(
        &self,
        item: &Item,
        resolution: Option<ResolutionId>,
    ) -> Vec<&Objection> {
        self.objections
            .iter()
            .map(AsRef::as_ref)
            .filter(|it: &&Objection| it.item == item.id && it.resolution == resolution)
            .filter(|it| it.resolved.is_none())
            .collect()
    }

    /// The oldest count that waits to be announced.
    #[must_use]
    pub fn to_announce(&self) -> Option<VoteId> {
        let votes = self.current_item()?.votes.iter().filter_map(|id| self.vote(*id));
        votes.into_iter().find(|vote| !vote.announced).map(|vote| vote.id)
    }

    /// The how manieth count on the same thing comes next.
    pub(in crate::domain) fn next_round(
        &self,
        item: ItemId,
        resolution: Option<ResolutionId>,
        question: Option<&str>,
    ) -> u32 {
        let votes = self.item(item).into_iter().flat_map(|item| &item.votes);
        let earlier = votes
            .filter_map(|id| self.vote(*id))
            .filter(|vote| vote.resolution == resolution && vote.question.as_deref() == question);
        u32::try_from(earlier.count() + 1).unwrap_or(u32::MAX)
    }

    /// The method is chosen and locked before the count. A consensus that was asked for and not
    /// reached may be followed by another method: consensus first, then a show of hands.
    pub(super) fn choosing_method(
        &self,
        method: Method,
        threshold: Option<Threshold>,
        resolution: Option<ResolutionId>,
    ) -> Verdict {
        let item = self.need_current()?;
        let resolution = match resolution {
            Some(id) => Some(self.resolution_here(item, id)?),
            None => self.latest_resolution(item),
        };
        check_body(method)?;
        let known = self.method_of(item, resolution);
        let chosen = Chosen { method, threshold: threshold.unwrap_or(self.threshold) };
        let written = match resolution {
            Some(id) => self.resolution(id).and_then(|it| it.method),
            None => item.method,
        };
        if written == Some(chosen) {
            return Err(Refusal::NoChange);
        }
        let counted = match resolution {
            Some(id) => self.resolution(id).and_then(|it| it.vote).and_then(|id| self.vote(id)),
            None => item
                .votes
                .iter()
                .filter_map(|id| self.vote(*id))
                .rfind(|vote| vote.resolution.is_none()),
        };
        let not_reached = |vote: &Vote| vote.method == Method::Consensus && !vote.carried;
        if counted.is_some_and(|vote| !not_reached(vote)) {
            return Err(Refusal::MethodLocked(known.method));
        }
        let threshold = chosen.threshold;
        Ok(vec![Event::MethodChosen { item: item.id, resolution, method, threshold }])
    }

    fn resolution_here(&self, item: &Item, id: ResolutionId) -> Result<ResolutionId, Refusal> {
        let known = self.standing_resolution(id)?;
        if known.item == item.id {
            Ok(id)
        } else {
            Err(Refusal::ResolutionElsewhere(id, known.item))
        }
    }

    fn put(
        &self,
        item: &Item,
        resolution: Option<ResolutionId>,
        question: Option<&str>,
    ) -> Result<Put, Refusal> {
        let question = some_words(question)?;
        let resolution = match (resolution, &question) {
            (Some(id), _) => Some(self.resolution_here(item, id)?),
            (None, Some(_)) => None,
            (None, None) => Some(self.latest_resolution(item).ok_or(Refusal::NothingToVoteOn)?),
        };
        Ok(Put { resolution, question })
    }

    /// A show of hands, or the same three numbers as the method takes them.
    pub(super) fn counting_hands(
        &self,
        hands: Hands,
        resolution: Option<ResolutionId>,
        question: Option<&str>,
        by: &str,
    ) -> Verdict {
        self.counting(Tally::Hands(hands), None, resolution, question, by)
    }

    pub(super) fn counting(
        &self,
        tally: Tally,
        given: Option<u32>,
        resolution: Option<ResolutionId>,
        question: Option<&str>,
        by: &str,
    ) -> Verdict {
        let item = self.need_current()?;
        let put = self.put(item, resolution, question)?;
        let chosen = self.method_of(item, put.resolution);
        let tally = fitting(chosen.method, tally)?;
        let present = self.present_for(chosen.method, tally, given)?;
        if tally.people() > u64::from(present) {
            return Err(Refusal::TooManyHands { counted: tally.people(), present });
        }
        if tally.people() == 0 {
            return Err(Refusal::NoHands);
        }
        let finding = judge(chosen.method, chosen.threshold, tally, present);
        if let (Method::Hands, Tally::Hands(hands)) = (chosen.method, tally) {
            return Ok(vec![Event::HandsCounted {
                vote: VoteId::after(self.votes.len()),
                item: item.id,
                resolution: put.resolution,
                question: put.question,
                hands,
                present,
                threshold: chosen.threshold,
                carried: finding == Finding::Carried,
                counter: by.to_owned(),
                held: true,
            }]);
        }
        Ok(vec![self.counted(item, put, chosen, tally, (present, finding), by)])
    }

    fn counted(
        &self,
        item: &Item,
        put: Put,
        chosen: Chosen,
        tally: Tally,
        (present, finding): (u32, Finding),
        by: &str,
    ) -> Event {
        let round = self.next_round(item.id, put.resolution, put.question.as_deref());
        Event::Counted {
            vote: VoteId::after(self.votes.len()),
            item: item.id,
            resolution: put.resolution,
            question: put.question,
            method: chosen.method,
            threshold: chosen.threshold,
            tally,
            present,
            round,
            finding,
            counter: by.to_owned(),
        }
    }

    /// Those present: of a consultation, whoever signed in and may vote. By law others may take
    /// part than stand on the sheet, so it may be given; never more than have a vote.
    fn present_for(
        &self,
        method: Method,
        tally: Tally,
        given: Option<u32>,
    ) -> Result<u32, Refusal> {
        let Method::Statutory(body) = method else {
            return if given.is_some() {
                Err(Refusal::OtherMethod(method))
            } else {
                Ok(self.voters())
            };
        };
        let present = match tally {
            Tally::Owners { owners, area } => {
                check_area(body, area)?;
                u32::try_from(owners.total()).unwrap_or(u32::MAX)
            }
            _ => given.unwrap_or_else(|| self.voters()),
        };
        if present > body.eligible() {
            return Err(Refusal::PresentBeyondEligible { present, eligible: body.eligible() });
        }
        Ok(present)
    }

    /// Whether anybody objects is asked; what was objected is in the record by then.
    pub(super) fn asking_objections(&self, none: bool, by: &str) -> Verdict {
        let item = self.need_current()?;
        let put = self.put(item, None, None)?;
        let chosen = self.method_of(item, put.resolution);
        if !matches!(chosen.method, Method::Consensus | Method::Consent) {
            return Err(Refusal::OtherMethod(chosen.method));
        }
        let standing = self.standing_objections(item, put.resolution);
        if none && !standing.is_empty() {
            let standing = standing.iter().map(|it| it.id).collect();
            return Err(Refusal::ObjectionsStand(standing));
        }
        if !none && standing.is_empty() {
            return Err(Refusal::NoObjection);
        }
        let present = self.voters();
        if present == 0 {
            return Err(Refusal::NoHands);
        }
        let tally = Tally::Objections(u32::try_from(standing.len()).unwrap_or(u32::MAX));
        let finding = judge(chosen.method, chosen.threshold, tally, present);
        Ok(vec![self.counted(item, put, chosen, tally, (present, finding), by)])
    }

    /// What a count would write, without taking it; `None` for other commands.
    #[must_use]
    pub fn foresee(&self, command: &Command) -> Option<Result<Event, Refusal>> {
        let judged = match command {
            Command::CountHands { hands, resolution, question } => {
                self.counting_hands(*hands, *resolution, question.as_deref(), "")
            }
            Command::Count { tally, present, resolution, question } => {
                self.counting(*tally, *present, *resolution, question.as_deref(), "")
            }
            Command::AskObjections { none } => self.asking_objections(*none, ""),
            _ => return None,
        };
        judged.map(|events| events.into_iter().next()).transpose()
    }

    pub(super) fn objecting(&self, who: Option<&Who>, text: &str) -> Verdict {
        let item = self.need_current()?;
        let resolution = self.latest_resolution(item).ok_or(Refusal::NothingToVoteOn)?;
        let mut events = Vec::new();
        let person = self.speaker(who, &mut events)?;
        events.push(Event::ObjectionRaised {
            objection: ObjectionId::after(self.objections.len()),
            item: item.id,
            resolution: Some(resolution),
            person,
            text: words(text)?,
        });
        Ok(events)
    }

    pub(super) fn resolving_objection(&self, id: ObjectionId, how: &str) -> Verdict {
        self.need_open()?;
        let objection = self.objection(id).ok_or(Refusal::NoSuchObjection(id))?;
        if objection.resolved.is_some() {
            return Err(Refusal::ObjectionResolved(id));
        }
        Ok(vec![Event::ObjectionResolved { objection: id, how: words(how)? }])
    }

    pub(super) fn announcing(&self) -> Verdict {
        self.need_current()?;
        let vote = self.to_announce().ok_or(Refusal::NothingToAnnounce)?;
        Ok(vec![Event::ResultAnnounced { vote }])
    }
}

/// A statutory vote is nothing without the number of those who have a vote.
fn check_body(method: Method) -> Result<(), Refusal> {
    let Method::Statutory(body) = method else { return Ok(()) };
    let no_area = matches!(body, Body::Owners { area: 0, .. });
    if body.eligible() == 0 || no_area { Err(Refusal::NoEligible) } else { Ok(()) }
}

fn check_area(body: Body, area: Area) -> Result<(), Refusal> {
    let Body::Owners { area: all, .. } = body else { return Ok(()) };
    let counted = area.total();
    if counted > all { Err(Refusal::TooMuchArea { counted, all }) } else { Ok(()) }
}

/// What was counted as the method takes it.
fn fitting(method: Method, tally: Tally) -> Result<Tally, Refusal> {
    let owners = matches!(method, Method::Statutory(Body::Owners { .. }));
    match (method, tally) {
        (Method::Ballot, Tally::Hands(hands)) => Ok(Tally::Papers { hands, invalid: 0 }),
        (Method::Hands, Tally::Hands(_))
        | (Method::Ballot, Tally::Papers { .. })
        | (Method::FistToFive, Tally::Fists(_))
        | (Method::Gradients, Tally::Gradients(_)) => Ok(tally),
        (Method::Statutory(_), Tally::Hands(_)) if !owners => Ok(tally),
        (Method::Statutory(_), Tally::Owners { .. }) if owners => Ok(tally),
        _ => Err(Refusal::OtherMethod(method)),
    }
}
