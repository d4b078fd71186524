//! Notes on issues of safeguarding, sensitive data and protected characteristics.

use super::Note;
use crate::issue::IssueCode;
use crate::reference::Example;

pub(super) const NOTES: &[Note] = &[
    Note {
        code: IssueCode::SafeguardingMissing,
        comes: "A programme was written for people who do not need checks, or the section was forgotten. From the \
            file alone the two look alike, and the difference matters more than any other.",
        mend: "List the checks and training that mentors must hold. If none is needed, write `checks = []` and say \
            `why`; the reason is printed in every outcome.",
        example: Example::Document(
            "[safeguarding]
checks = []",
        ),
    },
    Note {
        code: IssueCode::OverChecking,
        comes: "`safeguarding.checks` lists a higher check than the table of checks allows for the activity that the \
            programme declares, or a mentor holds one, perhaps from another role. Asking for a higher check than a \
            role allows is unlawful. The table is not legal advice, and may not know your case.",
        mend: "Ask for the check that the role allows. Where the activity is another than declared, mend \
            `[safeguarding.activity]`; where the table is wrong for you, replace its row and name your source. A \
            check that somebody holds from elsewhere can stay on record.",
        example: Example::Document(
            r#"[safeguarding]
checks = ["enhanced DBS with adults' barred list"]

[safeguarding.activity]
nation = "wales"
mentees = ["adults"]
days_in_30 = 4"#,
        ),
    },
    Note {
        code: IssueCode::NoWayLeft,
        comes: "Somebody accepts only the telephone and cannot be rung, or only the internet and has no device, or is \
            young and nobody supervises contact online; and `[delivery]` says that this is needed.",
        mend: "Ask which other way would do, or see to what is missing: a telephone, a device, somebody who is there. \
            Until then their ways of meeting count as not known.",
        example: Example::Document(
            r#"[delivery]
telephone_needs = ["phone"]

[[mentees]]
id = "e1"
delivery_methods = ["telephone"]
phone = "no""#,
        ),
    },
    Note {
        code: IssueCode::TakenAsUsual,
        comes: "Somebody left `delivery_methods` or `delivery_models` blank, and `[delivery]` says what is usual: most \
            support is in person and one-to-one.",
        mend: "Ask them at the next occasion; somebody may need the telephone and not have known that there is a choice. \
            Whoever has answered is never taken to want something else.",
        example: Example::Document(
            r#"[delivery]
usual_methods = ["face_to_face"]

[[rules]]
rule = "delivery_method"

[[mentees]]
id = "e1""#,
        ),
    },
    Note {
        code: IssueCode::SupportedAlready,
        comes: "Mentees have an Independent Visitor, a Personal Adviser, a mentor or a befriender already, as \
            `existing_support` says. Nobody is refused for it: many young people have several.",
        mend: "Talk with the young person and with whoever supports them, so that the two add to each other and nobody \
            is let go for the new one. The outcome names it with each pair, for staff.",
        example: Example::Document(
            r#"[[mentees]]
id = "e1"
existing_support = ["independent_visitor"]"#,
        ),
    },
    Note {
        code: IssueCode::SharedNotHeld,
        comes: "A mentor's `shareable_experiences` names what their `lived_experience` does not, so that what they agreed \
            to share is neither told nor counted.",
        mend: "Ask the mentor. Write the experience in both, in the same words, or take it out of \
            `shareable_experiences`.",
        example: Example::Document(
            r#"[[mentors]]
id = "m1"
lived_experience = ["care"]
shareable_experiences = ["bereavement"]"#,
        ),
    },
    Note {
        code: IssueCode::AnswersUnused,
        comes: "The column is filled in and the rule was forgotten: carers said no and nobody waits for their consent, \
            or a place where somebody must not be is written down and nothing keeps two apart there. Or people wrote down \
            what they would like, whom they chose, when they have time or what they speak, and no criterion counts it. Or \
            a mentee nominates somebody whose `role_type` is not `natural`.",
        mend: "Add what the message names. If the answer is meant for nobody but staff, leave its column out of the \
            programme.",
        example: Example::Document(
            r#"[[mentees]]
id = "e1"
age = 12
carer_consent = "no""#,
        ),
    },
    Note {
        code: IssueCode::NeedWithoutLine,
        comes: "Somebody wrote a barrier or a need that no line of the rule `capabilities` has: a slip of the pen, another \
            word for the same, or something that nobody thought of. As it stands, any mentor will do.",
        mend: "Add a line to the rule's `table`: with what a mentor must be able to do, or with `requires = []` where it \
            asks nothing of a mentor. Or mend the word, or list it in `terms` as a synonym.",
        example: Example::Document(
            r#"[basis.relationship_barriers]
basis = "safeguarding"

[[rules]]
rule = "capabilities"

[[mentees]]
id = "e1"
relationship_barriers = ["school refusal"]"#,
        ),
    },
    Note {
        code: IssueCode::WithoutSupervisor,
        comes: "The cell is blank, or the mentor is new. Supervisors bound what their mentors take on; a mentor without \
            one takes on as many relationships as they have places.",
        mend: "Name a supervisor for each mentor. Nobody is left out for a blank.",
        example: Example::Document(
            r#"[[supervisors]]
id = "s-01"
caseload = 8

[[mentors]]
id = "m1""#,
        ),
    },
    Note {
        code: IssueCode::FloorOutOfReach,
        comes: "A mentee gave criteria weights of their own, and so much of the fit is now their own part that no mentor's \
            part can reach `mentor_floor`, or the other way round. They could be matched with nobody.",
        mend: "Narrow what mentees may weigh in `[own_weights]`, such as by a `min` for criteria that count for both, or \
            lower the floor.",
        example: Example::Document(
            r#"[aim]
mentor_floor = 2000

[own_weights]
interests = { max = 9 }
goals = { max = 9 }

[[criteria]]
criterion = "shared_tags"
id = "interests"
attribute = "interests"
weight = 5
why = "Something to talk about."

[[criteria]]
criterion = "coverage"
id = "goals"
view = "mentee"
weight = 5
why = "What they came for."

[[mentees]]
id = "e1"
own_weights = ["goals 9", "interests 0"]"#,
        ),
    },
    Note {
        code: IssueCode::MissingBasis,
        comes: "Ethnicity, lived experience or an attribute of your own with a sensitive label is answered, wished \
            about or used in a rule or criterion.",
        mend: "Add `[basis.NAME]` with the condition that you rely on, or leave the field out. Which condition holds \
            is for you to settle, with advice; see [Keep sensitive data lawful](../how-to/sensitive-data.md).",
        example: Example::Document(
            r#"[[criteria]]
criterion = "same_value"
attribute = "ethnicity"
weight = 1
why = "Agreed with the young people's panel.""#,
        ),
    },
    Note {
        code: IssueCode::BasisNotUsable,
        comes: "The answers were collected for equality monitoring. The Data Protection Act 2018, Schedule 1, \
            paragraph 8(3), takes decisions about a particular person out of that condition. This is not legal \
            advice.",
        mend: "Collect the answer for matching apart, on another basis, or map it to `monitoring.`.",
        example: Example::Document(
            r#"[basis.ethnicity]
basis = "equality_monitoring""#,
        ),
    },
    Note {
        code: IssueCode::SensitivityTooLow,
        comes: "An attribute of your own has a name that speaks of health, disability, faith, ethnicity, sexual \
            orientation, politics or offences, and is labelled `ordinary`; or of one of the nine protected \
            characteristics, such as sex, age, nationality, marriage, maternity or a wheelchair, and declares no \
            `protected`.",
        mend: "Label it `special_category` or `criminal_offence` and declare a basis, and name the characteristic in \
            `protected`: then rules and criteria on it need a reason, and it stands on record. If it is about something \
            else, rename it.",
        example: Example::Document(
            r#"[attributes.health_topics]
kind = "tags"
sensitivity = "ordinary""#,
        ),
    },
    Note {
        code: IssueCode::BlankedWithoutConsent,
        comes: "The programme relies on consent for an attribute, and some people's consent is not on record; or \
            somebody withdrew it, which counts on every basis. Their answers are treated as blank. How many there \
            are is told, never whose.",
        mend: "Where people did consent, record it in `consent`. Otherwise nothing: this is how it should be.",
        example: Example::Document(
            r#"[basis.ethnicity]
basis = "consent"

[[mentees]]
id = "e1"
ethnicity = "any""#,
        ),
    },
    Note {
        code: IssueCode::DisclosedWithoutReason,
        comes: "`[disclosure]` has ethnicity, lived experience, age or another answer that is sensitive or protected. Who \
            let you use it for the matching did not thereby agree that a stranger reads it.",
        mend: "Ask people whether it may be told, and write into `why` what was agreed; it stands on record. Otherwise \
            take it out: people can tell each other themselves.",
        example: Example::Document(
            r#"[disclosure.age]
mentee = "proposed""#,
        ),
    },
    Note {
        code: IssueCode::MissingReason,
        comes: "A rule or criterion looks at age, gender, ethnicity or another protected characteristic and has no \
            `why`.",
        mend: "Write the reason that you would give to the person it shuts out.",
        example: Example::Document(
            r#"[[rules]]
rule = "age_bounds"
mentor = { min = 18 }"#,
        ),
    },
    Note {
        code: IssueCode::UnjustifiedWish,
        comes: "A volunteer asks for people of one sex, age or background only, or for none of another, or refuses \
            everybody with some experience. Whether a \
            programme may accept that is its own decision, and has to be one.",
        mend: "Ask whether `prefer` or `avoid` would do. If the refusal is to stand, record the programme's reason \
            in `justifications`.",
        example: Example::Document(
            r#"[[mentors]]
id = "m1"
preferences = ["must gender woman"]"#,
        ),
    },
    Note {
        code: IssueCode::UnjustifiedCarerWish,
        comes: "The programme lists the criterion `carer_preferences`, and a mentee's carer would like a mentor of a \
            certain age, sex, ethnic group or the like. The wish counts against volunteers who are otherwise.",
        mend: "Talk to the carer and the young person about it. Write the programme's reason into `[[justifications]]`, \
            take the wish out, or take the criterion out: then carers' wishes are shown to staff and count nowhere.",
        example: Example::Document(
            r#"[[criteria]]
criterion = "carer_preferences"
weight = 1
why = "Carers know the week."

[[mentees]]
id = "e1"
carer_preferences = "prefer gender woman""#,
        ),
    },
    Note {
        code: IssueCode::UndecidedNever,
        comes: "A mentee refuses everybody of a certain age, ethnicity or other protected group. There may be a good \
            reason, such as something that happened, and a coordinator has to have looked at it. Wishes about sex or \
            gender need no decision, nor does any `must`.",
        mend: "Talk with the mentee. Make it `avoid`, or record the coordinator's decision in `decisions`, with a \
            reason.",
        example: Example::Document(
            r#"[[mentees]]
id = "e1"
preferences = ["never age 60.."]"#,
        ),
    },
    Note {
        code: IssueCode::IdleRecord,
        comes: "The wish was withdrawn or softened, the person left, or the record names another attribute than the \
            wish does. Or a mentee is held whose pair goes on, or `again` stands on a pair that is current.",
        mend: "Remove the record, or mend what it names: as it stands it allows nothing.",
        example: Example::Document(
            r#"[[justifications]]
attribute = "gender"
reason = "Some women visit only women at home.""#,
        ),
    },
];
