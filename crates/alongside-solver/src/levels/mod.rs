//! Level after level: the best at one, among those the best at the next.
