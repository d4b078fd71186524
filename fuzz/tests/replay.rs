//! Everything in `corpus/` once more, without the fuzzer.

#![allow(clippy::panic, clippy::unwrap_used, reason = "a helper that fails should fail its test")]

use alongside_fuzz::TARGETS;
use std::fs;
use std::path::{Path, PathBuf};

const LARGEST_FILE: u64 = 8 << 10;
const LARGEST_CORPUS: u64 = 300 << 10;

fn corpus(target: &str) -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus").join(target);
    let entries = fs::read_dir(&folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    let mut files: Vec<_> = entries.map(|entry| entry.unwrap().path()).collect();
    files.sort();
    files
}

#[test]
fn every_input_is_handled() {
    for (name, target) in TARGETS {
        let files = corpus(name);
        assert!(!files.is_empty(), "the corpus of {name} is empty");
        for file in files {
            println!("{}", file.display());
            target(&fs::read(file).unwrap());
        }
    }
}

#[test]
fn no_input_is_handled_too() {
    for (_, target) in TARGETS {
        target(b"");
        target(b"\0");
    }
}

#[test]
fn the_corpus_stays_small() {
    let sizes =
        TARGETS.iter().flat_map(|(name, _)| corpus(name)).map(|file| (fs::metadata(&file).unwrap().len(), file));
    let mut total = 0;
    for (size, file) in sizes {
        assert!(size <= LARGEST_FILE, "{} has {size} bytes", file.display());
        total += size;
    }
    assert!(total <= LARGEST_CORPUS, "{total} bytes in all");
}

#[test]
fn there_is_a_folder_for_every_target_and_no_other() {
    let folders = fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus")).unwrap();
    let mut folders: Vec<_> = folders.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    folders.sort();
    let names: Vec<_> = TARGETS.iter().map(|(name, _)| (*name).to_owned()).collect();
    assert_eq!(folders, names);
}
