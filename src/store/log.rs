//! Reading a log: which lines are whole, where it ends, and what is wrong with it.

use std::io::BufRead as _;
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};

use serde::Deserialize;
use serde::de::IgnoredAny;

use super::chain::{CLOSING, Chain, Event, OPENING, RawLine};
use super::envelope;
use crate::domain::record::Line;

/// From this many lines on a second thread helps with reading.
const MANY_LINES: usize = 1_000;
/// Lines a thread takes at a time.
const CHUNK: usize = 128;

/// A log as far as it is whole.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReadLog<E> {
    /// Every line that is whole, in order, counted from 0.
    pub lines: Vec<Line<E>>,
    /// The hash of the last of them.
    pub chain: Chain,
    /// Where in the file the next line, or the closing bracket, belongs.
    pub end: u64,
    /// What comes after the last whole line.
    pub tail: Tail,
}

/// What comes after the last whole line of a log.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tail {
    /// The closing bracket, as it should be.
    Whole,
    /// A write was cut short. None of it was ever reported as saved.
    Torn {
        /// How many bytes of an unfinished line are there; 0 when only the bracket is missing.
        bytes_len: u64,
    },
}

/// Why a log cannot be used, or not beyond a certain line.
///
/// Lines are counted from 1 as editors do; the first record is on line 2.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ReadError {
    /// No line was ever completed.
    #[error("the file holds no whole line")]
    Empty,
    /// This does not begin as a log does.
    #[error("not a log: {why}")]
    NotALog {
        /// What it begins with instead.
        why: NotALog,
    },
    /// Something is wrong before the last line: this was not a write cut short.
    #[error("line {line} is damaged: {reason}")]
    Damaged {
        /// Line in the file, from 1.
        line: u64,
        /// Where that line begins, in bytes.
        offset: u64,
        /// What is wrong with it.
        reason: Damage,
    },
    /// The line is whole and its hash is right, but a newer version of the program wrote it.
    #[error("line {line} was written by a newer version")]
    Newer {
        /// Line in the file, from 1.
        line: u64,
    },
}

/// What a file that is no log begins with.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum NotALog {
    /// An editor put a byte order mark there.
    #[error("it begins with a byte order mark")]
    ByteOrderMark,
    /// Something turned the line ends into those of Windows.
    #[error("its line ends were changed to CR LF")]
    CarriageReturns,
    /// Anything else.
    #[error("it does not begin with a bracket on a line of its own")]
    Other,
}

/// What is wrong with a line.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Damage {
    /// It does not have the form `(…), // <32 hex digits>`.
    #[error("it is not a record followed by its hash")]
    Form,
    /// Its hash is that of another line, or of another past.
    #[error("its hash does not fit")]
    Hash,
    /// Its number is not the next one.
    #[error("its number is {found}, expected {expected}")]
    Sequence {
        /// The number that should be there.
        expected: u64,
        /// The number that is there.
        found: u64,
    },
    /// Its hash is right but no version of the program wrote this.
    #[error("it is no record: {detail}")]
    NotRon {
        /// What the parser said, in English.
        detail: String,
    },
    /// There is something after the closing bracket.
    #[error("the log was closed before it")]
    AfterEnd,
}

/// Reads a log.
///
/// # Errors
/// See [`ReadError`]. A write cut short at the end is not an error but [`Tail::Torn`].
pub fn read_log<E: Event>(bytes: &[u8]) -> Result<ReadLog<E>, ReadError> {
    match read_log_so_far(bytes) {
        (log, None) => Ok(log),
        (_, Some(error)) => Err(error),
    }
}

/// Reads a log as far as it can be read, and says what stopped it there.
///
/// For showing a log that cannot be written to. After an error `tail` is everything not read.
#[must_use]
pub fn read_log_so_far<E: Event>(bytes: &[u8]) -> (ReadLog<E>, Option<ReadError>) {
    let form = Form::of(bytes);
    let (chains, decoded) = hash_and_decode::<E>(&form.lines);
    let mut log = ReadLog {
        lines: Vec::with_capacity(chains.len()),
        chain: Chain::start(),
        end: form.end_of(bytes, 0),
        tail: Tail::Whole,
    };
    let mut stop = None;
    for (index, (chain, line)) in chains.iter().zip(decoded).enumerate() {
        match judge(line, index) {
            Ok(line) => log.lines.push(line),
            Err(fault) => {
                stop = Some(form.error_at(bytes, index, fault));
                break;
            }
        }
        log.chain = *chain;
    }
    let whole = log.lines.len();
    log.end = form.end_of(bytes, whole);
    let rest = (bytes.len() as u64).saturating_sub(log.end);
    if stop.is_none() && whole < form.lines.len() {
        // The hash of a well-formed line is wrong: torn if it is the last one, else damage.
        stop = form.unless_last(bytes, whole, Damage::Hash);
        log.tail = Tail::Torn { bytes_len: rest };
    } else if stop.is_some() {
        log.tail = Tail::Torn { bytes_len: rest };
    } else {
        (log.tail, stop) = form.after_lines(bytes);
    }
    if whole == 0 && stop.is_none() {
        stop = Some(form.nothing_whole(bytes));
    }
    (log, stop)
}

