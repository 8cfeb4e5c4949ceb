"""The vocabulary read from ``rules/vocabulary/*.yaml``."""

from __future__ import annotations

from pathlib import Path

from linter.rulebook.source import Source
from linter.vocabulary import Hedges, Units, Vocabulary


def load_vocabulary(folder: Path) -> Vocabulary:
    """The vocabulary of a rules folder; raises ``RulebookError``."""

    def source(name: str) -> Source:
        path = folder / f"{name}.yaml"
        return Source(path.read_text("utf-8"), str(path))

    units, hedges, idioms = source("units"), source("hedges"), source("idioms")
    cues, headers, series = source("cues"), source("headers"), source("series")
    words = tuple[str, ...]
    return Vocabulary(
        units=units.convert(units.data, Units),
        hedges=hedges.convert(hedges.data, Hedges),
        cues=cues.convert(cues.data, dict[str, words]),
        headers=headers.convert(headers.data, dict[str, words]),
        idioms=tuple(w for group in idioms.convert(idioms.data, tuple[words, ...]) for w in group),
        series=series.convert(series.data, dict[str, int]),
    )
