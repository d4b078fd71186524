use super::{Example, Run, alongside};
use serde_json::{Value, json};
use std::fs;

#[test]
fn a_result_is_five_files_and_the_same_bytes_each_time() {
    let example = Example::new();
    let first = example.run("match programme.toml --out first").ends(0);
    assert!(
        first.err.contains("wrote outcome.json, proposals.csv, unmatched.csv, matching.xlsx, manifest.json in first")
    );
    example.run("match programme.toml --out second --threads 1 -q").ends(0);
    for name in ["outcome.json", "proposals.csv", "unmatched.csv", "matching.xlsx", "manifest.json"] {
        let read = |dir: &str| fs::read(example.path(dir).join(name)).unwrap();
        assert_eq!(read("first"), read("second"), "{name}");
    }
    assert_eq!(example.names(), ["first", "mentees.csv", "mentors.csv", "programme.toml", "second"]);
    // What is printed as data is what is written.
    let outcome = fs::read_to_string(example.path("first/outcome.json")).unwrap();
    assert_eq!(example.run("match programme.toml --format json").ends(0).out, outcome);
    let proposals = fs::read_to_string(example.path("first/proposals.csv")).unwrap();
    assert_eq!(example.run("match programme.toml --format csv").ends(0).out, proposals);
    let workbook = example.command("match programme.toml --format xlsx").output().unwrap().stdout;
    assert_eq!(workbook, fs::read(example.path("first/matching.xlsx")).unwrap());
}

#[test]
fn how_long_each_stage_took_is_said_where_asked_for_and_is_in_no_file() {
    let example = Example::new();
    let plain = example.run("match programme.toml --out plain").ends(0);
    assert!(!plain.err.contains("Timings"));
    let timed = example.run("match programme.toml --out timed --timings").ends(0);
    assert_eq!(timed.out, plain.out);
    let stages = ["reading", "columns", "candidates", "solution", "proposals", "waiting", "idle", "files", "all"];
    let (_, told) = timed.err.split_once("Timings").unwrap();
    let told: Vec<&str> = told.lines().filter_map(|line| line.split_whitespace().next()).collect();
    let mut left = told.iter();
    assert!(stages.iter().all(|stage| left.any(|line| line == stage)), "in this order: {told:?}");
    for name in ["outcome.json", "proposals.csv", "unmatched.csv", "matching.xlsx", "manifest.json"] {
        let read = |dir: &str| fs::read(example.path(dir).join(name)).unwrap();
        assert_eq!(read("plain"), read("timed"), "{name}");
    }
}

#[test]
fn how_each_sheet_was_read_is_said_aloud() {
    let example = Example::new();
    let run = example.run("match programme.toml").ends(0);
    let line = "mentors.csv: UTF-8, commas between cells, header in row 1, ";
    assert!(run.err.contains(line), "{}", run.err);
    assert!(!example.run("match programme.toml -q").ends(0).err.contains(line));
    assert!(example.run("validate programme.toml").ends(0).out.contains(line));
}

#[test]
fn nothing_from_a_sheet_or_a_name_steers_the_terminal() {
    let example = Example::new();
    let sheet = fs::read_to_string(example.path("mentors.csv")).unwrap();
    let (header, rows) = sheet.split_once('\n').unwrap();
    let name = "m\u{1b}[31m.csv";
    let spoilt = format!("{header},\"odd\u{1b}]0;title\u{7}header\"\n{}", rows.replace('\n', ",x\n"));
    fs::write(example.path(name), spoilt).unwrap();
    let (first, rest) = rows.split_once(',').unwrap();
    let id = format!("{header}\n{first}\u{1b}[2J,{rest}");
    fs::write(example.path("ids.csv"), id).unwrap();
    for line in ["validate programme.toml", "match programme.toml"] {
        for sheet in [name, "ids.csv", "gone\u{1b}[2J.csv"] {
            let run = Run::of(example.command(line).args(["--mentors", sheet, "--color", "never"]));
            assert!(
                !run.out.contains('\u{1b}') && !run.err.contains('\u{1b}'),
                "{line} {sheet}: {}{}",
                run.out,
                run.err
            );
            assert!(!run.out.contains('\u{7}') && !run.err.contains('\u{7}'));
        }
    }
}

