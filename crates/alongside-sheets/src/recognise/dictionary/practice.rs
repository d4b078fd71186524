//! Headers about what practice asks beside: where somebody lives, who supports them, how they can be reached, what a carer
//! said, who looks after whom.

use super::Entry;
use crate::recognise::meaning::Meaning::Field;

pub(super) const ENTRIES: &[Entry] = &[
    (Field("supervisor"), &["supervisor", "supervised by", "mentor coordinator", "volunteer supervisor"]),
    (
        Field("promised_months"),
        &["promised months", "months promised", "commitment in months", "can commit for months"],
    ),
    (Field("move_likely"), &["move likely", "likely to move", "expects to move", "moving away"]),
    (Field("placement_type"), &["placement type", "placement", "type of placement", "living arrangement"]),
    (Field("care_status"), &["care status", "status in care", "looked after status"]),
    (
        Field("transition_date"),
        &[
            "transition date",
            "leaving care date",
            "leaves care on",
            "date of leaving care",
            "release date",
            "leaves school on",
        ],
    ),
    (Field("network_contacted"), &["asked whom they know", "own network asked", "network contacted"]),
    (Field("own_network"), &["own network", "network", "people to turn to", "size of network"]),
    (Field("existing_support"), &["existing support", "already supported by", "already has", "supported by"]),
    (
        Field("carer_consent"),
        &[
            "carer consent",
            "carer s consent",
            "parent consent",
            "parental consent",
            "consent of carer",
            "guardian consent",
        ],
    ),
    (Field("carer_informed_of"), &["carer informed of", "carer was told", "parent informed of"]),
    (Field("carer_preferences"), &["carer preferences", "carer s wishes", "carer wishes", "parent preferences"]),
    (Field("phone"), &["can be phoned", "can be rung", "has a phone", "has phone", "can use the telephone"]),
    (
        Field("hearing_access"),
        &["hearing access", "can hear on the phone", "can follow a call", "hearing on the telephone"],
    ),
    (Field("device"), &["device", "has a device", "has device", "device and internet", "internet at home"]),
    (Field("online_supervision"), &["online supervision", "supervised online", "somebody beside them online"]),
    (Field("interpreter"), &["interpreter", "interpreter available", "has an interpreter"]),
    (Field("other_services"), &["other services", "other appointments", "other support and times"]),
    (Field("attends"), &["attends", "places attended", "goes regularly to"]),
    (Field("barred_from"), &["barred from", "must not go to", "licence exclusions", "excluded places"]),
];
