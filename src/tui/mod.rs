//! The desk: Model, update, view.
//!
//! `shell` waits for keys, ticks and news of saving and hands each to `update`, which changes the
//! [`model::Model`] and says what is to be done outside; `view` draws the model.

pub mod capture;
pub mod keymap;
pub mod model;
pub mod msg;
pub mod shell;
pub mod terminal;
pub mod theme;
pub mod update;
pub mod view;
