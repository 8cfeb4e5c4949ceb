"""A commented skeleton of a new rule: a shipped rule of its kind, to be changed word by word.

What stands in it is what the rule book itself reads, so that it passes ``jixiao test-rules`` as it
is and cannot go stale.
"""

from __future__ import annotations

import re
from pathlib import Path

from linter.rulebook.book import Rulebook
from linter.rulebook.descriptions import descriptions
from linter.rulebook.rule import FAMILIES, Rule, given

_PART = re.compile(r"写法见 (\w+)")
_TOP, _INNER = re.compile(r"(?:- |  )([a-z-]+):"), re.compile(r"    ([a-z-]+):")
"""A field of the rule, and a parameter of its kind."""


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
    inside = False
    for line in source_of(rule).splitlines():
        if top := _TOP.match(line):
            inside = top[1] == rule.kind
            indent = "" if line[0] == "-" else "  "
            comments = _of_kind(rule, line) if inside else [_of_field(top[1])]
            lines += ["", *(f"{indent}# {comment}" for comment in comments)]
        elif inside and (inner := _INNER.match(line)):
            lines += (f"    # {comment}" for comment in _of_parameter(rule, inner[1]))
        lines.append(line)
    text = "\n".join(lines) + "\n"
    return text.replace(f"- id: {family}/{slug}", f"- id: {family}/my-{rule.kind}", 1)


def _of_field(name: str) -> str:
    """What is said above a field of the rule."""
    families = f"。家族：{'、'.join(FAMILIES)}" if name == "id" else ""
    return descriptions().header[name] + families


def _of_kind(rule: Rule, line: str) -> list[str]:
    """What is said above the kind: what it checks, parameters in its own line, those not there."""
    told = descriptions().kinds[rule.kind]
    shown = list(given(rule.spec))
    comments = [f"检查的种类 {rule.kind}：{told.checks}"]
    if not line.endswith(":"):
        for name in shown:
            first, *more = _of_parameter(rule, name)
            comments += [f"{name}：{first}", *more]
    if others := [name for name in told.parameters if name not in shown]:
        comments.append(f"这里没有用到的参数：{'、'.join(others)}（说明见 jixiao schema）")
    return comments


def _of_parameter(rule: Rule, name: str) -> list[str]:
    """What is said of a parameter, and of the parameters that stand in it."""
    told = descriptions().kinds[rule.kind].parameters[name]
    part = _PART.search(told)
    if part is None:
        return [told]
    inside = descriptions().parts[part[1]].parameters
    source = source_of(rule)
    used = [each for each in inside if re.search(rf"(?<![\w-]){each}:(?=\s)", source)]
    return [told, *(f"  {each}：{inside[each]}" for each in used)]


def source_of(rule: Rule) -> str:
    """The rule as it stands in its file."""
    text = Path(rule.source).read_text("utf-8")
    start = text.index(f"- id: {rule.id}\n")
    following = re.compile(r"^(?:- id: |#)", re.MULTILINE).search(text, start + 1)
    return text[start : following.start() if following else len(text)]
