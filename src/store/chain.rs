//! One line of a log as bytes, and the chain of hashes that ties it to all lines before it.
//!
//! ```text
//! (seq:1,at:"2026-11-23T19:00:05+08:00",by:"李敏",events:[Opened]), // 9ae1… (32 hex digits)
//! ```

use std::fmt;

use serde::Serialize;
use serde::de::DeserializeOwned;
use sha2::{Digest, Sha256};

use crate::domain::record::Line;

/// What every log starts with.
pub const OPENING: &[u8] = b"[\n";
/// What every log ends with.
pub const CLOSING: &[u8] = b"]\n";
/// Between a line's RON and its hash.
const MARK: &[u8] = b" // ";
/// Length of a hash as text.
pub(crate) const HASH_LEN: usize = 32;

/// Something a log can be made of.
pub trait Event: Serialize + DeserializeOwned + Send + Sync + 'static {
    /// Whether this event says that a newer version of the program wrote the log: typically a
    /// format number that is too high. The log is then not to be written to.
    fn is_from_newer_version(&self) -> bool {
        false
    }
}

/// The hash of the last line of a log, and so of everything in it.
///
/// It is used as the 32 hex digits that stand in the file, so that `sha256sum` can follow it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Chain {
    hex: Option<[u8; HASH_LEN]>,
}

impl Chain {
    /// The chain of a log without lines.
    #[must_use]
    pub fn start() -> Self {
        Self::default()
    }

    /// The digits as bytes; none before the first line.
    #[must_use]
    pub fn as_bytes(&self) -> &[u8] {
        self.hex.as_ref().map_or(&[], |hex| hex.as_slice())
    }

    /// The chain after a line whose RON, with its final comma, is `body`: the first 128 bits of
    /// SHA-256 over the previous digits and `body`, in lower-case hex.
    #[must_use]
    pub fn after(&self, body: &[u8]) -> Self {
        const DIGITS: &[u8; 16] = b"0123456789abcdef";
        let hash = Sha256::new().chain_update(self.as_bytes()).chain_update(body).finalize();
        let mut hex = [0; HASH_LEN];
        for (pair, byte) in hex.chunks_exact_mut(2).zip(hash.iter()) {
            pair[0] = DIGITS[usize::from(byte >> 4)];
            pair[1] = DIGITS[usize::from(byte & 0xf)];
        }
        Self { hex: Some(hex) }
    }
}

impl fmt::Display for Chain {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.as_bytes().iter().try_for_each(|&digit| fmt::Write::write_char(f, char::from(digit)))
    }
}

/// A line that could not be put into words.
#[derive(Debug, thiserror::Error)]
pub enum EncodeError {
    /// RON cannot say this value.
    #[error("line {seq} cannot be written as RON: {source}")]
    Ron {
        /// The line's number in the log.
        seq: u64,
        /// What RON objected to.
        source: ron::Error,
    },
    /// The RON has a raw line break in it, which would make two lines of one.
    #[error("line {seq} has a raw line break in its RON")]
    LineBreak {
        /// The line's number in the log.
        seq: u64,
    },
}

/// Appends `line` to `out` as it stands in the file, and returns the chain after it.
///
/// # Errors
/// `out` may have part of the line in it after an error.
pub fn encode_line<E: Serialize>(
    out: &mut Vec<u8>,
    chain: &Chain,
    line: &Line<E>,
) -> Result<Chain, EncodeError> {
    let seq = line.seq;
    let mut body = ron::ser::to_string(line).map_err(|source| EncodeError::Ron { seq, source })?;
    if body.contains('\n') {
        return Err(EncodeError::LineBreak { seq });
    }
    body.push(',');
    let next = chain.after(body.as_bytes());
    out.extend_from_slice(body.as_bytes());
    out.extend_from_slice(MARK);
    out.extend_from_slice(next.as_bytes());
    out.push(b'\n');
    Ok(next)
}

/// A whole log with these lines.
pub fn encode_log<E: Serialize>(lines: &[Line<E>]) -> Result<(Vec<u8>, Chain), EncodeError> {
    let mut bytes = OPENING.to_vec();
    let mut chain = Chain::start();
    for line in lines {
        chain = encode_line(&mut bytes, &chain, line)?;
    }
    bytes.extend_from_slice(CLOSING);
    Ok((bytes, chain))
}

/// A line taken apart, not yet believed.
#[derive(Debug, Clone, Copy)]
pub(crate) struct RawLine<'a> {
    /// The RON and its final comma: what the hash covers.
    pub(crate) body: &'a [u8],
    /// The digits that stand behind it.
    pub(crate) hash: &'a [u8],
}

impl<'a> RawLine<'a> {
    /// Takes a line (without its line break) apart; `None` when it is not `…, // <32 digits>`.
    pub(crate) fn parse(line: &'a [u8]) -> Option<Self> {
        let (front, hash) = line.split_at_checked(line.len().checked_sub(HASH_LEN)?)?;
        let body = front.strip_suffix(MARK)?;
        let fits = body.starts_with(b"(") && body.ends_with(b"),");
        fits.then_some(Self { body, hash })
    }

    /// The chain after this line, or `None` when its hash says something else was written here.
    pub(crate) fn follow(&self, chain: &Chain) -> Option<Chain> {
        let next = chain.after(self.body);
        (next.as_bytes() == self.hash).then_some(next)
    }

    /// The RON without its final comma.
    pub(crate) fn ron(&self) -> &'a [u8] {
        self.body.strip_suffix(b",").unwrap_or(self.body)
    }
}
