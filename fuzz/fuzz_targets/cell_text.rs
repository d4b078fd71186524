#![cfg_attr(fuzzing, no_main)]
//! See [`alongside_fuzz::cell_text`].

alongside_fuzz::target!(cell_text);
