"""A season against its list: who is missing, what came twice, and whose figures differ."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from hashlib import sha256

import msgspec
from msgspec import Struct, field
from msgspec.structs import replace

from linter.audit.jobs import Known, Stated
from linter.audit.manifest import Amount, Line, figures
from linter.audit.matching import Submitted, match, plain
from linter.items import FindingItem, RelatedItem
from linter.model import TextPlace
from linter.season import Excerpt, Key, Listed, RuleName, Told

_BASIS = "复核惯例（报送材料与系统清单应一致）"
FIGURES = RuleName("consistency/manifest", "与清单不符", "warning", _BASIS)
TWICE = RuleName("consistency/submitted-twice", "重复报送", "warning", _BASIS)
UNLISTED = RuleName("consistency/unlisted", "不在清单", "warning", _BASIS)
OTHER_YEAR = RuleName("consistency/other-year", "年度不符", "warning", _BASIS)
RULES = (FIGURES, OTHER_YEAR, TWICE, UNLISTED)

_NAMES = {"budget": "预算数", "executed": "执行数", "rate": "执行率", "score": "得分"}
_LISTED_AS = {"budget": ("budget", "initial"), "executed": ("executed",), "rate": ("rate",)}
_TEN_THOUSAND = 10_000
_MOST = 0.75
"""Which share of a season's reports has to be of one year for others to be of another."""
_ENOUGH = 4
_START = TextPlace(1, 1)


class Compared(Struct):
    """What the list says of a season; ``told`` and ``listed`` by the numbers of results."""

    told: dict[int, list[Told]] = field(default_factory=lambda: defaultdict(list))
    listed: dict[int, Listed] = field(default_factory=dict)
    missing: tuple[Listed, ...] = ()
    twice: tuple[str, ...] = ()
    unlisted: tuple[str, ...] = ()
    other_year: tuple[str, ...] = ()


def compare(
    lines: Sequence[Line] | None,
    submitted: Sequence[Submitted],
    known: Mapping[int, Known],
    year: int | None,
) -> Compared:
    """What is missing, twice, unlisted or of another year, and which figures differ.

    Without a list there is only what came twice, and what is of another year than most.
    """
    found = Compared()
    of: dict[int, Line] = {}
    pairs: dict[int, list[Submitted]] = {}
    if lines is not None:
        pairs = match(lines, submitted)
        lines = _in_yuan(lines, pairs, known)
        of = {one.number: lines[at] for at, ones in pairs.items() for one in ones}
        found.listed = {number: line.listed for number, line in of.items()}
        found.missing = tuple(line.listed for at, line in enumerate(lines) if at not in pairs)
        _tell_unlisted(found, submitted, of)
    _tell_twice(found, submitted, pairs)
    _tell_years(found, submitted, of, year)
    for number, line in of.items():
        found.told[number] += _differing(line, known[number])
    return found


def _in_yuan(
    lines: Sequence[Line], pairs: Mapping[int, Sequence[Submitted]], known: Mapping[int, Known]
) -> Sequence[Line]:
    """The rows in 元: a list that says no unit has that which more reports bear out."""
    silent = [at for at, line in enumerate(lines) if not line.unit_said]
    votes: Counter[int] = Counter()
    for at in silent:
        for one in pairs.get(at, ()):
            for factor in (1, _TEN_THOUSAND):
                amounts = _scaled(lines[at], factor).amounts
                for name, stated in known[one.number].figures.items():
                    if name in ("budget", "executed"):
                        votes[factor] += any(_meets(a, stated) for a in _of(name, amounts))
    if votes[_TEN_THOUSAND] <= votes[1]:
        return lines
    return [line if line.unit_said else _scaled(line, _TEN_THOUSAND) for line in lines]


def _scaled(line: Line, factor: int) -> Line:
    amounts = {
        kind: amount.times(factor) if kind not in ("rate", "score") else amount
        for kind, amount in line.amounts.items()
    }
    told = figures(amounts, line.listed.figures.grade)
    listed = msgspec.structs.replace(line.listed, figures=told)
    return msgspec.structs.replace(line, amounts=amounts, listed=listed)


def _of(name: str, amounts: Mapping[str, Amount]) -> list[Amount]:
    return [amounts[kind] for kind in _LISTED_AS.get(name, (name,)) if kind in amounts]


def _meets(amount: Amount, stated: Stated) -> bool:
    if not stated.low:
        return False
    return amount.low <= Decimal(stated.high) and Decimal(stated.low) <= amount.high


def _differing(line: Line, known: Known) -> Iterator[Told]:
    """Each figure of a submission that is not the list's, and a grade in other words."""
    for name, title in _NAMES.items():
        stated, amounts = known.figures.get(name), _of(name, line.amounts)
        if stated is None or not stated.low or not amounts:
            continue
        if name == "budget" and name not in line.amounts:
            continue  # a budget of the year's beginning may have been changed since
        if not any(_meets(amount, stated) for amount in amounts):
            yield _told_figure(line.listed, title, stated, amounts[0].place)
    grade, said = known.figures.get("grade"), line.listed.figures.grade
    if grade and line.grade and said and not _one_grade(grade.place.quote, said):
        yield _told_figure(line.listed, "等级", grade, line.grade)


