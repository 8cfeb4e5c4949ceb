"""Each reason not to tell of a list keeps a right passage from being told."""

from __future__ import annotations

import pytest

from linter.binding.sums.lists import failing
from linter.binding.sums.lists.beside_totals import runs
from linter.binding.sums.lists.reasons.table import OF_FIGURES, OF_WORDS
from tests.cases import case

ALONE = {
    "is_and_so_on": "支出560万元：土建320万元，设备180万元，设计费50万元等。",
    "is_uneven": "一标段126.8万元，二标段98.4万元，三标段156.2万元。施工总投资另含监理费9.6万元、设计费12万元，概算总额为420万元。",
    "is_of_so_many": "设备96.80万元、劳务168.42万元、运输38.65万元，前两项合计303.78万元中财政占大头。",
    "is_of_each_alike": "数量指标满分16分；质量指标满分14分；两项时效指标满分均为10分。",
    "is_of_those_it_names": "数量指标16分，质量指标14分，时效与成本两项合计20分。",
    "is_more_and_less": "支出增加116.46万元，主要是抢修一项拉上去的，当年该项仅支出31万元左右，今年这一项多支出约157万元，其余各项合计反而少支出40万元左右。",
    "is_exceeded": "公厕新建6座、改建14座，超过新改建共18座的目标。",
    "is_shared": "任务细化为21项指标，即数量8项、质量3项，时效和成本各2项，效益5项，满意度1项，逐项落到科室，合计21项。",
    "is_of_extremes": "14个分馆按就近原则联系68个服务点，最多的分馆带9个，最少的带2个，其余12个共带57个。",
    "are_changes_in_turn": "在职人员由218人减少到213人，临聘人员由18人减少到12人，分别减少5人、6人。",
    "is_balance_of_years": "村集体收入26万元，支出18万元，村集体账面累计结余36万元。",
    "is_of_formulas": "到位率4分：4×97.14%≈3.89分；执行率3分：3×96.37%≈2.89分；合规性3分：未发现挪用，得2.50分。三部分合计9.28分。",
    "are_prices": "设一等奖1名、二等奖2名、三等奖3名，奖金标准依次为2,000元、1,000元、500元，合计16,500元。",
    "is_of_the_list": "市级财政3220.5万元，省级补助2050万元，自筹1171.5万元。",
    "is_within_total": "招标控制价不含暂列金额，为920万元；合同价含暂列金额30万元，为905万元。",
    "is_due": "应参保29.3万人，实参保28.41万人，另有脱贫人口实参保11206人。",
    "ends_in_result": "采购图书11200册，其中少儿图书3200册、文学图书4200册，已上架10800册。",
    "is_of_those_or_wider": "抽检食品1200批次、药品360批次，合计合格1500批次。",
    "is_vacant": "在岗38人，包括专业技术岗27人、工勤岗8人，空编4名。",
    "may_cross": "参训120人，包括村干部86人、女干部54人。",
    "goes_on": "造林3200亩，其中人工造林2100亩、封山育林600亩、飞播造林300亩三类，其余为补植。",
    "is_spent_of_budget": "基本支出预算860万元、项目支出预算340万元，全年支出1164万元，执行率97%。",
    "is_change_of_states": "会议费由上年14.5万元压减到9.8万元，培训费由22.6万元压减到17.4万元，两项共压减9.9万元。",
    "is_one_of_them": "印刷费14.2万元，邮寄费7.7万元，其中下属单位印刷费和邮寄费合计11.9万元。",
    "has_hedged": "头场雪撒盐18吨，第二场13吨半，第三场22吨；全年一共备了60吨，开春还剩6吨半。",
    "is_planned": "省级200万元、市级60万元、县级计划100万元（实到80万元），合计到位340万元。",
    "is_goal_of_results": "年度目标为120场，实际上半年56场、下半年68场，完成任务。",
    "is_mixed": "闲置的16台包括诊疗床9套、灭菌器3台、牙椅3台。",
    "is_of_a_stock": "年初存量问题36个，新增18个，整改42个，年末12个，累计整改问题268个。",
    "is_added_to": "现有救护车120辆，本年购置18辆、更新12辆。",
    "are_up_to_stages": "全年完成支出480万元，其中一季度末累计支出96万元，二季度末累计支出210万元，三季度末累计支出355万元。",
    "is_of_another_year": "按季度结，一季度43.2万元、二季度88.5万元、三季度92.1万元、四季度65万元，四个季度分别占14.96%、30.64%、31.89%、22.51%。上年是171人239.4万元、人均14000元。",
    "is_by_how_much": "三季度比二季度多16起，上半年两个季度相加为73起，不及下半年的87起。",
    "has_change_of_total": "2018年预算批复162万元，比2017年增12万元，主要是大屏更换16万元，其余科目净减4万元。",
    "is_first_of_lots": "7月28日下达首批中央资金200.00万元，9月15日下达中央资金420.00万元和省级资金180.00万元。",
    "are_base_and_change": "两样加起来，一亩地能拿90元，比2012年的82元提高了8元。与江源县相邻，该县两项标准之和为86元。",
    "is_price_of_payments": "改造工程合同价638.5万元，审定价606.6万元，支付588.4万元，占审定价的97%；设计、监理等其他费支付38.2万元；采购消防车1辆，支付220万元。",
    "is_left_of_each": "农机补贴支出1,497.60万元，对应预算1,560万元，执行率96.0%，结余62.40万元；统防支出598.30万元，在620万元的预算中执行了96.5%，结余21.70万元。",
    "has_part_of_part": "实际受训171人，其中75人参加了两期；全县在岗乡村医生286人。",
    "is_one_of_so_many": "资金分三批下达：2020年12月下达1900.00万元，2021年4月下达860.00万元，2021年7月下达240.00万元。",
    "is_of_another_aspect": "在职人员中具有大学本科以上学历的15人，副高级职称2人、中级职称8人。",
    "is_balance": "编制时我站有项目3个、金额210万元；年中追加2个、47万元；10月取消1个、12万元。年末决算项目4个、245万元。",
    "is_one_of_wholes": "三级医院3家，二级医院11家；按类别分，综合医院9家、中医院4家、妇幼保健院1家。",
    "is_of_the_first": "第一批300万元、第二批200万元、第三批150万元、第四批100万元，扣除第四批，累计支付650万元。",
    "is_of_others_as_many": "肥料化15.4万吨（占56.62%）、饲料化5.8万吨（占21.32%）、燃料化4.6万吨（占16.91%）、基料化0.9万吨（占3.31%）、原料化0.5万吨（占1.84%）。肥料化、饲料化、燃料化三项合计25.8万吨。",
    "is_full_mark": "决策15分、过程23分、产出34分、效益22分，总分100分，得94分。",
    "has_own_whole": "检查企业12个，发现隐患26个，整改25个，剩余1个。",
    "has_whole_before": "接待读者28.4万人次，其中少儿11.2万人次、持证19.6万人次。持少儿证的6.9万人次在两类里都计了数，故两类并计后实为23.9万人次，散客为4.5万人次。",
    "is_part_beside": "依申请公开件2022年19件、2023年31件，增加12件，增长63.16%；其中予以公开的18件，部分公开的4件，不予公开、无法提供的共7件，剩下2件结转2024年办理。",
    "is_difference": "中标价600万元：限价620万元，让利20万元。",
    "is_signed": "预算300万元，追加20万元，收回5万元，合计315万元。",
    "is_widened": "城镇参保3.2万人、农村参保8.6万人，合计12.6万人（含灵活就业0.8万人）。",
    "is_overlapping": "脱贫户860户、低保户320户，两类户合计980户，重复200户。",
    "is_of_some": "优12个、中2个、良6个，优良合计18个，优良率90%。",
    "is_beyond_plan": "计划培训500人，线下培训386人，线上培训120人，完成率101.2%。",
    "is_of_rate": "2023年预算2000万元，执行率95%，其中基本支出1420万元，项目支出480万元。",
    "has_part_of_rate": "预算500万元，其中基本支出300万元全部执行，项目支出执行190万元，执行率95%。",
    "has_marks_of_each": "三个5分的指标得满分，一个10分的指标得8分，合计23分。",
    "has_untold_parts": "在城关、石桥等5个镇实施，其中城关镇32万元、石桥镇28万元，5个镇共160万元。",
    "is_of_years_before": "2023年新建充电站5个，建成4个；2022年建成3个，全县累计21个。",
    "has_plan_between": "中央600万元、省级200万元、县级计划配套100万元（实际到位80万元），合计到位880万元。",
    "is_of_other_counts": "共发放物资2.6万件，价值186万元，其中棉被8600床86万元、棉衣1.2万件72万元、其他5400件28万元。",
    "holds_apart": "全县32个村中，18个村集体收入超过10万元，其中5个村超过50万元；其余14个村在5万元至10万元之间。",
}
"""By reason, a passage that no other one covers."""


def told(text: str) -> list[str]:
    """The totals that a passage is said not to come to."""
    opened = case(f"某局绩效自评报告\n{text}\n")
    return [opened.text(r.total.start, r.total.end) for r in runs(opened.facts) if not r.holds]


def test_every_reason_has_its_passage() -> None:
    assert [reason.holds.__name__ for reason in (*OF_WORDS, *OF_FIGURES)] == list(ALONE)


@pytest.mark.parametrize("name", ALONE)
def test_reason_alone_keeps_its_passage_from_being_told(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert told(ALONE[name]) == []
    for table in ("OF_WORDS", "OF_FIGURES"):
        others = tuple(r for r in getattr(failing, table) if r.holds.__name__ != name)
        monkeypatch.setattr(failing, table, others)
    assert told(ALONE[name]) != []
