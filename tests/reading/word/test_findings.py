"""What is found in a Word file is what is found in a text of the same content."""

from __future__ import annotations

from pathlib import Path

import pytest

from linter.engine import lint
from linter.model import Document, Report, Submission, WordPlace
from linter.reading import read
from linter.rulebook import Rulebook, load
from tests.generators.reports import reports
from tests.word import abstract, docx, level, like, num, p

EXAMPLES = sorted(
    path
    for path in (Path(__file__).parents[3] / "examples").iterdir()
    if path.suffix in {".txt", ".md"} and path.name != "README.md"
)


@pytest.fixture(scope="module")
def book() -> Rulebook:
    return load()


def checked(document: Document, book: Rulebook) -> Report:
    return lint(Submission((document,)), book)


def findings(report: Report) -> list[tuple[str, str, str]]:
    return [(f.rule, f.quote, f.message) for f in report.findings]


def verdicts(report: Report) -> list[tuple[str, str, str]]:
    said = [(v.rule, v.verdict.status.value, v.verdict.calculation) for v in report.verdicts]
    return sorted(said)


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.name)
def test_an_example_as_a_word_file(path: Path, book: Rulebook) -> None:
    source = read(path.name, path.read_bytes(), book.header_words)
    word = read("报告.docx", like(source), book.header_words)
    assert len(word.tables) == len(source.tables)
    assert findings(checked(word, book)) == findings(checked(source, book))
    assert verdicts(checked(word, book)) == verdicts(checked(source, book))
    assert bool(findings(checked(word, book))) is path.name.startswith("faulty")


def test_generated_reports_as_word_files(book: Rulebook) -> None:
    for made in reports(5, 20):
        source = read(made.name, made.text.encode(), book.header_words)
        word = read("报告.docx", like(source), book.header_words)
        assert verdicts(checked(word, book)) == verdicts(checked(source, book)), made.name


def test_automatic_numbers_are_checked_like_typed_ones(book: Rulebook) -> None:
    titles = "项目概况", "资金使用情况", "绩效目标完成情况", "存在问题"
    typed = "某局2023年度项目绩效自评报告\n" + "".join(
        f"{number}、{title}\n本项目预算100万元，支出90万元，预算执行率90%。\n"
        for number, title in zip("一二四五", titles, strict=True)
    )
    overrides = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="4"/></w:lvlOverride>'
    numbering = abstract(0, level(0, "chineseCounting", "%1、")) + num(1, 0) + num(2, 0, overrides)
    body = p("某局2023年度项目绩效自评报告") + "".join(
        p(title, listed=(1 if at < 2 else 2, 0))
        + p("本项目预算100万元，支出90万元，预算执行率90%。")
        for at, title in enumerate(titles)
    )
    word = read("报告.docx", docx(body, numbering=numbering), book.header_words)
    report = checked(word, book)
    assert findings(report) == findings(checked(read("报告.txt", typed.encode()), book))
    (told,) = [f for f in report.findings if f.rule == "numbering/sequence"]
    place = word.place(told.span.start)
    assert isinstance(place, WordPlace)
    assert (told.quote, place.paragraph, place.character) == ("四、", 6, 0)
