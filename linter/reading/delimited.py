"""CSV files: their encoding and delimiter found out, their rows as those of a sheet."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from io import StringIO
from pathlib import PurePath

from msgspec.structs import replace

from linter.model import Document, Notice, Severity
from linter.reading.decode import decode, placed
from linter.reading.sheets import MOST_CELLS, Sheet, Value, compose
from linter.regexes.late import regex

_DELIMITERS = ",\t;|"
_SAMPLE = 200
_LAST_COLUMN = 16_384
_QUOTED = regex(r'"[^"]*"')
_NUL = regex("\0")
_SAID = regex(r"sep=(.)")
"""A first line that Excel heeds and does not show."""


def read(path: str, data: bytes, headers: frozenset[str]) -> Document:
    """The Document of a CSV file; its one sheet bears the file's name, as it does in Excel."""
    text, broken = decode(data)
    notices: list[Notice] = []
    sheet = Sheet(PurePath(path).stem)
    count = 0
    for row, words in _rows(text):
        for column, word in enumerate(words[:_LAST_COLUMN], 1):
            if word and not word.isspace():
                sheet.values.append(Value(row, column, word))
        count = len(sheet.values)
        if count > MOST_CELLS:
            notices.append(_too_large(row))
            break
    document = compose(path, [sheet], headers, notices)
    return replace(document, notices=(*document.notices, *placed(broken, document.text)))


def _rows(text: str) -> Iterator[tuple[int, list[str]]]:
    """The rows with their numbers, by quotes where these are well formed, else line by line."""
    text = _NUL.sub("", text)
    mark = delimiter(text)
    try:
        reader = csv.reader(StringIO(text, newline=""), delimiter=mark, strict=True)
        rows = list(reader)
    except csv.Error:
        rows = [line.split(mark) for line in text.split("\n")]
    said = bool(rows) and _SAID.fullmatch(text.partition("\n")[0]) is not None
    for number, row in enumerate(rows, 1):
        if not said or number > 1:
            yield number, row


def delimiter(text: str) -> str:
    """The delimiter that gives most of the first lines the same number of cells, above one."""
    said = _SAID.match(text)
    if said:
        return said[1]
    lines = [line for line in _QUOTED.sub("", text[: _SAMPLE * 200]).split("\n") if line.strip()]
    best, most = ",", 0
    for mark in _DELIMITERS:
        counts = [count for line in lines[:_SAMPLE] if (count := line.count(mark))]
        alike = max((counts.count(count) for count in set(counts)), default=0)
        if alike > most:
            best, most = mark, alike
    return best


def _too_large(row: int) -> Notice:
    message = {
        "zh": f"单元格过多，第{row}行以后未读取",
        "en": f"too many cells; nothing below row {row} was read",
    }
    return Notice("too-large", Severity.error, message)
