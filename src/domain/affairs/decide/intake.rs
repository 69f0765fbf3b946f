//! Taking topics in (登记), putting slips right, joint signers (联名), taking topics back (撤回).

use chrono::NaiveDate;

use super::{Verdict, need_open, need_standing, not_now, some_words, words};
use crate::domain::affairs::{AffairRefusal, Blank, Ground, SlipChange};
use crate::domain::command::Change;
use crate::domain::ledger::{Ledger, LedgerEvent};
use crate::domain::topic::{Origin, Proposer, Slip, Topic};

/// A topic is taken in, with whoever brings it up. What came of one meeting is taken in once.
pub(super) fn raising(
    ledger: &Ledger,
    ground: &Ground,
    slip: &Slip,
    proposers: &[Proposer],
    procedure: Option<&str>,
) -> Verdict {
    let slip = tidy(slip, ground.today)?;
    let proposers = signers(&[], proposers)?;
    if let Some(known) = slip.origin.as_ref().and_then(|origin| raised_from(ledger, origin)) {
        return Err(AffairRefusal::RaisedBefore(known.case.clone()));
    }
    let topic = ledger.next_case(&ground.device);
    let mut events = vec![LedgerEvent::TopicRaised { topic: topic.clone(), slip, proposers }];
    if let Some(procedure) = procedure {
        ground.need_procedure(procedure)?;
        let procedure = procedure.to_owned();
        events.push(LedgerEvent::ProcedureChosen { topic, procedure });
    }
    Ok(events)
}

/// The topic that came of this point or item of a meeting and was not taken back.
fn raised_from<'a>(ledger: &'a Ledger, origin: &Origin) -> Option<&'a Topic> {
    let mut topics = ledger.topics.values();
    topics.find(|it| it.withdrawn.is_none() && it.slip.origin.as_ref() == Some(origin))
}

/// A slip with nothing but blanks taken off, if it can be kept like that.
fn tidy(slip: &Slip, today: NaiveDate) -> Result<Slip, AffairRefusal> {
    if slip.on > today {
        return Err(AffairRefusal::InTheFuture(slip.on));
    }
    Ok(Slip {
        title: words(&slip.title, Blank::Title)?,
        reason: some_words(slip.reason.as_deref())?,
        suggestion: some_words(slip.suggestion.as_deref())?,
        on: slip.on,
        source: slip.source,
        channel: some_words(slip.channel.as_deref())?,
        class: slip.class,
        place: some_words(slip.place.as_deref())?,
        group: some_words(slip.group.as_deref())?,
        origin: slip.origin.clone(),
    })
}

/// Those who sign besides who has signed already, each once. Somebody may be known by name alone
/// here and by key there; that is one person.
fn signers(signed: &[Proposer], more: &[Proposer]) -> Result<Vec<Proposer>, AffairRefusal> {
    let mut new: Vec<Proposer> = Vec::new();
    for proposer in more {
        let name = words(&proposer.name, Blank::Proposer)?;
        let proposer = Proposer { name, key: proposer.key.clone() };
        if !signed.iter().chain(&new).any(|known| are_one(known, &proposer)) {
            new.push(proposer);
        }
    }
    if more.is_empty() { Err(AffairRefusal::Missing(Blank::Proposer)) } else { Ok(new) }
}

fn are_one(a: &Proposer, b: &Proposer) -> bool {
    a.name == b.name && (a.key.is_none() || b.key.is_none() || a.key == b.key)
}

/// A slip is put right, whatever became of its topic; not of one that was taken back.
pub(super) fn amending_slip(topic: &Topic, ground: &Ground, change: &SlipChange) -> Verdict {
    need_standing(topic)?;
    let old = &topic.slip;
    let text = |change: &Change<String>, old: &Option<String>| change.clone().of(old.clone());
    let slip = Slip {
        title: change.title.clone().unwrap_or_else(|| old.title.clone()),
        reason: text(&change.reason, &old.reason),
        suggestion: text(&change.suggestion, &old.suggestion),
        on: change.on.unwrap_or(old.on),
        source: change.source.unwrap_or(old.source),
        channel: text(&change.channel, &old.channel),
        class: change.class.of(old.class),
        place: text(&change.place, &old.place),
        group: text(&change.group, &old.group),
        origin: old.origin.clone(),
    };
    // The day stays as it is where it is not what is put right.
    let slip = tidy(&slip, ground.today.max(old.on))?;
    if slip == *old {
        return Err(AffairRefusal::Unchanged(topic.case.clone()));
    }
    Ok(vec![LedgerEvent::SlipAmended { topic: topic.case.clone(), slip }])
}

/// More people sign.
pub(super) fn joining(topic: &Topic, proposers: &[Proposer]) -> Verdict {
    need_open(topic)?;
    let new = signers(&topic.signed, proposers)?;
    if new.is_empty() {
        let name = proposers.first().map(|it| it.name.trim().to_owned()).unwrap_or_default();
        return Err(AffairRefusal::SignedBefore { topic: topic.case.clone(), name });
    }
    Ok(vec![LedgerEvent::ProposersJoined { topic: topic.case.clone(), proposers: new }])
}

/// A topic is taken back, while there is no result that could be rated. What others brought up and
/// was merged into it would be lost with it, and has to be parted first.
pub(super) fn withdrawing(topic: &Topic, why: &str) -> Verdict {
    need_open(topic)?;
    if !topic.results.is_empty() {
        return Err(not_now(topic));
    }
    if !topic.merged.is_empty() {
        let (topic, parts) = (topic.case.clone(), topic.merged.clone());
        return Err(AffairRefusal::HasParts { topic, parts });
    }
    let why = words(why, Blank::Why)?;
    Ok(vec![LedgerEvent::TopicWithdrawn { topic: topic.case.clone(), why }])
}