enum Fault {
    Damage(Damage),
    Newer,
}

fn judge<E: Event>(line: Result<Line<E>, Fault>, index: usize) -> Result<Line<E>, Fault> {
    let line = line?;
    let expected = index as u64;
    if line.seq != expected {
        let found = line.seq;
        return Err(Fault::Damage(Damage::Sequence { expected, found }));
    }
    if line.events.iter().any(Event::is_from_newer_version) {
        return Err(Fault::Newer);
    }
    Ok(line)
}

/// The lines of a file that have the right form, up to the first that has not.
struct Form<'a> {
    lines: Vec<RawLine<'a>>,
    /// Where each of `lines` begins, and where what follows them begins.
    starts: Vec<usize>,
    header: Result<(), ReadError>,
}

impl<'a> Form<'a> {
    fn of(bytes: &'a [u8]) -> Self {
        let mut form = Self { lines: Vec::new(), starts: Vec::new(), header: check_header(bytes) };
        let Some(mut rest) = bytes.strip_prefix(OPENING) else {
            form.starts.push(0);
            return form;
        };
        form.starts.push(OPENING.len());
        loop {
            let mut after = rest;
            // Looks for the line break many bytes at a time, which `position` does not.
            let len = after.skip_until(b'\n').unwrap_or(0);
            let line = rest.get(..len).and_then(|line| line.strip_suffix(b"\n"));
            let Some(raw) = line.and_then(RawLine::parse) else {
                break;
            };
            form.lines.push(raw);
            form.starts.push(bytes.len() - after.len());
            rest = after;
        }
        form
    }

    fn start_of(&self, index: usize) -> usize {
        self.starts.get(index).copied().unwrap_or_default()
    }

    fn end_of(&self, bytes: &[u8], lines: usize) -> u64 {
        self.start_of(lines).min(bytes.len()) as u64
    }

    fn rest<'b>(&self, bytes: &'b [u8], index: usize) -> &'b [u8] {
        bytes.get(self.start_of(index)..).unwrap_or_default()
    }

    fn error_at(&self, bytes: &[u8], index: usize, fault: Fault) -> ReadError {
        let line = index as u64 + 2;
        match fault {
            Fault::Newer => ReadError::Newer { line },
            Fault::Damage(reason) => {
                ReadError::Damaged { line, offset: self.end_of(bytes, index), reason }
            }
        }
    }

    /// An error about the line at `index`, unless nothing but the closing bracket follows it: then
    /// it is a write cut short.
    fn unless_last(&self, bytes: &[u8], index: usize, reason: Damage) -> Option<ReadError> {
        let rest = self.rest(bytes, index);
        let after = match rest.iter().position(|&byte| byte == b'\n') {
            Some(len) => rest.get(len + 1..).unwrap_or_default(),
            None => &[],
        };
        (!CLOSING.starts_with(after)).then(|| self.error_at(bytes, index, Fault::Damage(reason)))
    }

    /// What comes after lines that are all whole.
    fn after_lines(&self, bytes: &[u8]) -> (Tail, Option<ReadError>) {
        let index = self.lines.len();
        let rest = self.rest(bytes, index);
        let bytes_len = rest.len() as u64;
        match rest.strip_prefix(CLOSING) {
            Some([]) => (Tail::Whole, None),
            Some(_) => {
                let error = ReadError::Damaged {
                    line: index as u64 + 3,
                    offset: self.end_of(bytes, index) + CLOSING.len() as u64,
                    reason: Damage::AfterEnd,
                };
                (Tail::Torn { bytes_len }, Some(error))
            }
            None if CLOSING.starts_with(rest) => (Tail::Torn { bytes_len: 0 }, None),
            None => {
                let error = self.unless_last(bytes, index, Damage::Form);
                (Tail::Torn { bytes_len }, error)
            }
        }
    }

    /// Why there is not one whole line.
    fn nothing_whole(&self, bytes: &[u8]) -> ReadError {
        if let Err(error) = &self.header {
            return error.clone();
        }
        let rest = self.rest(bytes, 0);
        if rest == CLOSING || !rest.contains(&b'\n') {
            return ReadError::Empty;
        }
        let reason = if self.lines.is_empty() { Damage::Form } else { Damage::Hash };
        self.error_at(bytes, 0, Fault::Damage(reason))
    }
}

