use super::Example;
use serde_json::Value;
use std::fmt::Write;

#[test]
fn a_sound_programme_accounts_for_every_row() {
    let run = Example::new().run("validate programme.toml").ends(0);
    assert!(run.out.contains("ready to match"), "{}", run.out);
    assert!(run.out.contains("befrienders") && !run.out.contains("66 mentees"), "{}", run.out);
    let json = Example::new().run("validate programme.toml --format json").ends(0).json();
    let sheet = &json["sheets"][1];
    assert_eq!(sheet["rows"], json["mentees"]);
    assert!(json["issues"].as_array().unwrap().iter().all(|issue| issue["severity"] == "warning"));
}

#[test]
fn every_problem_is_told_at_once_with_its_place() {
    let example = Example::new();
    example.replace("programme.toml", "seed = 7", "sede = 7");
    example.replace("mentees.csv", "urgent", "at once");
    let run = example.run("validate programme.toml").ends(3);
    assert!(run.out.contains("error[unknown-key] programme.toml, line "), "{}", run.out);
    assert!(run.out.contains("mentees.csv, row "), "{}", run.out);
    assert!(run.out.contains("errors"), "{}", run.out);
    assert_eq!(run.err, "");
    // The same as data, for every command.
    for line in ["validate programme.toml", "match programme.toml", "explain programme.toml 0004"] {
        let run = example.run(&format!("{line} --format json")).ends(3);
        let codes: Vec<Value> =
            run.json()["issues"].as_array().unwrap().iter().map(|one| one["code"].clone()).collect();
        assert!(codes.contains(&"unknown-key".into()), "{line}: {codes:?}");
        assert_eq!(run.err, "");
    }
    // For commands whose data is something else, problems are talk.
    let run = example.run("match programme.toml").ends(3);
    assert_eq!(run.out, "");
    assert!(run.err.contains("error[unknown-key]"), "{}", run.err);
}

#[test]
fn a_missing_file_is_a_problem_of_the_input() {
    let run = Example::new().run("validate nowhere.toml").ends(3);
    assert!(run.out.contains("error[file-missing] nowhere.toml"), "{}", run.out);
    let run = Example::new().run("validate programme.toml --mentees nowhere.csv --format json").ends(3);
    assert_eq!(run.json()["issues"][0]["place"]["file"], "nowhere.csv");
}

#[test]
fn control_characters_of_files_reach_no_terminal() {
    let example = Example::new();
    let text = std::fs::read_to_string(example.path("mentees.csv")).unwrap();
    let mut lines = text.lines();
    let mut changed = format!("{},\u{1b}]0;owned\u{7}\u{202e}\n", lines.next().unwrap());
    lines.for_each(|line| writeln!(changed, "{line},\u{1b}[2J").unwrap());
    std::fs::write(example.path("mentees.csv"), changed).unwrap();
    for line in ["validate programme.toml", "validate programme.toml --color always", "match programme.toml"] {
        let run = example.run(line);
        for text in [run.out, run.err] {
            let plain = anstream::adapter::strip_str(&text).to_string();
            let steers = |c: char| (c.is_control() && c != '\n') || c == '\u{202e}';
            assert!(!plain.chars().any(steers) && !text.contains("\u{1b}[2J"), "{text}");
        }
    }
}
