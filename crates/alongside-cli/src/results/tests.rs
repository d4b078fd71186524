use super::*;
use crate::manifest::{MANIFEST_FORMAT, Manifest, OutputFile, sha256};
use std::fs;
use std::path::Path;

fn result(outcome: &str) -> Vec<(&'static str, Vec<u8>)> {
    let mut files = vec![("outcome.json", outcome.as_bytes().to_vec()), ("proposals.csv", b"mentee\n".to_vec())];
    let outputs = files.iter().map(|(name, bytes)| OutputFile {
        name: (*name).to_owned(),
        sha256: sha256(bytes),
        bytes: bytes.len() as u64,
    });
    let manifest = Manifest {
        format: MANIFEST_FORMAT.to_owned(),
        engine: "0".to_owned(),
        seed: 1,
        programme: "Tea".to_owned(),
        status: alongside::outcome::Status::Optimal,
        inputs: Vec::new(),
        outputs: outputs.collect(),
    };
    files.push(("manifest.json", serde_json::to_vec(&manifest).unwrap()));
    files
}

fn names(dir: &Path) -> Vec<String> {
    let mut names: Vec<_> =
        fs::read_dir(dir).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    names
}

fn refusal(result: Result<Destination, WriteError>) -> String {
    match result {
        Err(WriteError::Refused(why)) => why,
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_new_folder_appears_whole_and_alone() {
    let parent = tempfile::tempdir().unwrap();
    let dir = parent.path().join("out");
    assert_eq!(Destination::for_result(&dir, false).unwrap().write(&result("1")).unwrap(), None);
    assert_eq!(names(&dir), ["manifest.json", "outcome.json", "proposals.csv"]);
    assert_eq!(names(parent.path()), ["out"]);
}

#[test]
fn an_empty_folder_is_filled() {
    let parent = tempfile::tempdir().unwrap();
    let dir = parent.path().join("out");
    fs::create_dir(&dir).unwrap();
    #[cfg(unix)]
    fs::set_permissions(&dir, std::os::unix::fs::PermissionsExt::from_mode(0o700)).unwrap();
    Destination::for_result(&dir, false).unwrap().write(&result("1")).unwrap();
    assert_eq!(names(&dir).len(), 3);
    #[cfg(unix)]
    assert_eq!(std::os::unix::fs::PermissionsExt::mode(&fs::metadata(&dir).unwrap().permissions()) & 0o777, 0o700);
}

#[test]
fn an_earlier_result_is_exchanged_only_when_asked() {
    let parent = tempfile::tempdir().unwrap();
    let dir = parent.path().join("out");
    Destination::for_result(&dir, false).unwrap().write(&result("1")).unwrap();
    assert!(refusal(Destination::for_result(&dir, false)).contains("--replace"));
    assert_eq!(Destination::for_result(&dir, true).unwrap().write(&result("2")).unwrap(), None);
    assert_eq!(fs::read(dir.join("outcome.json")).unwrap(), b"2");
    assert_eq!(names(parent.path()), ["out"]);
}

#[test]
fn two_renames_do_what_the_exchange_does() {
    let parent = tempfile::tempdir().unwrap();
    let (new, dir) = (parent.path().join("new"), parent.path().join("out"));
    for (path, text) in [(&new, "2"), (&dir, "1")] {
        fs::create_dir(path).unwrap();
        fs::write(path.join("outcome.json"), text).unwrap();
    }
    let earlier = staging::rename_twice(&new, &dir).unwrap();
    assert_eq!(fs::read(dir.join("outcome.json")).unwrap(), b"2");
    assert_eq!(fs::read(earlier.join("outcome.json")).unwrap(), b"1");
    // The new one is missing: the earlier one goes back.
    assert!(staging::rename_twice(&new, &dir).is_err());
    assert_eq!(fs::read(dir.join("outcome.json")).unwrap(), b"2");
}

#[test]
fn folders_with_anything_else_are_refused_and_kept() {
    let parent = tempfile::tempdir().unwrap();
    let dir = parent.path().join("out");
    Destination::for_result(&dir, false).unwrap().write(&result("1")).unwrap();

    fs::write(dir.join("notes\u{1b}[2J.txt"), "mine").unwrap();
    let why = refusal(Destination::for_result(&dir, true));
    assert!(why.contains("not part of a result") && !why.contains('\u{1b}'), "{why}");
    fs::remove_file(dir.join("notes\u{1b}[2J.txt")).unwrap();

    fs::write(dir.join("proposals.csv"), "edited").unwrap();
    assert!(refusal(Destination::for_result(&dir, true)).contains("proposals.csv was changed by hand"));

    fs::remove_file(dir.join("manifest.json")).unwrap();
    assert!(refusal(Destination::for_result(&dir, true)).contains("without their manifest"));
    fs::write(dir.join("manifest.json"), "{\"format\": \"theirs\"}").unwrap();
    assert!(refusal(Destination::for_result(&dir, true)).contains("without their manifest"));
    assert!(refusal(Destination::fresh(&dir)).contains("not empty"));
    assert_eq!(fs::read(dir.join("proposals.csv")).unwrap(), b"edited");
}

#[test]
fn places_that_cannot_be_exchanged_are_refused() {
    let parent = tempfile::tempdir().unwrap();
    let file = parent.path().join("file");
    fs::write(&file, "").unwrap();
    assert!(refusal(Destination::for_result(&file, true)).contains("is a file"));
    assert!(refusal(Destination::for_result(Path::new("."), true)).contains("name a folder"));
    assert!(refusal(Destination::for_result(Path::new("/"), true)).contains("name a folder"));
    assert!(refusal(Destination::for_result(Path::new(".."), true)).contains("name a folder"));
    let here = std::env::current_dir().unwrap();
    assert!(refusal(Destination::for_result(&here, true)).contains("you stand in"));
    assert!(refusal(Destination::for_result(&parent.path().join("a/b"), true)).contains("make that folder first"));
}

#[cfg(unix)]
#[test]
fn a_link_is_followed_and_stays_a_link() {
    let parent = tempfile::tempdir().unwrap();
    let (real, link) = (parent.path().join("real"), parent.path().join("link"));
    fs::create_dir(&real).unwrap();
    std::os::unix::fs::symlink(&real, &link).unwrap();
    Destination::for_result(&link, false).unwrap().write(&result("1")).unwrap();
    assert!(fs::symlink_metadata(&link).unwrap().is_symlink());
    assert_eq!(names(&real).len(), 3);
    std::os::unix::fs::symlink(parent.path().join("nowhere"), parent.path().join("broken")).unwrap();
    assert!(refusal(Destination::for_result(&parent.path().join("broken"), true)).contains("leads nowhere"));
}

#[test]
fn a_failed_write_leaves_no_trace_and_the_earlier_result() {
    let parent = tempfile::tempdir().unwrap();
    let dir = parent.path().join("out");
    Destination::for_result(&dir, false).unwrap().write(&result("1")).unwrap();
    for broken in ["no/such/folder", "outcome.json", "nul\0"] {
        let mut files = result("2");
        files.push((broken, b"x".to_vec()));
        let error = Destination::for_result(&dir, true).unwrap().write(&files).unwrap_err();
        assert!(matches!(&error, WriteError::Io { .. }), "{error:?}");
        assert!(error.to_string().ends_with("nothing was written"), "{error}");
        assert_eq!(fs::read(dir.join("outcome.json")).unwrap(), b"1");
        assert_eq!(names(parent.path()), ["out"]);
    }
}

#[test]
fn a_folder_filled_in_the_meantime_is_not_written_over() {
    let parent = tempfile::tempdir().unwrap();
    let dir = parent.path().join("out");
    let destination = Destination::for_result(&dir, false).unwrap();
    fs::create_dir(&dir).unwrap();
    fs::write(dir.join("theirs"), "kept").unwrap();
    assert!(destination.write(&result("1")).is_err());
    assert_eq!(names(&dir), ["theirs"]);
    assert_eq!(names(parent.path()), ["out"]);
}

/// Run by the next test in a process of its own: writes aside, says so, and waits for the signal.
#[test]
#[ignore = "is the other half of a_signal_leaves_nothing_half_written"]
fn slow_writer() {
    let dir = std::env::var_os("ALONGSIDE_TEST_DIR").unwrap();
    crate::interrupt::install().unwrap();
    let staging = staging::Staging::beside(Path::new(&dir), None).unwrap();
    staging.put("outcome.json", b"half").unwrap();
    println!("written aside");
    // As a run that goes on writing while the folder is being removed.
    let mut file = 0;
    while staging.put(&format!("file-{file}"), b"x").is_ok() {
        file += 1;
    }
    std::thread::sleep(std::time::Duration::from_mins(1));
}

#[cfg(unix)]
#[test]
fn a_signal_leaves_nothing_half_written() {
    use std::io::{BufRead, BufReader};
    use std::process::{Command, Stdio};
    for signal in ["-INT", "-TERM"] {
        let parent = tempfile::tempdir().unwrap();
        let dir = parent.path().join("out");
        Destination::for_result(&dir, false).unwrap().write(&result("1")).unwrap();
        let mut child = Command::new(std::env::current_exe().unwrap())
            .args(["results::tests::slow_writer", "--exact", "--ignored", "--nocapture"])
            .env("ALONGSIDE_TEST_DIR", &dir)
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let lines = BufReader::new(child.stdout.take().unwrap()).lines();
        assert!(lines.map_while(Result::ok).any(|line| line.contains("written aside")));
        assert_eq!(names(parent.path()).len(), 2, "the folder aside is there");
        let sent = Command::new("kill").args([signal, &child.id().to_string()]).status().unwrap();
        assert!(sent.success());
        assert_eq!(child.wait().unwrap().code(), Some(130), "{signal}");
        assert_eq!(names(parent.path()), ["out"], "{signal}");
        assert_eq!(fs::read(dir.join("outcome.json")).unwrap(), b"1");
    }
}
