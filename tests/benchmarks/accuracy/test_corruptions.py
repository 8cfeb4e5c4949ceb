from __future__ import annotations

from pathlib import Path

import msgspec
import pytest

from tests.benchmarks.accuracy.corruptions import (
    Claim,
    MarkedReport,
    corruptions,
    is_equivalent,
    load,
)


def report(marked: str, **claims: Claim) -> MarkedReport:
    return MarkedReport("甲.txt", marked, claims)


def made(marked: str, **claims: Claim) -> dict[str, str]:
    return {c.id: c.text for c in corruptions(report(marked, **claims))}


def test_each_member_and_operator() -> None:
    texts = made("⟦c/a|3人⟧和⟦c/b|20人⟧，共⟦d/all|23人⟧", c=Claim("sum"))
    assert texts == {
        "甲--c--a--lead_digit": "4人和20人，共23人",
        "甲--c--b--lead_digit": "3人和30人，共23人",
        "甲--c--b--off_by_one": "3人和21人，共23人",
    }


def test_only_the_members_to_mutate() -> None:
    texts = made("⟦c/no|（二）⟧⟦c/a|3人⟧", c=Claim("numbering", mutate=("no",)))
    assert texts == {"甲--c--no--numeral+1": "（三）3人"}


def test_given_texts_instead_of_operators() -> None:
    texts = made(
        "完成⟦c/w|5⟧。⟦c/x|⟧", c=Claim("x", to={"w": {"a": "6"}, "x": {"b": "（200字以内）"}})
    )
    assert texts == {"甲--c--w--a": "完成6。", "甲--c--x--b": "完成5。（200字以内）"}


def test_a_chapter_is_deleted_with_its_line_end() -> None:
    texts = made("一\n⟦s/BEGIN⟧二\n⟦c/a|3⟧\n⟦s/END⟧\n四", s=Claim("required-section"))
    assert texts == {"甲--s--delete": "一\n四"}


@pytest.mark.parametrize("cls", ["sum", "required-section"])
def test_a_claim_without_marks_is_refused(cls: str) -> None:
    with pytest.raises(ValueError, match="claim c has no"):
        made("三人", c=Claim(cls))


def test_what_the_precision_allows_is_equivalent() -> None:
    claim = Claim("restatement", formula="a = b")
    whole = report("⟦c/a|33012万元⟧（⟦c/b|3.3亿元⟧）", c=claim)
    equivalent = {c.id: is_equivalent(whole, c) for c in corruptions(whole)}
    assert equivalent == {
        "甲--c--a--transpose": False,
        "甲--c--a--lead_digit": False,
        "甲--c--a--drop_digit": False,
        "甲--c--a--off_by_one": True,
        "甲--c--a--unit": False,
        "甲--c--b--lead_digit": False,
    }


def test_nothing_is_equivalent_without_a_formula() -> None:
    whole = report("⟦c/a|3人⟧", c=Claim("same-fact"))
    assert [is_equivalent(whole, c) for c in corruptions(whole)] == [False]


def test_load(tmp_path: Path) -> None:
    (tmp_path / "乙.md").write_text("⟦c/a|3人⟧", "utf-8")
    sidecar = "claims:\n  c: {class: sum, exact: true, to: {a: {b: '4人'}}}\nallow: [x/y]\n"
    (tmp_path / "乙.yaml").write_text(sidecar, "utf-8")
    claims = {"c": Claim("sum", exact=True, to={"a": {"b": "4人"}})}
    assert load(tmp_path / "乙.md") == MarkedReport("乙.md", "⟦c/a|3人⟧", claims, ("x/y",))


def test_a_misspelt_sidecar_is_refused(tmp_path: Path) -> None:
    (tmp_path / "乙.txt").write_text("⟦c/a|3人⟧", "utf-8")
    (tmp_path / "乙.yaml").write_text("claims:\n  c: {class: sum, mutat: [a]}\n", "utf-8")
    with pytest.raises(msgspec.ValidationError, match="mutat"):
        load(tmp_path / "乙.txt")
