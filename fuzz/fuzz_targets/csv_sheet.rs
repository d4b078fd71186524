#![cfg_attr(fuzzing, no_main)]
//! See [`alongside_fuzz::csv_sheet`].

alongside_fuzz::target!(csv_sheet);
