//! Results as JSON: indented, what is said of one thing in one line.

use serde::Serialize;
use serde_json::Serializer;
use serde_json::ser::{CompactFormatter, Formatter};
use std::io::{self, Write};

/// How many objects and lists around a value are put on lines of their own: the document, its lists, a record of such
/// a list, and a list in that record.
const OPEN: u32 = 4;

/// Writes the value and a line break, piece by piece, many small ones.
///
/// # Errors
/// Those of the writer.
pub(crate) fn write(value: &impl Serialize, mut writer: impl Write) -> io::Result<()> {
    value.serialize(&mut Serializer::with_formatter(&mut writer, Layout::default()))?;
    writer.write_all(b"\n")
}

/// The same as text.
pub(crate) fn text(value: &impl Serialize) -> String {
    // Every key is text and every value a number, text, flag or list: writing to memory cannot fail.
    let mut bytes = Vec::new();
    let written = write(value, &mut bytes);
    written.ok().and_then(|()| String::from_utf8(bytes).ok()).unwrap_or_default()
}

/// A record has a line for each of its fields, and a list in it a line for each item; all within an item stands in its
/// line. So does a list of plain values, wherever it is.
#[derive(Debug, Default)]
struct Layout {
    /// How many objects and lists the next value is in.
    depth: u32,
    /// At which depth all was put into one line; 0 while nothing is.
    flat: u32,
    /// An item of a list was begun, as its first or a later one, and nothing of it is written yet.
    begun: Option<bool>,
    /// By depth, one bit each: whether the object or list has lines.
    lines: u64,
}

impl Layout {
    const fn bit(&self) -> u64 {
        1 << (self.depth % u64::BITS)
    }

    /// Ends the line and indents the next one.
    fn line<W: ?Sized + Write>(&mut self, writer: &mut W, comma: bool) -> io::Result<()> {
        self.lines |= self.bit();
        let before: &[u8] = if comma { b",\n        " } else { b"\n        " };
        // Nothing is deeper than that, as all within an item stands in its line.
        writer.write_all(before.get(..usize::from(comma) + 1 + 2 * self.depth as usize).unwrap_or(before))
    }

    /// Puts what comes before an item of a list.
    fn item<W: ?Sized + Write>(&mut self, writer: &mut W, container: bool) -> io::Result<()> {
        let Some(first) = self.begun.take() else { return Ok(()) };
        if self.flat == 0 && (container || self.lines & self.bit() != 0) {
            self.line(writer, !first)
        } else if first {
            Ok(())
        } else {
            writer.write_all(b", ")
        }
    }

    fn begin<W: ?Sized + Write>(&mut self, writer: &mut W, bracket: u8, open: u32) -> io::Result<()> {
        self.item(writer, true)?;
        self.depth += 1;
        if self.flat == 0 && self.depth > open {
            self.flat = self.depth;
        }
        self.lines &= !self.bit();
        writer.write_all(&[bracket])
    }

    fn end<W: ?Sized + Write>(&mut self, writer: &mut W, bracket: u8) -> io::Result<()> {
        self.begun = None;
        let lines = self.lines & self.bit() != 0;
        if self.flat == self.depth {
            self.flat = 0;
        }
        self.depth -= 1;
        if lines {
            let already = self.lines;
            self.line(writer, false)?;
            self.lines = already;
        }
        writer.write_all(&[bracket])
    }
}

macro_rules! plain {
    ($($name:ident: $kind:ty,)+) => {
        $(fn $name<W: ?Sized + Write>(&mut self, writer: &mut W, value: $kind) -> io::Result<()> {
            self.item(writer, false)?;
            CompactFormatter.$name(writer, value)
        })+
    };
}

impl Formatter for Layout {
    plain! {
        write_bool: bool,
        write_i8: i8, write_i16: i16, write_i32: i32, write_i64: i64, write_i128: i128,
        write_u8: u8, write_u16: u16, write_u32: u32, write_u64: u64, write_u128: u128,
        write_f32: f32, write_f64: f64,
    }

