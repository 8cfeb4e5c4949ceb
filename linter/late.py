"""Regular expressions that are compiled when they are first used.

A process that checks one short report needs a third of them.
"""

from __future__ import annotations

import re
from typing import Any, cast

from linter.programs import compiled

_METHODS = ("search", "match", "fullmatch", "finditer", "findall", "sub", "split")


def regex(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """What stands for ``re.compile(pattern, flags)`` and behaves like it."""
    return cast("re.Pattern[str]", _Late(pattern, flags))


class _Late:
    def __init__(self, pattern: str, flags: int) -> None:
        self._pattern, self._flags = pattern, flags

    def __getattr__(self, name: str) -> Any:
        """Compiles, and keeps the methods here, so that this is asked but once."""
        pattern = compiled(self._pattern, self._flags)
        for method in _METHODS:
            setattr(self, method, getattr(pattern, method))
        return getattr(pattern, name)
