//! What presets bring and what purposes weigh more, from the tables that the engine itself uses.

use super::page::Text;
use super::{Entry, Example};
use crate::domain::{FACTORS, Preset, Purpose, SubGoal, UnknownAnswer};

/// Presets, then purposes, then sub-goals.
pub(super) fn entries() -> impl Iterator<Item = Entry> {
    let presets = Preset::WORDS.iter().map(|(word, preset)| of_preset(word, *preset));
    let sakes = Purpose::WORDS.iter().map(|(word, _)| *word).chain(SubGoal::WORDS.iter().map(|(word, _)| *word));
    presets.chain(sakes.map(of_sake))
}

fn entry(name: &str, mut text: Text, example: &'static str) -> Entry {
    let example = Example::Document(example);
    text.labelled("Example", example.lead());
    example.show(&mut text);
    Entry { kind: "preset", name: name.to_owned(), text: text.finish(), example: Some(example) }
}

fn of_preset(word: &str, preset: Preset) -> Entry {
    let mut text = Text::default();
    text.labelled("What it is", about_preset(preset));
    text.labelled(
        "What it brings",
        "These criteria, behind those of the file. One of the file with the same `id` stands in its place, with the \
         weight that the file gives; a weight of 0 takes it out of the fit. Nothing that the file says is removed.",
    );
    for one in preset.criteria(|_| true) {
        let kind = one.kind.name();
        let of = if *one.id == *kind { String::new() } else { format!(" (`{kind}`)") };
        let needs = if &*one.id == "lived_experience" { " Brought where `basis` has a basis for it." } else { "" };
        let blank = if one.unknown == UnknownAnswer::Lowest { " A blank earns nothing." } else { "" };
        text.paragraph(&format!("- `{}`{of}: weight {}. {}{needs}{blank}", one.id, one.weight, one.why));
    }
    text.labelled("Formality", &format!("`{}`, unless `formality` says otherwise.", preset.formality().word()));
    let example = match preset {
        Preset::Mentoring => MENTORING,
        Preset::Befriending => BEFRIENDING,
    };
    entry(word, text, example)
}

const fn about_preset(preset: Preset) -> &'static str {
    match preset {
        Preset::Mentoring => {
            "Support with goals and an end: `planned_months` is required, and nobody is matched whose `goals` are blank \
             (the rule `goals`). Goals weigh most."
        }
        Preset::Befriending => {
            "Company, which may have no end: where `planned_months` is left out and `review_months` is given, checks have \
             to be valid until the next review. Shared interests and nearness weigh most."
        }
    }
}

fn of_sake(word: &'static str) -> Entry {
    let mut text = Text::default();
    let goal = SubGoal::WORDS.iter().any(|(known, _)| *known == word);
    let what = if goal {
        "A sub-goal of the purpose `targeted`. Of several sub-goals the greatest factor on a criterion counts."
    } else {
        "A purpose."
    };
    text.labelled("What it is", what);
    text.labelled(
        "What it weighs more",
        "The weight of a criterion, from the file or a preset, is multiplied by the factor of the purpose and by that of \
         the sub-goals. `factors` puts other numbers in the place of these.",
    );
    for line in FACTORS.iter().filter(|line| line.sake == word) {
        let attribute = line.attribute.map_or_else(String::new, |attribute| format!(" of `{attribute}`"));
        text.paragraph(&format!("- `{}`{attribute}: x {}", line.criterion, line.factor));
    }
    text.labelled(
        "What it cannot know",
        "How much any of this is worth: research does not say. The factors are modest, and stand in the outcome with \
         every weight.",
    );
    let example = match word {
        "targeted" => TARGETED,
        "supportive" => SUPPORTIVE,
        "behaviour" => BEHAVIOUR,
        "opportunities" => OPPORTUNITIES,
        "employment" => EMPLOYMENT,
        "desistance" => DESISTANCE,
        "integration" => INTEGRATION,
        "career" => CAREER,
        _ => EDUCATION,
    };
    entry(word, text, example)
}

const MENTORING: &str = r#"preset = "mentoring"

[[criteria]]
criterion = "shared_tags"
id = "interests"            # in place of the preset's
attribute = "interests"
weight = 2
why = "Our mentees say that the goals matter, and hobbies hardly.""#;

const BEFRIENDING: &str = r#"preset = "befriending"
review_months = 6"#;

const SUPPORTIVE: &str = r#"preset = "befriending"
purpose = "supportive"

[[factors]]
sake = "supportive"
criterion = "distance"
factor = 3                  # in place of the engine's 2"#;

const BEHAVIOUR: &str = r#"preset = "mentoring"
purpose = "behaviour"

[[criteria]]
criterion = "training_held"
training = ["restorative practice", "trauma awareness"]
weight = 3
why = "Mentors who were prepared for hard weeks.""#;

const OPPORTUNITIES: &str = r#"preset = "mentoring"
purpose = "opportunities"

[[factors]]
sake = "opportunities"
criterion = "something_new"
factor = 8                  # in place of the engine's 5"#;

const TARGETED: &str = r#"preset = "mentoring"
purpose = "targeted"
sub_goals = ["education"]"#;

const EDUCATION: &str = r#"preset = "mentoring"
purpose = "targeted"
sub_goals = ["education"]"#;

const EMPLOYMENT: &str = r#"preset = "mentoring"
purpose = "targeted"
sub_goals = ["employment", "education"]     # of several the greatest factor counts"#;

const DESISTANCE: &str = r#"preset = "mentoring"
purpose = "targeted"
sub_goals = ["desistance"]

[basis.lived_experience]    # with it the preset brings `lived_experience`, which counts for more here
basis = "consent""#;

const INTEGRATION: &str = r#"preset = "mentoring"
purpose = "targeted"
sub_goals = ["integration"]

[[criteria]]
criterion = "shared_tags"
id = "languages"
attribute = "languages"
full_at = 1
weight = 2
why = "Somebody to speak with in a first language, while the new one comes.""#;

const CAREER: &str = r#"preset = "mentoring"
purpose = "targeted"
sub_goals = ["career"]"#;
