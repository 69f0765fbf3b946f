//! Documents made from domain state: the time line, the minutes, the action list.
//!
//! Pure functions. Whatever recorded text they take in comes out safe for a terminal
//! ([`crate::text::width::clean`]) and, in Markdown, as text and nothing else ([`markup`]).

pub mod actions;
pub mod call_sheet;
pub mod codes;
pub mod found;
mod json;
pub mod markup;
pub mod minutes;
pub mod minutes_json;
pub mod notice;
mod people;
pub mod review;
pub mod sign_in_sheet;
mod spreadsheet;
pub mod stats;
pub mod table;
pub mod timeline;
pub mod topics;
