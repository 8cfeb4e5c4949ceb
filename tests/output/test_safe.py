"""Names and texts made safe, whatever they are made from."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from linter.output.safe import Names, begins_like_formula, cut, plain
from tests.output import hostile

RESERVED = ("CON", "con.2023", "Aux", "COM1", "lpt9.txt", "COM¹", "CONOUT$", "nul ")


@given(st.lists(hostile.TEXTS, max_size=8))
def test_file_names_are_short_safe_and_differ(texts: list[str]) -> None:
    names = Names()
    found = [names.file(text, ".docx") for text in texts]
    assert len({name.casefold() for name in found}) == len(texts)
    for name in found:
        assert name.endswith(".docx")
        assert 5 < len(name.encode()) <= 255
        assert not set(name) & set('<>:"/\\|?*')
        assert not any(ord(c) < 32 for c in name)
        assert name.removesuffix(".docx") == name.removesuffix(".docx").strip(" .")


@given(st.lists(hostile.TEXTS, max_size=8))
def test_sheet_names_are_short_safe_and_differ(texts: list[str]) -> None:
    names = Names()
    found = [names.sheet(text) for text in texts]
    assert len({name.casefold() for name in found}) == len(texts)
    for name in found:
        assert 0 < len(name.encode("utf-16-le")) // 2 <= 31
        assert not set(name) & set("[]:*?/\\")
        assert not (name.startswith("'"))
        assert not (name.endswith("'"))
        assert name.casefold() != "history"


@pytest.mark.parametrize("name", RESERVED)
def test_names_of_devices_are_avoided(name: str) -> None:
    assert Names().file(name, ".xlsx").startswith("_")


def test_names_that_are_safe_stay() -> None:
    names = Names()
    assert names.file("砚溪区水利局", ".docx") == "砚溪区水利局.docx"
    assert names.file("砚溪区水利局", ".docx") == "砚溪区水利局（2）.docx"
    assert names.file("Console 2023", ".docx") == "Console 2023.docx"
    assert names.file("a/b:c", ".docx") == "a_b_c.docx"
    assert names.file("...", ".docx") == "未命名.docx"
    assert Names(["甲.xlsx"]).file("甲", ".xlsx") == "甲（2）.xlsx"
    assert names.sheet("小型水库维修养护[2023]") == "小型水库维修养护_2023_"


def test_long_names_are_cut_between_characters() -> None:
    names = Names()
    assert names.file("长" * 300, ".docx") == "长" * 83 + ".docx"
    assert names.file("长" * 300, ".docx") == "长" * 81 + "（2）.docx"
    assert names.sheet("😀" * 40) == "😀" * 15


def test_plain_texts_hold_nothing_that_hides_or_breaks() -> None:
    assert plain("a\tb\r\nc\rd\u2028e") == "a b\nc\nd\ne"
    assert plain("\x00\x1b\u202e\ud800\uffff") == "\N{REPLACEMENT CHARACTER}" * 5
    assert (
        plain("“预算执行率”：89.97÷100.00＝89.97% ✓😀") == "“预算执行率”：89.97÷100.00＝89.97% ✓😀"
    )


@given(hostile.TEXTS, st.integers(2, 40))
def test_a_cut_text_fits(text: str, units: int) -> None:
    found = cut(plain(text), units)
    assert len(found.encode("utf-16-le")) // 2 <= units
    assert found == plain(text) or found.endswith("…")


@pytest.mark.parametrize("text", ["=1", "+1", "-1", "@a", "  =1", "\t=1", "＝1"])
def test_what_a_program_may_read_as_a_formula(text: str) -> None:
    assert begins_like_formula(text)
    assert not begins_like_formula(f"甲{text}")
