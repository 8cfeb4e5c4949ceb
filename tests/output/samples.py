"""Reports made by hand, with findings of every sort, for the tests of output."""

from __future__ import annotations

import re

from msgspec.structs import replace

from linter.model import (
    Block,
    Cell,
    Document,
    Finding,
    Marker,
    Notice,
    Outline,
    Related,
    Report,
    RuleVerdict,
    Section,
    Segment,
    Severity,
    Span,
    Status,
    Submission,
    Table,
    TextPlace,
    Verdict,
)

_HEADING = re.compile(r"^([一二]、|（[一二]）|\d\.)(.*)$", re.MULTILINE)

BRIDGES = """清河县农村桥梁维修项目绩效自评报告
一、项目基本概况
（一）项目概况
1.立项背景
2023年度，上级财政共安排清河县桥梁维修资金2480.5万元，实施维修工程共58处，覆盖全县12个乡镇、134个行政村，惠及群众3.2万户。2023年投入资金比2022年的1250.5万元多出1230万元，增长幅度为89.4%。
二、项目绩效情况
本项目自评得分为95分，等级为“良”。截止12月底，全部完工。
（一）产出情况
| 工程 | 预算数（万元） | 执行数（万元） | 执行率 |
| 东桥 | 1200.00 | 1188.00 | 99.00% |
| 西桥 | 1280.50 | 1267.70 | 99.00% |
| 合计 | 2480.50 | 2445.70 | 98.60% |
"""


def document(path: str, text: str) -> Document:
    """A document with a block a line; lines that begin with ``|`` are rows of a table."""
    blocks: list[Block] = []
    rows: list[tuple[Cell, ...]] = []
    segments = [Segment(0, TextPlace(1, 1))]
    at = 0
    for number, line in enumerate(text.split("\n"), 1):
        if number > 1:
            segments.append(Segment(at, TextPlace(number, 1)))
        if line.startswith("|"):
            rows.append(_cells(line, at))
            blocks += (Block(cell.start, cell.end, "cell") for cell in rows[-1])
        elif line:
            blocks.append(Block(at, at + len(line)))
        at += len(line) + 1
    tables = (Table(rows[0][0].start, rows[-1][-1].end, tuple(rows)),) if rows else ()
    return Document(path, text, text, tuple(blocks), tables, tuple(segments))


def sections(file: Document) -> Outline:
    """The outline of a text whose markers are 一、 above （一） above 1."""
    heads = list(_HEADING.finditer(file.text))
    found: list[Section] = []
    for index, head in enumerate(heads):
        depth = ("、", "）", ".").index(head[1][-1])
        later = (
            h.start() for h in heads[index + 1 :] if ("、", "）", ".").index(h[1][-1]) <= depth
        )
        above = [s.index for s in found if s.depth < depth and s.end > head.start()]
        marker = Marker(head[1], 1, head[1], head.start(1), head.end(1))
        end = next(later, len(file.text))
        found.append(
            Section(
                index,
                above[-1] if above else -1,
                depth,
                head[2],
                head.start(),
                head.end(),
                end,
                marker,
            )
        )
    title = file.text.partition("\n")[0]
    return Outline(title, 0, len(title), tuple(found))


def _cells(line: str, at: int) -> tuple[Cell, ...]:
    cells, start = [], 1
    for column, word in enumerate(line.strip("|").split("|")):
        left = at + start + len(word) - len(word.lstrip())
        cells.append(Cell(left, left + len(word.strip()), column))
        start += len(word) + 1
    return tuple(cells)


def span(text: str, quote: str, document: int = 0) -> Span:
    """Where a quote stands first."""
    start = text.index(quote)
    return Span(start, start + len(quote), document)


def finding(
    text: str,
    rule: str,
    severity: Severity,
    message: str,
    quote: str,
    *others: str,
    calculation: str = "",
    suggestion: str = "",
) -> Finding:
    """A finding at ``quote`` with related places at ``others``."""
    return Finding(
        rule=rule,
        name=f"规则{rule.partition('/')[2]}",
        severity=severity,
        message=message,
        span=span(text, quote),
        quote=quote,
        section="二、",
        calculation=calculation,
        suggestion=suggestion,
        fingerprint=f"{len(rule):016x}",
        related=tuple(Related(span(text, other), "base") for other in others),
    )


