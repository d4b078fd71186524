use super::{Example, Run, alongside};

#[test]
fn the_example_runs_as_it_is_written() {
    let dir = tempfile::tempdir().unwrap();
    let made = Run::of(alongside().current_dir(&dir).args(["init", "tea club"])).ends(0);
    assert!(made.out.contains("alongside match \"tea club/programme.toml\""), "{}", made.out);
    let mut names: Vec<_> =
        std::fs::read_dir(dir.path().join("tea club")).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    names.sort();
    assert_eq!(names, ["README.md", "mentees.csv", "mentors.csv", "programme.toml"]);
    Run::of(alongside().current_dir(&dir).args(["match", "tea club/programme.toml"])).ends(0);
}

#[test]
fn what_is_there_is_kept() {
    let example = Example::new();
    let told = example.run("init .").ends(1);
    assert!(told.err.contains("name a folder"), "{}", told.err);
    std::fs::create_dir(example.path("mine")).unwrap();
    std::fs::write(example.path("mine/notes"), "kept").unwrap();
    let told = example.run("init mine").ends(1);
    assert!(told.err.contains("mine is not empty; name a new folder"), "{}", told.err);
    assert_eq!(example.names(), ["mentees.csv", "mentors.csv", "mine", "programme.toml"]);
}
