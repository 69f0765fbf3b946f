//! The desk: Model, update, view.
//!
//! `shell` puts it on the stage: it hands keys, ticks and news of saving to `update`, which changes
//! the [`model::Model`] and says what is to be done outside; `view` draws the model.

pub mod bell;
mod closing;
pub mod heard;
mod line;
pub mod model;
pub mod msg;
mod paste;
mod pointer;
pub(super) mod read_back;
pub mod shell;
pub mod status;
pub mod tour;
pub mod update;
pub mod view;
mod voting;
