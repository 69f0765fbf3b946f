//! yishi (议事) steps a facilitator through one neighbourhood consultation meeting and keeps a
//! record that cannot be lost. `docs/architecture.md` is the map of this crate.

pub mod cli;
pub mod domain;
pub mod grammar;
pub mod phrase;
pub mod report;
pub mod store;
pub mod text;
pub mod tui;
