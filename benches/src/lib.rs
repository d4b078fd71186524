//! Measurements of alongside beside its peers.