def _one_grade(one: str, other: str) -> bool:
    """Whether two grades may be the same: 优 and 优秀, 良 and 良好."""
    return one in other or other in one


def _told_figure(listed: Listed, title: str, stated: Stated, place: RelatedItem) -> Told:
    message = (
        f"{title}：清单第{listed.row}行为{place.quote}，报告为{stated.place.quote}，不一致，请核对"
    )
    finding = _finding(FIGURES, message, stated.place, (place,))
    return Told(finding, stated.excerpt, (Excerpt("", place.quote, ""),))


def _tell_unlisted(found: Compared, submitted: Iterable[Submitted], of: Mapping[int, Line]) -> None:
    """What is in no row; what could not be read may be in any."""
    unlisted = [one for one in submitted if one.number not in of and one.read]
    found.unlisted = tuple(one.path for one in unlisted)
    for one in unlisted:
        whose = "、".join(name for name in (one.key.unit, one.key.project) if name) or one.path
        message = f"清单中没有{whose}，请核对是否应报送，或单位、项目名称是否与清单一致"
        found.told[one.number].append(_at_start(UNLISTED, message, one))


def _tell_twice(
    found: Compared, submitted: Iterable[Submitted], pairs: Mapping[int, Sequence[Submitted]]
) -> None:
    """What is of one row of the list, or of one unit, project and year."""
    first: dict[str, Submitted] = {}
    rows = {one.number: at for at, ones in pairs.items() for one in ones}
    for ones in pairs.values():
        for one in ones[1:]:
            first.setdefault(one.path, ones[0])
    groups: dict[tuple[str, str, int | None], list[Submitted]] = defaultdict(list)
    for one in submitted:
        unit, project = plain(one.key.unit), plain(one.key.project)
        if one.read and unit and project:
            groups[unit, project, one.year].append(one)
    for ones in groups.values():
        for one in ones[1:]:
            if None not in (mine := {rows.get(o.number) for o in (ones[0], one)}) and len(mine) > 1:
                continue  # the list has a row for each
            first.setdefault(one.path, ones[0])
    number = {one.path: one for one in submitted}
    found.twice = tuple(sorted(first))
    for path in found.twice:
        other = first[path]
        message = f"与“{other.path}”是同一单位的同一项目，请核对是否重复报送、以哪一份为准"
        one = number[path]
        found.told[one.number].append(_at_start(TWICE, message, one, other.file))


def _tell_years(
    found: Compared,
    submitted: Sequence[Submitted],
    of: Mapping[int, Line],
    year: int | None,
) -> None:
    """What is of another year than the list says, or than was asked for, or than most are.

    What most are is only a guess: it is told for a look, and decides nothing.
    """
    usual = _usual_year(submitted) if year is None else None
    other = []
    for one in submitted:
        line = of.get(one.number)
        wanted = line.listed.year if line is not None and line.listed.year else year
        if one.year is None or one.year == (wanted or usual):
            continue
        if wanted is not None:
            other.append(one.path)
            message = f"报告为{one.year}年度，应为{wanted}年度，请核对"
            found.told[one.number].append(_at_start(OTHER_YEAR, message, one))
        elif usual is not None:
            message = f"报告为{one.year}年度，这一批多数报告为{usual}年度，请核对是否报错年度"
            rule = replace(OTHER_YEAR, severity="info")
            found.told[one.number].append(_at_start(rule, message, one))
    found.other_year = tuple(other)


def _usual_year(submitted: Sequence[Submitted]) -> int | None:
    years = Counter(one.year for one in submitted if one.year is not None)
    if not years:
        return None
    year, count = years.most_common(1)[0]
    return year if count >= max(_ENOUGH, _MOST * years.total()) else None


def _at_start(rule: RuleName, message: str, one: Submitted, other: str = "") -> Told:
    """A finding of a whole submission, at its beginning."""
    place = _beginning(one.file)
    related = (_beginning(other),) if other else ()
    nothing = Excerpt("", "", "")
    return Told(_finding(rule, message, place, related), nothing, (nothing,) * len(related))


def _beginning(path: str) -> RelatedItem:
    return RelatedItem(path, 1, 1, 1, 1, "", "", _START)


def _finding(
    rule: RuleName, message: str, place: RelatedItem, related: Sequence[RelatedItem]
) -> FindingItem:
    named = "|".join((rule.id, place.label, place.quote, *(r.quote or r.path for r in related)))
    return FindingItem(
        rule=rule.id,
        name=rule.name,
        severity=rule.severity,
        message=message,
        path=place.path,
        line=place.line,
        column=place.column,
        end_line=place.end_line,
        end_column=place.end_column,
        quote=place.quote,
        section="",
        place=place.place,
        calculation="",
        suggestion="",
        fix=None,
        fingerprint=sha256(named.encode("utf-8", "replace")).hexdigest()[:16],
        related=list(related),
    )


def keyed(own: Key, pattern: Key | None, listed: Listed | None) -> Key:
    """Whose a submission is: as the list says, else its file's name, else the report itself."""
    sources = [key for key in (listed.key if listed else None, pattern, own) if key is not None]
    names = Key.__struct_fields__
    return Key(
        **{name: next((v for key in sources if (v := getattr(key, name))), "") for name in names}
    )
