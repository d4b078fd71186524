"""Made-up programmes, and the JSON Schemas held against what is read and written, by a validator of its own."""

import copy
import datetime
import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from conftest import EXAMPLES, load
from jsonschema import Draft202012Validator  # type: ignore[import-untyped]

import alongside
from alongside import InvalidProgramme, Programme

SHAPES = ["befriending", "care-leavers", "workplace", "resettlement"]
FILES = sorted([*EXAMPLES.rglob("programme*.toml"), *EXAMPLES.rglob("programme*.json")])

PROGRAMME = Draft202012Validator(alongside.schema())
OUTCOME = Draft202012Validator(alongside.schema("outcome"))
ISSUES = Draft202012Validator(alongside.schema("issues"))


def plain(value: Any) -> Any:
    """As JSON has it."""
    return json.loads(json.dumps(value, default=lambda date: date.isoformat()))


def faults(validator: Draft202012Validator, value: Any) -> list[str]:
    return [f"{fault.json_path}: {fault.message}" for fault in validator.iter_errors(value)]


def made(shape: str, mentees: int = 60, mentors: int = 50, seed: int = 3) -> dict[str, Any]:
    return alongside.generate(mentees=mentees, mentors=mentors, seed=seed, shape=shape)  # type: ignore[arg-type]


@pytest.mark.parametrize("shape", SHAPES)
def test_made_up_programmes_match(shape: str) -> None:
    document = made(shape)
    programme = Programme.from_dict(document)
    assert (len(document["mentees"]), len(document["mentors"])) == (60, 50)
    outcome = programme.match()
    assert outcome.totals.served > 0
    assert programme.check(outcome) == []
    assert document == made(shape)
    assert document["mentees"] != made(shape, seed=4)["mentees"]


def test_shapes_and_seeds_that_there_are_not() -> None:
    with pytest.raises(ValueError, match="care-leavers"):
        made("club")
    with pytest.raises(ValueError, match="seed"):
        made("befriending", seed=2**63)
    with pytest.raises(ValueError, match="outcome"):
        alongside.schema("weather")  # type: ignore[arg-type]


def test_schemas_are_schemas() -> None:
    for validator in [PROGRAMME, OUTCOME, ISSUES]:
        Draft202012Validator.check_schema(validator.schema)


@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_every_example_fits_the_schema(path: Path) -> None:
    assert faults(PROGRAMME, plain(load(path))) == []


@pytest.mark.parametrize("shape", SHAPES)
def test_every_made_up_programme_fits_the_schema(shape: str) -> None:
    assert faults(PROGRAMME, made(shape)) == []
    outcome = Programme.from_dict(made(shape)).match()
    assert faults(OUTCOME, json.loads(outcome.to_json())) == []


def test_outcomes_fit_their_schema_and_only_whole_ones(example: Path) -> None:
    outcome = json.loads(Programme.read(example).match().to_json())
    assert faults(OUTCOME, outcome) == []
    # Some of each kind are enough, and quicker.
    for part in ["proposals", "unmatched", "idle", "questions"]:
        outcome[part] = outcome[part][:4]
    for path, holder in dict_nodes(outcome):
        # Of these there is one key, which says what is meant.
        if ".because" in path or path.endswith(".level"):
            continue
        for key in list(holder):
            value = holder.pop(key)
            assert faults(OUTCOME, outcome), f"{path}.{key} may be missing"
            holder[key] = value
        holder["mood"] = "sunny"
        assert faults(OUTCOME, outcome), f"{path} may have another key"
        del holder["mood"]


def dict_nodes(value: Any, path: str = "$", seen: set[str] | None = None) -> Iterator[tuple[str, dict[str, Any]]]:
    """One table of each kind, by the keys that lead to it."""
    seen = set() if seen is None else seen
    if isinstance(value, dict):
        if path not in seen:
            seen.add(path)
            yield path, value
        for key, below in value.items():
            yield from dict_nodes(below, f"{path}.{key}", seen)
    elif isinstance(value, list):
        for item in value:
            yield from dict_nodes(item, path, seen)


def test_issues_fit_their_schema(befriending: Path) -> None:
    (befriending / "programme.toml").write_text('nam = "x"\nrules = 3\n', encoding="utf-8")
    issues = alongside.validate(befriending / "programme.toml")
    told = {"issues": [plain_issue(issue) for issue in issues]}
    assert len(told["issues"]) > 3
    assert faults(ISSUES, told) == []
    told["issues"][0]["code"] = "no-such-code"
    assert faults(ISSUES, told)


