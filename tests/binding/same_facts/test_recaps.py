"""How likely a passage tells again what others told."""

from __future__ import annotations

import pytest

from linter.binding.same_facts.recaps import Recaps
from tests.cases import case

TOLD = "一、做法\n\n训了1263人次，发书3150册，请师86名，抽了42项，场租12.48万元，购车17台。\n\n二、问题\n\n"


@pytest.mark.parametrize(
    ("passage", "weight"),
    [
        ("1263人次没签到，3150册没入库，86名兼职，12.48万元欠着，查了612处。", 0.4),
        # one or all of the others are new, or nothing stands beside it
        ("1263人次没签到，3150册没入库，86名兼职，欠着13.95万元，查了612处。", 0.12),
        ("1264人次没签到，3160册没入库，96名兼职，欠着13.95万元，查了612处。", 0.0),
        ("查了612处。", 0.0),
        # told again only beside it, of too few digits, marks
        ("先有1264人次，后有1264人次，又有1264人次，查了612处。", 0.0),
        ("得分86分，得分86分，6名，7名，8名，查了612处。", 0.0),
    ],
)
def test_the_more_is_told_again_the_likelier(passage: str, weight: float) -> None:
    facts = case(f"{TOLD}{passage}\n").facts
    assert Recaps(facts).weight(facts.running[-1]) == pytest.approx(weight, abs=0.03)


def test_only_figures_of_its_chapter_count() -> None:
    facts = case(f"{TOLD}查了612处。\n\n三、建议\n\n1263人次再训，3150册再发，86名再请。\n").facts
    assert Recaps(facts).weight(next(f for f in facts.running if f.printed == 612)) == 0.0
