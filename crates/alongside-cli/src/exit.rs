//! What the command's exit code says.

use std::process::{ExitCode, Termination};

/// How a command ended; scripts read the code.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Exit {
    /// Done; people may still be waiting.
    Done,
    /// Input could not be opened, output could not be written, or an internal error.
    Failed,
    /// The command line asks for something that is not there.
    Usage,
    /// The programme, a sheet or an outcome is wrong; the problems were printed.
    InvalidInput,
    /// The audit found a violation.
    FindingsFound,
    /// Stopped at a declared limit; the best matching found was written.
    LimitReached,
    /// Interrupted; nothing half written.
    Interrupted,
}

impl Exit {
    /// Every exit, in the order of its code.
    const ALL: [Self; 7] = [
        Self::Done,
        Self::Failed,
        Self::Usage,
        Self::InvalidInput,
        Self::FindingsFound,
        Self::LimitReached,
        Self::Interrupted,
    ];

    /// The code given to the shell.
    pub(crate) const fn code(self) -> u8 {
        match self {
            Self::Done => 0,
            Self::Failed => 1,
            Self::Usage => 2,
            Self::InvalidInput => 3,
            Self::FindingsFound => 4,
            Self::LimitReached => 5,
            Self::Interrupted => 130,
        }
    }

    const fn meaning(self) -> &'static str {
        match self {
            Self::Done => "done; people may still be waiting",
            Self::Failed => "could not run: a file could not be read or written, or an internal error",
            Self::Usage => "the command line asks for something that is not there",
            Self::InvalidInput => "the input is wrong: every problem is printed, as data with --format json",
            Self::FindingsFound => "the audit found something wrong in the outcome",
            Self::LimitReached => "stopped at a declared limit; the best matching found is written, with its bound",
            Self::Interrupted => "interrupted; nothing is half written",
        }
    }

    /// The table of all codes.
    pub(crate) fn reference() -> String {
        Self::ALL.iter().fold("Exit codes:\n".to_owned(), |text, exit| {
            let (code, meaning) = (exit.code(), exit.meaning());
            text + &format!("  {code:>3}  {meaning}\n")
        })
    }
}

impl Termination for Exit {
    fn report(self) -> ExitCode {
        ExitCode::from(self.code())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_those_of_the_contract() {
        let codes: Vec<u8> = Exit::ALL.iter().map(|exit| exit.code()).collect();
        assert_eq!(codes, [0, 1, 2, 3, 4, 5, 130]);
        assert_eq!(Exit::reference().lines().count(), 8);
    }
}
