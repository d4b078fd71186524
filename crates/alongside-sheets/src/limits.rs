//! The declared limits. What lies beyond them is refused as `limit-exceeded` before memory is taken for it.

/// Bytes of one sheet. The file is held in memory while it is read.
pub const MAX_FILE_BYTES: u64 = 256 << 20;

/// Rows of one sheet below its header; blank rows do not count.
pub const MAX_ROWS: usize = 1_000_000;

/// Columns of one sheet.
pub const MAX_COLUMNS: usize = 4_096;

/// Bytes of one cell as it stands in the file, quotes among them.
pub const MAX_CELL_BYTES: usize = 64 << 10;

/// Columns that can be joined into one field.
pub const MAX_JOINED: usize = 256;

/// Columns that the mapping of one sheet names, each counted as often as it is named, those inside a run too.
pub const MAX_USES: usize = 64 << 10;

/// Values taken from one sheet: each filled cell counts once for every field that it feeds, each item of a split list
/// once. Bounds the memory of the records to about 4 GiB, whatever the sheet holds.
pub const MAX_VALUES: usize = 32 << 20;

/// Issues of one code that are told of one sheet; one more then says how many further there are.
pub const MAX_ISSUES_PER_CODE: usize = 50;
