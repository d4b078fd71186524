//! From whatever the engine serialises to Python: the shape is that of its JSON, with a class of `alongside.model` for
//! each struct that has one of its name.

use pyo3::exceptions::PyTypeError;
use pyo3::prelude::*;
use pyo3::sync::PyOnceLock;
use pyo3::types::{PyDict, PyList, PyNone, PyString};
use serde::Serialize;
use serde::ser::{self, Serializer};
use std::fmt;

/// Converts a result. Linear in its size.
pub(crate) fn to_python<'py>(py: Python<'py>, value: &(impl Serialize + ?Sized)) -> PyResult<Bound<'py, PyAny>> {
    value.serialize(Writer { py }).map_err(|fault| fault.0)
}

type Written<'py> = Result<Bound<'py, PyAny>, Fault>;

/// Python's error, as serde wants its own.
#[derive(Debug)]
struct Fault(PyErr);

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl std::error::Error for Fault {}

impl ser::Error for Fault {
    fn custom<T: fmt::Display>(message: T) -> Self {
        Self(PyTypeError::new_err(message.to_string()))
    }
}

impl<E: Into<PyErr>> From<E> for Fault {
    fn from(error: E) -> Self {
        Self(error.into())
    }
}

#[derive(Clone, Copy)]
struct Writer<'py> {
    py: Python<'py>,
}

macro_rules! write_as_is {
    ($($name:ident: $type:ty),+) => {
        $(fn $name(self, value: $type) -> Written<'py> {
            Ok(value.into_pyobject(self.py)?.to_owned().into_any())
        })+
    };
}

impl<'py> Serializer for Writer<'py> {
    type Ok = Bound<'py, PyAny>;
    type Error = Fault;
    type SerializeSeq = Items<'py>;
    type SerializeTuple = Items<'py>;
    type SerializeTupleStruct = Items<'py>;
    type SerializeTupleVariant = Items<'py>;
    type SerializeMap = Entries<'py>;
    type SerializeStruct = Entries<'py>;
    type SerializeStructVariant = Entries<'py>;

    write_as_is! {
        serialize_bool: bool, serialize_i8: i8, serialize_i16: i16, serialize_i32: i32, serialize_i64: i64,
        serialize_u8: u8, serialize_u16: u16, serialize_u32: u32, serialize_u64: u64, serialize_f32: f32,
        serialize_f64: f64, serialize_char: char, serialize_str: &str
    }

    fn serialize_bytes(self, value: &[u8]) -> Written<'py> {
        Ok(value.into_pyobject(self.py)?)
    }

    fn serialize_none(self) -> Written<'py> {
        Ok(PyNone::get(self.py).to_owned().into_any())
    }

    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Written<'py> {
        value.serialize(self)
    }

    fn serialize_unit(self) -> Written<'py> {
        self.serialize_none()
    }

    fn serialize_unit_struct(self, _: &'static str) -> Written<'py> {
        self.serialize_none()
    }

    fn serialize_unit_variant(self, _: &'static str, _: u32, variant: &'static str) -> Written<'py> {
        self.serialize_str(variant)
    }

    fn serialize_newtype_struct<T: Serialize + ?Sized>(self, _: &'static str, value: &T) -> Written<'py> {
        value.serialize(self)
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        value: &T,
    ) -> Written<'py> {
        under(variant, value.serialize(self)?)
    }

    fn serialize_seq(self, len: Option<usize>) -> Result<Items<'py>, Fault> {
        Ok(Items { writer: self, values: Vec::with_capacity(len.unwrap_or(0)), variant: None })
    }

    fn serialize_tuple(self, len: usize) -> Result<Items<'py>, Fault> {
        self.serialize_seq(Some(len))
    }

    fn serialize_tuple_struct(self, _: &'static str, len: usize) -> Result<Items<'py>, Fault> {
        self.serialize_seq(Some(len))
    }

    fn serialize_tuple_variant(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        len: usize,
    ) -> Result<Items<'py>, Fault> {
        Ok(Items { variant: Some(variant), ..self.serialize_seq(Some(len))? })
    }

    fn serialize_map(self, _: Option<usize>) -> Result<Entries<'py>, Fault> {
        Ok(Entries { writer: self, dict: PyDict::new(self.py), key: None, class: None, variant: None })
    }

    fn serialize_struct(self, name: &'static str, len: usize) -> Result<Entries<'py>, Fault> {
        Ok(Entries { class: Some(name), ..self.serialize_map(Some(len))? })
    }

    fn serialize_struct_variant(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        len: usize,
    ) -> Result<Entries<'py>, Fault> {
        Ok(Entries { variant: Some(variant), ..self.serialize_map(Some(len))? })
    }
}

