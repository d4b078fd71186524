//! The kinds of programme that are made up, and what sets them apart.

use std::fmt;

/// A kind of programme.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Scheme {
    /// Befriending of older people who see few others, by visit and telephone.
    Befriending,
    /// Mentoring of young people in care and leaving care.
    CareLeavers,
    /// Mentoring at work, between grades.
    Workplace,
    /// Mentoring of people who arrive: refugees, and people coming out of prison.
    Resettlement,
}

impl Scheme {
    /// Every kind, in the order of the reference.
    pub const ALL: [Self; 4] = [Self::Befriending, Self::CareLeavers, Self::Workplace, Self::Resettlement];

    /// Its name on the command line.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Befriending => "befriending",
            Self::CareLeavers => "care-leavers",
            Self::Workplace => "workplace",
            Self::Resettlement => "resettlement",
        }
    }

    /// The kind of that name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|scheme| scheme.name() == name)
    }

    pub(super) const fn traits(self) -> &'static Traits {
        match self {
            Self::Befriending => &BEFRIENDING,
            Self::CareLeavers => &CARE_LEAVERS,
            Self::Workplace => &WORKPLACE,
            Self::Resettlement => &RESETTLEMENT,
        }
    }
}

impl fmt::Display for Scheme {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

/// What one side is like.
#[derive(Debug)]
pub(super) struct SideTraits {
    /// Letter that ids begin with.
    pub(super) letter: &'static str,
    /// Youngest and oldest.
    pub(super) ages: (u64, u64),
    /// Women in a hundred.
    pub(super) women: u64,
    /// Free times, the commonest first.
    pub(super) times: &'static [&'static str],
    /// Ways of meeting, the commonest first.
    pub(super) methods: &'static [&'static str],
    /// Words of the programme's own attribute, and how many in a hundred answer it.
    pub(super) own: (&'static [&'static str], u64),
    /// Kilometres that people travel, the commonest first; none where nobody is asked.
    pub(super) travel: &'static [&'static str],
}

/// What one kind of programme is like. Lists begin with what is commonest.
#[derive(Debug)]
pub(super) struct Traits {
    /// The programme's name.
    pub(super) name: &'static str,
    /// The attribute that it declares beside the standard ones.
    pub(super) own: &'static str,
    pub(super) mentors: SideTraits,
    pub(super) mentees: SideTraits,
    pub(super) languages: &'static [&'static str],
    /// People in a hundred who speak the first of the languages.
    pub(super) first_language: u64,
    pub(super) interests: &'static [&'static str],
    pub(super) dislikes: &'static [&'static str],
    pub(super) goals: &'static [&'static str],
    pub(super) needs: &'static [&'static str],
    pub(super) lived_experience: &'static [&'static str],
    pub(super) role_types: &'static [&'static str],
    /// Checks and training with the months for which they hold.
    pub(super) checks: &'static [(&'static str, u64)],
    pub(super) training: &'static [(&'static str, u64)],
    pub(super) tiers: u64,
    /// Mentees in a hundred who name mentors they would like.
    pub(super) choosers: u64,
    /// Whether the programme counts whom they name; where it does not, nobody is asked.
    pub(super) choices_count: bool,
    /// Mentees in a thousand who name a mentor from their own network.
    pub(super) natural: u64,
    /// Outcodes where people live or work, town by town, the largest first.
    pub(super) towns: &'static [&'static [&'static str]],
    /// Whether somebody scored pairs before the matching.
    pub(super) scores: bool,
    /// Whether personal matters beside age and gender are asked: faith, ethnic group, what people have been through.
    pub(super) personal: bool,
}

