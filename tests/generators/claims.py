"""Single claims that are right, each in one of many sentence forms, and one wrong digit in them.

Exact values are drawn first; every figure is printed from them, rounded half up. Whether a mutated claim could
still be right within the printed precision is told by interval arithmetic on fractions.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator, Mapping, Sequence
from fractions import Fraction
from typing import Literal

from msgspec import Struct

from tests.generators.figures import (
    EXACT,
    FACTORS,
    FIGURE,
    Hedge,
    Interval,
    half_up,
    hedged,
    interval,
    plain,
    printed,
)
from tests.generators.forms import Form, Item, Member, fill, forms
from tests.generators.names import PROJECTS, TOPICS, WORKS, places

KINDS = ("growth", "share", "completion", "sum", "score", "unit", "execution")
PER_REPORT = 50
NUMERALS = "零一二三四五六七八九十"
LEADS = ("", "", "", "", "经统计，", "据台账，", "自评小组核对，", "根据年报，", "业务股室反映，")
HIDDEN = Fraction(1, 20000)
"""Half of the last digit of a rate with two decimals that a score went through without being printed."""

STYLES: dict[str, list[tuple[str, tuple[int, ...]]]] = {
    "money": [
        ("元", (0, 2)),
        ("万元", (0, 1, 2, 2, 3, 4)),
        ("万元", (2,)),
        ("亿元", (1, 2, 3, 4)),
    ],
    "people": [("人", (0,)), ("人", (0,)), ("万人", (1, 2, 3, 4))],
    "households": [("户", (0,)), ("户", (0,)), ("万户", (1, 2, 3, 4))],
    "items": [("个", (0,))],
    "area": [("亩", (0, 1, 2)), ("万亩", (1, 2, 3, 4))],
    "length": [("公里", (0, 1, 2, 3))],
}
"""Units of a dimension with the decimals in use; what stands twice is drawn more often."""

Operator = Literal["substitute", "transpose", "drop"]


class Relation(Struct, frozen=True):
    """What must hold: ``left`` = ``kind`` of ``right``."""

    kind: Literal["sum", "ratio", "growth", "decline", "product", "scaled", "same", "within"]
    left: str
    right: tuple[str, ...]

    def permitted(self, texts: Mapping[str, str]) -> bool:
        """Whether some values that the figures stand for satisfy it."""
        low, high = interval(texts[self.left])
        right = [interval(texts[name]) for name in self.right]
        if self.kind == "within":
            return low <= right[0][1]
        least, most = _bounds(self.kind, right)
        return low <= most and least <= high


def _bounds(kind: str, right: Sequence[Interval]) -> Interval:
    lows, highs = [low for low, _ in right], [high for _, high in right]
    if kind in ("sum", "same"):
        return sum(lows, Fraction(0)), sum(highs, Fraction(0))
    if kind == "product":
        return lows[0] * lows[1], highs[0] * highs[1]
    low, high = _quotient(right[-2], right[-1])
    if kind == "growth":
        return low - 1, high - 1
    if kind == "decline":
        return 1 - high, 1 - low
    if kind == "scaled":
        return lows[0] * (low - HIDDEN), highs[0] * (high + HIDDEN)
    return low, high


def _quotient(number: Interval, by: Interval) -> Interval:
    tiny = Fraction(1, 10**12)
    return number[0] / max(by[1], tiny), number[1] / max(by[0], tiny)


class Mutation(Struct, frozen=True):
    """A claim with one wrong digit; ``equivalent`` where its figures could still be right."""

    text: str
    member: str
    operator: Operator
    before: str
    after: str
    equivalent: bool


class Claim(Struct, frozen=True):
    """One sentence that is right; ``form`` says which of its kind's forms it takes."""

    kind: str
    form: str
    text: str
    members: tuple[Member, ...]
    relations: tuple[Relation, ...]
    year: int

    @property
    def texts(self) -> dict[str, str]:
        """The printed figure of each member."""
        return {member.name: member.text for member in self.members}

    def permitted(self, texts: Mapping[str, str]) -> bool:
        """Whether the relations can hold between figures printed so."""
        return all(relation.permitted(texts) for relation in self.relations)

    def mutate(self, rng: random.Random) -> Mutation:
        """The claim with one digit substituted, transposed or dropped in one of its figures."""
        while True:
            member = rng.choice(self.members)
            operator: Operator = rng.choice(("substitute", "transpose", "drop"))
            after = _slip(member.text, operator, rng)
            if after is not None:
                break
        return Mutation(
            text=self.text[: member.start] + after + self.text[member.end :],
            member=member.name,
            operator=operator,
            before=member.text,
            after=after,
            equivalent=self.permitted({**self.texts, member.name: after}),
        )


