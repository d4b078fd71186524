//! In which ways two people could meet, as far as what both accept and what they speak goes.

use super::{Column, Compiled, shared};
use crate::domain::{Answer, AttributeKey, Matching, Side, Way};

/// Both sides' ways of meeting, and what these ask of what the two speak.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Meeting<'a> {
    matching: &'a Matching,
    methods: [&'a Column; 2],
    languages: [&'a Column; 2],
    /// For each way, its place in the vocabulary, where anybody named it, whether it needs a language in common, and
    /// whether an interpreter will do.
    ways: [(Option<usize>, bool, bool); 3],
}

/// What two people need to have in common to be able to meet in some way, as a number.
pub(crate) type Token = u16;

/// Tokens of one way beside those of languages: that it needs none, an interpreter of the mentee's and of the mentor's,
/// and that the mentee's or the mentor's languages are blank.
const BESIDE: usize = 5;

impl<'a> Meeting<'a> {
    pub(crate) fn new(compiled: &'a Compiled<'a>) -> Self {
        let columns = |name: &str| {
            let key = AttributeKey::new(name);
            [compiled.mentees.column(&key), compiled.mentors.column(&key)]
        };
        let (methods, delivery) = (columns("delivery_methods"), &compiled.matching.delivery);
        let way = |way: Way| {
            let asks = delivery.language_for.contains(&way);
            (methods[0].index(&way.word().into()), asks, asks && delivery.interpreter_for.contains(&way))
        };
        Self { matching: compiled.matching, methods, languages: columns("languages"), ways: Way::ALL.map(way) }
    }

    /// Whether any way asks for a language.
    pub(crate) fn asks_language(&self) -> bool {
        self.ways.iter().any(|(_, asks, _)| *asks)
    }

    /// The ways that both are known to accept; none where either side is blank.
    pub(crate) fn shared(&self, mentee: usize, mentor: usize) -> Option<impl Iterator<Item = Way> + use<'_, 'a>> {
        let [theirs, ours] = [self.methods[0].terms(mentee)?, self.methods[1].terms(mentor)?];
        Some(shared(theirs, ours).filter_map(|at| self.way_at(at)))
    }

    fn way_at(&self, at: usize) -> Option<Way> {
        Way::ALL.into_iter().zip(&self.ways).find(|(_, (place, ..))| *place == Some(at)).map(|(way, _)| way)
    }

    /// Whether what the two speak will do for the way; none where a blank leaves it open.
    pub(crate) fn spoken(&self, way: Way, mentee: usize, mentor: usize) -> Option<bool> {
        let (_, asks, interpreted) = self.asked_of(way);
        if !asks || (interpreted && (self.interpreter(Side::Mentee, mentee) || self.interpreter(Side::Mentor, mentor)))
        {
            return Some(true);
        }
        self.languages[0].agree(mentee, self.languages[1], mentor)
    }

    fn asked_of(&self, way: Way) -> (Option<usize>, bool, bool) {
        Way::ALL
            .into_iter()
            .zip(self.ways)
            .find(|(one, _)| *one == way)
            .map_or((None, false, false), |(_, asked)| asked)
    }

    fn interpreter(&self, side: Side, person: usize) -> bool {
        let answers = match side {
            Side::Mentee => self.matching.mentees.get(person).map(|one| &one.person.answers),
            Side::Mentor => self.matching.mentors.get(person).map(|one| &one.person.answers),
        };
        matches!(answers.and_then(|answers| answers.get("interpreter")), Some(Answer::OneOf(said)) if **said == *"yes")
    }

    /// Whether both are known to share a way of meeting other than face to face, and speak what it asks for; none where
    /// a blank leaves that open.
    pub(crate) fn another_way(&self, mentee: usize, mentor: usize) -> Option<bool> {
        let mut found = Some(false);
        for way in self.shared(mentee, mentor).into_iter().flatten().filter(|way| *way != Way::FaceToFace) {
            match self.spoken(way, mentee, mentor) {
                Some(true) => return Some(true),
                Some(false) => {}
                None => found = None,
            }
        }
        found
    }

    /// Whether both are known to share a way of meeting, and face to face is not among the shared ones.
    pub(crate) fn never_in_person(&self, mentee: usize, mentor: usize) -> bool {
        let Some(ways) = self.shared(mentee, mentor) else { return false };
        let mut ways = ways.peekable();
        ways.peek().is_some() && ways.all(|way| way != Way::FaceToFace)
    }

    /// How many tokens of one way there are.
    fn span(&self) -> usize {
        let words = if self.asks_language() { self.languages[0].width().max(self.languages[1].width()) } else { 0 };
        BESIDE + 2 * words * 64
    }

    /// How many tokens there are.
    pub(crate) fn tokens_in_all(&self) -> usize {
        self.ways.len() * self.span()
    }

    /// Numbers such that two people can meet if and only if they have one in common; none for a blank. With `open`, also
    /// such as tell that a blank leaves it open; without `in_person`, of ways other than face to face alone.
    pub(crate) fn tokens(&self, side: Side, person: usize, open: bool, in_person: bool) -> Option<Vec<Token>> {
        let at = usize::from(side == Side::Mentor);
        let (methods, languages) = (self.methods.get(at)?, self.languages.get(at)?);
        let ways = methods.terms(person)?;
        let (span, mentee) = (self.span(), side == Side::Mentee);
        let mut tokens = Vec::new();
        for (number, (way, (place, asks, interpreted))) in Way::ALL.into_iter().zip(self.ways).enumerate() {
            let accepts = place.is_some_and(|bit| ways.get(bit / 64).is_some_and(|word| word >> (bit % 64) & 1 == 1));
            if !accepts || (way == Way::FaceToFace && !in_person) {
                continue;
            }
            let mut add = |token: usize| tokens.extend(Token::try_from(number * span + token));
            if !asks {
                add(0);
                continue;
            }
            let own = interpreted && self.interpreter(side, person);
            // Whoever has an interpreter has the token of their side, and everybody has that of the other side.
            if interpreted && (!mentee || own) {
                add(1);
            }
            if interpreted && (mentee || own) {
                add(2);
            }
            let has = languages.terms(person);
            if open && (!mentee || has.is_none()) {
                add(3);
            }
            if open && (mentee || has.is_none()) {
                add(4);
            }
            let Some(has) = has else { continue };
            let named = languages.named(person).unwrap_or(has);
            // What one names the other has to have, either way round.
            let (first, second) = if mentee { (named, has) } else { (has, named) };
            let half = (span - BESIDE) / 2;
            shared(first, first).for_each(|language| add(BESIDE + language));
            shared(second, second).for_each(|language| add(BESIDE + half + language));
        }
        Some(tokens)
    }
}
