//! Topics of the community on the agendas of its meetings: put there, and found there.

use memchr::memmem;

use super::access::{Opened, ReadOnly};
use super::disk::EntryKind;
use super::layout::ledger_device;
use super::library::{Store, StoreError};
use super::log::read_log_so_far;
use super::session_name::SessionName;
use super::slug::Slug;
use super::writer::LogWriter;
use crate::domain::command::Command;
use crate::domain::event::Event;
use crate::domain::item::{ItemState, PlannedItem};
use crate::domain::ledger::{Ledger, Numbers};
use crate::domain::linking::refreshed;
use crate::domain::meeting::Meeting;
use crate::domain::record::{Line, Moment};
use crate::domain::refusal::Refusal;
use crate::domain::topic::{CaseNo, Consultation, Topic, TopicLink};

/// How the record of a meeting that a topic is on the agenda of says so.
const LINKED: &[u8] = b"TopicLinked(";

/// What became of putting a topic on an agenda.
#[derive(Debug)]
pub enum Scheduled {
    /// It is there.
    Done {
        /// The line that says so.
        line: Line<Event>,
        /// The meeting from now on.
        meeting: Box<Meeting>,
    },
    /// The rules of the meeting do not allow it.
    Refused {
        /// Why.
        why: Refusal,
        /// The meeting as it is.
        meeting: Box<Meeting>,
    },
    /// The record can only be read.
    ReadOnly(ReadOnly),
}

/// Puts a topic on the agenda of a meeting that is not over; `despite` says why, where the survey is
/// not complete.
///
/// # Errors
/// When the record cannot be read, or not written.
///
/// # Crash
/// The item is there once this returned [`Scheduled::Done`].
pub fn schedule(
    store: &Store,
    session: &SessionName,
    topic: &Topic,
    minutes: Option<u32>,
    despite: Option<&str>,
    at: Moment,
    by: &str,
) -> Result<Scheduled, StoreError> {
    let (mut meeting, mut writer) = match store.open(session, false, at, by)? {
        Opened::Writing { meeting, writer, .. } => (meeting, writer),
        Opened::Reading { why, .. } => return Ok(Scheduled::ReadOnly(why)),
    };
    let cases = store.case_numbers(&session.community)?;
    let link = TopicLink::of(topic, &cases, meeting.session());
    let planned = PlannedItem { title: topic.slip.title.clone(), minutes };
    let despite = despite.map(str::to_owned);
    // The latest entry may be of a laptop whose clock is ahead.
    let at = meeting.latest().map_or(at, |latest| at.max(latest));
    let entry = match meeting.carry_out(&Command::AddTopic { planned, link, despite }, at, by) {
        Ok(entry) => entry.clone(),
        Err(why) => return Ok(Scheduled::Refused { why, meeting }),
    };
    writer.append(std::slice::from_ref(&entry))?;
    Ok(Scheduled::Done { line: entry, meeting })
}

impl Store {
    /// What numbers of topics mean. Only where several devices give them need they be looked at.
    fn case_numbers(&self, community: &Slug) -> Result<Numbers, StoreError> {
        let files = self.entries(&self.layout().community(community), EntryKind::File)?;
        let several = files.iter().filter(|name| ledger_device(name).is_some()).count() > 1;
        Ok(if several { self.ledger(community)?.ledger.cases } else { Numbers::default() })
    }

    /// What the records of a community's meetings say of its topics, whose numbers mean what `cases`
    /// says. Only records that tell of one are read whole; of one that is damaged as much counts as
    /// can be read.
    ///
    /// # Errors
    /// When a folder or a file cannot be read.
    pub fn consulted(
        &self,
        community: &Slug,
        cases: &Numbers,
    ) -> Result<Vec<(CaseNo, Consultation)>, StoreError> {
        let mut found = Vec::new();
        let mut memory = Vec::new();
        for name in self.sessions(Some(community))? {
            let path = self.layout().session_file(&name);
            let len = match self.disk().read_into(&path, &mut memory) {
                Ok(len) => len,
                Err(error) if error.is_missing() => continue,
                Err(error) => return Err(error.into()),
            };
            let bytes = memory.get(..len).unwrap_or_default();
            if memmem::find(bytes, LINKED).is_none() {
                continue;
            }
            let (log, _) = read_log_so_far::<Event>(bytes);
            if let Ok(meeting) = Meeting::replay(log.lines) {
                found.extend(consultations(&meeting, &name, cases));
            }
        }
        Ok(found)
    }
}

/// What one meeting's record says of topics.
fn consultations<'a>(
    meeting: &'a Meeting,
    name: &'a SessionName,
    cases: &'a Numbers,
) -> impl Iterator<Item = (CaseNo, Consultation)> + 'a {
    let session = meeting.session();
    session.agenda().filter_map(move |item| {
        let linked = &item.topic.as_ref()?.topic;
        let outcome = match item.state {
            ItemState::Closed(outcome, _) => Some(outcome),
            ItemState::Waiting | ItemState::Open => None,
        };
        let consultation = Consultation { on: session.setup.on, session: name.id(), outcome };
        Some((cases.known(&session.setup.device, linked), consultation))
    })
}

/// Enters what the ledgers say by now of the surveys of topics on the agenda of a meeting that was
/// opened for writing.
///
/// # Errors
/// When it cannot be written; the meeting is as it was then.
pub fn refresh(
    meeting: &mut Meeting,
    writer: &mut LogWriter<Event>,
    ledger: &Ledger,
    at: Moment,
    by: &str,
) -> Result<(), StoreError> {
    let commands = refreshed(meeting.session(), ledger);
    if commands.is_empty() {
        return Ok(());
    }
    let before = meeting.lines().len();
    let at = meeting.latest().map_or(at, |latest| at.max(latest));
    for command in commands {
        // What changes nothing by now is passed over.
        let _ = meeting.carry_out(&command, at, by);
    }
    if let Err(error) = writer.append(meeting.lines().get(before..).unwrap_or_default()) {
        meeting.go_back_to(before);
        return Err(error.into());
    }
    Ok(())
}
