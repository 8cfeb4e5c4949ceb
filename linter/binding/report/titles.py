"""What a report's title says of it — unit and project — and names in the text that nearly agree."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from linter.model import Block, Document, Outline
from linter.regexes.late import regex

_HEAD = regex(r"^[\s#*]*(?:附件\d*[:、.]?)?(?:关于)?")
_KIND = regex(r"(?:项目支出|支出|使用|实施)?(?:情况)?的?(?:绩效|自评|评价).*$")
_YEAR = regex(r"[(（]?(?:19|20)\d\d ?(?:年度?)?[)）]?(?:关于)?")
_MARKS = regex(r"[\s《》“”\"〈〉]|关于$")
_REGION = regex(r"^[^省市县区州旗镇乡]{1,6}[省市县区州旗镇乡]")
_FEWEST = 6
"""How many characters a name must have, so that another that is nearly it is no other name."""
_LAST = 8
"""How many paragraphs at the end may hold the signature."""
_SHORT = 40
_JOINTS = frozenset("和与及、")
"""What joins two names, of which the second may end as the one does: 人工影响天气和防灾减灾."""


class Subject(Struct, frozen=True):
    """A title's unit and project; either may be empty."""

    unit: str
    project: str


def subject(title: str) -> Subject:
    """What stands in a title before and behind its year, without the kind of document."""
    plain = _KIND.sub("", _HEAD.sub("", title.replace("\n", "")))
    before, _, after = (_YEAR.sub("\0", plain, count=1)).partition("\0")
    unit, project = _MARKS.sub("", before), _MARKS.sub("", after)
    if len(project) > 1:
        return Subject(unit, project)
    return Subject("", _REGION.sub("", unit))


def near_names(
    text: str, name: str, endings: tuple[str, ...], siblings: tuple[str, ...]
) -> Iterator[tuple[int, int]]:
    """Where the text has a name that is this one but for a character, or two swapped.

    It must have one of the endings (项目, 资金) behind it; ``siblings`` are characters that tell
    one name from another (东西南北).
    """
    ending = max((e for e in endings if name.endswith(e)), key=len, default="")
    core = name[: len(name) - len(ending)]
    size = len(core)
    if size < _FEWEST:
        return
    third = size // 3
    cuts = ((0, third), (third, 2 * third), (2 * third, size))
    found = {at - low for low, high in cuts for at in _places(text, core[low:high]) if at >= low}
    for start in sorted(found):
        end = start + size
        other = text[start:end]
        if any(c in _JOINTS and c not in core for c in other):
            continue
        if text.startswith(endings, end) and is_near(core, other, siblings):
            yield start, end


def near_units(
    document: Document,
    outline: Outline,
    unit: str,
    labels: tuple[str, ...],
    siblings: tuple[str, ...],
) -> Iterator[tuple[int, int]]:
    """Where a form's field for the unit, or the signature, has nearly the title's name."""
    if len(unit) < _FEWEST:
        return
    blocks = [b for b in document.blocks if 0 < b.end - b.start <= _SHORT]
    closing = {b.start for b in document.blocks[-_LAST:]}
    for before, block in zip([None, *blocks], blocks, strict=False):
        words = document.folded[block.start : block.end].rstrip()
        label = words[: -len(unit)].strip() if len(words) > len(unit) else ""
        named = (
            label.rstrip(": ").endswith(labels) if label else _is_label(document, before, labels)
        )
        signed = not label and block.start in closing and block.start > outline.title_end
        if (named or signed) and is_near(unit, words[-len(unit) :], siblings):
            end = block.start + len(words)
            yield end - len(unit), end


def _is_label(document: Document, block: Block | None, labels: tuple[str, ...]) -> bool:
    """Whether a cell before another names what that one holds."""
    if block is None or block.kind != "cell":
        return False
    return document.folded[block.start : block.end].strip(" :").endswith(labels)


def is_near(name: str, other: str, siblings: tuple[str, ...]) -> bool:
    """Whether a name is another but for one character, or two neighbours swapped."""
    if len(name) != len(other):
        return False
    at = [i for i, (a, b) in enumerate(zip(name, other, strict=True)) if a != b]
    if len(at) == 2 and at[1] == at[0] + 1:
        return name[at[0]] == other[at[1]] and name[at[1]] == other[at[0]]
    if len(at) != 1:
        return False
    pair = name[at[0]], other[at[0]]
    return all(c.isalpha() for c in pair) and not any(
        pair[0] in group and pair[1] in group for group in siblings
    )


def _places(text: str, part: str) -> Iterator[int]:
    at = text.find(part)
    while at >= 0:
        yield at
        at = text.find(part, at + 1)
