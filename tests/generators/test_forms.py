"""Sentence forms: how many there are, that they differ, and how they are filled."""

from __future__ import annotations

import re

import pytest

from tests.generators.claims import KINDS
from tests.generators.forms import DIRECTION, FOLDER, LIST, Form, Item, fill, forms


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_has_sixty_forms_that_differ(kind: str) -> None:
    """In order or words: not in punctuation, in how a list is joined, or in an empty word alone."""
    told = {DIRECTION.sub(r"\1", LIST.sub(r"{\1}", form.template)) for form in forms(kind)}
    assert len({re.sub("[，、；：（）。“”为了]", "", text) for text in told}) >= 60


def test_no_form_stands_twice() -> None:
    every = [form.template for path in FOLDER.glob("*.txt") for form in forms(path.stem)]
    assert len(every) == len(set(every))


def test_slots_lists_and_directions_are_filled() -> None:
    form = Form(
        "x/1",
        "{s}<增加|减少>{total}：{items:L得F:、:和}（{items:NW:；}）",
        frozenset(),
        full_marks=True,
    )
    items = [Item("甲", "a", "c"), Item("乙", "b", "c")]
    texts = {"s": "某项", "total": "3分", "a": "1分", "b": "2分", "c": "5分"}
    text, members = fill(form, texts, {"items": items}, shrank=True)
    assert text == "某项减少3分：甲得1分和乙得2分（一是5分；二是5分）"
    assert all(text[member.start : member.end] == member.text for member in members)
