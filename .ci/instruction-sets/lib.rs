//! Nothing: what is run is the test.
