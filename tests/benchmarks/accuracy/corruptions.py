"""Marked reports, and the corrupted copies that their claims ask for.

``NAME.yaml`` beside ``NAME.txt`` or ``NAME.md`` says of each claim its class and, where not every
member can be checked alone, which members to corrupt:

    claims:
      g1: {class: growth, formula: "rate/100 = (cur - base) / base"}
      h3: {class: numbering, mutate: [no]}
      s5: {class: required-section}          # ⟦s5/BEGIN⟧ … ⟦s5/END⟧: the block is deleted
      d1: {class: doc-number, to: {"no": {square: "[2022]"}}}
      p2: {class: part-whole, exact: true, formula: "all = a + b; part <= all"}
    allow: [regex, …]                        # rule, quote or message of findings that are true

``formula`` lets corruptions be left out that the printed precision still allows; ``exact`` says that
the figures stand for themselves; ``to`` gives member → operator → text, instead of the built-in
operators, and a mark with empty text is a place to insert at.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import msgspec
from msgspec import Struct, field

from tests.benchmarks.accuracy.marks import MARK, members, plain
from tests.benchmarks.accuracy.operators import mistyped
from tests.benchmarks.accuracy.precision import allowed

FOLDER = Path(__file__).parent
HALVES = ("worked", "untouched")


class Claim(Struct, frozen=True, forbid_unknown_fields=True):
    """What a report says of one of its claims."""

    cls: str = field(name="class")
    formula: str = ""
    exact: bool = False
    mutate: tuple[str, ...] = ()
    to: dict[str, dict[str, str]] = field(default_factory=dict)


class _Sidecar(Struct, frozen=True, forbid_unknown_fields=True):
    claims: dict[str, Claim]
    allow: tuple[str, ...] = ()


class MarkedReport(Struct, frozen=True):
    """A true report with marked claims; ``file`` is its name with the suffix."""

    file: str
    marked: str
    claims: dict[str, Claim]
    allow: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """The file's name without suffix."""
        return self.file.partition(".")[0]


class Corruption(Struct, frozen=True):
    """A copy of a report with one claim made wrong."""

    id: str
    cls: str
    claim: str
    marked: str

    @property
    def text(self) -> str:
        """The corrupted text."""
        return plain(self.marked)


def paths(half: str) -> list[Path]:
    """The marked reports of a half in order of name."""
    return sorted(p for p in (FOLDER / half).iterdir() if p.suffix in {".txt", ".md"})


def load(path: Path) -> MarkedReport:
    """The marked report of a file and its sidecar."""
    sidecar = msgspec.yaml.decode(path.with_suffix(".yaml").read_bytes(), type=_Sidecar)
    return MarkedReport(path.name, path.read_text("utf-8"), sidecar.claims, sidecar.allow)


def corruptions(report: MarkedReport) -> Iterator[Corruption]:
    """One copy of the report for each claim, member and operator."""
    for name, claim in report.claims.items():
        changed = _without_block if claim.cls == "required-section" else _mistyped
        for how, marked in changed(report, name):
            vid = f"{report.name}--{name}--{how}".replace(" ", "_")
            yield Corruption(vid, claim.cls, name, marked)


def is_equivalent(report: MarkedReport, corruption: Corruption) -> bool:
    """Whether the corrupted figures still satisfy the claim within their printed precision."""
    claim = report.claims[corruption.claim]
    figures = members(corruption.marked, corruption.claim)
    return bool(claim.formula and allowed(claim.formula, figures, exact=claim.exact))


def _without_block(report: MarkedReport, name: str) -> Iterator[tuple[str, str]]:
    escaped = re.escape(name)
    block = re.compile(rf"⟦{escaped}/BEGIN⟧.*?⟦{escaped}/END⟧\n?", re.DOTALL)
    marked, count = block.subn("", report.marked)
    if not count:
        raise ValueError(f"{report.name}: claim {name} has no block")
    yield "delete", marked


def _mistyped(report: MarkedReport, name: str) -> Iterator[tuple[str, str]]:
    claim, marked = report.claims[name], report.marked
    marks = [mark for mark in MARK.finditer(marked) if mark["claim"] == name]
    if not marks:
        raise ValueError(f"{report.name}: claim {name} has no mark")
    for mark in marks:
        member = mark["member"]
        if claim.mutate and member not in claim.mutate:
            continue
        others = claim.to[member] if member in claim.to else mistyped(mark["text"] or "")
        for operator, text in others.items():
            start, end = mark.span("text")
            yield f"{member}--{operator}", marked[:start] + text + marked[end:]