fn check_header(bytes: &[u8]) -> Result<(), ReadError> {
    if bytes.starts_with(OPENING) {
        return Ok(());
    }
    if OPENING.starts_with(bytes) {
        return Err(ReadError::Empty);
    }
    let why = if bytes.starts_with("\u{feff}".as_bytes()) {
        NotALog::ByteOrderMark
    } else if bytes.starts_with(b"[\r\n") {
        NotALog::CarriageReturns
    } else {
        NotALog::Other
    };
    Err(ReadError::NotALog { why })
}

type Decoded<E> = Vec<Result<Line<E>, Fault>>;

/// Follows the chain as far as it holds, and decodes the lines; with many lines on two threads.
fn hash_and_decode<E: Event>(lines: &[RawLine<'_>]) -> (Vec<Chain>, Decoded<E>) {
    if lines.len() < MANY_LINES {
        let chains = follow_chain(lines);
        let good = lines.iter().take(chains.len());
        let decoded = good.map(decode::<E>).collect();
        return (chains, decoded);
    }
    let chunks: Vec<_> = lines.chunks(CHUNK).collect();
    let done: Vec<Mutex<Decoded<E>>> = chunks.iter().map(|_| Mutex::default()).collect();
    let next = AtomicUsize::new(0);
    let work = || {
        loop {
            let index = next.fetch_add(1, Ordering::Relaxed);
            let (Some(chunk), Some(slot)) = (chunks.get(index), done.get(index)) else {
                return;
            };
            let decoded = chunk.iter().map(decode::<E>).collect();
            *slot.lock().unwrap_or_else(std::sync::PoisonError::into_inner) = decoded;
        }
    };
    let chains = std::thread::scope(|scope| {
        scope.spawn(work);
        let chains = follow_chain(lines);
        work();
        chains
    });
    let slots = done.into_iter();
    let decoded = slots
        .flat_map(|slot| slot.into_inner().unwrap_or_else(std::sync::PoisonError::into_inner))
        .collect();
    (chains, decoded)
}

fn follow_chain(lines: &[RawLine<'_>]) -> Vec<Chain> {
    let mut chains = Vec::with_capacity(lines.len());
    let mut chain = Chain::start();
    for line in lines {
        let Some(next) = line.follow(&chain) else {
            break;
        };
        chains.push(next);
        chain = next;
    }
    chains
}

fn decode<E: Event>(line: &RawLine<'_>) -> Result<Line<E>, Fault> {
    decode_as(line.ron())
}

/// Decodes the RON of a line whose hash is right: what does not fit is of a newer version if it is
/// a line at all.
fn decode_as<E: Event>(ron: &[u8]) -> Result<Line<E>, Fault> {
    if let Some(line) = envelope::read(ron) {
        return Ok(line);
    }
    match ron::de::from_bytes::<Line<E>>(ron) {
        Ok(line) => Ok(line),
        Err(_) => match ron::de::from_bytes::<AnyLine>(ron) {
            Ok(_) => Err(Fault::Newer),
            Err(error) => Err(Fault::Damage(Damage::NotRon { detail: error.to_string() })),
        },
    }
}

/// A line of any version: what must stay true for ever so that a newer one is known as such.
#[derive(Debug, Deserialize)]
pub(crate) struct AnyLine {
    #[serde(rename = "seq")]
    _seq: u64,
    #[serde(rename = "at")]
    _at: String,
    #[serde(rename = "by")]
    _by: String,
    #[serde(rename = "events")]
    _events: Vec<IgnoredAny>,
}

/// Decodes one line whose hash is right, for a reader that follows a growing log.
pub(crate) fn decode_next<E: Event>(
    line: &RawLine<'_>,
    seq: u64,
    offset: u64,
) -> Result<Line<E>, ReadError> {
    let line_in_file = seq + 2;
    judge(decode(line), usize::try_from(seq).unwrap_or(usize::MAX)).map_err(|fault| match fault {
        Fault::Newer => ReadError::Newer { line: line_in_file },
        Fault::Damage(reason) => ReadError::Damaged { line: line_in_file, offset, reason },
    })
}
