from collections.abc import Mapping
from os import PathLike
from typing import Any, Literal, final

from alongside.model import (
    CriterionReport,
    Explanation,
    Finding,
    Held,
    Idle,
    Issue,
    Kept,
    Level,
    ProgrammeSummary,
    Proposal,
    Question,
    Record,
    RuleReport,
    SheetSummary,
    Totals,
    Unmatched,
    Urgent,
)

__all__ = ["Outcome", "Programme", "__version__", "generate", "schema", "validate"]

__version__: str

@final
class Programme:
    @staticmethod
    def read(
        path: str | PathLike[str],
        *,
        mentors: str | PathLike[str] | None = None,
        mentees: str | PathLike[str] | None = None,
        relationships: str | PathLike[str] | None = None,
        decisions: str | PathLike[str] | None = None,
        terms: str | PathLike[str] | None = None,
        scores: str | PathLike[str] | None = None,
    ) -> Programme: ...
    @staticmethod
    def from_dict(mapping: Mapping[str, Any], *, base: str | PathLike[str] | None = None) -> Programme: ...
    @staticmethod
    def from_json(text: str, *, base: str | PathLike[str] | None = None) -> Programme: ...
    @property
    def warnings(self) -> list[Issue]: ...
    def validate(self) -> list[Issue]: ...
    @property
    def summary(self) -> list[SheetSummary]: ...
    def match(self, *, time_limit: float | None = None, threads: int | None = None) -> Outcome: ...
    def explain(self, mentee: str, mentor: str | None = None) -> Explanation: ...
    def check(self, outcome: Outcome) -> list[Finding]: ...

@final
class Outcome:
    @staticmethod
    def from_json(text: str) -> Outcome: ...
    def to_json(self) -> str: ...
    def to_dict(self) -> dict[str, Any]: ...
    def __eq__(self, other: object, /) -> bool: ...
    def __ne__(self, other: object, /) -> bool: ...
    @property
    def format(self) -> str: ...
    @property
    def engine(self) -> str: ...
    @property
    def programme(self) -> ProgrammeSummary: ...
    @property
    def status(self) -> Literal["optimal", "best_found"]: ...
    @property
    def levels(self) -> list[Level]: ...
    @property
    def totals(self) -> Totals: ...
    @property
    def rules(self) -> list[RuleReport]: ...
    @property
    def criteria(self) -> list[CriterionReport]: ...
    @property
    def records(self) -> list[Record]: ...
    @property
    def urgent(self) -> list[Urgent]: ...
    @property
    def kept(self) -> list[Kept]: ...
    @property
    def held(self) -> list[Held]: ...
    @property
    def proposals(self) -> list[Proposal]: ...
    @property
    def unmatched(self) -> list[Unmatched]: ...
    @property
    def idle(self) -> list[Idle]: ...
    @property
    def questions(self) -> list[Question]: ...

def validate(
    path: str | PathLike[str],
    *,
    mentors: str | PathLike[str] | None = None,
    mentees: str | PathLike[str] | None = None,
    relationships: str | PathLike[str] | None = None,
    decisions: str | PathLike[str] | None = None,
    terms: str | PathLike[str] | None = None,
    scores: str | PathLike[str] | None = None,
) -> list[Issue]: ...
def generate(
    *,
    mentees: int,
    mentors: int,
    seed: int = 0,
    shape: Literal["befriending", "care-leavers", "workplace", "resettlement"] = "befriending",
) -> dict[str, Any]: ...
def schema(of: Literal["programme", "outcome", "issues"] = "programme") -> dict[str, Any]: ...
