"""Old Word files (.doc, .wps, .rtf), turned by LibreOffice into a format that a reader here knows.

LibreOffice runs alone: with a profile of its own in a folder that is removed, without macros, links
or a network, for a limited time, and killed with all that it started.
"""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
from contextlib import suppress
from importlib import import_module
from pathlib import Path
from tempfile import TemporaryDirectory

from linter.model import Document, Notice, Segment, Severity, TextPlace
from linter.reading.formats import FORMATS
from linter.reading.unreadable import UnreadableError, incomplete

SECONDS = 9
"""A new profile's first start takes 1.4 to 4 seconds, a page more next to nothing; what the disk
had to fetch is there at once when it is tried again."""
_LARGEST = 64 << 20
_OLE, _RTF = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"{\\rtf"
_HEAD = 1024
_TARGETS = ("docx", "html")
"""What the file is turned into: the first format that has a reader."""
_NAMES = ("soffice", "libreoffice")
_USUAL = (
    "C:/Program Files/LibreOffice/program/soffice.exe",
    "C:/Program Files (x86)/LibreOffice/program/soffice.exe",
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
)
_OFF = {
    "Office.Common/Security/Scripting": {
        "DisableMacrosExecution": "true",
        "DisableActiveContent": "true",
        "BlockUntrustedRefererLinks": "true",
        "MacroSecurityLevel": "3",
    },
    "Office.Writer/Content/Update": {"Link": "2"},
    "Inet/Settings": {
        "ooInetProxyType": "2",
        "ooInetHTTPProxyName": "127.0.0.1",
        "ooInetHTTPProxyPort": "9",
        "ooInetHTTPSProxyName": "127.0.0.1",
        "ooInetHTTPSProxyPort": "9",
    },
}
"""Settings of its profile: no macros, no links (2: never), and a proxy that nobody listens at."""


def read(path: str, data: bytes, headers: frozenset[str]) -> Document:
    """The Document of an old Word file; where LibreOffice is missing, what to install."""
    is_rtf = data[:_HEAD].lstrip().startswith(_RTF)
    if not (is_rtf or data.startswith(_OLE)):
        return _told(path, incomplete("不是 Word 文档", "it is no Word file").notice())
    program = found()
    if program is None:
        return _told(path, _not_installed())
    target = next(name for name in _TARGETS if FORMATS[name].reader)
    try:
        converted = convert(program, data, ".rtf" if is_rtf else ".doc", target)
    except (UnreadableError, OSError) as error:
        damage = error if isinstance(error, UnreadableError) else _failed(str(error))
        return _told(path, damage.notice())
    module = import_module(f"linter.reading.{FORMATS[target].reader}")
    document: Document = module.read(path, converted, headers)
    return document


def found() -> str | None:
    """The path of LibreOffice's program, if it is installed."""
    named = (shutil.which(name) for name in _NAMES)
    usual = (path for path in _USUAL if os.path.isfile(path))
    return next((path for path in (*named, *usual) if path), None)


def convert(program: str, data: bytes, suffix: str, target: str, seconds: float = SECONDS) -> bytes:
    """A file's bytes in another format; raises ``UnreadableError`` where that fails."""
    with TemporaryDirectory(prefix="jixiao-", ignore_cleanup_errors=True) as folder:
        home = Path(folder)
        source = home / f"a{suffix}"
        source.write_bytes(data)
        profile = home / "profile"
        (profile / "user").mkdir(parents=True)
        (profile / "user" / "registrymodifications.xcu").write_text(_settings(), "utf-8")
        command = [
            program,
            f"-env:UserInstallation={profile.as_uri()}",
            *("--headless", "--norestore", "--nolockcheck", "--nodefault", "--nologo"),
            *("--convert-to", target, "--outdir", str(home / "out"), str(source)),
        ]
        _run(command, home, seconds)
        made = home / "out" / f"a.{target}"
        if not made.is_file() or made.stat().st_size > _LARGEST:
            raise _failed("no result")
        return made.read_bytes()


def _run(command: list[str], home: Path, seconds: float) -> None:
    """Runs a program, and ends it and all that it started when the time is over."""
    surroundings = {
        name: value for name, value in os.environ.items() if not name.lower().endswith("_proxy")
    }
    places = {name: str(home) for name in ("HOME", "TMPDIR", "TEMP", "TMP")}
    process = subprocess.Popen(  # noqa: S603 - the program that was found, on a file of ours
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        env=surroundings | places,
        start_new_session=True,
    )
    try:
        process.wait(seconds)
    except subprocess.TimeoutExpired as error:
        raise incomplete(
            f"LibreOffice 在{seconds:g}秒内没有转换完，可再试一次",
            "LibreOffice took too long; try again",
            "too-slow",
        ) from error
    finally:
        _end(process)


def _end(process: subprocess.Popen[bytes]) -> None:
    """Kills a process with its children, where there still are any, and waits for it."""
    if sys.platform == "win32":
        subprocess.run(  # noqa: S603
            ["taskkill", "/F", "/T", "/PID", str(process.pid)],  # noqa: S607
            capture_output=True,
            check=False,
        )
    else:
        with suppress(ProcessLookupError, PermissionError):
            os.killpg(process.pid, signal.SIGKILL)
    process.wait()


def _settings() -> str:
    items = [
        f'<item oor:path="/org.openoffice.{path}"><prop oor:name="{name}" oor:op="fuse">'
        f"<value>{value}</value></prop></item>"
        for path, values in _OFF.items()
        for name, value in values.items()
    ]
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<oor:items xmlns:oor="http://openoffice.org/2001/registry">' + "".join(items)
    ) + "</oor:items>"


def _told(path: str, notice: Notice) -> Document:
    start = (Segment(0, TextPlace(1, 1)),)
    return Document(path, "", "", (), segments=start, notices=(notice,))


def _failed(reason: str) -> UnreadableError:
    return incomplete("LibreOffice 未能转换", f"LibreOffice could not convert it: {reason}")


def _not_installed() -> Notice:
    message = {
        "zh": "读取 .doc、.wps、.rtf 需要安装 LibreOffice（soffice），也可另存为 .docx 后检查",
        "en": "reading .doc, .wps and .rtf needs LibreOffice (soffice), or save it as .docx",
    }
    return Notice("not-installed", Severity.error, message)
