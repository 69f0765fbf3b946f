//! The desk: Model, update, view.
//!
//! `shell` waits for keys, ticks and news of saving and hands each to `update`, which changes the
//! [`model::Model`] and says what is to be done outside; `view` draws the model. [`room`] is a second
//! screen, built alike, for those in the room.

pub mod capture;
pub mod keymap;
pub mod model;
pub mod msg;
pub mod room;
pub mod shell;
pub mod terminal;
pub mod theme;
pub mod update;
pub mod view;
