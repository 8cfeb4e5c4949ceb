"""What is told to be all done or paid, and what is left besides."""

from __future__ import annotations

import pytest

from linter.binding.same_facts.all_but_some import all_but_some
from tests.cases import case


@pytest.mark.parametrize(
    ("text", "second"),
    [
        # of 14, of 17
        ("12个子项目已全部竣工，其余2个子项目仍在施工。", ""),
        ("截至12月底，15个卫生室已全部投用，剩余2个因征地仍在施工。", ""),
        ("检查发现的6个问题已全部整改到位，剩余2个问题将于6月前整改。", ""),
        ("12个子项目已全部竣工，其余2个子项目仍在施工，属年中追加。", ""),
        ("结转款已于2月付清，目前仍有6.2万元结转款未付。", "目前仍有6.2万元结转款未付"),
        ("8个问题中，6个问题已全部整改到位，剩余2个问题将于6月前整改。", ""),
        ("共14个子项目。12个子项目已全部竣工，其余2个子项目仍在施工。", ""),
        ("首批9个村已全部通水，其余3个村仍在施工。", ""),
        ("30个项目已全部开工，其余5个储备项目尚未立项。", ""),
        ("12户全部签约，还剩3户没签。", ""),
        ("户户通了自来水，还有2户没通天然气。", ""),
        ("甲村12户全部搬迁，乙村尚有3户未搬。", ""),
        ("全部贫困户都已脱贫，还剩3户没脱贫。", "还剩3户没脱贫"),
        ("学员人人拿到证书，还有5人没拿到。", "还有5人没拿到"),
        ("全年未发生较大以上事故；考核表“一般事故起数”一栏填3起。", ""),
        (
            "全年未发生较大以上事故；考核表“较大以上事故起数”一栏填1起。",
            "考核表“较大以上事故起数”一栏填1起",
        ),
        ("货款已于6月付清，目前仍有2.5万元质保金未付。", ""),
    ],
)
def test_all(text: str, second: str) -> None:
    own = case(f"某局2023年度报告\n{text}\n")
    found = [
        own.facts.text[s.start : s.end].replace(",", "，") for _, _, s in all_but_some(own.facts)
    ]
    assert found == ([second] if second else [])
