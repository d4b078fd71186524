//! Ctrl-C and termination: what is written aside is removed, and the exit says so.
//!
//! Whoever makes, switches or gives up a folder written aside holds the lock, so that a signal finds either the old
//! result or the new one, never half of a switch.

use crate::exit::Exit;
use std::collections::BTreeSet;
use std::io;
use std::path::{Path, PathBuf};
use std::process;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::Duration;

static ASIDE: Mutex<BTreeSet<PathBuf>> = Mutex::new(BTreeSet::new());
static INTERRUPTED: AtomicBool = AtomicBool::new(false);

/// The folders being written aside, locked.
pub(crate) fn aside() -> MutexGuard<'static, BTreeSet<PathBuf>> {
    ASIDE.lock().unwrap_or_else(PoisonError::into_inner)
}

/// From now on, Ctrl-C and requests to terminate clean up and exit.
pub(crate) fn install() -> Result<(), ctrlc::Error> {
    ctrlc::set_handler(|| {
        INTERRUPTED.store(true, Ordering::SeqCst);
        let folders = aside();
        folders.iter().for_each(|folder| remove(folder));
        // The lock is held to the end: nothing is put in place any more.
        process::exit(i32::from(Exit::Interrupted.code()))
    })
}

/// Removes what is aside if nobody is at work on it: for the last words of a panic.
pub(crate) fn abandon() {
    if let Ok(folders) = ASIDE.try_lock() {
        folders.iter().for_each(|folder| remove(folder));
    }
}

/// Once a signal has come, leaves the exit to its handler: what failed since then failed because of it.
pub(crate) fn wait_if_interrupted() {
    while INTERRUPTED.load(Ordering::SeqCst) {
        thread::sleep(Duration::from_millis(10));
    }
}

/// The other thread may add a file while the folder is being emptied: then it is emptied again.
fn remove(folder: &Path) {
    for _ in 0..100 {
        match std::fs::remove_dir_all(folder) {
            Err(error) if error.kind() == io::ErrorKind::DirectoryNotEmpty => {}
            _ => break,
        }
    }
}
