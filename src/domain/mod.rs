//! Meeting rules, pure: no clock, no files, no terminal, no locale.
//!
//! [`meeting::Meeting`] judges a [`command::Command`] and takes in the [`record::Line`] that comes
//! of it; [`session::Session`] is the state those lines add up to.

pub mod action;
pub mod affairs;
pub mod agreement;
pub mod command;
mod decide;
pub mod digest;
pub mod earlier;
pub mod event;
mod evolve;
pub mod exclusion;
pub mod expected;
pub mod figures;
pub mod heard;
pub mod ids;
pub mod item;
pub mod ledger;
pub mod linking;
pub mod meeting;
pub mod nearness;
pub mod notice;
pub mod opinion;
pub mod people;
pub mod plan;
pub mod point;
pub mod procedure;
pub mod queue;
pub mod read_back;
pub mod record;
pub mod refusal;
pub mod rehearsal;
pub mod replan;
pub mod rules;
pub mod session;
pub mod station;
pub mod stopwatch;
pub mod survey;
pub mod topic;
pub mod topic_row;
mod written;

pub use decide::{MOST_CHARS, MOST_ITEMS, MOST_MINUTES, hindrances, open_matters, planned_item};
