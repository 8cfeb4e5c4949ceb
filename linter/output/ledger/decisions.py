"""What reviewers wrote into a ledger, read back after any program saved it.

Rows are known by the hidden fingerprint and path, columns by their titles: rows may have been
sorted, filtered, removed or copied, columns moved or added.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

from linter.output.ledger import paths
from linter.output.ledger.columns import BEFORE, DAY, DECISION, FINGERPRINT, MENDED, PATH, REVIEWER
from linter.reading.fold import fold
from linter.reading.sheets import Sheet
from linter.reading.unreadable import UnreadableError
from linter.reading.xlsx import sheets_of
from linter.regexes.late import regex
from linter.season import Decision

_YES = ("采纳", "已采纳", "同意", "接受", "是", "√", "✓", "✔", "y", "yes", "1", "true")
_NO = ("不采纳", "未采纳", "不同意", "不接受", "否", "×", "✗", "✘", "x", "n", "no", "0", "false")
_NEEDED = (FINGERPRINT, PATH, DECISION)
_DAY = regex(r"(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?(?:\s+0?0:00(?::00)?)?")
_ZIP = b"PK"
_HEAD = 20
"""Within how many rows the titles stand."""


def decisions(path: Path, tell: Callable[[str], None]) -> tuple[Decision, ...]:
    """The decisions in the ledger at ``path``, in the order of its rows.

    One that the ledger was written with and that a reviewer cleared since says nothing.
    ``tell`` is called with what to say of each row that cannot be understood, which is left out.
    Raises ``OSError`` or ``UnreadableError`` where the file is no ledger that can be read.
    """
    data = path.read_bytes()
    if not data.startswith(_ZIP):
        raise UnreadableError(
            "no-ledger",
            "不是 .xlsx 工作簿；这里要的是审核写出、复核人填过的问题清单（ledger.xlsx）",
            "no workbook (.xlsx); give the ledger that an audit wrote and reviewers filled in",
        )
    found = [_Table(sheet) for sheet in sheets_of(data, lambda name: name.startswith("问题清单"))]
    if not any(table.titles for table in found):
        found = [_Table(sheet) for sheet in sheets_of(data, bool)]
    tables = [table for table in found if table.titles]
    if not tables:
        raise UnreadableError(
            "no-ledger",
            f"文件里没有带“{DECISION}”“{FINGERPRINT}”“{PATH}”三列的工作表，不是问题清单",
            "there is no sheet with the columns of a ledger in it",
        )
    read: dict[tuple[str, str], Decision] = {}
    for table in tables:
        for where, decision in table.decisions(tell):
            key = (decision.path, decision.fingerprint)
            known = read.setdefault(key, decision)
            if known != decision:
                tell(f"{where}：同一问题在前面的行里另有复核意见，这一行没有读入")
    return tuple(read.values())


class _Table:
    """A sheet's rows by the titles of their columns; no titles where it is no list of findings."""

    def __init__(self, sheet: Sheet) -> None:
        self._name = sheet.name
        self._rows: dict[int, dict[int, str]] = defaultdict(dict)
        for value in sheet.values:
            self._rows[value.row][value.column] = value.text
        self.titles: dict[str, int] = {}
        self._head = 0
        for row in sorted(self._rows)[:_HEAD]:
            titles = {text.strip(): column for column, text in self._rows[row].items()}
            if all(name in titles for name in _NEEDED):
                self.titles, self._head = titles, row
                break

    def decisions(self, tell: Callable[[str], None]) -> Iterator[tuple[str, Decision]]:
        """Each row in which a reviewer wrote or cleared what stood, with where it stands."""
        for number in sorted(self._rows):
            if number <= self._head:
                continue
            said, reviewer, day, mended, fingerprint, path = (
                self._text(number, name)
                for name in (DECISION, REVIEWER, DAY, MENDED, FINGERPRINT, PATH)
            )
            # an empty row of a colleague's copy takes nothing back
            if not (said or reviewer or day or mended or self._text(number, BEFORE)):
                continue
            where = f"“{self._name}”第{number}行"
            word = fold(said).strip().lower()
            if not fingerprint or not path:
                tell(f"{where}：没有指纹或路径，不知道是哪一条问题，没有读入")
            elif word and word not in _YES + _NO:
                tell(f"{where}：“{DECISION}”填的是“{said}”，只认采纳、不采纳，没有读入")
            else:
                accepted = word in _YES if word else None
                yield (
                    where,
                    Decision(fingerprint, paths.read(path), accepted, reviewer, _day(day), mended),
                )

    def _text(self, row: int, title: str) -> str:
        column = self.titles.get(title)
        return self._rows[row].get(column, "").strip() if column else ""


def _day(text: str) -> str:
    """A day as 2024-05-06 where it is one, else as it was written."""
    match = _DAY.fullmatch(fold(text))
    try:
        return date(*map(int, match.groups())).isoformat() if match else text
    except ValueError:
        return text
