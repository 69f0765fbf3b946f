//! A session to read, or to write if this device may.

use std::path::PathBuf;
use std::sync::Arc;

use super::disk::DiskError;
use super::library::{Store, StoreError};
use super::log::{ReadError, ReadLog, read_log, read_log_so_far};
use super::session_name::SessionName;
use super::writer::{LogError, LogWriter, SetAside};
use crate::domain::command::Command;
use crate::domain::event::Event;
use crate::domain::meeting::Meeting;
use crate::domain::record::Moment;

/// A session as far as it can be read.
#[derive(Debug)]
pub struct Read {
    /// The meeting.
    pub meeting: Meeting,
    /// The log it came from; its lines have gone into the meeting.
    pub log: ReadLog<Event>,
    /// Why there may be more than that: a newer version wrote it, or it is damaged.
    pub stop: Option<ReadError>,
}

/// Why a session can be read but not written.
#[derive(Debug)]
pub enum ReadOnly {
    /// Another program writes it.
    Locked {
        /// What that program says about itself.
        holder: Option<String>,
    },
    /// Another device writes it. [`Store::open`] with `take_over` goes on here.
    OtherDevice {
        /// That device.
        device: String,
    },
    /// A newer version of the program wrote some of it, or it is damaged; what is readable is
    /// shown.
    Unreadable(ReadError),
    /// The medium is write-protected, or the rights are missing.
    Medium(DiskError),
}

/// A session that was opened.
#[derive(Debug)]
pub enum Opened {
    /// It can be written.
    Writing {
        /// The meeting.
        meeting: Box<Meeting>,
        /// The one writer of its log.
        writer: Box<LogWriter<Event>>,
        /// What a write cut short had left, now kept beside the log.
        set_aside: Option<SetAside>,
    },
    /// It can only be read.
    Reading {
        /// The meeting, as far as it can be read.
        read: Box<Read>,
        /// Why.
        why: ReadOnly,
    },
}

impl Store {
    /// Reads a session; needs no lock and changes nothing.
    ///
    /// # Errors
    /// When not even its first line can be read; what stops it later is in [`Read::stop`].
    pub fn read_session(&self, name: &SessionName) -> Result<Read, StoreError> {
        let path = self.layout().session_file(name);
        let bytes = self.disk().read(&path)?;
        let (log, stop) = read_log_so_far::<Event>(&bytes);
        meeting_of(log, stop, path)
    }

    /// Opens a session for writing, or says why it can only be read.
    ///
    /// `take_over` goes on with a file that another device wrote; `at` and `by` are for the line
    /// that says so.
    ///
    /// # Errors
    /// When it cannot even be read, and when writing fails otherwise than for want of rights.
    pub fn open(
        &self,
        name: &SessionName,
        take_over: bool,
        at: Moment,
        by: &str,
    ) -> Result<Opened, StoreError> {
        let path = self.layout().session_file(name);
        let bytes = self.disk().read(&path)?;
        let (log, stop) = read_log_so_far::<Event>(&bytes);
        let device = self.device()?.as_str();
        let reading = |log, stop, why| {
            let read = Box::new(meeting_of(log, stop, path.clone())?);
            Ok(Opened::Reading { read, why })
        };
        if let Some(error) = stop.clone() {
            return reading(log, stop, ReadOnly::Unreadable(error));
        }
        let Some(writes_it) = device_of(&log).map(str::to_owned) else {
            return Err(StoreError::NotASession { path });
        };
        if writes_it != device && !take_over {
            let why = ReadOnly::OtherDevice { device: writes_it };
            return reading(log, stop, why);
        }
        // It may have grown since it was read; only then is it read again, under the lock.
        let mut seen = Some(log);
        let opened = LogWriter::open_with(Arc::clone(self.disk()), &path, |now| {
            seen.take().filter(|_| now == bytes).map_or_else(|| read_log(now), Ok)
        });
        let (mut writer, log, set_aside) = match opened {
            Ok(opened) => opened,
            Err(error) => {
                let why = match error {
                    LogError::Locked { holder, .. } => ReadOnly::Locked { holder },
                    LogError::Disk(error) if error.is_read_only() => ReadOnly::Medium(error),
                    error => return Err(error.into()),
                };
                let log = seen.unwrap_or_else(|| read_log_so_far(&bytes).0);
                return reading(log, stop, why);
            }
        };
        drop(bytes);
        let mut meeting =
            Meeting::replay(log.lines).map_err(|_| StoreError::NotASession { path })?;
        if meeting.session().setup.device != device {
            take_over_at(&mut meeting, &mut writer, device, at, by)?;
        }
        Ok(Opened::Writing { meeting: Box::new(meeting), writer: Box::new(writer), set_aside })
    }
}

/// The meeting that a log tells of.
fn meeting_of(
    mut log: ReadLog<Event>,
    stop: Option<ReadError>,
    path: PathBuf,
) -> Result<Read, StoreError> {
    if log.lines.is_empty() {
        let source = stop.unwrap_or(ReadError::Empty);
        return Err(LogError::Read { path, source }.into());
    }
    let meeting = Meeting::replay(std::mem::take(&mut log.lines))
        .map_err(|_| StoreError::NotASession { path })?;
    Ok(Read { meeting, log, stop })
}

/// The device that writes a log; taking a record over is never undone, so its lines tell.
fn device_of(log: &ReadLog<Event>) -> Option<&str> {
    let mut latest_first = log.lines.iter().rev().flat_map(|line| line.events.iter().rev());
    latest_first.find_map(|event| match event {
        Event::TakenOver { device } => Some(device.as_str()),
        Event::Created(setup) => Some(setup.device.as_str()),
        _ => None,
    })
}

fn take_over_at(
    meeting: &mut Meeting,
    writer: &mut LogWriter<Event>,
    device: &str,
    at: Moment,
    by: &str,
) -> Result<(), StoreError> {
    // The other device's clock may be ahead of ours; the record's must not run back.
    let at = meeting.latest().map_or(at, |latest| at.max(latest));
    let command = Command::TakeOver { device: device.to_owned() };
    // The device differs and the time is right, so nothing is left to refuse.
    if let Ok(line) = meeting.carry_out(&command, at, by) {
        let line = line.clone();
        writer.append(std::slice::from_ref(&line))?;
    }
    Ok(())
}
