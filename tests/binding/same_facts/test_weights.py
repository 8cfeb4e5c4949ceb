"""How much the words that two figures share tell."""

from __future__ import annotations

from itertools import permutations

from linter.binding.same_facts.weights import Weights
from tests.cases import case


def test_words_weigh_the_same_in_any_order() -> None:
    text = "水稻栽了35亩，水稻收了31吨；管网修了12公里，管网用了7吨，管网管网管网完成管网。"
    weights = Weights(case(text).facts)
    words = ["水稻", "管网", "完成", "修了", "收了"]
    assert len({weights.of(some) for some in permutations(words)}) == 1
