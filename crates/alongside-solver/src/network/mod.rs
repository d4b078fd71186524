//! Any problem at all, by shortest paths over tuples.
