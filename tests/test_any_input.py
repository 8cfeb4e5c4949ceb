"""Whatever stands in a file, it is read, linted and told in every format."""

from __future__ import annotations

import io
import json
from collections.abc import Iterable, Iterator
from itertools import chain

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from linter.engine import lint
from linter.model import Status, Submission
from linter.output import FORMATS, Options, writer
from linter.reading import read
from linter.reading.formats import FORMATS as READ_FORMATS
from linter.rulebook import Rulebook, load
from tests.generators.oddities import FIGURES, Oddities
from tests.generators.strategies import damaged_reports, files, texts

SUFFIXES = sorted(suffix for format_ in READ_FORMATS.values() for suffix in format_.suffixes)
PATHS = st.sampled_from([f"report{suffix}" for suffix in SUFFIXES] + ["-", "report.unknown"])


@pytest.fixture(scope="module")
def book() -> Rulebook:
    return load()


def told(book: Rulebook, path: str, data: bytes, *, force: bool) -> dict[str, str]:
    """The report on these bytes in every format; each place in it lies within the text."""
    document = read(path, data, book.header_words)
    report = lint(Submission((document,)), book, force=force)
    for finding in report.findings:
        for span in (finding.span, *(related.span for related in finding.related)):
            assert 0 <= span.start <= span.end <= len(document.text)
        assert finding.message
    outputs = {}
    for name in FORMATS:
        stream = io.StringIO()
        out = writer(name, stream, Options(verbose=True))
        out.write(report)
        out.finish()
        outputs[name] = stream.getvalue()
    assert len(json.loads(outputs["json"])["reports"]) == 1
    assert len(outputs["text"].splitlines()) >= len(report.findings)
    assert outputs["rich"].strip()
    return outputs


@settings(max_examples=100)
@given(PATHS, files(), st.booleans())
def test_any_bytes(book: Rulebook, path: str, data: bytes, force: bool) -> None:
    told(book, path, data, force=force)


@settings(max_examples=100)
@given(PATHS, texts(), st.booleans())
def test_any_text(book: Rulebook, path: str, text: str, force: bool) -> None:
    told(book, path, text.encode(), force=force)


@settings(max_examples=12)
@given(PATHS, damaged_reports())
def test_damaged_reports(book: Rulebook, path: str, text: str) -> None:
    data = text.encode()
    assert told(book, path, data, force=False) == told(book, path, data, force=False)


def unbearable(book: Rulebook, texts: Iterable[str]) -> Iterator[tuple[str, BaseException]]:
    """The texts that raise anything in any rule, in place of a verdict."""
    for at, text in enumerate(texts):
        try:
            document = read("any.md" if at % 2 else "any.txt", text.encode(), book.header_words)
            lint(Submission((document,)), book, force=not at % 3)
        except Exception as raised:  # noqa: BLE001 - whatever it is, it is what is looked for
            yield text, raised


def test_oddities(book: Rulebook) -> None:
    odd = Oddities(book)
    texts = (*map(odd.text, range(100)), *map(odd.table, range(15)))
    assert list(unbearable(book, texts)) == []


@pytest.mark.slow
def test_many_oddities(book: Rulebook) -> None:
    odd = Oddities(book)
    texts = chain(map(odd.text, range(6_000)), map(odd.table, range(600)))
    assert list(unbearable(book, texts)) == []


def test_oddities_are_odd(book: Rulebook) -> None:
    """Each odd figure occurs, each kind of verdict is given, and a seed always gives one text."""
    odd = Oddities(book)
    texts = [odd.text(seed) for seed in range(2_000)]
    assert [figure for figure in FIGURES if not any(figure in text for text in texts)] == []
    assert texts[:50] == [Oddities(book).text(seed) for seed in range(50)]
    reports = [lint(Submission((read("any.txt", t.encode()),)), book) for t in texts[:100]]
    assert {v.verdict.status for report in reports for v in report.verdicts} == set(Status)


def test_what_an_oddity_broke(book: Rulebook) -> None:
    assert list(unbearable(book, ["；942713元291369元增223.547%到9公里"])) == []