static BEFRIENDING: Traits = Traits {
    name: "Made-up befriending",
    own: "support_level",
    mentors: SideTraits {
        letter: "V",
        ages: (19, 78),
        women: 68,
        times: &[
            "weekdays pm",
            "weekdays evening",
            "Sat am",
            "Tue pm; Thu pm",
            "Mon-Fri 10:00-15:00",
            "Sun all day",
            "Wed am",
            "Sat 10:00-16:00",
        ],
        methods: &["face_to_face", "telephone", "internet"],
        own: (&["some", "a little", "a lot"], 95),
        travel: &["5", "8", "3", "12", "20"],
    },
    mentees: SideTraits {
        letter: "B",
        ages: (66, 98),
        women: 64,
        times: &[
            "weekdays pm",
            "weekdays am",
            "Mon-Fri 10:00-15:00",
            "Tue pm; Thu pm",
            "Wed am",
            "Sun all day",
            "weekends pm",
            "Fri am",
        ],
        methods: &["face_to_face", "telephone"],
        own: (&["a little", "some", "a lot"], 88),
        travel: &["1", "2", "5"],
    },
    languages: &["English", "Punjabi", "Urdu", "Polish", "Gujarati", "Italian", "Bengali", "Cantonese"],
    first_language: 96,
    interests: &[
        "gardening",
        "music",
        "crosswords",
        "walking",
        "cooking",
        "knitting",
        "local history",
        "football",
        "dogs",
        "card games",
        "radio plays",
        "baking",
        "rugby league",
        "crochet",
        "model railways",
        "dancing",
        "brass bands",
        "birdwatching",
        "poetry",
        "chess",
        "bell ringing",
        "jazz",
        "bowls",
        "fishing",
    ],
    dislikes: &["smoking", "loud music", "politics", "dogs", "football", "card games", "cats"],
    goals: &["company", "getting out again", "learning to use a tablet", "a walk each week", "meeting others"],
    needs: &["hearing loss", "step-free access", "sight loss", "memory loss"],
    lived_experience: &["bereavement", "caring for a partner", "living alone", "moving from abroad", "illness"],
    role_types: &["volunteer", "volunteer", "volunteer", "peer"],
    checks: &[("DBS check", 36), ("two references", 0)],
    training: &[("induction", 0), ("safeguarding adults", 36)],
    tiers: 3,
    choosers: 8,
    choices_count: true,
    natural: 0,
    towns: &[
        &["LS1", "LS6", "LS7", "LS8", "LS9", "LS11", "LS12", "LS17"],
        &["BD1", "BD3", "BD5", "BD7", "BD9"],
        &["LS18", "LS19", "LS20", "LS21", "LS29"],
        &["WF1", "WF2"],
    ],
    scores: false,
    personal: true,
};

static CARE_LEAVERS: Traits = Traits {
    name: "Made-up mentoring for young people in care",
    own: "lives_in",
    mentors: SideTraits {
        letter: "m-",
        ages: (21, 64),
        women: 62,
        times: &["weekdays evening", "Sat am", "Sat pm; Sun pm", "Tue evening; Thu evening", "weekends pm"],
        methods: &["face_to_face", "internet", "telephone"],
        own: (&[], 0),
        travel: &["10", "15", "8", "30"],
    },
    mentees: SideTraits {
        letter: "y-",
        ages: (14, 21),
        women: 51,
        times: &["weekdays evening", "Sat pm; Sun pm", "weekends pm", "Mon 16:00-20:00; Wed 16:00-20:00", "Sat am"],
        methods: &["face_to_face", "internet", "telephone"],
        own: (&["foster family", "children's home", "semi-independent", "own flat", "kin"], 94),
        travel: &["5", "3", "10"],
    },
    languages: &["English", "Arabic", "Kurdish", "Pashto", "Tigrinya", "Albanian", "Vietnamese", "Polish"],
    first_language: 94,
    interests: &[
        "music",
        "football",
        "gaming",
        "film",
        "cooking",
        "dance",
        "drawing",
        "gym",
        "baking",
        "fashion",
        "coding",
        "boxing",
        "anime",
        "climbing",
        "basketball",
        "photography",
        "skateboarding",
        "writing",
        "horses",
        "drumming",
    ],
    dislikes: &["phone calls", "crowds", "football", "being asked about family", "early mornings", "dogs"],
    goals: &[
        "college and training",
        "finding work",
        "cooking and money",
        "a flat of my own",
        "making friends",
        "driving",
        "getting about",
    ],
    needs: &["patience with reading", "quiet places", "step-free access", "patience with anxiety"],
    lived_experience: &["care", "moving often", "bereavement", "young parenthood", "being a young carer"],
    role_types: &["volunteer", "volunteer", "peer", "paid"],
    checks: &[("enhanced DBS with children's barred list", 36)],
    training: &[("safeguarding children", 36), ("trauma-informed practice", 0)],
    tiers: 2,
    choosers: 35,
    choices_count: true,
    natural: 60,
    towns: &[
        &["NG1", "NG2", "NG3", "NG5", "NG6", "NG7", "NG8", "NG9"],
        &["DE1", "DE21", "DE22", "DE23", "DE24"],
        &["NG10", "NG15", "NG16", "DE7"],
        &["NG17", "NG18", "NG19"],
    ],
    scores: false,
    personal: true,
};

