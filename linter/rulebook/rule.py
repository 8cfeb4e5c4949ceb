"""A rule as data: what it says of itself, its check kind with parameters, and its examples."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Any

import msgspec
from msgspec import Meta, Struct, field

from linter.language.needs import Spec
from linter.layout import Look, Page
from linter.model import Severity
from linter.regexes.late import regex

FAMILIES = (
    "input", "structure", "numbering", "score", "arithmetic", "consistency", "date",
    "budget", "indicator", "evidence", "typography", "layout", "corpus",
)  # fmt: skip

_REPORT = regex(r"(?m)^==> (.+) <==\n")

Words = Annotated[str, Meta(min_length=1)]
RuleId = Annotated[str, Meta(pattern=rf"^(?:{'|'.join(FAMILIES)})/[a-z0-9]+(?:-[a-z0-9]+)*$")]


Lines = Annotated[str, Meta(pattern=r"^[1-9]\d{0,3}(?:-[1-9]\d{0,3})?$")]
"""Lines of a text, counted from 1: ``3``, ``3-5``."""


class Laid(Struct, frozen=True, forbid_unknown_fields=True):
    """How an example's text looks on paper: its pages, and some of its lines."""

    page: Page | None = None
    lines: dict[Lines, Look] = field(default_factory=dict)

    def told(self) -> str:
        """All of it in one line, in the names that YAML has for it."""
        parts: dict[str, Page | Look] = {"页面": self.page} if self.page else {}
        parts |= {f"第{lines}行": look for lines, look in self.lines.items()}
        return "；".join(f"{name} {_listed(part)}" for name, part in parts.items())


def _listed(part: Page | Look) -> str:
    given: dict[str, Any] = msgspec.to_builtins(part)
    return "、".join(f"{name} {value}" for name, value in given.items())


class Passing(Struct, frozen=True, forbid_unknown_fields=True):
    """A text of which the rule must not complain; ``calculation`` is in a pass's arithmetic.

    ``profile`` is one that is asked for. The text may be several reports (``reports``).
    """

    text: Words
    calculation: str | None = None
    profile: str | None = None
    layout: Laid | None = None


class Failing(Struct, frozen=True, forbid_unknown_fields=True):
    """A text of which the rule must complain, at ``quote``.

    Of several reports (``reports``) ``other`` is what it quotes first of another one.
    """

    text: Words
    quote: Words
    other: Words | None = None
    calculation: str | None = None
    profile: str | None = None
    layout: Laid | None = None


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
    checks: RuleText | None = None
    """What is looked at, whatever comes of it: the name of a pass, and in English of a finding."""
    severity: Severity
    basis: Words
    why: Words
    message: RuleText
    suggest: RuleText
    examples: Examples

    def named(self, lang: str) -> str:
        """The name of what is wrong."""
        return self.name if lang == "zh" else self.looked_at(lang)

    def looked_at(self, lang: str) -> str:
        """The name of what is looked at; that of what is wrong where the rule gives none."""
        return getattr(self.checks, lang, self.name)


def reports(text: str) -> Iterator[tuple[str, str]]:
    """The reports of an example, each below a line ``==> name <==``; without one it is one."""
    at, name = 0, "-"
    for match in _REPORT.finditer(text):
        if match.start():
            yield name, text[at : match.start()]
        at, name = match.end(), match[1]
    yield name, text[at:]


class Rule(Struct, frozen=True):
    """A checked rule."""

    header: Header
    kind: str
    spec: Spec
    source: str
    """The rule's file, as it was given."""

    @property
    def across(self) -> bool:
        """Whether it is about several reports: an audit's, not one report's."""
        return self.kind == "corpus"

    @property
    def id(self) -> str:
        """The rule's id: family and slug."""
        return self.header.id


def given(spec: Spec) -> dict[str, Any]:
    """The parameters of a check kind as in YAML, without those left at their defaults."""
    return {
        parameter.encode_name: msgspec.to_builtins(value)
        for parameter in msgspec.structs.fields(spec)
        if (value := getattr(spec, parameter.name)) != default_of(parameter)
    }


def default_of(parameter: msgspec.structs.FieldInfo) -> Any:
    """What a parameter is where it is not written; ``NODEFAULT`` where it must be written."""
    made = parameter.default_factory
    return parameter.default if made is msgspec.NODEFAULT else made()
