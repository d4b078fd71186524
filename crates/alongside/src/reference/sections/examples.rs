//! An example of every table of a programme file; the tests build each of them into a programme.

/// The example of the table of that name.
pub(super) fn of(name: &str) -> Option<&'static str> {
    EXAMPLES.iter().find(|(known, _)| *known == name).map(|(_, example)| *example)
}

const EXAMPLES: &[(&str, &str)] = &[
    (
        "programme",
        r#"name = "Kettle and Chat, Tumbledale"
support = "befriending"
as_of = 2026-11-02
planned_months = 12
seed = 7
opaque_ids = true"#,
    ),
    (
        "safeguarding",
        r#"[safeguarding]
checks = ["enhanced DBS"]
training = ["induction"]"#,
    ),
    (
        "safeguarding.checks",
        r#"[safeguarding]
checks = ["enhanced DBS", { name = "two references", valid_months = 36 }]"#,
    ),
    (
        "delivery",
        r#"[delivery]
telephone_needs = ["phone", "hearing_access"]
internet_needs = ["device"]
online_supervision_under = 16

[basis.hearing_access]
basis = "disability_support"

[[mentees]]
id = "e1"
age = 14
delivery_methods = ["face_to_face", "internet"]
device = "yes"
online_supervision = "yes""#,
    ),
    (
        "delivery.language",
        r#"[delivery.language]
needed_for = ["telephone", "internet"]
interpreter_for = ["telephone"]

[[mentees]]
id = "e1"
languages = ["Dari"]
interpreter = "yes"
delivery_methods = ["face_to_face", "telephone"]"#,
    ),
    (
        "mentors.exclusions",
        r#"[[mentors]]
id = "m1"

[[mentees]]
id = "e1"
exclusions = [{ id = "m1", reason = "they used to be neighbours, and fell out" }]"#,
    ),
    (
        "mentors.other_services",
        r#"[[mentees]]
id = "e1"
availability = "Tue pm; Wed pm"
other_services = [{ name = "counselling", times = "Tue 14:00-16:00", contact = "the school counsellor" }]"#,
    ),
    (
        "rules.table",
        r#"[[rules]]
rule = "capabilities"
table = [{ need = "school refusal", attribute = "needs", requires = ["patience with lateness"] }]"#,
    ),
    (
        "safeguarding.activity",
        r#"[safeguarding]
checks = ["two references"]         # beyond what follows from the activity

[safeguarding.activity]
nation = "england"
mentees = ["children", "adults"]    # mentoring from 14 to 21
days_in_30 = 5                      # once a week
methods = ["face_to_face", "telephone"]
valid_months = 36"#,
    ),
    (
        "safeguarding.activity.table",
        r#"[safeguarding]
checks = ["two references"]

[safeguarding.activity]
nation = "northern_ireland"
mentees = ["children"]
days_in_30 = 4

[[safeguarding.activity.table]]
row = "northern-ireland-children-often"     # in the place of the row that ships
mentees = "children"
nations = ["northern_ireland"]
check = "AccessNI enhanced"
source = "Mentors are supervised day to day at the youth club; trustees, minute 7, October 2026""#,
    ),
    (
        "attributes.NAME",
        r#"[attributes.access_needs]
kind = "tags"
values = ["hearing loss", "memory loss", "sight loss"]
sensitivity = "special_category"
protected = "disability"

[attributes.support_level]
kind = "level"
order = ["a little", "some", "a lot"]
sensitivity = "ordinary""#,
    ),
    (
        "basis.ATTRIBUTE",
        r#"[basis.ethnicity]
basis = "consent"
note = "asked on the sign-up form, question 9""#,
    ),
    (
        "own_weights.CRITERION",
        r#"[own_weights.interests]
max = 10

[[criteria]]
criterion = "shared_tags"
id = "interests"
attribute = "interests"
weight = 4
why = "Something to talk about.""#,
    ),
    (
        "disclosure.NAME",
        r#"[disclosure.interests]
mentee = "proposed"
mentor = "proposed"

[disclosure.name]
mentee = "introduced"
mentor = "introduced"
carer = "matched""#,
    ),
    (
        "ethnicity",
        r#"[ethnicity]
scheme = "england_wales_2021"

[basis.ethnicity]
basis = "consent"
note = "asked on the sign-up form, question 9""#,
    ),
    (
        "factors",
        r#"purpose = "opportunities"
preset = "mentoring"

[[factors]]
sake = "opportunities"
criterion = "coverage"
factor = 2"#,
    ),
    (
        "rules",
        r#"[[rules]]
rule = "time_overlap"
id = "an_hour_together"
minimum_minutes = 60
unknown = "needs_check"
why = "A visit shorter than an hour is mostly coats and goodbyes.""#,
    ),
    (
        "rules.difference",
        r#"[[rules]]
rule = "age_bounds"
mentor = { min = 18 }
difference = { min = 5, max = 40 }
why = "Mentors are adults, and neither peers nor grandparents.""#,
    ),
    (
        "criteria",
        r#"[[criteria]]
criterion = "shared_tags"
id = "interests"
attribute = "interests"
full_at = 2
unknown = "ask"
weight = 4
why = "Something to talk about on the first visit.""#,
    ),
    (
        "criteria.table",
        r#"[attributes.stage]
kind = "one_of"
values = ["school", "college", "work"]
sensitivity = "ordinary"

[[criteria]]
criterion = "lookup"
mentee_attribute = "stage"
mentor_attribute = "stage"
table = [
    { mentee = "school", mentor = "college", points = 1000 },
    { mentee = "college", mentor = "work", points = 1000 },
]
otherwise = 200
weight = 2
why = "One stage ahead.""#,
    ),
    (
        "aim",
        r#"[aim]
tiers = 3
quality = "worst_off_first"
steps = 10
first = ["wishes"]
floor = 2000

[[criteria]]
criterion = "stated_preferences"
id = "wishes"
weight = 8
why = "What people asked for matters most.""#,
    ),
    (
        "priority",
        r#"[aim]
tiers = 2

[[priority]]
tier = 1
attribute = "placement_type"
value = ["residential", "independent"]
why = "Grown-ups come and go there."

[[priority]]
tier = 1
promised_days = 180
within_days = 30
why = "Nobody is to wait longer than half a year."

[basis.placement_type]
basis = "social_care""#,
    ),
    (
        "programmes",
        r#"[[programmes]]
id = "visitors"
name = "Independent visitors"
setting = "statutory"
mentees = { ages = { max = 18 }, groups = [{ attribute = "care_status", any_of = "in_care" }] }
shares_with = ["leaving-care"]

[[programmes]]
id = "leaving-care"
purpose = "supportive"

[[rules]]
rule = "programme"
why = "Each service is commissioned for these ages."

[[criteria]]
criterion = "shared_tags"
attribute = "interests"
weight = 3
why = "Something to talk about; twice as much where company is the purpose."

[[mentors]]
id = "m1"
programmes = ["visitors"]
shared_between_programmes = "yes"

[[mentees]]
id = "e1"
programme = "leaving-care""#,
    ),
    (
        "programmes.mentees",
        r#"[[programmes]]
id = "leaving-care"
mentees = { ages = { min = 16, max = 25 } }
mentors = { ages = { min = 21 } }

[[rules]]
rule = "programme"
why = "Each service is commissioned for these ages.""#,
    ),
    (
        "programmes.mentees.groups",
        r#"[attributes.area]
kind = "one_of"
sensitivity = "ordinary"

[[programmes]]
id = "visitors"

[programmes.mentees]
groups = [
    { attribute = "care_status", any_of = ["in_care", "care_leaver"] },
    { attribute = "goals", any_of = "independent living" },
]
area = { attribute = "area", any_of = ["Far Moor", "Upper Fold"] }

[[rules]]
rule = "programme""#,
    ),
    (
        "supervisors",
        r#"[[supervisors]]
id = "s-osbert"
caseload = 12

[[mentors]]
id = "m1"
supervisor = "s-osbert""#,
    ),
    (
        "caseload_weights",
        r#"[caseload_weights]
peer = 2

[[supervisors]]
id = "s-osbert"
caseload = 12

[[mentors]]
id = "m1"
role_type = "peer"
supervisor = "s-osbert"     # each of m1's relationships counts two of the twelve"#,
    ),
    (
        "several_mentees",
        r#"[several_mentees]
meeting_minutes = 60
dedicated = 1

[[mentors]]
id = "m1"
capacity = 3
availability = "Tue 17:00-19:00"
delivery_models = ["individually", "together"]

[[mentees]]
id = "e1"
availability = "Tue 17:00-19:00"
delivery_models = ["together"]"#,
    ),
    (
        "justifications",
        r#"[[justifications]]
attribute = "gender"
reason = "Some women visit only women at home; agreed by the trustees in March 2026."

[[mentors]]
id = "m1"
preferences = "must gender woman"     # the wish that it is about"#,
    ),
    (
        "decisions",
        r#"[[decisions]]
decision = "keep"
mentor = "m1"
mentee = "e2"
by = "the coordinator"
on = 2026-10-20
reason = "They met at the open day and asked for each other."

[[decisions]]
decision = "honour"
mentee = "e1"
attribute = "age"
by = "the coordinator"
on = 2026-10-12
reason = "Something happened; to be looked at again in a year."

[[mentees]]
id = "e1"
preferences = "never age 18..25"      # the wish that it is about

[[mentees]]
id = "e2""#,
    ),
    (
        "relationships",
        r#"[[relationships]]
mentor = "m1"
mentee = "e1"
status = "current"
started = 2026-03-09

[[relationships]]
mentor = "m2"
mentee = "e2"
status = "past"
ended = 2025-06-30"#,
    ),
    (
        "terms",
        r#"[[terms]]
term = "Music"

[[terms]]
term = "Choir"
synonyms = ["singing", "choral society"]
parent = "Music"

[[terms]]
term = "French"
canonical = "Français"
attribute = "languages""#,
    ),
    (
        "scores",
        r#"[[criteria]]
criterion = "supplied"
id = "open_day"
weight = 4
why = "The wardens saw who talked to whom at the open day."

[[scores]]
mentor = "m1"
mentee = "e1"
points = 850"#,
    ),
    (
        "sheets",
        r#"[sheets]
dates = "day/month/year"

[sheets.mentors]
file = "mentors.csv"

[sheets.mentees]
file = "mentees.csv"
delimiter = ";""#,
    ),
    (
        "sheets.mentors",
        r#"[sheets.mentors]
file = "mentors.csv"
delimiter = ";"
columns = { id = "Volunteer no.", capacity = "Places free" }"#,
    ),
    (
        "sheets.mentors.only",
        r#"[sheets.mentors]
file = "people.csv"
only = { column = "Role", is = ["Mentor", "Both"] }

[sheets.mentees]
file = "people.csv"
only = { column = "Role", is = ["Mentee", "Both"] }"#,
    ),
    (
        "sheets.mentors.exclude",
        r#"[[sheets.mentors.exclude]]
column = "Status"
is = ["withdrawn", "moved away"]
why = "no longer with us""#,
    ),
    (
        "sheets.mentors.columns.FIELD",
        r#"[sheets.mentors.columns]
id = "Volunteer no."
name = { columns = ["First name", "Surname"] }
gender = { column = "M/F", values = { "M" = "man", "F" = "woman", "prefer not to say" = "" } }
interests = { column = "Likes", separator = "," }
availability = { columns = ["Weekday times", "Weekend times"], join = "; " }
capacity = { fixed = "1" }
monitoring.ethnicity = "Monitoring form: ethnic group"

[sheets.mentees.columns]
id = { made_from = ["Name", "E-mail"], prefix = "e-" }
availability = { hours = { first = "Mon 0h", last = "Sun 23h" }, starts = "Mon 00:00" }
goals = [
    { one_hot = ["Study", "Work"], names = { "Work" = "finding work" } },
    { column = "Other goals", separators = [",", " / "], trim = ".", ignore = ["n/a", "none"] },
]
waiting_since = { column = "Timestamp", drop_time = true }"#,
    ),
    (
        "sheets.mentors.columns.FIELD.one_hot",
        r#"[sheets.mentors.columns.interests]
one_hot = { first = "Art", last = "Travel" }
names = { "General (2)" = "general knowledge" }
marks = ["ja"]
unmarked = ["nein"]"#,
    ),
    (
        "sheets.mentors.checks",
        r#"[[sheets.mentors.checks]]
name = "enhanced DBS"
issued = "DBS issued"
expires = "DBS renew by""#,
    ),
    (
        "sheets.mentees.preferences",
        r#"[[sheets.mentees.preferences]]
attribute = "gender"
strength = "prefer"
column = "Rather a man or a woman"
values = { "a man" = "man", "a woman" = "woman", "no preference" = "" }"#,
    ),
    (
        "sheets.mentees.preferences.when",
        r#"[[sheets.mentees.preferences]]
attribute = "ethnicity"
strength = "prefer"
value = "same"
when = { column = "Someone of own background", is = "yes please" }"#,
    ),
    (
        "sheets.mentors.consent",
        r#"[[sheets.mentors.consent]]
attribute = "ethnicity"
column = "Ethnic group may be used"
is = "yes"
withdrawn = "Ethnic group use withdrawn""#,
    ),
    (
        "mentors",
        r#"[[mentors]]
id = "m1"
birth_date = 1968-05-14
languages = ["English", "Polish"]
interests = "choir; cycling"
availability = "Tue evening; Sat am"
delivery_methods = ["face_to_face", "telephone"]
capacity = 2
monitoring = { disability = "no" }

[[mentees]]
id = "e1"
availability = "Tue 18:00-20:30"
waiting_since = 2026-08-03
choices = ["m1"]

[[rules]]
rule = "delivery_method"
unknown = "allow""#,
    ),
    (
        "mentors.checks",
        r#"[[mentors]]
id = "m1"
checks = [{ name = "enhanced DBS", issued = 2025-06-02, expires = 2028-06-01 }]
training = ["induction 2025-06-19"]"#,
    ),
    (
        "mentees.known_to",
        r#"[[mentors]]
id = "m1"
role_type = "natural"
known_to = "e1 close friend"

[[mentees]]
id = "e1"
nominated_mentor = "m1"
known_to = [{ id = "m1", relation = "close_friend" }]"#,
    ),
    (
        "mentors.place",
        r#"[[mentors]]
id = "m1"
place = { easting = 530000, northing = 180000 }

[[mentees]]
id = "e1"
place = "SW1A 1AA""#,
    ),
    (
        "mentees.preferences",
        r#"[[mentees]]
id = "e1"
preferences = [
    { attribute = "gender", strength = "must", value = ["woman", "non-binary"] },
    "prefer age 40..",
]"#,
    ),
];
