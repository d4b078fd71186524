#![cfg_attr(fuzzing, no_main)]
//! See [`alongside_fuzz::run_then_audit`].

alongside_fuzz::target!(run_then_audit);
