//! A meeting looked back at, as pages of rows: the minutes, the time line, the opinions, the
//! actions. Each row knows the line of the record it tells of.

pub mod places;
pub mod row;
