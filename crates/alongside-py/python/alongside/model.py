"""What results are made of: dicts whose entries can also be read as attributes.

The names are those of the engine and of `outcome.json`, where each is explained.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, Literal


class Fields(dict[str, Any]):
    """A dict whose entries can also be read as attributes."""

    __slots__ = ()

    if not TYPE_CHECKING:

        def __getattr__(self, name: str) -> Any:
            try:
                return self[name]
            except KeyError:
                message = f"{type(self).__name__} has no field {name!r}"
                raise AttributeError(message, name=name, obj=self) from None

    def __dir__(self) -> Iterable[str]:
        return [*super().__dir__(), *self]


Obstacle = Literal[
    "same_person",
    "excluded",
    "not_recorded",
    "expiry_unknown",
    "not_yet_issued",
    "expired",
    "expires_in_period",
    "past_pair",
    "barred",
    "on_hold",
] | Literal[
    "wish_of_mentee",
    "wish_of_mentor",
    "unknown_for_wish_of_mentee",
    "unknown_for_wish_of_mentor",
    "blank",
    "none_shared",
    "not_enough",
    "too_short",
    "mentor_out_of_bounds",
    "mentee_out_of_bounds",
    "difference_out_of_bounds",
    "not_same",
    "not_different",
    "kin",
    "close_friend",
    "acquaintance",
    "undecided_friend",
    "not_nominated",
    "too_far",
    "outside_activity",
    "capability_missing",
    "carer_refuses",
    "co_location",
    "starts_too_late",
    "no_common_language",
    "mentee_not_eligible",
    "not_shared",
    "sharing_refused",
    "mentor_not_eligible",
]
"""What a rule can have against a pair: what is on record or decided, and what follows from their answers."""


class Place(Fields):
    """Where in the input something stands; whatever is not known, or does not apply, is none."""

    file: str | None
    line: int | None
    row: int | None
    column: str | None
    path: str | None
    field: str | None
    person: str | None


class Issue(Fields):
    """One problem of the input."""

    code: str
    severity: Literal["error", "warning"]
    place: Place
    message: str
    remedy: str


class TermCount(Fields):
    """How many people use a word."""

    term: str
    people: int


class FieldSummary(Fields):
    """What one field of a sheet held."""

    field: str
    columns: str
    answered: int
    blank: int
    unit: str | None
    least: str | None
    most: str | None
    different: int | None
    common: list[TermCount]


class ExcludedRows(Fields):
    """Rows left out for one reason."""

    why: str
    rows: int


class SheetFormat(Fields):
    """What a sheet was read as: text has an encoding and a delimiter, a workbook the name of its worksheet."""

    kind: Literal["text", "workbook"]


class SheetSummary(Fields):
    """What one sheet held: every row accounted for, the columns in use, and what each field gave."""

    role: Literal["mentors", "mentees", "relationships", "decisions", "terms", "scores"]
    file: str
    readable: bool
    format: SheetFormat | None
    header_row: int | None
    people: int
    rows: int
    blank_rows: int
    refused_rows: int
    excluded: list[ExcludedRows]
    other_side_rows: int
    unclaimed_rows: int
    used: list[str]
    unused: list[str]
    fields: list[FieldSummary]


class Finding(Fields):
    """One thing in an outcome that is not as the programme has it."""

    code: str
    mentee: str | None
    mentor: str | None
    about: str | None
    message: str


class Design(Fields):
    """What a programme says of itself."""

    preset: Literal["mentoring", "befriending"] | None
    purpose: Literal["targeted", "behaviour", "opportunities", "supportive"] | None
    sub_goals: list[Literal["education", "employment", "desistance", "integration", "career"]]
    setting: Literal["community", "statutory", "business"] | None
    formality: Literal["formal", "informal"] | None
    review_months: int | None
    open_ended: bool


class Factored(Fields):
    """A factor on a weight, and for the sake of what."""

    sake: str
    factor: int
    by: Literal["file", "preset", "engine"]


class Weighing(Fields):
    """Where a weight in force comes from."""

    stated: int
    by: Literal["file", "preset", "engine"]
    factors: list[Factored]


class ProgrammeSummary(Fields):
    """What an outcome says of its programme."""

    name: str
    support: Literal["mentoring", "befriending"]
    design: Design | None
    as_of: str
    planned_until: str
    seed: int
    floor: int
    mentee_floor: int
    mentor_floor: int


class Level(Fields):
    """One level of the aim."""

    level: str | dict[str, Any]
    value: int
    bound: int


class TierTotals(Fields):
    """Counts of one tier."""

    tier: int
    mentees: int
    served: int
    continuing: int
    urgent: int
    held: int
    waiting: int


class Totals(Fields):
    """Counts over the whole programme."""

    mentees: int
    mentors: int
    places: int
    places_taken: int
    candidates: int
    served: int
    continuing: int
    urgent: int
    held: int
    waiting: int
    total_fit: int
    full_fit: int
    tiers: list[TierTotals]


class GroundReport(Fields):
    """A ground on which mentees stand in an earlier tier, and how many have their tier by it."""

    id: str
    tier: int
    why: str
    attribute: str | None
    promised_days: int | None
    mentees: int


class SupervisorReport(Fields):
    """One supervisor's caseload, and how much of it is used before the matching and by it."""

    supervisor: str
    caseload: int
    mentors: int
    before: int
    proposed: int
    left: int


