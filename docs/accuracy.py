"""Writes ``docs/accuracy.md``: what was measured, and how.

Run from the checkout: ``python docs/accuracy.py`` measures and writes all (some minutes);
``python docs/accuracy.py untouched`` only copies the last logged run on the untouched half, which
is never run here.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from msgspec import Struct

sys.path.insert(0, str(Path(__file__).parents[1]))  # where the benchmarks are

from linter.rulebook import load
from tests.benchmarks import rounding
from tests.benchmarks.accuracy import catalogue, innocent, recall, twins
from tests.benchmarks.accuracy.corruptions import paths
from tests.benchmarks.accuracy.measure import LOG
from tests.benchmarks.rounding import Outcome

TARGET = Path(__file__).with_name("accuracy.md")
CLAIMS = 10_000
"""Of the rounding benchmark; the slow test measures ten times as many."""
UNTOUCHED = "## 未动过的一半"
NAMES = {
    "balance": "结余", "completion": "完成率", "count-list": "个数与列举", "date-order": "先后",
    "date-valid": "日期", "deadline-word": "截至", "doc-number": "文号", "empty-section": "空章节",
    "execution-rate": "执行率", "grade": "等级", "growth": "增减", "malformed-figure": "数字写法",
    "narrative-table": "正文与表", "numbering": "编号", "ordinal-event": "届次",
    "part-whole": "其中", "relative-time": "相对时间", "required-section": "缺章",
    "restatement": "换单位重写", "same-fact": "同一事两处", "score-cap": "得分超满分",
    "score-rate": "按率计分", "score-sum": "得分合计", "share": "占比", "share-sum": "占比合计",
    "state-conflict": "状态矛盾", "sum": "分项合计", "table-rate": "表中的率",
    "table-sum": "表的合计", "template-residue": "模板残留", "unit-price": "单价",
    "year": "年度",
}  # fmt: skip


class Figures(Struct, frozen=True):
    """All that is measured here."""

    worked: recall.Recall
    twins: twins.TwinRecall
    innocent: innocent.Innocent
    catalogue: catalogue.Told
    rounding: Outcome


def main(arguments: Iterable[str] = ()) -> None:
    """Measure and write the file, or only write its part on the untouched half anew."""
    log = LOG.read_text("utf-8")
    if "untouched" in arguments:
        before = TARGET.read_text("utf-8").partition(UNTOUCHED)[0]
        text = before + "\n".join([*untouched(log), ""])
    else:
        text = written(measured(), log)
    TARGET.write_text(text, "utf-8", newline="\n")


def measured() -> Figures:
    """Measure on the worked half and on everything else that is no sealed half."""
    book = load()
    return Figures(
        recall.measure(paths("worked"), a_class=recall.A_CLASS),
        twins.measure(twins.load(), book),
        innocent.measure(book),
        catalogue.measure(book),
        rounding.measure_many(CLAIMS),
    )


def written(figures: Figures, log: str) -> str:
    """The text of the file."""
    sections = (
        _head(),
        of_worked(figures.worked),
        _of_passages(figures),
        _of_rounding(figures.rounding),
        untouched(log),
    )
    return "\n\n".join("\n".join(section) for section in sections) + "\n"


def _head() -> Iterator[str]:
    yield "# 准确率"
    yield ""
    yield "本页由 `python docs/accuracy.py` 测量并写成，不要手改。报告、单位、项目都是编的。"
    yield "“看得见的错”：改动之后，按所印的精度已不可能成立；改了仍说得通的不计。"


def shares_told(text: str) -> dict[str, float]:
    """The percentages by class of the worked half that a text of this file tells."""
    table = text.partition(UNTOUCHED)[0]
    rows = re.findall(r"^\| ([a-z-]+) \|.*\| ([\d.]+)% \|$", table, re.MULTILINE)
    return {cls: float(percent) for cls, percent in rows}


def of_worked(measured: recall.Recall) -> Iterator[str]:
    """The worked half by class, and what is told of its clean texts."""
    yield "## 编写规则时看着的一半"
    yield ""
    yield f"{len(paths('worked'))} 份报告，每份标出了哪些数字、词句互相有关。每次只改一处"
    yield "（换一位、调两位、漏一位、错一级单位、删一章、改一个编号……），逐份检查；"
    yield "新出现的须修改或请核对指在所改的那组数字上，才算找到。"
    yield f"每份报告每类至多改 {recall.A_CLASS} 处，均匀取。"
    yield "`python tests/benchmarks/accuracy/measure.py worked` 把能改的都改一遍。"
    yield ""
    yield from _table(measured.made, measured.caught)
    yield ""
    yield f"按所印精度仍说得通、没有计入的改动：{measured.equivalent} 处。"
    yield (
        f"未改动的原文 {measured.characters} 字，误报："
        + "，".join(
            f"{name} {measured.false[severity]} 处（每千字 {measured.a_thousand(severity):.3f}）"
            for severity, name in (("error", "须修改"), ("warning", "请核对"))
        )
        + "。"
    )


def _of_passages(figures: Figures) -> Iterator[str]:
    pairs, right, rows = figures.twins, figures.innocent, figures.catalogue
    yield "## 没有看过规则的人写的短文"
    yield ""
    yield "| 短文 | 有错的 | 找到 | 比例 | 无错的 | 误报：须修改 | 误报：请核对 |"
    yield "|---|--:|--:|--:|--:|--:|--:|"
    made, found = pairs.pairs.total(), pairs.found.total()
    alarms = f"{made} | {pairs.errors.total()} | {pairs.warnings.total()}"
    yield f"| 成对的句子（twins.yaml） | {made} | {found} | {_percent(found, made)} | {alarms} |"
    alarms = f"{right.passages} | {len(right.wrong)} | {len(right.doubted)}"
    yield f"| 全对的句子（innocent.yaml） | — | — | — | {alarms} |"
    made, found = rows.wrong.total(), rows.found.total()
    alarms = f"{rows.right} | 各级合计 {len(rows.alarms)} |"
    shares = f"{made} | {found} | {_percent(found, made)}"
    yield f"| 规则目录各行（catalogue.yaml） | {shares} | {alarms} |"
    yield ""
    yield "成对的句子只差一个数或一个词，指在所差之处才算找到；全对的句子只看核对数字的各家族；"
    yield "规则目录的短文要由那一行的规则指出才算，许多要通读全文或懂得意思才看得出来。"


def _of_rounding(outcome: Outcome) -> Iterator[str]:
    yield "## 四舍五入"
    yield ""
    yield "随机生成的真话：数字先算准，再照人的写法取舍（去尾零、约、近、换单位），不应报须修改。"
    yield "每句另改错一位，改后按所印精度仍成立的不计。种子固定。"
    yield "十万句由 `pytest tests/benchmarks/test_rounding.py -m slow` 核对。"
    yield ""
    claims, made, found = outcome.claims.total(), outcome.mutated.total(), outcome.found.total()
    wrong, doubted = len(outcome.errors), outcome.warned.total()
    yield f"- 真话 {claims} 句：须修改 {wrong} 处，请核对 {doubted} 句。"
    yield f"- 改错而看得见的 {made} 句：找到 {found} 句，{_percent(found, made)}。"


def untouched(log: str) -> Iterator[str]:
    """The last logged run on the untouched half, by class if it was logged so."""
    *_, last = log.strip().splitlines()
    totals, _, classes = last.partition("; ")
    day, commit, figures = totals.split(" ", 2)
    share, errors, warnings = re.findall(r"[\d.]+%?", figures)
    yield UNTOUCHED
    yield ""
    yield f"另 {len(paths('untouched'))} 份报告封存着，没有人照着它们写规则，也不看漏了哪些，"
    yield "只记数字（`tests/benchmarks/accuracy/untouched-runs.log`）；测法同上。"
    yield ""
    alarms = f"须修改 {errors} 处，请核对 {warnings} 处"
    yield f"最近一次（{day}，{commit}）：找到 {share}；每千字误报{alarms}。"
    yield ""
    parts = re.findall(r"(\S+) ([\d.]+%) of (\d+)", classes)
    if not parts:
        yield "这一次没有分类记录。"
        return
    yield "| 类 | | 看得见的错 | 比例 |"
    yield "|---|---|--:|--:|"
    for cls, percent, made in parts:
        yield f"| {cls} | {NAMES.get(cls, '')} | {made} | {percent} |"


def _table(made: Mapping[str, int], found: Mapping[str, int]) -> Iterator[str]:
    yield "| 类 | | 看得见的错 | 找到 | 比例 |"
    yield "|---|---|--:|--:|--:|"
    for cls in sorted(made):
        counts = f"{made[cls]} | {found[cls]} | {_percent(found[cls], made[cls])}"
        yield f"| {cls} | {NAMES.get(cls, '')} | {counts} |"
    every, all_found = sum(made.values()), sum(found.values())
    yield f"| 合计 | | {every} | {all_found} | {_percent(all_found, every)} |"


def _percent(part: int, whole: int) -> str:
    return f"{part / max(1, whole):.1%}"


if __name__ == "__main__":
    main(sys.argv[1:])
