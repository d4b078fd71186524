//! People whose records are made when asked for are read as those who stand in memory.

use alongside::domain::{AttributeKey, Side};
use alongside::input::{Document, FurtherRecord, Node, Notation, PersonRecord, build, build_from};
use alongside::synthetic::{Scheme, Synthetic};
use rayon::prelude::*;

/// More than are read one after another, so that there are several parts.
const MANY: u32 = 1500;

fn parsed(made: &Synthetic) -> (Document, Vec<FurtherRecord>) {
    let further = made.further_kinds().flat_map(|kind| made.further_records(kind).collect::<Vec<_>>());
    (Document::parse(&made.programme(), Notation::Toml, None).unwrap(), further.collect())
}

#[test]
fn the_same_programme_and_the_same_warnings() {
    for scheme in Scheme::ALL {
        let made = Synthetic::new(scheme, 3).people(MANY, MANY);
        let (document, further) = parsed(&made);
        let side = |side: Side| (0..MANY).into_par_iter().map(move |at| made.record(side, at));
        let asked = build_from(&document, side(Side::Mentor).chain(side(Side::Mentee)), further.clone()).unwrap();
        let held: Vec<PersonRecord> = side(Side::Mentor).chain(side(Side::Mentee)).collect();
        assert_eq!(build(&document, held, further).unwrap(), asked, "{scheme}");
    }
}

/// Who is asked last decides for those read long before, in another part.
#[test]
fn one_mentor_who_says_what_may_be_shared_speaks_for_all_having_been_asked() {
    let made = Synthetic::new(Scheme::CareLeavers, 3).people(10, 2 * MANY);
    let (document, further) = parsed(&made);
    let field = "shareable_experiences";
    let experienced = |asks: bool| {
        let record = |side: Side, at: u32| {
            let mut record = made.record(side, at);
            record.fields.retain(|(name, _)| &**name != field);
            if asks && side == Side::Mentor && at == 2 * MANY - 1 {
                record.fields.push((field.into(), Node::text("something not held")));
            }
            record
        };
        let mentors = (0..2 * MANY).into_par_iter().map(|at| record(Side::Mentor, at));
        let people = mentors.chain((0..10).into_par_iter().map(|at| record(Side::Mentee, at)));
        let programme = build_from(&document, people, further.clone()).unwrap().programme;
        let key = AttributeKey::new("lived_experience");
        let mentors = &programme.matching().mentors;
        mentors.iter().filter(|mentor| mentor.person.answers.contains_key(&key)).count()
    };
    assert!(experienced(false) > 100);
    assert_eq!(experienced(true), 0);
}
