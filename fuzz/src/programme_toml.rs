//! Any text as a programme in TOML.

use crate::laws::{matched, understood};
use alongside::Programme;

/// Reads the text; what is understood is matched and audited.
pub fn programme_toml(data: &[u8]) {
    let text = String::from_utf8_lossy(data);
    if let Some(programme) = understood(Programme::from_toml(&text)) {
        matched(&programme);
    }
}
