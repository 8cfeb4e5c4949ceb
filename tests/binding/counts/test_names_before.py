"""Names and titles in a row before the number of them."""

from __future__ import annotations

import pytest

from linter.binding.counts.announced_items import enumerations
from tests.cases import case


@pytest.mark.parametrize(
    ("text", "holds"),
    [
        ("先后印发《资金细则》《档案规程》《廉政办法》，制度件数4件。", [False]),
        ("先后印发《资金细则》《档案规程》《廉政办法》，共3项，均已公开。", [True]),
        ("先印发《资金细则》，又印发《档案规程》《廉政办法》，共3项。", [True]),
        ("印发《资金细则》《档案规程》等，共6项制度。", []),
        ("印发《资金细则》《档案规程》，共发放4份。", []),
        ("印发《资金细则》《档案规程》，共召开4次会议。", []),
    ],
)
def test_as_many_titles_as_told(text: str, holds: list[bool]) -> None:
    assert [found.holds() for found in enumerations(case(text + "\n").facts)] == holds


@pytest.mark.parametrize(
    ("text", "holds"),
    [
        ("项目区为石坪、龙湾三个镇和梅坑、双桥、白鹭三个乡。", [False, True]),
        ("项目区为石坪、龙湾两个镇和梅坑、双桥、白鹭四个乡。", [True, False]),
        ("自评小组由局财务、基教、人事、后勤五个股的人组成。", [False]),
        ("把任务拆成“确认、联调、试运行、推广”五个阶段。", [False]),
        ("分准备（3月4日至8日）、核查（3月11日至20日）、撰写（3月21日至29日）四个阶段。", [False]),
        ("涉及清河、白水三个村。", []),
        ("涉及清河、白水等三个镇。", [True]),
        ("落实“双随机、一公开”三项工作。", []),
        ("石坪、龙湾两镇三个社区。", []),
    ],
)
def test_as_many_names_as_told(text: str, holds: list[bool]) -> None:
    found = enumerations(case(f"某局2023年度绩效自评报告\n{text}\n").facts)
    assert [one.holds() for one in found] == holds


@pytest.mark.parametrize(
    ("text", "holds"),
    [
        ("完善的内部制度有四项：《资金细则》《档案规程》《廉政办法》。", [False]),
        ("内设办公室、人事股、财务股、艺术股，合计股室五个。", [False]),
        ("开了五次会：2月25日第一次，5月20日第二次，9月8日第三次，12月16日第四次。", [False]),
        ("先后召开四次会，时间分别为4月18日、7月26日和10月12日。", [False]),
        ("分四批下达：1月预拨1500万元，5月追加690万元，9月清算350万元。", [False]),
        ("全市辖4个县（市、区），包括北岚区、溪口市、澜平县。", [False]),
        ("全市辖4个县（市、区），包括北岚区、溪口市等。", [True]),
        ("召开六次会，时间分别为4月、7月和10月。", [True]),
        ("修订制度3项，制定办法1项：《甲办法》。", []),
        ("形成的文件有3类，《甲办法》《乙细则》《丙方案》《丁方案》。", []),
        ("执行的制度有五项，《甲办法》《乙细则》《丙流程》。其余两项在修订。", []),
        ("下设一中心、二中心、三中心，共计科室9个。", []),
        ("分三批下达：1月批复指标，2月下达100万元，5月下达80万元，9月下达60万元。", []),
        ("内设办公室、财务股、法规股，另设两个中心，合计股室三个。", []),
        ("分三批下达：1月预拨1500万元，5月追加690万元，其余年底清算。", []),
    ],
)
def test_as_many_told_behind_a_number(text: str, holds: list[bool]) -> None:
    found = enumerations(case(f"某局2023年度绩效自评报告\n{text}\n").facts)
    assert [one.holds() for one in found] == holds
