"""The desk behind the page: it runs in the page's worker and answers one question after another.

A question is JSON with the bytes of files; an answer is JSON, with the bytes of a file or without.
Nothing here knows of a browser. What was checked is kept, packed, under the key that the page gave
it, so that several reports can be taken away together; a report itself is made anew whenever it is
asked for, which takes less than to keep it.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterator, Sequence
from io import StringIO
from pathlib import Path
from typing import Literal

import msgspec
from msgspec import Raw, Struct

import linter
from linter import engine, items, reading
from linter.audit import entries
from linter.binding.case import Case
from linter.model import Document, Report, Severity, Submission, TextPlace
from linter.output import Lang, Options, annotate, writer
from linter.output.view.viewer import of_report
from linter.reading.formats import FORMATS
from linter.reading.unreadable import UnreadableError
from linter.rulebook import cache
from linter.rulebook.book import Rulebook
from linter.rulebook.files import File
from linter.season import Entry, Season, State

_NOT_HERE = {"pdf": "PDF", "doc": "旧版 Word 文档（.doc、.wps）", "rtf": "RTF 文档"}
"""Formats that take another program to read, which a browser has not."""


class Question(Struct, frozen=True, rename="camel"):
    """What the page asks; which of the rest counts depends on ``ask``."""

    ask: Literal["check", "docx", "html", "json", "ledger", "rules"]
    names: tuple[str, ...] = ()
    """The names of the files whose bytes come with it."""
    at: int = 0
    """Which of the files a copy with comments is asked of."""
    key: str = ""
    keys: tuple[str, ...] = ()
    """What was checked before, where it is asked for again."""
    profile: str = ""
    lang: Lang = "zh"
    view: bool = False
    """Whether the whole report is asked for, not what a list says of it alone."""


class Counts(Struct, frozen=True):
    """How many findings of each level, and how many passes."""

    error: int
    warning: int
    info: int
    passed: int


class Brief(Struct, frozen=True):
    """A finding by which a later draft tells what became of it."""

    fingerprint: str
    severity: str
    message: str
    section: str


class Checked(Struct, frozen=True, rename="camel"):
    """What a list says of a submission."""

    title: str
    unit: str
    profile: str
    unread: str
    """Why it could not be read; empty where it could."""
    word: tuple[int, ...]
    """Which of the files are Word files, into copies of which comments can be written."""
    counts: Counts
    found: tuple[Brief, ...] = ()
    view: object = None


class _Kept(Struct, frozen=True):
    """A submission as ledgers and JSON tell it, packed."""

    entry: bytes
    item: bytes


Part = tuple[str, bytes]
Answer = tuple[object, bytes | None]


class Desk:
    """Answers questions; holds the rules, those of the bureau among them."""

    def __init__(self, book: Rulebook) -> None:
        self._shipped = self._book = book
        self._kept: dict[str, _Kept] = {}

    def answer(self, question: str, contents: Sequence[bytes]) -> tuple[str, bytes | None]:
        """The answer to a question; whatever goes wrong is told in it as ``failed``."""
        asked = msgspec.json.decode(question, type=Question)
        parts = [(n, bytes(content)) for n, content in zip(asked.names, contents, strict=True)]
        try:
            value, data = self._answer(asked, parts)
        except UnreadableError as error:
            value, data = {"failed": error.zh if asked.lang == "zh" else str(error)}, None
        except Exception as error:  # noqa: BLE001 - whatever a file does, the page goes on
            value, data = {"failed": f"{type(error).__name__}: {error}"[:300], "fault": True}, None
        return items.encoded(value).decode("utf-8"), data

    def _answer(self, asked: Question, parts: Sequence[Part]) -> Answer:
        match asked.ask:
            case "check":
                return self._check(asked, parts), None
            case "docx":
                return {}, self._annotated(asked, parts)
            case "html":
                return {}, self._page(asked, parts)
            case "json":
                return {}, self._told_as_json(asked.keys)
            case "ledger":
                return {}, self._ledger(asked)
            case "rules":
                from linter.page.bureau import laid_over

                self._kept.clear()
                self._book, own, refused = laid_over(self._shipped, [File(*p) for p in parts])
                return {**self.about(), "own": own, "refused": refused}, None

    def about(self) -> dict[str, object]:
        """What the page needs to know of the rules and of what can be read."""
        readable = (format_ for name, format_ in FORMATS.items() if name not in _NOT_HERE)
        return {
            "version": linter.__version__,
            "rules": len(self._book.rules),
            "profiles": [{"id": p.id, "name": p.name} for p in self._book.profiles.values()],
            "suffixes": [s for format_ in readable if format_.reader for s in format_.suffixes],
        }

    def warm(self) -> None:
        """Reads an example, so that what is compiled when first needed is ready for a file."""
        texts = [rule.header.examples.failing[0].text for rule in self._book.rules]
        text = f"# 项目支出绩效自评报告\n\n{max(texts, key=len)}\n"
        self._report(Question("check"), [("a.md", text.encode("utf-8"))])

    def _check(self, asked: Question, parts: Sequence[Part]) -> Checked:
        cases: list[Case] = []
        report = self._report(asked, parts, cases)
        names = [name for name, _ in parts]
        made, _ = entries.entry(names[0], names, report, cases)
        item = items.of_report(report)
        if asked.key:
            self._kept[asked.key] = _Kept(_packed(made), _packed(item))
        profile = self._book.profiles.get(report.profile)
        severities = [finding.severity.name for finding in report.findings]
        return Checked(
            title=report.outline.title,
            unit=made.key.unit,
            profile=profile.name if profile else "",
            unread=_unread(made),
            word=tuple(at for at, part in enumerate(parts) if reading.recognise(*part) == "docx"),
            counts=Counts(
                severities.count("error"),
                severities.count("warning"),
                severities.count("info"),
                len(made.passed),
            ),
            found=tuple(
                Brief(f.fingerprint, f.severity.name, f.message, f.section) for f in report.findings
            ),
            view=of_report(report, self._options(asked)) if asked.view else None,
        )

    def _report(
        self, asked: Question, parts: Sequence[Part], cases: list[Case] | None = None
    ) -> Report:
        return self._linted(asked, [d for part in parts for d in self._documents(*part)], cases)

    def _linted(
        self, asked: Question, documents: Sequence[Document], cases: list[Case] | None = None
    ) -> Report:
        return engine.lint(
            Submission(tuple(documents)),
            self._book,
            profile=self._book.profiles.get(asked.profile),
            lang=asked.lang,
            cases=cases,
        )

    def _annotated(self, asked: Question, parts: Sequence[Part]) -> bytes:
        """A copy of one of the files; the report has their documents in an order of its own."""
        read = [tuple(self._documents(*part)) for part in parts]
        report = self._linted(asked, [document for some in read for document in some])
        own = read[asked.at][0]
        at = next(n for n, document in enumerate(report.submission.documents) if document is own)
        return annotate("docx", parts[asked.at][1], report, self._options(asked), at)

    def _documents(self, name: str, data: bytes) -> Iterator[Document]:
        """The documents of a file; of what a browser cannot read, what to do about it."""
        kind = _NOT_HERE.get(reading.recognise(name, data) or "")
        if kind is not None:
            yield _not_here(kind).document(name, TextPlace(1, 1))
        else:
            yield from reading.documents(name, data, self._book.header_words)

    def _options(self, asked: Question) -> Options:
        return Options(lang=asked.lang, book=self._book)

    def _page(self, asked: Question, parts: Sequence[Part]) -> bytes:
        stream = StringIO()
        out = writer("html", stream, self._options(asked))
        out.write(self._report(asked, parts))
        out.finish()
        return stream.getvalue().encode("utf-8", "replace")

    def _told_as_json(self, keys: Sequence[str]) -> bytes:
        from linter.output.json import JsonWriter

        stream = StringIO()
        out = JsonWriter(stream)
        for entry, item in map(self._unpacked, keys):
            out.add(Raw(item), [told.finding.severity for told in entry.told])
        out.finish()
        return stream.getvalue().encode("utf-8", "replace")

    def _ledger(self, asked: Question) -> bytes:
        from tempfile import TemporaryDirectory

        from linter.output.ledger import brief

        found = sorted((self._unpacked(key)[0] for key in asked.keys), key=lambda e: e.path)
        rules = tuple(entries.rule_names(self._book.rules, asked.lang))
        with TemporaryDirectory() as folder:
            target = Path(folder) / "ledger.xlsx"
            brief.write(Season(tuple(found), rules=rules), target, self._options(asked))
            return target.read_bytes()

    def _unpacked(self, key: str) -> tuple[Entry, bytes]:
        kept = self._kept[key]
        entry = msgspec.json.decode(zlib.decompress(kept.entry), type=Entry)
        return entry, zlib.decompress(kept.item)


def opened() -> Desk:
    """The desk with the rules that lie beside this module."""
    return Desk(cache.decoded(Path(__file__).with_name("book.json").read_bytes()))


def _not_here(kind: str) -> UnreadableError:
    return UnreadableError(
        "unsupported-format",
        f"本页不能读取{kind}；请用 Word 或 WPS 打开，另存为 .docx 后再检查",
        "this page cannot read files of this kind; save it as .docx and check that",
    )


def _unread(made: Entry) -> str:
    """Why nothing could be checked, by the gravest that is told of it."""
    if made.state is State.checked:
        return ""
    told = max(made.told, key=lambda told: Severity[told.finding.severity].rank, default=None)
    return told.finding.message if told else ""


def _packed(value: object) -> bytes:
    return zlib.compress(items.encoded(value), 1)
