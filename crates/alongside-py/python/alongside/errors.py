"""What can go wrong. No message holds what somebody answered."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from alongside.model import Issue


class AlongsideError(Exception):
    """The engine cannot go on."""


class InvalidProgramme(AlongsideError):
    """The programme, or one of its sheets, is wrong."""

    issues: list[Issue]
    """Every problem at once, in the order in which they were met; warnings too."""

    def __init__(self, message: str, issues: list[Issue]) -> None:
        super().__init__(message, issues)
        self.issues = issues

    def __str__(self) -> str:
        return str(self.args[0])

    def __repr__(self) -> str:
        return f"<{type(self).__name__}: {len(self.issues)} issues>"


class InvalidOutcome(AlongsideError):
    """A text is no outcome, or one of another version."""

    line: int | None
    """Line of the fault, counted from 1; none where the whole is meant."""

    def __init__(self, message: str, line: int | None) -> None:
        super().__init__(message, line)
        self.line = line

    def __str__(self) -> str:
        return str(self.args[0])


class UnknownPerson(AlongsideError, LookupError):
    """Nobody on that side of the programme has the id asked for."""


class NotACandidate(AlongsideError, ValueError):
    """A pair is said to be picked from a shortlist that may not be proposed, or that others left no place for."""


class NotEligible(AlongsideError, ValueError):
    """A rule refuses the pair, or something has to be found out about it first, so nobody should read of it."""


class AnotherProgramme(AlongsideError, ValueError):
    """An outcome proposes pairs that the programme does not allow: it belongs to another one, or something changed."""


class NoPrices(AlongsideError, ValueError):
    """With the quality of the programme's aim, or with supervisors' caseloads, places have no prices of their own."""


class NoFlow(AlongsideError, ValueError):
    """What is asked rests on a flow, and hours, contact, several mentees or unequal caseloads limit whom mentors take on."""


class LimitExceeded(AlongsideError):
    """The programme is beyond a declared limit of the solver, or the outcome has more rows than a worksheet."""
