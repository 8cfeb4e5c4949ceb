"""Reasons not to tell of a run that does not add up: it may be no total with its parts."""

from __future__ import annotations

from linter.binding.reasons import Reason
from linter.binding.sums.lists.behind import are_of_kinds
from linter.binding.sums.lists.candidate import Candidate
from linter.binding.sums.lists.counted import is_counted, is_counted_up
from linter.binding.sums.lists.cues import is_cued
from linter.binding.sums.lists.parted import is_counted_or_set
from linter.binding.sums.lists.reasons import of_figures, of_items, of_stocks, of_words


def is_cued_or_of_kinds(candidate: Candidate) -> bool:
    """Whether words lead to the parts, or they are kinds of one thing: A类、B类、C类."""
    return is_cued(candidate) or are_of_kinds(candidate)


OF_WORDS = (
    Reason("列举以“等”结尾，或是另加上的几项", of_words.is_and_so_on),
    Reason("各项不在同一句内", of_words.is_uneven, unless=is_counted_up),
    Reason("合计是前几项的", of_words.is_of_so_many),
    Reason("是另外几项各自的数", of_words.is_of_each_alike),
    Reason("写明是另外几项的合计", of_words.is_of_those_it_names),
    Reason("有的是多支出的，有的是少支出的", of_words.is_more_and_less),
    Reason("合计是分项超过的目标", of_words.is_exceeded),
    Reason("各有一份，或有重复计算", of_words.is_shared),
    Reason("分项是其中最多、最少的", of_words.is_of_extremes),
    Reason("分项是几个数各自的增减", of_words.are_changes_in_turn),
    Reason("合计是历年的结余，分项是本年的收支", of_words.is_balance_of_years),
    Reason("有的分项写着算式，或只是满分", of_words.is_of_formulas),
    Reason("分项是单价或标准", of_words.are_prices),
    Reason("合计也是依次列出的一项", of_words.is_of_the_list),
    Reason("最后一项写明含在合计里", of_words.is_within_total),
    Reason("应有数与实有数", of_words.is_due),
    Reason("最后一项是前面几项已有的结果", of_words.ends_in_result),
    Reason("合计是其中合格的，或是全地区的", of_words.is_of_those_or_wider),
    Reason("在岗的人不含空编", of_words.is_vacant),
    Reason("分项的人可能有交叉", of_words.may_cross, unless=is_counted),
    Reason("后面还有其余部分", of_words.goes_on),
    Reason("合计是支出，分项是预算", of_words.is_spent_of_budget),
    Reason("合计是变化，分项是变化前后的数", of_words.is_change_of_states),
    Reason("这个数前面写着“其中”", of_words.is_one_of_them),
    Reason("旁边有约数", of_words.has_hedged),
    Reason("分项中有计划数", of_words.is_planned, unless=is_counted_or_set),
    Reason("合计是目标，分项是完成数", of_words.is_goal_of_results),
    Reason("分项的单位不同", of_words.is_mixed, unless=is_counted),
    Reason("分项是期初、增减和期末的数", of_stocks.is_of_a_stock),
    Reason("合计是原有的数，分项是新添的", of_stocks.is_added_to),
    Reason("各是截至一个时点的累计数", of_stocks.are_up_to_stages),
    Reason("合计是以前年度的数", of_stocks.is_of_another_year),
    Reason("合计是比另一数多多少", of_words.is_by_how_much),
    Reason("分项中有总数的增减额", of_words.has_change_of_total),
    Reason("合计只是首批的，分项是后面几批的", of_words.is_first_of_lots),
    Reason("分项是一数和比它多多少", of_words.are_base_and_change),
    Reason("合计是合同价、审定价，分项是支付的款", of_words.is_price_of_payments),
    Reason("分项是几件事各自的支出和结余", of_stocks.is_left_of_each),
    Reason("一项是它前面一项的一部分", of_items.has_part_of_part),
    Reason("写明有几项，合计也是其中一项", of_items.is_one_of_so_many),
    Reason("合计按学历计，分项按职称计", of_items.is_of_another_aspect),
    Reason("有增有减", Candidate.is_balance, unless=is_cued_or_of_kinds),
)
"""Reasons in the words of a run and in where its figures stand."""
OF_FIGURES = (
    Reason("与前面的数合起来相符", of_figures.is_one_of_wholes),
    Reason("只是前面几项的合计", of_figures.is_of_the_first),
    Reason("是前面另外几项的合计", of_figures.is_of_others_as_many),
    Reason("合计是满分，后面另有得分", of_figures.is_full_mark),
    Reason("分项自有合计", of_figures.has_own_whole),
    Reason("分项合起来是前面的数", of_figures.has_whole_before),
    Reason("合计本身是另一数的一部分", of_figures.is_part_beside),
    Reason("合计是两数之差", of_figures.is_difference),
    Reason("有增有减的几项相抵", of_figures.is_signed),
    Reason("合计里另含一项", of_figures.is_widened),
    Reason("分项有重复", of_figures.is_overlapping),
    Reason("只是其中几项的合计", of_figures.is_of_some),
    Reason("后面的率是分项之和比这个数", of_figures.is_beyond_plan),
    Reason("分项是按前面的率算出的那些", of_figures.is_of_rate),
    Reason("最后一项是其余部分按后面的率完成的", of_figures.has_part_of_rate),
    Reason("旁边有几个指标各自的满分", of_figures.has_marks_of_each),
    Reason("有的分项没有数", of_figures.has_untold_parts),
    Reason("累计数含以前年度", of_figures.is_of_years_before),
    Reason("中间有计划数", of_figures.has_plan_between),
    Reason("还有用别的量词计的分项", of_figures.is_of_other_counts),
    Reason("隔开的几项合得上", of_figures.holds_apart),
)
"""Reasons in what other figures come to: looked for last, of what one slip would explain."""
