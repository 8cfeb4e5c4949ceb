"""Whether two figures that a slip keeps apart may be one fact: what kind of figure each is.

A plan and a result, two times or stages, two places, a part and its whole, what is short and what
there is are two facts; and so is a figure that its own sentence makes of others.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import accumulate, combinations, permutations
from operator import add

from linter.binding.names import LEFT_OUT
from linter.binding.nearby import moments_within
from linter.binding.same_facts.other_places import is_of_another_place
from linter.binding.same_facts.restated import are_parallel
from linter.binding.same_facts.strays import about, is_part
from linter.facts.facts import Facts
from linter.facts.quantity import Quantity
from linter.facts.status import MEASURED, status
from linter.regexes.late import regex

PLANS = ("budget", "adjusted", "initial", "planned", "target", "full", "price", "previous")
_LEAD, _WIDE, _SIDE, _NEAR, _HEAD = 24, 48, 120, 14, 10
_PLAN = regex(
    r"计划|目标|任务|应[筹到缴录收配担付]|须|拟|预算|原定|原想|限价|控制|预测|方案|要求|指标值"
)
_PART = regex(
    r"其中|分别|依次|中有|[第每][一二三四五六七八九十\d]|标段|[多少]了?$|比|较|(?<!新)增|减|降|超|由|从|另|又"
)
_SHORT = regex(r"欠|缺|差|短|剩|余|扣|少|未|没")
_STAGE = regex(
    r"送审|审[定减核]|控制价|签约|[治改][前后]|入学|毕业|初审|复审|中标|成交|合同|结算|决算|概算|申报|核[定减]|初验|复[验检查评]|合格|抽|回访"
    r"|[日月人户年]均|平均|本期|一期|二期|寄宿|报名|结业|有效|新增|累计|焚烧|填埋|[男女]|返[工修]"
)
"""Before a figure: what is counted at one stage, or one part of what another figure counts."""
_DEEDS = regex(
    "带动|辐射|吸纳|改厕|搬迁|慰问|走访|转移|参保|救助|资助|征[收缴]|受理|巡[查护]|危改|改水|绿化|造林|抽查"
)
"""Before a figure: what was done; what was done otherwise is another fact."""
_OF = regex(
    r"[\u4e00-\u9fff]{1,2}(?:(?<![城农乡各全本返下我])[村镇乡县市省局片校院馆站]|区|街道|社区|医院|公司)"
    r"|[\u4e00-\u9fffA-Z\d](?:标段|项目|包)|[A-Z甲乙丙丁][^\u4e00-\u9fff]?项"
)
"""Before a figure: what it is told of, where the report tells of several."""
_YEAR = regex(r"(?<!\d)((?:19|20)\d\d)年")
_PAST = regex(r"上一?年|去年|年初结[转余]")
_PERIODS = (
    r"另[一外有]|[上下]半年|季度|上年|去年|往年|次年|下一?年|明年|同期|"
    r"(?:(?<=截至)|(?<=截止)|(?<=截至\d{4}年)|(?<=截止\d{4}年))(?:[1-9]|1[01])月"
)
_PERIOD = regex(_PERIODS)
_TIME = regex(rf"{_PERIODS}|(?<!\d)(?:[1-9]|1[01])月|[年期]初|以后|今后")


def named(facts: Facts, figure: Quantity) -> str:
    """What the row and the column of a figure in a table are called."""
    cell = facts.cells.get(figure.start)
    if cell is None:
        return ""
    table, row = cell
    names = [t for t in row.texts if t and not t[0].isdigit()]
    return " ".join((*names, table.columns[row.column_of(figure)].header))


def is_planned(facts: Facts, figure: Quantity) -> bool:
    """Whether a figure is a goal or a plan, by its column or by the words before it."""
    cell = facts.cells.get(figure.start)
    if cell is not None:
        table, row = cell
        return table.columns[row.column_of(figure)].kind in PLANS
    lead = MEASURED.sub("", _lead(facts, figure))
    return status(facts, figure) != "actual" or bool(_PLAN.search(lead))


def are_of_one_kind(facts: Facts, a: Quantity, b: Quantity, *, dated: bool = True) -> bool:
    """Whether two figures are of one subject, and neither is of a part.

    ``dated`` as in ``are_of_one_subject``.
    """
    leads = [_lead_of(facts, f) for f in (a, b)]
    if any(LEFT_OUT.search(lead) or _PART.search(lead) for lead in leads):
        return False
    if bool(_SHORT.search(leads[0])) is not bool(_SHORT.search(leads[1])):
        return False
    return are_of_one_subject(facts, a, b, dated=dated) and not _are_of_two_deeds(facts, a, b)


def _are_of_two_deeds(facts: Facts, a: Quantity, b: Quantity) -> bool:
    """Whether something else was done for the ones than for the others: 改厕412户, 走访421户."""
    one, other = ({*_DEEDS.findall(named(facts, f) or _sentence(facts, f))} for f in (a, b))
    return bool(one and other) and one.isdisjoint(other)


def are_of_one_subject(facts: Facts, a: Quantity, b: Quantity, *, dated: bool = True) -> bool:
    """Whether two figures are of the same time, stage and place, and both or neither are plans.

    ``dated``: a month or the year's beginning before one and not the other makes two times of them.
    """
    if is_planned(facts, a) is not is_planned(facts, b):
        return False
    if not are_of_one_time(facts, a, b, dated=dated):
        return False
    if is_of_another_place(facts, a) is not is_of_another_place(facts, b):
        return False
    stages = [{*_STAGE.findall(named(facts, f) or _lead_of(facts, f))} for f in (a, b)]
    if stages[0] != stages[1]:
        return False
    one, other = (_told_of(facts, f) for f in (a, b))
    if any(not one[kind] & other[kind] for kind in one.keys() & other.keys()):
        return False
    return not are_parallel(facts, a, b)


def are_of_one_time(facts: Facts, a: Quantity, b: Quantity, *, dated: bool = True) -> bool:
    """Whether two figures are of the same time; ``dated`` as in ``are_of_one_subject``."""
    times = _TIME if dated else _PERIOD
    said = ["" if f.start in facts.cells else _sentence(facts, f) for f in (a, b)]
    same = {*times.findall(said[0])} == {*times.findall(said[1])}
    return same and _are_of_one_year(facts, a, b)


def _lead_of(facts: Facts, figure: Quantity) -> str:
    """The words before a figure of running text; a cell has none."""
    return "" if figure.start in facts.cells else _lead(facts, figure)


def _sentence(facts: Facts, figure: Quantity) -> str:
    """The words before a figure in its sentence, from the last semicolon."""
    return facts.text[_begin(facts, figure) : figure.start]


def _begin(facts: Facts, figure: Quantity) -> int:
    low, _ = facts.windows.before("sentence", figure.start, _WIDE)
    return facts.behind_last(";", low, figure.start)


def _told_of(facts: Facts, figure: Quantity) -> dict[str, set[str]]:
    """The places and bodies named in a figure's sentence before it or in its row, by kind."""
    found: dict[str, set[str]] = {}
    for text in _heads(facts, figure):
        for name in _OF.findall(text):
            found.setdefault(name[-1], set()).add(name)
    return found


