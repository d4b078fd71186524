use super::{Example, Run, alongside};
use std::fs;

#[test]
fn a_programme_that_lies_near_need_not_be_named() {
    let example = Example::new();
    let named = example.run("match programme.toml --format json").ends(0);
    let found = example.run("match --format json").ends(0);
    assert_eq!(found.out, named.out);
    assert_eq!(found.err.lines().next(), Some("programme: programme.toml"));
    fs::create_dir(example.path("october")).unwrap();
    let mut below = example.command("match --format json");
    let below = Run::of(below.current_dir(example.path("october"))).ends(0);
    assert_eq!(below.out, named.out);
    assert!(below.err.starts_with("programme: ../programme.toml\n"), "{}", below.err);
    assert_eq!(example.run("match --format json --quiet").ends(0).err, "");
}

#[test]
fn every_command_that_reads_a_programme_takes_it_in_each_way() {
    let example = Example::new();
    fs::rename(example.path("programme.toml"), example.path("tea")).unwrap();
    example.run("match --config tea --out october").ends(0);
    for line in ["validate", "explain 0004", "explain 0004 0113", "check october"] {
        let config = example.run(&format!("{line} --config tea")).ends(0);
        let mut variable = example.command(line);
        let variable = Run::of(variable.env("ALONGSIDE_CONFIG", "tea")).ends(0);
        assert_eq!(variable.out, config.out, "{line}");
        assert!(variable.err.starts_with("programme: tea, named by ALONGSIDE_CONFIG\n"), "{}", variable.err);
        let told = example.run(line).ends(2);
        assert!(told.err.contains("no programme is named") && told.err.contains("alongside.toml"), "{}", told.err);
    }
    assert_eq!(example.run("explain tea 0004").ends(0).out, example.run("explain 0004 --config tea").out);
    let told = example.run("match tea --config tea").ends(2);
    assert!(told.err.contains("named twice"), "{}", told.err);
    // What is on the command line comes before the variable.
    let mut first = example.command("validate tea");
    Run::of(first.env("ALONGSIDE_CONFIG", "nowhere.toml")).ends(0);
}

#[test]
fn standard_input_is_a_programme_by_either_name() {
    let text = fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/../../docs/examples/embedded/programme.json"));
    let text = text.unwrap();
    let ask = |line: &str| {
        let mut command = alongside();
        Run::of(command.args(line.split_whitespace()).write_stdin(text.clone())).ends(0).json()
    };
    assert_eq!(ask("match -"), ask("match --config -"));
}
