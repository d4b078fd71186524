//! What the reference says of the tables of a programme file: every key, what can stand in it, and an example.

mod activity;
mod examples;

use super::page::Text;
use super::{Entry, Example, plain};
use crate::domain::{Protected, STANDARD_ATTRIBUTES, Sensitivity};
use crate::input::keys::{SECTIONS, Section};

/// An entry for every table, named by its path without brackets; the whole file is `programme`.
pub(super) fn entries() -> impl Iterator<Item = Entry> {
    SECTIONS.iter().map(|section| entry(section))
}

fn entry(section: &Section) -> Entry {
    let name = if section.path.is_empty() { "programme".to_owned() } else { section.path.replace("[]", "") };
    let mut text = Text::default();
    text.paragraph(&plain(section.about));
    for key in section.keys {
        let absent = match key.absent {
            absent if absent.starts_with("required") => format!("{}.", uppercase(absent)),
            absent => format!("When absent: {absent}."),
        };
        text.paragraph(&format!("- `{}`: {}. {absent}", key.name, key.meaning));
    }
    if let Some(note) = note(&name) {
        text.paragraph(&note);
    }
    let example = examples::of(&name).map(Example::Document);
    if let Some(example) = &example {
        text.labelled("Example", example.lead());
        example.show(&mut text);
    }
    Entry { kind: "section", name, text: text.finish(), example }
}

fn uppercase(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// What a list of keys cannot say.
fn note(name: &str) -> Option<String> {
    let note = match name {
        "programme" => PROGRAMME.to_owned(),
        "attributes.NAME" => standard_attributes(),
        "safeguarding.activity" => activity::table(),
        "basis.ATTRIBUTE" => BASES.to_owned(),
        "sheets.mentors.columns.FIELD" => COLUMNS.to_owned(),
        "mentors" => PERSON.to_owned(),
        "mentors.checks" => HELD.to_owned(),
        "mentees.preferences" => WISHES.to_owned(),
        _ => return None,
    };
    Some(note)
}

const PROGRAMME: &str = "The document is TOML, or JSON with the same keys. A key that is not listed here is refused, \
    with the nearest one that is. In JSON, `null` is the same as leaving a key out.";

const BASES: &str = "What the words stand for. Which of them holds is for the programme to settle, with advice; this \
    is not legal advice.\n\
    - `consent`: explicit consent of each person, recorded person by person in `consent` (UK GDPR, Article 9(2)(a)). \
    Answers of people without it count as blank\n\
    - `safeguarding`: safeguarding of children and of individuals at risk (Data Protection Act 2018, Schedule 1, \
    paragraph 18)\n\
    - `disability_support`: support for people with a particular disability or medical condition (the same, paragraph \
    16)\n\
    - `counselling`: confidential counselling, advice or support (the same, paragraph 17)\n\
    - `social_care`: health or social care (UK GDPR, Article 9(2)(h))\n\
    - `not_for_profit_body`: a not-for-profit body, about its own members and contacts (UK GDPR, Article 9(2)(d))\n\
    A withdrawn consent counts on every basis. Equality monitoring is no basis for deciding about a person.";

const COLUMNS: &str = "A field is one of those of a person, an attribute of your own, or `monitoring.NAME`. An `id` \
    joined from several columns needs all of them; any other joined field leaves out the blank parts. Lists and \
    availability are split at `;` and line breaks where nothing else is said.\n\
    A header is given as it stands in the sheet; white space, line breaks in it among them, may differ. Of several \
    columns with one header, each is named by its number from the left: `General (1)`, `General (2)`. A long header \
    may be given by its beginning and `...`, if no other header begins so.\n\
    A cell is split, cut (`before`), trimmed, ignored, translated (`values`), freed of its time of day and then read \
    as a yes or no or a length of time, in this order. What is split goes the rest of the way item by item.\n\
    A made id is the `prefix` and twelve characters. Each part is put into Unicode normalisation form C, its runs of \
    white space become one space and none at its ends, its letters become small ones, and the result is put into form \
    C again. SHA-256 runs over the parts in the order of `made_from`, each as the number of its bytes in UTF-8 (eight \
    bytes, the greatest first) followed by those bytes. The twelve characters are the first sixty bits of the digest \
    in Base32 (RFC 4648), in small letters. The same parts and prefix give the same id on both sides and in every \
    round. It tells nothing of the parts to somebody who does not know them, but whoever can guess the parts can check \
    the guess: treat it as personal data.";

const PERSON: &str = "The same keys hold for `mentees[]`, and they are the fields that columns of a sheet are mapped \
    to. A list may be written as one text, with `;` between its items. A blank is never a no.\n\
    Availability is a text of entries with `;` between them, each with days before times: `Mon 17:00-20:00; Sat am`. \
    Days are written `Mon` or `Monday`, `Mon-Fri`, `weekdays`, `weekends`, `daily` or `every day`, several with a \
    comma or `and`. Times are written `17:00-20:00`, `17-20`, `5pm-8pm` or `5:30pm-8pm`, or `am` (9 to 12), `pm` (12 \
    to 17), `evening` (17 to 21), `all day` (9 to 21); `morning` and `afternoon` are `am` and `pm`. A time that ends \
    before it begins runs into the next day. An hour from 1 to 7 alone, as in `5-7`, is refused, since it may be in the \
    morning or in the afternoon, unless the other time is one of 24 hours, as in `7-19`; so is `8-9pm`. Only whole half \
    hours count.\n\
    A place is a UK postcode (`SW1A 1AA`), its sector with a space (`SW1A 1`) or its outcode (`SW1A`); an easting and \
    northing in metres of the British national grid (`E 530000 N 180000`); or a latitude and longitude in degrees \
    (`51.5, -0.12` or `51.5 N, 0.12 W`). Of a postcode only the middle of its sector is used, or of its outcode where \
    the sector is not known. In a sheet, two columns of coordinates are joined with `columns`. `alongside --version` tells \
    where the table of postcodes is from.";

const HELD: &str = "In one text: `enhanced DBS 2025-03-01 to 2028-02-29`, `induction 2025-03-10`, `references to \
    2027-01-31`, or the name alone. Only that the check is held is kept, never what it found.";

const WISHES: &str = "In one text: `prefer gender woman or non-binary`, `must age 25..40`, `avoid interests football`. \
    `same` and `different` compare with the person's own answer; tags are the same with one term in common. Ranges \
    are for levels, numbers and dates, and include both ends.";

fn standard_attributes() -> String {
    let mut note = vec!["These are there without being declared:".to_owned()];
    for attribute in STANDARD_ATTRIBUTES {
        let label = match attribute.sensitivity {
            Sensitivity::Ordinary => "ordinary",
            Sensitivity::SpecialCategory => "special_category",
            Sensitivity::CriminalOffence => "criminal_offence",
        };
        let protected = match attribute.protected {
            Some(Protected::Age) => ", protected as age",
            Some(Protected::Race) => ", protected as race",
            Some(Protected::Sex) => ", protected as sex",
            Some(_) => ", protected",
            None => "",
        };
        let (name, kind, meaning) = (attribute.name, attribute.kind, attribute.meaning);
        note.push(format!("- `{name}`: {kind}, {label}{protected}. {}", uppercase(meaning)));
    }
    note.join("\n")
}
