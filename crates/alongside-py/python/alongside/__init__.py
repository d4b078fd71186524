"""Matching for mentoring and befriending programmes.

>>> from alongside import Programme
>>> programme = Programme.read("programme.toml")  # doctest: +SKIP
>>> outcome = programme.match()  # doctest: +SKIP

It proposes; a named person decides.
"""

from alongside import errors, model
from alongside._native import Outcome, Programme, __version__, generate, schema, validate
from alongside.errors import AlongsideError, InvalidOutcome, InvalidProgramme, LimitExceeded, UnknownPerson

__all__ = [
    "AlongsideError",
    "InvalidOutcome",
    "InvalidProgramme",
    "LimitExceeded",
    "Outcome",
    "Programme",
    "UnknownPerson",
    "__version__",
    "errors",
    "generate",
    "model",
    "schema",
    "validate",
]
