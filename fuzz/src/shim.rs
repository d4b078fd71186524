//! The same target with the fuzzer and without.

use crate::Target;
use std::process::ExitCode;

/// The `main` of a target's binary: the fuzzer's under `cargo fuzz`, otherwise one that replays the named files.
#[macro_export]
macro_rules! target {
    ($name:ident) => {
        #[cfg(fuzzing)]
        $crate::libfuzzer_sys::fuzz_target!(|data: &[u8]| $crate::$name(data));

        #[cfg(not(fuzzing))]
        fn main() -> ::std::process::ExitCode {
            $crate::replay_arguments($crate::$name)
        }
    };
}

/// Calls the target on each file named on the command line.
pub fn replay_arguments(target: Target) -> ExitCode {
    let files: Vec<_> = std::env::args_os().skip(1).collect();
    if files.is_empty() {
        eprintln!("name the files to replay; to fuzz, run `cargo +nightly fuzz run TARGET`");
        return ExitCode::from(2);
    }
    for file in files {
        match std::fs::read(&file) {
            Ok(data) => target(&data),
            Err(error) => {
                eprintln!("{}: {error}", file.display());
                return ExitCode::FAILURE;
            }
        }
    }
    ExitCode::SUCCESS
}
