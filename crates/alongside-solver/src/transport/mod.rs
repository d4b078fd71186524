//! One level, one part: every demand filled at the greatest total.
