"""Which figures may take a role of a relation, and whether their own words name it."""

from __future__ import annotations

from functools import cached_property

from linter.binding.relations.relation import Relation, Role, is_dimension
from linter.facts.facts import REACH, Facts
from linter.facts.quantity import Quantity
from linter.facts.status import status
from linter.regexes.late import regex

_STEM = regex(r"([\u4e00-\u9fff]{2})(?:率|比例|占比|程度)")

_RATES = ("率", "度", "比例")
"""Behind a name that stands right behind a figure: it is a rate's, not the figure's."""
_OF_KIND = regex(r"的[\u4e00-\u9fff]{1,4}")
"""Between a figure and what it is: 3200台的报废任务."""

_OFF_BY = regex("(?<![最至不])[少多差缺欠超](?:出|了)?$|(?<![最至不])(?P<came>[少多短]到)$")
"""Right before how far a figure is off another: 比目标少100人, 今年多到25万元."""
_FROM = regex(r"[由从][^,，;。\n]*$")
"""Before what something grew to, of which words could say by how much as well: 由120户多到150户."""
_CHANGES = "@change-amounts"

_NOT = ("不", "未", "没", "没有")
_YEARS = ("past-year", "this-year")
_NOWHERE = (0, 0)
_NONE: frozenset[str] = frozenset()
_LONGEST = 8
"""Cue words of more characters count as of so many."""


