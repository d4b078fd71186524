#![cfg_attr(fuzzing, no_main)]
//! See [`alongside_fuzz::programme_json`].

alongside_fuzz::target!(programme_json);
