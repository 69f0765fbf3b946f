//! The action list (任务清单): every promise with where it stands now.

mod forms;
mod rows;

pub use forms::{csv, json, markdown, state, table, table_of, tally_line};
pub use rows::{ActionRow, Status, Tally, rows_of, select, sort};
