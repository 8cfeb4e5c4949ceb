"""What words say for figures' belonging together."""

from __future__ import annotations

import pytest

from linter.binding.misfits.hints import hint, is_list
from linter.binding.misfits.place import Place
from tests.cases import case as case_of


@pytest.mark.parametrize(
    ("text", "way", "says"),
    [
        ("甲园124万元，乙园235万元，共359万元。", "part", True),
        ("甲园124万元，乙园235万元，丙园359万元。", "part", False),
        ("到账286.3万元，预算270万元，溢出16.3万元。", "total", True),
        ("苗木120株，每株18.5元，付2220元。", "quotient", True),
        ("来了246人，去年213人，增长15.49%。", "product", False),
        ("建成15.4公里，占17.2公里的89.53%。", "product", True),
    ],
)
def test_words_before_the_figures(text: str, way: str, says: bool) -> None:
    facts = case_of(text).facts
    figure = facts.quantities[0]
    fits = [fit for way_of in Place(facts, figure).simple for fit in way_of]
    near = [fit for fit in fits if fit.way == way and fit.reach <= 2]
    assert near
    assert any(hint(facts, figure, fit) > 0 for fit in near) is says


@pytest.mark.parametrize(
    ("text", "weight"),
    [
        ("人员经费1108万元、公用经费218万元，合计1326万元。人员经费占93.53%。", 1.0),
        ("基本工资1108万元、公用经费218万元，合计1326万元。人员经费占93.53%。", 0.0),
    ],
)
def test_a_rate_that_is_called_as_what_it_is_of(text: str, weight: float) -> None:
    facts = case_of(text).facts
    rate = facts.quantities[-1]
    fits = [fit for way_of in Place(facts, rate).simple for fit in way_of]
    (share,) = (f for f in fits if f.way == "quotient" and [*f.figures] == facts.quantities[0:3:2])
    assert hint(facts, rate, share) == weight


@pytest.mark.parametrize(
    ("text", "closed"),
    [
        ("村干部18人、社区干部27人、网格员23人，共68人。", True),
        ("参训者共68人，其中村干部18人、社区干部27人、网格员23人。", False),
        ("村干部18人、社区干部27人、网格员23人等共68人。", False),
        ("村干部18人、社区干部27人、网格员23人，共68人，民警45人。", False),
        ("来了68人，其中村干部18人、社区干部27人，其余23人是网格员。", True),
    ],
)
def test_a_list_is_all_figures_of_its_kind_and_not_open(text: str, closed: bool) -> None:
    facts = case_of(text).facts
    figure = facts.quantities[1]
    fits = [fit for way in Place(facts, figure).simple for fit in way if len(fit.figures) == 3]
    assert any(is_list(facts, figure, fit) for fit in fits) is closed


def test_two_halves_make_a_year() -> None:
    facts = case_of("全年演出96场。上半年在镇上，演出41场。下半年下村，演出65场。").facts
    figure = facts.quantities[2]
    fits = [fit for way in Place(facts, figure).simple for fit in way if fit.way == "part"]
    assert [hint(facts, figure, fit) for fit in fits if is_list(facts, figure, fit)] == [2.0]
