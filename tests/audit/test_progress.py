from __future__ import annotations

from io import StringIO

from linter.audit.progress import Progress


class Clock:
    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


class Terminal(StringIO):
    def isatty(self) -> bool:
        return True


def run(stream: StringIO, seconds: float) -> Progress:
    """A hundred of two hundred submissions, one in ``seconds``."""
    clock = Clock()
    progress = Progress(stream, 200, clock)
    for number in range(100):
        clock.now += seconds
        progress.done(unread=number % 50 == 0)
    return progress


def test_rate_time_left_and_failures_are_told() -> None:
    line = run(StringIO(), 0.5).line()
    assert line == "已检查 100/200 份，2.0 份/秒，剩余约 0分50秒，未能检查 2 份"


def test_a_terminal_has_one_line_that_is_written_anew() -> None:
    stream = Terminal()
    run(stream, 0.5).end()
    assert "\n" not in stream.getvalue()
    assert stream.getvalue().split("\r")[1].strip().startswith("已检查 1/200 份")
    assert not stream.getvalue().split("\r")[-2].strip()


def test_a_log_has_a_line_now_and_then() -> None:
    stream = StringIO()
    run(stream, 0.5)
    assert len(stream.getvalue().splitlines()) == 3


def test_what_is_unchanged_is_told() -> None:
    progress = Progress(StringIO(), 2, Clock())
    progress.reused()
    assert progress.line() == "已检查 1/2 份，其中未变动 1 份"


def test_a_closed_stream_stops_nothing() -> None:
    stream = StringIO()
    stream.close()
    assert run(StringIO(), 20).line()
    clock = Clock()
    stream = Terminal()
    progress = Progress(stream, 2, clock)
    stream.close()
    clock.now = 60.0
    progress.done(unread=False)
    assert progress.line().startswith("已检查 1/2 份")
