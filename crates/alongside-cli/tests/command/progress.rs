//! What long work shows, on a terminal that `script` of util-linux pretends to be.

use super::Example;
use std::fs;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

/// Everything that a terminal would have been sent while the programme came late; none where there is no `script`.
fn on_a_terminal(options: &str, environment: &[(&str, &str)]) -> Option<String> {
    Command::new("script").arg("--version").output().ok()?;
    let example = Example::new();
    let source = concat!(env!("CARGO_MANIFEST_DIR"), "/../../docs/examples/embedded/programme.json");
    fs::copy(source, example.path("p.json")).unwrap();
    let line = format!("(sleep 2; cat p.json) | {} match - {options} > out.json", env!("CARGO_BIN_EXE_alongside"));
    let mut command = Command::new("script");
    command.args(["-q", "-e", "-c", &line, "/dev/null"]).current_dir(example.path(""));
    command.env("TERM", "xterm").envs(environment.iter().copied()).stdin(Stdio::null());
    let output = command.output().unwrap();
    assert!(output.status.success(), "{output:?}");
    assert!(fs::read_to_string(example.path("out.json")).unwrap().starts_with("{\n  \"format\""));
    Some(String::from_utf8(output.stdout).unwrap())
}

#[test]
fn a_terminal_is_told_what_takes_long() {
    let Some(seen) = on_a_terminal("", &[]) else { return };
    assert!(seen.contains("reading"), "{seen:?}");
    let Some(seen) = on_a_terminal("", &[("NO_COLOR", "1")]) else { return };
    assert!(seen.contains("reading") && !seen.contains("\u{1b}[3"), "no colours: {seen:?}");
}

#[test]
fn who_asked_for_quiet_or_cannot_draw_is_not() {
    for (options, environment) in [("--quiet", [("TERM", "xterm")]), ("", [("TERM", "dumb")])] {
        let Some(seen) = on_a_terminal(options, &environment) else { return };
        assert!(!seen.contains("reading"), "{seen:?}");
    }
}

#[test]
fn nothing_of_it_goes_into_a_pipe() {
    let example = Example::new();
    let source = concat!(env!("CARGO_MANIFEST_DIR"), "/../../docs/examples/embedded/programme.json");
    fs::copy(source, example.path("p.json")).unwrap();
    let mut command = Command::new("sh");
    let line = format!("(sleep 1; cat p.json) | {} match -", env!("CARGO_BIN_EXE_alongside"));
    let output = command.args(["-c", &line]).current_dir(example.path("")).output().unwrap();
    assert_eq!(String::from_utf8(output.stderr).unwrap(), "");
}

#[test]
fn an_interrupted_run_of_thousands_ends_soon() {
    let example = Example::new();
    example.run("generate --mentees 8000 --mentors 8000 --shape resettlement --out large").ends(0);
    let mut command = Command::new(env!("CARGO_BIN_EXE_alongside"));
    command.args(["match", "large/programme.toml", "--out", "found"]).current_dir(example.path(""));
    let mut child = command.stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
    std::thread::sleep(Duration::from_millis(700));
    let asked = Instant::now();
    Command::new("kill").args(["-INT", &child.id().to_string()]).status().unwrap();
    let code = child.wait().unwrap().code();
    // A second is promised; the rest is for machines that do much else.
    assert!(asked.elapsed() < Duration::from_secs(5), "{:?}", asked.elapsed());
    assert_eq!(code, Some(130), "it was over before it could be interrupted");
    assert!(!example.path("found").exists());
    assert!(example.names().iter().all(|name| !name.starts_with('.')), "{:?}", example.names());
}
