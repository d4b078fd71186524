//! From two sheets to a programme file, as scripts run it and as a person does on a terminal.

use super::{Example, Run};
use std::fs;
use std::path::Path;
use tempfile::TempDir;

const LINE: &str = "map volunteers.csv young-people.csv --as-of 2026-11-02";

fn sheets() -> Example {
    let dir = TempDir::new().unwrap();
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/examples/from-your-sheets");
    for name in ["volunteers.csv", "young-people.csv"] {
        fs::copy(source.join(name), dir.path().join(name)).unwrap();
    }
    Example { dir }
}

#[test]
fn what_is_proposed_is_refused_for_its_open_questions_and_then_matched() {
    let scheme = sheets();
    let run = scheme.run(LINE).ends(0);
    assert!(run.out.contains("wrote programme.toml") && run.out.contains("1 question left open"), "{}", run.out);
    // Nobody's answer is printed or written.
    let text = fs::read_to_string(scheme.path("programme.toml")).unwrap();
    for answer in ["Perpetua", "snail.example", "hearing aid", "very keen"] {
        assert!(!run.out.contains(answer) && !text.contains(answer), "{answer}");
    }
    let refused = scheme.run("validate programme.toml").ends(3);
    assert!(refused.out.contains("error[ambiguous-date]"), "{}", refused.out);
    scheme.replace("programme.toml", "# dates = \"day/month/year\"", "dates = \"day/month/year\"");
    let read = scheme.run("validate programme.toml").ends(0);
    assert!(read.out.contains("ready to match"), "{}", read.out);
    let matched = scheme.run("match programme.toml --format json").ends(0).json();
    assert!(matched["totals"]["served"].as_u64().unwrap() >= 3, "{matched}");
}

#[test]
fn nothing_is_written_over_unasked_and_the_same_sheets_give_the_same_file() {
    let scheme = sheets();
    scheme.run(LINE).ends(0);
    let first = fs::read(scheme.path("programme.toml")).unwrap();
    let refused = scheme.run(LINE).ends(1);
    assert!(refused.err.contains("--force"), "{}", refused.err);
    scheme.run(&format!("{LINE} --force")).ends(0);
    assert_eq!(fs::read(scheme.path("programme.toml")).unwrap(), first);
    assert_eq!(scheme.names(), ["programme.toml", "volunteers.csv", "young-people.csv"]);
}

#[test]
fn a_programme_in_another_folder_finds_its_sheets() {
    let scheme = sheets();
    fs::create_dir(scheme.path("autumn")).unwrap();
    scheme.run(&format!("{LINE} --out autumn/programme.toml")).ends(0);
    let text = fs::read_to_string(scheme.path("autumn/programme.toml")).unwrap();
    assert!(text.contains("file = \"../volunteers.csv\""), "{text}");
    let json = scheme.run(&format!("{LINE} --force --format json")).ends(0).json();
    assert_eq!(json["open_questions"], 1);
    assert!(json["columns"].as_array().unwrap().iter().any(|column| column["proposed"] == "interests"));
}

#[test]
fn sheets_that_cannot_be_looked_at_are_told_both_at_once() {
    let scheme = sheets();
    fs::write(scheme.path("empty.csv"), "").unwrap();
    let run = scheme.run("map nowhere.csv empty.csv").ends(3);
    assert!(run.err.contains("error[file-missing]") && run.err.contains("error[empty-sheet]"), "{}", run.err);
    assert!(!scheme.path("programme.toml").exists());
}

/// A person answers on a pseudo-terminal; `script` makes one where it is there.
#[cfg(target_os = "linux")]
#[test]
fn a_person_is_asked_on_a_terminal() {
    if std::process::Command::new("script").arg("--version").output().is_err() {
        return;
    }
    let scheme = sheets();
    let binary = env!("CARGO_BIN_EXE_alongside");
    let mut command = assert_cmd::Command::new("script");
    let line = format!("{binary} {LINE}");
    command.current_dir(scheme.dir.path()).args(["-qec", line.as_str(), "/dev/null"]);
    // Name, support, day, months, checks, dates, ids of both sides, sensitive columns: what is not answered is the default.
    command.write_stdin("Snail Mail Club\n2\n\n6\nDBS check\n1\n\n\n\n\n\n\n\n\n\n");
    let run = Run::of(&mut command);
    assert_eq!(run.code, Some(0), "{}", run.out);
    let text = fs::read_to_string(scheme.path("programme.toml")).unwrap();
    for line in
        ["name = \"Snail Mail Club\"", "support = \"befriending\"", "planned_months = 6", "dates = \"day/month/year\""]
    {
        assert!(text.contains(line), "no `{line}` in\n{text}\n{}", run.out);
    }
}
