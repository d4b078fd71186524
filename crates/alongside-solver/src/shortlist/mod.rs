//! Several options for each row.
