"""A season's submissions of one bureau: units, regions, templates, and faults with known answers.

Each report has its facts and tables from ``reports.Author``, so that they are true, and running text of four
sorts: the boilerplate of its template, a policy that reports on the same project quote, what its unit says of
itself in all its reports, and its own. The same seed gives the same season.
"""

from __future__ import annotations

import csv
import random
import re
from collections.abc import Callable, Iterator, Sequence
from fractions import Fraction
from functools import cache
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from tests.generators.figures import plain
from tests.generators.names import FIRST, PROJECTS, SECOND, places
from tests.generators.prose import VILLAGES, Words, filled, refigured, reworded
from tests.generators.reports import (
    FAMILIES,
    GRADES,
    LISTS,
    NUMERALS,
    OFFICES,
    Author,
    Chapter,
    Output,
    plain_points,
)

YEAR = 2023
DEPARTMENTS = {
    "农业科": ("农业农村局", "林业局", "水务服务中心"),
    "社保科": ("卫生健康局", "民政局"),
    "教科文科": ("教育局", "文化旅游局"),
    "经建科": ("住房和城乡建设局",),
}
DEPARTMENT_OF = {office: name for name, offices in DEPARTMENTS.items() for office in offices}
KINDS_OF_COPY = ("whole", "half", "reordered", "figures", "reworded")
SHARES = {
    "copied": 0.04,
    "foreign-name": 0.01,
    "two-amounts": 0.008,
    "last-year": 0.01,
    "duplicate": 0.006,
    "wrong-year": 0.006,
    "missing": 0.01,
    "unlisted": 0.006,
    "wrong-rate": 0.03,
    "wrong-total": 0.02,
}
"""How many of a hundred submissions have a fault of each kind; one at least."""
COLUMNS = (
    "项目编码", "项目名称", "单位编码", "预算单位", "地区", "业务处室", "年初预算数", "当年预算数",
    "全年执行数", "预算执行率", "得分", "自评结论",
)  # fmt: skip
"""The columns of the system's list, money in 万元."""


class Unit(Struct, frozen=True):
    """A budget unit and what it always says of itself."""

    name: str
    code: str
    county: str
    department: str
    template: int


class Submission(Struct, frozen=True):
    """A report as submitted, with what the list has of it; money in 万元."""

    path: str
    unit: Unit
    project: str
    project_code: str
    year: int
    text: str
    budget: str
    executed: str
    rate: str
    score: str
    grade: str

    @property
    def row(self) -> tuple[str, ...]:
        """The row of the list, under ``COLUMNS``."""
        unit = self.unit
        return (
            self.project_code, self.project, unit.code, unit.name, unit.county, unit.department,
            self.budget, self.budget, self.executed, self.rate, self.score, self.grade,
        )  # fmt: skip


class Answer(Struct, frozen=True):
    """A fault that was put in: its kind, the files it lies between, and what tells it.

    Of amounts that differ the first file has the odd one, the others have the usual one.
    """

    fault: str
    paths: tuple[str, ...]
    detail: str = ""
    same_unit: bool = False


class Season(Struct, frozen=True):
    """All submissions in order of path, last year's of some of them, the list, and the answers."""

    submissions: tuple[Submission, ...]
    earlier: tuple[Submission, ...]
    listed: tuple[tuple[str, ...], ...]
    answers: tuple[Answer, ...]

    def of(self, fault: str) -> list[Answer]:
        """The answers of one kind of fault."""
        return [answer for answer in self.answers if answer.fault == fault]


class Piece(Struct, frozen=True):
    """A paragraph, with what it is: heading, fact, or running text of one of four sorts."""

    kind: str
    text: str
    lead: str = ""
    """What numbers it (一是), whatever it says."""


class Draft(Struct, frozen=True):
    """A report before its names are filled in."""

    unit: Unit
    project: str
    code: str
    year: int
    names: dict[str, str]
    pieces: tuple[Piece, ...]
    closing: tuple[str, ...]
    figures: tuple[str, str, str, str, str]

    @property
    def own(self) -> list[Piece]:
        """What only this report says."""
        return [piece for piece in self.pieces if piece.kind == "own"]

    def submission(self) -> Submission:
        """The finished report."""
        title = f"{self.unit.name}{self.year}年度{self.project}绩效自评报告"
        texts = (
            p.lead + (filled(p.text, self.names) if "{" in p.text else p.text) for p in self.pieces
        )
        text = "\n".join((title, *texts, *self.closing)) + "\n"
        path = f"{self.unit.county}/{self.unit.name}/{self.code}_{self.project}.txt"
        figures = self.figures
        return Submission(path, self.unit, self.project, self.code, self.year, text, *figures)


