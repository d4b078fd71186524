use super::Example;

#[test]
fn an_untouched_outcome_is_found_right() {
    let example = Example::new();
    example.run("match programme.toml --out out").ends(0);
    for outcome in ["out", "out/outcome.json"] {
        let run = example.run(&format!("check programme.toml {outcome}")).ends(0);
        assert!(run.out.contains("nothing wrong found"), "{}", run.out);
    }
    assert_eq!(example.run("check programme.toml out --format json").ends(0).json()["findings"], serde_json::json!([]));
}

#[test]
fn a_changed_outcome_is_found_out() {
    let example = Example::new();
    example.run("match programme.toml --out out").ends(0);
    example.replace("out/outcome.json", "\"seed\": 7", "\"seed\": 8");
    let run = example.run("check programme.toml out").ends(4);
    assert!(run.out.contains("finding[programme-summary]"), "{}", run.out);
    let run = example.run("check programme.toml out --format json").ends(4);
    assert_eq!(run.json()["findings"][0]["code"], "programme-summary");
}

#[test]
fn what_is_no_outcome_is_invalid_input() {
    let example = Example::new();
    example.run("match programme.toml --out out").ends(0);
    let run = example.run("check programme.toml mentees.csv --format json").ends(3);
    assert_eq!(run.json()["issues"][0]["place"]["file"], "mentees.csv");
    for (outcome, code) in
        [("out/manifest.json", "syntax"), ("nowhere", "file-missing"), ("out/proposals.csv", "syntax")]
    {
        let run = example.run(&format!("check programme.toml {outcome}")).ends(3);
        assert!(run.err.contains(&format!("error[{code}] {outcome}")), "{}", run.err);
    }
}
