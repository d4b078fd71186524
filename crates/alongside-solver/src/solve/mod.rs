//! The way in: which path a problem takes.
