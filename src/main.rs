//! The `yishi` program.

use std::process::ExitCode;

fn main() -> ExitCode {
    yishi::cli::main()
}
