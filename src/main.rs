//! The `yishi` program.

fn main() {}
