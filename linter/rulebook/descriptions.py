"""What the kinds of checks and their parameters are, in Chinese: for whoever writes rules.

They are data (``kinds.yaml``) and read only where they are told: never to check a report.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

from msgspec import Struct, field

from linter.rulebook.files import read
from linter.rulebook.source import Source

_FILE = Path(__file__).with_name("kinds.yaml")


class Described(Struct, frozen=True, forbid_unknown_fields=True):
    """A kind of check: what it looks at, and each of its parameters by name."""

    checks: str
    parameters: dict[str, str] = field(default_factory=dict)


class Part(Struct, frozen=True, forbid_unknown_fields=True):
    """What stands in parameters, as a role of a relation, and each of its own parameters."""

    what: str
    parameters: dict[str, str] = field(default_factory=dict)


class Descriptions(Struct, frozen=True, forbid_unknown_fields=True):
    """All of them: of a rule's own fields, of kinds by name, of parts by their type's name."""

    header: dict[str, str]
    kinds: dict[str, Described]
    parts: dict[str, Part]


@cache
def descriptions() -> Descriptions:
    """The descriptions as the file has them."""
    source = Source(read(_FILE))
    return source.convert(source.data, Descriptions)
