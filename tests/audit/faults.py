"""Files that bring a checking process down, and runs that are cut off."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
HOOK = """
import os, re, signal, time
from linter import reading

_documents = reading.documents

def documents(path, data, headers=frozenset()):
    if b"HANG" in data:
        time.sleep(600)
    if b"LOOP" in data:  # a pattern that takes for ever and never gives the lock back
        re.match("(a+)+$", "a" * 60 + "b")
    if b"CRASH" in data:
        os.kill(os.getpid(), signal.SIGKILL)
    if b"STUMBLE" in data:
        mark = data.split()[-1].decode()
        if not os.path.exists(mark):
            open(mark, "w").close()
            os.kill(os.getpid(), signal.SIGKILL)
    if b"MEMORY" in data:
        bytearray(1 << 40)
    if b"ERROR" in data:
        raise ValueError("what no one thought of")
    return _documents(path, data, headers)

reading.documents = documents
"""
"""A ``sitecustomize`` that lets a file's words bring down the process that reads it."""


def hook(folder: Path) -> Path:
    """A folder that, on the path of a Python, puts the hook in it."""
    made = folder / "hook"
    made.mkdir()
    (made / "sitecustomize.py").write_text(HOOK, "utf-8")
    return made


def start(*arguments: str | Path, folder: Path, **environment: str) -> subprocess.Popen[bytes]:
    """A running ``jixiao audit``."""
    return subprocess.Popen(
        [sys.executable, "-m", "linter", "audit", *map(str, arguments)],
        cwd=folder,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=os.environ | {"PYTHONPATH": str(ROOT), "PYTHONUTF8": "1", **environment},
        start_new_session=True,
    )


def workers_of(parent: int) -> list[int]:
    """The processes that a run checks in."""
    return [pid for pid in _checking() if _status(pid).get("PPid") == str(parent)]


def orphans(folder: Path) -> list[int]:
    """Processes that check for nobody, of runs in a folder."""
    return [pid for pid in _checking() if os.path.realpath(f"/proc/{pid}/cwd") == str(folder)]


def _checking() -> list[int]:
    found = []
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit():
            try:
                command = (entry / "cmdline").read_bytes()
            except OSError:
                continue
            if b"linter.audit.worker" in command:
                found.append(int(entry.name))
    return found


def _status(pid: int) -> dict[str, str]:
    try:
        text = Path(f"/proc/{pid}/status").read_text("utf-8")
    except OSError:
        return {}
    pairs = (line.partition(":") for line in text.splitlines())
    return {name: value.strip() for name, _, value in pairs}
