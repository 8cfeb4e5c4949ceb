"""Each reason not to tell of figures that do not fit keeps a right passage from being told."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from linter.binding.relations.operands import Binder
from linter.binding.relations.reasons import table
from tests.cases import book, case

TABLES = ("OF_ANY", "OF_RATES", "OF_DONE", "OF_PARTS", "OF_OTHERS", "OF_NAMES")
ALONE = {
    "is_one_of_several": "计划检查120家，实际检查114家，两批完成率分别为93%、97%。",
    "is_parted": "上级补助收入518万元，上年为326万元，增加的主要原因是新增一次性补助182万元。",
    "is_budgeted": "2021年预算安排资金98万元，追加12万元，实际支出104.5万元，执行率为95%。",
    "is_what_it_comes_to": "付款分三笔：先付30%即27万元，再付50%即45万元，尾款18万元。",
    "is_of_what_is_named": "实地赴9个乡镇，抽查村21个，占项目村的33.33%，入户问卷420份。",
    "is_of_untold_total": "泵站检修中大中型9座、小型17座，小型约为总数的三成。",
    "is_of_another_measure": "县内7家快递企业中已有5家进驻配送中心统一分拣，业务量约占全县的八成。",
    "is_named_behind": "光纤用户11万户，占比95%，移动用户19万户。",
    "is_lesser_whole": "付款分三笔：先付30%即27万元，再付50%即45万元，尾款18万元。",
    "is_one_of_its_parts": "补贴面积居前三位的是沙河镇5.86万亩、五里镇5.37万亩、柏树乡5.04万亩，三个乡镇合计16.27万亩，占全县的27.8%，近三成。",
    "has_its_own_whole": "网上满意364份（占91.00%），回访满意188份（占94.00%），合计552份。",
    "is_a_change": "转移支付收入1331.1万元，增加95.2万元，增长7.7%，占转移支付总量的52%，专项补助占48%。",
    "is_of_two_kinds": "采购额占总规模的58.6%，比上年增长2.2%，增幅回落16.3个百分点。",
    "is_of_a_third": "甲镇完成860亩，乙镇完成240亩，丙镇因征地减少60亩。",
    "is_of_the_total": "拖拉机286台、收割机142台，其他机具846台，总台数同上年的1440台相比增长13.3%。",
    "is_of_other_scope": "本级支出8.62亿元，还原上年列支口径后增支0.53亿元，增长6.8%。",
    "is_against_other": "城镇职工参保1.2万人，城乡居民参保3.6万人，较年初增加3000人。",
    "is_against_two": "2022年“三公”经费预算24.60万元，实际支出22.46万元，没有因公出国（境）费用。实际支出比预算少2.14万元，比2021年的26.35万元下降14.76%。",
    "is_the_change_itself": "年初预算420.00万元，年中调减30.00万元，调整预算390.00万元。到年底实际到位385.00万元，比调整预算少5.00万元，这5万元是市级奖补。",
    "is_what_a_multiple_is_of": "2022年网点6个，2023年网点9个，比开业之初增加，是开业之初4个的2.25倍。",
    "is_beside_what_is_beyond": "故障处置时长超出目标0.3小时，较2018年的5.1小时缩短0.8小时，有改善而未达标。",
    "is_of_a_goal_behind": "上年为84.9%，本年比上年提高1.5个百分点，但离88%仍有差距。",
    "exceeds_another": "灭火防护服计划90套，实际采购96套，多于人员编配数的2套作为备用。",
    "is_of_another": "电商从业人员从1200人发展到1650人，网络零售额达3.6亿元，增长18%，农产品上行占比45%。",
    "is_against_last_year": "合格率98.6%，满意度95.4%，满意度较上年提高1.2个百分点。",
    "is_from_a_budget": "“三公”经费预算18.60万元，实际支出15.42万元，比上年减少1.38万元，下降8.21%。",
    "is_what_it_is_compared_with": "乡里的接种率仍没有达到95%，但比2021年的91.7%已经提高2.4个百分点。",
    "is_of_a_named_amount": "按期的13家单位优先安排，未按期的2家单位核减下年申请额度的5%。",
    "goes_another_way": "增收额少了60元，亩均收入由2300元升到2540元。",
    "is_of_a_noun_of_its_own": "上年在校生860人，今年912人，增加教师12人。",
    "has_its_counterpart": "去年培训45期，今年52期，增加12期，减少5期。",
    "is_net": "年内退休、调离9人，比2021年末的150人净增14人。",
    "is_by_steps": "项目执行率88%，满分10分，因不可抗力酌情扣1分，得9分。",
    "is_for_a_condition": "预算执行率分值10分，按比例计分，执行率低于80%的加扣1分。执行率75%，得6.5分。",
    "is_multiplied": "预算执行率指标分值10分，得分=10分×执行率×调整系数0.9。执行率95%，得8.55分。",
    "is_what_is_left_of_it": "该指标分值为10分。执行率为97.94%，应得9.79分，因此失分0.21分。",
    "is_taken_off": "资金管理（8分，得7.32分）：按应付口径支付率为93.24%，两次预付款晚付，扣0.68分。",
    "is_of_the_beginning": "2022年净增1.55亿元，2023年扩大1.88亿元，规模已是起步时的1.71倍。",
    "is_of_another_year": "计划培训310人；上年培训294人，完成率84.84%。",
    "is_of_a_year_of_its_own": "志愿者由2021年的400人发展到2024年的1200人，是2023年的1.5倍。",
    "is_against_another_year": "采购设备12台，比2020年增加5台，上年采购8台。",
    "is_of_a_year_told_elsewhere": "2024年度资金总额1762.35万元。\n（二）2022年进度滞后。年末结余273.60万元，占资金总额的15.55%。",
    "is_of_another_period": "每月600元，一年7200元，跟邻县的每月800元比，一年少2400元。",
    "are_of_two_sites": "东片亩产612公斤，中片598公斤，西片571公斤；增幅以西片最大，为11.2%。",
    "has_its_own": "甲类企业由286家增至321家；乙类企业入库604家，增加75家。",
    "is_based_elsewhere": "封山育林完成11500亩；退化林修复完成11700亩，完成率97.5%，少完成的300亩因林权纠纷未实施。",
    "has_other_marks": "决策类满分10分得9.5分，为95.0%；过程类20分得18.4分。",
    "is_in_another_clause": "保管费比65元的标准低2.3元；实际年化3.9%。",
    "is_of_what_is_right_before": "外出务工约1.9万人，占区内人口的近三成，部分土地私下流转，未签合同，9件异议中有6件属此类。",
    "is_of_the_next": "预算350万元，到位率97.14%，支出323万元，支出率95%。",
    "is_of_what_is_before": "上半年支出进度46.2%，全年预算360万元，支出352万元。",
    "is_of_another_thing": "培训由3个村扩大到5个村，户均收入增长30%。",
    "is_of_a_difference": "上年到位2412.0万元，今年应到位的加上后来补的到255.6万元，约增一成。",
    "is_against_another_time": "接待游客由12600人次增至15120人次，较2019年增长16.67%。",
    "is_behind_another": "收入由300万元增长3%，支出增加到412万元，增长9%。",
    "is_of_added": "问卷480份，满意300份，较满意120份，一般48份，不满意12份，满意和较满意合计占87.5%。",
    "is_of_more_than_added": "县里追加14.50万元，预算共200.50万元，县级占72.07%。",
    "is_share_of_another": "中央资金1700万元，省级250万元，县级230万元，中央资金占到78.0%。",
    "has_its_own_count": "抽查12个图斑，11个达标，1个因干旱仅为71%；经果林抽查8个图斑全部达标。",
    "is_of_other_answers": "收回问卷300份，满意的276人，服务满意率96%（另行电话调查）。",
    "is_of_another_task": "计划投资300万元，实际投资285万元，完工率100%。",
    "is_of_several_works": "新建硬化道路18公里，修复硬化道路26公里，道路硬化率96.8%。",
    "is_held_against_another": "年初预算3960.00万元。中标金额比最高限价合计节约131.24万元，节约率3.32%。",
    "is_of_a_named_part": "应建档320户，已建档320户，但山区农户建档率只有91.2%。",
    "fits_before_change": "全年用电120万度电，增加20万度电，利用率20%。",
    "fits_list": "招聘人员中，本科占60%，即36人；硕士18人，占30%；博士6人，占10%。",
    "is_of_a_later_state": "群众320人满意304人，企业80家满意74家，合计94.5%。",
    "is_behind_among": "预算252万元，支出239.4万元，执行率95%，其中省级资金执行率85%。",
    "is_as_all": "全年计划12场，实际14场，完成率按100%计。",
    "is_share_of_payment": "计划安装路灯480盏，完成384盏，开工付70%。",
    "is_of_what_is_left": "120名学员里女学员有78名，男学员占35%。",
    "is_told_twice": "享受营养餐的都是468人，自评表按在册人数468人填，完成率104.00%。",
    "is_of_each_period": "办法要求每月考核1次，2023年实际考核9次，缺三个月，考核完成率75%。",
    "is_turned_round": "投资1900万元，奖补190万元，执行率95%。",
    "is_of_another_source": "上级补助200万元用尽；城建专项支出431.66万元，执行率95.50%。",
    "is_of_a_rest": "计划200亩，完成率95%，未实施10亩。",
    "is_of_another_time": "计划500人次，完成率95%，截至9月底完成320人次。",
    "is_of_a_subset": "全县共有渡口360处，其中乡镇渡口达标140处，乡镇渡口达标率97%。",
    "fits_another_count": "婚检对象发出问卷150份，收回有效问卷144份；两项合计收回285份。婚检对象表示满意的135人，满意度为93.75%。登记人数减少了154人。",
    "is_of_what_is_handed_on": "省财政下达1500万元，市里留用市本级300万元，其余1200万元切块到四个县：安坪县380万元、临溏县345万元、古溪县290万元、新岭县185万元。四县支出1134万元，支出进度94.5%。",
    "is_of_the_part": "预算400万元，支出350万元，合计支出998万元，执行率92%。",
    "is_among_parts": "小学36所、中学54所，全县90所学校，达标率93.33%。",
    "fits_runs": "上年遗留12件，新收36件，办结42件，办结率87.5%。",
    "is_chained": "发放问卷350份，回收率97.14%，满意323份，满意率95%。",
    "fits_another": "报销比例70%，总费用1520万元，报销1064万元，支付率95%。",
    "fits_sums": "参赛队伍20支，一等奖1支，二等奖2支，三等奖3支，获奖比例30%。",
    "fits_beside": "按可比口径计算，2024年产值3.36亿元，上年3.18亿元（调整后为3.41亿元），同比下降1.5%。",
    "fits_another_pair": "安排24.00万元，支出23.39万元，其中核实预算9.60万元、支出9.42万元、宣传预算4.80万元、支出4.75万元、档案预算3.60万元、支出3.28万元、培训预算6.00万元、支出5.94万元，剩下的0.61万元已交回。",
    "is_of_other_money": "到位资金820万元，支出615万元，占全年预算的61.5%。",
    "is_named_otherwise": "全年计划巡河480次，实际巡河512次，问题整改率98.2%。",
    "fits_its_change": "从镇到县城的班车，养护前单程52分钟，眼下只要41分钟，省下11分钟，时间压缩21.15%。",
}
"""By reason, a passage that no other one covers."""


def told(text: str) -> Iterator[str]:
    """The figures that the shipped relations say do not fit."""
    opened = case(f"某局绩效自评报告\n{text}\n")
    for rule in book().rules:
        if rule.kind == "relation":
            binder = Binder(rule.id, rule.spec, opened.facts, opened.compiled.equations)
            for found in binder.bindings():
                if found.outcome in ("fail", "doubt"):
                    yield opened.text(found.derived.start, found.derived.end)


def test_every_reason_has_its_passage_and_its_own_words() -> None:
    reasons = [reason for name in TABLES for reason in getattr(table, name)]
    assert [reason.holds.__name__ for reason in reasons] == list(ALONE)
    assert len({reason.why for reason in reasons}) == len(reasons)


@pytest.mark.parametrize("name", ALONE)
def test_reason_alone_keeps_its_passage_from_being_told(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert list(told(ALONE[name])) == []
    for each in TABLES:
        others = tuple(r for r in getattr(table, each) if r.holds.__name__ != name)
        monkeypatch.setattr(table, each, others)
    assert list(told(ALONE[name])) != []
