"""One checking process and whoever waits for it: started anew when a file brings it down."""

from __future__ import annotations

import os
import subprocess
import sys
from contextlib import suppress

import msgspec

from linter.audit.jobs import Job, Limits, Outcome, Setup
from linter.audit.worker import OUT_OF_MEMORY, READY, failed, receive, send
from linter.model import Notice, Severity

_ATTEMPTS = 2
_STARTS = 3
"""How often a process is started that ends before it is ready: someone may have killed it."""
_MODULE = "linter.audit.worker"
_TIMED_OUT = 1
"""The exit status of a process that ended itself because a file took too long."""


class Stopped(Exception):  # noqa: N818 - no error: the run was asked to end
    """The run is ending; nothing more is to be checked."""


class StartError(Exception):
    """Checking processes end before they begin: not a file's fault but the installation's."""

    def __init__(self, status: int) -> None:
        super().__init__(status)
        self.status = status

    def __str__(self) -> str:
        return f"检查进程无法启动（退出码 {self.status}），请重新安装本程序，或确认内存足够"


class Guard:
    """Checks submissions in a process of its own and gives an outcome for each, come what may."""

    def __init__(self) -> None:
        self._process: subprocess.Popen[bytes] | None = None
        self._works_by: tuple[str, Limits] | None = None
        self._stopped = False

    def check(self, job: Job, setup: Setup) -> Outcome:
        """The outcome of a submission; one that ends its process twice could not be checked."""
        status = 0
        for _ in range(_ATTEMPTS):
            answer, status = self._asked(job, setup)
            if self._stopped:
                raise Stopped
            if answer:
                return msgspec.msgpack.decode(answer, type=Outcome)
        return failed(job, _notice(status, setup), setup.lang)

    def stop(self) -> None:
        """Ends the process, whatever it is doing; may be called from another thread."""
        self._stopped = True
        self._end()

    def _asked(self, job: Job, setup: Setup) -> tuple[bytes, int]:
        """The process's answer; without one its exit status."""
        answer = _exchange(self._running(setup), msgspec.msgpack.encode(job))
        return (answer, 0) if answer else (b"", self._end())

    def _running(self, setup: Setup) -> subprocess.Popen[bytes]:
        """The process, started where there is none that works by this setup."""
        process, wanted = self._process, (setup.digest, setup.limits)
        if process is not None and process.poll() is None and self._works_by == wanted:
            return process
        status = self._end()
        for _ in range(_STARTS):
            if self._stopped:
                raise Stopped
            process = self._process = _started()
            self._works_by = wanted
            if _exchange(process, msgspec.msgpack.encode(setup)) == READY:
                return process
            status = self._end()
        raise StartError(status)

    def _end(self) -> int:
        """Ends the process, where there is one, and gives its exit status."""
        process, self._process = self._process, None
        if process is None:
            return 0
        with suppress(subprocess.TimeoutExpired):
            process.wait(0.2 if not self._stopped else 0)
        process.kill()
        status = process.wait()
        for stream in (process.stdin, process.stdout):
            if stream is not None:
                with suppress(OSError):
                    stream.close()
        return status


def _started() -> subprocess.Popen[bytes]:
    """A new process, which knows the modules that this one knows."""
    path = os.pathsep.join(entry for entry in sys.path if entry)
    return subprocess.Popen(  # noqa: S603 - this project's own program
        [sys.executable, "-P", "-m", _MODULE],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=os.environ | {"PYTHONPATH": path},
        start_new_session=True,
    )


def _exchange(process: subprocess.Popen[bytes], message: bytes) -> bytes:
    """A process's answer to a message; nothing where it ended."""
    if process.stdin is None or process.stdout is None:
        return b""
    with suppress(OSError, ValueError):
        send(process.stdin, message)
        return receive(process.stdout)
    return b""


def _notice(status: int, setup: Setup) -> Notice:
    """Why a submission could not be checked, by how its process ended."""
    seconds, megabytes = setup.limits.seconds, setup.limits.megabytes
    if status == _TIMED_OUT:
        return Notice(
            "too-slow",
            Severity.error,
            {
                "zh": f"{seconds:g}秒内没有检查完，已跳过；请确认文件正常，或用 --timeout 放宽时限",
                "en": f"it was not checked within {seconds:g} s and was passed over (--timeout)",
            },
        )
    if status == OUT_OF_MEMORY:
        return Notice(
            "out-of-memory",
            Severity.error,
            {
                "zh": f"检查所需内存超过{megabytes}MB，已跳过；请确认文件正常，或用 --memory 放宽",
                "en": f"it takes more than {megabytes} MB to check and was passed over (--memory)",
            },
        )
    return Notice(
        "crashed",
        Severity.error,
        {
            "zh": f"检查这份材料的进程两次意外结束（{status}），未能检查；请确认文件正常后重试",
            "en": f"the process that checks it ended twice ({status}); it was not checked",
        },
    )
