//! Meeting rules, pure: no clock, no files, no terminal, no locale.

pub mod record;
