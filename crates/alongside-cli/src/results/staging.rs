//! The hidden folder in which files are written before they are shown.

use super::{Fill, WriteError};
use crate::interrupt;
use crate::manifest::Digest;
use crate::render::text::shown;
use std::fs::{self, File, OpenOptions, Permissions};
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};
use std::process;

/// A hidden folder beside the destination; removed when it is dropped before it was put in place.
#[derive(Debug)]
pub(super) struct Staging {
    path: PathBuf,
}

/// Bytes that are digested and handed to the system together.
const PIECE: usize = 1 << 17;

/// A file that is written aside.
pub(crate) type Aside = BufWriter<Digesting>;

/// A file, and the digest of what was written to it so far.
#[derive(Debug)]
pub(crate) struct Digesting {
    file: File,
    digest: Digest,
    bytes: u64,
}

impl Write for Digesting {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let written = self.file.write(bytes)?;
        self.digest.add(bytes.get(..written).unwrap_or_default());
        self.bytes += written as u64;
        Ok(written)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.file.flush()
    }
}

impl Staging {
    /// Makes the folder, on the same file system as the destination, open to the same people.
    pub(super) fn beside(destination: &Path, permissions: Option<Permissions>) -> Result<Self, WriteError> {
        let parent = destination.parent().unwrap_or(Path::new("."));
        let cannot = || WriteError::io(format!("cannot write in {}", shown(&parent.to_string_lossy())));
        let mut aside = interrupt::aside();
        let path = (0..100)
            .map(|attempt| hidden(destination, "new", attempt))
            .find_map(|path| match fs::create_dir(&path) {
                Ok(()) => Some(Ok(path)),
                Err(error) if error.kind() == io::ErrorKind::AlreadyExists => None,
                Err(error) => Some(Err(error)),
            })
            .unwrap_or_else(|| Err(io::ErrorKind::AlreadyExists.into()))
            .map_err(cannot())?;
        aside.insert(path.clone());
        drop(aside);
        let staging = Self { path };
        if let Some(permissions) = permissions {
            fs::set_permissions(&staging.path, permissions).map_err(cannot())?;
        }
        Ok(staging)
    }

    /// Writes one new file and waits until the disk has it.
    pub(super) fn put(&self, name: &str, bytes: &[u8]) -> Result<(), WriteError> {
        let write = || {
            let mut file = OpenOptions::new().write(true).create_new(true).open(self.path.join(name))?;
            file.write_all(bytes)?;
            file.sync_all()
        };
        write().map_err(WriteError::io(format!("cannot write {name}")))
    }

    /// Writes one new file, piece by piece, and waits until the disk has it. Returns its length and the digest of what
    /// was written.
    pub(super) fn digested(
        &self,
        name: &str,
        fill: impl FnOnce(&mut Aside) -> io::Result<()>,
    ) -> Result<(u64, String), WriteError> {
        let write = || {
            let file = OpenOptions::new().write(true).create_new(true).open(self.path.join(name))?;
            let mut file = BufWriter::with_capacity(PIECE, Digesting { file, digest: Digest::default(), bytes: 0 });
            fill(&mut file)?;
            let written = file.into_inner().map_err(io::IntoInnerError::into_error)?;
            written.file.sync_all()?;
            Ok((written.bytes, written.digest.hexadecimal()))
        };
        write().map_err(WriteError::io(format!("cannot write {name}")))
    }

    /// Lets the file be written piece by piece, so that its size takes no memory.
    pub(super) fn stream(&self, name: &str, fill: &mut Fill<'_>) -> Result<(), WriteError> {
        let mut write = || {
            let file = OpenOptions::new().write(true).create_new(true).open(self.path.join(name))?;
            let mut file = BufWriter::new(file);
            fill(&mut file)?;
            file.into_inner().map_err(io::IntoInnerError::into_error)?.sync_all()
        };
        write().map_err(WriteError::io(format!("cannot write {name}")))
    }

    /// Waits until the disk knows the folder's entries, where the system can say so.
    pub(super) fn sync(&self) {
        sync_folder(&self.path);
    }

