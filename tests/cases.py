"""Sentences read as the engine reads them, for tests of facts, bindings and checks."""

from __future__ import annotations

from functools import cache

import msgspec

from linter.binding.case import Case
from linter.facts.moment import Moment
from linter.facts.quantity import Quantity
from linter.facts.reference import Reference
from linter.facts.scan import Figure
from linter.judging.opening import open_case
from linter.language.compiled import compile_all
from linter.language.needs import Spec
from linter.model import Document
from linter.reading import read
from linter.reading.fold import fold
from linter.rulebook import Rulebook, load


@cache
def book() -> Rulebook:
    """The shipped rule book, loaded once."""
    return load()


def figures(text: str) -> list[Figure]:
    """Everything written with a number in a text."""
    return list(book().scanner.scan(fold(text)))


def quantities(text: str) -> list[Quantity]:
    """The quantities of a text."""
    return [figure for figure in figures(text) if isinstance(figure, Quantity)]


def quantity(text: str) -> Quantity:
    """The only quantity of a text."""
    (found,) = quantities(text)
    return found


def moments(text: str) -> list[Moment]:
    """The dates and periods of a text."""
    return [figure for figure in figures(text) if isinstance(figure, Moment)]


def references(text: str) -> list[Reference]:
    """The document numbers, ordinals and codes of a text."""
    return [figure for figure in figures(text) if isinstance(figure, Reference)]


def document(text: str, path: str = "-") -> Document:
    """A text as the document that a file of it gives."""
    return read(path, text.encode(), book().header_words)


def case(text: str, profile: str | None = None) -> Case:
    """A text opened as a case, with the profile of a name or the one recognised."""
    chosen = book().profiles[profile] if profile else None
    return open_case(document(text), book(), chosen)[0]


def own_case(text: str, rule: str, spec: Spec) -> Case:
    """A text opened with the language of one rule of our own, not of the shipped ones."""
    shipped = book()
    compiled = compile_all([(rule, spec)], shipped.vocabulary)
    own = msgspec.structs.replace(shipped, rules=(), compiled=compiled)
    return open_case(document(text), own)[0]