class ProgrammeWeight(Fields):
    """What one criterion weighs for the mentees of one of several programmes, and where that comes from."""

    criterion: str
    weight: int
    weighing: Weighing


class ProgrammeReport(Fields):
    """One of several programmes that share the run: whom it serves, and with whose mentors."""

    programme: str
    name: str
    purpose: Literal["targeted", "behaviour", "opportunities", "supportive"] | None
    sub_goals: list[Literal["education", "employment", "desistance", "integration", "career"]]
    setting: Literal["community", "statutory", "business"] | None
    shares_with: list[str]
    mentees: int
    served: int
    continuing: int
    urgent: int
    held: int
    waiting: int
    mentors: int
    places: int
    shared_in: int
    shared_out: int
    served_by_others: int
    lent: int
    weights: list[ProgrammeWeight]


class RuleReport(Fields):
    """One rule in force."""

    id: str
    rule: str
    why: str | None


class CriterionReport(Fields):
    """One criterion in force."""

    id: str
    criterion: str
    weight: int
    weighing: Weighing | None
    view: Literal["mentee", "mentor", "both"]
    why: str
    unknown: Literal["neutral", "lowest", "ask"]
    points: int


class CountedAs(Fields):
    """A word that counts as another term, by the programme's vocabulary."""

    side: Literal["mentor", "mentee"]
    said: str
    term: str


class Contribution(Fields):
    """What one criterion adds to a pair's fit."""

    criterion: str
    points: int
    weight: int
    own_weight: int | None
    contribution: int
    mentee_share: int
    mentor_share: int
    because: str | dict[str, Any]
    counted_as: list[CountedAs]


class WishResult(Fields):
    """A wish and what became of it."""

    side: Literal["mentor", "mentee"]
    attribute: str
    strength: Literal["must", "prefer", "avoid", "never"]
    want: str
    met: Literal["yes", "no", "unknown"]


class PossibleWay(Fields):
    """A way of meeting that both named, and whether it is possible for the two."""

    way: Literal["face_to_face", "internet", "telephone"]
    possible: Literal["yes", "no", "unknown"]
    missing: list[str]


class Against(Fields):
    """The criterion on which most is lost."""

    criterion: str
    lost: int


class Alternative(Fields):
    """Another candidate for the same mentee."""

    mentor: str
    fit: int
    places_free: int


class Record(Fields):
    """Something the programme put on record; what else it has depends on what it is."""

    record: Literal["basis", "reason", "check_row", "justification", "decision"]


class Decided(Fields):
    """Who decided, when and why."""

    by: str
    on: str
    reason: str


class Kept(Fields):
    """A pair that goes on."""

    mentee: str
    mentor: str
    tier: int
    tier_by: str | None
    current: bool
    since: str | None
    decision: Decided | None
    nominated: bool
    fit: int
    mentee_fit: int
    mentor_fit: int
    contributions: list[Contribution]
    wishes: list[WishResult]
    ways: list[PossibleWay]
    for_staff: list[dict[str, Any]]
    against: Against | None


class Objection(Fields):
    """What one rule has against a pair."""

    rule: str
    answer: Literal["refused", "needs_check"]
    obstacle: Obstacle
    about: str | None


class Urgent(Fields):
    """A pair that meets or was kept, and that a hard rule does not allow."""

    mentee: str
    mentor: str
    tier: int
    tier_by: str | None
    current: bool
    since: str | None
    decision: Decided | None
    nominated: bool
    for_staff: list[dict[str, Any]]
    objections: list[Objection]


