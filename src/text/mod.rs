//! Words: language, display width, wrapping, readings of names, dates as people type them.

pub mod pinyin;
#[cfg(test)]
mod pinyin_tests;
pub mod width;
pub mod words;
pub mod wrap;
