"""How far a run is, on a stream that may be a terminal, a log, or closed."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from time import monotonic
from typing import TextIO

_EVERY, _EVERY_IN_LOGS = 0.2, 15.0
"""How many seconds lie between two lines."""
_RECENT = 20.0
"""The rate is that of so many seconds."""


class Progress:
    """Tells how many submissions are done, the rate, the time left, and what could not be read."""

    def __init__(
        self, stream: TextIO | None, total: int, clock: Callable[[], float] = monotonic
    ) -> None:
        self._stream, self._total, self._clock = stream, total, clock
        self._live = stream is not None and stream.isatty()
        self._done = self._unread = self._reused = 0
        self._marks = [(clock(), 0)]
        self._told = clock()
        self._width = 0

    def reused(self) -> None:
        """One more submission is unchanged since it was checked."""
        self._reused += 1
        self._tell()

    def done(self, *, unread: bool) -> None:
        """One more submission is checked, or could not be."""
        self._done += 1
        self._unread += unread
        self._tell()

    def end(self) -> None:
        """Nothing more follows."""
        if self._live:
            self._write(f"\r{' ' * self._width}\r")

    def line(self) -> str:
        """Where the run stands, in words."""
        seen = self._done + self._reused
        parts = [f"已检查 {seen}/{self._total} 份"]
        if self._reused:
            parts.append(f"其中未变动 {self._reused} 份")
        rate = self._rate()
        if rate:
            left = round((self._total - seen) / rate)
            parts.append(f"{rate:.0f} 份/秒" if rate >= 10 else f"{rate:.1f} 份/秒")
            parts.append(f"剩余约 {left // 60}分{left % 60:02d}秒")
        if self._unread:
            parts.append(f"未能检查 {self._unread} 份")
        return "，".join(parts)

    def _rate(self) -> float:
        """Submissions done a second of late."""
        now = self._clock()
        while len(self._marks) > 2 and now - self._marks[1][0] > _RECENT:
            self._marks.pop(0)
        then, count = self._marks[0]
        return (self._done + self._reused - count) / (now - then) if now > then else 0.0

    def _tell(self) -> None:
        now = self._clock()
        if self._stream is None or now - self._told < (_EVERY if self._live else _EVERY_IN_LOGS):
            return
        self._told = now
        line = self.line()
        self._marks.append((now, self._done + self._reused))
        if self._live:
            self._write("\r" + line + " " * max(0, self._width - len(line)))
            self._width = 2 * len(line)
        else:
            self._write(line + "\n")

    def _write(self, text: str) -> None:
        if self._stream is not None:
            with suppress(OSError, ValueError):
                self._stream.write(text)
                self._stream.flush()
