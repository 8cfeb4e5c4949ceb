"""Why figures that do not fit may be right all the same: they may not belong together.

Prose is read with charity: another rate of the sentence may be the one that goes with the figures,
another thing's amount may stand between, the figure may be of a part (其中) or of several amounts
together. Where one of these may be, nothing is told.
"""

from __future__ import annotations

from linter.binding.reasons import Reason, first_reason
from linter.binding.relations.reasons import (
    of_answers,
    of_changes,
    of_done,
    of_figures,
    of_names,
    of_places,
    of_sites,
    of_sums,
    of_times,
    of_wholes,
)
from linter.binding.relations.reasons.told import Done, Told

OF_ANY = (
    Reason("几个数并列，各有所指", of_places.is_one_of_several),
    Reason("中间隔着“其中”或原因，两边不是一回事", of_places.is_parted),
    Reason("是预算的调整，旁边是支出", of_changes.is_budgeted),
    Reason("看似总数的，是这个比例算出的数", of_wholes.is_what_it_comes_to),
    Reason("紧挨着占比的是部分，总数另有名称", of_wholes.is_of_what_is_named),
    Reason("是总数的占比，旁边只列着其中两项", of_wholes.is_of_untold_total),
    Reason("占比的是另一种量", of_wholes.is_of_another_measure),
    Reason("后面的数另有名称", of_wholes.is_named_behind, Told.is_hardly_chance),
    Reason("后面的总数比部分还小", of_wholes.is_lesser_whole),
    Reason("看似总数的，是部分里的一项", of_wholes.is_one_of_its_parts),
    Reason("几个占比各有自己的总数", of_wholes.has_its_own_whole),
    Reason("旁边的数是变化前后的数或变化量", of_changes.is_a_change),
    Reason("一个是增幅，一个是占比", of_changes.is_of_two_kinds, Told.is_hardly_chance),
    Reason("增减的是第三个单位的数", of_changes.is_of_a_third, Told.is_hardly_chance),
    Reason("增减的是总数，旁边是其中一部分", of_changes.is_of_the_total, Told.is_hardly_chance),
    Reason("口径不同", of_changes.is_of_other_scope, Told.is_hardly_chance),
    Reason("与之相比的是另一个数", of_changes.is_against_other, Told.is_hardly_chance),
    Reason("增减额与增减幅度各比各的", of_changes.is_against_two),
    Reason("前后两数中有一个就是增减额", of_changes.is_the_change_itself),
    Reason("是另一个数的基数，不是增减额", of_changes.is_what_a_multiple_is_of),
    Reason("旁边的数是与目标相差的数", of_changes.is_beside_what_is_beyond),
    Reason("后面的数是还没达到的目标", of_changes.is_of_a_goal_behind),
    Reason("是超出另一个数的那些", of_changes.exceeds_another),
    Reason("中间隔着别的事物的数", of_places.is_of_another, Told.is_hardly_chance),
    Reason("与上年相比，旁边没有上年的数", of_changes.is_against_last_year, Told.is_hardly_chance),
    Reason("与上年相比，旁边是本年的预算和支出", of_changes.is_from_a_budget),
    Reason("看似现在的数，是拿来比较的数", of_changes.is_what_it_is_compared_with),
    Reason("写明了增减的是什么，旁边的数都不是", of_changes.is_of_a_named_amount),
    Reason("后面两数一升一降，与它方向相反", of_changes.goes_another_way),
    Reason("增减的是另一样", of_changes.is_of_a_noun_of_its_own, Told.is_hardly_chance),
    Reason("与旁边减去或增加的数合起来才是变化", of_changes.has_its_counterpart),
    Reason("是净增减，旁边只有进或出的数", of_changes.is_net),
    Reason("按档次计分", of_figures.is_by_steps),
    Reason("是评分标准规定的分数", of_figures.is_for_a_condition),
    Reason("另乘系数", of_figures.is_multiplied),
    Reason("看似满分的，是扣分后的得分", of_figures.is_what_is_left_of_it),
    Reason("写明了扣多少分", of_figures.is_taken_off),
    Reason("是起初的几倍，旁边没有起初的数", of_times.is_of_the_beginning),
    Reason("是另一年的数", of_times.is_of_another_year),
    Reason("增减的是另一年的数", of_times.is_of_a_year_of_its_own),
    Reason("与之相比的是另一年", of_times.is_against_another_year),
    Reason("另一段的数是另一年的", of_times.is_of_a_year_told_elsewhere),
    Reason("一个是每月的数，一个是全年的数", of_times.is_of_another_period),
    Reason("前后两数是两个地方的", of_sites.are_of_two_sites),
    Reason("所在分句另有自己的数", of_changes.has_its_own, Told.is_hardly_chance),
    Reason("比较的数在另一分句，又没有名称", of_changes.is_based_elsewhere, Told.is_hardly_chance),
    Reason("得分另有自己的满分或得分率", of_places.has_other_marks),
    Reason(
        "与旁边的数不在同一分句，又没有名称", of_places.is_in_another_clause, Told.is_hardly_chance
    ),
)
"""Of whatever figures."""
OF_RATES = (
    Reason("是紧挨着的前一个数的占比", of_places.is_of_what_is_right_before),
    Reason("后面的数另有自己的率", of_places.is_of_the_next),
    Reason("是某一部分或某一阶段的率，后面是全部的数", of_places.is_of_what_is_before),
    Reason("变化的是另一件事", of_changes.is_of_another_thing, Told.is_hardly_chance),
    Reason("看似现在的数，是增减额", of_changes.is_of_a_difference),
    Reason("比较的是另一年，或只是某月的变化", of_changes.is_against_another_time),
    Reason("中间还有一个率", of_places.is_behind_another),
    Reason("是几个数合起来的占比", of_sums.is_of_added),
    Reason("旁边的是追加的数，占比的是连同原有的", of_names.is_of_more_than_added),
    Reason("占比的是另一个数", of_names.is_share_of_another, Told.is_hardly_chance),
    Reason("前面的小句另有自己的数", of_places.has_its_own_count),
    Reason("是另一些人、另一项服务的满意率", of_answers.is_of_other_answers),
    Reason("是另一项任务的完成率", of_names.is_of_another_task),
    Reason("几项工程并列，率是全部的", of_names.is_of_several_works),
    Reason("节约的数是与另一个数相比", of_names.is_held_against_another),
    Reason("转而说的是其中某一部分", of_names.is_of_a_named_part),
    Reason("以变化之前的数为总数", of_figures.fits_before_change),
    Reason("以列出的各项之和为总数", of_sums.fits_list),
    Reason("是后来达到的率，或另有口径", of_times.is_of_a_later_state, Told.is_hardly_chance),
    Reason("“其中”之后只有率", of_places.is_behind_among),
    Reason("超额的按100%计", of_figures.is_as_all),
    Reason("是按进度付款的比例", of_figures.is_share_of_payment),
    Reason("是余下部分或超出部分的率", of_figures.is_of_what_is_left, of_names.is_named_alike),
)
"""Of percentages alone."""
OF_DONE = (
    Reason("两处写的是同一个数", of_done.is_told_twice),
    Reason("计划数是每期的，完成数是全部的", of_done.is_of_each_period),
    Reason("总数在后而又较小", of_done.is_turned_round),
    Reason("看似预算的，是另一来源的资金", of_done.is_of_another_source),
    Reason("旁边的数是余下的数", of_done.is_of_a_rest),
    Reason("后面的数是另一时期的数", of_times.is_of_another_time),
    Reason("旁边的数只是其中一部分", of_done.is_of_a_subset, Done.is_hardly_chance),
    Reason("与段中另一个个数相符", of_done.fits_another_count),
    Reason("与后来分出的资金相符", of_done.is_of_what_is_handed_on),
    Reason("是其中一部分或合计的率", of_done.is_of_the_part),
    Reason("旁边的数是几项与它们的合计", of_sums.is_among_parts),
    Reason("前面几个数合起来相符", of_sums.fits_runs),
)
"""Of percentages of what was done, or spent, of a whole."""
OF_PARTS = (Reason("以前一个率算出的数为总数", of_done.is_chained),)
"""Of these, and of percentages of whatever else is a part."""
OF_OTHERS = (
    Reason("另一个率与这些数相符", of_figures.fits_another),
    Reason("几个数合起来相符", of_sums.fits_sums),
    Reason("与句中另一个数相符", of_figures.fits_beside),
    Reason("与句中另外两个数相符", of_figures.fits_another_pair),
)
"""In what other figures come to: of whatever figures, and asked last as they take longest."""
OF_NAMES = (
    Reason("写明是另一笔资金的占比", of_names.is_of_other_money),
    Reason("名称与旁边的数不同", of_names.is_named_otherwise),
    Reason("与前面写明的增减额相符", of_changes.fits_its_change),
)
"""In what figures are called; these a figure that can hardly be so by chance outweighs."""


def why_apart(told: Told) -> str | None:
    """Why figures by role, of which no equation holds, may not belong together."""
    found: Reason[Told] | Reason[Done] | None = first_reason(told, OF_ANY)
    if found is None and told.derived.dimension == "percent":
        found = first_reason(told, OF_RATES)
    if found is None and told.done:
        found = first_reason(told.done, OF_DONE)
    if found is None and (part := told.done or told.share):
        found = first_reason(part, OF_PARTS)
    found = found or first_reason(told, OF_OTHERS)
    return found.why if found else None


def why_otherwise(told: Told) -> str | None:
    """Why the derived figure may be of others: by its name, or by the change told before it."""
    found = first_reason(told, OF_NAMES)
    return found.why if found else None
