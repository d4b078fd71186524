//! What the cells of one column have in common, counted while they go by.

use super::evidence::{Category, Kind, Written, categories, kinds, look_at_date, number, plain};
use std::collections::{BTreeMap, BTreeSet};
use std::hash::{DefaultHasher, Hash, Hasher};

/// Different words of a column that are kept; of a column with more, none are.
const MAX_WORDS: usize = 60;

/// Different items of a list that are counted.
const MAX_ITEMS: usize = 400;

/// Longest cell that can be a word of a closed list, in characters.
const LONGEST_WORD: usize = 40;

/// Signs that may stand between the items of a list, the most telling first.
pub(super) const SEPARATORS: [char; 5] = [';', ',', '|', '\n', '/'];

/// What was counted.
#[derive(Debug, Clone, Default)]
pub(super) struct Facts {
    pub(super) filled: usize,
    pub(super) blank: usize,
    /// Cells that stood in an earlier row already.
    pub(super) repeated: usize,
    pub(super) kinds: BTreeMap<Kind, usize>,
    pub(super) categories: BTreeMap<Category, usize>,
    pub(super) dates: Dates,
    /// Least and greatest number, in thousandths.
    pub(super) range: Option<(i64, i64)>,
    /// From the plain form of a cell to its first spelling and how often it stands; none once there are too many.
    words: Option<BTreeMap<String, (String, usize)>>,
    lists: BTreeMap<char, List>,
    seen: BTreeSet<u64>,
}

/// What the dates told.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Dates {
    pub(super) day_first: usize,
    pub(super) month_first: usize,
    /// Those whose year stands first.
    pub(super) plain: usize,
    /// Those that could be read in either order.
    pub(super) either: usize,
}

/// Cells cut at one sign.
#[derive(Debug, Clone, Default)]
struct List {
    /// Cells that hold the sign.
    cells: usize,
    items: usize,
    different: BTreeSet<String>,
}

impl Facts {
    pub(super) fn new() -> Self {
        Self { words: Some(BTreeMap::new()), ..Self::default() }
    }

    /// Takes one cell into account. Time linear in the cell.
    pub(super) fn add(&mut self, cell: &str) {
        let cell = cell.trim();
        if cell.is_empty() {
            self.blank += 1;
            return;
        }
        self.filled += 1;
        let mut hasher = DefaultHasher::new();
        cell.hash(&mut hasher);
        self.repeated += usize::from(!self.seen.insert(hasher.finish()));
        for kind in kinds(cell) {
            *self.kinds.entry(kind).or_default() += 1;
        }
        for category in categories(cell) {
            *self.categories.entry(category).or_default() += 1;
        }
        if let Some(day) = look_at_date(cell) {
            let dates = &mut self.dates;
            let count = match day.written {
                Written::YearFirst => &mut dates.plain,
                Written::DayFirst => &mut dates.day_first,
                Written::MonthFirst => &mut dates.month_first,
                Written::Either => &mut dates.either,
            };
            *count += 1;
        }
        if let Some(milli) = number(cell) {
            let (least, most) = self.range.unwrap_or((milli, milli));
            self.range = Some((least.min(milli), most.max(milli)));
        }
        self.add_word(cell);
        self.add_list(cell);
    }

    fn add_word(&mut self, cell: &str) {
        let Some(words) = &mut self.words else { return };
        let plain = plain(cell);
        if let Some((_, count)) = words.get_mut(&plain) {
            *count += 1;
        } else if words.len() < MAX_WORDS && cell.chars().count() <= LONGEST_WORD {
            words.insert(plain, (cell.to_owned(), 1));
        } else {
            self.words = None;
        }
    }

    fn add_list(&mut self, cell: &str) {
        for sign in SEPARATORS {
            if !cell.contains(sign) {
                continue;
            }
            let list = self.lists.entry(sign).or_default();
            list.cells += 1;
            for item in cell.split(sign).map(plain).filter(|item| !item.is_empty()) {
                list.items += 1;
                if list.different.len() < MAX_ITEMS {
                    list.different.insert(item);
                }
            }
        }
    }

    pub(super) fn count(&self, kind: Kind) -> usize {
        self.kinds.get(&kind).copied().unwrap_or(0)
    }

    /// Whether nine of ten filled cells look like that, and there is at least one.
    pub(super) fn mostly(&self, kind: Kind) -> bool {
        self.filled > 0 && self.count(kind) * 10 >= self.filled * 9
    }