def _slip(text: str, operator: Operator, rng: random.Random) -> str | None:
    """A figure with one wrong digit, None where that can't be or would begin with a stray 0."""
    match = FIGURE.fullmatch(text)
    if match is None:
        raise ValueError(text)
    number = match["number"].replace(",", "")
    digits = [at for at, character in enumerate(number) if character.isdigit()]
    if operator == "substitute":
        at = rng.choice(digits)
        other = rng.choice([digit for digit in "0123456789" if digit != number[at]])
        new = number[:at] + other + number[at + 1 :]
    elif operator == "transpose":
        pairs = [a for a in range(len(number) - 1) if _swappable(number[a : a + 2])]
        if not pairs:
            return None
        at = rng.choice(pairs)
        new = number[:at] + number[at + 1] + number[at] + number[at + 2 :]
    else:
        at = rng.choice(digits)
        new = (number[:at] + number[at + 1 :]).rstrip(".")
    if not new or new[0] == "." or (new[0] == "0" and not new.startswith("0.")) or not float(new):
        return None
    if "," in match["number"]:
        whole, dot, rest = new.partition(".")
        new = f"{int(whole):,}{dot}{rest}"
    after = text[: match.start("number")] + new + text[match.end("number") :]
    return after if after != text else None


def _swappable(pair: str) -> bool:
    return pair.isdigit() and pair[0] != pair[1]


