//! Headers about who somebody is.

use super::Entry;
use crate::recognise::evidence::Category;
use crate::recognise::meaning::Meaning::{Contact, Field, Monitoring, NamePart, Sensitive, Wish};

pub(super) const ENTRIES: &[Entry] = &[
    (
        Field("id"),
        &[
            "id", "ref", "ref no", "reference", "reference number", "volunteer no", "volunteer number", "mentor id",
            "mentee id", "befriender id", "befriendee id", "volunteer id", "client id", "client ref", "student id",
            "student number", "staff number", "employee id", "participant id", "member number", "person id", "case number",
            "number", "no", "nr", "kennung", "identifiant", "numéro", "identificador", "numer", "identyfikator",
            "cyfeirnod", "ідентифікатор", "номер", "المعرف", "رقم", "شناختی نمبر",
        ],
    ),
    (
        Field("name"),
        &[
            "name", "full name", "your name", "names", "student s name", "mentor name", "mentee name", "volunteer name",
            "client name", "vollständiger name", "nom complet", "nom et prénom", "nombre completo", "nombre y apellidos",
            "imię i nazwisko", "enw", "enw llawn", "ім я", "піб", "повне ім я", "الاسم", "الاسم الكامل", "نام", "پورا نام",
        ],
    ),
    (
        NamePart(0),
        &[
            "first name", "forename", "given name", "your first name", "christian name", "vorname", "prénom", "nombre",
            "imię", "enw cyntaf", "імя", "الاسم الأول", "پہلا نام",
        ],
    ),
    (
        NamePart(1),
        &[
            "last name", "surname", "family name", "your last name", "second name", "nachname", "familienname", "nom",
            "nom de famille", "apellido", "apellidos", "nazwisko", "cyfenw", "прізвище", "اسم العائلة", "خاندانی نام",
        ],
    ),
    (
        Contact,
        &[
            "email", "e mail", "email address", "e mail address", "mail", "phone", "phone number", "telephone number",
            "mobile", "mobile number", "contact number", "contact details", "address", "home address", "street",
            "linkedin", "website", "emergency contact", "next of kin", "e mail adresse", "telefonnummer", "anschrift",
            "adresse e mail", "courriel", "téléphone", "correo", "correo electrónico", "teléfono", "dirección",
            "adres e mail", "telefon", "adres", "ebost", "ffôn", "cyfeiriad", "електронна пошта", "телефон", "адреса",
            "البريد الإلكتروني", "رقم الهاتف", "العنوان", "ای میل", "فون نمبر", "پتہ",
        ],
    ),
    (Field("age"), &["age", "your age", "age in years", "how old", "alter", "âge", "edad", "wiek", "oedran", "вік", "العمر", "عمر"]),
    (
        Field("birth_date"),
        &[
            "date of birth", "dob", "birth date", "birthdate", "birthday", "born", "geburtsdatum", "geboren",
            "geburtstag", "date de naissance", "fecha de nacimiento", "data urodzenia", "dyddiad geni",
            "дата народження", "تاريخ الميلاد", "تاریخ پیدائش",
        ],
    ),
    (
        Field("gender"),
        &["gender", "sex", "m f", "your gender", "geschlecht", "genre", "sexe", "género", "sexo", "płeć", "rhywedd", "стать", "الجنس", "جنس"],
    ),
    (
        Wish("gender"),
        &[
            "preferred gender", "gender preference", "gender of mentor", "mentor gender", "preferred mentor gender",
            "mentor of a different gender", "rather a man or a woman", "prefer a male or female*", "different gender",
            "gewünschtes geschlecht", "préférence de genre", "género preferido", "preferowana płeć",
        ],
    ),
    (
        Field("ethnicity"),
        &[
            "ethnicity", "ethnic group", "ethnic origin", "ethnic background", "race", "heritage", "ethnische herkunft",
            "origine ethnique", "etnia", "origen étnico", "pochodzenie etniczne", "ethnigrwydd", "етнічна", "العرق", "نسل",
        ],
    ),
    (
        Field("faith"),
        &[
            "faith", "religion", "religion or belief", "belief", "denomination", "konfession", "croyance", "religión",
            "wyznanie", "religia", "crefydd", "релігія", "الدين", "مذہب",
        ],
    ),
    (
        Field("needs"),
        &[
            "access needs", "additional needs", "support needs", "special needs", "needs help with",
            "accessibility", "adjustments", "reasonable adjustments",
        ],
    ),
    (
        Sensitive(Category::Health),
        &[
            "disability", "disabilities", "health", "health conditions", "medical", "medical conditions", "diagnosis",
            "mental health", "long term condition", "allergies", "send", "behinderung", "gesundheit", "handicap", "santé",
            "discapacidad", "salud", "niepełnosprawność", "zdrowie", "anabledd", "iechyd", "інвалідність", "الإعاقة", "معذوری",
        ],
    ),
    (
        Sensitive(Category::Orientation),
        &[
            "sexual orientation", "sexuality", "trans", "transgender", "gender identity", "lgbt*", "identity",
            "similar identity", "identity to match", "sexuelle orientierung", "orientation sexuelle", "orientación sexual",
            "orientacja seksualna", "cyfeiriadedd rhywiol",
        ],
    ),
    (
        Sensitive(Category::Offences),
        &[
            "conviction*", "criminal record", "criminal convictions", "offence*", "offending history", "cautions",
            "vorstrafen", "casier judiciaire", "antecedentes penales", "karalność", "euogfarnau",
        ],
    ),
    (Sensitive(Category::Politics), &["political views", "political opinion*", "trade union*", "union member"]),
    (
        Field("lived_experience"),
        &[
            "lived experience", "life experience", "shared experience", "experience to share", "care experience*",
            "care leaver", "lebenserfahrung", "expérience vécue", "experiencia vivida",
        ],
    ),
    (Sensitive(Category::Ethnicity), &["nationality", "country of birth", "first nation", "characteristic*", "protected characteristics"]),
    (
        Monitoring,
        &[
            "monitoring", "monitoring form", "equality monitoring", "equal opportunities", "diversity monitoring", "edi",
            "free school meals", "pupil premium", "socio economic background",
        ],
    ),
];
