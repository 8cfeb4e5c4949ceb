"""Walking Word's XML, never by recursion: content without its wrappers, values of properties."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from xml.etree.ElementTree import Element

from linter.reading.word.names import ALTERNATE, CHOICE, FALLBACK, OFF, VAL, WRAPPERS


def unwrapped(parents: Iterable[Element], wanted: Collection[str]) -> Iterator[Element]:
    """The outermost ``wanted`` elements in order, looking into wrappers alone."""
    stack = [iter(parents)]
    while stack:
        for child in stack[-1]:
            if child.tag in wanted:
                yield child
            elif child.tag in WRAPPERS:
                stack.append(iter(child))
                break
            elif child.tag == ALTERNATE:
                stack.append(iter(chosen(child)))
                break
        else:
            stack.pop()


def outermost(parent: Element, wanted: str) -> Iterator[Element]:
    """The outermost ``wanted`` elements anywhere below, in order; of alternatives the first."""
    stack = [iter((parent,))]
    while stack:
        for child in stack[-1]:
            if child.tag == wanted:
                yield child
            elif child.tag == ALTERNATE:
                stack.append(iter(chosen(child)))
                break
            elif len(child):
                stack.append(iter(child))
                break
        else:
            stack.pop()


def chosen(alternate: Element) -> Element | tuple[()]:
    """Of a content that is written twice, for newer and older programs, the newer."""
    for tag in (CHOICE, FALLBACK):
        found = alternate.find(tag)
        if found is not None:
            return found
    return ()


def value(parent: Element | None, name: str) -> str | None:
    """The value of the property ``name`` below an element."""
    found = parent.find(name) if parent is not None else None
    return found.get(VAL) if found is not None else None


def number(parent: Element | None, name: str) -> int | None:
    """The value of a property that is a number."""
    return as_number(value(parent, name))


def as_number(written: str | None) -> int | None:
    """A number as written in an attribute; nothing where it is none, or out of all proportion."""
    try:
        found = int(written) if written and len(written) < 12 else None
    except ValueError:
        return None
    return found


def switch(parent: Element | None, name: str) -> bool | None:
    """Whether a property is on; nothing where it is not there."""
    found = parent.find(name) if parent is not None else None
    return None if found is None else found.get(VAL, "1") not in OFF
