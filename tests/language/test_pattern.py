"""The pattern language: each construct, each refusal, and time linear in the text."""

from __future__ import annotations

import random
import re
import time
from collections.abc import Callable, Iterator
from functools import cache

import lark
import pytest

from linter.facts.codes import FILLER
from linter.language.pattern import PatternError, compile_pattern
from tests.cases import book, case

WORDS = {"more": ["多", "多出", "高（于）"], "none": []}
Match = Callable[[str, str], list[str]]


def compiled(source: str, window: str = "clause") -> re.Pattern[str]:
    return re.compile(compile_pattern(source, book().codes, WORDS, window).regex)


def found(source: str, text: str, window: str = "clause") -> list[str]:
    """What a pattern matches in a text."""
    masked = case(text).masked
    return [text[m.start() : m.end()] for m in compiled(source, window).finditer(masked) if m[0]]


@pytest.mark.parametrize(
    ("source", "text", "matches"),
    [
        # literals; blanks between them mean nothing
        ("截止", "截止目前", ["截止"]),
        ("截 止", "截止目前", ["截止"]),
        ("（无）", "其他（无）", ["（无）"]),
        ("\\(无\\)", "其他（无）和(无)", ["（无）", "(无)"]),
        ("a.c", "abc a.c", ["a.c"]),
        ("\\|", "甲|乙", ["|"]),
        ("\\…", "略…", ["…"]),
        ("[甲]", "甲[甲]", ["[甲]"]),
        # alternatives and groups
        ("甲|乙", "乙甲丙", ["乙", "甲"]),
        ("甲(乙|丙丁)戊", "甲乙戊，甲丙丁戊，甲丁戊", ["甲乙戊", "甲丙丁戊"]),
        ("(甲|)乙", "乙", ["乙"]),
        # optional
        ("甲乙?丙", "甲丙，甲乙丙", ["甲丙", "甲乙丙"]),
        ("甲(乙丙)?丁", "甲丁，甲乙丙丁，甲乙丁", ["甲丁", "甲乙丙丁"]),
        # what must not, and what must follow
        ("截止!(到|日期)", "截止到，截止日期，截止目前", ["截止"]),
        ("截止=(目前|现在)", "截止日期，截止目前", ["截止"]),
        ("甲!(乙)…3丁", "甲乙丁，甲丙丁", ["甲丙丁"]),
        # gaps
        ("甲…2乙", "甲乙，甲一乙，甲丙丁乙，甲丙丁戊乙", ["甲乙", "甲一乙", "甲丙丁乙"]),
        ("甲…乙", "甲" + "丙" * 30 + "乙", ["甲" + "丙" * 30 + "乙"]),
        ("甲…乙", "甲" + "丙" * 31 + "乙", []),
        ("甲…120乙", "甲" + "丙" * 120 + "乙", ["甲" + "丙" * 120 + "乙"]),
        ("甲…0乙", "甲乙，甲丙乙", ["甲乙"]),
        ("甲…9乙", "甲丙乙丁乙", ["甲丙乙"]),
        # edges
        ("^无$", "无\n略。无\n无", ["无", "无"]),
        ("^无$", "    无\n 略。无\n", ["    无"]),
        ("无。$", "无。无。\n", ["无。"]),
        # word sets
        ("@more", "多出，多，高于，高(于)", ["多出", "多", "高(于)"]),
        ("比{:money}@more{:money}", "比5万元多出3万元", ["比5万元多出3万元"]),
        # slots
        ("{:money}", "到位5万元，培训30人", ["5万元"]),
        ("{:household}!(比|与)", "34户比88户", ["88户"]),
        ("{:person}", "到位5万元，培训30人", ["30人"]),
        ("{:any}", "到位5万元，培训30人，2018年5月", ["5万元", "30人"]),
        ("{:count}", "30人、5户、3个、5万元、95%", ["30人", "5户", "3个"]),
        ("{:count:个}", "3个村，5家企业", ["3个"]),
        ("{:percent}", "约95.5%、5个百分点", ["约95.5%"]),
        ("{:number}", "共5，共5个", ["5"]),
        ("{:date}", "2018年5月3日、2018年", ["2018年5月3日"]),
        ("{:year}", "2018年5月3日、2018年", ["2018年"]),
        ("{:year}", "去年、上年度、2018年、合同期", ["去年", "上年度", "2018年"]),
        ("{:period}", "2018年5月、2018年", ["2018年5月"]),
        ("{:period}", "年初、3月、三季度", ["年初", "3月", "三季度"]),
        ("{:relative}", "今年、上年", ["今年"]),
        ("(年初|原) 预算", "年初预算、原预算、3月预算", ["年初预算", "原预算"]),
        ("上年 {:any}", "上年5个、2018年5个", ["上年5个"]),
        ("{:doc-number}", "甲财〔2018〕5号", ["甲财〔2018〕5号"]),
        ("{:ordinal}", "第3批", ["第3批"]),
        ("{:placeholder}", "20XX年", ["20XX年"]),
        ("{:malformed}", "7,00.0,77元", ["7,00.0,77元"]),
        ("由{from:money}至{to:money}", "由5万元至8万元", ["由5万元至8万元"]),
        ("5万元", "到位5万元", []),
    ],
)  # fmt: skip
def test_construct(source: str, text: str, matches: list[str]) -> None:
    assert found(source, text) == matches


