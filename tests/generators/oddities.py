"""Texts that nobody would write: cue words, odd figures, tables and headings thrown together."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Sequence
from datetime import date, timedelta

from linter.rulebook import Rulebook

FIGURES = (
    "０", "〇", "0", "00", "0.00", "-0", "1/0", "0/0", "½", "⅓", "9e99", "1e-9", "二分之一", "零", "○",
    "∞", "NaN", "9" * 40, "9" * 400, "0." + "0" * 60 + "1", "-12.5", "−3", "+7", "1,2,3", "7,00.0,77", "1..2", "１２３．４",
    "2月30日", "13月1日", "2023年2月29日", "0年0月0日", "9999年99月99日", "00:00", "25:61", "2020-2019年", "2023.13—2022.0",
    "“十九五”", "第0届", "第一百零一届", "（）", "()", "(", "）", "[]", "【】", "《》", "〔0〕0号", "某财〔2023〕号",
    "3—5", "5—3", "0—0", "90~100", "≥90", "≤0", "<", ">=", "100%", "0%", "%", "％", "-5%", "1000000%", "‰", "百分之", "百分之零",
    "百分之一百二十", "五成", "零折", "0倍", "十几", "几十", "万", "亿", "半", "两", "一半", "翻一番", "翻零番", "1:0", "①", "㊿", "Ⅳ", "第1", "壹佰",
    "叁万元整", "一二三四五", "10的0次方", "近0", "约0", "不足0", "超过0", "0余", "0多", "3万5千", "3万亩元", "三位",
)  # fmt: skip
"""Figures, and what looks like one."""
UNITS = (
    "", "元", "万元", "亿元", "万", "%", "％", "个百分点", "人", "人次", "户", "个", "项", "家", "分", "亩", "公里", "米", "平方米",
    "吨", "天", "月", "年", "年度", "倍", "成", "元/人", "元/月", "号", "日", "次", "台", "折", "届", "级",
)  # fmt: skip
_JOINTS = (
    "，",
    "、",
    "。",
    "；",
    "：",
    "（",
    "）",
    "\n",
    " ",
    "\t",
    "",
    "",
    "＝",
    "÷",
    "×",
    "+",
    "-",
    "/",
    "其中",
    "等",
    "的",
    "为",
    "是",
    "共",
    "合计",
    "每",
    "分别",
    "“",
    "”",
)
_HEADS = (
    "一、{}",
    "（一）{}",
    "1.{}",
    "1、{}",
    "（1）{}",
    "①{}",
    "第一，{}",
    "一是{}",
    "附件：{}",
    "# {}",
    "### {}",
    "1.1.1 {}",
    "{}（10分）",
    "{}（满分0分，得分0分）",
)
_TITLES = (
    "项目基本情况",
    "资金使用情况",
    "绩效目标完成情况",
    "存在的问题",
    "下一步建议",
    "产出指标",
    "效益指标",
    "满意度",
    "自评结论",
    "评价等级",
    "无",
)
_SHAPES = (
    "{w}{f}，{w}{f}，{w}{f}。", "{w}由{f}{w}到{f}，{w}{f}，{w}{f}。", "{w}{f}（{w}{f}），占{w}{f}的{f}。", "{w}{f}，其中{w}{f}、{w}{f}、{w}{f}，合计{f}。",
    "{w}{f}×{f}={f}，（{f}+{f}）÷{f}={f}。", "预算{f}，到位{f}，支出{f}，{w}{f}，结余{f}，执行率{f}。", "总分{f}，得分{f}，等级为{w}，{f}（含）以上为优，{f}—{f}为良。",
    "发放{f}，收回{f}，有效{f}，{w}率{f}，满意{f}，满意率{f}。", "{w}{f}，每{w}{f}，共{f}。", "上述{f}，比上年{w}{f}，增长{f}，是上年的{f}。",
    "补助{f}个村：{w}、{w}、{w}。", "有以下{f}：一是{w}；二是{w}{f}；三是{w}。", "自{f}至{f}，截至{f}，{w}{f}。", "计划{f}，完成{f}，完成率{f}，超额{f}。",
    "{w}得{f}、{w}得{f}、{w}得{f}，总分{f}。", "单价{f}，数量{f}，金额{f}。", "{w}占{f}、{w}占{f}、{w}占{f}。", "人均{f}，户均{f}，{f}人共{f}。",
)  # fmt: skip

_NUMBER = re.compile(r"\d+(?:\.\d+)?")


class Oddities:
    """Throws texts together from a rule book's words and examples; the same seed, the same text."""

    def __init__(self, book: Rulebook) -> None:
        vocabulary = book.vocabulary
        examples = [rule.header.examples for rule in book.rules]
        self._examples = [e.text for both in examples for e in (*both.passing, *both.failing)]
        self._words = sorted({word for words in vocabulary.cues.values() for word in words})
        self._headers = sorted({word for words in vocabulary.headers.values() for word in words})

    def text(self, seed: int) -> str:
        """A short text of sentences, headings, rows of tables and rubble."""
        rng = random.Random(seed)
        parts: Sequence[Callable[[random.Random], str]] = (
            self._sentence, self._sentence, self._example, self._example, self._heading, self._rubble, self._rows,
        )  # fmt: skip
        title = rng.choice(
            ("", "某县2023年度项目支出绩效自评报告\n", "# 某局部门整体支出绩效自评报告\n")
        )
        return title + "".join(rng.choice(parts)(rng) for _ in range(rng.randint(1, 7)))

    def table(self, seed: int) -> str:
        """A table of random headers, in Markdown or with tabs."""
        rng = random.Random(seed)
        header = rng.choices(self._headers, k=rng.randint(2, 12))
        rows = [header]
        for _ in range(rng.randint(1, 9)):
            name = rng.choice(("合计", "小计", "其中：省级", "总分", self._word(rng), ""))
            rows.append(
                [name, *(self._cell(rng) for _ in header[1:])][: rng.choice((99, 99, 99, 3))]
            )
        caption = rng.choice(("", "单位：万元\n", "单位：元\n"))
        if rng.random() < 0.3:
            return caption + "\n".join("\t".join(row) for row in rows) + "\n"
        rows.insert(1, ["---"] * len(header))
        return (
            f"{self._heading(rng)}{caption}\n"
            + "\n".join(f"| {' | '.join(row)} |" for row in rows)
            + "\n"
        )

    def _word(self, rng: random.Random) -> str:
        return rng.choice(rng.choice((self._words, self._headers, _TITLES)))

    def _figure(self, rng: random.Random) -> str:
        match rng.randrange(5):
            case 0:
                return rng.choice(FIGURES)
            case 1:
                day = date(2016, 1, 1) + timedelta(rng.randrange(4000))
                return rng.choice(
                    (f"{day.year}年{day.month}月{day.day}日", f"{day.year}年", f"{day.month}月")
                )
            case 2:
                return rng.choice(FIGURES) + rng.choice(UNITS)
            case 3:
                return f"{rng.randint(0, 20)}{rng.choice(UNITS)}"
            case _:
                return f"{rng.randint(0, 99999) / 10 ** rng.randint(0, 4)}{rng.choice(UNITS)}"

    def _cell(self, rng: random.Random) -> str:
        figure = self._figure(rng)
        return rng.choice(
            (
                figure,
                figure,
                figure,
                str(rng.randint(0, 120)),
                f"≥{figure}",
                "",
                "—",
                self._word(rng),
            )
        )

    def _sentence(self, rng: random.Random) -> str:
        pieces = rng.choice(_SHAPES).replace("{f}", "\0f").replace("{w}", "\0w").split("\0")
        filled = [pieces[0]]
        for piece in pieces[1:]:
            make = self._figure if piece[0] == "f" else self._word
            filled += (make(rng), piece[1:])
        return "".join(filled) + rng.choice(("", "\n", "\n"))

    def _example(self, rng: random.Random) -> str:
        """An example with other figures, and maybe all in one clause."""
        text = rng.choice(self._examples)
        if rng.random() < 0.5:
            text = re.sub("[。；\n]", "，", text)
        odd = rng.choice((0.0, 0.0, 0.1, 0.4))
        return _NUMBER.sub(lambda found: self._other(found[0], odd, rng), text)

    def _other(self, number: str, odd: float, rng: random.Random) -> str:
        if rng.random() < odd:
            return rng.choice(FIGURES)
        return re.sub(
            r"\d", lambda d: rng.choice("0123456789") if rng.random() < 0.2 else d[0], number
        )

    def _heading(self, rng: random.Random) -> str:
        title = rng.choice((rng.choice(_TITLES), self._word(rng)))
        return f"\n{rng.choice(_HEADS).format(title)}\n"

    def _rubble(self, rng: random.Random) -> str:
        makes = (self._figure, self._word, lambda rng: rng.choice(_JOINTS))
        return "".join(rng.choice(makes)(rng) for _ in range(rng.randint(1, 30)))

    def _rows(self, rng: random.Random) -> str:
        return "\n" + self.table(rng.randrange(2**32)) + "\n"