    /// Whether every row has a cell that no other row has.
    pub(super) const fn tells_apart(&self) -> bool {
        self.filled > 0 && self.blank == 0 && self.repeated == 0
    }

    /// Whether the cells are the numbers from 1 on, each once, as ranks are.
    pub(super) fn counts_up(&self) -> bool {
        let most = i64::try_from(self.filled).unwrap_or(i64::MAX).saturating_mul(1000);
        self.filled >= 3
            && self.repeated == 0
            && self.count(Kind::Whole) == self.filled
            && self.range == Some((1000, most))
    }

    /// The words of a column that uses a few again and again, by their first spelling, most frequent first.
    pub(super) fn closed(&self) -> Option<Vec<(&str, usize)>> {
        let words = self.words.as_ref().filter(|words| !words.is_empty() && words.len() * 2 <= self.filled)?;
        let mut words: Vec<(&str, usize)> = words.values().map(|(word, count)| (word.as_str(), *count)).collect();
        words.sort_by_key(|(word, count)| (std::cmp::Reverse(*count), word.to_owned()));
        Some(words)
    }

    /// All words in plain form, where there are few.
    pub(super) fn plain_words(&self) -> impl Iterator<Item = &str> {
        self.words.iter().flatten().map(|(plain, _)| plain.as_str())
    }

    /// All words, in plain form and as first spelt, where there are few.
    pub(super) fn spelt(&self) -> impl Iterator<Item = (&str, &str)> {
        self.words.iter().flatten().map(|(plain, (spelt, _))| (plain.as_str(), spelt.as_str()))
    }

    /// The signs at which the cells are to be cut: those in a tenth of the cells, the telling ones first. A slash or a
    /// line only where nothing better is there, since `Animals/Pets` is one thing.
    pub(super) fn separators(&self) -> Vec<char> {
        let often = |sign: &char| self.lists.get(sign).is_some_and(|list| list.cells * 10 >= self.filled);
        let mut signs: Vec<char> = SEPARATORS.into_iter().filter(|sign| *sign != '/').filter(often).collect();
        if signs.is_empty() && often(&'/') {
            signs.push('/');
        }
        signs
    }

    /// Whether the cells are lists: cut at its best sign, the same items come back.
    pub(super) fn is_list(&self) -> bool {
        let sign = self.separators().first().copied();
        sign.and_then(|sign| self.lists.get(&sign))
            .is_some_and(|list| list.cells * 5 >= self.filled && list.different.len() * 5 <= list.items * 4)
    }

    /// What the cells may tell of what the law protects: where it is in a tenth of the cells, and in two at least.
    pub(super) fn sensitive(&self) -> Vec<Category> {
        let often = |count: usize| count >= 2 && count * 10 >= self.filled;
        self.categories.iter().filter(|(_, count)| often(**count)).map(|(category, _)| *category).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn facts(cells: &[&str]) -> Facts {
        let mut facts = Facts::new();
        for cell in cells {
            facts.add(cell);
        }
        facts
    }

    #[test]
    fn lists_are_cut_where_they_are_written_so() {
        let comma = facts(&["tea, cake", "cake, Animals/Pets, ", "tea", ""]);
        assert_eq!((comma.separators(), comma.is_list()), (vec![','], true));
        let slash = facts(&["home / phone", "phone", "home/phone"]);
        assert_eq!(slash.separators(), ['/']);
        assert!(!facts(&["a", "b"]).is_list());
    }

    #[test]
    fn ranks_are_noticed_in_any_order() {
        assert!(facts(&["3", "1", "2", "4"]).counts_up());
        assert!(!facts(&["3", "1", "2", "2"]).counts_up());
        assert!(!facts(&["0", "1", "2"]).counts_up());
    }

    #[test]
    fn closed_words_come_most_frequent_first() {
        let facts = facts(&["EO", "SEO", "seo ", "EO", "EO", "SEO"]);
        assert_eq!(facts.closed(), Some(vec![("EO", 3), ("SEO", 3)]));
        assert_eq!(super::Facts::new().closed(), None);
    }

    #[test]
    fn only_a_sheet_without_blanks_and_repeats_is_told_apart() {
        assert!(facts(&["a", "b"]).tells_apart());
        assert!(!facts(&["a", "b", "a"]).tells_apart());
        assert!(!facts(&["a", ""]).tells_apart());
    }
}