def _heads(facts: Facts, figure: Quantity) -> Iterable[str]:
    """Where the name of what a figure is told of may stand."""
    cell = facts.cells.get(figure.start)
    if cell is not None:
        return cell[1].texts
    low, _ = facts.windows.bounds("block", figure.start)
    near = facts.text[max(low, figure.start - _LEAD) : figure.start]
    return facts.text[low : min(low + _HEAD, figure.start)], near


def _are_of_one_year(facts: Facts, a: Quantity, b: Quantity) -> bool:
    """Whether no other year than the evaluated one is told before one figure and not the other."""
    years: list[set[int | None]] = []
    for figure in (a, b):
        told, past = _years_before(facts, figure)
        told -= {None, facts.year}
        years.append(told or ({facts.year - 1} if facts.year and past else told))
    return years[0] == years[1]


def _years_before(facts: Facts, figure: Quantity) -> tuple[set[int | None], bool]:
    """The years told before a figure, or by its column, and whether words make it of the past."""
    if figure.start in facts.cells:
        words = named(facts, figure)
        return {int(year) for year in _YEAR.findall(words)}, _PAST.search(words) is not None
    low = _begin(facts, figure)
    years = {m.year for m in moments_within(facts, low, figure.start)}
    return years, _PAST.search(facts.text, low, figure.start) is not None


def _lead(facts: Facts, figure: Quantity) -> str:
    low, high = facts.own_lead(figure, _LEAD)
    return facts.text[facts.behind_last(",，;、", low, high) : high]


def is_borne_out(facts: Facts, figure: Quantity, twin: Quantity, *, limits: bool = True) -> bool:
    """Whether a figure's sentence (or table) tells the twin too, or makes the figure of others.

    ``limits``: that a hedged figure there (不到九成) admits the twin tells it, too.
    """
    for one, other in ((figure, twin), (twin, figure)):
        if one.start in facts.cells:
            cells = facts.cells[one.start][1].figures
            same = [f for f in cells if f is not None and f.dimension == one.dimension]
            if any((about(a) - about(b)).meets(other.value) for a, b in permutations(same, 2)):
                return True
    if is_part(facts, figure, twin) or is_part(facts, twin, figure):
        return True
    if figure.start in facts.cells:
        rows = facts.cells[figure.start][0].rows
        told = (f for row in rows for f in row.figures if f is not None)
        return any(facts.size(f) == facts.size(twin) for f in told)
    low, high = facts.windows.around("sentence", figure.start, figure.end, _SIDE)
    around = [f for f in facts.around(figure, low, high) if f.printed][:_NEAR]
    told = (f for f in around if f.dimension == twin.dimension and (limits or not f.hedge))
    if any(about(f).meets(twin.value) for f in told):
        return True
    alike = [f for f in around if f.dimension == figure.dimension]
    return _is_sum(figure, alike) or _is_product(figure, around)


def _is_sum(figure: Quantity, alike: Sequence[Quantity]) -> bool:
    """Whether a figure is the sum or the difference of two of its kind, or some in a row's sum."""
    for a, b in combinations(map(about, alike), 2):
        if any(made.meets(figure.value) for made in (a + b, a - b, b - a)):
            return True
    runs = (accumulate(map(about, alike[at:]), add) for at in range(len(alike)))
    return any(made.meets(figure.value) for run in runs for made in list(run)[2:])


def _is_product(figure: Quantity, around: Sequence[Quantity]) -> bool:
    size, slack = float(figure.printed), float(figure.step) * 0.6
    sizes = [float(f.printed) for f in around]
    return any(
        abs(a * b - size) <= slack or abs(a / b - size) <= slack for a, b in permutations(sizes, 2)
    )
