"""The marks of a paragraph's items, and what they come to."""

from __future__ import annotations

from linter.binding.marks.paragraph_sums import (
    all_in_paragraphs,
    full_in_paragraphs,
    got_in_paragraphs,
    kept_in_paragraphs,
    pairs_in_paragraphs,
)
from linter.binding.sums.totals import Total
from tests.cases import case

ITEMS = "立项依据分值5分，得5分；资金投入分值6分，扣1分，得5分；目标分值4分，得3.5分。"


def shown(text: str, found: Total) -> tuple[str, list[str]]:
    assert found.whole is not None
    spans = [(part.start, part.end) for part in (found.whole, *found.parts)]
    whole, *parts = (text[low:high] for low, high in spans)
    return whole, parts


def got(text: str) -> list[tuple[str, list[str]]]:
    opened = case(f"某局绩效自评报告\n{text}\n")
    return [shown(opened.facts.text, found) for found in got_in_paragraphs(opened)]


def full(text: str) -> list[tuple[str, list[str]]]:
    opened = case(f"某局绩效自评报告\n{text}\n")
    return [shown(opened.facts.text, found) for found in full_in_paragraphs(opened)]


def test_marks_got_are_held_against_what_they_are_said_to_come_to() -> None:
    assert got(f"（一）决策指标（15分）。{ITEMS}决策指标合计得31.5分。") == [
        ("31.5分", ["5分", "5分", "3.5分"])
    ]


def test_a_sum_of_some_of_the_marks_has_others_as_its_parts() -> None:
    assert got("数量得9分，场次得5分，人次得4分；质量得8分。产出合计得17分。") == []


def test_no_item_is_missing_where_the_title_has_the_full_marks_of_all() -> None:
    assert got(f"（一）决策指标（20分）。{ITEMS}决策指标合计得31.5分。") == []


def test_full_marks_are_held_against_the_title_where_the_marks_got_are_all_there() -> None:
    assert full(f"（一）决策指标（51分）。{ITEMS}决策指标合计得13.5分。") == [
        ("51分", ["5分", "6分", "4分"])
    ]


def test_or_where_both_sums_are_told_elsewhere() -> None:
    told = "三类分值为15分、35分、50分，得13.5分、30分、45分。\n"
    assert full(f"{told}（一）决策指标（51分）。{ITEMS}") == [("51分", ["5分", "6分", "4分"])]
    assert full(f"（一）决策指标（51分）。{ITEMS}") == []
    assert full(f"{told}（一）决策指标（35分）。{ITEMS}") == []


READ = "预算执行8分，得7.3分；资金管理6分得6分；组织实施6分，"


def test_a_title_may_tell_what_its_items_came_to() -> None:
    title = "1.过程（满分20分，得16.8分，得分率93%）。"
    assert got(f"{title}{READ}得5.3分。") == [("16.8分", ["7.3分", "6分", "5.3分"])]


def test_a_title_whose_full_marks_are_more_than_those_of_the_items_tells_of_more() -> None:
    assert got(f"1.过程（满分25分，得16.8分）。{READ}得5.3分。") == []


def test_what_full_marks_come_to_is_not_what_was_got() -> None:
    assert got(f"{READ}得5.3分，合计20分。") == []


def test_a_mark_that_was_given_and_lessened_is_one_item() -> None:
    assert got(f"1.过程（满分20分，得18.4分）。{READ}得5.3分，另扣0.2分，得5.1分。") == [
        ("18.4分", ["7.3分", "6分", "5.1分"])
    ]


def whole(text: str) -> list[tuple[str, list[str]]]:
    opened = case(f"某局绩效自评报告\n{text}\n")
    return [shown(opened.facts.text, found) for found in all_in_paragraphs(opened)]


def test_all_marks_before_the_report_s_own_total_come_to_it() -> None:
    marks = "执行拿9.68分；数量、质量、时效各拿15分、12分、18分；效益28分；满意度9.5分。"
    parts = ["9.68分", "15分", "12分", "18分", "28分", "9.5分"]
    assert whole(f"{marks}据此汇总，自评总得分91.28分。") == [("91.28分", parts)]


def test_parts_of_parts_and_marks_lost_are_not_added_up() -> None:
    assert whole("执行9.68分；产出45分，其中数量15分；效益28分，自评总得分91.28分。") == []
    assert whole("立项5分、目标4分、资金8分、制度9分，产出扣3分，自评总得分92.5分。") == []


def over(text: str) -> list[tuple[str, str]]:
    opened = case(f"某局绩效自评报告\n{text}\n")
    told = opened.facts.text
    return [(told[a.start : a.end], told[b.start : b.end]) for a, b in pairs_in_paragraphs(opened)]


def test_an_item_gets_no_more_than_its_full_marks_where_each_has_its_own() -> None:
    assert over(f"{READ}得6.5分。") == [("6.5分", "6分")]


def test_marks_of_a_test_are_on_another_scale() -> None:
    assert over(f"{READ}得5分；服务态度4.5分，得9分。") == []


def kept(text: str) -> list[tuple[str, list[str], bool]]:
    opened = case(f"某局绩效自评报告\n{text}\n")
    return [(*shown(opened.facts.text, found), found.loose) for found in kept_in_paragraphs(opened)]


def test_what_was_lost_and_kept_of_an_item_come_to_its_full_marks() -> None:
    assert kept("立项5分，扣1分，得4分；目标5分，得4.5分，系扣0.5分；资金5分，得5分。") == [
        ("5分", ["1分", "4分"], False),
        ("5分", ["0.5分", "4.5分"], True),
    ]


def test_what_each_step_takes_is_not_what_was_lost() -> None:
    assert kept("满意度10分，每低1个百分点扣0.5分，扣2分，得7分。") == [
        ("10分", ["2分", "7分"], False)
    ]


def test_full_marks_of_which_nothing_was_lost_are_marks_got() -> None:
    items = "数量5分，得4.94分；质量5分，一次合格，不扣；时效3分，得2.26分；成本2分，得2分。"
    assert got(f"{items}四项相加14.20分。") == [("14.20分", ["4.94分", "5分", "2.26分", "2分"])]
    listed = "执行10分得9.2分；资金6分、组织7分，都没有失分；档案4分，得3.5分。"
    assert got(f"{listed}合计25.7分。") == [("25.7分", ["9.2分", "6分", "7分", "3.5分"])]


def test_a_rule_by_which_marks_are_lost_keeps_none() -> None:
    items = "数量5分，得4.94分；质量5分，合格的不扣，不合格的扣2分，得5分；时效3分，得2分。"
    assert got(f"{items}三项合计得11.94分。") == [("11.94分", ["4.94分", "5分", "2分"])]


def test_beside_marks_told_to_be_kept_others_may_be_kept_untold() -> None:
    items = "资金到位8分，分配扣0.5分后得6.5分，预算编制5分不扣，本类实得19.5分。"
    assert got(f"投入类20分：{items}") == []
