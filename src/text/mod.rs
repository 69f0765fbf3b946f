//! Words: language, display width, wrapping, readings of names, dates as people type them.

pub mod words;
