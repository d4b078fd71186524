//! Programmes as practice has them: the four made-up kinds with everything they ask, and what some ask beside: several
//! programmes in one run, and limits beyond places.

use crate::dice::Dice;
use alongside::input::{Built, Node, Value, build};
use alongside::synthetic::{Scheme, Synthetic};
use alongside::{Issues, Programme};

/// What a programme asks beside its own rules and criteria.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Beside {
    /// Nothing.
    Nothing,
    /// Three programmes share their volunteers: one for the younger, one that lends nobody, one for everybody.
    Programmes,
    /// Hours of mentors and mentees, and a possible time for each of a mentor's mentees.
    Limits,
}

/// The programme with so many people on each side; limits make seven mentors for ten mentees, with one to three places each.
///
/// # Errors
/// None but a fault of this module: what it makes is a programme that is read as any other.
pub fn programme(scheme: Scheme, people: u32, beside: Beside) -> Result<Programme, Issues> {
    let mentors = if beside == Beside::Limits { people * 7 / 10 } else { people };
    let mut document = Synthetic::new(scheme, u64::from(people)).people(people, mentors).document()?;
    let mut dice = Dice::new(u64::from(people));
    match beside {
        Beside::Nothing => {}
        Beside::Programmes => {
            document.root.set("programmes", Node::list(offers()));
            push_rule(&mut document.root, "programme");
            each(&mut document.root, "mentees", |person| {
                person.set("programme", Node::text(dice.pick(IDS)));
            });
            each(&mut document.root, "mentors", |person| {
                person.set("programmes", Node::text(dice.pick(IDS)));
                person.set("shared_between_programmes", Node::text(if dice.once_in(5) { "no" } else { "yes" }));
            });
        }
        Beside::Limits => {
            document.root.set("several_mentees", Node::table([("meeting_minutes", number(60))]));
            push_rule(&mut document.root, "hours");
            each(&mut document.root, "mentees", |person| {
                person.set("hours_per_week", Node::text(dice.pick(&["1", "1", "1.5", "2"])));
            });
            each(&mut document.root, "mentors", |person| {
                person.set("hours_per_week", Node::text(dice.pick(&["1", "1.5", "2", "3", "4"])));
                person.set("capacity", number(1 + i64::from(dice.once_in(2)) + i64::from(dice.once_in(4))));
            });
        }
    }
    build(&document, Vec::new(), Vec::new()).map(|Built { programme, .. }| programme)
}

const IDS: &[&str] = &["younger", "keeps", "all"];

fn offers() -> Vec<Node> {
    let younger = Node::table([("ages", Node::table([("max", number(60))]))]);
    vec![
        Node::table([("id", Node::text(IDS[0])), ("mentees", younger), ("shares_with", Node::text(IDS[2]))]),
        Node::table([("id", Node::text(IDS[1])), ("purpose", Node::text("supportive"))]),
        Node::table([
            ("id", Node::text(IDS[2])),
            ("shares_with", Node::list([Node::text(IDS[0]), Node::text(IDS[1])])),
        ]),
    ]
}

const fn number(number: i64) -> Node {
    Node::new(Value::Integer(number))
}

fn push_rule(root: &mut Node, name: &str) {
    if let Some(Value::List(rules)) = entry(root, "rules") {
        rules.push(Node::table([("rule", Node::text(name)), ("why", Node::text("It was agreed."))]));
    }
}

fn each(root: &mut Node, side: &str, mut change: impl FnMut(&mut Node)) {
    if let Some(Value::List(people)) = entry(root, side) {
        people.iter_mut().for_each(&mut change);
    }
}

fn entry<'a>(root: &'a mut Node, key: &str) -> Option<&'a mut Value> {
    let Value::Table(entries) = &mut root.value else { return None };
    entries.iter_mut().find(|(name, _)| name == key).map(|(_, node)| &mut node.value)
}
