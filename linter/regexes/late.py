"""Regular expressions that are compiled when they are first used.

A process that checks one short report needs a third of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property
from typing import Any, cast

from linter.regexes.needed import Words
from linter.regexes.programs import compiled, needed_by

_METHODS = ("search", "match", "fullmatch", "findall", "sub", "split")


def regex(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """What stands for ``re.compile(pattern, flags)`` and behaves like it.

    A search between bounds that lie outside the text is one between its ends: where words are
    looked for before a place, ``search(text, at - 8, at)`` needs no care for the text's beginning.
    """
    return cast("re.Pattern[str]", _Late(pattern, flags))


class _Late:
    def __init__(self, pattern: str, flags: int) -> None:
        self._pattern, self._flags = pattern, flags

    def finditer(self, text: str, *bounds: int) -> Iterator[re.Match[str]]:
        """A whole text is not searched where it has none of the words that a match needs."""
        if not bounds and self._lacks(text):
            return iter(())
        return self._finditer(text, *bounds)

    def _lacks(self, text: str) -> bool:
        """Whether a text has no word of a set of which a match needs one."""
        for words in self._needed:
            for word in words:
                if word in text:
                    break
            else:
                return True
        return False

    @cached_property
    def _needed(self) -> tuple[Words, ...]:
        return needed_by(self._pattern, self._flags)

    def __getattr__(self, name: str) -> Any:
        """Compiles, and keeps the methods here, so that this is asked but once."""
        pattern = compiled(self._pattern, self._flags)
        if name == "_finditer":
            self._finditer = pattern.finditer
            return self._finditer
        for method in _METHODS:
            setattr(self, method, getattr(pattern, method))
        return getattr(pattern, name)
