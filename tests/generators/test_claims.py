"""Claims: their figures, recomputed from the text alone, and what a wrong digit does."""

from __future__ import annotations

import random
import re
from collections import Counter
from fractions import Fraction

import pytest

from tests.generators.claims import FIRST_LINE, KINDS, Claim, Relation, right_claims, small_report
from tests.generators.figures import FIGURE, interval
from tests.generators.forms import forms

N = 4000


@pytest.fixture(scope="module")
def claims() -> list[Claim]:
    return list(right_claims(7, N))


def test_the_same_seed_gives_the_same_claims(claims: list[Claim]) -> None:
    assert list(right_claims(7, 100)) == claims[:100]


def test_all_kinds_and_all_forms_occur(claims: list[Claim]) -> None:
    assert {claim.kind for claim in claims} == set(KINDS)
    assert {claim.form for claim in claims} == {form.name for kind in KINDS for form in forms(kind)}


def test_members_stand_where_they_say(claims: list[Claim]) -> None:
    for claim in claims:
        assert claim.relations
        for member in claim.members:
            assert claim.text[member.start : member.end] == member.text


def test_figures_of_ratios_are_rounded_half_up_or_meet(claims: list[Claim]) -> None:
    """The rate, recomputed from corners of the printed operands, brackets the printed one."""
    checked = 0
    for claim in claims:
        texts = claim.texts
        pair = {
            "share": ("part", "whole"),
            "completion": ("done", "plan"),
            "execution": ("paid", "budget"),
        }.get(claim.kind)
        if pair is None or "rate" not in texts:
            continue
        (low, high), (least, most), (under, over) = (
            interval(texts[name]) for name in (*pair, "rate")
        )
        assert low / most <= over
        assert under <= high / max(least, Fraction(1, 10**9))
        checked += 1
    assert checked > N // 4


def test_sums_meet_their_totals(claims: list[Claim]) -> None:
    counts: Counter[int] = Counter()
    for claim in claims:
        if claim.kind != "sum":
            continue
        parts = [interval(member.text) for member in claim.members if member.name != "total"]
        low, high = interval(claim.texts["total"])
        assert sum(part[0] for part in parts) <= high
        assert low <= sum(part[1] for part in parts)
        counts[len(parts)] += 1
    assert sorted(counts) == list(range(2, 10))


def test_decimals_hedges_and_units_are_many(claims: list[Claim]) -> None:
    units: Counter[str] = Counter()
    decimals: Counter[int] = Counter()
    hedges: Counter[str] = Counter()
    for claim in claims:
        for member in claim.members:
            match = FIGURE.fullmatch(member.text)
            assert match is not None
            units[match["unit"]] += 1
            decimals[len(match["number"].partition(".")[2])] += 1
            hedges[match["before"] or match["more"] or match["after"] or ""] += 1
    assert set(decimals) == {0, 1, 2, 3, 4}
    assert set(hedges) == {"", "近", "约", "超过", "不足", "余", "左右"}
    assert set(units) >= {
        "元",
        "万元",
        "亿元",
        "人",
        "万人",
        "户",
        "个",
        "亩",
        "万亩",
        "公里",
        "分",
        "%",
    }


@pytest.mark.parametrize(
    ("relation", "texts", "permitted"),
    [
        (
            Relation("growth", "r", ("n", "b")),
            {"n": "24194.8万元", "b": "11290万元", "r": "114.3%"},
            True,
        ),
        (
            Relation("growth", "r", ("n", "b")),
            {"n": "24194.8万元", "b": "11290万元", "r": "115.3%"},
            False,
        ),
        (Relation("decline", "r", ("n", "b")), {"n": "60人", "b": "80人", "r": "25%"}, True),
        (Relation("ratio", "r", ("p", "w")), {"p": "1个", "w": "3个", "r": "33.3%"}, True),
        (Relation("ratio", "r", ("p", "w")), {"p": "1个", "w": "3个", "r": "33.4%"}, False),
        (
            Relation("sum", "t", ("a", "b", "c")),
            dict.fromkeys("abc", "13.33分") | {"t": "40分"},
            True,
        ),
        (
            Relation("sum", "t", ("a", "b")),
            {"a": "1.2亿元", "b": "300万元", "t": "12300万元"},
            True,
        ),
        (Relation("same", "a", ("b",)), {"a": "33000万元", "b": "3.3亿元"}, True),
        (Relation("same", "a", ("b",)), {"a": "33000万元", "b": "0.33亿元"}, False),
        (Relation("product", "s", ("f", "r")), {"s": "9.75分", "f": "10分", "r": "97.45%"}, True),
        (
            Relation("scaled", "s", ("f", "p", "w")),
            {"s": "9.75分", "f": "10分", "p": "97.445万元", "w": "100.000万元"},
            True,
        ),
        (
            Relation("scaled", "s", ("f", "p", "w")),
            {"s": "9.77分", "f": "10分", "p": "97.445万元", "w": "100.000万元"},
            False,
        ),
        (Relation("within", "s", ("f",)), {"s": "12分", "f": "10分"}, False),
    ],
)
def test_what_printed_figures_permit(
    relation: Relation, texts: dict[str, str], *, permitted: bool
) -> None:
    assert relation.permitted(texts) is permitted


def without(text: str, at: int) -> str:
    """A figure without one character; a point that nothing follows goes too."""
    return re.sub(r"\.(?!\d)", "", text[:at] + text[at + 1 :])


def test_a_mutation_changes_one_digit_of_one_figure(claims: list[Claim]) -> None:
    rng = random.Random(3)
    equivalent = 0
    operators: Counter[str] = Counter()
    for claim in claims:
        mutation = claim.mutate(rng)
        assert mutation.text != claim.text
        before, after = (text.replace(",", "") for text in (mutation.before, mutation.after))
        if mutation.operator == "drop":
            assert after in {without(before, at) for at in range(len(before))}
        else:
            wrong = [at for at in range(len(before)) if before[at] != after[at]]
            assert len(wrong) == (1 if mutation.operator == "substitute" else 2)
            assert sorted(before) == sorted(after) or mutation.operator == "substitute"
        operators[mutation.operator] += 1
        equivalent += mutation.equivalent
    assert len(operators) == 3
    assert N // 20 < equivalent < N // 3


def test_a_small_report_holds_a_claim_a_line(claims: list[Claim]) -> None:
    few = claims[:50]
    lines = small_report(few[0].year, [claim.text for claim in few]).splitlines()
    assert lines[FIRST_LINE - 1 : FIRST_LINE + 49] == [claim.text for claim in few]
    assert len({claim.year for claim in few}) == 1
