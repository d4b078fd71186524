//! What else an assignment may aim at: the worst off first, the profile of choices.
