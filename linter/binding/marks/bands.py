"""The bands of scores that each grade stands for, by the profile or as the report states them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal

from msgspec import Struct

from linter.binding.case import Case
from linter.binding.marks.scales import Step, scale
from linter.facts.quantity import Quantity
from linter.profile import Profile
from linter.regexes.late import regex

_BAND_WORD = r"[“\"'‘]?(?P<word>优秀|良好|中等|合格|优|良|中|差)[”\"'’]?(?:等级|等次|级|等|档)?"
_FLOOR = (
    r"(?P<floor>\d{2,3})分?(?:\(含\d*分?\)|含)?"
    r"(?:(?:(?<=\(\d\d)|(?<=\(\d\d分))\)|以上|及以上|往上|起?[-—~至到]{1,2}(?P<edge>\d{2,3})(?!\d|\.\d)|起)"
)
_FLOOR_FIRST = regex(
    rf"{_FLOOR}分?(?:\([^()]{{1,16}}\))?[^,，;。、]{{0,16}}?(?:为|定|评|是|属|列|算|叫)(?:为|定|作)?{_BAND_WORD}(?=[,，;。、)的]|$)"
)
_BANDED = regex("优|良|合格")
"""One of these stands in any line that states bands."""
_BETWEEN = regex(
    r"(?:[≥>]=?|不低于|不少于|(?P<edge>(?!))|(?=\d{2,3}分?[≤<]))(?P<floor>\d{2,3})分?(?:[≤<]=?[^,，;。\d]{1,6}[≤<]=?\d{2,3}分?)?"
    rf"(?:为|定为|评为|是|属于?|算|:){_BAND_WORD}(?=[,，;。、)的]|$)"
)
"""得分≥90为优；80≤得分<90为良."""
_BARE = regex(
    r"(?<=[、,，照为:是])(?P<word>优秀?|良好?|中)(?P<floor>[5-9]\d)(?P<edge>(?!))?分?(?=[、,，的;。)])"
)
"""优90、良80、中60."""
_WORD_FIRST = regex(rf"(?<![\u4e00-\u9fff“\"'‘]){_BAND_WORD}[(:为是]{{1,2}}{_FLOOR}")

_OPEN = regex(
    r"(?:高于|大于|超过|>|不含)(?P<above>\d{2,3})(?!\d|\.\d)"
    r"|(?P<without>\d{2,3})分?(?:以上)?[(,，]不含"
    r"|[—~至到≤-](?P<with>\d{2,3})分?\(含"
)
"""A floor that is not of its grade: 90分（不含）以上, >90分; or the grade below has it (含90分)."""
LOWEST = regex(
    r"(?:\d分?(?:\([^()]{1,4}\))?以下|(?:不足|低于|不到|未满|<)\d{2,3}分?)的?[^,，;。、\d]{0,6}"
    r"(?:为|是|评|定|属于?|算|:)[“\"'‘]?(?P<word>不合格|差|中)[”\"'’]?"
)
"""The lowest band, which has no floor: 60分以下为差."""
_LETTERED = regex(
    r"\d分?(?:\(含[^()]*\)|以上|以下)?的?(?:[为是属定评]){0,2}[“\"]?[A-D](?![A-Za-z])|[A-D]级?[(:]\D{0,4}\d"
)
"""A band of a scale of letters: 85～95分为B级."""
_ELSEWHERE = {"优": (80, None), "良": (70, 95), "中": (50, 85), "差": (0, 70)}


def stated_bands(text: str) -> list[Step]:
    """The bands that a text states, of a whole scale or one: 90分（含）以上为优."""
    stated: list[Step] = []
    for low, high in _banded_lines(text):
        stated += scale(text, low, high) or _each(text, low, high)
    return stated


def _each(text: str, low: int, high: int) -> Iterator[Step]:
    """The bands of a line, each by itself."""
    for pattern in (_FLOOR_FIRST, _WORD_FIRST, _BETWEEN, _BARE):
        for found in pattern.finditer(text, low, high):
            edges = (found["floor"], found["edge"] or found["floor"])
            floor = min(map(Decimal, edges))
            yield Step(found["word"], found.start("word"), floor, *found.span())


def states_letters(text: str) -> bool:
    """Whether a report has bands of its own for the grades A to D, which no profile knows."""
    return _LETTERED.search(text) is not None


def _open_floors(text: str) -> frozenset[Decimal]:
    """The scores that a text says are not of the grade above them, but of the one below."""
    return frozenset(
        Decimal(found[found.lastgroup or 0])
        for low, high in _banded_lines(text)
        for found in _OPEN.finditer(text, low, high)
    )


def band_edges(case: Case) -> frozenset[int]:
    """Where the figures of the bands begin that the report states."""
    bands = stated_bands(case.facts.text)
    return frozenset(f.start for band in bands for f in case.facts.within(band.low, band.high))


def _banded_lines(text: str) -> Iterator[tuple[int, int]]:
    """Start and end of each line that may state bands, in order."""
    end = -1
    while (found := _BANDED.search(text, end + 1)) is not None:
        start = text.rfind("\n", end + 1, found.start()) + 1 or end + 1
        end = text.find("\n", found.end())
        end = end if end >= 0 else len(text)
        yield start, end


class Bands(Struct, frozen=True):
    """The lowest score of each grade, the highest of all, and the grades that the report states."""

    floors: dict[str, Decimal]
    total: Decimal
    stated: frozenset[str]
    open: frozenset[Decimal] = frozenset()
    """The floors that the report says are not of the grade above them: 90分（不含）以上."""

    @classmethod
    def of(cls, bands: Iterable[Step], profile: Profile, text: str) -> Bands:
        """The profile's bands, with those that the report itself states in their places."""
        floors = {grade.name: grade.floor for grade in profile.grades}
        told: dict[str, set[Decimal]] = {}
        for found in bands:
            grade = profile.grade_of(found.word)
            if grade is not None:
                told.setdefault(grade.name, set()).add(found.floor)
        stated = {name: min(values) for name, values in told.items() if len(values) == 1}
        merged = floors | stated
        order = [merged[grade.name] for grade in profile.grades]
        if order != sorted(order, reverse=True):
            return cls(floors, profile.total, frozenset())
        return cls(merged, profile.total, frozenset(stated), _open_floors(text))

    def admits(self, grade: str, score: Quantity) -> bool:
        """Whether a score may lie in a grade's band."""
        high = self._ceiling(grade)
        if high in self.open and score.printed == high:
            return True
        return score.value.high >= self.floors[grade] and (high is None or score.value.low < high)

    def extent(self, grade: str) -> str:
        """A grade's band in words: 90分（含）至100分."""
        low, high = self.floors[grade], self._ceiling(grade)
        return f"{low}分（含）至{self.total if high is None else high}分"

    def reached(self, score: Quantity) -> str:
        """The grade of a score."""
        reached = [name for name, floor in self.floors.items() if score.printed >= floor]
        return max(reached, key=self.floors.__getitem__, default="?")

    def elsewhere(self, grade: str, score: Quantity) -> bool:
        """Whether other bands in use would admit the grade: 优 from 80 or 95, 良 from 70 or 85."""
        low, high = _ELSEWHERE.get(grade, (0, None))
        return score.value.high >= low and (high is None or score.value.low < high)

    def _ceiling(self, grade: str) -> Decimal | None:
        """The floor of the next better grade."""
        return min((f for f in self.floors.values() if f > self.floors[grade]), default=None)
