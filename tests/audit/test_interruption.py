"""Ctrl-C is kept until it is asked for; where it is somebody else's, it stays theirs."""

from __future__ import annotations

import signal
import threading

import pytest

from linter.audit.interruption import Interruption


def test_nothing_came() -> None:
    with Interruption() as interruption:
        interruption.heed()


def test_the_first_is_kept_and_the_second_is_raised_at_once() -> None:
    with Interruption() as interruption:
        signal.raise_signal(signal.SIGINT)
        with pytest.raises(KeyboardInterrupt):
            interruption.heed()
        with pytest.raises(KeyboardInterrupt):
            signal.raise_signal(signal.SIGINT)


def test_behind_it_all_is_as_it_was() -> None:
    with Interruption():
        assert signal.getsignal(signal.SIGINT) is not signal.default_int_handler
    assert signal.getsignal(signal.SIGINT) is signal.default_int_handler


def test_another_s_handler_stays() -> None:
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        with Interruption():
            assert signal.getsignal(signal.SIGINT) is signal.SIG_IGN
        assert signal.getsignal(signal.SIGINT) is signal.SIG_IGN
    finally:
        signal.signal(signal.SIGINT, before)


def test_in_a_thread_it_does_nothing() -> None:
    found: list[object] = []

    def work() -> None:
        with Interruption() as interruption:
            interruption.heed()
            found.append(signal.getsignal(signal.SIGINT))

    thread = threading.Thread(target=work)
    thread.start()
    thread.join()
    assert found == [signal.default_int_handler]
