//! The screens, each made of a model, an update and a view.
//!
//! [`stage`] has the terminal and the loop, and plays one [`stage::Scene`] after the other. [`prepare`]
//! prepares a meeting, [`desk`] runs it, [`review`] looks back at one, [`replay`] shows it as it was, [`room`] shows it
//! to those in the room. What they share is beside them: the line one types into ([`capture`]), the
//! keys ([`keymap`]), help and palette ([`aid`]), colours ([`theme`]), lists
//! ([`listing`]), files written on request ([`writing`]) and the way text is put into a frame (`paint`).

pub mod aid;
pub mod board;
pub mod capture;
pub mod desk;
mod early;
pub mod following;
pub mod glyphs;
pub mod goto;
pub mod home;
pub mod keeping;
mod key;
pub mod keymap;
pub mod listing;
pub mod own_keys;
mod paint;
pub mod plain;
pub mod popup;
pub mod prepare;
pub mod replay;
pub mod review;
pub mod room;
pub mod signs;
pub mod stage;
pub mod stats;
pub mod terminal;
pub mod theme;
pub mod typeface;
mod verdict;
pub mod window;
pub mod writing;
