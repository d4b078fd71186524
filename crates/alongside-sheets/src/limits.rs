//! The declared limits. What lies beyond them is refused as `limit-exceeded` before memory is taken for it.

/// Bytes of one sheet. The file is held in memory while it is read.
pub const MAX_FILE_BYTES: u64 = 256 << 20;

/// Bytes of one workbook with all its parts expanded, and of the text that one worksheet comes to.
pub const MAX_EXPANDED_BYTES: u64 = 256 << 20;

/// How many times larger than its file a workbook may be with all its parts expanded. It holds for workbooks that expand
/// to more than [`FREE_EXPANSION_BYTES`]: a small one of a few words repeated is no attack.
pub const MAX_EXPANSION: u64 = 100;

/// Expanded size up to which [`MAX_EXPANSION`] does not matter.
pub const FREE_EXPANSION_BYTES: u64 = 16 << 20;

/// Parts in the package of one workbook.
pub const MAX_PARTS: usize = 10_000;

/// Different texts in the cells of one workbook.
pub const MAX_SHARED_TEXTS: usize = 8 << 20;

/// Merged ranges of one worksheet, and cells of it that hold errors.
pub const MAX_MARKED: usize = 100_000;

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
