//! Indented JSON in which a list of numbers takes one line.

use serde_json::ser::{Formatter, PrettyFormatter};
use std::io::{self, Write};

/// As `serde_json` indents, but for numbers in a list: they stand beside each other.
#[derive(Debug, Default)]
pub(super) struct Layout {
    pretty: PrettyFormatter<'static>,
    /// An item of a list was begun, as its first or a later one, and nothing of it is written yet.
    begun: Option<bool>,
    /// The last item written was a number in a list.
    beside: bool,
}

impl Layout {
    /// Puts the item begun on a line of its own.
    fn break_line<W: ?Sized + Write>(&mut self, writer: &mut W) -> io::Result<()> {
        match self.begun.take() {
            Some(first) => self.pretty.begin_array_value(writer, first),
            None => Ok(()),
        }
    }

    /// Writes a number, beside the one before it.
    fn number<W: ?Sized + Write>(&mut self, writer: &mut W, digits: impl std::fmt::Display) -> io::Result<()> {
        self.beside = self.begun.is_some();
        if self.begun.take() == Some(false) {
            writer.write_all(b", ")?;
        }
        write!(writer, "{digits}")
    }
}

macro_rules! numbers {
    ($($name:ident: $kind:ty,)+) => {
        $(fn $name<W: ?Sized + Write>(&mut self, writer: &mut W, value: $kind) -> io::Result<()> {
            self.number(writer, value)
        })+
    };
}

impl Formatter for Layout {
    numbers! {
        write_i8: i8, write_i16: i16, write_i32: i32, write_i64: i64,
        write_u8: u8, write_u16: u16, write_u32: u32, write_u64: u64,
    }

    fn write_null<W: ?Sized + Write>(&mut self, writer: &mut W) -> io::Result<()> {
        self.break_line(writer)?;
        self.pretty.write_null(writer)
    }

    fn write_bool<W: ?Sized + Write>(&mut self, writer: &mut W, value: bool) -> io::Result<()> {
        self.break_line(writer)?;
        self.pretty.write_bool(writer, value)
    }

    fn begin_string<W: ?Sized + Write>(&mut self, writer: &mut W) -> io::Result<()> {
        self.break_line(writer)?;
        self.pretty.begin_string(writer)
    }

    fn begin_array<W: ?Sized + Write>(&mut self, writer: &mut W) -> io::Result<()> {
        self.break_line(writer)?;
        self.beside = false;
        self.pretty.begin_array(writer)
    }

    fn end_array<W: ?Sized + Write>(&mut self, writer: &mut W) -> io::Result<()> {
        if std::mem::take(&mut self.beside) {
            // The list ends in the line of its numbers: only the indentation goes back.
            let mut dropped = Vec::new();
            self.pretty.end_array(&mut dropped)?;
            return writer.write_all(b"]");
        }
        self.pretty.end_array(writer)
    }

    fn begin_array_value<W: ?Sized + Write>(&mut self, _: &mut W, first: bool) -> io::Result<()> {
        self.begun = Some(first);
        Ok(())
    }

    fn end_array_value<W: ?Sized + Write>(&mut self, writer: &mut W) -> io::Result<()> {
        self.pretty.end_array_value(writer)
    }

    fn begin_object<W: ?Sized + Write>(&mut self, writer: &mut W) -> io::Result<()> {
        self.break_line(writer)?;
        self.pretty.begin_object(writer)
    }

    fn end_object<W: ?Sized + Write>(&mut self, writer: &mut W) -> io::Result<()> {
        self.beside = false;
        self.pretty.end_object(writer)
    }

    fn begin_object_key<W: ?Sized + Write>(&mut self, writer: &mut W, first: bool) -> io::Result<()> {
        self.pretty.begin_object_key(writer, first)
    }

    fn begin_object_value<W: ?Sized + Write>(&mut self, writer: &mut W) -> io::Result<()> {
        self.pretty.begin_object_value(writer)
    }

    fn end_object_value<W: ?Sized + Write>(&mut self, writer: &mut W) -> io::Result<()> {
        self.pretty.end_object_value(writer)
    }
}

#[cfg(test)]
mod tests {
    use super::Layout;
    use serde::Serialize;
    use serde_json::{Serializer, Value, json};

    fn text(value: &Value) -> String {
        let mut bytes = Vec::new();
        value.serialize(&mut Serializer::with_formatter(&mut bytes, Layout::default())).unwrap();
        String::from_utf8(bytes).unwrap()
    }

    #[test]
    fn numbers_stand_beside_each_other_and_all_else_below() {
        let value =
            json!({ "a": [1, -2, 3], "b": [[], [4], ["x", "y"], { "c": [5, 6], "d": 7 }], "e": {}, "f": [null] });
        let lines = [
            "{",
            "  \"a\": [1, -2, 3],",
            "  \"b\": [",
            "    [],",
            "    [4],",
            "    [",
            "      \"x\",",
            "      \"y\"",
            "    ],",
            "    {",
            "      \"c\": [5, 6],",
            "      \"d\": 7",
            "    }",
            "  ],",
            "  \"e\": {},",
            "  \"f\": [",
            "    null",
            "  ]",
            "}",
        ];
        assert_eq!(text(&value), lines.join("\n"));
    }

    #[test]
    fn what_has_no_list_of_numbers_is_as_it_was() {
        let value = json!({ "a": [{ "b": 1 }, { "c": [true, "x", { "d": [] }] }], "e": 2 });
        assert_eq!(text(&value), serde_json::to_string_pretty(&value).unwrap());
    }
}
