"""Results: their shape, their bytes, and the questions that can be put to them."""

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from types import UnionType
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

import pytest
from conftest import EXAMPLES, WITH_PEOPLE, load, spoil

import alongside
from alongside import AnotherProgramme, InvalidOutcome, NoFlow, NoPrices, Outcome, Programme, UnknownPerson, model


def test_the_text_is_that_of_the_command(example: Path, binary: Path) -> None:
    command = [str(binary), "match", str(example), "--format", "json", "--quiet"]
    done = subprocess.run(command, capture_output=True, check=True)
    assert Programme.read(example).match().to_json().encode() == done.stdout


def test_issues_are_those_of_the_command(befriending: Path, binary: Path) -> None:
    spoil(befriending / "mentees.csv", 3, lambda row: row.update({"Weekday times": "whenever"}))
    path = befriending / "programme.toml"
    done = subprocess.run([binary, "validate", path, "--format", "json"], capture_output=True, check=False)
    assert done.returncode == 3
    told = json.loads(done.stdout)
    told = told["issues"] if isinstance(told, dict) else told
    ours = json.loads(json.dumps(alongside.validate(path)))
    for issue in ours:
        issue["place"] = {key: value for key, value in issue["place"].items() if value is not None}
    assert ours == told


def without_none(value: Any) -> Any:
    """JSON leaves out what is not known; Python has it as none."""
    if isinstance(value, dict):
        return {key: without_none(part) for key, part in value.items() if part is not None}
    return [without_none(part) for part in value] if isinstance(value, list) else value


def test_the_summary_is_that_of_the_command(example: Path, binary: Path) -> None:
    done = subprocess.run([binary, "validate", example, "--format", "json"], capture_output=True, check=True)
    assert without_none(Programme.read(example).summary) == without_none(json.loads(done.stdout)["sheets"])


def test_the_workbook_is_that_of_the_command(example: Path, binary: Path, tmp_path: Path) -> None:
    command = [str(binary), "match", str(example), "--out", str(tmp_path / "out"), "--quiet"]
    subprocess.run(command, capture_output=True, check=True)
    assert Programme.read(example).match().to_workbook() == (tmp_path / "out" / "matching.xlsx").read_bytes()


def test_an_outcome_is_read_back(example: Path) -> None:
    outcome = Programme.read(example).match()
    again = Outcome.from_json(outcome.to_json())
    assert again == outcome
    assert again.to_json() == outcome.to_json()
    assert outcome != "something else"


def test_the_dict_is_the_text_and_the_parts_are_the_dict_s(example: Path) -> None:
    outcome = Programme.read(example).match()
    everything = outcome.to_dict()
    assert everything == json.loads(outcome.to_json())
    assert list(everything) == list(json.loads(outcome.to_json()))
    for name, part in everything.items():
        assert getattr(outcome, name) == part
    assert json.loads(json.dumps(everything)) == everything


def test_what_is_no_outcome_is_refused() -> None:
    with pytest.raises(InvalidOutcome) as refused:
        Outcome.from_json("{")
    assert refused.value.line == 1
    with pytest.raises(InvalidOutcome, match="alongside-outcome/1") as refused:
        Outcome.from_json('{"format": "alongside-outcome/99"}')
    assert refused.value.line is None


def test_the_audit_finds_nothing_in_ours_and_something_in_others(example: Path) -> None:
    programme = Programme.read(example)
    outcome = programme.match()
    assert programme.check(outcome) == []
    changed = json.loads(outcome.to_json())
    changed["proposals"][0]["fit"] += 1
    findings = programme.check(Outcome.from_json(json.dumps(changed)))
    assert "fit" in {finding.code for finding in findings}
    assert changed["proposals"][0]["mentee"] in {finding.mentee for finding in findings}


def test_explanations_agree_with_the_outcome(example: Path) -> None:
    programme = Programme.read(example)
    outcome = programme.match()
    proposal = outcome.proposals[0]
    explained = programme.explain(proposal.mentee, proposal.mentor)
    assert explained.proposal == proposal
    assert explained.unmatched is None
    assert explained.pair is not None
    assert explained.pair.proposed
    assert sum(part.contribution for part in explained.pair.contributions) == proposal.fit
    waiting = outcome.unmatched[0]
    explained = programme.explain(waiting.mentee)
    assert (explained.proposal, explained.unmatched, explained.pair) == (None, waiting, None)


