"""Words for a year that leave open which is meant, where it matters."""

from __future__ import annotations

import pytest

from linter.binding.dates.unclear import is_unclear
from tests import cases


@pytest.mark.parametrize(
    ("text", "word", "unclear"),
    [
        ("防汛道的评估去年冬天才送审。", "去年", False),
        ("去年建了12座。", "去年", True),
        ("泵房12座去年都已修好。", "去年", True),
        ("通水是去年11月、即2024年11月的事，迟了12天。", "去年", False),
        ("2021年、2022年各办班12期，比前年多。", "前年", False),
        ("余下两段今年将铺完。", "今年", False),
        ("今年自评时已吸取教训。", "今年", False),
        ("今年的绩效自评补充了问卷。", "今年", False),
        ("今年以来，群众反映好。", "今年", True),
        ("近日已办班12期。", "近日", True),
        ("村民说：“今年浇了12亩地。”", "今年", False),
        ("《今年汛期值守12条措施》已落实。", "今年", False),
        ("“清零”行动后，今年又查出12处。", "今年", True),
    ],
)
def test_it_matters_beside_a_figure(text: str, word: str, unclear: bool) -> None:
    facts = cases.case(f"某局2024年度绩效自评报告\n{text}\n").facts
    assert is_unclear(facts, facts.text.index(word)) is unclear
