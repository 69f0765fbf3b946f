//! Topics of the community on the agendas of its meetings: put there, and found there.

use memchr::memmem;

use super::access::{Opened, ReadOnly};
use super::disk::EntryKind;
use super::index::Folder;
use super::layout::ledger_device;
use super::library::{Store, StoreError};
use super::log::read_log_so_far;
use super::session_name::SessionName;
use super::slug::Slug;
use super::writer::LogWriter;
use crate::domain::affairs::{AffairRefusal, Ground, meeting_lacks, need_dealt_with};
use crate::domain::command::Command;
use crate::domain::digest::Digest;
use crate::domain::event::Event;
use crate::domain::item::PlannedItem;
use crate::domain::ledger::{Ledger, Numbers};
use crate::domain::linking;
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
    /// Where the topic stands it comes before no meeting, or something is to be done first.
    NotReady(AffairRefusal),
    /// The record can only be read.
    ReadOnly(ReadOnly),
}

/// A topic that is to be put on an agenda.
#[derive(Debug)]
pub struct Scheduling<'a> {
    /// The ledgers, which say what it has.
    pub ledger: &'a Ledger,
    /// The ground on which it is judged: what its procedure needs.
    pub ground: &'a Ground,
    /// The topic.
    pub topic: &'a Topic,
    /// Minutes planned for it.
    pub minutes: Option<u32>,
    /// Why, where it lacks something of that, or its survey is not complete.
    pub despite: Option<&'a str>,
}

/// Puts a topic on the agenda of a meeting that is not over.
///
/// # Errors
/// When the record cannot be read, or not written.
///
/// # Crash
/// The item is there once this returned [`Scheduled::Done`].
pub fn schedule(
    store: &Store,
    session: &SessionName,
    asked: &Scheduling<'_>,
    at: Moment,
    by: &str,
) -> Result<Scheduled, StoreError> {
    let Scheduling { ledger, ground, topic, minutes, despite } = *asked;
    if let Err(why) = need_dealt_with(topic) {
        return Ok(Scheduled::NotReady(why));
    }
    let (mut meeting, mut writer) = match store.open(session, false, at, by)? {
        Opened::Writing { meeting, writer, .. } => (meeting, writer),
        Opened::Reading { why, .. } => return Ok(Scheduled::ReadOnly(why)),
    };
    let cases = store.case_numbers(&session.community)?;
    let needs = meeting_lacks(ledger, ground, topic, meeting.session().procedure.as_deref());
    let link = TopicLink::of(topic, &cases, needs, meeting.session());
    let planned = PlannedItem { title: topic.slip.title.clone(), minutes };
    let despite = despite.map(str::to_owned);
    // The latest entry may be of a laptop whose clock is ahead.
    let at = meeting.latest().map_or(at, |latest| at.max(latest));
    let entry = match meeting.carry_out(&Command::AddTopic { planned, link, despite }, at, by) {
        Ok(entry) => entry.clone(),
        Err(Refusal::TopicNeeds(_, lacking)) => {
            let topic = topic.case.clone();
            return Ok(Scheduled::NotReady(AffairRefusal::MeetingNeeds { topic, lacking }));
        }
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
                found.extend(Digest::of(&meeting).consultations(&name.id(), cases));
            }
        }
        Ok(found)
    }
}

/// Lets a ledger know what meetings did with its topics, by the digests of their records: none of
/// them is read for it. As much as [`Store::consulted`] tells.
pub fn attend(ledger: &mut Ledger, folder: &Folder) {
    if ledger.topics.is_empty() {
        return;
    }
    let mut held: Vec<(CaseNo, Consultation)> = Vec::new();
    for session in folder.sessions() {
        let Some(digest) = session.glance() else { continue };
        held.extend(digest.consultations(session.id(), &ledger.cases));
    }
    ledger.attend(held);
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
    let before = meeting.lines().len();
    let at = meeting.latest().map_or(at, |latest| at.max(latest));
    let lines = linking::refresh(meeting, ledger, at, by);
    if lines.is_empty() {
        return Ok(());
    }
    if let Err(error) = writer.append(lines) {
        meeting.go_back_to(before);
        return Err(error.into());
    }
    Ok(())
}
