use super::{Example, Run, alongside};
use std::path::Path;

/// The command on the example of several programmes, as it ships.
fn told(arguments: &[&str]) -> Run {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/examples/several-programmes");
    let mut command = alongside();
    command.current_dir(folder).args(["programmes", "programme.toml"]).args(arguments);
    Run::of(&mut command)
}

#[test]
fn which_programmes_fit_whom_is_listed_and_why_the_others_do_not() {
    let text = told(&[]).ends(0).out;
    let line =
        |id: &str| text.lines().find(|line| line.trim_start().starts_with(id)).unwrap_or_else(|| panic!("{text}"));
    assert!(line("p-03").contains("visitors, moving-on"), "{text}");
    assert!(line("p-11").contains("none") && line("p-11").contains("visitors, moving-on"), "{text}");
    assert!(!text.contains("v-02"), "{text}");
    let both = told(&["--both-sides"]).ends(0).out;
    assert!(both.contains("ask whether the mentor agrees to be"), "{both}");
}

#[test]
fn one_person_can_be_asked_about_and_data_has_every_reason() {
    let found = told(&["--person", "p-07", "--format", "json"]).ends(0).json();
    assert_eq!(found["mentees"].as_array().unwrap().len(), 1);
    assert_eq!(found["mentors"].as_array().unwrap().len(), 0);
    let moving_on = &found["mentees"][0]["each"][1];
    assert_eq!((&moving_on["programme"], &moving_on["own"]), (&"moving-on".into(), &true.into()));
    assert_eq!(moving_on["unfit"], serde_json::json!([{ "reason": "too_old", "about": "age" }]));
    let volunteer = told(&["--person", "v-02", "--format", "json"]).ends(0).json();
    let shown = &volunteer["mentors"][0]["each"][1]["shown"];
    assert_eq!(*shown, serde_json::json!({ "shared_by": { "programmes": ["visitors"], "sharing": "not_said" } }));
    let nobody = told(&["--person", "p-99"]).ends(2);
    assert!(nobody.err.contains("nobody has the id asked for"), "{}", nobody.err);
}

#[test]
fn a_file_that_is_one_programme_says_so() {
    let text = Example::new().run("programmes programme.toml").ends(0).out;
    assert!(text.contains("is one programme"), "{text}");
}
