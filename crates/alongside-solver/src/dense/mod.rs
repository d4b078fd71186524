//! Every row may have every column: a matrix of costs.
