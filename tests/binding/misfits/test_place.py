"""The values that would fit where a figure stands, and how likely chance makes one fit."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from linter.binding.misfits.around import afar
from linter.binding.misfits.chance import best, borne_out
from linter.binding.misfits.fit import FIGURE
from linter.binding.misfits.place import Place
from linter.interval import exactly
from tests.cases import case

AMOUNTS = st.decimals(min_value=1, max_value=9999, places=2)
RATES = st.decimals(min_value=1, max_value=300, places=2)


def place(text: str, at: int = 0) -> Place:
    facts = case(text).facts
    return Place(facts, facts.quantities[at], [afar(facts, f) for f in facts.quantities])


@given(st.lists(AMOUNTS, min_size=3, max_size=6), RATES, st.integers(1, 500), st.integers(0, 5))
def test_each_value_is_what_its_equation_makes_of_its_figures(
    amounts: list[object], rate: object, count: int, at: int
) -> None:
    listed = "，".join(f"付{amount}万元" for amount in amounts)
    made = place(f"增长{rate}%，每套3.5万元，共{count}套，{listed}。", at)
    every = [fit for fits in made.every for fit in fits]
    assert every
    for fit in every:
        values = {name: exactly(f.printed) for name, f in fit.roles(made.figure).items()}
        wanted = fit.equation.expected(FIGURE, values)
        assert wanted is not None
        assert abs(float(wanted.middle) - fit.value) <= 1e-9 * max(1.0, abs(fit.value))
        assert made.figure not in fit.figures


def test_the_nearest_figures_are_tried_first() -> None:
    every = place("甲120.5万元，乙80.25万元，丙60万元，占60.1%。").every
    assert {fit.way for fits in every for fit in fits} >= {"total", "part", "product", "quotient"}
    for fits in every:
        assert [fit.reach for fit in fits] == sorted(fit.reach for fit in fits)


def test_the_more_digits_a_value_has_to_hit_the_less_it_is_chance() -> None:
    few, many = (
        best(place(text), float(value), 0)[1]
        for text, value in (
            ("共52户，东街31户，西街21户。", 52),
            ("共5218.46万元，东街3104.12万元，西街2114.34万元。", 52184600),
        )
    )
    assert many < few / 1000


def test_what_is_made_of_its_own_value_tells_nothing() -> None:
    fit, chance = best(place("甲12.5万元，乙25万元，丙12.5万元。"), 125000, 0)
    assert (fit, chance) == (None, 1.0)


def test_a_rate_is_borne_out_by_two_figures_before_it() -> None:
    facts = case("开机12537小时，自用7410小时，余下5127小时对外，占40.89%。").facts
    fit = borne_out(facts, facts.quantities[-1])
    assert fit is not None
    assert [float(f.printed) for f in fit.figures] == [5127, 12537]
    facts = case("开机12537小时，自用7410小时，余下5127小时对外，占40.98%。").facts
    assert borne_out(facts, facts.quantities[-1]) is None
