//! Whenever a run is killed, the result is the old one or the new one, whole.
#![cfg(unix)]

use super::Example;
use std::collections::BTreeMap;
use std::fs;
use std::process::{Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

type Files = BTreeMap<String, Vec<u8>>;

fn files(example: &Example) -> Files {
    fs::read_dir(example.path("out"))
        .unwrap()
        .map(|entry| entry.unwrap())
        .map(|entry| (entry.file_name().into_string().unwrap(), fs::read(entry.path()).unwrap()))
        .collect()
}

fn start(example: &Example) -> std::process::Child {
    Command::new(env!("CARGO_BIN_EXE_alongside"))
        .args(["match", "programme.toml", "--out", "out", "--replace", "--quiet"])
        .current_dir(&example.dir)
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .unwrap()
}

/// The signal at so many moments spread over a whole run; how often it came in time is returned.
fn stopped(signal: &str, moments: u32, mut each: impl FnMut(&Example, Option<i32>)) -> u32 {
    let example = Example::new();
    let run = |seed: &str| {
        let started = Instant::now();
        assert_eq!(start(&example).wait().unwrap().code(), Some(0));
        let took = started.elapsed();
        let result = files(&example);
        example.replace("programme.toml", &format!("seed = {seed}"), if seed == "7" { "seed = 8" } else { "seed = 7" });
        (result, took)
    };
    let (seven, _) = run("7");
    let (eight, took) = run("8");
    assert_ne!(seven, eight);
    let mut in_time = 0;
    let (mut seed, mut other) = ("7", "8");
    for moment in 0..moments {
        let mut child = start(&example);
        thread::sleep(took * moment / moments);
        Command::new("kill").args([signal, &child.id().to_string()]).stderr(Stdio::null()).status().unwrap();
        let code = child.wait().unwrap().code();
        in_time += u32::from(code != Some(0));
        let now = files(&example);
        assert!(now == seven || now == eight, "moment {moment}");
        each(&example, code);
        example.replace("programme.toml", &format!("seed = {seed}"), &format!("seed = {other}"));
        (seed, other) = (other, seed);
    }
    in_time
}

#[test]
fn a_killed_run_leaves_the_old_result_or_the_new_one() {
    let in_time = stopped("-KILL", 100, |_, _| {});
    assert!(in_time > 10, "only {in_time} were killed in time");
}

#[test]
fn an_interrupted_run_leaves_no_trace_and_says_so() {
    let in_time = stopped("-INT", 60, |example, code| {
        // Before its first instructions the command cannot have asked for the signal yet.
        assert!(matches!(code, Some(0 | 130) | None), "{code:?}");
        assert_eq!(example.names(), ["mentees.csv", "mentors.csv", "out", "programme.toml"]);
    });
    assert!(in_time > 10, "only {in_time} were interrupted in time");
}

#[test]
fn an_interruption_is_answered_at_once() {
    let example = Example::new();
    fs::remove_file(example.path("mentees.csv")).unwrap();
    // A pipe that nobody writes to holds the run up for ever.
    assert!(Command::new("mkfifo").arg(example.path("mentees.csv")).status().unwrap().success());
    let mut child = start(&example);
    thread::sleep(Duration::from_millis(300));
    assert!(child.try_wait().unwrap().is_none(), "the run waits for the pipe");
    let asked = Instant::now();
    Command::new("kill").args(["-INT", &child.id().to_string()]).status().unwrap();
    assert_eq!(child.wait().unwrap().code(), Some(130));
    assert!(asked.elapsed() < Duration::from_secs(1));
}
