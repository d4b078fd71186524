#![cfg_attr(fuzzing, no_main)]
//! See [`alongside_fuzz::workbook`].

alongside_fuzz::target!(workbook);
