//! The command as people and scripts run it, on the example that it ships.

#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test fails by panicking")]

mod blocking;
mod check;
mod describe;
mod explain;
mod generate;
mod init;
mod layouts;
mod locate;
mod manual;
mod map;
mod match_;
mod places;
mod programmes;
#[cfg(target_os = "linux")]
mod progress;
mod same_bytes;
mod schema;
mod shortlist;
mod terms;
mod text;
mod validate;
mod whole;

use assert_cmd::Command;
use serde_json::Value;
use std::fs;
use std::path::{Path, PathBuf};
use tempfile::TempDir;

/// The example in a folder of its own, in which commands run.
struct Example {
    dir: TempDir,
}

impl Example {
    fn new() -> Self {
        let dir = tempfile::tempdir().unwrap();
        let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/examples/befriending");
        for name in ["programme.toml", "mentors.csv", "mentees.csv"] {
            fs::copy(source.join(name), dir.path().join(name)).unwrap();
        }
        Self { dir }
    }

    fn path(&self, name: &str) -> PathBuf {
        self.dir.path().join(name)
    }

    /// Changes a file by replacing text that must be there.
    fn replace(&self, name: &str, from: &str, to: &str) {
        let text = fs::read_to_string(self.path(name)).unwrap();
        assert!(text.contains(from), "{name} has no {from}");
        fs::write(self.path(name), text.replace(from, to)).unwrap();
    }

    fn command(&self, line: &str) -> Command {
        let mut command = alongside();
        command.current_dir(self.dir.path()).args(line.split_whitespace());
        command
    }

    fn run(&self, line: &str) -> Run {
        Run::of(&mut self.command(line))
    }

    /// Everything in the folder, hidden files too.
    fn names(&self) -> Vec<String> {
        let mut names: Vec<String> = fs::read_dir(self.dir.path())
            .unwrap()
            .map(|entry| entry.unwrap().file_name().into_string().unwrap())
            .collect();
        names.sort();
        names
    }
}

fn alongside() -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_alongside"));
    for variable in ["NO_COLOR", "CLICOLOR", "CLICOLOR_FORCE", "TERM", "ALONGSIDE_CONFIG"] {
        command.env_remove(variable);
    }
    command
}

/// What one run gave.
#[derive(Debug)]
struct Run {
    code: Option<i32>,
    out: String,
    err: String,
}

impl Run {
    fn of(command: &mut Command) -> Self {
        let output = command.output().unwrap();
        let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
        Self { code: output.status.code(), out: text(output.stdout), err: text(output.stderr) }
    }

    #[track_caller]
    fn ends(self, code: i32) -> Self {
        assert_eq!(self.code, Some(code), "{}\n{}", self.out, self.err);
        self
    }

    fn json(&self) -> Value {
        serde_json::from_str(&self.out).unwrap()
    }
}