/// What a variant holds, under its name.
fn under<'py>(variant: &str, value: Bound<'py, PyAny>) -> Written<'py> {
    let entries = PyDict::new(value.py());
    entries.set_item(variant, value)?;
    Ok(entries.into_any())
}

/// A list that is being written.
struct Items<'py> {
    writer: Writer<'py>,
    values: Vec<Bound<'py, PyAny>>,
    variant: Option<&'static str>,
}

impl<'py> Items<'py> {
    fn push(&mut self, value: &(impl Serialize + ?Sized)) -> Result<(), Fault> {
        self.values.push(value.serialize(self.writer)?);
        Ok(())
    }

    fn finish(self) -> Written<'py> {
        let list = PyList::new(self.writer.py, self.values)?.into_any();
        self.variant.map_or(Ok(list.clone()), |variant| under(variant, list))
    }
}

macro_rules! write_items {
    ($($trait:ident: $method:ident),+) => {
        $(impl<'py> ser::$trait for Items<'py> {
            type Ok = Bound<'py, PyAny>;
            type Error = Fault;
            fn $method<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Fault> {
                self.push(value)
            }
            fn end(self) -> Written<'py> {
                self.finish()
            }
        })+
    };
}

write_items! {
    SerializeSeq: serialize_element, SerializeTuple: serialize_element,
    SerializeTupleStruct: serialize_field, SerializeTupleVariant: serialize_field
}

/// A dict that is being written.
struct Entries<'py> {
    writer: Writer<'py>,
    dict: Bound<'py, PyDict>,
    key: Option<Bound<'py, PyAny>>,
    class: Option<&'static str>,
    variant: Option<&'static str>,
}

impl<'py> Entries<'py> {
    fn set(&self, key: &'static str, value: &(impl Serialize + ?Sized)) -> Result<(), Fault> {
        // There are few field names and many values: each name is made once.
        let key = PyString::intern(self.writer.py, key);
        Ok(self.dict.set_item(key, value.serialize(self.writer)?)?)
    }

    fn finish(self) -> Written<'py> {
        let class = self.class.map_or(Ok(None), |name| class(self.writer.py, name))?;
        let entries = match class {
            Some(class) => class.call1((self.dict,))?,
            None => self.dict.into_any(),
        };
        self.variant.map_or(Ok(entries.clone()), |variant| under(variant, entries))
    }
}

impl<'py> ser::SerializeMap for Entries<'py> {
    type Ok = Bound<'py, PyAny>;
    type Error = Fault;
    fn serialize_key<T: Serialize + ?Sized>(&mut self, key: &T) -> Result<(), Fault> {
        self.key = Some(key.serialize(self.writer)?);
        Ok(())
    }
    fn serialize_value<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Fault> {
        let key = self.key.take().ok_or_else(|| <Fault as ser::Error>::custom("a value without its key"))?;
        Ok(self.dict.set_item(key, value.serialize(self.writer)?)?)
    }
    fn end(self) -> Written<'py> {
        self.finish()
    }
}

macro_rules! write_entries {
    ($($trait:ident),+) => {
        $(impl<'py> ser::$trait for Entries<'py> {
            type Ok = Bound<'py, PyAny>;
            type Error = Fault;
            fn serialize_field<T: Serialize + ?Sized>(&mut self, key: &'static str, value: &T) -> Result<(), Fault> {
                self.set(key, value)
            }
            /// Absent in JSON; here every field is there, so that it can be asked for.
            fn skip_field(&mut self, key: &'static str) -> Result<(), Fault> {
                self.set(key, &())
            }
            fn end(self) -> Written<'py> {
                self.finish()
            }
        })+
    };
}

write_entries! { SerializeStruct, SerializeStructVariant }

/// The class of that name, if Python has one.
fn class<'py>(py: Python<'py>, name: &'static str) -> PyResult<Option<Bound<'py, PyAny>>> {
    static CLASSES: PyOnceLock<Py<PyDict>> = PyOnceLock::new();
    let load = || Ok::<_, PyErr>(py.import("alongside.model")?.getattr("CLASSES")?.cast_into::<PyDict>()?.unbind());
    CLASSES.get_or_try_init(py, load)?.bind(py).get_item(PyString::intern(py, name))
}
