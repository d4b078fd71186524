//! Stable assignments over two sides' preferences.
