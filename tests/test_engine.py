"""Rules on a submission: what is said, of what, and in which order."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from msgspec.structs import replace

from linter.engine import lint
from linter.judging.opening import looks_like_report
from linter.model import (
    Document,
    Notice,
    PdfPlace,
    Report,
    Segment,
    Severity,
    Status,
    Submission,
)
from linter.outline.tree import build
from linter.rulebook import Rulebook
from tests.cases import book, document
from tests.generators.strategies import damaged_reports

TEXT = (
    "某县2023年度道路经费绩效自评报告\n一、项目概况\n截止2023年12月31日，到位资金100万元，支出90万元，执行率80%。\n"
    "二、绩效目标完成情况\n公用经费由上年的320.5万元减少到298.2万元，减少32.3万元。\n三、评价结论\n自评得分62.5分，等级为“优”。\n"
    "五、存在的问题\n无。\n"
)
NOT_A_REPORT = "一次旅行\n甲地风景很好，截止5月底去了3次。\n"


def run(
    text: str = TEXT, *, path: str = "报告.txt", rulebook: Rulebook | None = None, **options: object
) -> Report:
    submission = Submission((document(text, path),))
    return lint(submission, rulebook or book(), **options)  # type: ignore[arg-type]


def fingerprints(report: Report) -> set[str]:
    return {finding.fingerprint for finding in report.findings}


def found(report: Report) -> list[tuple[str, str]]:
    return [(f.rule, f.quote) for f in report.findings]


def test_findings_are_those_of_the_failed_verdicts() -> None:
    report = run()
    failed = [v for v in report.verdicts if v.verdict.status is Status.failed]
    assert {f.rule for f in report.findings} <= {v.rule for v in failed}
    calculated = {v.verdict.calculation for v in failed}  # by two rules, and told once
    assert calculated == {f.calculation for f in report.findings}
    assert {
        ("budget/execution-rate", "80%"), ("arithmetic/difference", "32.3万元"), ("score/grade", "优"),
        ("numbering/sequence", "五、"), ("structure/empty-chapter", "无。"), ("typography/deadline", "截止"),
    } <= set(found(report))  # fmt: skip


def test_report_says_what_it_was_read_as() -> None:
    report = run()
    assert (report.year, report.profile, report.figures > 5) == (2023, "common", True)
    assert report.outline.title == "某县2023年度道路经费绩效自评报告"
    assert run(profile=book().profiles["2013"]).profile_reason == "指定"


def test_findings_stand_in_order_of_place() -> None:
    report = run()
    spans = [finding.span for finding in report.findings]
    assert spans == sorted(spans)
    assert len(spans) > 5


def test_verdicts_stand_in_order_of_the_rules() -> None:
    rules = [rule.id for rule in book().rules]
    places = [rules.index(v.rule) for v in run().verdicts]
    assert places == sorted(places)


def test_same_text_gives_the_same_report() -> None:
    assert run() == run()


def test_order_of_findings_does_not_depend_on_that_of_the_rules() -> None:
    turned = replace(book(), rules=book().rules[::-1])
    assert run(rulebook=turned).findings == run().findings


@settings(max_examples=5)
@given(damaged_reports())
def test_any_report_gives_ordered_findings_with_fingerprints_of_their_own(text: str) -> None:
    report = run(text)
    spans = [finding.span for finding in report.findings]
    assert spans == sorted(spans)
    assert len(fingerprints(report)) == len(report.findings)
    assert run(text) == report


def test_finding_has_words_for_people() -> None:
    finding = next(f for f in run().findings if f.rule == "arithmetic/difference")
    assert finding.severity is Severity.error
    assert finding.section == "二、"
    assert "32.3万元" in finding.message
    assert "22.3万元" in finding.message
    assert "298.2万元" in finding.calculation
    assert finding.suggestion
    english = next(f for f in run(lang="en").findings if f.rule == finding.rule)
    assert english.message != finding.message


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_no_message_has_a_name_left_in_braces(lang: str) -> None:
    for finding in run(lang=lang).findings:
        assert not re.search(r"\{[a-z.-]+\}", finding.message + finding.suggestion)


@pytest.mark.parametrize("path", ["甲/报告.txt", "乙.md"])
def test_fingerprint_is_not_of_the_path(path: str) -> None:
    assert fingerprints(run(path=path)) == fingerprints(run())


def test_fingerprint_is_not_of_the_line() -> None:
    moved = TEXT.replace("一、项目概况\n", "一、项目概况\n\n本项目修建道路，受益群众较多。\n\n")
    assert fingerprints(run(moved)) == fingerprints(run())


def test_fingerprint_is_not_of_the_message() -> None:
    assert fingerprints(run(lang="en")) == fingerprints(run())
    reworded = replace(
        book(),
        rules=tuple(
            replace(
                rule,
                header=replace(rule.header, message=replace(rule.header.message, zh="另一句话")),
            )
            for rule in book().rules
        ),
    )
    assert fingerprints(run(rulebook=reworded)) == fingerprints(run())


def test_fingerprint_is_of_the_figures_and_the_section() -> None:
    rule = "arithmetic/difference"
    mine = fingerprints(run(chosen=[rule]))
    assert len(mine) == 1
    assert fingerprints(run(TEXT.replace("32.3万元", "42.3万元"), chosen=[rule])) != mine
    assert fingerprints(run(TEXT.replace("320.5万元", "330.5万元"), chosen=[rule])) != mine
    assert (
        fingerprints(run(TEXT.replace("绩效目标完成情况", "产出完成情况"), chosen=[rule])) != mine
    )


def test_same_finding_twice_has_two_fingerprints() -> None:
    text = "某局绩效自评报告\n截止5月底完成。\n截止6月底完成。\n"
    report = run(text, chosen=["typography"])
    assert len(report.findings) == len(fingerprints(report)) == 2


def test_fingerprint_of_the_first_stays_when_a_second_comes() -> None:
    one = run("某局绩效自评报告\n截止5月底完成。\n", chosen=["typography"])
    two = run("某局绩效自评报告\n截止5月底完成。\n截止6月底完成。\n", chosen=["typography"])
    assert fingerprints(one) < fingerprints(two)


def test_profile_changes_a_severity() -> None:
    plain = book().profiles["common"]
    for severity in Severity:
        changed = replace(plain, severities={"arithmetic/difference": severity})
        findings = run(profile=changed, chosen=["arithmetic/difference"]).findings
        assert [f.severity for f in findings] == [severity]


def test_verdict_is_milder_than_its_rule_but_never_graver() -> None:
    text = TEXT.replace("62.5分", "85分")
    plain = book().profiles["common"]
    as_info = replace(plain, severities={"score/grade": Severity.info})
    assert [f.severity for f in run(text, chosen=["score/grade"]).findings] == [Severity.warning]
    assert [f.severity for f in run(text, profile=as_info, chosen=["score/grade"]).findings] == [
        Severity.info
    ]


def test_profile_switches_a_rule_off() -> None:
    without = replace(book().profiles["common"], off=("arithmetic/difference",))
    report = run(profile=without)
    assert "arithmetic/difference" not in {v.rule for v in report.verdicts}
    assert "score/grade" in {v.rule for v in report.verdicts}


@pytest.mark.parametrize("name", ["arithmetic/difference", "arithmetic", "A01"])
def test_select_by_id_family_or_catalogue_row(name: str) -> None:
    report = run(chosen=[name])
    assert ("arithmetic/difference", "32.3万元") in found(report)
    assert {f.rule.partition("/")[0] for f in report.findings} == {"arithmetic"}


@pytest.mark.parametrize("name", ["arithmetic/difference", "arithmetic", "A01"])
def test_ignore_by_id_family_or_catalogue_row(name: str) -> None:
    report = run(ignored=[name])
    assert "arithmetic/difference" not in {v.rule for v in report.verdicts}
    assert "score/grade" in {f.rule for f in report.findings}


def test_ignore_goes_before_select() -> None:
    assert run(chosen=["arithmetic"], ignored=["arithmetic"]).verdicts == ()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (TEXT, True),
        (NOT_A_REPORT, False),
        ("甲乙丙\n一、项目\n资金预算。\n二、得分\n支出自评。\n", True),
        ("甲乙丙\n一、春天\n花开。\n二、秋天\n叶落。\n", False),
        ("", False),
    ],
)
def test_looks_like_report(text: str, expected: bool) -> None:
    made = document(text)
    assert looks_like_report(build(made)[0], made) is expected


def test_what_is_no_report_has_no_structural_verdicts() -> None:
    report = run(NOT_A_REPORT)
    structural = [v.verdict for v in report.verdicts if v.rule.startswith("structure/")]
    assert {v.status for v in structural} == {Status.not_applicable}
    assert {v.reason for v in structural} == {"不像绩效自评报告"}
    assert [(f.rule, f.severity) for f in report.findings] == [
        ("input/not-a-report", Severity.info), ("typography/deadline", Severity.warning),
    ]  # fmt: skip


def test_force_applies_structural_rules() -> None:
    report = run(NOT_A_REPORT, force=True)
    assert "structure/required-chapters" in {f.rule for f in report.findings}
    assert "input/not-a-report" not in {f.rule for f in report.findings}


def test_notice_of_reading_becomes_a_finding() -> None:
    notice = Notice("odd-bytes", Severity.warning, {"zh": "有坏字节", "en": "odd bytes"}, 0, 2)
    submission = Submission((replace(document(TEXT), notices=(notice,)),))
    for lang, words in notice.message.items():
        report = lint(submission, book(), chosen=["typography"], lang=lang)
        first = report.findings[0]
        assert (first.rule, first.message, first.quote) == ("input/odd-bytes", words, "某县")


def test_format_without_a_reader_is_a_finding() -> None:
    report = run(path="报告.pages")
    assert ("input/unsupported-format", Severity.error) in {
        (f.rule, f.severity) for f in report.findings
    }


FORM = (
    "# 项目支出绩效自评表\n| 项目名称 | 道路经费 | | |\n|---|---|---|---|\n"
    "| 项目资金（万元） | 全年预算数 | 全年执行数 | 执行率 |\n| 年度资金总额 | 120.00 | 98.97 | 82.48% |\n"
    "| 其中：财政拨款 | 120.00 | 98.97 | 82.48% |\n"
)
NARRATIVE = (
    "某县2023年度道路经费绩效自评报告\n一、项目概况\n项目全年预算数120万元，全年执行数98.79万元。\n"
    "二、绩效目标完成情况\n养护道路12公里。\n"
)


def together(*texts: tuple[str, str]) -> Report:
    return lint(Submission(tuple(document(text, path) for path, text in texts)), book())


def crossing(report: Report) -> list[tuple[str, str, Severity]]:
    return [
        (f.rule, f.quote, f.severity)
        for f in report.findings
        if any(r.span.document != f.span.document for r in f.related)
    ]


def test_documents_of_one_submission_are_checked_against_each_other() -> None:
    report = together(("表.md", FORM), ("报告.txt", NARRATIVE))
    assert [d.path for d in report.submission.documents] == ["报告.txt", "表.md"]
    assert report.outline.title == "某县2023年度道路经费绩效自评报告"
    assert crossing(report) == [("consistency/table", "98.79万元", Severity.warning)]


@pytest.mark.parametrize(
    ("sums", "quote"),
    [
        (
            "老厂出水3746.28万吨，新厂1285.14万吨，全城喝掉5013.42万吨。\n\n5031.42万吨",
            "5013.42万吨",
        ),
        ("车购税11204万元、省8600万元、县8800万元，盘子82604万元。\n\n28604万元", "82604万元"),
    ],
)
def test_a_figure_is_not_held_against_one_that_is_told_wrong(sums: str, quote: str) -> None:
    report = run(f"# 某县2023年度道路经费绩效自评报告\n\n{sums}用完了。\n")
    told = [f for f in report.findings if f.severity is not Severity.info]
    assert [f.quote for f in told] == [quote]
    assert told[0].rule.startswith("arithmetic/")


ROLL, PAID = "东街12040户，西街12123户，共24163户。", "东街20040户，西街22123户，共42163户。"


@pytest.mark.parametrize(
    ("own", "attached", "told"),
    [
        ("在册24163户。", "兑付到42163户。", ["42163户"]),
        ("在册24163户。", PAID, ["24163户"]),
        (ROLL, "兑付到42163户。", ["42163户"]),
        (ROLL, PAID, []),
    ],
)
def test_what_a_document_settles_is_left_alone_between_documents(
    own: str, attached: str, told: list[str]
) -> None:
    title = "# 某县2023年度道路经费绩效自评报告\n\n"
    report = together(("报告.md", f"{title}{own}\n"), ("附件.md", f"{title}{attached}\n"))
    found = [f for f in report.findings if f.rule == "consistency/retold"]
    assert [f.quote for f in found] == told
    assert all(f.span.document != f.related[0].span.document for f in found)


def test_a_form_of_another_project_is_not_held_against_a_report() -> None:
    other = FORM.replace("道路经费", "桥梁改造")
    assert crossing(together(("表.md", other), ("报告.txt", NARRATIVE))) == []


def test_a_form_is_not_asked_for_chapters() -> None:
    report = run(FORM, path="表.md")
    assert not [f for f in report.findings if f.rule.startswith("structure/")]
    assert run(FORM, path="表.md", force=True).findings != report.findings


def test_a_copy_of_a_report_tells_nothing_twice() -> None:
    alone = run()
    report = together(("报告.txt", TEXT), ("报告（盖章）.md", TEXT.replace("\n", "\n\n")))
    assert len(report.findings) == len(alone.findings)
    changed = TEXT.replace("320.5万元减少到298.2", "320.5万元减少到289.2")
    report = together(("报告.txt", TEXT), ("报告（盖章）.txt", changed))
    assert [f.quote for f in report.findings if f.span.document == 1] == ["32.3万元"]


def test_an_attachment_that_is_no_report_is_not_told_beside_one() -> None:
    report = together(("报告.txt", NARRATIVE), ("游记.txt", NOT_A_REPORT))
    assert "input/not-a-report" not in {f.rule for f in report.findings}


TOLD_BY_TABLES = [
    (
        "全年1178名失业人员实现再就业。\n\n| 指标 | 指标值 | 完成值 |\n|---|---|---|\n"
        "| 失业人员再就业人数 | 1100 | 1187 |\n| 创业带动就业人数 | 380 | 412 |\n"
    ),
    (
        "| 类别 | 计划批次 | 完成批次 |\n|---|---|---|\n| 粮食 | 260 | 262 |\n| 肉制品 | 240 | 240 |\n"
        "| 其他 | 400 | 410 |\n| 合计 | 900 | 921 |\n"
    ),
    (
        "| 项目 | 全年预算数 | 全年执行数 | 执行率 |\n|---|---|---|---|\n| 中央 | 80.00 | 72.00 | 90.00% |\n"
        "| 县级 | 20.00 | 15.00 | 57.00% |\n"
    ),
]


@pytest.mark.parametrize("text", TOLD_BY_TABLES)
def test_what_only_guessed_columns_say_is_not_told(text: str) -> None:
    sure = document(f"某局2022年度绩效自评报告\n{text}")
    unsure = replace(sure, tables=tuple(replace(table, sure=False) for table in sure.tables))
    assert len(sure.tables) == 1

    def told(document: Document) -> set[str]:
        found = lint(Submission((document,)), book()).findings
        return {finding.rule for finding in found if finding.severity is not Severity.info}

    assert told(sure) - told(unsure)
    assert not any(
        rule.startswith(("arithmetic/", "budget/", "consistency/")) for rule in told(unsure)
    )


def test_a_scan_beside_a_readable_report_is_no_fault() -> None:
    scan = Document("扫描件.pdf", "", "", (), segments=(Segment(0, PdfPlace(1)),), notices=(SCAN,))
    report = lint(Submission((scan, document(NARRATIVE, "报告.txt"))), book())
    (finding,) = [f for f in report.findings if f.rule == "input/scanned"]
    assert (finding.severity, finding.span.document) == (Severity.info, 1)
    assert finding.message == "盖章扫描件未检查，以可编辑文件为准"
    alone = lint(Submission((scan,)), book())
    assert [f.severity for f in alone.findings if f.rule == "input/scanned"] == [Severity.error]


SCAN = Notice("scanned", Severity.error, {"zh": "没有文字", "en": "no text"})
