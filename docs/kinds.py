"""Writes ``docs/kinds.md``, all kinds of checks with their parameters, from the code and its words.

Run from the checkout: ``python docs/kinds.py``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import msgspec
from msgspec import NODEFAULT, inspect

from linter import checks, rulebook
from linter.model import Severity
from linter.rulebook.descriptions import Described, Part, descriptions
from linter.rulebook.rule import Header, Rule, default_of, given
from linter.rulebook.skeleton import source_of

TARGET = Path(__file__).parent / "kinds.md"
LONGEST = 900
"""How many characters of an example are shown at most; what is longer ``jixiao explain`` shows."""
GUIDE = "[编写自己的规则](rules-authoring.md)"
WORDS = "rules/vocabulary"


def main() -> None:
    """Write the file."""
    TARGET.write_text(written(), "utf-8", newline="\n")


def written() -> str:
    """The text of the file."""
    told, kinds = descriptions(), checks.kinds()
    rules = rulebook.load().rules
    lines = [*head(len(kinds)), "", "| 种类 | 查什么 | 随附规则 |", "|---|---|---|"]
    for name, kind in told.kinds.items():
        count = sum(rule.kind == name for rule in rules)
        lines.append(f"| [`{name}`](#{name}) | {kind.checks} | {count} |")
    lines += ["", "## 每条规则都有的", "", *table(Header, told.header)]
    for name, kind in told.kinds.items():
        of_kind = [rule for rule in rules if rule.kind == name]
        lines += ["", *section(name, kind, kinds[name].spec, of_kind)]
    lines += ["", "# 参数里面的写法"]
    types = parts()
    for name, part in told.parts.items():
        if part.parameters:
            lines += ["", *part_section(name, part, types[name])]
    return "\n".join(lines) + "\n"


def head(kinds: int) -> Iterator[str]:
    """What is said above all kinds."""
    made = "本页由 `python docs/kinds.py` 从 `linter/rulebook/kinds.yaml` 和代码生成，不要手改。"
    yield "# 检查的种类"
    yield ""
    yield f"共 {kinds} 种。{made}"
    yield f"怎样写一条规则，见{GUIDE}；`jixiao new-rule 种类` 写出一条带说明的样本。"
    yield ""
    yield f"- “模式”怎样写，见{GUIDE}第2节；没有写“模式”的，是照原样找的词。"
    yield f"- “表头的种类”见 `{WORDS}/headers.yaml`，“单位的种类”见 `{WORDS}/units.yaml`，"
    yield f"  “@词组”见 `{WORDS}/cues.yaml`，“章节编号”见 `rules/profiles/common.yaml`。"
    yield "- 列表放在方括号里，只有一项也要。写明“必须写”以外的参数都可以不写。"


def section(
    name: str, kind: Described, spec: type[msgspec.Struct], rules: list[Rule]
) -> Iterator[str]:
    """What is told of one kind."""
    yield f"## {name}"
    yield ""
    yield kind.checks
    yield ""
    if kind.parameters:
        yield from table(spec, kind.parameters)
    else:
        yield "没有参数，写 `" + name + ": {}`。"
    example = min(rules, key=lambda rule: (not given(rule.spec), len(lines_of(rule))))
    text = lines_of(example)
    yield ""
    if len(text) > LONGEST:
        yield f"例：`jixiao explain {example.id}`（{example.header.name}）。"
        return
    yield f"例：`{example.id}`（{example.header.name}）："
    yield ""
    yield from ("```yaml", text, "```")


def part_section(name: str, part: Part, struct: type[msgspec.Struct]) -> Iterator[str]:
    """What is told of what stands in parameters."""
    yield from (f"## {name}", "", part.what, "", *table(struct, part.parameters))


def table(struct: type[msgspec.Struct], words: Mapping[str, str]) -> Iterator[str]:
    """The parameters of a type, each with what it is and what it is where it is not written."""
    fields = {field.encode_name: field for field in msgspec.structs.fields(struct)}
    yield "| 参数 | 说明 | 不写时 |"
    yield "|---|---|---|"
    for name, told in words.items():
        linked = re.sub(r"写法见 (\w+)", lambda m: f"写法见 [{m[1]}](#{m[1].lower()})", told)
        cell = re.sub(r"(?<!\\)\|", r"\\|", linked)
        yield f"| `{name}` | {cell} | {shown(default_of(fields[name]))} |"


def shown(default: Any) -> str:
    """What a parameter is where it is not written."""
    if default is NODEFAULT:
        return "必须写"
    if default is None or default in ((), {}, ""):
        return "没有"
    if isinstance(default, Severity):
        return f"`{default.name}`"
    if isinstance(default, tuple):
        return f"`[{', '.join(map(str, default))}]`"
    return f"`{str(default).lower() if isinstance(default, bool) else default}`"


def lines_of(rule: Rule) -> str:
    """The kind with its parameters as it stands in a rule's file."""
    source = source_of(rule)
    start = source.index(f"\n  {rule.kind}:") + 1
    end = re.compile(r"^  [a-z]", re.MULTILINE).search(source, start + 1)
    block = source[start : end.start() if end else len(source)]
    return "\n".join(line.removeprefix("  ") for line in block.rstrip().splitlines())


def parts() -> dict[str, type[msgspec.Struct]]:
    """The types that stand in parameters, and in the fields of a rule, by name."""
    left: list[Any] = [inspect.type_info(Header)]
    left += [inspect.type_info(kind.spec) for kind in checks.kinds().values()]
    found: dict[str, type[msgspec.Struct]] = {}
    while left:
        info = left.pop()
        if isinstance(info, inspect.StructType):
            if info.cls.__name__ in found:
                continue
            found[info.cls.__name__] = info.cls
            left += [field.type for field in info.fields]
        left += [getattr(info, n) for n in ("type", "item_type", "value_type") if hasattr(info, n)]
        left += [*getattr(info, "types", ()), *getattr(info, "item_types", ())]
    return found


if __name__ == "__main__":
    main()
