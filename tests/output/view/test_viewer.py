"""What a reader sees of a report: every place at its words, every word shown, states and names."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest
from msgspec.structs import replace

import linter
from linter.engine import lint
from linter.model import Report, Severity, Submission
from linter.output import Options
from linter.output.view.structures import File, Spot, View
from linter.output.view.viewer import of_report
from linter.output.words import settled
from linter.reading import read
from linter.rulebook import load
from tests.output import samples

EXAMPLES = sorted((Path(__file__).parents[3] / "examples").glob("*-*.*"))
BOOK = load()
PROSE = """和平县水务局2023年度灌区维修项目绩效自评报告
一、项目概况
2023年投入1230万元，比2022年的1000万元增加230万元，增长32%。项目自评得分95分，等级为“优”。
二、资金明细
| 工程 | 预算数（万元） | 执行数（万元） |
| --- | --- | --- |
| 东渠 | 600.00 | 600.00 |
| 西渠 | 630.00 | 620.00 |
| 合计 | 1230.00 | 1222.00 |
"""


def viewed(report: Report, **options: object) -> View:
    return of_report(report, Options(book=BOOK, **options))


def flat(file: File) -> str:
    """The blocks of a document at their offsets, as UTF-16 in which a unit is a character."""
    pieces = [
        (piece.start, piece.text)
        for part in file.blocks
        for piece in (part, *(cell for row in part.rows for cell in row))
    ]
    wide = [(start, text.encode("utf-16-le")) for start, text in pieces]
    whole = bytearray(2 * max((start + len(text) // 2 for start, text in wide), default=0))
    for start, text in wide:
        whole[2 * start : 2 * start + len(text)] = text
    return whole.decode("utf-16-le")


def words_at(view: View, spot: Spot) -> str:
    """What stands at a place, as a script would cut it."""
    units = flat(view.documents[spot.document]).encode("utf-16-le")
    return units[2 * spot.start : 2 * spot.end].decode("utf-16-le")


def same_words(report: Report, view: View) -> int:
    """Compares each place that a finding names with the words there; how many there were."""
    compared = 0
    for finding, fault in zip(report.findings, view.findings, strict=True):
        spans = dict.fromkeys([finding.span, *(related.span for related in finding.related)])
        for span, spot in zip(spans, fault.places, strict=True):
            text = report.submission.documents[span.document].text[span.start : span.end]
            if "\n" not in text:
                assert words_at(view, spot) == text
                compared += 1
    return compared


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.name)
def test_every_place_is_at_its_words(path: Path) -> None:
    report = linter.lint(path)
    view = viewed(report)
    places = [spot for relation in view.relations for spot in relation.places]
    assert len(places) > 100
    assert all(0 <= spot.start <= spot.end for spot in places)
    assert same_words(report, view) >= len(report.findings)


def test_offsets_count_as_scripts_do() -> None:
    report = linter.lint(PROSE.replace("和平县", "𠮷平县").replace("东渠", "😀渠"), path="甲.md")
    assert same_words(report, viewed(report)) > 4


def test_a_profile_that_fits_less_well_than_another_says_so() -> None:
    path = next(path for path in EXAMPLES if path.name == "clean-guobiao2020.md")
    chosen = viewed(linter.lint(path, profile="zhuanyizhifu")).profile
    assert (chosen.likely, chosen.missing > 0) == (BOOK.profiles["guobiao2020"].name, True)
    assert viewed(linter.lint(path, profile="guobiao2020")).profile.likely == ""
    assert viewed(linter.lint(path)).profile.likely == ""


def test_chapters_are_told_with_their_depth() -> None:
    view = viewed(linter.lint(PROSE, path="甲.txt"))
    assert [(c.title, c.depth) for c in view.chapters] == [("一、项目概况", 0), ("二、资金明细", 0)]


def test_what_does_not_hold_is_wrong_or_to_check_and_the_rest_right() -> None:
    report = linter.lint(PROSE, path="甲.md")
    view = viewed(report)
    states = {"error": "wrong", "warning": "check", "info": "note"}
    failed = [r for r in view.relations if r.state not in ("right", "held")]
    assert {relation.state for relation in failed} >= {"wrong", "note"}
    for relation in failed:
        fault = view.findings[relation.finding]
        assert relation.state == states[fault.severity]
        assert relation.rule == fault.rule
        assert relation.places[0] in [replace(spot, label="") for spot in fault.places]
    passed = [relation for relation in view.relations if relation.state == "right"]
    assert len(passed) == view.counts.passed > 1
    assert all(relation.finding is msgspec.UNSET for relation in passed)
    assert "|1230万元 − 1000万元| = 230万元" in [relation.calculation for relation in passed]


def test_findings_that_one_figure_makes_are_told_by_all_its_relations() -> None:
    text = PROSE.replace("620.00", "640.00").replace("1222.00", "1240.00")
    view = viewed(linter.lint(text, path="甲.md"))
    for relation in view.relations:
        assert (relation.finding is msgspec.UNSET) == (relation.state in ("right", "held"))


def test_that_a_wrong_rate_keeps_to_a_bound_is_not_told() -> None:
    text = (
        "某局2023年度培训项目绩效自评报告\n一、满意度\n"
        "经问卷调查，满意度为93.50%，其中收回问卷300份、满意279份的情况另附。\n"
    )
    view = viewed(linter.lint(text, select=["budget/bounded-rate", "evidence/satisfaction"]))
    assert not view.relations
    counts = view.counts
    assert (counts.passed, counts.held, counts.figures, counts.unlooked) == (0, 0, 3, 3)


def test_figures_that_a_check_has_touched_are_not_counted_as_unlooked() -> None:
    counts = viewed(linter.lint(PROSE + "另发放资料18种。\n", path="甲.md")).counts
    assert (counts.figures, counts.unlooked) == (12, 1)


def test_a_broken_bound_of_which_a_calculation_tells_more_is_no_relation_of_its_own() -> None:
    text = "某局2023年度补助项目绩效自评报告\n补助由300元提高到30元，提高20%。\n"
    told = [(r.rule, r.state) for r in viewed(linter.lint(text)).relations if len(r.places) > 1]
    assert told == [("arithmetic/growth", "wrong"), ("arithmetic/unchanged", "held")]


def test_rules_and_profiles_are_told_by_name_and_basis() -> None:
    view = viewed(linter.lint(EXAMPLES[-1]))
    headers = {rule.id: rule.header for rule in BOOK.rules}
    assert view.profile.name == BOOK.profiles[view.profile.id].name
    assert view.findings
    for fault in view.findings:
        assert fault.name == headers[fault.rule].name
        assert fault.basis == settled(headers[fault.rule].basis)
        assert "待核" not in fault.basis
    for relation in view.relations:
        header = headers[relation.rule]
        held = relation.state in ("right", "held")
        assert relation.name == (header.checks.zh if held and header.checks else header.name)


def test_without_a_rule_book_ids_stand_for_names() -> None:
    view = of_report(samples.faulty(), Options())
    assert [fault.name for fault in view.findings][:2] == ["规则growth", "规则grade"]
    assert view.relations[0].name == "arithmetic/growth"
    assert view.profile.name == ""


def test_a_message_tells_its_arithmetic_as_it_stands_below() -> None:
    report = samples.faulty()
    bound = replace(report.findings[0], message="得分超过满分：8.5 ≤ 8", calculation="8.5 ≤ 8")
    view = viewed(replace(report, findings=(bound,)))
    assert (view.findings[0].message, view.findings[0].calculation) == (
        "得分超过满分：8.5 > 8",
        "8.5 > 8",
    )


def test_places_in_another_file_are_told_there() -> None:
    view = viewed(samples.bundle())
    (fault,) = view.findings
    assert [(spot.document, words_at(view, spot)) for spot in fault.places] == [
        (0, "98分"),
        (1, "96分"),
    ]
    assert [spot.where for spot in fault.places] == ["第3行", "第2行"]
    assert [file.path for file in view.documents] == ["自评报告.txt", "自评表.txt"]
    assert [(c.title, c.document) for c in view.chapters] == [("一、结论", 0), ("自评表.txt", 1)]


def test_what_could_not_be_checked_is_told_with_its_reason() -> None:
    view = viewed(samples.faulty())
    (item,) = view.unchecked
    assert (item.subject, item.reason) == ("结余", "“资金使用”中未找到支出数")
    assert item.place is msgspec.UNSET
    placed = [item.place for item in viewed(linter.lint(EXAMPLES[-3])).unchecked]
    assert any(isinstance(place, Spot) for place in placed)


SCORED = """和平县水务局2023年度灌区维修项目绩效自评报告
一、自评得分
| 三级指标 | 分值 | 得分 |
| --- | --- | --- |
| 修渠长度 | 30 | 28.5 |
| 按期完工率 | 30 | 31.5 |
| 灌溉保证率 | 40 | 38.0 |
| 合计 | 100 | 97.5 |
"""


def of_text(text: str) -> View:
    return viewed(lint(Submission((read("报告.md", text.encode(), BOOK.header_words),)), BOOK))


def test_what_one_rule_could_not_check_and_another_did_is_not_open() -> None:
    for path in EXAMPLES:
        report = linter.lint(path)
        view = viewed(report)
        right = {
            (s.document, s.start) for r in view.relations if r.state == "right" for s in r.places
        }
        places = [
            (i.place.document, i.place.start) for i in view.unchecked if isinstance(i.place, Spot)
        ]
        assert not right & set(places)
        assert len(places) == len(set(places))
        assert view.counts.unchecked == len(view.unchecked)


def test_a_finding_says_which_other_disputes_what_it_is_reckoned_from() -> None:
    view = of_text(SCORED)
    cap = next(at for at, f in enumerate(view.findings) if f.rule == "score/within-full-marks")
    total = next(f for f in view.findings if f.rule == "arithmetic/table-total")
    assert total.first == (cap,)
    assert view.findings[cap].first == ()


def test_a_finding_milder_than_its_rule_says_so() -> None:
    report = samples.faulty()
    (error, *_) = (f for f in report.findings if f.severity is Severity.error)
    mild = replace(error, severity=Severity.warning)
    told = [viewed(replace(report, findings=(one,))).findings[0].milder for one in (error, mild)]
    assert told == [False, True]


def test_counts_are_those_of_the_report() -> None:
    counts = viewed(samples.faulty()).counts
    assert (counts.error, counts.warning, counts.info) == (3, 1, 0)
    assert (counts.passed, counts.unchecked, counts.figures) == (3, 1, 27)


def test_an_unreadable_file_has_its_finding_and_no_text() -> None:
    view = viewed(samples.unreadable())
    assert view.documents == (File("坏文件.txt", ()),)
    assert [fault.rule for fault in view.findings] == ["input/unreadable"]
    assert viewed(samples.unreadable(), lang="en").lang == "en"


def test_what_moves_or_turns_text_is_replaced_at_its_length() -> None:
    report = samples.faulty()
    hostile = "逆\u202e\x1b[31m\ud800\x00"
    finding = replace(report.findings[0], message=hostile, quote=hostile, severity=Severity.error)
    view = viewed(replace(report, findings=(finding,)))
    assert view.findings[0].message == "逆��[31m��"
    assert msgspec.json.decode(msgspec.json.encode(view))["findings"][0]["quote"] == "逆��[31m��"
