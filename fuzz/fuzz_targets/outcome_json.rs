#![cfg_attr(fuzzing, no_main)]
//! See [`alongside_fuzz::outcome_json`].

alongside_fuzz::target!(outcome_json);
