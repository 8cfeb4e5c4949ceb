"""The rule book that a run works with: the shipped rules and a bureau's own."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from linter.resources import folder
from linter.rulebook.book import Rulebook, build


def load(own: Sequence[Path] = ()) -> Rulebook:
    """The shipped rules, with the files and folders of ``own`` laid over them."""
    return build(folder("rules"), own)
