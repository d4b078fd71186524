//! Headers about what matching looks at.

use super::Entry;
use crate::recognise::meaning::Hint;
use crate::recognise::meaning::Meaning::{Attribute, Field};

const fn hint(name: &'static str, why: &'static str) -> crate::recognise::meaning::Meaning {
    Attribute(Hint { name, why })
}

pub(super) const ENTRIES: &[Entry] = &[
    (
        Field("languages"),
        &[
            "language", "languages", "languages spoken", "spoken languages", "mother tongue", "sprachen", "sprache",
            "langue*", "idioma*", "języki", "język", "ieithoedd", "iaith", "мови", "мова", "اللغات", "اللغة", "زبان", "زبانیں",
        ],
    ),
    (
        Field("interests"),
        &[
            "interests", "interest", "hobbies", "hobby", "hobbies and interests", "other interests", "likes", "enjoys",
            "activities", "pastimes", "sports", "sports participation", "fine arts", "fine arts participation",
            "extra curricular participation", "clubs", "what do you like to do", "what do you enjoy", "interessen",
            "freizeit", "loisirs", "centres d intérêt", "intérêts", "intereses", "aficiones", "zainteresowania",
            "diddordebau", "інтереси", "захоплення", "الاهتمامات", "الهوايات", "دلچسپیاں", "مشاغل",
        ],
    ),
    (
        Field("dislikes"),
        &[
            "dislikes", "dislike", "would rather not", "rather not", "do not enjoy", "abneigungen", "n aime pas",
            "no me gusta", "nie lubię", "cas bethau", "не подобається", "لا أحب", "ناپسند",
        ],
    ),
    (
        Field("goals"),
        &[
            "goal", "goals", "objectives", "aims", "what do you want to achieve", "hopes", "wants to learn",
            "would like help with", "areas for development", "topics", "ziele", "ziel", "objectifs", "objetivos", "cele",
            "nodau", "цілі", "الأهداف", "مقاصد",
        ],
    ),
    (
        Field("skills"),
        &[
            "skills", "skill", "expertise", "strengths", "can help with", "areas of expertise", "specialisms",
            "current skills", "fähigkeiten", "kompetenzen", "compétences", "habilidades", "umiejętności", "sgiliau",
            "навички", "المهارات", "مہارتیں",
        ],
    ),
    (
        Field("availability"),
        &[
            "availability", "available times", "free times", "when are you free", "when are you available", "times",
            "weekday times", "weekend times", "preferred times", "verfügbarkeit", "wann", "disponibilité*",
            "disponibilidad", "dostępność", "argaeledd", "доступність", "التوفر", "دستیابی",
        ],
    ),
    (
        Field("delivery_methods"),
        &[
            "delivery method*", "how to meet", "meeting preference", "preferred way of meeting", "contact method",
            "in person or online", "how would you like to meet", "meeting type", "art des treffens", "mode de rencontre",
            "modo de encuentro", "sposób spotkań", "dull cyfarfod",
        ],
    ),
    (Field("delivery_models"), &["delivery model*", "one to one or group", "group or one to one"]),
    (Field("role_type"), &["role type", "type of mentor", "volunteer type", "mentor type"]),
    (
        Field("available_from"),
        &["available from", "start date", "can start", "earliest start", "verfügbar ab", "disponible à partir de", "dostępny od", "ar gael o"],
    ),
    (Field("available_until"), &["available until", "end date", "available to", "leaving date", "verfügbar bis", "dostępny do"]),
    (
        Field("max_travel_km"),
        &["max travel km", "maximum travel", "how far can you travel", "travel distance", "travel distance km", "miles willing to travel", "umkreis km"],
    ),
    (
        Field("place"),
        &["postcode", "post code", "postal code", "zip", "zip code", "home postcode", "postleitzahl", "plz", "code postal", "código postal", "kod pocztowy", "cod post", "поштовий індекс", "الرمز البريدي", "پوسٹ کوڈ"],
    ),
    (
        Field("capacity"),
        &[
            "capacity", "places", "places free", "max mentees", "maximum mentees", "number of mentees",
            "how many mentees", "max befriendees", "how many people", "spaces", "plätze", "anzahl mentees",
            "nombre de mentorés", "plazas", "liczba miejsc", "nifer o leoedd", "кількість місць",
        ],
    ),
    (
        Field("waiting_since"),
        &[
            "waiting since", "referral date", "date of referral", "referred", "referred on", "date referred",
            "date added", "joined date", "date joined", "wartet seit", "angemeldet am", "en attente depuis", "en espera desde",
            "czeka od", "yn aros ers", "чекає з", "تاريخ الإحالة",
        ],
    ),
    (Field("priority_tier"), &["priority", "priority tier", "tier", "urgency", "priorität", "priorité", "prioridad", "priorytet", "blaenoriaeth"]),
    (Field("exclusions"), &["exclusions", "not with", "must not meet", "do not match with", "conflicts", "nicht mit", "pas avec", "nie z"]),
    (
        Field("choices"),
        &["choices", "mentor choices", "preferred mentors", "has met and liked", "ranked mentors", "wunschmentoren", "choix"],
    ),
    (Field("nominated_mentor"), &["nominated mentor", "mentor already known", "mentor in mind"]),
    (Field("known_to"), &["known to", "already knows", "related to", "relatives in the programme"]),
    (hint("grade", "Somebody a little further on the same road."), &["grade", "your grade", "pay grade", "pay band", "band", "job grade", "seniority", "dienstgrad", "stopień"]),
    (
        hint("experience_level", "Somebody who is a step ahead."),
        &["experience level", "expertise level", "level of experience", "level", "skill level", "erfahrungsstufe", "niveau", "nivel", "poziom"],
    ),
    (
        hint("school_year", "Somebody who was there not long ago."),
        &["year group", "school year", "year of study", "current year", "klasse", "année scolaire", "curso escolar"],
    ),
    (
        hint("profession", "The same line of work gives more to talk about."),
        &["profession", "your profession", "occupation", "job family", "domain", "domain interest", "field", "industry", "sector", "career interest", "beruf", "branche", "métier", "profesión", "zawód", "proffesiwn", "професія", "المهنة", "پیشہ"],
    ),
    (
        hint("organisation", "Which of two wishes holds, the same or another one, is for the programme to say."),
        &["organisation", "organization", "department", "department or agency", "your department or agency", "employer", "company", "agency", "school", "grade school attended", "school attended", "university", "college", "organisationseinheit", "entreprise", "empresa", "firma", "sefydliad", "організація"],
    ),
    (
        hint("subject", "The same subject gives more to work on."),
        &["subject", "course", "degree", "degree programme", "major", "field of study", "studienfach", "filière", "carrera", "kierunek"],
    ),
    (
        hint("area", "A short way to each other makes it likelier that meetings happen."),
        &["area", "town", "city", "borough", "district", "neighbourhood", "region", "ort", "stadt", "ville", "ciudad", "miasto", "ardal", "місто", "المدينة", "شہر"],
    ),
    (hint("country", "The same country makes meeting easier."), &["country", "land", "pays", "país", "kraj", "gwlad", "країна", "البلد", "ملک"]),
    (
        hint("years_of_experience", "Experience to draw on."),
        &["experience years", "years of experience", "years experience", "years in role", "berufsjahre", "années d expérience", "años de experiencia", "lata doświadczenia"],
    ),
];
