//! Pairs that are recorded one by one, asked of every pair there is.

/// The mentors named with each mentee, ascending. Most have none, which is soon seen.
#[derive(Debug)]
pub(super) struct NamedPairs(Vec<Vec<usize>>);

impl NamedPairs {
    /// Of so many mentees: each mentee with a mentor. Time: that of a sort.
    pub(super) fn new(mentees: usize, pairs: impl IntoIterator<Item = (usize, usize)>) -> Self {
        let mut of = vec![Vec::new(); mentees];
        for (mentee, mentor) in pairs {
            of.get_mut(mentee).into_iter().for_each(|mentors: &mut Vec<usize>| mentors.push(mentor));
        }
        for mentors in &mut of {
            mentors.sort_unstable();
            mentors.dedup();
        }
        Self(of)
    }

    /// Whether the pair is named. Time: logarithmic in the mentee's.
    pub(super) fn contains(&self, mentee: usize, mentor: usize) -> bool {
        self.0.get(mentee).is_some_and(|mentors| mentors.binary_search(&mentor).is_ok())
    }

    /// All of them, by mentee and mentor.
    pub(super) fn iter(&self) -> impl Iterator<Item = (usize, usize)> + '_ {
        self.0.iter().enumerate().flat_map(|(mentee, mentors)| mentors.iter().map(move |mentor| (mentee, *mentor)))
    }
}