#[test]
fn the_manifest_names_what_went_in_and_what_came_out() {
    let example = Example::new();
    example.run("match programme.toml --out out --mentees ./mentees.csv").ends(0);
    let manifest: Value = serde_json::from_slice(&fs::read(example.path("out/manifest.json")).unwrap()).unwrap();
    assert_eq!(manifest["format"], "alongside-manifest/1");
    assert_eq!((&manifest["seed"], &manifest["status"]), (&json!(7), &json!("optimal")));
    let names = |key: &str, field: &str| -> Vec<String> {
        manifest[key].as_array().unwrap().iter().map(|one| one[field].as_str().unwrap().to_owned()).collect()
    };
    assert_eq!(names("inputs", "role"), ["programme", "mentors", "mentees"]);
    assert_eq!(names("inputs", "name"), ["programme.toml", "mentors.csv", "./mentees.csv"]);
    assert_eq!(names("outputs", "name"), ["outcome.json", "proposals.csv", "unmatched.csv", "matching.xlsx"]);
    for output in manifest["outputs"].as_array().unwrap() {
        let file = example.path("out").join(output["name"].as_str().unwrap());
        assert_eq!(output["bytes"], fs::metadata(file).unwrap().len());
    }
}

#[test]
fn an_earlier_result_is_kept_until_it_may_go() {
    let example = Example::new();
    example.run("match programme.toml --out out").ends(0);
    let told = example.run("match programme.toml --out out").ends(1);
    assert!(told.err.contains("add --replace"), "{}", told.err);
    assert_eq!(told.out, "");
    example.replace("programme.toml", "seed = 7", "seed = 8");
    example.run("match programme.toml --out out --replace").ends(0);
    let outcome: Value = serde_json::from_slice(&fs::read(example.path("out/outcome.json")).unwrap()).unwrap();
    assert_eq!(outcome["programme"]["seed"], 8);
    fs::write(example.path("out/notes.txt"), "mine").unwrap();
    let told = example.run("match programme.toml --out out --replace").ends(1);
    assert!(told.err.contains("notes.txt"), "{}", told.err);
    assert_eq!(example.names(), ["mentees.csv", "mentors.csv", "out", "programme.toml"]);
}

#[test]
fn a_wrong_programme_writes_nothing() {
    let example = Example::new();
    example.replace("programme.toml", "seed = 7", "seed = \"x\"");
    example.run("match programme.toml --out out").ends(3);
    assert_eq!(example.names(), ["mentees.csv", "mentors.csv", "programme.toml"]);
}

#[test]
fn a_limit_reached_is_written_and_said() {
    let example = Example::new();
    let run = example.run("match programme.toml --time-limit 0 --out out").ends(5);
    assert!(run.out.contains("stopped at the limit"), "{}", run.out);
    let manifest: Value = serde_json::from_slice(&fs::read(example.path("out/manifest.json")).unwrap()).unwrap();
    assert_eq!(manifest["status"], "best_found");
}

#[test]
fn a_document_on_standard_input_is_answered_as_data() {
    let programme = json!({
        "name": "Two", "support": "mentoring", "as_of": "2026-11-02", "planned_months": 12,
        "opaque_ids": true, "safeguarding": {"checks": [], "training": [], "why": "a test"},
        "mentors": [{"id": "V1", "name": "Vera"}],
        "mentees": [{"id": "M1", "name": "Mo"}, {"id": "M2"}],
    });
    let piped = |line: &[&str]| Run::of(alongside().args(line).write_stdin(programme.to_string()));
    let outcome = piped(&["match", "-"]).ends(0).json();
    assert_eq!(outcome["totals"]["served"], 1);
    let table = piped(&["match", "-", "--format", "table", "--names"]).ends(0);
    assert!(table.out.contains("1 of 2 mentees") && table.out.contains("Vera"), "{}", table.out);
    let wrong = Run::of(alongside().args(["match", "-"]).write_stdin("{")).ends(3);
    assert_eq!(wrong.json()["issues"][0]["place"]["file"], "standard input");
    let wrong = Run::of(alongside().args(["match", "-"]).write_stdin(vec![0xff_u8])).ends(3);
    assert_eq!(wrong.json()["issues"][0]["code"], "encoding");
}

