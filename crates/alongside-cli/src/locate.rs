//! Which programme is meant: the one on the command line, else `--config`, else `ALONGSIDE_CONFIG`, else the one that
//! lies in the folder or above it.

use crate::args::Input;
use crate::backend::Overrides;
use crate::console::Console;
use crate::render::text::shown;
use crate::stop::Stop;
use std::env;
use std::ffi::OsStr;
use std::path::{Path, PathBuf};

/// Names that are looked for, in the folder and above it.
pub(crate) const NAMES: [&str; 4] = ["alongside.toml", "alongside.json", "programme.toml", "programme.json"];

/// The environment's word for `--config`.
const VARIABLE: &str = "ALONGSIDE_CONFIG";

/// A programme that is known by its path.
#[derive(Debug)]
pub(crate) struct Located {
    /// Where it is; `-` for standard input.
    pub(crate) programme: PathBuf,
    /// Sheets in place of those that it names.
    pub(crate) overrides: Overrides,
}

impl Located {
    /// Whether it comes on standard input.
    pub(crate) fn is_stdin(&self) -> bool {
        self.programme.as_os_str() == "-"
    }
}

/// Finds the programme, and says so where the command line does not name it.
pub(crate) fn locate(input: &Input, console: &Console) -> Result<Located, Stop> {
    let programme = match (&input.programme, &input.config) {
        (Some(_), Some(_)) => {
            return Err(Stop::Usage("the programme is named twice: by itself and by --config; keep one".to_owned()));
        }
        (Some(named), None) | (None, Some(named)) => named.clone(),
        (None, None) => {
            let named = env::var_os(VARIABLE).filter(|named| !named.is_empty()).map(PathBuf::from);
            let from = if named.is_some() { format!(", named by {VARIABLE}") } else { String::new() };
            let found = named.map_or_else(search_here, Ok)?;
            console.note(&format!("programme: {}{from}", shown(&found.to_string_lossy())));
            found
        }
    };
    let overrides = Overrides {
        mentors: input.mentors.clone(),
        mentees: input.mentees.clone(),
        relationships: input.relationships.clone(),
        decisions: input.decisions.clone(),
        terms: input.terms.clone(),
        scores: input.scores.clone(),
    };
    Ok(Located { programme, overrides })
}

/// Whether a word of the command line can only be meant as a programme: `-`, a TOML or JSON file by its name, or a file
/// that is there.
pub(crate) fn is_programme(word: &OsStr) -> bool {
    let path = Path::new(word);
    let by_name = |known| path.extension().is_some_and(|extension| extension.eq_ignore_ascii_case(known));
    word == "-" || by_name("toml") || by_name("json") || path.is_file()
}

fn search_here() -> Result<PathBuf, Stop> {
    let here = env::current_dir().map_err(|error| Stop::io("cannot tell the folder you stand in", &error))?;
    search(&here, env::home_dir().as_deref())
}

/// The nearest programme, seen from `here`: in it or in a folder above, up to the home folder or the root.
fn search(here: &Path, home: Option<&Path>) -> Result<PathBuf, Stop> {
    let mut up = PathBuf::new();
    let mut last = here;
    for folder in here.ancestors() {
        last = folder;
        let found: Vec<&str> = NAMES.into_iter().filter(|name| folder.join(name).is_file()).collect();
        match found.as_slice() {
            [] => {}
            [name] => return Ok(up.join(name)),
            several => {
                let names = several.join(" and ");
                return Err(Stop::Usage(format!("{} holds {names}: name the one that is meant", folder.display())));
            }
        }
        if home == Some(folder) {
            break;
        }
        up.push("..");
    }
    let names = NAMES.join(", ");
    let above =
        if last == here { String::new() } else { format!(" and the folders above it up to {}", last.display()) };
    Err(Stop::Usage(format!(
        "no programme is named, and none lies near: looked for {names} in {}{above}; name a programme file, or give \
         --config FILE",
        here.display()
    )))
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs;

    #[test]
    fn the_nearest_programme_is_found_and_nothing_above_home_is_looked_at() {
        let root = tempfile::tempdir().unwrap();
        let (home, deep) = (root.path().join("home"), root.path().join("home/charity/october"));
        fs::create_dir_all(&deep).unwrap();
        fs::write(root.path().join("alongside.toml"), "").unwrap();
        let told = format!("{:?}", search(&deep, Some(&home)).unwrap_err());
        assert!(told.contains("october") && told.contains("up to") && told.contains("programme.json"), "{told}");
        fs::write(home.join("alongside.json"), "").unwrap();
        assert_eq!(search(&deep, Some(&home)).unwrap(), Path::new("../../alongside.json"));
        fs::write(home.join("charity/programme.toml"), "").unwrap();
        assert_eq!(search(&deep, Some(&home)).unwrap(), Path::new("../programme.toml"));
        fs::create_dir(deep.join("alongside.toml")).unwrap();
        assert_eq!(search(&deep, Some(&home)).unwrap(), Path::new("../programme.toml"), "a folder is no programme");
        fs::write(deep.join("programme.toml"), "").unwrap();
        assert_eq!(search(&deep, Some(&home)).unwrap(), Path::new("programme.toml"));
    }

    #[test]
    fn two_programmes_in_one_folder_are_not_chosen_between() {
        let root = tempfile::tempdir().unwrap();
        fs::write(root.path().join("alongside.toml"), "").unwrap();
        fs::write(root.path().join("programme.toml"), "").unwrap();
        let told = format!("{:?}", search(root.path(), None).unwrap_err());
        assert!(told.contains("alongside.toml and programme.toml"), "{told}");
    }

    #[test]
    fn words_that_can_only_be_programmes() {
        for word in ["-", "a.toml", "x/a.JSON", "Cargo.toml"] {
            assert!(is_programme(OsStr::new(word)), "{word}");
        }
        for word in ["B07", "toml", "nowhere/at-all", "json"] {
            assert!(!is_programme(OsStr::new(word)), "{word}");
        }
    }
}
