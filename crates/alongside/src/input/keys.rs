//! Every key a programme document may have, with its meaning: what the reader accepts, what nearest names are sought
//! among, and what the reference prints.

/// One key.
#[derive(Debug)]
pub struct Key {
    /// Its name.
    pub name: &'static str,
    /// What it is for, and what it can be.
    pub meaning: &'static str,
    /// What holds when it is absent: `required` where it may not be, otherwise the default.
    pub absent: &'static str,
}

/// The keys of one kind of table.
#[derive(Debug)]
pub struct Section {
    /// Where the table stands in a document.
    pub path: &'static str,
    /// What the table is for.
    pub about: &'static str,
    /// Its keys, in order.
    pub keys: &'static [Key],
    /// Whether the programme's own names may stand beside the keys.
    pub open: bool,
}

impl Section {
    /// Whether the key may stand here.
    pub fn has(&self, key: &str) -> bool {
        self.open || self.names().any(|name| name == key)
    }

    /// The keys' names, in order.
    pub fn names(&self) -> impl Iterator<Item = &'static str> {
        self.keys.iter().map(|key| key.name)
    }

    /// What a key means.
    pub fn meaning(&self, key: &str) -> Option<&'static str> {
        self.keys.iter().find(|known| known.name == key).map(|known| known.meaning)
    }
}

macro_rules! sections {
    ($($(#[doc = $doc:literal])+ $name:ident = $path:literal, $open:literal {
        $($key:literal: $meaning:literal, $absent:literal;)*
    })+) => {
        $($(#[doc = $doc])+ pub static $name: Section = Section {
            path: $path,
            about: concat!($($doc),+),
            keys: &[$(Key { name: $key, meaning: $meaning, absent: $absent }),*],
            open: $open,
        };)+

        /// Every section, in the order of the reference.
        pub static SECTIONS: &[&Section] = &[$(&$name),+];
    };
}

