//! A word that stands in what people answered and must not stand in any message.

use alongside::Issues;

/// In nobody's vocabulary: neither the programmes of the targets nor the engine's words hold it.
pub(crate) const CANARY: &str = "zqxjkv";

/// No message tells what somebody answered.
pub(crate) fn silent(issues: &Issues) {
    for issue in issues {
        let told = issue.to_string();
        assert!(!told.contains(CANARY), "a message tells what somebody answered: {}", issue.code);
    }
}
