"""Shares told one after another, which make up the whole."""

from __future__ import annotations

import pytest

from linter.binding.sums.shares.sums import share_sums
from tests.cases import case

TITLE = "某局绩效自评报告\n"


def shares(text: str) -> list[tuple[str, bool]]:
    """Each run of shares, and whether it comes to 100%."""
    opened = case(f"{TITLE}{text}\n")
    sums = []
    for total in share_sums(opened.facts):
        low = sum(p.value.low for p in total.parts)
        high = sum(p.value.high for p in total.parts)
        sums.append(("+".join(opened.text(p.start, p.end) for p in total.parts), low <= 1 <= high))
    return sums


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("三类人员分别占33.3%、33.3%和33.3%。", [("33.3%+33.3%+33.3%", True)]),
        ("比重依次为58.4%、23.3%、18.3%。", [("58.4%+23.3%+18.3%", True)]),
        ("比重依次为58.4%、32.3%、18.3%。", [("58.4%+32.3%+18.3%", False)]),
        ("按来源分，中央占68.8%，省级占13.2%。", [("68.8%+13.2%", False)]),
        ("其中女性占44.4%，党员占12.5%。", []),
        ("完成率95.5%，满意率4.5%。", []),
        ("中央占68.8%。省级占31.2%。", []),
        ("中央占约68.8%，省级占31.2%。", []),
        ("占总支出120万元的30%，占比70%。", []),
        # a scale of the asker's own, kinds of one noun that are too many, or may not be all
        ("认为便捷的占62%，一般的占27%，不便捷的占16%。", [("62%+27%+16%", False)]),
        (
            "完好占48.2%，轻度失能占31.4%，中度失能占19.6%，重度失能占10.8%。",
            [("48.2%+31.4%+19.6%+10.8%", False)],
        ),
        (
            "自理占3.2%，轻度失能占31.4%，中度失能占19.6%，重度失能占10.8%。",
            [("3.2%+31.4%+19.6%+10.8%", False)],
        ),
        ("农业占38.2%，林业占31.4%，渔业占10.3%。", []),
        ("满意的占62%，比较满意的占27%，一般的占9%。", []),
        # by however much, where none is another too
        ("人员经费占55%，公用经费占25%，项目经费占35%。", [("55%+25%+35%", False)]),
        ("小学生占55%，初中生占25%，寄宿生占35%。", []),
        ("线上报名占62%，线下缴费占45%。", []),
        # one may be of more than one kind
        ("老年人占46.5%，儿童占21.3%，残疾人占33.2%。", []),
        ("从年龄看，60岁以上占42%，女性占41%，低保户占35%。", []),
        # 100% is none of them
        ("比重依次为58.4%、23.3%、18.3%（合计100%）。", [("58.4%+23.3%+18.3%", True)]),
        # the first names the whole
        ("三个标段分别占合同总价的33.3%、41.2%和25.5%。", [("33.3%+41.2%+25.5%", True)]),
        ("一季度占总支出的12.4%，二季度占27.3%，三季度占60.3%。", [("12.4%+27.3%+60.3%", True)]),
    ],
)
def test_shares_of_a_whole(text: str, expected: list[tuple[str, bool]]) -> None:
    assert shares(text) == expected
