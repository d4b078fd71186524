//! What must hold of any programme, and of any refusal to read one.

use alongside::audit::audit;
use alongside::input::Built;
use alongside::{Engine, Error, Issues, Outcome, Programme, Severity};

/// Most pairs of a programme that is run: a fuzzer learns from many small runs, not from a few long ones.
const MOST_PAIRS: usize = 400;

/// The programme, if it was read; either way what was said of it must fit.
pub(crate) fn understood(read: Result<Built, Issues>) -> Option<Programme> {
    match read {
        Ok(built) => {
            assert!(!built.warnings.has_errors(), "a programme was built in spite of errors");
            sound(&built.warnings);
            Some(built.programme)
        }
        Err(issues) => {
            assert!(issues.has_errors(), "a programme was refused without an error");
            sound(&issues);
            None
        }
    }
}

/// Every issue says what is wrong and what to do, and has the severity of its code.
pub(crate) fn sound(issues: &Issues) {
    for issue in issues {
        assert!(!issue.message.is_empty() && !issue.remedy.is_empty(), "an issue without words");
        assert!(issue.severity == issue.code.severity(), "an issue with another severity than its code");
        assert!(issue.severity != Severity::Error || issues.has_errors(), "an error that is not counted");
        let shown = issue.to_string();
        assert!(!shown.contains(char::is_control), "a control character reached a message: {shown:?}");
    }
}

/// Runs a programme that is small enough, twice, and has the outcome audited, written and read again.
pub(crate) fn matched(programme: &Programme) -> Option<Outcome> {
    let matching = programme.matching();
    if matching.mentors.len().saturating_mul(matching.mentees.len()) > MOST_PAIRS {
        return None;
    }
    let outcome = match Engine::new().run(programme) {
        Ok(outcome) => outcome,
        Err(error) => {
            assert!(matches!(error, Error::LimitExceeded(_)), "a sound programme could not be run: {error}");
            return None;
        }
    };
    let written = outcome.to_json();
    let again = Engine::new().run(programme).map(|outcome| outcome.to_json());
    assert!(again.as_ref() == Ok(&written), "two runs differ");
    assert!(Outcome::from_json(&written).as_ref() == Ok(&outcome), "the outcome does not read back as it was");
    let audit = audit(programme, &outcome);
    assert!(audit.is_clean(), "the audit found: {:?}", audit.findings);
    Some(outcome)
}
