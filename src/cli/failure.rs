//! Why a command could not do what it was asked, in words: what, where, and what to do next.

use std::io;
use std::path::PathBuf;

use crate::phrase::troubles;
use crate::store::access::ReadOnly;
use crate::store::disk::DiskError;
use crate::store::library::StoreError;
use crate::store::session_name::SessionName;
use crate::text::words::{Words, id};

/// Why a command failed.
#[derive(Debug, thiserror::Error)]
pub enum Failure {
    /// The store could not do it.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// A session can only be read.
    #[error("{name} can only be read")]
    ReadOnly {
        /// Which.
        name: SessionName,
        /// Its file.
        path: PathBuf,
        /// Why.
        why: Box<ReadOnly>,
    },
    /// A file of the user's cannot be read or written.
    #[error(transparent)]
    File(#[from] DiskError),
    /// Text of the user's is not as it should be; the words say what and where.
    #[error("{0}")]
    Told(String),
    /// There is no terminal for the desk.
    #[error("no terminal")]
    NoTerminal,
    /// The terminal could not be used.
    #[error(transparent)]
    Terminal(io::Error),
    /// Standard output could not be written.
    #[error(transparent)]
    Output(io::Error),
    /// The system knows no folder to keep anything in.
    #[error("no home")]
    NoHome,
    /// `YISHI_NOW` is no time.
    #[error("YISHI_NOW={0}")]
    BadNow(String),
    /// A file that is not to be overwritten.
    #[error("{} is a record", .0.display())]
    WouldOverwrite(PathBuf),
    /// A folder that should be empty is not.
    #[error("{} is not empty", .0.display())]
    NotEmpty(PathBuf),
}

impl Failure {
    /// What went wrong and what to do, in the user's language.
    #[must_use]
    pub fn tell(&self, words: &Words) -> String {
        match self {
            Self::Store(error) => troubles::store(words, error),
            Self::ReadOnly { name, path, why } => {
                let why = troubles::read_only(words, path, why);
                let values = [("name", name.to_string().into()), ("why", why.into())];
                words.tell(id::CLI_READ_ONLY, &values)
            }
            Self::File(error) => troubles::disk(words, error),
            Self::Told(told) => told.clone(),
            Self::NoTerminal => words.say(id::NO_TERMINAL),
            Self::Terminal(error) | Self::Output(error) => {
                words.tell(id::CLI_TERMINAL, &[("error", error.to_string().into())])
            }
            Self::NoHome => words.say(id::CLI_NO_HOME),
            Self::BadNow(given) => words.tell(id::CLI_BAD_NOW, &[("given", given.into())]),
            Self::WouldOverwrite(path) => {
                words.tell(id::CLI_WOULD_OVERWRITE, &[("path", path.display().to_string().into())])
            }
            Self::NotEmpty(path) => {
                words.tell(id::CLI_NOT_EMPTY, &[("path", path.display().to_string().into())])
            }
        }
    }
}
