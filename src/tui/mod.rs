//! The desk: Model, update, view.

pub mod capture;
pub mod keymap;
pub mod model;
pub mod msg;
pub mod theme;
pub mod update;
pub mod view;
