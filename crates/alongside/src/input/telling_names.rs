//! What the name of an attribute tells: sensitive data, a protected characteristic, or both.
//!
//! A name is no proof. What it speaks of has to be declared, or the attribute is called something else.

/// Parts of names that speak of special-category or criminal-offence data, and whether of a protected characteristic too.
const PARTS: [(&str, bool); 16] = [
    ("convict", false),
    ("criminal", false),
    ("disab", true),
    ("diagnos", false),
    ("ethnic", true),
    ("faith", true),
    ("health", false),
    ("illness", false),
    ("lgbt", true),
    ("offen", false),
    ("orientation", false),
    ("politic", false),
    ("prison", false),
    ("race", false),
    ("relig", true),
    ("sexual", true),
];

/// Whole words of names that speak of both.
const BOTH: [&str; 24] = [
    "autism",
    "autistic",
    "blind",
    "caste",
    "chapel",
    "church",
    "deaf",
    "gurdwara",
    "hiv",
    "mosque",
    "neurodivergent",
    "neurodiversity",
    "pregnancy",
    "pregnant",
    "race",
    "religion",
    "sen",
    "send",
    "synagogue",
    "temple",
    "trans",
    "transgender",
    "wheelchair",
    "wheelchairs",
];

/// Whole words that speak of special-category data alone.
const SENSITIVE: [&str; 3] = ["medical", "medication", "medications"];

/// Whole words that speak of a protected characteristic alone: age, sex and gender, marriage, maternity, and nationality,
/// which equality law counts under race.
const PROTECTED: [&str; 25] = [
    "age",
    "ages",
    "asylum",
    "birthday",
    "citizen",
    "citizenship",
    "divorced",
    "female",
    "gender",
    "genders",
    "immigration",
    "male",
    "marital",
    "marriage",
    "married",
    "maternity",
    "nationalities",
    "nationality",
    "nonbinary",
    "pronoun",
    "pronouns",
    "refugee",
    "sex",
    "spouse",
    "widowed",
];

/// Whether a name, in small letters and parted by `_`, speaks of sensitive data, and of a protected characteristic.
pub(crate) fn speaks_of(name: &str) -> (bool, bool) {
    let has = |words: &[&str]| name.split('_').any(|word| words.contains(&word));
    let part = |(part, _): &&(&str, bool)| name.contains(part);
    let both = has(&BOTH);
    let sensitive = both || has(&SENSITIVE) || PARTS.iter().any(|one| part(&one));
    let protected = both || has(&PROTECTED) || PARTS.iter().filter(part).any(|(_, protected)| *protected);
    (sensitive, protected)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whole_words_tell_and_parts_of_others_do_not() {
        for name in ["sex", "marital_status", "nationality", "immigration_status", "pronouns", "age_group"] {
            assert_eq!(speaks_of(name), (false, true), "{name}");
        }
        for name in ["hiv", "trans", "goes_to_church", "send", "sen_support", "caste", "wheelchair", "is_pregnant"] {
            assert_eq!(speaks_of(name), (true, true), "{name}");
        }
        assert_eq!(speaks_of("takes_medication"), (true, false));
        assert_eq!(speaks_of("prison_wing"), (true, false));
        assert_eq!(speaks_of("religious_festivals"), (true, true));
        for name in ["area", "language_level", "transport", "sender", "essex", "marriott", "stage", "manager", "trades"]
        {
            assert_eq!(speaks_of(name), (false, false), "{name}");
        }
    }
}