class Draft:
    """Draws the values, units and figures of claims; one for the claims of a report, so that no name comes twice."""

    def __init__(self, rng: random.Random, year: int) -> None:
        self.rng = rng
        self.year = year
        self._places = places(rng)

    def place(self, suffix: str = "") -> str:
        """A place not named before; ``suffix`` (县) instead of a suffix of its own."""
        name = next(self._places)
        return name[:2] + suffix if suffix else name

    def claim(self, kind: str, form: Form | None = None) -> Claim:
        """A right claim of a kind, in a given or a random form."""
        make, names = MAKERS[kind], forms(kind)
        while True:
            chosen = form or self.rng.choice(names)
            made = make(self, chosen)
            if made is not None and made.permitted(made.texts):
                return made

    def finish(
        self,
        form: Form,
        names: Mapping[str, str],
        figures: Mapping[str, str],
        relations: Sequence[Relation],
        lists: Mapping[str, Sequence[Item]] | None = None,
        *,
        shrank: bool = False,
    ) -> Claim:
        """The claim in words, with the relations whose members are all printed."""
        lead = self.rng.choice(LEADS) if form.template.startswith("{s}") else ""
        text, filled = fill(form, {**names, **figures}, lists, shrank=shrank)
        shift = len(lead)
        members = tuple(
            Member(member.name, member.text, member.start + shift, member.end + shift)
            for member in filled
            if member.name in figures
        )
        present = {member.name for member in members}
        held = tuple(
            relation
            for relation in relations
            if present.issuperset((relation.left, *relation.right))
        )
        kind = form.name.partition("/")[0]
        return Claim(kind, form.name, f"{lead}{text}。", members, held, self.year)

    # Values

    def value(self, dim: str) -> Fraction:
        """An exact value of a dimension, in its base unit."""
        rng = self.rng
        if dim == "money":
            return Fraction(int(10 ** rng.uniform(6, 11.5)), 100)
        if dim in ("people", "households"):
            return Fraction(int(10 ** rng.uniform(1.7, 5.2)))
        if dim == "items":
            return Fraction(int(10 ** rng.uniform(1.2, 3.7)))
        if dim == "area":
            return Fraction(int(10 ** rng.uniform(4, 7)), 100)
        return Fraction(int(10 ** rng.uniform(4, 6.3)), 1000)

    def portion(self, dim: str, whole: Fraction, least: float, most: float) -> Fraction:
        """An exact part of (or over) a whole, to the grain of its dimension."""
        grain = {"money": 100, "area": 100, "length": 1000}.get(dim, 1)
        return Fraction(int(whole * grain * Fraction(self.rng.uniform(least, most))), grain)

    # Figures

    def style(self, dim: str, value: Fraction) -> tuple[str, int]:
        """A unit and a number of decimals in which this value keeps two digits at least."""
        rng = self.rng
        options = STYLES[dim]
        fitting = [
            (unit, decimals)
            for unit, choices in options
            for decimals in choices
            if value / FACTORS[unit] >= Fraction(1, 2)
            and value / FACTORS[unit] * 10**decimals >= 10
        ]
        if not fitting:
            return options[0][0], options[0][1][-1]
        return rng.choice(fitting)

    def figure(self, value: Fraction, style: tuple[str, int]) -> str:
        """The value as a figure, now and then with thousands separated or a trailing 0 left out."""
        unit, decimals = style
        text = printed(value, unit, decimals, grouped=self.rng.random() < 0.1)
        number = text[: -len(unit)]
        if decimals and unit not in EXACT and number.endswith("0") and self.rng.random() < 0.3:
            return number.rstrip("0").rstrip(".") + unit
        return text

    def figures(self, dim: str, values: Mapping[str, Fraction]) -> dict[str, str]:
        """Values of one dimension as figures, mostly in one style."""
        shared = self.style(dim, min(values.values()))
        mixed = self.rng.random() < 0.25
        return {
            name: self.figure(value, self.style(dim, value) if mixed else shared)
            for name, value in values.items()
        }

    def rate(self, exact: Fraction, texts: Callable[[], Fraction] | None = None) -> str | None:
        """A rate with 0–4 decimals, from the exact or from the printed values; None where it would be 0."""
        if texts is not None and self.rng.random() < 0.4:
            exact = texts()
        decimals = self.rng.choice((0, 0, 1, 1, 1, 2, 2, 2, 2, 3, 4))
        text = plain(exact * 100, decimals)
        if not float(text):
            return None
        if "." in text and text.endswith("0") and self.rng.random() < 0.4:
            text = text.rstrip("0").rstrip(".")
        return f"{text}%"

    def hedge(
        self,
        form: Form,
        figures: dict[str, str],
        values: Mapping[str, Fraction],
        chance: float = 0.12,
    ) -> None:
        """Now and then one figure gets a hedge that is true of its value."""
        if self.rng.random() >= chance:
            return
        name = self.rng.choice(sorted(values))
        if name not in form.slots and name not in figures:
            return
        match = FIGURE.fullmatch(figures[name])
        before = form.template.partition(f"{{{name}}}")[0][-1:]
        choices: tuple[Hedge, ...] = ("近", "约", "余", "左右")
        if before not in "达到至即" and name not in ("plan", "budget"):
            choices = (*choices, "超过", "不足")
        if match is None:
            return
        text = hedged(values[name], match["unit"], self.rng.choice(choices), self.rng)
        if text is not None:
            figures[name] = text

    def years(self) -> dict[str, str]:
        """Names of the evaluated year and of the year before."""
        now = self.rng.choice((f"{self.year}年", f"{self.year}年", f"{self.year}年度"))
        return {"y1": now, "y0": self.rng.choice((f"{self.year - 1}年", "上年", "上年度"))}


def _middle(text: str) -> Fraction:
    low, high = interval(text)
    return (low + high) / 2


def growth(draft: Draft, form: Form) -> Claim | None:
    """Two years' values, with the difference, the rate, or both."""
    topic = draft.rng.choice(TOPICS)
    base = draft.value(topic.dim)
    now = draft.portion(topic.dim, base, *draft.rng.choice(((0.35, 0.98), (1.01, 1.6), (1.2, 3.5))))
    delta = abs(now - base)
    if not delta or not now:
        return None
    figures = draft.figures(topic.dim, {"base": base, "now": now})
    figures["delta"] = draft.figure(delta, draft.style(topic.dim, delta))
    if figures["base"] == figures["now"]:
        return None
    shrank = now < base
    rate = draft.rate(
        delta / base,
        lambda: abs(_middle(figures["now"]) - _middle(figures["base"])) / _middle(figures["base"]),
    )
    if rate is None:
        return None
    figures["rate"] = rate
    draft.hedge(form, figures, {"base": base, "now": now, "delta": delta, "rate": delta / base})
    relations = [
        Relation("sum", "base", ("now", "delta"))
        if shrank
        else Relation("sum", "now", ("base", "delta")),
        Relation("decline" if shrank else "growth", "rate", ("now", "base")),
        Relation("ratio", "rate", ("delta", "base")),
    ]
    names = {"s": draft.place() + topic.whole, **draft.years()}
    return draft.finish(form, names, figures, relations, shrank=shrank)


