//! Files: append-only logs, recovery, locks, and where communities and sessions live.
//!
//! `docs/format.md` describes what is on the disk. From below to above:
//!
//! | module | holds |
//! |---|---|
//! | [`disk`], [`os_disk`] | the one door to the file system, and the real one behind it |
//! | [`chain`], [`log`], [`follow`] | a line as bytes, a whole log, a log that is still growing |
//! | `kinds` | which events a meeting's and a ledger's lines are made of |
//! | [`writer`], [`save_thread`] | the one writer of a log, and the thread that keeps it off the screen's |
//! | [`handwritten`], [`settings`] | files that people write: what is wrong with them, and the user's settings |
//! | [`slug`], [`layout`], [`session_name`], [`community`], [`contacts`], [`device`] | names and places |
//! | [`library`], [`access`], [`ledgers`], [`affairs`] | communities, sessions and ledgers by name: what the rest of the program calls |
//! | [`index`] | digests of everything there is, without reading every record whole |
//! | [`search`], `crew`, [`progress`] | words in many records; work on several threads; how far it is |
//! | [`figures`] | the counters, from ledgers and digests |
//! | `own_files` | what rules, procedures and exclusions have in common: folders of files, fields of words and numbers |
//! | [`rules`] | rules of the floor, written by people |
//! | [`procedures`], [`exclusions`] | procedures, and what is not taken in as a topic, written by people |
//! | [`scheduling`] | topics on the agendas of meetings |
//! | [`templates`] | agendas to begin with, written by people |
//! | [`check`] | everything that can be wrong with the files, found without changing them |
//! | [`testing`] | disks that forget and fail on demand |

pub mod access;
pub mod affairs;
pub mod calling;
pub mod chain;
pub mod check;
pub mod community;
pub mod contacts;
mod crew;
pub mod device;
pub mod disk;
mod envelope;
pub mod exclusions;
pub mod figures;
pub mod follow;
mod hand;
pub mod handwritten;
#[cfg(test)]
mod handwritten_tests;
pub mod index;
mod kinds;
pub mod layout;
pub mod ledgers;
pub mod library;
pub mod log;
mod mistakes;
pub mod os_disk;
mod own_files;
pub mod procedures;
pub mod progress;
pub mod rules;
pub mod save_thread;
pub mod scheduling;
pub mod search;
pub mod session_name;
pub mod settings;
pub mod slug;
pub mod templates;
pub mod testing;
pub mod writer;
