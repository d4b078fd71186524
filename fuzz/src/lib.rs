//! Arbitrary bytes for every door of the engine: what must hold whatever is brought in.
//!
//! Each target is an ordinary function, one a file. `cargo fuzz` calls it from `fuzz_targets/`; without the fuzzer,
//! `tests/replay.rs` calls it on everything in `corpus/`, and each binary on the files named on its command line:
//!
//! ```console
//! $ cargo +nightly fuzz run run_then_audit                      # in the repository's root
//! $ cargo test --manifest-path fuzz/Cargo.toml                  # stable: the corpus again
//! $ cargo run --manifest-path fuzz/Cargo.toml --bin csv_sheet -- fuzz/artifacts/csv_sheet/crash-...
//! ```
//!
//! A target fails by panicking. Nothing else tells the fuzzer that something is wrong, so that here, unlike in the
//! engine, a law is an `assert!`.

mod canary;
mod cell_text;
mod csv_sheet;
mod laws;
mod made;
mod outcome_json;
mod programme_json;
mod programme_toml;
mod run_then_audit;
mod shim;
mod solve_then_verify;
mod workbook;

pub use cell_text::cell_text;
pub use csv_sheet::csv_sheet;
#[cfg(fuzzing)]
#[doc(hidden)]
pub use libfuzzer_sys;
pub use made::programme_from;
pub use outcome_json::outcome_json;
pub use programme_json::programme_json;
pub use programme_toml::programme_toml;
pub use run_then_audit::run_then_audit;
pub use shim::replay_arguments;
pub use solve_then_verify::{problem_from, solve_then_verify};
pub use workbook::workbook;

/// One target: what is called with the fuzzer's bytes.
pub type Target = fn(&[u8]);

/// Every target by its name, which is also that of its folder in `corpus/`.
pub const TARGETS: &[(&str, Target)] = &[
    ("cell_text", cell_text),
    ("csv_sheet", csv_sheet),
    ("outcome_json", outcome_json),
    ("programme_json", programme_json),
    ("programme_toml", programme_toml),
    ("run_then_audit", run_then_audit),
    ("solve_then_verify", solve_then_verify),
    ("workbook", workbook),
];
