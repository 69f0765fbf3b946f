//! `decide`: a command judged against the state. Never changes anything; what it grants comes
//! back as events for `evolve`.

mod agenda;
mod agreement;
mod closing;
mod counting;
mod floor;
mod notice;
mod opinions;
mod people;
mod points;
mod read_back;
mod setup;
mod time_plan;
mod topics;

use super::command::Command;
use super::event::Event;
use super::ids::{ItemId, PersonId};
use super::item::Item;
use super::people::{Newcomer, Participant, Who};
use super::refusal::Refusal;
use super::session::{Phase, Session};

pub use agenda::planned as planned_item;
pub use closing::{hindrances, open_matters};

/// Most characters one entry may have. A page of Chinese is about 800; what is longer was pasted
/// by mistake or belongs in a paper.
pub const MOST_CHARS: usize = 5_000;
/// Most items an agenda may have.
pub const MOST_ITEMS: u32 = 500;
/// Most minutes one item may be planned for: a day.
pub const MOST_MINUTES: u32 = 24 * 60;

type Verdict = Result<Vec<Event>, Refusal>;

/// Judges every command but undo and redo, which belong to the history.
#[expect(clippy::too_many_lines, reason = "one arm a command, so that none can be forgotten")]
pub(super) fn decide(session: &Session, command: &Command, by: &str) -> Verdict {
    match command {
        Command::Open => session.opening(),
        Command::Pause => session.pausing(),
        Command::Resume => session.resuming(),
        Command::Close { leave } => session.closing(*leave),
        Command::TakeOver { device } => session.taking_over(device),
        Command::ChangeSetup(change) => session.changing_setup(change),
        Command::Expect(people) => session.expecting(people),
        Command::CorrectExpected { expected, person } => {
            session.correcting_expected(*expected, person)
        }
        Command::Unexpect { expected, why } => session.unexpecting(expected, why.as_deref()),
        Command::ListPapers(papers) => session.listing_papers(papers),
        // Judged by the history, which knows the day.
        Command::GiveNotice(_) => Err(Refusal::NoChange),
        Command::SignIn(people) => session.signing_in(people),
        Command::SignOut(person) => session.signing_out(*person),
        Command::CorrectPerson { person, role, household } => {
            session.correcting(*person, role.as_ref(), household.as_deref())
        }
        Command::AddItem(planned) => session.adding_items(std::slice::from_ref(planned)),
        Command::AddItems(planned) => session.adding_items(planned),
        Command::RemoveItem(item) => session.removing_item(*item),
        Command::ChangeItem { item, title, minutes } => {
            session.changing_item(*item, title.as_deref(), *minutes)
        }
        Command::MoveItem { item, to } => session.moving_item(*item, *to),
        Command::InsertItem { planned, at } => session.inserting_item(planned, *at),
        Command::SplitItem { item, first, second } => session.splitting_item(*item, first, second),
        Command::CarryItem { item, why } => session.carrying_item(*item, why.as_deref()),
        Command::SetEnd(ends) => session.setting_end(*ends),
        // Judged by the history, which knows the moment.
        Command::KeepTime => Err(Refusal::OnTime),
        Command::OpenItem(item) => session.opening_item(*item),
        Command::CloseItem { outcome, why, despite } => {
            session.closing_item(*outcome, why.as_deref(), *despite)
        }
        Command::RaiseHand { who, stance } => session.raising(who, *stance),
        Command::Interject { who, kind } => session.interjecting(who, *kind),
        Command::MoveHand { person, to } => session.moving_hand(*person, *to),
        Command::CloseList => session.closing_list(),
        Command::ReopenList => session.reopening_list(),
        Command::LowerHand(person) => session.lowering(*person),
        Command::GiveFloor(who) => session.giving_floor(who.as_ref()),
        Command::EndTurn => session.ending_turn(),
        Command::AdoptRules(rules) => session.adopting(rules),
        Command::AdoptProcedure(adopted) => session.adopting_procedure(adopted),
        Command::AddTopic { planned, link, despite } => {
            session.adding_topic(planned, link, despite.as_deref())
        }
        Command::LinkTopic { item, link, despite } => {
            session.linking_topic(*item, link, despite.as_deref())
        }
        Command::FindSurvey { item, lacking } => session.finding_survey(*item, lacking),
        Command::WaiveSurvey { item, why } => session.waiving_survey(*item, why),
        Command::GiveChair(who) => session.giving_chair(who),
        Command::TakeBackChair => session.taking_back_chair(),
        Command::RecordOpinion { who, stance, text } => {
            session.recording(who.as_ref(), *stance, text)
        }
        Command::AmendOpinion { opinion, stance, text } => {
            session.amending_opinion(*opinion, *stance, text)
        }
        Command::WithdrawOpinion(opinion) => session.withdrawing_opinion(*opinion),
        Command::Endorse { opinion, who } => session.endorsing(*opinion, who),
        Command::Answer { opinion, text } => session.answering(*opinion, text),
        Command::Reopen(opinion) => session.reopening(*opinion),
        Command::MakePoint { opinions, text } => session.making_point(opinions, text.as_deref()),
        Command::JoinPoint { point, opinions, points, text } => {
            session.joining_point(*point, opinions, points, text.as_deref())
        }
        Command::PartPoint { point, opinions } => session.parting(*point, opinions),
        Command::DissolvePoint(point) => session.dissolving(*point),
        Command::AmendPoint { point, text } => session.amending_point(*point, text),
        Command::EndorsePoint { point, who } => session.endorsing_point(*point, who),
        Command::Reserve { opinion, resolution } => session.reserving(*opinion, *resolution),
        Command::ReserveWords { who, text, resolution } => {
            session.reserving_words(who.as_ref(), text, *resolution)
        }
        Command::MoveOpinion { opinion, item } => session.moving_opinion(*opinion, *item),
        Command::SetAside(opinion) => session.setting_aside(*opinion),
        Command::TakeUp { parked, title, minutes } => {
            session.taking_up(*parked, title.as_deref(), *minutes)
        }
        Command::Park { who, text } => session.parking(who.as_ref(), text),
        Command::Settle { parked, how } => session.settling(*parked, how),
        Command::Note(text) => session.noting(text),
        Command::Resolve(text) => session.resolving(text),
        Command::AmendResolution { resolution, text } => {
            session.amending_resolution(*resolution, text)
        }
        Command::WithdrawResolution(resolution) => session.withdrawing_resolution(*resolution),
        Command::SetThreshold(threshold) => session.setting_threshold(*threshold),
        Command::CountHands { hands, resolution, question } => {
            session.counting_hands(*hands, *resolution, question.as_deref(), by)
        }
        Command::ChooseMethod { method, threshold, resolution } => {
            session.choosing_method(*method, *threshold, *resolution)
        }
        Command::Count { tally, present, resolution, question } => {
            session.counting(*tally, *present, *resolution, question.as_deref(), by)
        }
        Command::AskObjections { none } => session.asking_objections(*none, by),
        Command::Object { who, text } => session.objecting(who.as_ref(), text),
        Command::ResolveObjection { objection, how } => {
            session.resolving_objection(*objection, how)
        }
        Command::Announce => session.announcing(),
        Command::Promise(promise) => session.promising(promise),
        Command::AmendAction { action, what, promise } => {
            session.amending_action(*action, what.as_deref(), promise)
        }
        Command::DropAction { action, why } => session.dropping_action(*action, why),
        Command::BeginReadBack => session.beginning_read_back(),
        Command::Confirm { what, by } => session.confirming(*what, by),
        Command::Undo => Err(Refusal::NothingToUndo),
        Command::Redo => Err(Refusal::NothingToRedo),
    }
}

