"""A rule as data: what it says of itself, its check kind with parameters, and its examples."""

from __future__ import annotations

from msgspec import Struct

from linter.language.needs import Spec
from linter.model import Severity


class Passing(Struct, frozen=True, forbid_unknown_fields=True):
    """A text of which the rule must not complain; ``calculation`` is part of a pass's arithmetic."""

    text: str
    calculation: str | None = None


class Failing(Struct, frozen=True, forbid_unknown_fields=True):
    """A text of which the rule must complain, at ``quote``."""

    text: str
    quote: str
    calculation: str | None = None


class Examples(Struct, frozen=True, forbid_unknown_fields=True, rename={"passing": "pass", "failing": "fail"}):
    """Texts that pass and texts that fail; they are the rule's tests."""

    passing: tuple[Passing, ...]
    failing: tuple[Failing, ...]


class RuleText(Struct, frozen=True, forbid_unknown_fields=True):
    """A text in Chinese and in English."""

    zh: str
    en: str


class Header(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """All of a rule but its check kind; what every rule must have."""

    id: str
    catalogue: tuple[str, ...]
    name: str
    severity: Severity
    basis: str
    why: str
    message: RuleText
    suggest: RuleText
    examples: Examples


class Rule(Struct, frozen=True):
    """A checked rule."""

    header: Header
    kind: str
    spec: Spec
    source: str
    """The rule's file, as it was given."""

    @property
    def id(self) -> str:
        return self.header.id