@pytest.mark.parametrize(("mentee", "mentor"), [("nobody", None), ("", None), ("\x1b", None), ("0004", "nobody")])
def test_unknown_people_are_not_repeated(mentee: str, mentor: str | None) -> None:
    programme = Programme.read(EXAMPLES / "befriending" / "programme.toml")
    with pytest.raises(UnknownPerson) as unknown:
        programme.explain(mentee, mentor)
    side = "mentees" if mentor is None else "mentors"
    assert str(unknown.value) == f"nobody among the {side} has the id asked for"
    assert isinstance(unknown.value, LookupError)


def test_limits_are_checked_before_the_run() -> None:
    programme = Programme.read(EXAMPLES / "embedded" / "programme.json")
    for limit in (-1.0, float("nan"), float("inf"), 1e300):
        with pytest.raises(ValueError, match="^time_limit: "):
            programme.match(time_limit=limit)
    for threads in (0, -1, 1 << 20):
        with pytest.raises(ValueError, match="^threads: "):
            programme.match(threads=threads)


def test_neither_threads_nor_ample_time_change_a_byte(example: Path) -> None:
    programme = Programme.read(example)
    texts = {programme.match(threads=threads, time_limit=3600).to_json() for threads in (1, 2, 5)}
    assert texts == {programme.match().to_json()}


@pytest.mark.parametrize(
    ("aim", "name"),
    [
        ({"quality": "least_fit"}, "least_fit"),
        ({"quality": "worst_off_first", "steps": 10}, "fit_at_least"),
        ({"quality": "most_first_choices"}, "choice"),
        ({"quality": "fewest_last_choices", "ranks": 2}, "choice_within"),
    ],
)
def test_each_quality_of_the_aim_is_a_level_and_holds(aim: dict[str, Any], name: str) -> None:
    document = load(EXAMPLES / "mentoring" / "programme.toml")
    document["aim"].update(aim)
    programme = Programme.from_dict(document, base=EXAMPLES / "mentoring")
    outcome = programme.match()
    assert outcome.status == "optimal"
    assert any(level.level == name or name in level.level for level in outcome.levels)
    assert programme.check(outcome) == []


@pytest.mark.parametrize("method", ["best_for_mentees", "more_served"])
def test_a_stable_matching_says_what_it_costs_and_holds(method: str) -> None:
    document = load(EXAMPLES / "mentoring" / "programme.toml")
    document["aim"].update({"quality": "stable", "method": method})
    programme = Programme.from_dict(document, base=EXAMPLES / "mentoring")
    outcome = programme.match()
    assert (outcome.status, outcome.levels, outcome.certificate) == ("stable", [], None)
    stability = outcome.stability
    assert stability is not None
    assert (stability.method, stability.blocking_pairs) == (method, 0)
    assert stability.served == len(outcome.proposals) == stability.most - stability.fewer
    assert programme.check(outcome) == []


def test_who_would_rather_have_each_other_is_told() -> None:
    document = load(EXAMPLES / "mentoring" / "programme.toml")
    programme = Programme.from_dict(document, base=EXAMPLES / "mentoring")
    outcome = programme.match()
    proposed = {one.mentee: one for one in outcome.proposals}
    found = programme.blocking_pairs(outcome)
    assert found.pairs
    assert found.mentees == len({pair.mentee for pair in found.pairs})
    assert found.candidates == outcome.totals.candidates
    for pair in found.pairs:
        now = proposed.get(pair.mentee)
        assert (now and now.mentor) == (pair.instead_of and pair.instead_of.person)
        assert pair.in_place_of is None or pair.in_place_of.fit < pair.fit
    document["aim"]["quality"] = "stable"
    stable = Programme.from_dict(document, base=EXAMPLES / "mentoring")
    assert stable.blocking_pairs(stable.match()).pairs == []
    document["aim"].update({"quality": "total_fit", "floor": 50000})
    stricter = Programme.from_dict(document, base=EXAMPLES / "mentoring")
    with pytest.raises(AnotherProgramme):
        stricter.blocking_pairs(outcome)


