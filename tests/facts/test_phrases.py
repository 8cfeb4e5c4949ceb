"""The reader of figures against 300 phrases labelled by hand."""

from __future__ import annotations

from collections import Counter
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

import msgspec

from linter.facts.quantity import Quantity
from tests.cases import case, quantities

EXCEPTIONS = {
    "非税收入缴库6 540元": "a space between digits separates cells more often than thousands",
    "全镇共发展家庭农场廿三家": "廿 and 卅 are not read",
    "| 分值 | 10 | 得分 | 9.74 |": "without a header row no column says that 10 is a score",
}
SAME_LABELS, ALIKE_LABELS = 162, 322
"""How many labels of the 396 figures are right to the letter, and how many overlap the right one."""

Reading = tuple[str, Decimal | None, Decimal | None, str | None]


@cache
def phrases() -> list[dict[str, Any]]:
    data = Path(__file__).with_name("phrases.yaml").read_bytes()
    return msgspec.yaml.decode(data, type=list[dict[str, Any]])


def wanted(phrase: dict[str, Any]) -> list[Reading]:
    return [(f["text"], _end(f["low"]), _end(f["high"]), f["unit"]) for f in phrase["figures"]]


def read(text: str) -> list[Reading]:
    return [
        (text[q.start : q.end], _finite(q.value.low), _finite(q.value.high), q.unit)
        for q in quantities(text)
    ]


def _end(text: str | None) -> Decimal | None:
    return None if text is None else Decimal(text)


def _finite(value: Decimal) -> Decimal | None:
    return value if value.is_finite() else None


def test_phrases_are_300() -> None:
    assert len(phrases()) == 300
    assert sum("trap" in phrase for phrase in phrases()) >= 60


def test_values_and_units_are_read_as_labelled() -> None:
    misread = {p["text"] for p in phrases() if read(p["text"]) != wanted(p)}
    assert misread == EXCEPTIONS.keys()


def test_names_of_figures_are_read_as_well_as_ever() -> None:
    counts: Counter[str] = Counter()
    for phrase in phrases():
        facts = case(phrase["text"]).facts
        for labelled, figure in zip(
            phrase["figures"], _aligned(phrase, facts.quantities), strict=True
        ):
            label = facts.label(figure) if figure else None
            counts["all"] += 1
            counts["same"] += label == labelled["label"]
            counts["alike"] += _is_alike(label, labelled["label"])
    print(f"labels: {counts['same']} same, {counts['alike']} alike of {counts['all']}")
    assert counts["same"] >= SAME_LABELS
    assert counts["alike"] >= ALIKE_LABELS


def _aligned(phrase: dict[str, Any], found: list[Quantity]) -> list[Quantity | None]:
    """The figure read at each labelled one's place; nothing where none begins there."""
    by_start = {figure.start: figure for figure in found}
    places, at = [], 0
    for labelled in phrase["figures"]:
        at = phrase["text"].index(labelled["text"], at)
        places.append(by_start.get(at))
        at += len(labelled["text"])
    return places


def _is_alike(label: str | None, right: str | None) -> bool:
    if label is None or right is None:
        return label is right
    return label in right or right in label
