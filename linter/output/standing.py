"""What a season comes to: its units, and its findings with what reviewers said of them."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator

from msgspec import Struct, field

from linter.items import AnyPlace, FindingItem
from linter.model import SheetPlace, TextPlace, WebPlace, WordPlace
from linter.output.places import named
from linter.output.words import ZH
from linter.season import (
    Decision,
    Entry,
    Excerpt,
    Key,
    Listed,
    RuleName,
    Season,
    State,
    Told,
    owner_of,
    within,
)

LEVELS = {"error": "P0", "warning": "P1", "info": "P2"}
"""How reviewers call the severities."""
RIGHT = "通过"
SAYS = {"P0": "须修改", "P1": "请核对", "P2": "可优化"}
UNKNOWN = "（单位未识别）"
_BEGINNING, _SECTION = 8, 20
_REJECTED_OFTEN = 5
"""A rule of which more than one in so many decided findings was rejected is listed."""


class Item(Struct, frozen=True):
    """A finding, the submission whose it is, and what a reviewer said of it."""

    told: Told
    entry: Entry | None
    decision: Decision | None

    @property
    def level(self) -> str:
        """P0, P1 or P2."""
        return LEVELS.get(self.told.finding.severity, "P2")

    @property
    def rejected(self) -> bool:
        """Whether a reviewer did not accept it: it counts in no figure and stands in no letter."""
        return self.decision is not None and self.decision.accepted is False

    @property
    def path(self) -> str:
        """The submission by which a decision knows it."""
        return self.entry.path if self.entry else self.told.finding.path


class Unit(Struct, frozen=True):
    """A unit, what it submitted and what it was to submit and did not."""

    name: str
    region: str
    label: str
    """A name that says which: with the region where several share one, the file where none is."""
    at: list[int]
    """Which of the season's entries are its."""
    missing: list[Listed]


class RuleCount(Struct):
    """What a rule found, in how many submissions, and what reviewers said of it."""

    rule: RuleName
    found: int = 0
    submissions: int = 0
    accepted: int = 0
    rejected: int = 0
    levels: set[str] = field(default_factory=set)
    """Those of its findings: a finding may be milder than its rule."""

    @property
    def level(self) -> str:
        """The gravest that it found."""
        return min(self.levels, default=LEVELS.get(self.rule.severity, "P2"))

    @property
    def often_rejected(self) -> bool:
        """Whether more than one in five of its decided findings was rejected."""
        return _REJECTED_OFTEN * self.rejected > self.accepted + self.rejected


