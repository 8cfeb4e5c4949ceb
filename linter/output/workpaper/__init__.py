"""The agency's working paper (复核底稿): a workbook a unit, a sheet a project, and 项目汇总.

The indicators stand as the unit filled them in; what the reviewer finds is left empty beside what
each formula in use would give.
"""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

from linter.facts.scan import Scanner
from linter.output import Options
from linter.output.safe import Names
from linter.output.standing import Standing, Unit, is_unread, project
from linter.output.workbook import Book
from linter.output.workpaper.overview import SUMMARY, Overview
from linter.output.workpaper.scoring import Scorer
from linter.output.workpaper.sheet import write_project
from linter.season import Season


def write(season: Season, target: Path, options: Options) -> None:  # noqa: ARG001 - Chinese only
    """Writes the papers of a season into a folder that is there."""
    from linter.rulebook import load

    for name, data in workpapers(season, load().scanner):
        (target / name).write_bytes(data)


def workpapers(season: Season, scanner: Scanner) -> Iterator[tuple[str, bytes]]:
    """Each unit's paper: a name for its file, and the workbook; ``scanner`` reads the cells."""
    standing, names, scorer = Standing(season), Names(), Scorer(scanner)
    for unit in standing.units():
        if unit.at:
            yield names.file(f"{unit.label}复核底稿", ".xlsx"), _paper(unit, standing, scorer)


def _paper(unit: Unit, standing: Standing, scorer: Scorer) -> bytes:
    stream, names = BytesIO(), Names((SUMMARY,))
    book = Book(stream)
    overview = Overview(book, unit)
    for entry in standing.entries(unit):
        kept, written = standing.kept(entry), None
        if not is_unread(entry):
            name = names.sheet(project(entry))
            written = write_project(book, name, entry, kept, scorer)
        overview.add(entry, kept, written)
    overview.finish()
    book.close()
    return stream.getvalue()
