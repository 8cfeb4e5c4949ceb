"""Why an audit's store cannot be used, and SQLite's errors as people read them."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


class StoreError(Exception):
    """Why a store cannot be used; the message is for people."""


class DamagedError(Exception):
    """A store is damaged; it may be kept aside and another one begun."""

    def __init__(self, path: Path | None) -> None:
        super().__init__(path)
        self.path = path


class StaleError(StoreError):
    """A result has gone, or was kept in another form: it has to be checked again."""

    def __init__(self, path: Path | None, *, gone: bool = False) -> None:
        super().__init__(
            f"存储文件 {path} 里有结果已被另一次运行清理，请重新运行"
            if gone
            else f"存储文件 {path} 里有结果由别的版本写成，本程序读不出，请用它再审核一次"
        )
        self.path, self.gone = path, gone


@contextmanager
def explained(path: Path | None) -> Iterator[None]:
    """SQLite's errors in a block as those of a store."""
    try:
        yield
    except sqlite3.Error as error:
        raise _meaning(error, path) from error


def _meaning(error: sqlite3.Error, path: Path | None) -> Exception:
    """What SQLite's error means for who uses the store."""
    name = getattr(error, "sqlite_errorname", "") or ""
    if name.startswith("SQLITE_FULL") or (name.startswith("SQLITE_IOERR") and "WRITE" in name):
        return StoreError(
            f"磁盘已满，无法写入存储文件 {path}；已保存的结果不受影响，腾出空间后重新运行即可继续"
        )
    if name.startswith(("SQLITE_READONLY", "SQLITE_CANTOPEN", "SQLITE_PERM", "SQLITE_AUTH")):
        return StoreError(f"无法写入存储文件 {path}（只读，或没有权限），请用 --store 换一个位置")
    if name.startswith(("SQLITE_BUSY", "SQLITE_LOCKED")):
        return StoreError(f"存储文件 {path} 正被另一次运行占用，请稍后再试")
    if name.startswith(("SQLITE_CORRUPT", "SQLITE_NOTADB")):
        return DamagedError(path)
    return StoreError(f"存储文件 {path} 读写出错（{error}）")
