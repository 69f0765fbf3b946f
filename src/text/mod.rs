//! Words: language, display width, wrapping, readings of names, dates as people type them.

pub mod clock;
pub mod pinyin;
#[cfg(test)]
mod pinyin_tests;
mod scan;
pub mod width;
pub mod words;
pub mod wrap;
