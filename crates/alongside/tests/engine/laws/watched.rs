//! Watching and giving up change no answer.

use alongside::synthetic::{Scheme, Synthetic};
use alongside::{Engine, Error, Programme, Stage, audit};
use std::collections::BTreeMap;
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};

fn programme() -> Programme {
    let document = Synthetic::new(Scheme::CareLeavers, 4).people(120, 90).document().unwrap();
    let mut document = document;
    // Criteria that ask give questions to try out.
    let text = serde_json::to_string(&document.root).unwrap();
    let text = text
        .replace(r#""attribute":"interests","full_at":2"#, r#""attribute":"interests","unknown":"ask","full_at":2"#);
    assert!(text.contains(r#""unknown":"ask""#));
    document = alongside::input::Document::parse(&text, alongside::input::Notation::Json, None).unwrap();
    alongside::input::build(&document, Vec::new(), Vec::new()).unwrap().programme
}

#[test]
fn who_watches_hears_every_stage_to_its_end_and_changes_nothing() {
    let programme = programme();
    let heard: Mutex<BTreeMap<Stage, (usize, usize, usize)>> = Mutex::default();
    let watch = |told: alongside::Progress| {
        let mut heard = heard.lock().unwrap();
        let (times, most, of) = heard.entry(told.stage).or_default();
        (*times, *most, *of) = (*times + 1, (*most).max(told.done), told.of);
    };
    let outcome = Engine::new().watch(&watch).run(&programme).unwrap();
    assert_eq!(outcome, Engine::new().run(&programme).unwrap());
    let heard = heard.into_inner().unwrap();
    assert_eq!(heard.keys().copied().collect::<Vec<_>>(), [Stage::Screening, Stage::Solving, Stage::Questions]);
    assert_eq!(heard[&Stage::Screening].2, 120);
    for (stage, (times, most, of)) in heard {
        assert!(of > 0 && most == of && times == of, "{stage:?}: {times} times, {most} of {of}");
    }
}

#[test]
fn whoever_gives_up_at_any_moment_gets_no_half_result() {
    let programme = programme();
    let whole = Engine::new().run(&programme).unwrap();
    for after in [0, 1, 50, 119, 121, 130, 200] {
        let asked = AtomicUsize::new(0);
        let give_up = || asked.fetch_add(1, Ordering::Relaxed) >= after;
        match Engine::new().give_up_when(&give_up).run(&programme) {
            Err(error) => assert_eq!(error, Error::GivenUp),
            Ok(outcome) => assert_eq!(outcome, whole, "asked {after} times at most"),
        }
    }
    assert_eq!(Engine::new().give_up_when(&|| true).run(&programme), Err(Error::GivenUp));
    assert_eq!(Engine::new().give_up_when(&|| false).run(&programme), Ok(whole.clone()));
    assert_eq!(audit::audit_unless(&programme, &whole, &|| true), None);
    assert_eq!(audit::audit_unless(&programme, &whole, &|| false), Some(audit::audit(&programme, &whole)));
}