def test_literals_are_folded_like_the_text() -> None:
    assert compile_pattern("（甲）：", book().codes, {}) == compile_pattern(
        "\\(甲\\):", book().codes, {}
    )


@pytest.mark.parametrize(
    ("window", "text", "matches"),
    [
        ("report", "甲。乙丁\n", ["甲。乙丁"]),
        ("section", "甲。乙\n丁", []),
        ("clause", "甲乙；丙丁", []),
        ("sentence", "甲乙；丙丁", ["甲乙；丙丁"]),
        ("sentence", "甲乙。丙丁", []),
        ("block", "甲乙。丙丁", ["甲乙。丙丁"]),
        ("block", "甲乙\n丙丁", []),
    ],
)
def test_gap_stays_in_its_window(window: str, text: str, matches: list[str]) -> None:
    assert found("甲…丁", text, window) == matches


def test_slots_are_named_groups_at_their_figures() -> None:
    text = "比2017年的5万元多出3万元"
    match = compiled("{base:money}@more{delta:money}").search(case(text).masked)
    assert match is not None
    assert [text[slice(*match.span(name))] for name in ("base", "delta")] == ["5万元", "3万元"]


@pytest.mark.parametrize(
    ("source", "reason"),
    [
        ("甲(乙", "第"),
        ("甲)", "第 2 个字符"),
        ("甲{a:money", "第 2 个字符"),
        ("甲?", None),
        ("甲??", "第 3 个字符"),
        ("?甲", "第 1 个字符"),
        ("甲\\", "第 2 个字符"),
        ("!甲", "第"),
        ("{A:money}", "第 1 个字符"),
        ("{:weight}", "没有名为 weight 的量纲"),
        ("@less", "没有名为 @less 的词组"),
        ("{a:money}{a:money}", "槽位 a 出现两次"),
        ("甲…121乙", "至多 120 个字，这里是 121 个"),
        ("…甲…乙…丙…丁…", "有 5 处省略，至多 4 处"),
        ("甲" * 900, "太长"),
        ("(" * 300 + "甲" + ")" * 300, "括号太深"),
    ],
)
def test_refusal_says_what_is_wrong(source: str, reason: str | None) -> None:
    if reason is None:
        compile_pattern(source, book().codes, WORDS)
        return
    with pytest.raises(PatternError, match=re.escape(reason)):
        compile_pattern(source, book().codes, WORDS)


LETTERS = "甲乙丙"
SLOTS = ("{:money}", "{:any}", "{:count}", "{:percent}")


def random_pattern(rng: random.Random, depth: int = 0) -> str:
    """Alternatives of up to six items; groups at most three deep; gaps short but for one."""
    sequences = ("".join(_items(rng, depth)) for _ in range(rng.choice((1, 1, 1, 2, 3))))
    return "|".join(sequences)


def _items(rng: random.Random, depth: int) -> Iterator[str]:
    for _ in range(rng.randint(1, 6)):
        kind = rng.randrange(10)
        if kind < 4:
            yield rng.choice(LETTERS) + rng.choice(("", "", "?"))
        elif kind < 6:
            yield rng.choice(SLOTS) + rng.choice(("", "?"))
        elif kind == 6:
            yield rng.choice(("…0", "…1", "…2", "…3", "…6", "…40" if depth == 0 else "…2"))
        elif kind == 7:
            yield "@letters" + rng.choice(("", "?"))
        elif depth < 3:
            yield rng.choice(("", "", "!", "=")) + f"({random_pattern(rng, depth + 1)})"


def accepted_patterns(count: int) -> Iterator[tuple[str, str]]:
    """So many random patterns that the language accepts, with what they compile to."""
    rng = random.Random(count)
    words = {"letters": ["甲", "甲乙", "乙甲", "丙丙"]}
    while count:
        source = random_pattern(rng)
        try:
            regex = compile_pattern(source, book().codes, words).regex
        except PatternError:
            continue
        if source.count("…40") <= 1:
            count -= 1
            yield source, regex


