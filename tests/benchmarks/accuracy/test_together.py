"""Right documents of different units, two by two as one submission: nothing is held against them."""

from __future__ import annotations

from pathlib import Path

import pytest

from linter.engine import lint
from linter.model import Severity, Submission
from linter.reading import read
from linter.rulebook import Rulebook

RIGHT = Path(__file__).parent / "right"


APART = (1, 5, 20)
"""Each document is linted with those so many places further on."""


@pytest.mark.slow
def test_right_documents_together(book: Rulebook) -> None:
    paths = sorted(RIGHT.iterdir())
    documents = [read(path.name, path.read_bytes(), book.header_words) for path in paths]
    many = len(documents)
    pairs = [(documents[at], documents[(at + k) % many]) for at in range(many) for k in APART]
    told = [
        (one.path, other.path, finding.message)
        for one, other in pairs
        for finding in lint(Submission((one, other)), book).findings
        if finding.severity > Severity.info
    ]
    assert len(documents) == 123
    assert told == []
