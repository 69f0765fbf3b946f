//! Topics as a list in several forms, and one topic wholly.

mod codes;
mod forms;
mod history;
mod one;
mod rows;

pub use forms::{COLUMNS, Column, csv, json, markdown, table};
pub use history::history;
pub use one::one;
pub use rows::{Board, TopicRow, row_of};