def adversarial_texts(rng: random.Random, regex: str, size: int) -> list[str]:
    """Texts of the characters that a pattern waits for, so that it nearly matches everywhere."""
    alive = [c for c in LETTERS if c in regex] or ["丁"]
    figures = [book().codes[name] + FILLER * rng.randint(0, 6) for name in ("money", "percent")]
    pieces = [*alive, *figures]
    period = "".join(rng.choices(pieces, k=rng.randint(1, 5)))
    mixed = "".join(rng.choices(pieces, k=size))
    return [
        (alive[0] * size),
        (period * size)[:size],
        mixed[:size],
        (figures[0][0] + FILLER * size)[:size],
    ]


def seconds(regex: re.Pattern[str], text: str, rounds: int = 1) -> float:
    """The least CPU time that a search of the whole text takes."""
    times = []
    for _ in range(rounds):
        begin = time.process_time()
        for _ in regex.finditer(text):
            pass
        times.append(time.process_time() - begin)
    return min(times)


def is_linear(regex: re.Pattern[str], text: str) -> bool:
    """Whether eight times the text takes less than 16 times as long (quadratic: 64).

    A short text is looked at first; in doubt one longer than all gaps together, where time tells.
    """
    if seconds(regex, text[:800]) < 12 * seconds(regex, text[:100], 3) + 0.00003:
        return True
    return any(seconds(regex, text) < 16 * seconds(regex, text[:800], 5) + 0.001 for _ in range(4))


def test_quadratic_time_would_be_seen() -> None:
    assert not is_linear(re.compile("甲*乙"), "甲" * 6400)


@pytest.mark.parametrize("count", [150, pytest.param(10_000, marks=pytest.mark.slow)])
def test_random_patterns_take_linear_time(count: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lark, "Lark", cache(lark.Lark))
    rng = random.Random(count)
    slow = [
        (source, text[:20])
        for source, written in accepted_patterns(count)
        for text in adversarial_texts(rng, written, 6400)
        if not is_linear(re.compile(written), text)
    ]
    assert slow == []


def test_shipped_patterns_take_linear_time() -> None:
    rng = random.Random(1)
    patterns = book().compiled.patterns
    assert patterns
    for source, written in patterns.items():
        regex = re.compile(written.regex)
        letters = [c for c in source if "一" <= c <= "鿿"] or ["甲"]
        text = "".join(rng.choices([*letters, book().codes["money"]], k=4000))
        assert seconds(regex, text) < 0.25, source


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ("截止 =(目前|当前)", [("截止",)]),
        ("甲乙 …4 丙", [("甲乙",), ("丙",)]),
        ("甲 (乙丙丁|戊己庚) 辛", [("甲乙丙丁辛", "甲戊己庚辛")]),
        ("甲 (乙|丙)? 丁 (戊)?", [("甲乙丁", "甲丙丁", "甲丁")]),
        ("(甲|乙丙)? 丁", [("丁",)]),
        ("(甲|乙|丙|丁) (子|丑|寅|卯)", [("甲", "乙", "丙", "丁"), ("子", "丑", "寅", "卯")]),
        ("@letters 丙", [("甲乙丙", "乙甲丙")]),
        ("{:money} 甲", [("甲",)]),
        ("甲 (乙 …4 丙|丁戊) 己", [("甲",), ("乙", "丁戊"), ("己",)]),
        ("甲乙 | {:money}", []),
        ("!(甲乙) {:money}", []),
        ("（甲）", [("(甲)",)]),
        ("\\…甲", [("…甲",)]),
    ],
)
def test_the_words_that_any_match_has(source: str, words: list[tuple[str, ...]]) -> None:
    letters = {"letters": ["甲乙", "乙甲"]}
    assert compile_pattern(source, book().codes, letters).words == tuple(words)


def test_no_match_is_without_a_word_of_each_set() -> None:
    """Of random patterns on texts that nearly match everywhere."""
    rng, tried = random.Random(3), 0
    words = {"letters": ["甲", "甲乙", "乙甲", "丙丙"]}
    for source, regex in accepted_patterns(300):
        wanted = compile_pattern(source, book().codes, words).words
        for text in adversarial_texts(rng, regex, 60):
            for match in re.finditer(regex, text):
                tried += 1
                assert all(any(w in match[0] for w in each) for each in wanted), source
    assert tried > 300
