//! A meeting looked back at, as pages of rows: the minutes, the time line, the opinions, the
//! actions. Each row knows the line of the record it tells of.

pub mod actions;
pub mod by_stance;
pub mod course;
pub mod find;
pub mod markdown;
pub mod opinions;
pub mod places;
pub mod row;
pub mod time_line;
pub mod totals;