def faulty() -> Report:
    """A report with errors and a warning in prose and in a table, and verdicts of all four sorts."""
    text = BRIDGES
    file = document("报告/桥梁维修.txt", text)
    findings = (
        finding(
            text,
            "arithmetic/growth",
            Severity.error,
            "增长幅度应为 1230 ÷ 1250.5 ＝ 98.4%，文中为 89.4%（疑数字颠倒）",
            "89.4%",
            "1250.5万元",
            "1230万元",
            calculation="1230 ÷ 1250.5 = 98.36% ≠ 89.4%",
            suggestion="改为 98.4%，或核对两年的投入资金",
        ),
        finding(
            text,
            "score/grade",
            Severity.error,
            "总分95分属于“优”，文中等级为“良”",
            "“良”",
            "95分",
            calculation="95 ∈ [90, 100] → 优",
            suggestion="把等级改为“优”，或核对总分",
        ),
        finding(
            text,
            "typography/deadline",
            Severity.warning,
            "“截止”后不能直接带时间，请写“截至”",
            "截止",
            suggestion="请写“截至”",
        ),
        finding(
            text,
            "arithmetic/total",
            Severity.error,
            "执行数（万元）合计应为2455.70，表中为2445.70",
            "2445.70",
            "1188.00",
            "1267.70",
            calculation="1188.00 + 1267.70 = 2455.70 ≠ 2445.70",
            suggestion="核对各行与合计",
        ),
    )
    verdicts = (
        _passed("arithmetic/growth", "增加额", "1230万元", "2480.5 − 1250.5 = 1230 ✓"),
        _passed("budget/execution", "执行率", "99.00%", "1188.00 ÷ 1200.00 = 99.00%"),
        _passed("arithmetic/total", "合计", "2480.50", "1200.00 + 1280.50 = 2480.50"),
        RuleVerdict(
            "arithmetic/growth",
            Verdict(Status.failed, "增幅", span(text, "89.4%"), calculation="98.36% ≠ 89.4%"),
        ),
        RuleVerdict(
            "budget/balance",
            Verdict(Status.not_evaluated, "结余", reason="“资金使用”中未找到支出数"),
        ),
        RuleVerdict(
            "structure/order", Verdict(Status.not_applicable, "章节顺序", reason="未识别出框架")
        ),
    )
    return Report(
        Submission((file,)),
        sections(file),
        "2013",
        "标题中有投入、过程、产出、效果",
        2023,
        27,
        findings,
        verdicts,
    )


def _passed(rule: str, subject: str, quote: str, calculation: str) -> RuleVerdict:
    place = span(BRIDGES, quote)
    verdict = Verdict(
        Status.passed, subject, place, calculation=calculation, recomputed="=" in calculation
    )
    return RuleVerdict(rule, verdict)


def bundle() -> Report:
    """A narrative and its form, which disagree: a finding with places in two files."""
    narrative = document("自评报告.txt", "清河县桥梁项目绩效自评报告\n一、结论\n综合得分98分。\n")
    form = document("自评表.txt", "自评表\n总分 96分\n")
    disagree = Finding(
        rule="consistency/total",
        name="总分不一致",
        severity=Severity.error,
        message="正文总分98分，自评表为96分",
        span=span(narrative.text, "98分"),
        quote="98分",
        section="一、",
        calculation="98 ≠ 96",
        suggestion="两处改为同一总分",
        fingerprint="00000000000000ff",
        related=(Related(span(form.text, "96分", 1), "form"),),
    )
    return Report(
        Submission((narrative, form)),
        sections(narrative),
        "guobiao2020",
        "指定",
        2023,
        2,
        (disagree,),
        (),
    )


def clean() -> Report:
    """A report without findings, of an unknown year."""
    file = document("无问题.txt", "青山镇绩效自评报告\n一、概况\n全部完成。\n")
    passed = RuleVerdict(
        "score/total", Verdict(Status.passed, "总分", calculation="60 + 40 = 100", recomputed=True)
    )
    return Report(Submission((file,)), sections(file), "common", "", None, 0, (), (passed,))


def unreadable() -> Report:
    """What there is to say of a file that could not be read."""
    message = {"zh": "文件无法读取（拒绝访问）", "en": "the file cannot be read (denied)"}
    notice = Notice("unreadable", Severity.error, message)
    file = Document(
        "坏文件.txt", "", "", (), segments=(Segment(0, TextPlace(1, 1)),), notices=(notice,)
    )
    return Report(
        Submission((file,)),
        Outline("", 0, 0, ()),
        "common",
        "",
        None,
        0,
        (
            Finding(
                rule="input/unreadable",
                name="读取文件",
                severity=Severity.error,
                message=message["zh"],
                span=Span(0, 0),
                quote="",
                section="",
                calculation="",
                suggestion="",
                fingerprint="0" * 16,
            ),
        ),
        (),
    )


ALL = (faulty, bundle, clean, unreadable)


def report_of(
    file: Document, findings: tuple[Finding, ...] = (), verdicts: tuple[RuleVerdict, ...] = ()
) -> Report:
    """A report on one document."""
    return Report(Submission((file,)), sections(file), "common", "", 2023, 0, findings, verdicts)


def saying(words: str) -> Report:
    """A report that says some words wherever a report, its name or a rule can."""
    file = document(f"{words}.txt", f"{words}\n一、{words}\n{words}12分\n| {words} | 3 |\n")
    verdicts = (
        RuleVerdict(
            words, Verdict(Status.passed, words, span(file.text, "12分"), calculation=words)
        ),
        RuleVerdict(words, Verdict(Status.not_evaluated, words, reason=words)),
        RuleVerdict(words, Verdict(Status.failed, words, span(file.text, "3"), calculation=words)),
    )
    found = finding(
        file.text, words, Severity.error, words, words, "3", calculation=words, suggestion=words
    )
    return replace(report_of(file, (found,), verdicts), profile=words, profile_reason=words)


def overlapping() -> Report:
    """A report with figures in figures, and figures that overlap."""
    file = document("重叠.txt", "共123456元，其中7元。")
    verdicts = tuple(
        RuleVerdict(
            "arithmetic/parts",
            Verdict(Status.passed, "", Span(*place), calculation="1 = 1", recomputed=True),
        )
        for place in ((1, 5), (3, 7), (0, 8), (11, 13))
    )
    return report_of(file, verdicts=verdicts)
