//! Standard output for data, standard error for talk.

use crate::args::Talk;
use crate::render::style;
use crate::stop::Stop;
use anstream::{AutoStream, ColorChoice};
use std::io::{self, IsTerminal, Write};

/// Columns where there is no terminal to ask.
const WIDTH: usize = 100;

/// Where a command's words go.
#[derive(Debug)]
pub(crate) struct Console {
    color: ColorChoice,
    quiet: bool,
}

impl Console {
    /// As the command line asks.
    pub(crate) const fn new(talk: &Talk) -> Self {
        let color = match talk.color {
            clap::ColorChoice::Auto => ColorChoice::Auto,
            clap::ColorChoice::Always => ColorChoice::Always,
            clap::ColorChoice::Never => ColorChoice::Never,
        };
        Self { color, quiet: talk.quiet }
    }

    /// For words said before the command line is read.
    pub(crate) const fn plain() -> Self {
        Self { color: ColorChoice::Auto, quiet: false }
    }

    /// Columns of the terminal, within reason.
    #[expect(clippy::unused_self, reason = "asked of the console, wherever it finds the answer")]
    pub(crate) fn width(&self) -> usize {
        match terminal_size::terminal_size_of(io::stdout()) {
            Some((terminal_size::Width(columns), _)) => usize::from(columns).clamp(80, 160),
            None => WIDTH,
        }
    }

    /// Whether somebody is looking at standard error.
    #[expect(clippy::unused_self, reason = "asked of the console, wherever it finds the answer")]
    pub(crate) fn is_watched(&self) -> bool {
        io::stderr().is_terminal()
    }

    /// Whether somebody is looking at standard output.
    #[expect(clippy::unused_self, reason = "asked of the console, wherever it finds the answer")]
    pub(crate) fn shows_output(&self) -> bool {
        io::stdout().is_terminal()
    }

    /// Writes data for people, with its colours where they are wanted. A closed pipe is not an error.
    pub(crate) fn print(&self, text: &str) -> Result<(), Stop> {
        settle(write(&mut AutoStream::new(io::stdout().lock(), self.color), text.as_bytes()))
    }

    /// Writes data for programs, byte for byte. A closed pipe is not an error.
    #[expect(clippy::unused_self, reason = "data goes out through the console like everything else")]
    pub(crate) fn print_bytes(&self, bytes: &[u8]) -> Result<(), Stop> {
        settle(write(&mut io::stdout().lock(), bytes))
    }

    /// Says something by the way.
    pub(crate) fn note(&self, text: &str) {
        if !self.quiet {
            self.say(text);
        }
    }

    /// Says why the command ends.
    pub(crate) fn error(&self, text: &str) {
        self.say(&format!("{} {text}", style::paint(style::ERROR, "error:")));
    }

    /// Says something that no wish for quiet silences.
    pub(crate) fn say(&self, text: &str) {
        let mut stream = AutoStream::new(io::stderr().lock(), self.color);
        // Nobody is left to tell when standard error is gone.
        let _ = write(&mut stream, format!("{}\n", text.trim_end_matches('\n')).as_bytes());
    }
}

fn write(stream: &mut impl Write, bytes: &[u8]) -> io::Result<()> {
    stream.write_all(bytes)?;
    stream.flush()
}

fn settle(written: io::Result<()>) -> Result<(), Stop> {
    match written {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => {
            Err(Stop::io("cannot write to standard output", &error))
        }
        _ => Ok(()),
    }
}
