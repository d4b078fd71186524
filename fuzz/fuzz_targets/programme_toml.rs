#![cfg_attr(fuzzing, no_main)]
//! See [`alongside_fuzz::programme_toml`].

alongside_fuzz::target!(programme_toml);
