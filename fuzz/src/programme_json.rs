//! Any text as a programme in JSON.

use crate::laws::{matched, understood};
use alongside::Programme;

/// Reads the text; what is understood is matched and audited.
pub fn programme_json(data: &[u8]) {
    let text = String::from_utf8_lossy(data);
    if let Some(programme) = understood(Programme::from_json(&text)) {
        matched(&programme);
    }
}