/// The text without the blanks around it, if it has a length a record can take.
fn words(text: &str) -> Result<String, Refusal> {
    let text = text.trim();
    if text.is_empty() {
        return Err(Refusal::NoWords);
    }
    let given = text.chars().count();
    if given > MOST_CHARS {
        return Err(Refusal::TooLong { given, most: MOST_CHARS });
    }
    Ok(text.to_owned())
}

fn some_words(text: Option<&str>) -> Result<Option<String>, Refusal> {
    text.filter(|text| !text.trim().is_empty()).map(words).transpose()
}

impl Session {
    /// In session, whether the clocks run or not.
    fn need_open(&self) -> Result<(), Refusal> {
        match self.phase {
            Phase::Prepared => Err(Refusal::NotOpened),
            Phase::Running | Phase::Paused => Ok(()),
            Phase::Closed => Err(Refusal::Closed),
        }
    }

    /// In session with the clocks running: what gives or takes somebody's time needs this.
    fn need_running(&self) -> Result<(), Refusal> {
        self.need_open()?;
        if self.phase == Phase::Paused { Err(Refusal::Paused) } else { Ok(()) }
    }

    fn need_not_closed(&self) -> Result<(), Refusal> {
        if self.phase == Phase::Closed { Err(Refusal::Closed) } else { Ok(()) }
    }

    /// An item of the agenda; one that was taken off is none.
    fn need_item(&self, item: ItemId) -> Result<&Item, Refusal> {
        let found = self.item(item).filter(|_| self.order.contains(&item));
        found.ok_or(Refusal::NoSuchItem(item))
    }

    /// The item on the table. One item at a time: whatever is said belongs to it.
    fn need_current(&self) -> Result<&Item, Refusal> {
        self.need_open()?;
        self.current_item().ok_or(Refusal::NoItemOpen)
    }

    fn need_person(&self, person: PersonId) -> Result<&Participant, Refusal> {
        self.person(person).ok_or(Refusal::NoSuchPerson(person))
    }

    /// The number of whoever a command speaks of. People who are not in the room yet join, and
    /// people who had left return, in the same line.
    fn seat(&self, who: &Who, events: &mut Vec<Event>) -> Result<PersonId, Refusal> {
        match who {
            Who::Present(person) => {
                if !self.need_person(*person)?.is_here() {
                    events.push(Event::Returned { person: *person });
                }
                Ok(*person)
            }
            Who::Joining(newcomer) => {
                let joined = events.iter().filter(|it| matches!(it, Event::Joined { .. })).count();
                let person = PersonId::after(self.people.len() + joined);
                events.push(joining(person, newcomer)?);
                Ok(person)
            }
        }
    }
}

fn joining(person: PersonId, newcomer: &Newcomer) -> Result<Event, Refusal> {
    Ok(Event::Joined {
        person,
        name: words(&newcomer.name)?,
        role: newcomer.role.clone(),
        household: some_words(newcomer.household.as_deref())?,
        key: newcomer.key.clone(),
    })
}
