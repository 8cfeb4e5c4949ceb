"""One letter a unit, ready to send back: its findings in the reviewer's words, and a 回执表.

What a reviewer rejected stays out; a unit of which there is nothing to say gets no letter.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import count, groupby
from pathlib import Path

from linter.facts.numeral import write as chinese
from linter.output import Options
from linter.output.letters.paper import Paper
from linter.output.safe import Names, cut
from linter.output.standing import (
    LEVELS,
    SAYS,
    Item,
    Standing,
    Unit,
    is_unread,
    levels,
    place,
    project,
)
from linter.output.words import broken, says
from linter.regexes.late import regex
from linter.season import Entry, Season

_TITLES = ("序号", "问题", "整改情况", "佐证", "经办人", "电话")
_SHARES = (8, 36, 23, 12, 10, 11)
_LONGEST, _SHORT, _QUOTE = 2000, 120, 60
"""Characters of a finding in the letter, in the table, and of a quote."""
_ENDED = regex(r"[。！？!?；;.]\s*$")
_BLANK_DAY = "　　年　　月　　日"


def write(season: Season, target: Path, options: Options) -> None:  # noqa: ARG001 - Chinese only
    """Writes the letters of a season into a folder that is there."""
    for name, data in letters(season):
        (target / name).write_bytes(data)


def letters(season: Season) -> Iterator[tuple[str, bytes]]:
    """Each letter: a name for its file, and the Word file."""
    standing, names = Standing(season), Names()
    for unit in standing.units():
        data = _letter(unit, standing)
        if data is not None:
            yield names.file(f"{unit.label}复核反馈", ".docx"), data


def _letter(unit: Unit, standing: Standing) -> bytes | None:
    entries = list(standing.entries(unit))
    found = [(entry, kept) for entry in entries if (kept := _kept(entry, standing))]
    if not (found or unit.missing):
        return None
    paper = Paper()
    paper.add(f"关于{unit.label}绩效自评材料\n复核情况的反馈意见", "Title")
    paper.add(f"{unit.name}：", "Address")
    told = [item for entry, kept in found if not is_unread(entry) for item in kept]
    paper.add(_opening(unit, entries, told))
    heading, number = count(1), count(1)
    listed: list[list[str]] = []
    for entry, kept in found:
        paper.add(f"{_heading(next(heading))}、{_named(entry)}", "Heading1")
        if is_unread(entry):
            _unread(paper, kept, number, listed)
        else:
            _findings(paper, kept, number, listed)
    if unit.missing:
        paper.add(f"{_heading(next(heading))}、应报未报的材料", "Heading1")
        for row in unit.missing:
            what = f"{row.key.project or '绩效自评材料'}（应报送清单第{row.row}行）"
            paper.add(_numbered(number, f"{what}未收到，请报送或说明。", listed))
    paper.keep()
    paper.add("（复核单位盖章）", "Signed")
    paper.keep()
    paper.add(_BLANK_DAY, "Signed")
    paper.add("绩效自评问题整改回执表", "Title", new_page=True)
    paper.table(_TITLES, _SHARES, listed)
    paper.add(f"填报单位（盖章）：　　　　　　负责人：　　　　　　填报日期：{_BLANK_DAY}", "Cell")
    return paper.bytes()


def _kept(entry: Entry, standing: Standing) -> list[Item]:
    """What is to be told of a submission; of an unread one only what kept it from being read."""
    kept = standing.kept(entry)
    gravest = [item for item in kept if item.level == kept[0].level]
    return gravest if is_unread(entry) else kept


def _opening(unit: Unit, entries: Sequence[Entry], items: Sequence[Item]) -> str:
    whole, unread, number = len(entries), sum(map(is_unread, entries)), levels(items)
    came = f"共收到{whole}份，已检查{whole - unread}份"
    came += f"，未能检查{unread}份" if unread else ""
    came += f"，应报未报{len(unit.missing)}份" if unit.missing else ""
    counts = [f"{SAYS[n]}（{n}）{number[n]}处" for n in LEVELS.values() if number[n]]
    told = f"发现{'、'.join(counts)}。" if counts else ""
    return (
        f"根据绩效自评复核工作安排，我们检查了你单位报送的绩效自评材料：{came}。{told}"
        f"现反馈如下，请逐条改正或说明理由，于{_BLANK_DAY}前报回修改后的材料和整改回执表。"
    )


def _named(entry: Entry) -> str:
    file = entry.path.rpartition("/")[2]
    name = project(entry)
    return name if name == file else f"{name}（{file}）"


def _findings(paper: Paper, items: list[Item], number: count[int], listed: list[list[str]]) -> None:
    """The findings of a submission, the gravest first."""
    groups = groupby(items, key=lambda item: item.level)
    for at, (level, group) in enumerate(groups, 1):
        alike = list(group)
        paper.add(f"（{chinese(at)}）{SAYS[level]}（{level}），{len(alike)}处", "Heading2")
        for item in alike:
            told = _told(item)
            paper.add(_numbered(number, told, listed, f"{level}　{item.told.finding.message}"))


def _unread(paper: Paper, items: list[Item], number: count[int], listed: list[list[str]]) -> None:
    """Why a submission could not be checked: no error of the report's, so without a level."""
    paper.add("未能检查，请处理后重新报送或说明", "Heading2")
    for item in items:
        short = f"未能检查　{item.told.finding.message}"
        paper.add(_numbered(number, _told(item), listed, short))


def _numbered(number: count[int], told: str, listed: list[list[str]], short: str = "") -> str:
    """What is told with its number, under which the table lists it too."""
    at = next(number)
    listed.append([str(at), cut(short or told, _SHORT), "", "", "", ""])
    return f"{at}．{cut(told, _LONGEST)}"


def _told(item: Item) -> str:
    """A finding in a sentence or two: where, what, the arithmetic, what to do."""
    finding, excerpt = item.told.finding, item.told.excerpt
    file = finding.path if item.entry and finding.path != item.entry.path else ""
    where = place(file, finding.place, finding.section, excerpt)
    quote = finding.quote.strip()
    parts = [_sentence(f"{where}：{finding.message}" if where else finding.message)]
    if quote and not says(finding.message, quote):
        parts.append(_sentence(f"原文“{cut(quote, _QUOTE)}”"))
    calculation = broken(finding.calculation)
    if calculation and not says(finding.message, calculation):
        parts.append(_sentence(f"算式：{calculation}"))
    if finding.suggestion and not says(finding.message, finding.suggestion):
        parts.append(_sentence(f"处理建议：{finding.suggestion}"))
    return "".join(parts)


def _heading(number: int) -> str:
    return chinese(number) if number < 100 else str(number)


def _sentence(text: str) -> str:
    return text if _ENDED.search(text) else f"{text}。"
