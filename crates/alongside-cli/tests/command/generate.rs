use super::{Example, Run, alongside};
use std::fmt::Write;
use std::fs;

const SHAPES: [&str; 4] = ["befriending", "care-leavers", "workplace", "resettlement"];
const FILES: [&str; 3] = ["programme.toml", "mentors.csv", "mentees.csv"];

/// Every file of a made-up programme, in order of name.
fn files(example: &Example, dir: &str) -> Vec<String> {
    let names = fs::read_dir(example.path(dir)).unwrap().map(|file| file.unwrap().file_name().into_string().unwrap());
    let mut names: Vec<_> = names.collect();
    names.sort();
    names
}

#[test]
fn every_shape_validates_matches_and_stands_the_audit() {
    for shape in SHAPES {
        let example = Example::new();
        example.run(&format!("generate --mentees 150 --mentors 120 --seed 3 --shape {shape} --out made")).ends(0);
        let read = example.run("validate made/programme.toml --format json").ends(0).json();
        assert_eq!((&read["mentees"], &read["mentors"]), (&150.into(), &120.into()), "{shape}");
        example.run("match made/programme.toml --out found").ends(0);
        example.run("check made/programme.toml found").ends(0);
    }
}

/// Of one or two people nobody may be tied to anybody: the sheets are then empty, and that is no fault.
#[test]
fn the_smallest_and_the_most_lopsided_programmes_are_sound() {
    for shape in SHAPES {
        for (seed, mentees, mentors) in [(0, 1, 1), (1, 1, 1), (2, 2, 1), (3, 1, 40), (4, 40, 1), (5, 9, 17)] {
            let example = Example::new();
            let size = format!("--mentees {mentees} --mentors {mentors} --seed {seed}");
            example.run(&format!("generate {size} --shape {shape} --out made")).ends(0);
            example.run("match made/programme.toml --out found").ends(0);
            example.run("check made/programme.toml found").ends(0);
        }
    }
}

/// What goes beyond answers is there to be tried on: pairs, decisions of every kind, a vocabulary that is used, scores.
#[test]
fn further_sheets_are_written_and_used() {
    let example = Example::new();
    let mut decided = String::new();
    for shape in SHAPES {
        example.run(&format!("generate --mentees 500 --mentors 500 --seed 2 --shape {shape} --out {shape}")).ends(0);
        let read = |name: &str| fs::read_to_string(example.path(shape).join(name)).unwrap();
        let pairs = read("relationships.csv");
        assert!(pairs.contains(",current,") && pairs.contains(",past,"), "{shape}");
        assert_eq!(files(&example, shape).contains(&"scores.csv".to_owned()), shape == "workplace");
        let people = read("mentors.csv") + &read("mentees.csv");
        let terms = read("terms.csv");
        let synonyms = terms.lines().skip(1).filter_map(|line| line.split(',').nth(1)).filter(|word| !word.is_empty());
        let used = synonyms.clone().filter(|word| people.contains(*word)).count();
        assert!(used > synonyms.count() / 2, "{shape}: {used} synonyms are used");
        decided += &read("decisions.csv");
    }
    for word in ["keep,", "bar,", "hold,", "honour,", "allow_close_friend,"] {
        assert!(decided.lines().any(|line| line.starts_with(word)), "{word}");
    }
}

#[test]
fn the_same_seed_gives_the_same_bytes_and_another_seed_others() {
    let example = Example::new();
    let make = |seed: u32, dir: &str| {
        example.run(&format!("generate --mentees 40 --mentors 30 --seed {seed} --out {dir}")).ends(0);
        FILES.map(|name| fs::read(example.path(dir).join(name)).unwrap())
    };
    let (one, again, other) = (make(1, "one"), make(1, "again"), make(2, "other"));
    assert_eq!(one, again);
    assert!(one.iter().zip(&other).all(|(one, other)| one != other));
}

/// The bytes of every shape, as hashes: they may only change on purpose.
#[test]
fn the_bytes_are_the_same_on_every_machine() {
    let example = Example::new();
    let mut told = String::new();
    for shape in SHAPES {
        example.run(&format!("generate --mentees 50 --mentors 50 --seed 9 --shape {shape} --out {shape}")).ends(0);
        for name in files(&example, shape) {
            let bytes = fs::read(example.path(shape).join(&name)).unwrap();
            let sum = bytes
                .iter()
                .fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3));
            writeln!(told, "{shape}/{name} {} {sum:016x}", bytes.len()).unwrap();
        }
    }
    insta::assert_snapshot!(told);
}

#[test]
fn wrong_sizes_and_folders_are_refused_before_any_work() {
    let example = Example::new();
    for wrong in ["--mentees 0 --mentors 5", "--mentees 5 --mentors 1000001", "--mentees 5 --mentors 5 --shape club"] {
        example.run(&format!("generate {wrong} --out made")).ends(2);
    }
    fs::create_dir(example.path("mine")).unwrap();
    fs::write(example.path("mine/notes"), "kept").unwrap();
    let told = example.run("generate --mentees 5 --mentors 5 --out mine").ends(1);
    assert!(told.err.contains("mine is not empty"), "{}", told.err);
    assert!(!example.path("made").exists());
    let run = Run::of(alongside().current_dir(example.path("mine")).args(["generate", "--mentees", "5", "--out", "x"]));
    assert!(run.ends(2).err.contains("--mentors"));
}
