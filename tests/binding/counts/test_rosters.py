"""Members of a group told by their parts in it, and how many they are."""

from __future__ import annotations

import pytest

from linter.binding.counts.announced_items import enumerations
from tests.cases import case


def _holds(text: str) -> list[bool]:
    return [found.holds() for found in enumerations(case(text + "\n").facts)]


@pytest.mark.parametrize(
    ("text", "holds"),
    [
        ("验收组6人：组长赵某，副组长钱某，成员孙某、李某、周某。", [False]),
        ("验收组5人：组长赵某，副组长钱某，成员孙某、李某、周某。", [True]),
        ("评价组由6人组成，组长张三，副组长李四、王五，成员赵六、孙七、周八。", [True]),
        ("评价组4人，组长由张三担任，成员包括李四、王五，负责核查。", [False]),
    ],
)
def test_as_many_as_are_told(text: str, holds: list[bool]) -> None:
    assert _holds(text) == holds


@pytest.mark.parametrize(
    "text",
    [
        "评价组6人，组长张三，成员为各股室负责人。",
        "评价组6人，组长张三，副组长李四，成员王五、赵六等。",
        "验收组6人：组长赵某，成员孙某、李某，以及村民代表3人。",
        "评价组6人，组长张三，成员李四和县财政局派员。",
    ],
)
def test_nothing_that_may_be_more_people(text: str) -> None:
    assert not _holds(text)