class Held(Fields):
    """What a coordinator holds: a pair, or one person."""

    mentee: str | None
    mentor: str | None
    by: str
    on: str
    reason: str


class Meeting(Fields):
    """A time and a way in which two people could meet beside all others whom the mentor meets."""

    begins: str | None
    minutes: int | None
    together_with: list[str]


class Proposal(Fields):
    """One proposed pair."""

    mentee: str
    mentor: str
    tier: int
    tier_by: str | None
    programme: str | None
    shared_by: list[str]
    fit: int
    mentee_fit: int
    mentor_fit: int
    contributions: list[Contribution]
    wishes: list[WishResult]
    ways: list[PossibleWay]
    for_staff: list[dict[str, Any]]
    meeting: Meeting | None
    against: Against | None
    alternatives: list[Alternative]


class Detail(Fields):
    """People whom a rule did not allow, for one reason."""

    obstacle: Obstacle
    about: str | None
    people: int


class Refusals(Fields):
    """What one rule said of all people of the other side."""

    rule: str
    refused: int
    needs_check: int
    alone: int
    details: list[Detail]


class Asked(Fields):
    """All people of the other side, divided."""

    all: int
    refused: int
    needs_check: int
    below_floor: int
    settled: int
    without_place: int
    candidates: int


class HeldBack(Fields):
    """Candidates with a place of their own whom a full caseload holds back."""

    supervisor: str
    candidates: int


class ShortOf(Fields):
    """Candidates with a place who have too little of something else left."""

    of: Literal["hours", "contact", "dedicated", "several_mentees"]
    candidates: int


class Unmatched(Fields):
    """A mentee left waiting."""

    mentee: str
    tier: int
    tier_by: str | None
    programme: str | None
    waiting_since: str | None
    waiting_days: int | None
    reasons: list[Refusals]
    asked: Asked
    needed_elsewhere: int
    held_back: list[HeldBack]
    short_of: list[ShortOf]
    servable: bool


class Idle(Fields):
    """A mentor with nobody proposed."""

    mentor: str
    capacity: int
    reasons: list[Refusals]
    asked: Asked
    served_elsewhere: int
    held_back_by: str | None


class GroupNeed(Fields):
    """What several mentees ask for, and the places there are."""

    what: str
    asked: int
    places: int


class RecruitmentNeed(Fields):
    """Not all mentees who ask for certain mentors could be given a place with one."""

    attribute: str
    asked: int
    must: int
    waiting: int
    without: int
    mentors: int
    places: int
    short: int
    groups: list[GroupNeed]


class Question(Fields):
    """A blank that a criterion asks about."""

    criterion: str
    side: Literal["mentor", "mentee"]
    person: str
    field: str
    pairs: int
    best_changes: bool | None
    worst_changes: bool | None


class Prices(Fields):
    """What everybody costs at one level of a certificate, by id."""

    mentees: list[int]
    mentors: list[int]
    supervisors: list[int]


class Cover(Fields):
    """Why the least fit cannot be greater: a matching with as many pairs of the next fit as can be, and its prices."""

    fit: int
    mentor_of: list[int | None]
    levels: list[Prices]


class Certificate(Fields):
    """The proof that no other matching does better: prices for all tiers together, then for each level after them.

    With the quality ``least_fit`` there is a cover too, which shows that no greater one is possible.
    """

    levels: list[Prices]
    cover: Cover | None


class FewerServed(Fields):
    """How many of a tier a stable matching serves, and how many could be served; ``fewer`` is the difference."""

    tier: int
    served: int
    most: int
    fewer: int


class Stability(Fields):
    """What a stable matching costs in people served, with the proof of how many could be: a matching and its prices."""

    method: Literal["best_for_mentees", "more_served"]
    blocking_pairs: int
    tiers: list[FewerServed]
    served: int
    most: int
    fewer: int
    mentor_of: list[int | None]
    prices: Prices


class Pair(Fields):
    """Two people."""

    mentee: str
    mentor: str


class TierNumbers(Fields):
    """How many of a tier picked, and how many of the others are proposed a mentor or, with safe lists, can be served."""

    tier: int
    picked: int
    served: int


class ListedOption(Fields):
    """A mentor whom a mentee may choose, with its reasons."""

    mentor: str
    proposed: bool
    fit: int
    contributions: list[Contribution]
    wishes: list[WishResult]
    against: Against | None


