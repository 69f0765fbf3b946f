//! Words: language, display width, wrapping, readings of names and finding by them, dates as people
//! type them.

mod calendar;
pub mod clock;
mod date_phrases;
pub mod dates;
#[cfg(test)]
mod dates_tests;
pub mod encoding;
pub mod finder;
pub mod language;
pub mod pinyin;
#[cfg(test)]
mod pinyin_tests;
mod scan;
pub mod similar;
pub mod width;
pub mod words;
pub mod wrap;
