"""A Word file's bytes to a Document: which parts it has, and what is said of them as a whole."""

from __future__ import annotations

import posixpath
import re
from xml.etree.ElementTree import Element

from msgspec import Struct
from msgspec.structs import replace

from linter.layout import Layout
from linter.model import Document, Severity, WordPlace
from linter.reading.composer import Composer
from linter.reading.package import Package, Relation
from linter.reading.unreadable import UnreadableError, damaged
from linter.reading.word.names import BODY, P, W
from linter.reading.word.numbering import Numbering
from linter.reading.word.paragraphs import Note, Paragraphs, Setting, Trace, numbered
from linter.reading.word.story import Story
from linter.reading.word.styles import Styles
from linter.regexes.late import regex

_ORIGIN = WordPlace(1)
_MAIN = "officeDocument"
_LARGEST_LAID_OUT = 8 << 20
"""Bytes of a body whose layout is read, which takes memory: hundreds of pages."""
_PAGE_NUMBER = regex(r"(?:[\s\d第共页\-—–·.,/|ivx]|page|of)*", re.IGNORECASE)
_SEPARATORS = frozenset(("separator", "continuationSeparator", "continuationNotice"))


def read(path: str, data: bytes, headers: frozenset[str] = frozenset()) -> Document:  # noqa: ARG001
    """The Document of a Word file; one that cannot be read says so in a notice."""
    try:
        word = Word(data)
    except UnreadableError as error:
        return error.document(path, _ORIGIN)
    composer = Composer()
    word.tell(composer)
    return replace(composer.document(path, _ORIGIN), laid_out=_LaidOut(data))


class _LaidOut(Struct, frozen=True):
    """Reads the layout of a Word file when it is called; most runs never do."""

    data: bytes

    def __call__(self) -> Layout:
        from linter.reading.word.layout import layout

        package = Package(self.data)
        body = package.info(_main(package))
        small = body is not None and body.file_size <= _LARGEST_LAID_OUT
        return layout(Word(self.data)) if small else Layout()


class Word:
    """The parts of a Word file; raises ``UnreadableError`` where its body cannot be read."""

    def __init__(self, data: bytes) -> None:
        self.package = Package(data)
        self.main = _main(self.package)
        self.root = self.package.xml(self.main)
        body = self.root.find(BODY)
        if body is None:
            raise damaged(self.main)
        self.body = body
        self._broken: list[str] = []
        self.relations = self._related()

    def tell(self, composer: Composer, trace: Trace | None = None) -> None:
        """Puts everything that a reader of the file sees into a Composer."""
        styles = Styles(self.part("styles"))
        numbering = Numbering(self.part("numbering"), styles)
        paragraphs = Paragraphs(styles, numbering, composer, self._notes(), trace)
        story = Story(paragraphs, composer)
        story.read(self.root, self.body, "document", body=True)
        told: set[str] = set()
        for relation in self.relations:
            if relation.type in ("header", "footer"):
                self._margin(relation.target, story, told)
        self._notices(composer, paragraphs)

    def note_at(self, part: str, paragraph: int) -> str | None:
        """The id of the note in which a paragraph of a part of notes stands."""
        root = self.part(part)
        at = 0
        for note in root if root is not None else ():
            at += sum(1 for _ in note.iter(P))
            if at >= paragraph:
                return note.get(f"{W}id")
        return None

    def _related(self) -> list[Relation]:
        try:
            return self.package.relations(self.main)
        except UnreadableError:
            self._broken.append(f"{self.main}.rels")
            return []

    def part(self, kind: str) -> Element | None:
        """The first part of a kind, as ``root_of`` gives it."""
        target = next((r.target for r in self.relations if r.type == kind), None)
        return self.root_of(target) if target is not None else None

    def root_of(self, target: str) -> Element | None:
        """A part by its name; one that is broken is done without, and told."""
        try:
            return self.package.xml(target)
        except UnreadableError:
            self._broken.append(target)
            return None

    def _notes(self) -> Note:
        """Footnotes and endnotes by their ids, each given once; their part is read when needed."""
        known: dict[str, tuple[Setting, dict[str, Element]]] = {}

        def note(part: str, name: str) -> tuple[Element, Setting] | None:
            if part not in known:
                root = self.part(part)
                found = [] if root is None else [n for n in root if _is_note(n)]
                setting = Setting(part, numbered(root) if root is not None else {})
                known[part] = setting, {n.get(f"{W}id", ""): n for n in found}
            setting, notes = known[part]
            element = notes.pop(name, None)
            return None if element is None else (element, setting)

        return note

    def _margin(self, target: str, story: Story, told: set[str]) -> None:
        """Reads a header or footer that says more than a page number, each text once."""
        root = self.root_of(target)
        if root is None:
            return
        words = "".join("".join(t.text or "" for t in root.iter(f"{W}t")).split())
        if _PAGE_NUMBER.fullmatch(words) or words in told:
            return
        told.add(words)
        story.read(root, root, posixpath.basename(target).partition(".")[0])

    def _notices(self, composer: Composer, paragraphs: Paragraphs) -> None:
        inline = paragraphs.inline
        if inline.inserted or inline.deleted:
            composer.notice(
                "tracked-changes",
                Severity.info,
                f"文中有修订（插入 {inline.inserted} 处，删除 {inline.deleted} 处），"
                "已按接受全部修订后的文字检查；报送前请接受或拒绝修订",
                f"the file has tracked changes ({inline.inserted} insertions, {inline.deleted} "
                "deletions); it was read as if all were accepted",
                paragraphs.first_change,
            )
        if inline.hidden:
            composer.notice(
                "hidden-text",
                Severity.info,
                f"文中有隐藏文字（{inline.hidden} 处），未作检查；不需要的请删去",
                f"the file has hidden text ({inline.hidden} runs), which was not checked",
                paragraphs.first_hidden,
            )
        for name in dict.fromkeys(self._broken):
            composer.notice(
                "damaged-part",
                Severity.warning,
                f"文件的 {name} 已损坏，未能读取，编号、标题或脚注等可能不全；"
                "请用 Word 或 WPS 打开，另存后再检查",
                f"{name} is damaged and was left out; numbers, headings or notes may be missing",
                0,
            )


def _main(package: Package) -> str:
    """The name of the body's part: by the package's relation, else the usual one."""
    try:
        found = next((r.target for r in package.relations() if r.type == _MAIN), None)
    except UnreadableError:
        found = None
    if found is None or found not in package:
        found = "word/document.xml"
    if found not in package:
        raise UnreadableError(
            "damaged",
            "文件中没有 Word 正文，不是 Word 文档或已损坏；"
            "请用 Word 或 WPS 打开，另存为 .docx 后再检查",
            "there is no Word document in the file; open it, save it as .docx and check that",
        )
    return found


def _is_note(note: Element) -> bool:
    return note.get(f"{W}type") not in _SEPARATORS and note.find(P) is not None