def _ratio(
    draft: Draft,
    form: Form,
    names: Mapping[str, str],
    dim: str,
    bounds: tuple[float, float],
    parts: tuple[str, str],
) -> Claim | None:
    """A part, a whole, and their rate; with ``left`` as what is left of the whole."""
    part_name, whole_name = parts
    whole = draft.value(dim)
    part = draft.portion(dim, whole, *bounds)
    if not part or (part >= whole and "left" in form.slots):
        return None
    values = {whole_name: whole, part_name: part}
    if "left" in form.slots:
        values["left"] = whole - part
    figures = draft.figures(dim, values)
    rate = draft.rate(
        part / whole, lambda: _middle(figures[part_name]) / _middle(figures[whole_name])
    )
    if rate is None:
        return None
    figures["rate"] = rate
    draft.hedge(form, figures, {**values, "rate": part / whole})
    relations = [
        Relation("ratio", "rate", parts),
        Relation("sum", whole_name, (part_name, "left")),
    ]
    return draft.finish(form, names, figures, relations)


def share(draft: Draft, form: Form) -> Claim | None:
    """A part, its whole and its share."""
    topic, place = draft.rng.choice(TOPICS), draft.place()
    names = {"ws": place + topic.whole, "ps": draft.rng.choice(topic.parts)}
    return _ratio(draft, form, names, topic.dim, (0.02, 0.97), ("part", "whole"))


def completion(draft: Draft, form: Form) -> Claim | None:
    """A plan, a result, and the rate of completion."""
    work = draft.rng.choice(WORKS)
    bounds = draft.rng.choice(((0.4, 0.999), (0.85, 1.0), (1.0, 1.25)))
    names = {"v": work.verb, "o": draft.place() + work.thing}
    return _ratio(draft, form, names, work.dim, bounds, ("done", "plan"))


def execution(draft: Draft, form: Form) -> Claim | None:
    """A budget, what was spent of it or came in, the rate, and what is left."""
    bounds = draft.rng.choice(((0.3, 0.9), (0.8, 0.999)))
    subject = (
        draft.place()
        + draft.rng.choice(PROJECTS)
        + draft.rng.choice(("项目资金", "专项资金", "经费"))
    )
    return _ratio(draft, form, {"s": subject}, "money", bounds, ("paid", "budget"))


def total(draft: Draft, form: Form) -> Claim | None:
    """A sum of two to nine parts."""
    topic = draft.rng.choice(TOPICS)
    count = draft.rng.randint(2, 9)
    if draft.rng.random() < 0.5:
        labels = draft.rng.sample(topic.parts, count)
    else:
        labels = [draft.place() for _ in range(count)]
    whole = draft.value(topic.dim)
    parts = [draft.portion(topic.dim, whole, 0.3 / count, 1.7 / count) for _ in range(count)]
    if not all(parts):
        return None
    values = {f"p{at}": part for at, part in enumerate(parts, 1)}
    figures = draft.figures(topic.dim, values)
    total_value = sum(parts, Fraction(0))
    style = _style_of(figures["p1"])
    if draft.rng.random() < 0.3:
        style = draft.style(topic.dim, total_value)
    figures["total"] = draft.figure(total_value, style)
    draft.hedge(form, figures, {"total": total_value, **values}, 0.08)
    items = [Item(label, f"p{at}") for at, label in enumerate(labels, 1)]
    names = {"s": draft.place("县") + topic.whole, "k": NUMERALS[count] if count != 2 else "两"}
    relations = [Relation("sum", "total", tuple(values))]
    return draft.finish(form, names, figures, relations, {"items": items})


def _style_of(text: str) -> tuple[str, int]:
    match = FIGURE.fullmatch(text)
    assert match is not None
    return match["unit"], len(match["number"].partition(".")[2])


