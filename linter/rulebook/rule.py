"""A rule as data: what it says of itself, its check kind with parameters, and its examples."""

from __future__ import annotations

from typing import Annotated, Any

import msgspec
from msgspec import Meta, Struct

from linter.language.needs import Spec
from linter.model import Severity

FAMILIES = (
    "input", "structure", "numbering", "score", "arithmetic", "consistency", "date",
    "budget", "indicator", "evidence", "typography", "layout", "corpus",
)  # fmt: skip

Words = Annotated[str, Meta(min_length=1)]
RuleId = Annotated[str, Meta(pattern=rf"^(?:{'|'.join(FAMILIES)})/[a-z0-9]+(?:-[a-z0-9]+)*$")]


class Passing(Struct, frozen=True, forbid_unknown_fields=True):
    """A text of which the rule must not complain; ``calculation`` is in a pass's arithmetic.

    ``profile`` is one that is asked for.
    """

    text: Words
    calculation: str | None = None
    profile: str | None = None


class Failing(Struct, frozen=True, forbid_unknown_fields=True):
    """A text of which the rule must complain, at ``quote``."""

    text: Words
    quote: Words
    calculation: str | None = None
    profile: str | None = None


class Examples(
    Struct, frozen=True, forbid_unknown_fields=True, rename={"passing": "pass", "failing": "fail"}
):
    """Texts that pass and texts that fail; they are the rule's tests."""

    passing: Annotated[tuple[Passing, ...], Meta(min_length=1)]
    failing: Annotated[tuple[Failing, ...], Meta(min_length=1)]


class RuleText(Struct, frozen=True, forbid_unknown_fields=True):
    """A text in Chinese and in English."""

    zh: Words
    en: Words


class Header(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """All of a rule but its check kind; what every rule must have."""

    id: RuleId
    catalogue: tuple[Words, ...]
    name: Words
    severity: Severity
    basis: Words
    why: Words
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
        """The rule's id: family and slug."""
        return self.header.id


def given(spec: Spec) -> dict[str, Any]:
    """The parameters of a check kind as in YAML, without those left at their defaults."""
    return {
        field.encode_name: msgspec.to_builtins(value)
        for field in msgspec.structs.fields(spec)
        if (value := getattr(spec, field.name)) != field.default
    }
