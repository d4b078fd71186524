use super::{Example, Run, alongside};
use std::fs;

/// Every command, as the help lists them.
fn commands() -> Vec<String> {
    let help = Run::of(alongside().arg("--help")).ends(0).out;
    let listed = help.split_once("Commands:\n").unwrap().1.split_once("\n\n").unwrap().0;
    listed
        .lines()
        .filter(|line| !line.starts_with("   "))
        .map(|line| line.split_whitespace().next().unwrap().to_owned())
        .collect()
}

#[test]
fn the_manual_has_a_page_for_every_command() {
    let example = Example::new();
    example.run("man --out man/man1").ends(0);
    // Written again over itself, beside what others put there.
    fs::write(example.path("man/man1/other.1"), "kept").unwrap();
    example.run("man --out man/man1").ends(0);
    let mut expected: Vec<String> = commands().iter().map(|name| format!("alongside-{name}.1")).collect();
    expected.extend(["alongside.1".to_owned(), "other.1".to_owned()]);
    expected.sort();
    let entries = fs::read_dir(example.path("man/man1")).unwrap();
    let mut names: Vec<String> = entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    assert_eq!(names, expected);
    let page = fs::read_to_string(example.path("man/man1/alongside-match.1")).unwrap();
    assert_eq!(example.run("man match").ends(0).out, page);
    assert!(page.contains(".TH alongside-match 1") && page.contains("time\\-limit"), "{page}");
    assert!(example.run("man").ends(0).out.contains(".TH alongside 1"));
    assert!(example.run("man mach").ends(2).err.contains("did you mean match?"));
}

#[test]
fn every_shell_completes_every_command() {
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        let script = Run::of(alongside().args(["completions", shell])).ends(0).out;
        for command in commands() {
            assert!(script.contains(&command), "{shell}: {command}");
        }
        assert!(script.contains("time-limit"), "{shell}");
    }
}
