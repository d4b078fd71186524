use super::{Run, alongside};

fn run(line: &[&str]) -> Run {
    Run::of(alongside().args(line))
}

#[test]
fn exit_codes_are_described_and_unknown_names_are_not() {
    assert!(run(&["describe", "exit-codes"]).ends(0).out.contains("130"));
    assert!(run(&["describe"]).ends(0).out.contains("exit-codes"));
    let told = run(&["describe", "exitcodes"]).ends(2);
    assert!(told.err.contains("did you mean exit-codes?"), "{}", told.err);
}

#[test]
fn every_entry_of_the_reference_is_listed_and_described() {
    let list = run(&["describe"]).ends(0).out;
    for entry in alongside::reference::entries() {
        assert!(list.contains(&entry.name), "{}", entry.name);
        assert!(run(&["describe", &entry.name]).ends(0).out.contains(entry.text.trim()), "{}", entry.name);
    }
}

#[test]
fn help_is_there_for_everything() {
    assert!(run(&[]).ends(2).err.contains("Usage:"));
    assert!(run(&["--help"]).ends(0).out.contains("Exit codes:"));
    let version = run(&["--version"]).ends(0).out;
    assert!(version.starts_with("alongside ") && version.contains("Contains OS data"), "{version}");
    assert_eq!(run(&["-V"]).ends(0).out.lines().count(), 1);
    for command in ["init", "validate", "match", "explain", "check", "describe"] {
        let help = run(&[command, "--help"]).ends(0).out;
        assert!(help.contains("Examples:"), "{help}");
    }
    assert!(run(&["mtach"]).ends(2).err.contains("'match'"));
}