    /// Puts the folder where nothing, or an empty folder, is.
    pub(super) fn move_to(self, destination: &Path) -> Result<(), WriteError> {
        let mut aside = interrupt::aside();
        if cfg!(not(unix)) {
            // Only POSIX renames over an empty folder.
            let _ = fs::remove_dir(destination);
        }
        fs::rename(&self.path, destination).map_err(WriteError::io("cannot put the result in place"))?;
        aside.remove(&self.path);
        drop(aside);
        sync_parent(destination);
        Ok(())
    }

    /// Puts one of its files where nothing is, or over what is there, and gives up the rest.
    pub(super) fn release(self, name: &str, destination: &Path, over: bool) -> io::Result<()> {
        let aside = interrupt::aside();
        let file = self.path.join(name);
        if over {
            fs::rename(&file, destination)?;
        } else {
            // A link is made only where nothing is; where there are no links, one look has to do.
            match fs::hard_link(&file, destination) {
                Err(error) if error.kind() != io::ErrorKind::AlreadyExists && !destination.exists() => {
                    fs::rename(&file, destination)?;
                }
                linked => linked?,
            }
        }
        drop(aside);
        sync_parent(destination);
        Ok(())
    }

    /// Puts the folder in the place of the earlier one and removes that. Tells where the earlier one is when it cannot
    /// be removed.
    pub(super) fn exchange_with(self, destination: &Path) -> Result<Option<PathBuf>, WriteError> {
        let mut aside = interrupt::aside();
        let earlier = exchange(&self.path, destination).map_err(WriteError::io("cannot put the result in place"))?;
        aside.remove(&self.path);
        aside.insert(earlier.clone());
        drop(aside);
        sync_parent(destination);
        let removed = fs::remove_dir_all(&earlier);
        interrupt::aside().remove(&earlier);
        Ok(removed.is_err().then_some(earlier))
    }
}

impl Drop for Staging {
    fn drop(&mut self) {
        let mut aside = interrupt::aside();
        if aside.remove(&self.path) {
            // The reason why it is dropped is told; a folder that cannot be removed adds nothing to it.
            let _ = fs::remove_dir_all(&self.path);
        }
    }
}

/// Exchanges the two folders and says where the earlier one is now.
fn exchange(new: &Path, destination: &Path) -> io::Result<PathBuf> {
    #[cfg(target_os = "linux")]
    {
        use rustix::fs::{CWD, RenameFlags, renameat_with};
        use rustix::io::Errno;
        match renameat_with(CWD, new, CWD, destination, RenameFlags::EXCHANGE) {
            Ok(()) => return Ok(new.to_owned()),
            // File systems that cannot exchange are served by two renames.
            Err(Errno::INVAL | Errno::NOSYS | Errno::NOTSUP) => {}
            Err(error) => return Err(error.into()),
        }
    }
    rename_twice(new, destination)
}

/// The second best: between the two renames there is nothing at the destination, but no signal is heeded either.
pub(super) fn rename_twice(new: &Path, destination: &Path) -> io::Result<PathBuf> {
    let earlier = hidden(destination, "old", 0);
    fs::rename(destination, &earlier)?;
    if let Err(error) = fs::rename(new, destination) {
        fs::rename(&earlier, destination)?;
        return Err(error);
    }
    Ok(earlier)
}

fn hidden(destination: &Path, what: &str, attempt: u32) -> PathBuf {
    let name = destination.file_name().unwrap_or_default().to_string_lossy();
    // Long names are cut so that the whole stays within what file systems take.
    let name: String = name.chars().take(40).collect();
    destination.with_file_name(format!(".{name}.alongside-{what}-{}-{attempt}", process::id()))
}

fn sync_parent(path: &Path) {
    if let Some(parent) = path.parent() {
        sync_folder(parent);
    }
}

/// Not every system can bring a folder's entries to the disk; the files themselves are there.
fn sync_folder(path: &Path) {
    if cfg!(unix) {
        let _ = File::open(path).and_then(|folder| folder.sync_all());
    }
}