#[test]
fn talk_and_colour_are_asked_for() {
    let example = Example::new();
    let run = example.run("match programme.toml").ends(0);
    assert!(run.err.contains("warning") && !run.err.contains("befriender"), "{}", run.err);
    assert!(!run.out.contains('\u{1b}'));
    assert_eq!(example.run("match programme.toml --quiet").ends(0).err, "");
    assert!(example.run("match programme.toml --color always").ends(0).out.contains('\u{1b}'));
    let forced = Run::of(example.command("match programme.toml").env("CLICOLOR_FORCE", "1")).ends(0);
    assert!(forced.out.contains('\u{1b}'));
    let silenced = Run::of(example.command("match programme.toml").env("CLICOLOR_FORCE", "1").env("NO_COLOR", "1"));
    assert!(!silenced.ends(0).out.contains('\u{1b}'));
}

#[test]
fn names_are_shown_only_when_asked_for() {
    let example = Example::new();
    let (ids, names) = (example.run("match programme.toml --all"), example.run("match programme.toml --all --names"));
    assert!(!ids.out.contains("Buttonfeather"));
    assert!(names.out.contains("Buttonfeather"), "{}", names.out);
    assert!(ids.out.lines().all(|line| line.chars().count() <= 100));
}

#[cfg(unix)]
#[test]
fn a_closed_pipe_is_no_error_and_a_full_disk_is_one() {
    let example = Example::new();
    let binary = env!("CARGO_BIN_EXE_alongside");
    let script = format!("{binary} match programme.toml --format json | head -c 1; echo ${{PIPESTATUS[0]}}");
    let run = Run::of(assert_cmd::Command::new("bash").args(["-c", &script]).current_dir(&example.dir));
    assert!(run.out.ends_with("{0\n"), "{run:?}");
    if std::path::Path::new("/dev/full").exists() {
        let script = format!("{binary} match programme.toml > /dev/full");
        let run = Run::of(assert_cmd::Command::new("bash").args(["-c", &script]).current_dir(&example.dir)).ends(1);
        assert!(run.err.contains("cannot write to standard output"), "{}", run.err);
    }
}

#[cfg(unix)]
#[test]
fn a_disk_that_takes_no_more_keeps_the_earlier_result() {
    let example = Example::new();
    example.run("match programme.toml --out out").ends(0);
    let earlier = fs::read(example.path("out/outcome.json")).unwrap();
    example.replace("programme.toml", "seed = 7", "seed = 8");
    let binary = env!("CARGO_BIN_EXE_alongside");
    // With the signal ignored, a write beyond the limit fails as it does on a full disk.
    for kibibytes in [0, 1, 100] {
        let script = format!("trap '' XFSZ; ulimit -f {kibibytes}; {binary} match programme.toml --out out --replace");
        let run = Run::of(assert_cmd::Command::new("bash").args(["-c", &script]).current_dir(&example.dir)).ends(1);
        assert!(
            run.err.contains("cannot write outcome.json") && run.err.contains("nothing was written"),
            "{}",
            run.err
        );
        assert_eq!(run.out, "");
        assert_eq!(fs::read(example.path("out/outcome.json")).unwrap(), earlier);
        assert_eq!(example.names(), ["mentees.csv", "mentors.csv", "out", "programme.toml"]);
    }
}
