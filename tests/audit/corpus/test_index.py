"""The index: who holds a number, and what is common property."""

from __future__ import annotations

from linter.audit.corpus.index import build


def test_what_one_report_holds_is_forgotten() -> None:
    index = build([[1, 2, 2], [2, 3], [4]], ["a", "b", "c"], most=5)
    assert index.evidence == ([(0, 1)], [(0, 1)], [])
    assert index.own == (2, 2, 1)
    assert index.common == frozenset()


def test_what_many_hold_is_common_property() -> None:
    sketches = [[7, 100 + at] for at in range(6)]
    assert build(sketches, list(range(6)), most=5).common == {7}
    assert build(sketches, list(range(6)), most=6).evidence == ([(0, 1, 2, 3, 4, 5)],) * 6
    assert build(sketches, list(range(6)), most=5).own == (1,) * 6


def with_own(count: int, *shared: int, holders: int) -> list[list[int]]:
    """Sketches of which the first so many hold what is shared, and each ten numbers of its own."""
    return [
        [*(shared if at < holders else ()), *range(1000 + 10 * at, 1010 + 10 * at)]
        for at in range(count)
    ]


def test_what_most_reports_of_a_template_hold_is_its_boilerplate() -> None:
    assert build(with_own(6, 7, holders=3), ["a"] * 6, most=9).common == {7}
    assert build(with_own(7, 7, holders=3), ["a"] * 7, most=9).common == frozenset()
    assert build(with_own(2, 7, holders=2), ["a"] * 2, most=9).common == frozenset()
    assert build(with_own(6, 7, holders=3), list("abcdef"), most=9).common == frozenset()


def test_reports_that_share_nearly_all_have_no_template_but_are_copies() -> None:
    shared = range(100, 130)
    index = build(with_own(4, *shared, holders=4), ["a"] * 4, most=9)
    assert index.common == frozenset(shared)
    shared = range(100, 150)
    index = build(with_own(4, *shared, holders=4), ["a"] * 4, most=9)
    assert index.common == frozenset()
    assert [len(evidence) for evidence in index.evidence] == [50] * 4


def test_numbers_of_all_portions_are_counted() -> None:
    every = list(range(1000))
    assert build([every, every], ["a", "b"], most=2).evidence == ([(0, 1)] * 1000,) * 2
