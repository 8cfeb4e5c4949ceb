"""Listings whose order is told."""

from __future__ import annotations

from linter.binding.named.orders import orders
from tests.cases import case


def found(text: str) -> list[tuple[str, ...] | None]:
    told = case(f"某局绩效自评报告\n{text}\n")
    return [
        one.against and tuple(told.text(f.start, f.end) for f in one.against)
        for one in orders(told)
    ]


def test_an_order_by_size() -> None:
    assert found("由长到短依次是东站18分钟、西站15分钟、南站16分钟。") == [("15分钟", "16分钟")]
    assert found("由低到高依次为差旅费39万元、培训费146万元、租赁费162万元。") == [None]


def test_an_order_by_another_measure() -> None:
    assert found("按任务量从大到小排序，东镇120万元、西镇150万元、南镇80万元。") == []
    assert found("按得分由低到高，依次为丙站82分、甲站91分、乙站88分。") == [("91分", "88分")]


def test_an_order_by_time() -> None:
    assert found("近四年投诉量逐年减少，分别为86件、72件、75件、60件。") == [("72件", "75件")]
    assert found("投诉量逐年减少，群众来信分别为86件、72件、75件、60件。") == []
