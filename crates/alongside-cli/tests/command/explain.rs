use super::Example;
use serde_json::Value;

/// Ids of the first proposal and of the first person waiting.
fn people(example: &Example) -> (String, String, String) {
    let outcome = example.run("match programme.toml --format json").ends(0).json();
    let text = |value: &Value| value.as_str().unwrap().to_owned();
    let proposal = &outcome["proposals"][0];
    (text(&proposal["mentee"]), text(&proposal["mentor"]), text(&outcome["unmatched"][0]["mentee"]))
}

#[test]
fn why_this_pair_why_not_that_one_why_nobody() {
    let example = Example::new();
    let (mentee, mentor, waiting) = people(&example);
    let run = example.run(&format!("explain programme.toml {mentee}")).ends(0);
    assert!(run.out.starts_with(&format!("{mentee} with {mentor}: proposed")), "{}", run.out);
    let run = example.run(&format!("explain programme.toml {waiting} {mentor}")).ends(0);
    assert!(run.out.contains("What the pair would cost"), "{}", run.out);
    let run = example.run(&format!("explain programme.toml {waiting}")).ends(0);
    assert!(run.out.starts_with(&format!("{waiting} waits")), "{}", run.out);
    let json = example.run(&format!("explain programme.toml {mentee} {mentor} --format json")).ends(0).json();
    let parts = json["pair"]["contributions"].as_array().unwrap();
    let sum: i64 = parts.iter().map(|part| part["contribution"].as_i64().unwrap()).sum();
    assert_eq!(json["pair"]["fit"], sum);
}

#[test]
fn nobody_of_that_id_is_a_slip_of_the_command_line() {
    let example = Example::new();
    let told = example.run("explain programme.toml 00004").ends(2);
    assert!(told.err.contains("no befriendee has the id asked for; did you mean 0004?"), "{}", told.err);
    let told = example.run("explain programme.toml 0004 9").ends(2);
    assert!(told.err.contains("no befriender has"), "{}", told.err);
    example.replace("programme.toml", "opaque_ids = true", "opaque_ids = false");
    let told = example.run("explain programme.toml 00004").ends(2);
    assert!(!told.err.contains("0004"), "{}", told.err);
}
