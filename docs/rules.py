"""Writes ``docs/rules.md``, all shipped rules with their examples, from the rules themselves.

Run from the checkout: ``python docs/rules.py``.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

from linter import rulebook
from linter.output.words import ZH
from linter.rulebook.rule import Failing, Passing, Rule

TARGET = Path(__file__).parent / "rules.md"
FAMILIES = list(ZH.families)


def main() -> None:
    """Write the file."""
    TARGET.write_text(written(), "utf-8", newline="\n")


def written() -> str:
    """The text of the file."""
    rules = sorted(rulebook.load().rules, key=lambda rule: list(FAMILIES).index(family(rule)))
    lines = [
        "# 随附的规则",
        "",
        f"共 {len(rules)} 条。本页由 `python docs/rules.py` 从 `rules/` 生成，不要手改。",
        "级别：须修改（error）、请核对（warning）、可优化（info）；✗ 应指出，✓ 不应指出。",
    ]
    for name, members in groupby(rules, key=family):
        lines += ["", f"## {ZH.families[name]}（{name}）"]
        for rule in members:
            lines += ["", *section(rule)]
    return "\n".join(lines) + "\n"


def family(rule: Rule) -> str:
    """The part of a rule's id before the slash."""
    return rule.id.partition("/")[0]


def section(rule: Rule) -> Iterator[str]:
    """What is told of one rule."""
    header = rule.header
    rows = f"目录 {'、'.join(header.catalogue)}；" if header.catalogue else ""
    yield f"### {rule.id} {header.name}"
    yield ""
    yield f"- {ZH.severities[header.severity]}；{rows}种类 `{rule.kind}`"
    yield f"- 依据：{header.basis}"
    yield f"- 理由：{header.why}"
    yield f"- 建议：{header.suggest.zh}"
    for example in header.examples.failing:
        told = f"{asked(example)}{plain(example.text)}{laid(example)}"
        yield f"- ✗ {told} → {plain(example.quote)}"
    for example in header.examples.passing:
        yield f"- ✓ {asked(example)}{plain(example.text)}{laid(example)}"


def asked(example: Passing | Failing) -> str:
    """The profile that an example asks for."""
    return f"（--profile {example.profile}）" if example.profile else ""


def laid(example: Passing | Failing) -> str:
    """The layout that an example states."""
    return f"（{example.layout.told()}）" if example.layout else ""


def plain(text: str) -> str:
    """An example in one line, as code."""
    return "`" + text.strip().replace("\n", "⏎").replace("`", "'") + "`"


if __name__ == "__main__":
    main()
