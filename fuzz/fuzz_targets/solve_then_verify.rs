#![cfg_attr(fuzzing, no_main)]
//! See [`alongside_fuzz::solve_then_verify`].

alongside_fuzz::target!(solve_then_verify);
