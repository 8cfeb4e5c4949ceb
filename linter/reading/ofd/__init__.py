"""OFD (GB/T 33190): a zip of XML whose pages say where characters and lines stand, as PDF pages do.

What is read is what stands on the pages and on their templates, put in order as that of a PDF is.
Slanted text (a watermark) is left out, as there.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Sequence
from xml.etree.ElementTree import Element

from linter.model import Document, PdfPlace
from linter.reading.markup import local
from linter.reading.ofd.page import box, drawn
from linter.reading.package import Package
from linter.reading.pdf import composed
from linter.reading.pdf.pages import Extract, Page
from linter.reading.unreadable import UnreadableError, damaged

_ROOT = "OFD.xml"
_PAGES, _CHARACTERS = 2_000, 400_000
_A4 = (0.0, 0.0, 210.0, 297.0)


def read(path: str, data: bytes, headers: frozenset[str]) -> Document:  # noqa: ARG001
    """The Document of an OFD file; what cannot be read of it is told in a notice."""
    try:
        found = _extract(Package(data))
    except UnreadableError as error:
        return error.document(path, PdfPlace(1))
    return composed(path, found, "OFD")


def _extract(package: Package) -> Extract:
    """What stands on the pages of all documents in a file."""
    root = package.xml(_ROOT)
    bodies = [e.text or "" for e in root.iter() if local(e.tag) == "DocRoot"]
    documents = [_Body(package, _beside("", body)) for body in bodies]
    if not documents:
        raise damaged(_ROOT)
    places = [(document, name) for document in documents for name in document.pages]
    pages: list[Page] = []
    characters = 0
    for document, name in places[:_PAGES]:
        pages.append(document.page(name, len(pages) + 1))
        characters += len(pages[-1].chars)
        if characters > _CHARACTERS:
            return Extract(tuple(pages), len(places), "characters")
    return Extract(tuple(pages), len(places), "pages" if len(places) > _PAGES else "")


class _Body:
    """One document of a file: the names of its pages' parts, its templates, the usual size."""

    def __init__(self, package: Package, name: str) -> None:
        self._package = package
        root = package.xml(name)
        self.pages: list[str] = []
        self._templates: dict[str, str] = {}
        self._trees: dict[str, Element] = {}
        self._size: Sequence[float] = box(root) or _A4
        for element in root.iter():
            place = element.get("BaseLoc")
            if place and local(element.tag) == "Page":
                self.pages.append(_beside(name, place))
            elif place and local(element.tag) == "TemplatePage":
                self._templates[element.get("ID", "")] = _beside(name, place)

    def page(self, name: str, number: int) -> Page:
        """A page; of one that is damaged there is nothing, not even a size."""
        try:
            root = self._package.xml(name)
            return drawn([*self._under(root), root], self._size, number)
        except UnreadableError as error:
            if error.slug == "too-large":
                raise
            return Page(number, 0.0, 0.0, 0, 0.0, (), ())

    def _under(self, root: Element) -> Iterator[Element]:
        """The templates of a page, which many pages share."""
        for element in root:
            name = self._templates.get(element.get("TemplateID", ""))
            if name and local(element.tag) == "Template":
                if name not in self._trees:
                    self._trees[name] = self._package.xml(name)
                yield self._trees[name]


def _beside(part: str, target: str) -> str:
    """The name of a part that another one names."""
    return posixpath.normpath(posixpath.join("/", posixpath.dirname(part), target.strip()))[1:]
