"""Ctrl-C, heard only where it does no harm.

Python raises it between any two steps of the main thread. While a lock is being taken that leaves
it locked for good, and whoever waits for it, as do the threads of an executor, waits for ever.
"""

from __future__ import annotations

import signal
from contextlib import suppress
from types import FrameType
from typing import Self


class Interruption:
    """Within it a first Ctrl-C is kept until ``heed`` is asked; a second one is raised at once.

    It is left to whoever else handles it, and in other threads than the main one, which never get
    any.
    """

    def __init__(self) -> None:
        self._came = self._is_mine = False

    def __enter__(self) -> Self:
        if signal.getsignal(signal.SIGINT) is signal.default_int_handler:
            with suppress(ValueError):  # not in the main thread
                signal.signal(signal.SIGINT, self._hear)
                self._is_mine = True
        return self

    def __exit__(self, *_: object) -> None:
        if self._is_mine:
            signal.signal(signal.SIGINT, signal.default_int_handler)
            self._is_mine = False

    def heed(self) -> None:
        """Raises ``KeyboardInterrupt`` where Ctrl-C was pressed; no lock is held here."""
        if self._came:
            raise KeyboardInterrupt

    def _hear(self, _signal: int, _frame: FrameType | None) -> None:
        self.heed()
        self._came = True
