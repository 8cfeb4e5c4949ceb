"""``moved``: ranks, levels and floors, how they moved, and among how many they are."""

from __future__ import annotations

from collections.abc import Iterator

from linter.binding.case import Case
from linter.binding.named.ranks import ranks
from linter.language.needs import Spec
from linter.model import Related, Span, Status, Verdict


class Moved(Spec, frozen=True):
    """The words for ranks are the same in every report."""


SPEC = Moved


def check(rule_id: str, spec: Moved, case: Case) -> Iterator[Verdict]:
    """A verdict for each thing that is told of ranks."""
    for found in ranks(case.facts):
        said = case.text(*found.told)
        by = "、".join(case.text(*span) for span in found.by)
        yield Verdict(
            Status.passed if found.holds else Status.failed,
            said,
            Span(*found.told),
            tuple(Related(Span(*span), "rank") for span in found.by),
            f"{by}：{said}" + (" ✓" if found.holds else ""),
            values={"said": said, "by": by},
        )