class Shorter(Fields):
    """Why a list has fewer options than were asked for."""

    because: Literal["no_more_candidates", "on_enough_lists", "would_cost_a_place", "no_place_to_back_it"]
    candidates: int
    left_out: int
    asked: Asked | None
    reasons: list[Refusals]


class Shortlist(Fields):
    """The options of one mentee."""

    mentee: str
    tier: int
    turn: int | None
    options: list[ListedOption]
    shorter: Shorter | None


class Standing(Fields):
    """Somebody proposed to one of two who would rather have each other; of a mentor, which of the mentee's choices."""

    person: str
    fit: int
    choice: int | None


class BlockingPair(Fields):
    """A pair that is not proposed, and of which both would gain."""

    mentee: str
    mentor: str
    fit: int
    choice: int | None
    instead_of: Standing | None
    in_place_of: Standing | None


class BlockingPairs(Fields):
    """All pairs of an outcome who would both rather have each other."""

    candidates: int
    mentees: int
    mentors: int
    pairs: list[BlockingPair]


class Change(Fields):
    """What the best matching gains or loses: one person of a tier, if any, and so much at each of the levels."""

    tier: int | None
    by_level: list[int]


class PlaceWorth(Fields):
    """What the places of one mentor are worth."""

    mentor: str
    capacity: int
    places_open: int
    one_more: Change
    one_less: Change | None


class Places(Fields):
    """What the places of every mentor are worth; ``levels`` names what the numbers of a change count."""

    levels: list[str | dict[str, Any]]
    mentors: list[PlaceWorth]


class ProgrammeName(Fields):
    """One of several programmes."""

    programme: str
    name: str


class Unfit(Fields):
    """Why a programme is not for somebody, and the attribute that tells; a blank is something to ask for."""

    reason: Literal["too_young", "too_old", "not_in_group", "outside_area", "other_purpose", "blank"]
    about: str


class ProgrammeFit(Fields):
    """Whether one programme fits one person: it does where nothing is unfit and ``shown`` does not stand in the way."""

    programme: str
    own: bool
    unfit: list[Unfit]
    shown: str | dict[str, Any] | None


class PersonProgrammes(Fields):
    """Which programmes fit one person."""

    person: str
    side: Literal["mentor", "mentee"]
    programmes: list[str]
    each: list[ProgrammeFit]


class Programmes(Fields):
    """Everybody, and which of several programmes fit them."""

    programmes: list[ProgrammeName]
    mentees: list[PersonProgrammes]
    mentors: list[PersonProgrammes]


class FurtherObjection(Fields):
    """One thing more that a rule finds in the way."""

    obstacle: Obstacle
    about: str | None


class RuleVerdict(Fields):
    """What one rule says of a pair."""

    rule: str
    kind: str
    answer: Literal["eligible", "refused", "needs_check"]
    obstacle: Obstacle | None
    about: str | None
    further: list[FurtherObjection]


class MissedFloor(Fields):
    """A floor that a pair does not reach."""

    of: Literal["pair", "mentee", "mentor"]
    reached: int
    floor: int


class PairExplanation(Fields):
    """What speaks for and against one pair."""

    mentor: str
    proposed: bool
    shared_by: list[str]
    verdicts: list[RuleVerdict]
    fit: int
    mentee_fit: int
    mentor_fit: int
    contributions: list[Contribution]
    wishes: list[WishResult]
    ways: list[PossibleWay]
    for_staff: list[dict[str, Any]]
    against: Against | None
    below_floor: bool
    missed_floors: list[MissedFloor]
    capacity: int
    places_open: int
    supervisor: str | None
    supervisor_room: int | None
    holders: list[str]
    if_made: list[Level] | None
    if_barred: list[Level] | None
    within: Literal["all", "some", "none"] | None
    as_proposed: list[Level]


class NominationNotMet(Fields):
    """A mentor whom a mentee nominated and does not have."""

    mentor: str
    natural: bool
    first: bool
    objections: list[Objection]
    full_supervisor: str | None
    holders: list[str]


class Explanation(Fields):
    """Why a mentee has the proposal they have, or none."""

    mentee: str
    ground: GroundReport | None
    programme: str | None
    nomination: NominationNotMet | None
    proposal: Proposal | None
    kept: Kept | None
    urgent: Urgent | None
    held: list[Held]
    unmatched: Unmatched | None
    candidates: list[Alternative]
    pair: PairExplanation | None


CLASSES: dict[str, type[Fields]] = {kind.__name__: kind for kind in Fields.__subclasses__()}
"""By the names that the engine has for them."""
