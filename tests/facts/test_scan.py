"""What is written with a numeral and is no figure."""

from __future__ import annotations

import pytest

from tests.cases import quantities


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("护林员86名，一组一名，一户一档", ["86名"]),
        ("监控36个，一路口一个，在线33个", ["36个", "33个"]),
        ("书屋一村一处，一校两处", ["一校", "两处"]),
        ("新建一所一级医院", ["一所"]),
        ("服务一处一百户的小区", ["一处", "一百户"]),
        ("体检一年一次", ["一年", "一次"]),
    ],
)
def test_one_for_each_is_no_figure(text: str, figures: list[str]) -> None:
    assert [text[figure.start : figure.end] for figure in quantities(text)] == figures
