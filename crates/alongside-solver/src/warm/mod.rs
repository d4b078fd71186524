//! Solving again after a change.
