//! What was asked for.

use std::path::PathBuf;

pub(crate) const USAGE: &str = "\
usage: instance FILE [--aim AIM] [--repeat N] [--threads N] [--seed N] [--levels N] [--verify-only SOLUTION]

Solves an assignment problem from a file of numbers, has the answer checked by code that shares nothing with the solver,
and prints one line of JSON.

FILE          a matrix of costs to be made least (.npy of f64, f32, i64, i32 or u16), or pairs with scores to be made
              greatest after tiers and people served (.npz with ptr, col, score, cap and, where there are any, tier and
              floor: pairs below it are left out)
--aim AIM     total (the default), bottleneck, leximin, greedy, generous or stable; for pairs with scores
--repeat N    solve N times and give the medians of the times
--threads N   how many threads; otherwise as many as there are cores
--seed N      choose among equal answers by a hash of this number, of row and of column
--levels N    leximin: into how many steps scores are sorted, at most 100; greedy and generous: how many ranks
--verify-only SOLUTION
              check an answer made elsewhere: a .npy of whole numbers, the column of each row, -1 for none";

/// What the assignment is to achieve.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Aim {
    Total,
    Bottleneck,
    Leximin,
    Greedy,
    Generous,
    Stable,
}

const AIMS: [(&str, Aim); 6] = [
    ("total", Aim::Total),
    ("bottleneck", Aim::Bottleneck),
    ("leximin", Aim::Leximin),
    ("greedy", Aim::Greedy),
    ("generous", Aim::Generous),
    ("stable", Aim::Stable),
];

#[derive(Debug)]
pub(crate) struct Args {
    pub(crate) file: PathBuf,
    pub(crate) aim: Aim,
    pub(crate) repeat: usize,
    pub(crate) threads: Option<usize>,
    pub(crate) seed: Option<u64>,
    pub(crate) levels: usize,
    pub(crate) solution: Option<PathBuf>,
}

impl Args {
    pub(crate) fn parse(given: impl Iterator<Item = String>) -> Result<Self, String> {
        let mut args = Self {
            file: PathBuf::new(),
            aim: Aim::Total,
            repeat: 1,
            threads: None,
            seed: None,
            levels: 100,
            solution: None,
        };
        let mut given = given.peekable();
        while let Some(word) = given.next() {
            let (word, joined) = match word.split_once('=') {
                Some((name, value)) if name.starts_with("--") => (name.to_owned(), Some(value.to_owned())),
                _ => (word, None),
            };
            let mut value = || joined.clone().or_else(|| given.next()).ok_or_else(|| format!("{word} wants a value"));
            match word.as_str() {
                "--aim" => {
                    let name = value()?;
                    let found = AIMS.iter().find(|(known, _)| *known == name);
                    args.aim = found.map(|(_, aim)| *aim).ok_or_else(|| format!("there is no aim {name}"))?;
                }
                "--repeat" => args.repeat = number(&word, &value()?, 1..=1_000_000)?,
                "--threads" => args.threads = Some(number(&word, &value()?, 1..=1024)?),
                "--levels" => args.levels = number(&word, &value()?, 1..=100)?,
                "--seed" => args.seed = Some(number(&word, &value()?, 0..=usize::MAX)? as u64),
                "--verify-only" => args.solution = Some(PathBuf::from(value()?)),
                other if other.starts_with('-') => return Err(format!("there is no option {other}")),
                _ if args.file.as_os_str().is_empty() => args.file = PathBuf::from(word),
                _ => return Err(format!("{word} is one file too many")),
            }
        }
        if args.file.as_os_str().is_empty() { Err("a file is needed".to_owned()) } else { Ok(args) }
    }
}

fn number(name: &str, text: &str, range: std::ops::RangeInclusive<usize>) -> Result<usize, String> {
    let number = text.parse().ok().filter(|number| range.contains(number));
    number.ok_or_else(|| format!("{name} wants a whole number from {} to {}", range.start(), range.end()))
}
