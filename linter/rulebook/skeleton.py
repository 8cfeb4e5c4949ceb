"""A commented skeleton of a new rule: a shipped rule of its kind, to be changed word by word.

What stands in it is what the rule book itself reads, so that it passes ``jixiao test-rules`` as it
is and cannot go stale.
"""

from __future__ import annotations

import re
from pathlib import Path

from linter.rulebook.book import Rulebook
from linter.rulebook.rule import FAMILIES, Rule, given

_COMMENTS = {
    "id": f"编号：家族/英文短名，不要与内置规则相同。家族：{'、'.join(FAMILIES)}",
    "catalogue": "对应规则目录的哪一行；没有就写 []",
    "name": "名称：哪里不对，十来个字",
    "checks": "核对什么：不说对错的名称，核对无误时用它",
    "severity": "级别：error（须修改）、warning（请核对）、info（可优化）",
    "basis": "依据：文号和条款，没查到原文的写“待核”",
    "why": "理由：为什么这是问题，一句话",
    "message": "给填报人看的话；花括号里的名称会换成查到的内容",
    "suggest": "怎样改",
    "examples": "正例（pass）不应报，反例（fail）应在 quote 处报；各写三个以上，说法不同",
}
_KIND = "检查的种类和参数：改成自己的词、数和等式"


def model(kind: str, book: Rulebook) -> Rule | None:
    """The shipped rule of a kind that shows most of its parameters, of these the shortest."""
    rules = [rule for rule in book.rules if rule.kind == kind]
    return min(rules, key=lambda rule: (-len(given(rule.spec)), len(source_of(rule))), default=None)


def skeleton(rule: Rule) -> str:
    """The text of a rule file whose only rule is like ``rule``, with a comment above each part."""
    family, _, slug = rule.id.partition("/")
    lines = [
        f"# 以内置规则 {rule.id} 为样本的一条新规则。逐项改成自己的，再检验：",
        "# jixiao test-rules 本文件；检查报告时用 jixiao lint --rules 本文件 报告.txt",
    ]
    for line in source_of(rule).splitlines():
        key = re.match(r"(?:- |  )([a-z-]+):", line)
        if key is not None:
            comment = _KIND if key[1] == rule.kind else _COMMENTS[key[1]]
            lines += ["", f"{'' if line[0] == '-' else '  '}# {comment}"]
        lines.append(line)
    text = "\n".join(lines) + "\n"
    return text.replace(f"- id: {family}/{slug}", f"- id: {family}/my-{rule.kind}", 1)


def source_of(rule: Rule) -> str:
    """The rule as it stands in its file."""
    text = Path(rule.source).read_text("utf-8")
    start = text.index(f"- id: {rule.id}\n")
    following = re.compile(r"^(?:- id: |#)", re.MULTILINE).search(text, start + 1)
    return text[start : following.start() if following else len(text)]
