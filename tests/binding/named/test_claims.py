"""What is told of all figures of a listing."""

from __future__ import annotations

import pytest

from linter.binding.named.claims import claims
from tests.cases import case


def found(text: str) -> list[bool]:
    return [claim.holds for claim in claims(case(f"某局绩效自评报告\n{text}\n"))]


@pytest.mark.parametrize(
    "text",
    [
        "四场到场企业63家、48家、57家、71家，到场企业均超过50家。",
        "各井床位在10至30张之间，分别为12、18、32张，均在10至30张之间。",
        "进度为土建72%、安装65%、绿化40%，没有一项低于60%。",
        "甲区96.1%、乙区94.8%、丙区95.2%，三个区在95%以上。",
        "五村收入20万元、26万元、18万元、31万元、24万元，除一个村外都在25万元以下。",
        "甲镇98%、乙镇95%、丙镇91%、丁镇89%，除丁镇外均在92%以上。",
        "甲镇98%、乙镇95%、丙镇91%、丁镇89%，乙镇、丙镇超过92%。",
        "出水量36、42、29、51、40吨，设计要求不低于40吨，合格井两眼。",
        "应控制在2～8℃，四次记录3.1℃、5.6℃、8.4℃、4.9℃，全部在控制范围内。",
        "日处理量保持在180吨至220吨之间，三个月分别为195吨、226吨、208吨。",
        "五家入住率为88%、92%、76%、95%、81%，入住率超过85%的机构4家。",
        "八家民宿入住率分别是62%、48%、71%、55%、80%、66%、59%、73%，过半民宿达到65%以上。",
    ],
)
def test_a_claim_that_the_listing_refutes(text: str) -> None:
    assert False in found(text)


@pytest.mark.parametrize(
    "text",
    [
        "甲区96.1%、乙区94.8%、丙区95.0%，两个区在95%以上。",
        "四场到场企业63家、48家、57家、71家，签约企业均超过80家。",
        "四场到场企业63家、48家、57家、71家，比上年均超过50家。",
        "其中甲镇120万元、乙镇86万元、丙镇95万元，超过100万元的有两个镇。",
        "四口井出水量36、42、51、40吨，全县37口井中达到40吨的有33口。",
        "完成率分别为100%、95%、91.7%，甲镇、乙镇均超过92%。",
    ],
)
def test_a_claim_that_is_right_or_of_others(text: str) -> None:
    assert False not in found(text)


@pytest.mark.parametrize(
    ("text", "holds"),
    [
        ("90分以上为优秀，甲队93分、乙队88分、丙队91分，优秀一个。", False),
        ("90分以上为优秀，甲队93分、乙队88分、丙队91分，优秀两个。", True),
        ("各中队处置率为71%、64%、69%，只有一个中队没有达到70%的目标值。", False),
        ("各中队处置率为71%、64%、69%，有两个中队没有达到70%的目标值。", True),
        ("合格率为98%、95%、99%、93%、97%，95%以上的占五分之二。", False),
        ("得分为88.5、92.3、79.6，三次月检中有两次低于80分。", False),
        ("扣分从1分到5分不等，三家分别扣2分、6分、1分。", False),
        ("扣分从1分到5分不等，三家分别扣2分、5分、1分。", True),
        ("得分为82、91、79分，得分区间为82—91分。", False),
    ],
)
def test_words_for_what_is_within_a_bound(text: str, *, holds: bool) -> None:
    told = [claim.holds for claim in claims(case(f"某局绩效自评报告\n{text}\n"))]
    assert told
    assert all(told) == holds