class Writer(Author):
    """Writes a report of a given unit and project: facts of its own, running text from ``Words``."""

    def __init__(
        self, rng: random.Random, unit: Unit, project: str, year: int, *, full: bool
    ) -> None:
        families = list(FAMILIES)
        super().__init__(rng, families[unit.template % len(families)], markdown=False)
        self.unit, self.year, self.county, self.office = unit, year, unit.county, unit.name
        self.thing = project.removesuffix("项目")
        self.words = Words(rng)
        if full:
            self._fill_marks()

    def _fill_marks(self) -> None:
        self.sources = [(name, budget, budget) for name, budget, _ in self.sources]
        self.paid = self.budget
        self.outputs = [
            Output(o.work, o.plan, o.plan, "100.00%", o.full, Fraction(o.full))
            for o in self.outputs
        ]
        self.timely, self.effects = Fraction(6), [Fraction(15), Fraction(15)]
        self.marks = [Fraction(full) for _, full in self.frame]
        self.total = sum(self.marks, Fraction(0))

    def pieces(self) -> Iterator[Piece]:
        """All paragraphs in order, the title and the closing aside."""
        for text in self.opening():
            yield Piece("fact", text)
        for at, chapter in enumerate(FAMILIES[self.family], 1):
            yield from self._pieces(chapter, 1, at)

    def _pieces(self, chapter: Chapter, level: int, number: int) -> Iterator[Piece]:
        yield Piece("heading", self.heading(level, number, self.title_of(chapter)))
        for key in chapter.content:
            yield from self._content(key)
        for at, below in enumerate(chapter.below, 1):
            yield from self._pieces(below, level + 1, at)

    def _content(self, key: str) -> Iterator[Piece]:
        facts: dict[str, Callable[[], list[str]]] = {
            "goal": self.goals,
            "money": self.money,
            "outputs": self.done,
            "survey": self.asked,
            "score": self.scored,
        }
        if key in LISTS:
            yield Piece("fact", LISTS[key])
            for at in range(1, 4):
                yield Piece("own", self.words.sentence(), f"{NUMERALS[at]}是")
            return
        for text in facts.get(key, list)():
            yield Piece("fact", text)
        if self.rng.random() < 0.85:
            yield Piece("template", boilerplate(self.unit.template, key))
        if key == "background":
            yield Piece("unit", introduction(self.unit.name))
            if self.rng.random() < 0.5:
                yield Piece("policy", policy(self.thing))
        for _ in range(1 if key in ("goal", "survey", "score", "use") else 2):
            yield Piece("own", self.words.paragraph(95))


@cache
def boilerplate(template: int, key: str) -> str:
    """What a province's template says in a chapter, the unit's name left to be filled in."""
    words = Words(random.Random(f"template/{template}/{key}"))
    return words.paragraph(70)


@cache
def introduction(unit: str) -> str:
    """What a unit says of itself in all its reports."""
    return Words(random.Random(f"unit/{unit}")).paragraph(150)


@cache
def policy(thing: str) -> str:
    """What a project's policy says, as its reports quote it."""
    return Words(random.Random(f"policy/{thing}")).paragraph(220)


