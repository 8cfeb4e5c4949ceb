"""``corpus``: what only several reports show; an audit looks for it, a report alone cannot."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Literal

from msgspec import Meta

from linter.binding.case import Case
from linter.language.needs import Spec
from linter.model import Status, Verdict

Looked = Literal[
    "copied-text", "foreign-names", "document-amounts", "project-amounts", "last-year",
    "full-marks", "scores", "duplicates",
]  # fmt: skip
_ELSEWHERE = Verdict(Status.not_applicable, "", reason="跨报告核对，批量审核（audit）时才查")


class Corpus(Spec, frozen=True):
    """What is looked for across the reports of an audit, and from where on it counts.

    What ``least``, ``share`` and ``most`` count is said in ``linter/audit/corpus``, in the module
    that is called as ``of`` is.
    """

    of: Looked
    least: Annotated[int, Meta(ge=0)] = 1
    share: Annotated[float, Meta(ge=0, le=1)] = 1.0
    most: Annotated[int, Meta(ge=0)] = 0
    cue: tuple[str, ...] = ()
    """Words that must stand beside it."""
    unless: tuple[str, ...] = ()
    """Words beside it that excuse it."""


SPEC = Corpus


def check(rule_id: str, spec: Corpus, case: Case) -> Iterator[Verdict]:
    """That the report alone does not show it."""
    yield _ELSEWHERE
