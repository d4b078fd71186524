//! One type for every number of machine words that the levels may need.

use super::state::State;

/// Defines an enumeration of a type by its width.
macro_rules! by_width {
    ($name:ident, $of:ident) => {
        #[derive(Debug, Clone)]
        pub(crate) enum $name {
            One(Box<$of<1>>),
            Two(Box<$of<2>>),
            Four(Box<$of<4>>),
            All(Box<$of<15>>),
        }
    };
}

/// Does the same whatever the width; the enumeration in sight has to be called `Form`.
macro_rules! with {
    ($form:expr, $state:ident => $do:expr) => {
        match $form {
            Form::One($state) => $do,
            Form::Two($state) => $do,
            Form::Four($state) => $do,
            Form::All($state) => $do,
        }
    };
}

/// Makes one of the width that a layout needs.
macro_rules! of_width {
    ($layout:expr, $make:expr) => {
        match $layout.words() {
            ..=1 => Form::One(Box::new($make)),
            2 => Form::Two(Box::new($make)),
            3 | 4 => Form::Four(Box::new($make)),
            _ => Form::All(Box::new($make)),
        }
    };
}

by_width!(Form, State);

pub(crate) use {by_width, of_width, with};
