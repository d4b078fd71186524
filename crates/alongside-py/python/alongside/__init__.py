"""Matching for mentoring and befriending programmes.

>>> from alongside import Programme
>>> programme = Programme.read("programme.toml")  # doctest: +SKIP
>>> outcome = programme.match()  # doctest: +SKIP

It proposes; a named person decides.

The table of postcodes inside is licensed under the Open Government Licence v3.0. Contains OS data © Crown copyright and
database right 2024. Contains Royal Mail data © Royal Mail copyright and Database right 2024. Contains National
Statistics data © Crown copyright and database right 2024.
"""

from alongside import errors, model
from alongside._native import Outcome, Programme, Shortlists, __version__, generate, schema, terms, validate
from alongside.errors import (
    AlongsideError,
    AnotherProgramme,
    InvalidOutcome,
    InvalidProgramme,
    LimitExceeded,
    NoFlow,
    NoPrices,
    NotACandidate,
    NotEligible,
    UnknownPerson,
)

__all__ = [
    "AlongsideError",
    "AnotherProgramme",
    "InvalidOutcome",
    "InvalidProgramme",
    "LimitExceeded",
    "NoFlow",
    "NoPrices",
    "NotACandidate",
    "NotEligible",
    "Outcome",
    "Programme",
    "Shortlists",
    "UnknownPerson",
    "__version__",
    "errors",
    "generate",
    "model",
    "schema",
    "terms",
    "validate",
]