    fn write_null<W: ?Sized + Write>(&mut self, writer: &mut W) -> io::Result<()> {
        self.item(writer, false)?;
        CompactFormatter.write_null(writer)
    }

    fn begin_string<W: ?Sized + Write>(&mut self, writer: &mut W) -> io::Result<()> {
        self.item(writer, false)?;
        CompactFormatter.begin_string(writer)
    }

    fn begin_array<W: ?Sized + Write>(&mut self, writer: &mut W) -> io::Result<()> {
        self.begin(writer, b'[', OPEN)
    }

    fn end_array<W: ?Sized + Write>(&mut self, writer: &mut W) -> io::Result<()> {
        self.end(writer, b']')
    }

    fn begin_array_value<W: ?Sized + Write>(&mut self, _: &mut W, first: bool) -> io::Result<()> {
        self.begun = Some(first);
        Ok(())
    }

    fn begin_object<W: ?Sized + Write>(&mut self, writer: &mut W) -> io::Result<()> {
        self.begin(writer, b'{', OPEN - 1)
    }

    fn end_object<W: ?Sized + Write>(&mut self, writer: &mut W) -> io::Result<()> {
        self.end(writer, b'}')
    }

    fn begin_object_key<W: ?Sized + Write>(&mut self, writer: &mut W, first: bool) -> io::Result<()> {
        if self.flat == 0 {
            self.line(writer, !first)
        } else if first {
            Ok(())
        } else {
            writer.write_all(b", ")
        }
    }

    fn begin_object_value<W: ?Sized + Write>(&mut self, writer: &mut W) -> io::Result<()> {
        writer.write_all(b": ")
    }
}

#[cfg(test)]
mod tests {
    use super::text;
    use serde_json::{Value, json};

    #[test]
    fn plain_values_stand_beside_each_other_and_all_else_below() {
        let value = json!({ "a": [1, -2, 3], "b": [[], [4], ["x", true, null], 5, { "c": [5, 6] }], "e": {}, "f": [] });
        let lines = [
            "{",
            "  \"a\": [1, -2, 3],",
            "  \"b\": [",
            "    [],",
            "    [4],",
            "    [\"x\", true, null],",
            "    5,",
            "    {",
            "      \"c\": [5, 6]",
            "    }",
            "  ],",
            "  \"e\": {},",
            "  \"f\": []",
            "}",
        ];
        assert_eq!(text(&value), lines.join("\n") + "\n");
    }

    #[test]
    fn what_is_within_an_item_of_a_record_stands_in_its_line() {
        let items = json!([{ "d": [{ "e": {} }, []], "f": "g" }, "h", [1, [2]]]);
        let value = json!({ "records": [{ "b": { "c": 1, "i": null }, "items": items, "none": [] }] });
        let lines = [
            "{",
            "  \"records\": [",
            "    {",
            "      \"b\": {\"c\": 1, \"i\": null},",
            "      \"items\": [",
            "        {\"d\": [{\"e\": {}}, []], \"f\": \"g\"},",
            "        \"h\",",
            "        [1, [2]]",
            "      ],",
            "      \"none\": []",
            "    }",
            "  ]",
            "}",
        ];
        assert_eq!(text(&value), lines.join("\n") + "\n");
    }

    #[test]
    fn whatever_the_layout_the_value_stays() {
        let deep =
            json!({ "a": [[[[[{ "b": [1, { "c": [[], {}, [{ "d": "e\n" }]] }] }]]]]], "f": -1.5, "g": [0.25, 3] });
        assert_eq!(serde_json::from_str::<Value>(&text(&deep)).unwrap(), deep);
        assert_eq!(text(&json!(7)), "7\n");
        assert_eq!(text(&json!([])), "[]\n");
    }
}
