//! Headers about how a programme is run.

use super::Entry;
use crate::recognise::meaning::Held;
use crate::recognise::meaning::Meaning::{BothRoles, Consent, Expires, Issued, Moment, Notes, Role, Score, Status};

const CHECK: Held = Held { name: "DBS check", training: false };
const REFERENCES: Held = Held { name: "two references", training: false };
const INDUCTION: Held = Held { name: "induction", training: true };
const SAFEGUARDING: Held = Held { name: "safeguarding training", training: true };

pub(super) const ENTRIES: &[Entry] = &[
    (
        Issued(CHECK),
        &["dbs issued", "dbs date", "dbs issue date", "dbs", "dbs check", "pvg", "pvg date", "accessni", "date of dbs", "background check", "führungszeugnis"],
    ),
    (Expires(CHECK), &["dbs expires", "dbs expiry", "dbs expiry date", "dbs renew by", "dbs renewal", "dbs valid until", "pvg expiry"]),
    (Issued(REFERENCES), &["references", "references received", "two references", "references date"]),
    (Issued(INDUCTION), &["induction", "induction date", "inducted", "induction completed"]),
    (Issued(SAFEGUARDING), &["safeguarding training", "safeguarding training date", "safeguarding course"]),
    (Expires(SAFEGUARDING), &["safeguarding training expires", "safeguarding training expiry", "safeguarding renewal"]),
    (
        Moment,
        &["timestamp", "submitted", "submission date", "submitted at", "completion time", "start time", "created", "created at", "last modified", "zeitstempel", "horodateur", "marca temporal", "sygnatura czasowa", "stamp amser", "позначка часу", "طابع زمني"],
    ),
    (
        Role,
        &["role", "mentor or mentee", "i want to be a", "sign up as", "volunteer or client", "rolle", "rôle", "rol", "rola", "rôl", "роль", "الدور", "کردار"],
    ),
    (BothRoles, &["both mentor and mentee", "do you want to sign up as a mentor", "also a mentor", "also a mentee"]),
    (
        Consent,
        &["consent", "consent given", "consents given", "agree", "do you agree", "privacy notice", "data protection", "gdpr", "einwilligung", "consentement", "consentimiento", "zgoda", "caniatâd", "згода", "الموافقة", "رضامندی"],
    ),
    (Score, &["score", "rating", "rank", "ranking", "points", "assessment score", "match score", "bewertung", "note moyenne", "puntuación", "ocena", "sgôr", "оцінка", "التقييم"]),
    (Status, &["status", "stage", "state", "active", "stand", "statut", "estado", "stan", "statws", "статус", "الحالة"]),
    (
        Notes,
        &["notes", "note", "comments", "remarks", "bio", "biography", "about me", "about you", "tell us about yourself", "anything else", "personal statement", "job title", "job title or role", "your job title or role", "bemerkungen", "remarques", "notas", "uwagi", "nodiadau", "примітки", "ملاحظات"],
    ),
];
