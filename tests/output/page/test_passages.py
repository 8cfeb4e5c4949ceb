from __future__ import annotations

from msgspec.structs import replace

from linter.output.page.passages import alone, inside, together
from linter.season import Excerpt, Told
from tests.output import seasons

TEXT = "预算执行率为90%（支出400万元，预算500万元）。"


def at(quote: str, *others: str) -> Told:
    """A finding at a quote of ``TEXT`` with related places at others, by their columns."""
    related = tuple(
        replace(seasons.related("a", other), line=5, column=TEXT.index(other) + 1)
        for other in others
    )
    item = replace(
        seasons.finding(path="a", quote=quote, related=related),
        line=5,
        column=TEXT.index(quote) + 1,
    )
    before, _, after = TEXT.partition(quote)
    excerpts = tuple(Excerpt("", other, "") for other in others)
    return Told(item, Excerpt(before, quote, after), excerpts)


def test_others_of_the_same_line_are_marked_where_they_stand() -> None:
    told = at("90%", "400万元", "500万元")
    pairs = list(zip(told.finding.related, told.related, strict=True))
    assert all(inside(told, *pair) for pair in pairs)
    parts = together(told, told.finding.related)
    assert "".join(text for _, text in parts) == TEXT
    assert [text for kind, text in parts if kind == "other"] == ["400万元", "500万元"]
    assert [text for kind, text in parts if kind == "own"] == ["90%"]


def test_a_place_of_another_line_file_or_wording_stands_apart() -> None:
    told = at("90%", "400万元")
    item, excerpt = told.finding.related[0], told.related[0]
    assert inside(told, item, excerpt)
    assert not inside(told, replace(item, line=6), excerpt)
    assert not inside(told, replace(item, path="b"), excerpt)
    assert not inside(told, replace(item, column=item.column + 1), excerpt)
    assert not inside(told, replace(item, column=-900), excerpt)


def test_places_that_overlap_leave_the_own_one_whole() -> None:
    told = at("支出400万元", "400万元", "500万元")
    parts = together(told, told.finding.related)
    assert [(kind, text) for kind, text in parts if kind] == [
        ("own", "支出400万元"),
        ("other", "500万元"),
    ]
    assert "".join(text for _, text in parts) == TEXT


def test_long_words_around_are_cut_on_the_side_away_from_the_place() -> None:
    before, _, after = alone(Excerpt("前" * 500, "中", "后" * 500))
    assert before == ("", "…" + "前" * 120)
    assert after == ("", "后" * 120 + "…")


def test_a_copied_chapter_is_cut() -> None:
    ((kind, text),) = alone(Excerpt("", "抄" * 9000, ""))
    assert (kind, len(text)) == ("other", 1501)
    assert text.endswith("抄…")


def test_short_words_stay_and_empty_ones_leave() -> None:
    assert alone(Excerpt("前", "", "后")) == (("", "前"), ("", "后"))