def places_of(programme: Programme) -> list[model.Places]:
    try:
        return [programme.places()]
    except (NoFlow, NoPrices):
        return []


def blocking_of(programme: Programme, outcome: Outcome) -> list[model.BlockingPairs]:
    try:
        return [programme.blocking_pairs(outcome)]
    except NoFlow:
        return []


def test_one_more_place_is_worth_what_a_run_with_it_gains() -> None:
    document = load(EXAMPLES / "embedded" / "programme.json")
    programme = Programme.from_dict(document)
    places, now = programme.places(), programme.match()
    assert places.levels[-1] == "total_fit"
    for at, mentor in enumerate(document["mentors"]):
        worth = next(one for one in places.mentors if one.mentor == mentor["id"])
        wider = load(EXAMPLES / "embedded" / "programme.json")
        wider["mentors"][at]["capacity"] = worth.capacity + 1
        then = Programme.from_dict(wider).match()
        assert then.totals.served - now.totals.served == (worth.one_more.tier is not None)
        assert then.totals.total_fit - now.totals.total_fit == worth.one_more.by_level[-1]
    document["aim"] = {"quality": "least_fit"}
    with pytest.raises(NoPrices):
        Programme.from_dict(document).places()


def test_which_programmes_fit_whom_is_told_and_one_person_can_be_asked_about() -> None:
    programme = Programme.read(EXAMPLES / "several-programmes" / "programme.toml")
    outcome = programme.match()
    found = programme.programmes()
    ids = [one.programme for one in found.programmes]
    assert ids == [one.programme for one in outcome.programmes]
    assert sum(one.mentees for one in outcome.programmes) <= outcome.totals.mentees
    for person in [*found.mentees, *found.mentors]:
        assert [one.programme for one in person.each] == ids
    for proposal in outcome.proposals:
        told = programme.programmes(proposal.mentee).mentees[0]
        own = next(one for one in told.each if one.own)
        assert (own.programme, own.unfit) == (proposal.programme, [])
    with pytest.raises(UnknownPerson):
        programme.programmes("nobody")
    assert Programme.read(EXAMPLES / "school" / "programme.toml").programmes().programmes == []


def every_part(value: Any) -> Iterator[model.Fields]:
    if isinstance(value, model.Fields):
        yield value
    if isinstance(value, dict):
        value = list(value.values())
    if isinstance(value, list):
        for item in value:
            yield from every_part(item)


def conforms(value: object, hint: Any) -> bool:
    origin, arguments = get_origin(hint), get_args(hint)
    if origin in (Union, UnionType):
        return any(conforms(value, one) for one in arguments)
    if origin is Literal:
        return value in arguments
    if origin is list:
        return isinstance(value, list) and all(conforms(item, arguments[0]) for item in value)
    if hint is int:
        return type(value) is int
    return isinstance(value, origin or hint)


