//! Most places filled, tier by tier, and why no more.
