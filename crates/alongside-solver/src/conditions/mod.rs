//! Conditions that are not a flow: branch and bound over it.