class Roles:
    """Answers for one relation in one document which figure may take which role."""

    def __init__(self, rule: str, relation: Relation, facts: Facts) -> None:
        self._rule, self._relation, self._facts = rule, relation, facts
        self._governing: dict[int, frozenset[str]] = {}
        self._stems: dict[int, str | None] = {}

    @cached_property
    def _sets(self) -> dict[str, tuple[str, ...]]:
        """Of each role the sets of its cues that are heard."""
        return {name: self._cues(name) for name in self._relation.roles}

    @cached_property
    def _named(self) -> dict[str, list[str]]:
        """The roles of each set of cues that is heard."""
        named: dict[str, list[str]] = {}
        for name, sets in self._sets.items():
            for words in sets:
                named.setdefault(words, []).append(name)
        return named

    @cached_property
    def _after(self) -> dict[str, str]:
        """Of roles the set of words right behind their figure, where it is heard."""
        sets = ((name, f"{self._rule}.{name}.after") for name in self._relation.roles)
        return {name: words for name, words in sets if self._facts.cues.present(words)}

    @cached_property
    def _followed(self) -> dict[str, frozenset[int]]:
        """Of roles with such words where the figures begin that one stands behind."""
        return {name: self._led_by(name) for name in self._after}

    @cached_property
    def _without(self) -> dict[str, tuple[str, ...]]:
        """Of each role the sets of words that forbid it and are heard."""
        return {
            name: self._heard(f"{self._rule}.{name}.without", *_named(role.without))
            for name, role in self._relation.roles.items()
        }

    def _cues(self, name: str) -> tuple[str, ...]:
        return self._heard(f"{self._rule}.{name}", *_named(self._relation.roles[name].cue))

    def _heard(self, *sets: str) -> tuple[str, ...]:
        """Of word sets those of which any word occurs in the document."""
        return tuple(filter(self._facts.cues.present, sets))

    def derived(self) -> list[Quantity]:
        """The figures that take the derived role, in order; none where its cues do not occur."""
        name = self._relation.derived
        role = self._relation.roles[name]
        if role.cue and not self._cues(name):
            return []
        figures = self._near_cues(name) if role.cue else self._facts.running
        figures = [q for q in figures if is_dimension(q.dimension, role.dim)]
        if role.cue:
            figures = [q for q in figures if name in self._governed_by(q)]
        return [q for q in figures if self._is_allowed(q, name, role)]

    def _near_cues(self, name: str) -> list[Quantity]:
        """The figures that a word of a role stands near enough to lead to or follow, in order."""
        facts, near = self._facts, set[int]()
        for words in self._sets[name]:
            for start, end in facts.cues.all(words):
                near.update(facts.places_within(end, start + REACH + 1))
        for start, _ in facts.cues.all(self._after[name]) if name in self._after else ():
            near.update(facts.places_within(start - REACH, start))
        figures = [facts.quantities[place] for place in sorted(near)]
        return [figure for figure in figures if figure.start not in facts.gridded]

    def label(self, name: str, role: Role, figure: Quantity, derived: Quantity) -> bool | None:
        """Whether the figure's words name the role; ``None`` where they name none.

        False also where the figure cannot take it.
        """
        wanted = role.dim
        if role.same_dim == self._relation.derived:
            wanted = derived.dimension
        if not is_dimension(figure.dimension, wanted) or figure.start in self._facts.spoken:
            return False
        if figure.start in self._facts.restated:
            return False
        if not self._is_allowed(figure, name, role):
            return False
        stem = self._stem(derived) if role.stem_of == self._relation.derived else None
        if stem and any(
            self._is_named(figure, s, stem not in role.general)
            for s in (stem, *role.kin.get(stem, ()))
        ):
            return not self.is_denied(figure, derived)
        governing = self._governed_by(figure)
        if name in governing:
            return True
        return False if governing and not self.is_soft(figure) else None

    def is_called(self, figure: Quantity, names: frozenset[str]) -> bool:
        """Whether the nearest words give a figure but roles of those names."""
        governing = self._governed_by(figure)
        return bool(governing) and governing <= names

    def is_denied(self, figure: Quantity, derived: Quantity) -> bool:
        """Whether a figure is of what is not as the rate says: 不合格16批次 of no 合格率."""
        stem, words = self._stem(derived), self._facts.own_words
        if stem is None or stem not in (told := words(figure)):
            return False
        denied = [word + stem for word in _NOT]
        return any(d in told for d in denied) and not any(d in words(derived) for d in denied)

    def is_cued(self, figure: Quantity, words: str) -> bool:
        """Whether a word of a set leads to the figure."""
        return words.removeprefix("@") in self._facts.heard(figure)

    def is_named_in(self, name: str, low: int, high: int) -> bool:
        """Whether a cue of a role stands between two offsets."""
        return any(self._facts.cues.last(words, low, high) for words in self._sets[name])

    def _governed_by(self, figure: Quantity) -> frozenset[str]:
        """The roles whose cue stands nearest before the figure; several where they share it."""
        found = self._governing.get(figure.start)
        if found is None:
            ends = {
                name: end
                for name, end in self._nearest(figure).items()
                if is_dimension(figure.dimension, self._relation.roles[name].dim)
                and not self._is_forbidden(figure, name)
            }
            last = max(ends.values(), default=-1)
            found = frozenset(n for n, e in ends.items() if e == last) if ends else _NONE
            self._governing[figure.start] = found
        return found

    def is_soft(self, figure: Quantity) -> bool:
        """Whether only a year or a word behind it names the figure's role: it may take another."""
        if self._is_followed(figure):
            return True
        heard = self._facts.heard(figure)
        years = max(heard.get(w, _NOWHERE)[1] for w in _YEARS)
        words = {w for name in self._governed_by(figure) for w in self._sets[name]} - {*_YEARS}
        return years > max((heard.get(w, _NOWHERE)[1] for w in words), default=0)

    def _nearest(self, figure: Quantity) -> dict[str, int]:
        """How near each role's nearest cue ends before a figure, of two at one place the longer.

        Nearest of all is a word right behind it.
        """
        ends: dict[str, int] = {}
        heard = self._facts.heard(figure)
        for words in heard.keys() & self._named.keys():
            start, end = heard[words]
            at = _LONGEST * end + min(end - start, _LONGEST - 1)
            for name in self._named[words]:
                ends[name] = max(at, ends.get(name, at))
        for name, figures in self._followed.items():
            if figure.start in figures:
                ends[name] = _LONGEST * (figure.start + 1)
        return ends

    def _led_by(self, name: str) -> frozenset[int]:
        """Where the figures begin that a word right behind them gives a role."""
        hits = self._facts.cues.all(self._after[name])
        before = (self._facts.before(start) for start, _ in hits)
        named = frozenset(q.start for q in before if q and self._is_named_behind(q, name))
        if not any(word.startswith("的") for word in self._relation.roles[name].after):
            return named
        wanted = ((self._facts.before(at), at) for at, _ in self._facts.cues.all("planned"))
        text = self._facts.text
        return named | {q.start for q, at in wanted if q and _OF_KIND.fullmatch(text, q.end, at)}

    def _is_named_behind(self, figure: Quantity, name: str) -> bool:
        start, end = self._facts.trail(figure)
        hit = self._facts.cues.first(self._after[name], start, min(end, start + 8))
        return hit is not None and hit[0] - start <= 2

    def _is_followed(self, figure: Quantity) -> bool:
        """Whether a word behind the figure names an operand's role."""
        return any(
            figure.start in figures
            for name, figures in self._followed.items()
            if name != self._relation.derived
        )

    def _is_allowed(self, figure: Quantity, name: str, role: Role) -> bool:
        state = status(self._facts, figure)
        derived = name == self._relation.derived
        if role.status:
            fits = state in role.status
        else:
            fits = state == "actual" if derived else state != "price"
        if not derived and _CHANGES not in role.cue and self._is_off_by(figure):
            return False
        return fits and not self._is_forbidden(figure, name)

    def _is_off_by(self, figure: Quantity) -> bool:
        """Whether a figure is how far another is off: 比目标少100人."""
        at, text = figure.start, self._facts.text
        off = _OFF_BY.search(text, at - 3, at)
        if off is None or not off["came"]:
            return off is not None
        return _FROM.search(text, at - REACH, at) is None

    def _is_forbidden(self, figure: Quantity, name: str) -> bool:
        """Whether words before a figure forbid a role."""
        without = self._without[name]
        return bool(without) and not self._facts.heard(figure).keys().isdisjoint(without)

    def _stem(self, derived: Quantity) -> str | None:
        if derived.start not in self._stems:
            found = self._facts.last(_STEM, *self._facts.lead(derived))
            self._stems[derived.start] = found[1] if found else None
        return self._stems[derived.start]

    def _is_named(self, figure: Quantity, stem: str, own: bool) -> bool:
        """Whether a word names a figure; one of its ``own`` is not also the rate's behind it."""
        low, _ = self._facts.lead(figure)
        _, high = self._facts.trail(figure)
        text = self._facts.text
        behind = text.startswith(stem, figure.end, high)
        if own and behind and text.startswith(_RATES, figure.end + len(stem)):
            behind = False
        return behind or text.find(stem, low, figure.start) >= 0


def _named(words: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(word[1:] for word in words if word.startswith("@"))