def unit(draft: Draft, form: Form) -> Claim | None:
    """One amount in two units."""
    topic = draft.rng.choice([topic for topic in TOPICS if topic.dim != "items"])
    value = draft.value(topic.dim)
    styles = {
        "money": [
            ("元", 0),
            ("元", 2),
            ("万元", 2),
            ("万元", 4),
            ("万元", 0),
            ("亿元", 2),
            ("亿元", 4),
        ],
        "people": [("人", 0), ("万人", 1), ("万人", 2), ("万人", 4)],
        "households": [("户", 0), ("万户", 2), ("万户", 4)],
        "area": [("亩", 0), ("亩", 2), ("万亩", 2), ("万亩", 4)],
        "length": [("公里", 1), ("公里", 2), ("公里", 3), ("米", 0)],
    }[topic.dim]
    first, second = draft.rng.sample(styles, 2)
    if first[0] == second[0]:
        return None
    if any(
        value / FACTORS[unit] * 10 ** min(decimals, 2) < 10 for unit, decimals in (first, second)
    ):
        return None
    figures = {"a": draft.figure(value, first), "b": draft.figure(value, second)}
    draft.hedge(form, figures, {"b": value})
    names = {"s": draft.place() + topic.whole}
    return draft.finish(form, names, figures, [Relation("same", "a", ("b",))])


class Scoring:
    """Scores through a chain of roundings: amounts → rate → score → subtotal → total.

    At each step the next figure comes from the exact or from the printed one, as the author's tool has it.
    """

    def __init__(self, draft: Draft) -> None:
        self.draft = draft
        self.rng = draft.rng
        self.decimals = self.rng.choice((1, 2, 2, 2))
        self.figures: dict[str, str] = {}
        self.relations: list[Relation] = []

    def put(self, name: str, value: Fraction) -> Fraction:
        """Print a score; gives the value that the next step goes on from."""
        if value.denominator == 1 and self.rng.random() < 0.7:
            text = f"{value}分"
        else:
            text = plain(value, self.decimals)
            if text.endswith("0") and not text.endswith(".0") and self.rng.random() < 0.5:
                text = text[:-1]
            text += "分"
        self.figures[name] = text
        return self.rng.choice((value, Fraction(text[:-1])))

    def by_rate(self, form: Form, full: int) -> Fraction:
        """The score of an item in proportion to its rate."""
        plan = "plan" if "plan" in form.slots else "budget"
        done = "done" if plan == "plan" else "paid"
        dim = (
            "money"
            if plan == "budget"
            else self.rng.choice(("people", "households", "area", "length"))
        )
        whole = self.draft.value(dim)
        part = self.draft.portion(dim, whole, *self.rng.choice(((0.5, 0.9), (0.85, 0.999))))
        self.figures |= self.draft.figures(dim, {plan: whole, done: part})
        rate = self.draft.rate(part / whole) or "0%"
        if "rate" in form.slots:
            self.figures["rate"] = rate
            at = self.rng.choice((part / whole, Fraction(rate[:-1]) / 100))
        else:
            at = self.rng.choice((part / whole, half_up(part / whole, 4)))
        self.figures["full"] = f"{full}分"
        self.relations += [
            Relation("ratio", "rate", (done, plan)),
            Relation("product", "score", ("full", "rate")),
        ]
        if "rate" not in form.slots:
            self.relations.append(Relation("scaled", "score", ("full", done, plan)))
        return self.put("score", full * at)

    def listed(
        self, prefix: str, labels: Sequence[str], fulls: Sequence[int]
    ) -> tuple[list[Item], Fraction]:
        """Items with full marks or in part of them, and the sum that goes on."""
        items, whole = [], Fraction(0)
        for at, (label, full) in enumerate(zip(labels, fulls, strict=True), 1):
            name = f"{prefix}{at}"
            reached = (
                Fraction(1)
                if self.rng.random() < 0.4
                else Fraction(self.rng.randint(600, 999), 1000)
            )
            whole += self.put(name, full * reached)
            self.figures[f"{prefix}w{at}"] = f"{full}分"
            self.relations.append(Relation("within", name, (f"{prefix}w{at}",)))
            items.append(Item(label, name, f"{prefix}w{at}"))
        return items, whole


