//! Sheets that are handed over in memory.

use super::type_name;
use alongside_sheets::limits::MAX_FILE_BYTES;
use pyo3::exceptions::PyTypeError;
use pyo3::prelude::*;
use pyo3::types::{PyByteArray, PyBytes, PyMapping, PyString};
use std::collections::BTreeMap;

/// Copies the sheets, by name, so that nobody changes them meanwhile. Linear in their bytes.
pub(crate) fn sheets_in_memory(sheets: &Bound<'_, PyAny>) -> PyResult<BTreeMap<String, Vec<u8>>> {
    let Ok(mapping) = sheets.cast::<PyMapping>() else {
        let message = format!("sheets: give a mapping of file names to bytes, not {}", type_name(sheets));
        return Err(PyTypeError::new_err(message));
    };
    let mut held = BTreeMap::new();
    for item in mapping.items()? {
        let (name, content): (Bound<'_, PyAny>, Bound<'_, PyAny>) = item.extract()?;
        if !name.is_instance_of::<PyString>() {
            let message = format!("sheets: a file name is {}, not text", type_name(&name));
            return Err(PyTypeError::new_err(message));
        }
        let name: String = name.extract()?;
        let bytes = if let Ok(bytes) = content.cast::<PyBytes>() {
            within_limit(bytes.as_bytes()).to_vec()
        } else if let Ok(bytes) = content.cast::<PyByteArray>() {
            bytes.to_vec()
        } else {
            let message = format!("sheets[{name:?}]: give the file's bytes, not {}", type_name(&content));
            return Err(PyTypeError::new_err(message));
        };
        held.insert(name, bytes);
    }
    Ok(held)
}

/// Of a sheet that is too large, one byte more than is allowed: enough for the reader to refuse it.
fn within_limit(bytes: &[u8]) -> &[u8] {
    let enough = usize::try_from(MAX_FILE_BYTES.saturating_add(1)).unwrap_or(usize::MAX);
    bytes.get(..enough).unwrap_or(bytes)
}