def units(rng: random.Random, n: int) -> list[Unit]:
    """About a unit to four submissions, in counties of eight units; the last two units share a template of their own."""
    size, made = max(8, n // 4), list[Unit]()
    counties = [first + second + "县" for first in FIRST for second in SECOND]
    rng.shuffle(counties)
    for number in range(size):
        county, office = counties[number // 8], OFFICES[number % 8]
        template = 6 if number >= size - 2 else number // 8 % 6
        code = f"{410000 + number:06}"
        made.append(Unit(county + office, code, county, DEPARTMENT_OF[office], template))
    return made


class Plan:
    """Which unit submits what, and how a draft is made of it."""

    def __init__(self, seed: int, n: int, year: int) -> None:
        self.seed, self.year = seed, year
        rng = random.Random(f"{seed}/plan")
        self.units = units(rng, n)
        self.full = set(rng.sample(range(len(self.units)), max(1, len(self.units) // 100)))
        """Units whose reports all have full marks."""
        qualifiers = (
            "老旧",
            "乡村",
            "城区",
            "库区",
            "山区",
            "沿江",
            "试点",
            "补短板",
            "日常",
            "专项",
        )
        things = [q + thing for q in qualifiers for thing in PROJECTS]
        self.places: list[tuple[int, str]] = []
        per_unit = [rng.sample(things, 40) for _ in self.units]
        taken = [0] * len(self.units)
        for number in range(n):
            unit = number % len(self.units)
            self.places.append((unit, per_unit[unit][taken[unit]] + "项目"))
            taken[unit] += 1

    def draft(self, number: int, *, year: int | None = None) -> Draft:
        """The report of that number; of another year, with another text and other figures."""
        year = year or self.year
        rng = random.Random(f"{self.seed}/{year}/{number}")
        at, project = self.places[number]
        unit = self.units[at]
        writer = Writer(rng, unit, project, year, full=at in self.full)
        names = {"unit": unit.name, "county": unit.county, "project": project}
        villages = places(rng)
        names |= {f"v{n}": next(villages) for n in range(VILLAGES)}
        grade = next(word for least, word in GRADES if writer.total >= least)
        figures = (
            plain(writer.budget, 2),
            plain(writer.paid, 2),
            plain(writer.paid / writer.budget * 100, 2) + "%",
            plain_points(writer.total),
            grade,
        )
        pieces, closing = tuple(writer.pieces()), tuple(writer.closing())
        code = f"{unit.code}{year % 100}T{number:07}"
        return Draft(unit, project, code, year, names, pieces, closing, figures)


def copied(source: Draft, into: Draft, kind: str, rng: random.Random) -> Draft:
    """A report that copies another one, under its own names."""
    if kind == "whole":
        pairs = ((source.unit.name, into.unit.name), (source.unit.county, into.unit.county),
                 (source.project.removesuffix("项目"), into.project.removesuffix("项目")))  # fmt: skip
        pieces = [replace(piece, text=_renamed(piece.text, pairs)) for piece in source.pieces]
        return replace(into, pieces=tuple(pieces), figures=source.figures)
    own = [piece.text for piece in source.own]
    if kind == "reordered":
        own = [
            "".join(_shuffled(re.findall("[^。]+。", text), rng)) for text in _shuffled(own, rng)
        ]
    elif kind == "figures":
        own = [refigured(text, rng) for text in own]
    elif kind == "reworded":
        own = [reworded(text, rng) for text in own]
    slots = [at for at, piece in enumerate(into.pieces) if piece.kind == "own"]
    taken = slots[: len(own)]
    if kind == "half":
        taken = sorted(rng.sample(taken, -(-len(slots) // 2)))
    pieces = list(into.pieces)
    for at, text in zip(taken, own, strict=False):
        pieces[at] = replace(pieces[at], text=text)
    return replace(into, pieces=tuple(pieces))


def _renamed(text: str, pairs: Sequence[tuple[str, str]]) -> str:
    for old, new in pairs:
        text = text.replace(old, new)
    return text


def _shuffled(texts: Sequence[str], rng: random.Random) -> list[str]:
    texts = list(texts)
    rng.shuffle(texts)
    return texts


def with_foreign_name(draft: Draft, other: Unit, number: int) -> tuple[Draft, str]:
    """A report in which another unit's name was left, in one of four places; and which."""
    place = ("signature", "opening", "sentence", "sentences")[number % 4]
    own, foreign = draft.unit.name, other.name
    if place == "signature":
        return replace(draft, closing=tuple(t.replace(own, foreign) for t in draft.closing)), place
    if place == "opening":
        text = f"{foreign}按照财政部门要求，对{draft.project}开展了绩效自评，现将有关情况报告如下。"
        return replace(draft, pieces=(Piece("fact", text), *draft.pieces)), place
    ends = {"sentence": 1, "sentences": 2}[place]
    texts = (
        f"{foreign}成立了绩效自评工作组，组织业务人员核对台账。",
        f"资金由{foreign}财务股审核后支付。",
    )[:ends]
    pieces = list(draft.pieces)
    slots = [at for at, piece in enumerate(pieces) if piece.kind == "own"]
    for at, text in zip(slots[1::3], texts, strict=False):
        pieces[at] = replace(pieces[at], text=pieces[at].text + text)
    return replace(draft, pieces=tuple(pieces)), place


def with_document(draft: Draft, document: str, amount: str) -> Draft:
    """A report that says how much a document allotted to its project."""
    text = f"根据《关于下达{draft.year}年部门专项资金的通知》（{document}），下达本单位资金{amount}万元。"
    return replace(draft, pieces=(*draft.pieces[:3], Piece("fact", text), *draft.pieces[3:]))


def with_mention(draft: Draft, project: str, budget: str) -> Draft:
    """A report that says the budget of another project of its unit."""
    text = f"本项目与{project}统筹实施，{project}全年预算数{budget}万元。"
    return replace(draft, pieces=(*draft.pieces[:3], Piece("fact", text), *draft.pieces[3:]))


def other_amount(text: str, rng: random.Random) -> str:
    """An amount of the same form that is another one."""
    return f"{float(text) * rng.choice((0.71, 0.84, 1.13, 1.37)):.2f}"


def season(seed: int, n: int, *, year: int = YEAR) -> Season:
    """``n`` submissions (some of them faulty), those of the year before of some, and the list."""
    return _Faults(seed, n, year).season()


class _Faults:
    """Puts the faults in, each in submissions of its own."""

    def __init__(self, seed: int, n: int, year: int) -> None:
        self.plan, self.n, self.year = Plan(seed, n, year), n, year
        self.rng = random.Random(f"{seed}/faults")
        free = [at for at in range(n) if self.plan.places[at][0] not in self.plan.full]
        self.free = self.rng.sample(free, len(free))
        self.drafts: dict[int, Draft] = {}
        self.texts: dict[int, Callable[[str], str]] = {}
        self.answers: list[Answer] = []
        self.earlier: list[Submission] = []
        self.extra: list[Submission] = []
        self.unlisted: set[str] = set()
        self.gone: set[int] = set()

    def count(self, fault: str) -> range:
        return range(max(1, round(self.n * SHARES[fault])))

    def take(self) -> int:
        """A number not yet used."""
        return self.free.pop()

    def of_one_unit(self, count: int) -> list[int]:
        """So many numbers not yet used that are of one unit."""
        groups: dict[int, list[int]] = {}
        for at in self.free:
            group = groups.setdefault(self.plan.places[at][0], [])
            group.append(at)
            if len(group) == count:
                self.free = [number for number in self.free if number not in group]
                return group
        raise ValueError("too few submissions for the faults")

    def draft(self, number: int) -> Draft:
        return self.drafts.get(number) or self.plan.draft(number)

    def note(self, fault: str, *numbers: int, detail: str = "") -> None:
        drafts = [self.draft(number) for number in numbers]
        same = len({draft.unit.name for draft in drafts}) < len(drafts)
        paths = tuple(draft.submission().path for draft in drafts)
        self.answers.append(Answer(fault, paths, detail, same))

    def season(self) -> Season:
        self.between()
        self.alone()
        made, listed = list[Submission](), list[tuple[str, ...]]()
        for number in range(self.n):
            submission = self.draft(number).submission()
            listed.append(submission.row)
            if number in self.gone:
                continue
            if number in self.texts:
                submission = replace(submission, text=self.texts[number](submission.text))
            made.append(submission)
        listed = [row for row in listed if row[0] not in self.unlisted]
        made += self.extra
        self.full_marks(made)
        order = sorted(made, key=lambda s: s.path)
        return Season(tuple(order), tuple(self.earlier), tuple(listed), tuple(self.answers))

    def between(self) -> None:
        """Faults that lie between two files."""
        rng = self.rng
        for at in self.count("two-amounts"):
            first, second, same = self.of_one_unit(3)
            draft = self.plan.draft(first)
            amount = draft.figures[0]
            if at % 2:
                document = f"{draft.unit.county[0]}财预〔{self.year}〕{rng.randint(1, 199)}号"
                told = (amount, other_amount(amount, rng), amount)
                for number, text in zip((first, second, same), told, strict=True):
                    self.drafts[number] = with_document(self.plan.draft(number), document, text)
                self.note("two-amounts", second, first, same, detail=document)
            else:
                told = (other_amount(amount, rng), amount)
                for number, text in zip((second, same), told, strict=True):
                    mention = with_mention(self.plan.draft(number), draft.project, text)
                    self.drafts[number] = mention
                self.note("two-amounts", second, first, same, detail=draft.project)
        for at in self.count("copied"):
            kind = KINDS_OF_COPY[at % len(KINDS_OF_COPY)]
            source, into = self.of_one_unit(2) if at % 10 == 9 else (self.take(), self.take())
            self.drafts[into] = copied(self.draft(source), self.plan.draft(into), kind, rng)
            self.note("copied", source, into, detail=kind)
        for at in self.count("last-year"):
            number = self.take()
            last = self.plan.draft(number, year=self.year - 1)
            if at % 2:
                now = self.plan.draft(number)
                texts = [
                    _renamed(p.text, ((str(self.year - 1), str(self.year)),)) for p in last.pieces
                ]
                pieces = tuple(replace(p, text=t) for p, t in zip(last.pieces, texts, strict=True))
                self.drafts[number] = replace(
                    now, names=last.names, pieces=pieces, figures=last.figures
                )
                self.answers.append(
                    Answer(
                        "last-year", (self.draft(number).submission().path, last.submission().path)
                    )
                )
            self.earlier.append(last.submission())
        for at in self.count("duplicate"):
            number, other = self.of_one_unit(2) if at % 2 else (self.take(), self.take())
            twin, mine = self.draft(number).submission(), self.draft(other).submission()
            self.texts[other] = lambda _, text=twin.text: text  # type: ignore[misc]
            same = twin.unit == mine.unit
            self.answers.append(Answer("duplicate", (twin.path, mine.path), "", same))

    def alone(self) -> None:
        """Faults of one file, and those against the list."""
        for at in self.count("foreign-name"):
            number = self.take()
            other = self.plan.units[
                (self.plan.places[number][0] + 8 * (at + 1)) % len(self.plan.units)
            ]
            draft = self.plan.draft(number)
            if other == draft.unit:
                continue
            self.drafts[number], place = with_foreign_name(draft, other, at)
            path = draft.submission().path
            self.answers.append(Answer("foreign-name", (path,), f"{place}：{other.name}"))
        for _ in self.count("wrong-year"):
            number = self.take()
            draft = self.plan.draft(number, year=self.year - 1)
            now = self.plan.draft(number)
            self.drafts[number] = replace(draft, code=now.code)
            self.note("wrong-year", number)
        for _ in self.count("missing"):
            number = self.take()
            self.gone.add(number)
            self.note("missing", number, detail=self.draft(number).code)
        for _ in self.count("unlisted"):
            number = self.take()
            self.unlisted.add(self.draft(number).code)
            self.note("unlisted", number)
        for fault, wrong in (("wrong-rate", _wrong_rate), ("wrong-total", _wrong_total)):
            for _ in self.count(fault):
                number = self.take()
                self.texts[number] = wrong
                self.note(fault, number)

    def full_marks(self, made: Sequence[Submission]) -> None:
        for at in sorted(self.plan.full):
            unit = self.plan.units[at]
            paths = tuple(s.path for s in made if s.unit == unit)
            self.answers.append(Answer("full-marks", paths, unit.name, same_unit=True))


def _wrong_rate(text: str) -> str:
    """The rate of the table's total row ten points too low or high."""
    found = re.search(r"(\| 合计 \| [\d.]+ \| [\d.]+ \| )(\d+)(\.\d\d%)", text)
    assert found is not None
    whole = int(found[2])
    wrong = whole - 10 if whole > 60 else whole + 10
    return text.replace(found[0], f"{found[1]}{wrong}{found[3]}", 1)


def _wrong_total(text: str) -> str:
    """The total of the table of marks four too low."""
    found = re.search(r"(\| 合计 \|(?: +\|)* (?:[\d.]+ \| )*100 \| )([\d.]+)( \|)", text)
    assert found is not None
    return text.replace(found[0], f"{found[1]}{float(found[2]) - 4:g}{found[3]}", 1)


def write(season: Season, folder: Path, *, docx: float = 0.0, xlsx: float = 0.0) -> list[str]:
    """Write the submissions below ``folder``, these shares of them in other formats; the names by their order.

    Last year's stand in ``上年/``, the list in ``清单.csv``.
    """
    names = list[str]()
    for number, submission in enumerate(season.submissions):
        at = (number * 0.618) % 1
        suffix = ".docx" if at < docx else ".xlsx" if at < docx + xlsx else ".txt"
        names.append(submission.path.removesuffix(".txt") + suffix)
        _save(folder / names[-1], as_file(submission.text, suffix))
    for submission in season.earlier:
        _save(folder / "上年" / submission.path, submission.text.encode())
    with (folder / "清单.csv").open("w", encoding="utf-8-sig", newline="") as stream:
        csv.writer(stream).writerows((COLUMNS, *season.listed))
    return names


def _save(path: Path, data: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)


def as_file(text: str, suffix: str) -> bytes:
    """A report's text as a file of a format."""
    if suffix == ".txt":
        return text.encode()
    rows = [_cells(line) for line in text.splitlines()]
    if suffix == ".xlsx":
        from tests.workbooks import Grid, xlsx

        return xlsx(Grid([list(row) for row in rows], []))
    from tests.word import STYLES, docx, p, tbl

    body, table = list[str](), list[list[str]]()
    for row in [*rows, [""]]:
        if len(row) > 1:
            table.append(row)
            continue
        if table:
            body.append(tbl(*table))
            table = []
        body.append(p(row[0], style=1 if re.match("[一二三四五六七八九十]、", row[0]) else None))
    return docx("".join(body), styles=STYLES)


def _cells(line: str) -> list[str]:
    if not line.startswith("| "):
        return [line]
    return [cell.strip() for cell in line.strip("| ").split(" | ")]
