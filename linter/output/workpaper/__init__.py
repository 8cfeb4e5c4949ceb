"""The agency's working paper (复核底稿): a workbook a unit, a sheet a project, and 项目汇总.

The indicators stand as the unit filled them in; what the reviewer finds is left empty beside what
each formula in use would give.
"""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO

from linter.facts.scan import Scanner
from linter.output.safe import Names
from linter.output.standing import Standing, Unit, is_unread, project
from linter.output.workbook import Book
from linter.output.workpaper.overview import SUMMARY, write_overview
from linter.output.workpaper.scoring import Scorer
from linter.output.workpaper.sheet import Written, write_project
from linter.season import Season


def workpapers(season: Season, scanner: Scanner) -> Iterator[tuple[str, bytes]]:
    """Each unit's paper: a name for its file, and the workbook; ``scanner`` reads the cells."""
    standing, names, scorer = Standing(season), Names(), Scorer(scanner)
    for unit in standing.units():
        if unit.entries:
            yield names.file(f"{unit.label}复核底稿", ".xlsx"), _paper(unit, standing, scorer)


def _paper(unit: Unit, standing: Standing, scorer: Scorer) -> bytes:
    stream, names = BytesIO(), Names((SUMMARY,))
    book = Book(stream)
    overview = book.sheet(SUMMARY, ())
    written: dict[str, Written] = {}
    for entry in unit.entries:
        if not is_unread(entry):
            name = names.sheet(project(entry))
            written[entry.path] = write_project(book, name, entry, standing, scorer)
    write_overview(overview, unit, standing, written)
    book.close()
    return stream.getvalue()
