//! What every best assignment has in common, and what changing it would cost.
