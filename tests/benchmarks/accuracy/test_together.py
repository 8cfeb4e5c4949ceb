"""Right documents of different units, two by two as one submission: nothing is held against them."""

from __future__ import annotations

import itertools
from pathlib import Path

import pytest

from linter.engine import lint
from linter.model import Severity, Submission
from linter.reading import read
from linter.rulebook import Rulebook

RIGHT = Path(__file__).parent / "right"


STEP = 5
"""Of the pairs each fifth is linted, in which every document has its turn."""


@pytest.mark.slow
def test_right_documents_together(book: Rulebook) -> None:
    paths = sorted(RIGHT.iterdir())
    documents = [read(path.name, path.read_bytes(), book.header_words) for path in paths]
    pairs = list(itertools.islice(itertools.combinations(documents, 2), 0, None, STEP))
    told = [
        (one.path, other.path, finding.message)
        for one, other in pairs
        for finding in lint(Submission((one, other)), book).findings
        if finding.severity > Severity.info
    ]
    assert len(documents) == 51
    assert {document.path for pair in pairs for document in pair} == {d.path for d in documents}
    assert told == []