OUTPUTS = ("数量指标", "质量指标", "时效指标", "成本指标")
FRAMES: tuple[tuple[tuple[str, int], ...], ...] = (
    (("预算执行", 10), ("产出指标", 50), ("效益指标", 30), ("满意度指标", 10)),
    (("预算执行", 20), ("产出指标", 40), ("效益指标", 30), ("满意度指标", 10)),
    (("预算执行", 10), ("产出指标", 40), ("效益指标", 40), ("满意度指标", 10)),
    (("投入", 15), ("过程", 25), ("产出", 30), ("效果", 30)),
    (("投入", 20), ("过程", 20), ("产出", 20), ("效果", 40)),
    (("决策", 10), ("管理", 25), ("产出", 30), ("效益", 35)),
)


def _split(rng: random.Random, whole: int, count: int) -> list[int]:
    """Full marks of so many items: whole numbers, 4 at least, that make up the whole."""
    cuts = sorted(4 * cut for cut in rng.sample(range(1, whole // 4), count - 1))
    return [b - a for a, b in zip([0, *cuts], [*cuts, whole], strict=True)]


def score(draft: Draft, form: Form) -> Claim | None:
    """Scores: one by its rate, a list with its subtotal, parts with their total, or the whole chain."""
    scoring, rng = Scoring(draft), draft.rng
    frame = rng.choice(FRAMES[:3] if form.slots & {"items", "rest", "score"} else FRAMES)
    lists: dict[str, list[Item]] = {}
    summed, so_far = [], Fraction(0)
    if "score" in form.slots:
        so_far += scoring.by_rate(form, frame[0][1])
        summed.append("score")
    if "items" in form.slots:
        count = rng.randint(2, 4)
        marks = _split(rng, frame[1][1], count)
        lists["items"], part = scoring.listed("i", rng.sample(OUTPUTS, count), marks)
        so_far += scoring.put("sub", part)
        scoring.relations.append(
            Relation("sum", "sub", tuple(item.figure for item in lists["items"]))
        )
        summed.append("sub")
    for name, rows in (
        ("marks", frame),
        ("rest", frame[2:] if "items" in form.slots else frame[1:]),
    ):
        if name in form.slots:
            labels, fulls = [label for label, _ in rows], [full for _, full in rows]
            lists[name], part = scoring.listed(name[0], labels, fulls)
            so_far += part
            summed += [item.figure for item in lists[name]]
    scoring.put("total", so_far)
    scoring.relations.append(Relation("sum", "total", tuple(summed)))
    count = len(lists.get("items", lists.get("marks", ())))
    names = {
        "s": draft.place() + rng.choice(PROJECTS) + "项目",
        "k": NUMERALS[count] if count != 2 else "两",
    }
    return draft.finish(form, names, scoring.figures, scoring.relations, lists)


MAKERS: dict[str, Callable[[Draft, Form], Claim | None]] = {
    "growth": growth,
    "share": share,
    "completion": completion,
    "sum": total,
    "score": score,
    "unit": unit,
    "execution": execution,
}


def right_claims(seed: int, n: int) -> Iterator[Claim]:
    """``n`` right claims, all kinds in turn; ``PER_REPORT`` in succession fit into one report."""
    rng = random.Random(seed)
    draft = Draft(rng, 2023)
    for at in range(n):
        if at % PER_REPORT == 0:
            draft = Draft(rng, rng.randint(2016, 2024))
        yield draft.claim(KINDS[at % len(KINDS)])


def small_report(year: int, sentences: Sequence[str]) -> str:
    """A short report with each sentence as a paragraph of its own, from line ``FIRST_LINE`` on."""
    return "\n".join((*OPENING, *sentences, *CLOSING)).format(year=year)


OPENING = (
    "{year}年度项目支出绩效自评报告",
    "一、项目基本情况",
    "各单位按照职责分工组织项目实施，由财政所汇总台账。",
    "二、绩效目标",
    "按照部门预算批复的绩效目标执行。",
    "三、绩效目标完成情况",
)
CLOSING = (
    "四、存在的问题",
    "部分单位资料归集不够及时。",
    "五、改进措施",
    "建立资料清单，按月催报。",
    "六、自评结论",
    "各项目按计划实施，绩效目标基本实现。",
)
FIRST_LINE = len(OPENING) + 1