sections! {
    /// The programme itself.
    PROGRAMME = "", false {
        "name": "the programme's name", "required";
        "support": "`mentoring` or `befriending`; sets the words that are printed", "required";
        "as_of": "the day the programme is seen from, YYYY-MM-DD; nothing reads a clock", "required";
        "planned_months": "months that a relationship is planned to last, 1 to 120; checks must be valid throughout",
            "required, unless `preset` is `befriending` and `review_months` is given: then no end is planned, and checks \
            must be valid until the next review";
        "review_months": "months to the next review, 1 to 24", "no review is planned; required where no end is";
        "preset": "`mentoring` or `befriending`: brings criteria with weights, and what has to be known before anybody is \
            matched. A criterion of the file with the same id stands in place of the preset's", "nothing is brought";
        "purpose": "`targeted`, `behaviour`, `opportunities` or `supportive`: multiplies the weights of some criteria",
            "no weight is multiplied";
        "sub_goals": "with the purpose `targeted`: a list of `education`, `employment`, `desistance`, `integration` and \
            `career`, which multiply weights as well", "none";
        "factors": "factors on weights in place of the engine's for a purpose or sub-goal", "those of the engine";
        "setting": "`community`, `statutory` or `business`; stands in the outcome", "not said";
        "formality": "`formal` or `informal`. In a formal programme nobody is matched whose `goals` are blank. Checks and \
            training are asked for either way", "`formal` with the preset `mentoring`, `informal` with `befriending`, \
            otherwise not said";
        "seed": "a whole number from 0 that decides between equally good matchings", "0";
        "opaque_ids": "`true` where ids tell nothing about a person, so that messages may name them", "`false`";
        "offers": "list of what the programme offers every mentor; counts as if every mentee had it among their `offers`",
            "nothing";
        "own_weights": "criteria whose weights mentees may choose for themselves, with bounds, by id of the criterion", "none";
        "disclosure": "who is told what of the other person, and from which stage on, by attribute", "nobody is told anything";
        "ethnicity": "the list of ethnic groups that people's answers come from", "any word";
        "safeguarding": "which checks and training mentors must hold", "required";
        "delivery": "what ways of meeting need", "nothing beyond being accepted by both";
        "attributes": "further attributes, by name", "none";
        "basis": "what allows the use of each sensitive attribute, by attribute", "none; required for each sensitive \
            attribute in use";
        "rules": "hard rules beyond those always in force", "none";
        "criteria": "what makes one pair fit better than another", "none, with a warning";
        "aim": "tiers, order of quality, floor", "one tier, nothing before total fit, no floor";
        "priority": "grounds on which mentees stand in an earlier tier", "none";
        "supervisors": "who supervises mentors, and how many relationships they can look after", "none";
        "programmes": "the programmes that share this run and, where they agree, their mentors", "the file is one programme";
        "caseload_weights": "how much a relationship counts in a caseload, by the kind of mentor", "2 for peer mentors, 1 for all others";
        "several_mentees": "what a mentor with several mentees has to arrange", "nothing but places";
        "justifications": "why mentors' hard wishes on a protected characteristic are accepted", "none";
        "decisions": "coordinators' recorded decisions, where they are not in a sheet", "none";
        "relationships": "pairs that meet or met, where they are not in a sheet", "none";
        "terms": "the programme's own words, where they are not in a sheet", "none";
        "scores": "points computed elsewhere, where they are not in a sheet", "none";
        "past_pairs": "`refuse` or `allow`: whether pairs that met before may be proposed again", "`refuse`, except for \
            relationships that say `again`";
        "nominated_mentors": "`first` or `candidate`: whether a natural mentor whom a mentee nominates is theirs before \
            the matching, once checks are in order, or the pair counts as any other", "`first`";
        "sheets": "where the people stand", "none";
        "mentors": "the mentors themselves, where they are not in a sheet", "none";
        "mentees": "the mentees themselves, where they are not in a sheet", "none";
    }
    /// A criterion whose weight a mentee may choose. What they choose is scaled, so that all weights add up to as much for
    /// everybody.
    OWN_WEIGHT = "own_weights.CRITERION", false {
        "min": "least number that a mentee may give it, 0 to 100", "0";
        "max": "greatest number that a mentee may give it, 1 to 100", "required";
    }
    /// Who is told the other person's answer, from which stage on: `never`, `proposed`, `introduced` or `matched`. NAME is an
    /// attribute, or `name`, `place` (told as a distance in bands) or `availability` (told as days that both have). Nobody is
    /// told `barred_from`, `placement_type`, `care_status`, `transition_date`, `relationship_barriers`, `carer_consent`,
    /// `carer_informed_of`, `existing_support` or `own_network`.
    DISCLOSURE = "disclosure.NAME", false {
        "mentee": "from when on the mentee is told, of the mentor", "`never`";
        "mentor": "from when on the mentor is told, of the mentee", "`never`";
        "carer": "from when on the mentee's carer is told, of the mentor; of `availability` and `place`, on which days both have time and how far apart they are", "`never`";
        "why": "why it is told; asked for of attributes that are sensitive or protected, and put on record", "none";
    }
    /// The list of ethnic groups that people's answers come from. It closes the attribute `ethnicity` to its groups, lets
    /// wishes say `same_broad` and `different_broad`, and adds the attribute `ethnicity_broad`.
    ETHNICITY = "ethnicity", false {
        "scheme": "`england_wales_2021`, the 19 groups in 5 of the 2021 census in England and Wales, or `own`", "required";
        "groups": "own: a table from each broad group to the list of its groups", "required for own, nowhere else";
        "no_match": "own: groups that two people may both have and still be different, such as any other background: a wish \
            for the same is not met, one for another is not known to be", "none";
    }
    /// What mentors must hold. An empty list says openly that nothing is required, and then needs a why.
    SAFEGUARDING = "safeguarding", false {
        "checks": "required checks, each a name or a table; where an `activity` is declared, beyond the check that \
            follows from it", "required, if only as an empty list, unless an `activity` is declared";
        "activity": "what the programme does with whom, from which the required check follows", "no check follows \
            from the activity";
        "training": "required training items, each a name or a table", "none";
        "why": "why no check is required", "required when `checks` is empty and no `activity` is declared";
    }
    /// What the programme does with whom. Which check mentors must hold follows from it by a table, below.
    ACTIVITY = "safeguarding.activity", false {
        "nation": "under whose law: `england`, `wales`, `scotland` or `northern_ireland`", "required";
        "mentees": "list of who mentees are: `children` (under 18), and `adults` or `adults_receiving_care`",
            "required";
        "days_in_30": "most days in any 30 on which one mentor meets mentees, 0 to 30", "required";
        "overnight": "`true` where they are ever together overnight, between 2 and 6 in the morning", "`false`";
        "methods": "list of the ways of meeting that the programme has: `face_to_face`, `internet`, `telephone`",
            "all three";
        "valid_months": "months from issue for which a check without a recorded expiry counts as valid, 1 to 600", "a \
            check without an expiry needs a person to look";
        "table": "rows of the programme's own, before those that ship with the engine; one that has the name of such \
            a row replaces it", "the table as it ships";
    }
    /// One row of the table from activity to check. The first row that applies to mentee and way of meeting decides.
    CHECK_ROW = "safeguarding.activity.table[]", false {
        "row": "its name; the name of a row below replaces that row", "required";
        "nations": "list of nations that it is about", "every nation";
        "mentees": "`children`, `adults` or `adults_receiving_care`", "required";
        "methods": "list of ways of meeting that it is about", "every way";
        "from_days": "fewest days in 30 for which it applies, 1 to 30", "any number of days";
        "overnight": "`true` where it applies only if people are together overnight", "`false`";
        "check": "the check that it requires", "none is required";
        "highest": "the highest check that may be asked for", "the one required; where none is, nothing is said";
        "valid_months": "months from issue for which this check counts as valid, 1 to 600", "as `activity` says";
        "source": "where that is from, and when it was read or decided", "required";
    }
    /// One required check or training item.
    REQUIREMENT = "safeguarding.checks[]", false {
        "name": "its name, as in the mentors' records, capital letters aside", "required";
        "valid_months": "months from issue for which one without a recorded expiry counts as valid, 1 to 600", "a \
            check without an expiry needs a person to look, a training item without one does not lapse";
        "roles": "list of kinds of mentors of whom it is required: `volunteer`, `natural`, `peer`, `paid`", "everybody";
    }
    /// What ways of meeting need, beyond being accepted. A way that needs what somebody does not have is not one of theirs.
    DELIVERY = "delivery", false {
        "telephone_needs": "list of what the telephone needs of both: `phone`, `hearing_access`", "nothing";
        "internet_needs": "list of what the internet needs of both: `device`", "nothing";
        "online_supervision_under": "age in whole years below which a mentee meets online only where \
            `online_supervision` is `yes`, 1 to 130", "no such age";
        "usual_methods": "list of the ways of meeting that a blank in `delivery_methods` counts as, such as \
            `face_to_face`; whoever is taken so is told of in a warning", "a blank is not known";
        "usual_models": "list of the forms of support that a blank in `delivery_models` counts as, such as `one_to_one`",
            "a blank is not known";
        "language": "what the two have to speak: a table; with it, the telephone needs a language in common", "no way \
            needs a language in common";
    }
    /// For which ways of meeting the two need a language in common; the rule `shared_language` asks for one whatever the
    /// way.
    DELIVERY_LANGUAGE = "delivery.language", false {
        "needed_for": "list of `face_to_face`, `telephone`, `internet`", "`telephone`";
        "interpreter_for": "of these, those for which an interpreter will do, where either has `interpreter` `yes`",
            "none";
    }
    /// One further attribute. Its name has the characters a-z, 0-9 and _ and is no standard field.
    ATTRIBUTE = "attributes.NAME", false {
        "kind": "`tags` (any number of terms), `one_of` (one term), `level` (one of the words of `order`), `number` \
            (up to three decimals) or `date`", "required";
        "order": "for a level: its 2 to 1000 words, lowest first", "required for a level, nowhere else";
        "values": "for tags and one_of: the words that may occur", "any word";
        "sensitivity": "`ordinary`, `special_category` or `criminal_offence`", "required";
        "protected": "the protected characteristic it tells: `age`, `disability`, `gender_reassignment`, \
            `marriage_and_civil_partnership`, `pregnancy_and_maternity`, `race`, `religion_or_belief`, `sex` or \
            `sexual_orientation`", "none";
    }
    /// The basis for one sensitive attribute.
    BASIS = "basis.ATTRIBUTE", false {
        "basis": "`consent`, `safeguarding`, `disability_support`, `counselling`, `social_care` or \
            `not_for_profit_body`", "required";
        "note": "where this was decided or recorded; printed in the outcome", "none";
    }
    /// One hard rule. Which of the settings it has depends on the rule; see the reference of rules.
    RULE = "rules[]", false {
        "rule": "which rule: `delivery_method`, `delivery_model`, `dates_overlap`, `time_overlap`, `hours`, `contact`, \
            `shared_language`, `travel`, `age_bounds`, `co_location`, `carer_consent`, `capabilities`, `programme` or \
            `attribute_bounds`", "required";
        "id": "name in outcomes", "the rule's own name";
        "why": "why the programme has it", "none; required where the rule bears on a protected characteristic";
        "unknown": "`needs_check` or `allow`: what happens where data is blank", "`needs_check`";
        "minimum_minutes": "time_overlap: shortest useful stretch, a multiple of 30 from 30 to 10080", "60";
        "minimum_days": "dates_overlap: fewest days of the planned period on which both can take part, 1 to 3653, and \
            no more than it has", "required for dates_overlap";
        "before_transition": "dates_overlap: `true` where the two have to be able to start before the mentee's \
            `transition_date`", "`false`";
        "who": "travel: who travels: `mentor`, `mentee`, `either`, `both` or `nobody`", "`mentor`";
        "max_km": "travel: kilometres beyond which nobody is to travel, 1 to 20000", "no bound; required where \
            nobody travels";
        "attribute": "attribute_bounds: which attribute", "required for attribute_bounds";
        "relation": "attribute_bounds: `same` or `different`", "either";
        "difference": "age_bounds, attribute_bounds: bounds on mentor minus mentee", "no bound";
        "under": "carer_consent: age in whole years below which a carer's consent is needed, 1 to 130", "18";
        "table": "capabilities: lines of the programme's own, before the starting table", "the starting table";
        "mentor": "age_bounds, attribute_bounds: bounds on the mentor", "no bound";
        "mentee": "age_bounds, attribute_bounds: bounds on the mentee", "no bound";
    }
    /// One line of a table from barrier or need to capability. A line whose `need` is in the starting table takes that
    /// line's place.
    CAPABILITY = "rules[].table[]", false {
        "need": "the barrier or need, as mentees' answers name it", "required";
        "attribute": "`relationship_barriers` or `needs`: where it is looked for", "both";
        "requires": "list of capabilities that a mentor must have, if only an empty list", "required";
    }
    /// A range with both ends included, for `difference`, `mentor` and `mentee` of a rule. Levels are given as words,
    /// differences of levels and of dates as whole numbers.
    BOUNDS = "rules[].difference", false {
        "min": "lowest allowed", "open";
        "max": "highest allowed", "open";
    }
    /// One criterion. Which of the settings it has depends on the criterion; see the reference of criteria.
    CRITERION = "criteria[]", false {
        "criterion": "which criterion: `shared_tags`, `shared_dislikes`, `coverage`, `motivations`, `same_value`, `level_distance`, \
            `shared_time`, `distance`, `stated_preferences`, `ranked_choices`, `delivery_preference`, `carer_preferences`, \
            `duration`, `training_held`, `lookup`, `supplied` or `own`", "required";
        "id": "name in outcomes", "the criterion's own name";
        "weight": "factor on its points, a whole number from 0 to 1000", "required";
        "view": "whose fit the points count to: `mentee`, `mentor`, or `both`, half the weight to each", "`mentee` for \
            coverage, ranked_choices, carer_preferences, duration and training_held, `mentor` for motivations, `side` for stated_preferences and \
            delivery_preference, otherwise `both`";
        "why": "a sentence on why the programme has it", "required";
        "unknown": "what a blank earns: `neutral` (500 points), `lowest` (0 points) or `ask` (500 points, and a \
            question in the outcome)", "`neutral`";
        "attribute": "which attribute", "required, except for stated_preferences, where it is all of \
            them, and for delivery_preference, where it is `delivery_methods`";
        "full_at": "shared_tags, shared_dislikes: shared terms that earn full points, 1 to 100", "2";
        "rare_counts_more": "shared_tags, shared_dislikes: `true` where rare shared terms count up to twice as much", "`false`";
        "relation": "same_value: `same` or `different`", "`same`";
        "ideal": "level_distance: wished distance of the mentor above the mentee", "0";
        "span": "level_distance: distance from the ideal at which no points are left, above 0", "for a level, the \
            number of its words less one; required for a number or date";
        "full_at_minutes": "shared_time: shared time that earns full points, a multiple of 30 from 30 to 10080", "240";
        "near_km": "distance: kilometres up to which there are full points, 0 to 19999", "2";
        "far_km": "distance: kilometres from which on there are no points, 1 to 20000", "required for distance";
        "side": "stated_preferences, delivery_preference: `mentee` or `mentor` to heed one side only", "both sides";
        "ranks": "ranked_choices: choices that earn points, 1 to 100", "5";
        "mentee_attribute": "lookup: the mentee's attribute, of kind one_of or level; coverage, motivations: the mentee's, of \
            kind tags", "required for lookup; `goals` for coverage, `offers` for motivations";
        "mentor_attribute": "lookup: the mentor's attribute, of kind one_of or level; coverage, motivations: the mentor's, of \
            kind tags", "required for lookup; `skills` for coverage, `motivations` for motivations";
        "training": "training_held: the names of training items, 1 to 100", "required for training_held";
        "table": "lookup: the lines of the table, at least one", "required for lookup";
        "otherwise": "lookup: points of combinations not in the table, 0 to 1000", "0";
        "ranked": "supplied: `true` where the numbers in `scores` are ranks, 1 the best", "`false`, they are points";
    }
    /// A factor on the weight of one criterion for the sake of a purpose or sub-goal, in place of the engine's.
    FACTOR = "factors[]", false {
        "sake": "the purpose or sub-goal, one that the programme has", "required";
        "criterion": "id of the criterion", "required";
        "factor": "what the weight is multiplied by, 1 to 10", "required";
    }
    /// One line of a lookup table; each combination stands once.
    LOOKUP = "criteria[].table[]", false {
        "mentee": "the mentee's answer, in quotes", "required";
        "mentor": "the mentor's answer, in quotes", "required";
        "points": "points of the combination, 0 to 1000", "required";
    }
    /// What the matching is to achieve.
    AIM = "aim", false {
        "tiers": "number of priority tiers, 1 to 8", "1";
        "quality": "which of the matchings that serve as many people is preferred: total_fit, least_fit, worst_off_first, most_first_choices or fewest_last_choices; or stable, an aim of its own: no mentee and mentor would both rather have each other, even where that serves fewer people", "total_fit";
        "steps": "with worst_off_first: in how many even steps fits are told apart, 1 to 100", "20";
        "ranks": "with most_first_choices and fewest_last_choices: how many ranks of `choices` count, 1 to 8", "3";
        "method": "with stable: best_for_mentees, where every mentee has the best mentor that they can have in a stable matching, or more_served, where ties are used to serve more people", "best_for_mentees";
        "standard_priority": "`true`: the grounds of priority that come with the engine are in force, before those of the programme", "`false`";
        "longest_waiting_first": "`true`: of the matchings that serve as many people of every tier, those come first that serve whom has waited longest, before anything of how well pairs fit; not with stable", "`false`";
        "most_mentors": "`true`: of the matchings that serve as many people of every tier, those come first in which as many \
            mentors as can be have somebody proposed, before days waited and fit; not with least_fit and stable", "`false`";
        "search_nodes": "most nodes that a search looks at where hours, contact, several mentees or unequal caseloads ask for \
            one, 1 to 1000000", "as many as the size allows: the more people, the fewer";
        "first": "ids of criteria whose points come before total fit, in order, at most 12; with ranks of choices, 12 less these, and with longest_waiting_first one less", "none";
        "floor": "least fit of a pair that may be proposed", "0";
        "mentee_floor": "least that the mentee's part of the fit may be", "0";
        "mentor_floor": "least that the mentor's part of the fit may be", "0";
    }
    /// A ground on which mentees stand in an earlier tier. It never puts anybody in a later one.
    GROUND = "priority[]", false {
        "tier": "the tier, 1 for the first, at most the `tiers` of the aim", "required";
        "id": "name in outcomes", "the attribute's name, `promised_wait` or `under_age`";
        "why": "why the programme has it; printed in the outcome", "required";
        "attribute": "the mentees' attribute that it looks at", "none; required without `promised_days` and `under_age`";
        "value": "what the answer has to be: a term, a list of terms of which any will do, those below it in the \
            vocabulary among them, or a range such as `25..40`, `18..` or `..30`", "none; this, `within_days`, `promised_days` or `under_age` is required";
        "within_days": "of a date: it is the programme's day, or comes at most so many days after it, 0 to 36525; \
            with `promised_days`: so many days before the promise runs out", "with promised_days, 0";
        "promised_days": "the wait that nobody is to exceed, in days, 1 to 36525", "none";
        "under_age": "age in whole years below which it holds, 1 to 130; in place of `attribute` and `value`", "none";
    }
    /// One of several programmes in a run over mentors whom they may share. The rule `programme` keeps to what stands here.
    ONE_PROGRAMME = "programmes[]", false {
        "id": "its id, by which people's answers name it", "required";
        "name": "its name, for print", "the id";
        "purpose": "`targeted`, `behaviour`, `opportunities` or `supportive`: takes the place of the file's purpose for its \
            mentees, in factors on weights", "the file's";
        "sub_goals": "with the purpose `targeted`: a list of `education`, `employment`, `desistance`, `integration` and \
            `career`", "none";
        "setting": "`community`, `statutory` or `business`; stands in the outcome", "not said";
        "mentees": "whom it is for", "everybody";
        "mentors": "whom it takes as mentors, its own and those of other programmes", "everybody";
        "shares_with": "list of ids of other programmes to which its mentors may be shown, if they agree: the agreement to \
            share data, in this direction alone", "none";
        "weights": "weights of criteria for its mentees in place of the file's, a table from id of the criterion to a whole \
            number from 0 to 1000; all are then scaled to the file's sum", "the file's";
    }
    /// Whom a programme is for: all that is given has to hold. `mentors` has the same keys.
    ELIGIBLE = "programmes[].mentees", false {
        "ages": "whole years on the file's `as_of` date: a table of `min`, `max` or both, ends included", "any age";
        "groups": "list of groups, of which a person has to belong to one", "everybody";
        "area": "the area in which a person has to be", "anywhere";
        "purposes": "`mentees` alone: list of `targeted`, `behaviour`, `opportunities`, `supportive`, of which a mentee's \
            `purpose` has to name one", "any";
    }
    /// People by their answer to an attribute; `area` has the same keys.
    GROUP = "programmes[].mentees.groups[]", false {
        "attribute": "the attribute", "required";
        "any_of": "what the answer has to be: a term, a list of terms of which any will do, those below them in the \
            vocabulary among them, or a range such as `25..40`", "required";
    }
    /// Somebody who supervises mentors. All their mentors together have at most so many relationships at a time.
    SUPERVISOR = "supervisors[]", false {
        "id": "who it is; what mentors' `supervisor` names", "required";
        "caseload": "most relationships that their mentors may have at a time, 0 to 10000, each counted as `caseload_weights` says; those that go on, are urgent or held count", "required";
    }
    /// How much one relationship counts in its supervisor's caseload, by the mentor's `role_type`; a mentor whose kind is
    /// not known counts 1.
    CASELOAD_WEIGHTS = "caseload_weights", false {
        "natural": "of natural mentors, 1 to 10", "1";
        "paid": "of paid mentors, 1 to 10", "1";
        "peer": "of peer mentors, who need more supervision, 1 to 10", "2";
        "volunteer": "of volunteers, 1 to 10", "1";
    }
    /// What a mentor with several mentees has to arrange: everybody is met in a way that suits both (`delivery_models`),
    /// those met alone at times of their own, those met together at one time that suits all, by mentees who do not mind
    /// each other (`not_together_with`). Mentors have at most 12 places then.
    SEVERAL = "several_mentees", false {
        "meeting_minutes": "how long a meeting is, in minutes, a multiple of 30 from 30 to 720", "times are not looked at";
        "dedicated": "most mentees, those whose pairs go on among them, whom a mentor may have who gives one of them `dedicated` support, 1 to 12", "1";
    }
    /// A justification of mentors' hard wishes.
    JUSTIFICATION = "justifications[]", false {
        "attribute": "the protected attribute wished about", "required";
        "reason": "why the wishes are accepted; printed in the outcome", "required";
    }
    /// What a coordinator decided: that a pair is kept or barred, that a pair or a person is held until something is
    /// settled, that a mentee's `never` on a protected value is honoured, or that a close friend whom a mentee nominated
    /// may be their mentor.
    DECISION = "decisions[]", false {
        "decision": "`keep`, `bar`, `hold`, `honour` or `allow_close_friend`", "`honour` where there is an `attribute`, otherwise required";
        "mentor": "id of the mentor", "required for keep, bar and allow_close_friend; a hold without one holds the mentee";
        "mentee": "id of the mentee", "required, but for a hold: one without it holds the mentor";
        "attribute": "honour: the attribute wished about", "required for honour, nowhere else";
        "by": "who decided", "required";
        "on": "when, YYYY-MM-DD", "required";
        "reason": "why; printed in the outcome", "required";
    }
    /// A pair that meets or met.
    RELATIONSHIP = "relationships[]", false {
        "mentor": "id of the mentor", "required";
        "mentee": "id of the mentee", "required";
        "status": "`current` or `past`", "`past` where `ended` is on or before the programme's day, otherwise `current`";
        "started": "the day on which they began to meet", "blank";
        "ended": "the day on which they met for the last time, or are to", "blank";
        "again": "for a past pair: `yes` where the two may be proposed to each other again", "`no`";
    }
    /// A word of the programme's vocabulary.
    TERM = "terms[]", false {
        "term": "the word, as it is printed", "required";
        "canonical": "the term that this word is a synonym of", "the word stands for itself";
        "synonyms": "list of other words that count as this term", "none";
        "parent": "list of the broader terms next above it; who has the term has these too", "none";
        "attribute": "list of the attributes whose word it is, each of kind tags or one_of", "every attribute of these \
            kinds in which any word may occur";
    }
    /// Points of a pair, computed elsewhere.
    SCORE = "scores[]", false {
        "mentor": "id of the mentor", "required";
        "mentee": "id of the mentee", "required";
        "points": "points of the pair, 0 to 1000; where the criterion is `ranked`, the rank from 1", "required";
        "criterion": "id of the supplied criterion that the score is for", "the only one there is; required where \
            several are supplied";
    }
    /// Where the people stand.
    SHEETS = "sheets", false {
        "mentors": "the mentors' sheet", "none";
        "mentees": "the mentees' sheet", "none";
        "relationships": "a sheet of pairs that meet or met", "none";
        "decisions": "a sheet of coordinators' recorded decisions", "none";
        "terms": "a sheet of the programme's own words", "none";
        "scores": "a sheet of points computed elsewhere", "none";
        "dates": "how dates are written: `year-month-day`, `day/month/year` or `month/day/year`; YYYY-MM-DD is read \
            in any case", "`year-month-day`";
    }
    /// One sheet; `sheets.mentees` has the same keys, and so have `sheets.relationships`, `sheets.decisions`,
    /// `sheets.terms` and `sheets.scores`, but for those that only people have: `checks`, `training`, `preferences`,
    /// `consent` and `rows`.
    SHEET = "sheets.mentors", false {
        "file": "the file, seen from the programme file: a workbook where its name ends in `.xlsx` or `.xlsm`, \
            otherwise delimited text", "required, unless given on the command line";
        "sheet": "of a workbook: the worksheet, by name", "the only visible worksheet; required where there are \
            several";
        "header_row": "row of the headers as a spreadsheet shows it; rows above it are not read", "the first row that \
            is not blank";
        "delimiter": "of delimited text: `,`, `;`, `|` or `tab`", "found from the header and the first rows, and \
            told by `validate`";
        "encoding": "of delimited text: `utf-8`, `utf-16le`, `utf-16be` or `windows-1252`", "UTF-8, or UTF-16 where a \
            byte order mark says so; told by `validate`";
        "dates": "how this sheet writes dates; the words are those of `dates` under `sheets`", "as `sheets` says";
        "only": "which rows are people of this side; both sides may then name one file", "every row";
        "exclude": "rows that are left out on purpose, counted with the reason", "none";
        "rows": "`one_per_person`, or `several_per_person` where a person has a row for each answer: rows with one id \
            are then gathered, lists united, and every other field must agree", "`one_per_person`";
        "columns": "from field to column", "headers that are names of fields are taken as such";
        "checks": "checks whose dates stand in columns of their own", "none";
        "training": "training items whose dates stand in columns of their own", "none";
        "preferences": "wishes that stand in columns of their own", "none";
        "consent": "consents that stand in columns of their own", "none";
    }
    /// Which rows of a sheet are people of its side.
    SHEET_ONLY = "sheets.mentors.only", false {
        "column": "header of the column that tells", "required";
        "is": "the answer, or a list of answers, capital letters aside; an empty text is a blank cell", "required";
    }
    /// Rows that are left out on purpose. The first that fits a row gives the reason.
    SHEET_EXCLUDE = "sheets.mentors.exclude[]", false {
        "column": "header of the column that tells", "required";
        "is": "the answer, or a list of answers, capital letters aside; an empty text is a blank cell", "required";
        "why": "the reason, which is printed with the number of rows", "required";
    }
    /// How one field is put together, from exactly one of `column`, `columns`, `one_hot`, `hours`, `made_from` and
    /// `fixed`. A plain text is short for `column`. A list of such tables, or texts, unites what each of them gives; it
    /// is for fields that are lists.
    COLUMN = "sheets.mentors.columns.FIELD", false {
        "column": "the header of the column", "one of the six is required";
        "columns": "headers of several columns that are joined, at most 256", "one of the six is required";
        "join": "what stands between joined columns", "a space";
        "separator": "what stands between the items of a list in one cell; of `availability`, between its entries, so \
            a comma would part `Mon, Tue am`", "`;` and line breaks";
        "separators": "a list of separators, each of which parts", "as `separator` says";
        "trim": "characters taken off both ends of a cell or item, besides white space", "none";
        "before": "a text: only what stands before it in a cell or item counts, so that `(` leaves `Mentor` of `Mentor \
            (up to 3)`", "the whole cell";
        "ignore": "answers that mean a blank, such as `n/a`, as a cell or an item, capital letters aside", "none";
        "values": "translations of cell values or list items, capital letters aside; an empty text makes a blank",
            "none";
        "yes_no": "`true`: the cell says yes or no, and becomes `yes` or `no`; any other answer is an issue",
            "the cell as it stands";
        "yes": "yes_no: the words for yes, capital letters aside", "`yes`, `y`, `true`, `1`";
        "no": "yes_no: the words for no, capital letters aside", "`no`, `n`, `false`, `0`";
        "duration": "`days`, `weeks`, `months` or `years`: the cell is a length of time such as `3 years` or `1 year 6 \
            months`, and becomes its number of these", "the cell as it stands";
        "unit": "duration: what a number without a word counts", "such a number is an issue";
        "units": "duration: further words for units, such as `{ Jahre = \"years\" }`", "the English words";
        "at_least": "duration: `true` where `3+ years` counts as 3 years", "such an answer is an issue";
        "drop_time": "`true`: a time of day behind a date, as in `5/1/2019 1:00:27`, is dropped",
            "a date with a time is an issue";
        "one_hot": "several columns, each of which stands for a term: a list of headers, or a table of `first` and \
            `last`. The field is the terms whose cell is marked", "one of the six is required";
        "names": "one_hot: from header to term; an empty text leaves the column out", "the headers are the terms";
        "hours": "neighbouring columns, each of which stands for a stretch of the week: a table of `first` and `last`, \
            or a list of headers. For `availability` alone", "one of the six is required";
        "starts": "hours: when the first column begins, such as `Mon 00:00`", "required with `hours`";
        "ends": "hours: when the last column ends, such as `Fri 24:00`", "a week after `starts`";
        "minutes": "hours: how long each column lasts, a multiple of 30", "60";
        "marks": "one_hot, hours: the cells that are marked, capital letters aside",
            "`1`, `x`, `yes`, `y`, `true`, `tick`, `ticked`, `checked`, `✓`, `✔`, `☑`";
        "unmarked": "one_hot, hours: the cells that are not marked, capital letters aside; a blank never is, and any \
            other cell is an issue", "`0`, `no`, `n`, `false`, `☐`";
        "made_from": "headers of columns from which an id is worked out that tells nothing of them; `id` alone",
            "one of the six is required";
        "prefix": "made_from: what the id begins with, at most 32 bytes", "nothing";
        "fixed": "the same value for every row", "one of the six is required";
    }
    /// Neighbouring columns, from one to another as they stand in the sheet; `hours` has the same keys.
    SHEET_RUN = "sheets.mentors.columns.FIELD.one_hot", false {
        "first": "header of the first column", "required";
        "last": "header of the last column", "required";
    }
    /// Dates of one check; `training` has the same keys. A row in which both are blank has no such item.
    SHEET_RECORD = "sheets.mentors.checks[]", false {
        "name": "the check or training item", "required";
        "issued": "header of the column with the day of issue or completion", "no such column; one of the two is \
            required";
        "expires": "header of the column with the last valid day", "no such column; one of the two is required";
        "drop_time": "`true`: a time of day behind a date is dropped", "a date with a time is an issue";
    }
    /// A wish in columns of its own, of either side, from exactly one of `column` and `value`.
    SHEET_PREFERENCE = "sheets.mentees.preferences[]", false {
        "attribute": "the other person's attribute", "required";
        "strength": "`must`, `prefer`, `avoid` or `never`", "required";
        "column": "header of the column with what is wished; a blank cell is no wish", "one of the two is required";
        "separator": "what stands between several values in one cell, any of which will do", "the cell is one value";
        "separators": "a list of separators, each of which parts", "as `separator` says";
        "values": "translations of cell values, capital letters aside; an empty text makes no wish", "none";
        "value": "what is wished, the same for every row", "one of the two is required";
        "when": "the wish stands only in rows where a column has a value", "it stands in every row";
    }
    /// A condition on a row.
    SHEET_WHEN = "sheets.mentees.preferences[].when", false {
        "column": "header of the column", "required";
        "is": "the value it must have, or a list of values of which it must have one, capital letters aside; an empty \
            text is a blank cell", "required";
    }
    /// A consent in a column of its own, of either side.
    SHEET_CONSENT = "sheets.mentors.consent[]", false {
        "attribute": "the sensitive attribute consented to", "required";
        "column": "header of the column with the answer", "required";
        "is": "the answer that gives consent, or a list of such answers, capital letters aside", "`yes`";
        "withdrawn": "header of a column that is filled in where consent was withdrawn; a date in the cell counts as \
            the day of withdrawal, and one after `as_of` is not in force yet", "no such column";
    }
    /// One person. Declared attributes stand beside these by their own names; monitoring answers under `monitoring`.
    PERSON = "mentors[]", true {
        "id": "who it is; the same id on both sides is the same person", "required";
        "name": "name, shown only on request", "blank";
        "age": "whole years on the programme's as_of date, 0 to 130", "blank, or worked out from `birth_date`";
        "birth_date": "day of birth, from which the age is worked out", "blank";
        "gender": "gender as the person describes it", "blank";
        "ethnicity": "ethnic group, given for matching", "blank";
        "languages": "list of languages", "blank";
        "interests": "list of interests", "blank";
        "lived_experience": "list of experiences the person is willing to share", "blank";
        "shareable_experiences": "mentors: list of those of `lived_experience` that they agreed to share; only these count, \
            and only these are told; where any mentor fills it in, a blank shares nothing", "all of `lived_experience` where \
            no mentor fills it in, otherwise nothing";
        "faith": "faith or belief, given for matching", "blank";
        "dislikes": "list of what the person would rather not do or talk about", "blank";
        "purpose": "mentees: list of what they come for: `behaviour`, `opportunities`, `supportive`, `targeted`", "blank";
        "network_contacted": "mentees: `yes` or `no`, whether anybody has asked whom they know and would name", "blank";
        "own_network": "mentees: `small` or `wide`, how many adults they can turn to already", "blank";
        "wants_to_try": "mentees: list of what they would like to try and have not done yet", "blank";
        "goals": "list of what a mentee wants to reach or learn", "blank";
        "skills": "list of what a mentor can help with", "blank";
        "motivations": "list of what a mentor hopes to gain", "blank";
        "offers": "list of what a mentee has to offer a mentor", "blank";
        "needs": "list of what has to be provided for", "blank";
        "availability": "free times of a recurring week: days with times, such as `Mon 17:00-20:00; Sat am; weekdays \
            evening`", "blank";
        "relationship_barriers": "mentees: list of what makes it hard to build a relationship", "blank";
        "capabilities": "mentors: list of what they are trained in or good at that barriers and needs ask for", "blank";
        "carer_consent": "mentees: `yes` or `no`, whether their carer consents", "blank";
        "carer_informed_of": "mentees: list of what their carer was informed of", "blank";
        "existing_support": "mentees: who supports them already, list of `befriender`, `independent_visitor`, `mentor`, \
            `personal_adviser`", "blank";
        "hours_per_week": "hours a week that a mentor can give to all mentees together, or that a mentee needs, such as \
            1.5; 0 to 1000", "blank";
        "contact_channels": "list of ways to be reached between meetings, such as text, call or email", "blank";
        "contact_times": "list of times at which they may be reached between meetings, such as mornings, evenings or \
            weekends", "any time";
        "contacts_per_week": "contacts a week between meetings that a mentor can give to all mentees together, or that a \
            mentee needs, 0 to 1000", "blank";
        "promised_months": "mentors: for how many months they can promise to be there", "blank";
        "move_likely": "`yes` or `no`, whether they expect to move away in the planned time", "blank";
        "attends": "list of places where they live, work or go regularly", "blank";
        "barred_from": "list of places where they must not be", "blank";
        "phone": "`yes` or `no`, whether they can be rung", "blank";
        "hearing_access": "`yes` or `no`, whether they can follow a telephone call, with what help they have", "blank";
        "device": "`yes` or `no`, whether they have a device and a connection", "blank";
        "online_supervision": "mentees: `yes` or `no`, whether somebody supervises their contact online", "blank";
        "interpreter": "`yes` or `no`, whether an interpreter is at hand for them", "blank";
        "other_services": "other services in their week, each `NAME: TIMES` or a table; their times are taken out of \
            `availability`", "none";
        "delivery_methods": "list of `face_to_face`, `telephone`, `internet`, the one liked best first", "blank";
        "delivery_models": "list of `one_to_one`, `together`, `individually`, `dedicated`, the one liked best first", "blank";
        "placement_type": "where the person lives: `at_home`, `foster`, `high_needs`, `independent`, `kinship`, `residential`, \
            `secure`, `semi_independent`, `supported` or `temporary`", "blank";
        "care_status": "`at_risk`, `care_leaver`, `in_care`, `previously_in_care` or `none`", "blank";
        "transition_date": "the day of a great change, such as leaving care, school or prison", "blank";
        "programme": "mentees: id of the programme they were referred to, one of `programmes`", "blank";
        "programmes": "mentors: list of ids of the programmes they were approved for", "blank";
        "shared_between_programmes": "mentors: `yes` or `no`, whether they agree to be shown to other programmes",
            "blank, which is no agreement";
        "role_type": "`volunteer`, `natural`, `peer` or `paid`", "blank";
        "available_from": "the first day on which the person can take part", "blank";
        "available_until": "the last day on which the person can take part", "blank";
        "max_travel_km": "how far the person can travel to a meeting, in kilometres as the crow flies", "blank";
        "place": "a UK postcode, its sector or outcode; `E 530000 N 180000`; `51.5, -0.12`; or a table", "blank";
        "exclusions": "people not to be matched with, each `ID`, `ID: REASON` or a table; the reason is for coordinators alone",
            "none";
        "known_to": "people of the other side who are known already, each `ID RELATION` or a table; the relations \
            are `kin`, `close_friend`, `acquaintance` and `professional`", "none";
        "supervisor": "mentors: id of who supervises them, one of `supervisors`", "none";
        "capacity": "mentors: places now, 0 to 1000", "1";
        "checks": "mentors: checks held, each `NAME ISSUED to EXPIRES` or a table", "none";
        "training": "mentors: training completed, each `NAME ISSUED to EXPIRES` or a table", "none";
        "waiting_since": "mentees: the day since which they wait", "blank";
        "priority_tier": "mentees: 1 for the first, at most the `tiers` of the aim", "the last tier";
        "own_weights": "mentees: weights that they choose, each `CRITERION NUMBER`", "the programme's weights";
        "choices": "mentees: ids of mentors, first choice first", "none";
        "nominated_mentor": "mentees: id of the mentor whom they name from their own network", "none";
        "not_together_with": "mentees: ids of mentees whom they would not meet their mentor together with", "none";
        "carer_preferences": "mentees: what their carer would like of a mentor, written as wishes are; shown to staff, \
            and counted only by the criterion `carer_preferences`", "none";
        "preferences": "wishes, each `STRENGTH ATTRIBUTE VALUE`, with ` or ` between alternatives, or a table", "none";
        "consent": "sensitive attributes the person consents to, each `ATTRIBUTE` or `ATTRIBUTE DATE`", "none";
        "consent_withdrawn": "sensitive attributes whose consent was withdrawn, each `ATTRIBUTE` or `ATTRIBUTE \
            DATE`", "none";
        "monitoring": "answers for equality monitoring only; nothing that decides can reach them", "none";
    }
    /// Another service in a person's week, written as a table.
    OTHER_SERVICE = "mentors[].other_services[]", false {
        "name": "what it is", "required";
        "times": "when, as `availability` is written, on the hour or half hour", "required";
        "contact": "whom to ask there", "blank";
    }
    /// One check or training item held, written as a table.
    HELD = "mentors[].checks[]", false {
        "name": "its name", "required";
        "issued": "day of issue or completion", "not known; counts as issued";
        "expires": "last valid day", "not known, or worked out from `valid_months`";
    }
    /// Somebody not to be matched with, written as a table.
    EXCLUSION = "mentors[].exclusions[]", false {
        "id": "who", "required";
        "reason": "why; shown to coordinators alone", "none on record";
    }
    /// One person of the other side who is known already, written as a table.
    KNOWN_TO = "mentees[].known_to[]", false {
        "id": "who", "required";
        "relation": "`kin`, `close_friend`, `acquaintance` or `professional`", "required";
    }
    /// A place, written as a table: two keys that belong together.
    PLACE = "mentors[].place", false {
        "easting": "metres east on the British national grid, 0 to 700000", "required with `northing`";
        "northing": "metres north on the British national grid, 0 to 1300000", "required with `easting`";
        "latitude": "degrees north (WGS84), -90 to 90", "required with `longitude`";
        "longitude": "degrees east (WGS84), -180 to 180; the west is below 0", "required with `latitude`";
    }
    /// One wish of a mentee or mentor, written as a table.
    PREFERENCE = "mentees[].preferences[]", false {
        "attribute": "the other person's attribute", "required";
        "strength": "`must`, `prefer`, `avoid` or `never`", "required";
        "value": "`same`, `different`, a term, a list of terms of which any will do (in a wish written as text, join \
            them by ` or `), or a range such as `25..40`, `18..` or `..30`", "required";
    }
}
