"""What is said around findings, in both languages."""

from __future__ import annotations

from msgspec import Struct

from linter.model import Severity
from linter.output import Lang
from linter.regexes.late import regex

_OPPOSITE = {"≤": ">", "≥": "<"}
_BOUND, _SETTLED = regex("[≤≥]"), regex("[≠=<>✓]")
_NOTE = regex("[；，、]?[^；，、（）]*待核[^；，、（）]*")
_ZEROS = regex(r"(\.\d\d\d*?)0+(?=%)")
"""Decimals that a rate was given beyond two, to compare it with the one that is printed."""


class Words(Struct, frozen=True):
    """The fixed words of one language; braces are filled in."""

    severities: dict[Severity, str]
    families: dict[str, str]
    profile: str
    unrecognised: str
    year: str
    sections: str
    figures: str
    checks: str
    calculation: str
    suggestion: str
    basis: str
    rule: str
    text: str
    others: str
    """What stands before the other places that take part."""
    quote: str
    semicolon: str
    more: str
    file: str
    place: str
    page: str
    cell: str
    """Table, row and column, counted from 1."""
    bracketed: str
    """Something, and in brackets how else it is called."""
    dot: str
    sheet: str
    line: str
    paragraph: str
    """A paragraph, counted from 1 within its chapter."""
    heading: str
    """The line of a chapter's heading."""
    title: str
    within: str
    """A place behind its chapter's number."""
    parts: dict[str, str]
    """The parts of a Word file beside its body, by how their names begin."""
    list_row: str
    """A row of the list of what is to be submitted."""
    unread: dict[str, str]
    """Why a file could not be read, by the second part of the rule ``input/…``; "" for others."""
    step: str
    beginning: str
    """The heading above findings that stand before the first chapter."""
    clean: str
    right: str
    held: str
    """What passed of presence or form, or only came near: it says nothing of a figure's value."""
    not_evaluated: str
    not_applicable: str
    verbose_hint: str
    total: str
    reports: str
    joiner: str
    colon: str
    counted: str
    """So many findings of a severity, with the severity's name in options."""
    failed: str
    """The last line: what reached which threshold, and the exit status."""


ZH = Words(
    severities={Severity.error: "须修改", Severity.warning: "请核对", Severity.info: "可优化"},
    families={
        "input": "读取",
        "structure": "结构",
        "numbering": "编号",
        "score": "得分",
        "arithmetic": "算术",
        "consistency": "一致",
        "date": "日期",
        "budget": "资金",
        "indicator": "指标",
        "evidence": "佐证",
        "typography": "文字",
        "layout": "版式",
        "corpus": "批量",
    },
    profile="框架",
    unrecognised="未识别",
    year="评价年度",
    sections="章节",
    figures="数字",
    checks="核对",
    calculation="算式",
    suggestion="建议",
    basis="依据",
    rule="规则",
    text="文字",
    others="另见",
    quote="“{}”",
    semicolon="；",
    more="等",
    file="文件",
    place="位置",
    page="第{}页",
    cell="表{}第{}行第{}列",
    bracketed="{}（{}）",
    dot="·",
    sheet="工作表“{}”{}",
    line="第{}行",
    paragraph="第{}段",
    heading="标题行",
    title="报告标题",
    within="{}{}",
    parts={"footnotes": "脚注", "endnotes": "尾注", "header": "页眉", "footer": "页脚"},
    list_row="清单第{}行",
    unread={
        "scanned": "扫描件",
        "encrypted": "加密",
        "damaged": "损坏",
        "unsafe": "不安全的内容",
        "unsupported-format": "格式不支持",
        "undecodable": "编码无法识别",
        "too-large": "过大",
        "too-long": "过长",
        "too-complex": "过于复杂",
        "no-text": "没有文字",
        "empty-archive": "空压缩包",
        "not-installed": "需安装 LibreOffice",
        "missing-library": "缺少读取程序",
        "unreadable": "无法打开",
        "empty": "空白",
        "too-slow": "超时",
        "out-of-memory": "内存不足",
        "crashed": "检查进程意外结束",
        "failed": "程序出错",
        "": "其他",
    },
    step="，",
    beginning="报告开头",
    clean="未发现问题",
    right="核对无误",
    held="其他检查通过",
    not_evaluated="未能核对",
    not_applicable="不适用",
    verbose_hint="加 --verbose 逐项列出",
    total="汇总",
    reports="份报告",
    joiner="、",
    colon="：",
    counted="{} 处{}（{}）",
    failed="{}≥ --fail-on {}：退出码 {}",
)

EN = Words(
    severities={severity: severity.name for severity in Severity},
    families={},
    profile="profile",
    unrecognised="not recognised",
    year="year",
    sections="sections",
    figures="figures",
    checks="checks",
    calculation="calc",
    suggestion="hint",
    basis="basis",
    rule="rule",
    text="text",
    others="see also",
    quote=" {!r}",
    semicolon="; ",
    more=" …",
    file="file",
    place="place",
    page="page {}",
    cell="table {}, row {}, column {}",
    bracketed="{} ({})",
    dot=" · ",
    sheet="sheet {!r}, {}",
    line="line {}",
    paragraph="paragraph {}",
    heading="heading",
    title="title",
    within="{} {}",
    parts={"footnotes": "footnote", "endnotes": "endnote", "header": "header", "footer": "footer"},
    list_row="row {} of the list",
    unread={
        "scanned": "scanned",
        "encrypted": "encrypted",
        "damaged": "damaged",
        "unsafe": "unsafe",
        "unsupported-format": "format",
        "undecodable": "encoding",
        "too-large": "too large",
        "too-long": "too long",
        "too-complex": "too complex",
        "no-text": "no text",
        "empty-archive": "empty archive",
        "not-installed": "no program to read it",
        "missing-library": "no program to read it",
        "unreadable": "cannot be opened",
        "empty": "empty",
        "too-slow": "too slow",
        "out-of-memory": "out of memory",
        "crashed": "crashed",
        "failed": "failed",
        "": "other",
    },
    step=", ",
    beginning="Beginning of the report",
    clean="nothing found",
    right="found right",
    held="passed otherwise",
    not_evaluated="could not be checked",
    not_applicable="not applicable",
    verbose_hint="--verbose lists them",
    total="Summary",
    reports="reports",
    joiner=", ",
    colon=": ",
    counted="{} × {} ({})",
    failed="{} ≥ --fail-on {}: exit status {}",
)

WORDS: dict[Lang, Words] = {"zh": ZH, "en": EN}


def is_bound(calculation: str) -> bool:
    """Whether a calculation only holds a figure against a bound."""
    return bool(_BOUND.search(calculation))


def is_near(calculation: str) -> bool:
    """Whether a calculation only comes near its figure, as others are printed coarsely."""
    return "≈" in calculation


def broken(calculation: str) -> str:
    """The arithmetic of a finding as a reader takes it: a bound that is broken as what is true.

    ``8.5 ≤ 8`` becomes ``8.5 > 8``; of a rate's decimals those beyond two that are zeros go.
    """
    bounds = _BOUND.findall(calculation)
    if len(bounds) == 1 and not _SETTLED.search(calculation):
        calculation = calculation.replace(bounds[0], _OPPOSITE[bounds[0]])
    return _ZEROS.sub(r"\1", calculation)


def settled(basis: str) -> str:
    """What a rule is based on, without its authors' notes of what they have yet to look up."""
    return _NOTE.sub("", basis).replace("（）", "").replace("（；", "（")


def says(message: str, part: str) -> bool:
    """Whether a message already holds what would be said once more below it."""
    return "".join(part.split()) in "".join(message.split())