def plain_issue(issue: Any) -> dict[str, Any]:
    place = {name: getattr(issue.place, name) for name in issue.place.__annotations__}
    place = {name: value for name, value in place.items() if value is not None}
    return {
        "code": issue.code,
        "severity": issue.severity,
        "place": place,
        "message": issue.message,
        "remedy": issue.remedy,
    }


def base() -> dict[str, Any]:
    """A programme with every part of a document in it."""
    document = made("befriending", 4, 4)
    document["justifications"] = [{"attribute": "gender", "reason": "asked for"}]
    document["sheets"] = {"dates": "day/month/year"}
    return document


def set_in(document: dict[str, Any], path: list[str | int], value: Any) -> None:
    holder: Any = document
    for step in path[:-1]:
        holder = holder[step]
    holder[path[-1]] = value


WRONG: list[tuple[list[str | int], Any]] = [
    (["name"], 3),
    (["name"], "  "),
    (["support"], "cheering"),
    (["as_of"], "soon"),
    (["planned_months"], "six"),
    (["planned_months"], 121),
    (["seed"], -1),
    (["opaque_ids"], "yes"),
    (["safeguarding"], []),
    (["safeguarding", "checks"], "DBS"),
    (["safeguarding", "checks", 0, "valid_months"], 0),
    (["attributes", "support_level", "kind"], "words"),
    (["attributes", "support_level", "colour"], "red"),
    (["basis", "faith", "basis"], "because"),
    (["rules", 0, "rule"], "kindness"),
    (["rules", 0, "minimum_minutes"], 60),
    (["rules", 3, "mentor"], 18),
    (["criteria", 0, "weight"], 1001),
    (["criteria", 1, "rare_counts_more"], 1),
    (["criteria", 1, "ideal"], 1),
    (["aim", "tiers"], 9),
    (["aim", "first"], 7),
    (["sheets", "dates"], "any"),
    (["sheets", "mentors"], {"file": "m.csv", "delimiter": "+"}),
    (["sheets", "mentors"], {"file": "m.csv", "columns": {"id": 3}}),
    (["mentors"], {}),
    (["mentors", 0, "monitoring"], "x"),
    (["weather"], "fine"),
]


@pytest.mark.parametrize(("path", "value"), WRONG, ids=lambda part: json.dumps(part))
def test_what_the_schema_refuses_the_reader_refuses(path: list[str | int], value: Any) -> None:
    sound = base()
    assert faults(PROGRAMME, sound) == []
    wrong = copy.deepcopy(sound)
    set_in(wrong, path, value)
    assert faults(PROGRAMME, wrong), "the schema takes it"
    with pytest.raises(InvalidProgramme):
        Programme.from_dict(wrong)


def test_every_key_of_the_reference_is_in_the_schema() -> None:
    schema = alongside.schema()
    named: dict[str, set[str]] = {"": set(schema["properties"])}
    named |= {name: set(part["properties"]) for name, part in schema["$defs"].items()}
    page = (EXAMPLES.parent / "reference" / "programme-file.md").read_text(encoding="utf-8")
    keys = {line.split("`")[1] for line in page.splitlines() if line.startswith("- `")}
    assert len(keys) > 60
    # Words that a key can be are listed in the same way.
    keys -= {word for part in schema["$defs"].values() for key in part["properties"].values() for word in key.get("enum", [])}
    # So are the rows of a table that ships with the engine; a key has no hyphen.
    keys = {key for key in keys if "-" not in key}
    assert keys <= set().union(*named.values())


def test_required_keys_are_required_by_both() -> None:
    def without(key: str) -> Callable[[], dict[str, Any]]:
        return lambda: {name: value for name, value in base().items() if name != key}

    for key in alongside.schema()["required"]:
        assert faults(PROGRAMME, without(key)())
        with pytest.raises(InvalidProgramme):
            Programme.from_dict(without(key)())


def test_dates_of_toml_fit(tmp_path: Path) -> None:
    document = load(EXAMPLES / "befriending" / "programme.toml")
    assert isinstance(document["as_of"], datetime.date)
    assert faults(PROGRAMME, plain(document)) == []
