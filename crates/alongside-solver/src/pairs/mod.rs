//! Best over all pairs without storing them.
