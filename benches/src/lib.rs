//! What is measured: programmes of made-up people, sheets of them, and public instances of the assignment problem.
//!
//! Everything comes from numbers that only look random ([`dice`]), so that two machines measure the same.

pub mod cpu;
pub mod dice;
pub mod instances;
pub mod micro;
pub mod npy;
pub mod people;
pub mod population;
pub mod sheet;