class Standing:
    """Looks findings up by submission, submissions by unit and decisions by finding.

    Entries are asked for one at a time and none is kept: a season may be larger than memory.
    """

    def __init__(self, season: Season) -> None:
        self.season = season
        self.rules = {rule.id: rule for rule in season.rules}
        self._decisions = {(d.path, d.fingerprint): d for d in season.decisions}
        self._across: dict[str | None, list[Told]] = defaultdict(list)
        self._regions: dict[str, set[str]] = defaultdict(set)
        self._keys: list[tuple[Key, str]] = []
        wanted = {path for told in season.across for path in within(told.finding.path)}
        owners: dict[str, str] = {}
        for entry in season.entries:
            self._keys.append((entry.key, entry.path))
            owners |= {file: entry.path for file in (*entry.files, entry.path) if file in wanted}
        for told in season.across:
            self._across[owner_of(told.finding.path, owners)].append(told)
        for key in (*(key for key, _ in self._keys), *(row.key for row in season.missing)):
            self._regions[key.unit].add(key.region)

    def units(self) -> list[Unit]:
        """The units in order of their first submission, then those that only lack some.

        Each unidentified submission stands alone.
        """
        found: dict[tuple[str, str], Unit] = {}
        for at, (key, path) in enumerate(self._keys):
            self._unit(found, key, path).at.append(at)
        for row in self.season.missing:
            self._unit(found, row.key, "").missing.append(row)
        return list(found.values())

    def entries(self, unit: Unit) -> Iterator[Entry]:
        """What a unit submitted."""
        return (self.season.entries[at] for at in unit.at)

    def items(self, entry: Entry) -> list[Item]:
        """The findings of a submission, those across submissions too, the gravest first."""
        told = (*entry.told, *self._across.get(entry.path, ()))
        return sorted((self._item(one, entry) for one in told), key=lambda item: item.level)

    def kept(self, entry: Entry) -> list[Item]:
        """The findings of a submission that no reviewer rejected."""
        return [item for item in self.items(entry) if not item.rejected]

    def ownerless(self) -> list[Item]:
        """Findings across submissions at files of none."""
        return [self._item(told, None) for told in self._across.get(None, ())]

    def rule(self, finding: FindingItem) -> RuleName:
        """What is known of a finding's rule."""
        known = self.rules.get(finding.rule)
        return known or RuleName(finding.rule, finding.name, finding.severity, "")

    def checks(self, rule: str) -> str:
        """The name of what a rule looks at, whatever came of it."""
        known = self.rules.get(rule)
        return known.checks or known.name if known else ""

    def _unit(self, found: dict[tuple[str, str], Unit], key: Key, path: str) -> Unit:
        name, region = key.unit, self._region(key)
        unit = found.get((name or path, region))
        if unit is None:
            several = len(self._regions[name] - {""}) > 1
            label = f"{name}（{region}）" if several and region else name
            label = label or f"{UNKNOWN}{path.rpartition('/')[2].partition('.')[0]}"
            unit = found[name or path, region] = Unit(name or UNKNOWN, region, label, [], [])
        return unit

    def _region(self, key: Key) -> str:
        """A unit's region: where it names none, the one that others of its name have."""
        regions = self._regions[key.unit] - {""}
        return next(iter(regions)) if not key.region and len(regions) == 1 else key.region

    def _item(self, told: Told, entry: Entry | None) -> Item:
        finding = told.finding
        path = entry.path if entry else finding.path
        return Item(told, entry, self._decisions.get((path, finding.fingerprint)))


def project(entry: Entry) -> str:
    """By what people know a submission: its project, else its title, else its file."""
    return entry.key.project or entry.title or entry.path.rpartition("/")[2]


def is_unread(entry: Entry) -> bool:
    """Whether a submission could not be checked."""
    return entry.state is State.unread


def by_chapter(at: AnyPlace, excerpt: Excerpt) -> str:
    """Where something stands in its chapter, in files whose paragraphs nobody counts."""
    return excerpt.where if isinstance(at, WordPlace | WebPlace) else ""


def place(path: str, at: AnyPlace, section: str, excerpt: Excerpt) -> str:
    """Where something stands, as a reader of the file finds it."""
    if chapter := by_chapter(at, excerpt):
        return "，".join(filter(None, (path.rpartition("/")[2], chapter)))
    told = named(at, ZH)
    if isinstance(at, SheetPlace) and path.lower().endswith(".csv"):
        told = at.cell  # such a file has no sheets
    if not told:
        told = _numbered(at, excerpt)
    section = " ".join(section.split())
    section = f"{section[:_SECTION]}…" if len(section) > _SECTION else section
    return "，".join(filter(None, (path.rpartition("/")[2], told, section)))


def _numbered(at: AnyPlace, excerpt: Excerpt) -> str:
    """A line by its number, a paragraph by its beginning; nothing for a whole file."""
    if isinstance(at, TextPlace):
        return f"第{at.line}行" if excerpt.quote or at.line > 1 else ""
    words = f"{excerpt.lead}{excerpt.quote}".strip()[:_BEGINNING]
    if words:
        return f"“{words}……”段"
    return f"第{at.paragraph}段" if isinstance(at, (WordPlace, WebPlace)) else ""


def levels(items: Iterable[Item]) -> Counter[str]:
    """How many findings of each level count."""
    return Counter(item.level for item in items if not item.rejected)
