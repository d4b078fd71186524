//! Whether an assignment is one, and its certificate proves it.
