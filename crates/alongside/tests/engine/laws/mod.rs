//! What holds of every programme, one law a file.

mod ask;
mod audited;
mod blanks;
mod blocking;
mod consent;
mod corruption;
mod disclosed;
mod excluded;
mod found;
mod kernels;
mod known;
mod limits;
mod monitoring;
mod one_more;
mod order;
mod panics;
mod places;
mod privacy;
mod reasons;
mod safety;
mod seed;
mod shortlists;
mod stable;
mod text;
mod watched;
mod words;
