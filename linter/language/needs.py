"""What a rule asks of the language: patterns, equations and cue words to be compiled once."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from msgspec import Struct

from linter.facts.windows import Window


class Spec(Struct, frozen=True, forbid_unknown_fields=True, rename="kebab"):
    """The parameters of one check kind, as they stand in a rule's YAML."""

    NAMES: ClassVar[tuple[str, ...]] = ()
    """What equations may name of a kind that finds their figures itself."""

    def patterns(self) -> Iterator[tuple[str, Window]]:
        """Every pattern with the window that its gaps must not leave."""
        return iter(())

    def equations(self) -> Iterator[str]:
        """Every equation."""
        return iter(())

    def cues(self) -> Iterator[tuple[str, tuple[str, ...]]]:
        """Word sets, each with the name it has within the rule; ``@sets`` among the words."""
        return iter(())