static WORKPLACE: Traits = Traits {
    name: "Made-up mentoring at work",
    own: "grade",
    mentors: SideTraits {
        letter: "S",
        ages: (30, 66),
        women: 49,
        times: &["weekdays 12:00-14:00", "Tue pm; Thu pm", "weekdays am", "Mon-Thu 16:00-18:00", "Wed 09:00-12:00"],
        methods: &["internet", "face_to_face", "telephone"],
        own: (&["manager", "senior officer", "head of unit", "director"], 99),
        travel: &[],
    },
    mentees: SideTraits {
        letter: "E",
        ages: (19, 60),
        women: 55,
        times: &["weekdays 12:00-14:00", "weekdays pm", "Tue pm; Thu pm", "Mon-Thu 16:00-18:00", "Fri 09:00-12:00"],
        methods: &["internet", "face_to_face", "telephone"],
        own: (&["officer", "assistant", "senior officer", "manager"], 98),
        travel: &[],
    },
    languages: &["English", "Welsh", "French", "German", "Urdu", "Spanish"],
    first_language: 100,
    interests: &[
        "leading people",
        "policy",
        "data",
        "project work",
        "writing",
        "speaking in public",
        "finance",
        "procurement",
        "law",
        "digital services",
        "communications",
        "research",
        "working with ministers",
        "estates",
        "security",
    ],
    dislikes: &["meetings before nine", "video calls", "role play"],
    goals: &[
        "a promotion",
        "leading people",
        "a change of field",
        "speaking in public",
        "work and family",
        "confidence",
        "working with data",
    ],
    needs: &["step-free access", "captions", "breaks"],
    lived_experience: &["first in the family to study", "caring for a child", "returning after a break"],
    role_types: &["volunteer", "volunteer", "peer"],
    checks: &[],
    training: &[("mentor briefing", 0)],
    tiers: 2,
    choosers: 60,
    choices_count: true,
    natural: 25,
    towns: &[
        &["SW1P", "SW1H", "SW1E", "WC2B"],
        &["LS1", "LS2"],
        &["M1", "M2", "M3"],
        &["CF10", "CF11"],
        &["EH1", "EH3", "EH6"],
        &["B2", "B3", "B4"],
    ],
    scores: true,
    personal: false,
};

static RESETTLEMENT: Traits = Traits {
    name: "Made-up mentoring for people who arrive",
    own: "area_of_work",
    mentors: SideTraits {
        letter: "G",
        ages: (21, 74),
        women: 57,
        times: &["weekdays evening", "weekdays am", "Sat am", "Tue pm; Thu pm", "Sun 12:00-17:00", "weekdays pm"],
        methods: &["face_to_face", "telephone", "internet"],
        own: (&["shop and warehouse", "care", "building", "kitchens", "offices", "driving"], 75),
        travel: &["8", "5", "15", "25"],
    },
    mentees: SideTraits {
        letter: "A",
        ages: (18, 67),
        women: 44,
        times: &["weekdays am", "weekdays pm", "weekdays evening", "Sat am", "Mon-Fri 10:00-15:00", "Sun 12:00-17:00"],
        methods: &["face_to_face", "telephone", "internet"],
        own: (&["building", "kitchens", "care", "driving", "shop and warehouse", "offices"], 80),
        travel: &["5", "3", "10"],
    },
    languages: &[
        "English",
        "Arabic",
        "Farsi",
        "Ukrainian",
        "Tigrinya",
        "Pashto",
        "Kurdish",
        "Somali",
        "Spanish",
        "French",
    ],
    first_language: 78,
    interests: &[
        "cooking",
        "football",
        "music",
        "walking",
        "gardening",
        "sewing",
        "cricket",
        "film",
        "chess",
        "cycling",
        "reading",
        "painting",
        "repairing things",
        "swimming",
        "volleyball",
        "calligraphy",
    ],
    dislikes: &["alcohol", "dogs", "crowds", "politics", "talking about the journey", "football"],
    goals: &[
        "English",
        "finding work",
        "housing",
        "papers and forms",
        "staying out of trouble",
        "meeting people",
        "study",
    ],
    needs: &["an interpreter at first", "childcare", "patience with trauma", "step-free access"],
    lived_experience: &["seeking asylum", "prison", "addiction", "homelessness", "care", "raising children alone"],
    role_types: &["volunteer", "peer", "volunteer", "paid"],
    checks: &[("DBS check", 36), ("two references", 0)],
    training: &[("induction", 0), ("boundaries and safeguarding", 24)],
    tiers: 3,
    choosers: 5,
    choices_count: false,
    natural: 20,
    towns: &[
        &["B5", "B6", "B8", "B9", "B10", "B11", "B12", "B13", "B16", "B18", "B19", "B21"],
        &["B66", "B67", "B70"],
        &["CV1", "CV2", "CV5", "CV6"],
        &["WV1", "WV2", "WV3", "WV10"],
    ],
    scores: false,
    personal: true,
};