def test_every_part_is_what_its_class_declares() -> None:
    """The classes are declared by hand: what the engine gives must be neither more nor less nor other."""
    seen = set()
    left_out = load(EXAMPLES / "own-criterion" / "programme.toml")
    left_out["sheets"]["mentees"]["exclude"] = [{"column": "id", "is": ["b3"], "why": "next round"}]
    least_fit = load(EXAMPLES / "mentoring" / "programme.toml")
    least_fit["aim"]["quality"] = "least_fit"
    stable = load(EXAMPLES / "mentoring" / "programme.toml")
    stable["aim"]["quality"] = "stable"
    supportive = {
        "name": "Kettles of Nowhere",
        "support": "befriending",
        "preset": "befriending",
        "purpose": "supportive",
        "review_months": 6,
        "as_of": "2026-11-02",
        "safeguarding": {"checks": [], "why": "Everybody meets in a room with a coordinator."},
        "mentors": [{"id": "m1", "faith": "Quaker"}, {"id": "m2", "faith": "Sikh"}],
        "mentees": [{"id": f"e{at}", "faith": "Quaker", "preferences": "prefer faith same"} for at in range(6)],
        "basis": {"faith": {"basis": "not_for_profit_body"}},
    }
    hourly = {
        "name": "Hours of Nowhere",
        "support": "befriending",
        "planned_months": 6,
        "as_of": "2026-11-02",
        "safeguarding": {"checks": [], "why": "Everybody meets in a room with a coordinator."},
        "rules": [{"rule": "hours"}],
        "mentors": [{"id": "m1", "capacity": 2, "hours_per_week": 1}],
        "mentees": [{"id": f"e{at}", "hours_per_week": 1} for at in range(2)],
    }
    lacking = {
        "name": "Lacking in Nowhere",
        "support": "mentoring",
        "planned_months": 6,
        "as_of": "2026-11-02",
        "safeguarding": {"checks": [], "why": "Everybody meets in a room with a coordinator."},
        "basis": {"relationship_barriers": {"basis": "safeguarding"}},
        "rules": [{"rule": "capabilities"}],
        "mentors": [
            {"id": "m1", "capabilities": "access"},
            {"id": "m2", "capabilities": "trauma-informed; communication"},
            {"id": "m3", "role_type": "natural"},
        ],
        "mentees": [
            {"id": "e1", "nominated_mentor": "m3"},
            {"id": "e2", "relationship_barriers": "trauma; stammer"},
            {"id": "e3", "nominated_mentor": "m3"},
        ],
    }
    others = [EXAMPLES / name / "programme.toml" for name in ("own-criterion", "leaving-prison", "school", "several-programmes")]
    programmes = [Programme.read(path) for path in [*WITH_PEOPLE, *others]]
    programmes.append(Programme.from_dict(supportive))
    programmes.append(Programme.from_dict(hourly))
    programmes.append(Programme.from_dict(lacking))
    programmes.append(Programme.from_dict(left_out, base=EXAMPLES / "own-criterion"))
    programmes.append(Programme.from_dict(least_fit, base=EXAMPLES / "mentoring"))
    programmes.append(Programme.from_dict(stable, base=EXAMPLES / "mentoring"))
    for programme in programmes:
        outcome = programme.match()
        wrong = json.loads(outcome.to_json())
        wrong["totals"]["served"] += 1
        pairs = [(mentee, mentor.mentor) for mentee in outcome.proposals for mentor in outcome.proposals[:3]]
        first = next(one for one in programme.shortlist().lists if one.options)
        answer = [(first.mentee, first.options[0].mentor)]
        results = [
            programme.shortlist(options=4, picked=answer).to_dict(),
            *blocking_of(programme, outcome),
            *places_of(programme),
            programme.programmes(),
            programme.warnings,
            programme.summary,
            outcome.to_dict(),
            programme.check(Outcome.from_json(json.dumps(wrong))),
            *(programme.explain(mentee.mentee, mentor) for mentee, mentor in pairs[:9]),
            *(programme.explain(waiting.mentee) for waiting in outcome.unmatched[:3]),
        ]
        for part in every_part(results):
            kind = type(part)
            seen.add(kind.__name__)
            hints = get_type_hints(kind)
            if kind in (model.Record, model.SheetFormat):
                assert set(hints) <= set(part)
            else:
                assert list(hints) == list(part), kind
            for name, hint in hints.items():
                assert conforms(part[name], hint), (kind, name, hint)
                assert getattr(part, name) == part[name]
                assert name in dir(part)
    assert seen == set(model.CLASSES)


def test_the_obstacles_are_those_of_the_schema() -> None:
    told = alongside.schema("outcome")["$defs"]["Obstacle"]
    words = told["enum"] if "enum" in told else [one["const"] for one in told["oneOf"]]
    assert [word for part in get_args(model.Obstacle) for word in get_args(part)] == words


def test_a_field_that_is_not_there_is_said_to_be_missing() -> None:
    proposal = Programme.read(WITH_PEOPLE[0]).match().proposals[0]
    with pytest.raises(AttributeError, match="^Proposal has no field 'fitt'$"):
        proposal.fitt  # type: ignore[attr-defined]  # noqa: B018


def test_the_version_is_the_engine_s() -> None:
    assert Programme.read(WITH_PEOPLE[0]).match().engine == alongside.__version__
    assert sys.modules["alongside"].__all__ == sorted(alongside.__all__)
