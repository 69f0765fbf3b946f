//! Writing a file that somebody asks for: where to, with a name offered; whether one that is there
//! may be replaced; and what became of it. Whatever screen it is asked on, it is asked and told in
//! the same way.

use std::path::{Path, PathBuf};

use crossterm::event::KeyEvent;

use super::capture::Capture;
use super::desk::model::{Notice, Tone};
use super::keymap::{Does, Keys};
use crate::phrase::troubles;
use crate::store::disk::DiskError;
use crate::text::words::{Id, Words, id};

/// Writes a file that somebody asked for: where, what, and whether a file that is there may be
/// replaced. Called on a thread of its own.
pub type Write = dyn Fn(&Path, &[u8], bool) -> Written + Send + Sync;

/// What became of a file that was to be written.
#[derive(Debug)]
pub enum Written {
    /// It is there.
    Done(PathBuf),
    /// There was one of that name; it was not touched.
    Exists,
    /// There is a file of the program's own; it is never replaced.
    IsRecord,
    /// It is a folder.
    IsFolder,
    /// It could not be written.
    Failed(DiskError),
}

/// The question where a file is to go.
#[derive(Debug, Clone, Default)]
pub struct Asking {
    /// Where to.
    pub path: Capture,
    /// There is a file already; the next Enter replaces it.
    pub warned: bool,
    /// It is being written.
    pub busy: bool,
}

/// A file that is to be written now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wanted {
    /// Where to, as typed.
    pub path: String,
    /// Whether a file that is there may be replaced.
    pub replace: bool,
}

impl Asking {
    /// The question with a name offered.
    #[must_use]
    pub fn offering(name: &str) -> Self {
        let mut asking = Self::default();
        asking.path.set(name);
        asking
    }

    /// Takes pasted text in. Another name is another file: it is asked about again.
    pub fn paste(&mut self, text: &str) {
        self.warned = false;
        self.path.insert(text);
    }
}

/// Takes a key in while it is asked where a file is to go; the file, once that is settled. Whoever
/// has it written says so with [`Asking::busy`].
pub fn on_key(
    question: &mut Option<Asking>,
    notice: &mut Option<Notice>,
    words: &Words,
    key: KeyEvent,
    meaning: Option<Does>,
) -> Option<Wanted> {
    let asking = question.as_mut()?;
    match meaning {
        Some(Does::Submit) if asking.busy => {}
        Some(Does::Submit) => {
            let path = asking.path.text().trim().to_owned();
            if !path.is_empty() {
                return Some(Wanted { path, replace: asking.warned });
            }
            let text = words.say(id::WRITING_NO_PATH);
            *notice = Some(Notice { tone: Tone::Refused, text });
        }
        Some(Does::Cancel | Does::Quit) => {
            *question = None;
            *notice = None;
        }
        _ => {
            if asking.path.key(key) {
                asking.warned = false;
                *notice = None;
            }
        }
    }
    None
}

/// Takes in what became of the file: the question is over, or stands until it is put right.
pub fn on_written(
    question: &mut Option<Asking>,
    words: &Words,
    keys: &Keys,
    written: &Written,
) -> Notice {
    if let Some(asking) = question {
        asking.busy = false;
        asking.warned = matches!(written, Written::Exists);
    }
    if matches!(written, Written::Done(_)) {
        *question = None;
    }
    let exists = || words.tell(id::WRITING_EXISTS, &[("key", keys.key_for(Does::Submit).into())]);
    told(words, written, exists)
}

/// What became of a file, in words; what is said where one of that name is there depends on whether
/// another name can be given.
pub fn told(words: &Words, written: &Written, exists: impl FnOnce() -> String) -> Notice {
    let text = match written {
        Written::Done(path) => {
            let path = path.display().to_string();
            let text = words.tell(id::WRITING_DONE, &[("path", path.into())]);
            return Notice { tone: Tone::Done, text };
        }
        Written::Exists => exists(),
        Written::IsRecord => words.say(id::WRITING_IS_RECORD),
        Written::IsFolder => words.say(id::WRITING_IS_FOLDER),
        Written::Failed(error) => troubles::disk(words, error),
    };
    Notice { tone: Tone::Refused, text }
}

/// How the question is answered.
#[must_use]
pub fn how(words: &Words, keys: &Keys) -> String {
    let [write, back] = [Does::Submit, Does::Cancel].map(|does| keys.key_for(does));
    words.tell(id::WRITING_HOW, &[("write", write.into()), ("back", back.into())])
}

/// The keys that answer it.
pub const HINTS: [(Does, Id); 3] = [
    (Does::Submit, id::WRITING_HINT_WRITE),
    (Does::Cancel, id::WRITING_HINT_BACK),
    (Does::Help, id::HINT_HELP),
];
