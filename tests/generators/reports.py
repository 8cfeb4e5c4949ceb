"""Whole reports that are right: own units, places and figures, in the outlines that real ones have.

Every printed relation is true, rounded half up. Sentences carry their own names and figures, so that no two
reports have many in common.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from fractions import Fraction

from msgspec import Struct

from tests.generators.claims import NUMERALS, Draft
from tests.generators.figures import half_up, plain
from tests.generators.forms import Item, fill, forms
from tests.generators.names import PROJECTS, WORKS, Work

LENGTHS = (4000, 7000)
LISTS = {"problems": "自评中发现的问题主要有以下几个方面：", "measures": "下一步采取以下措施："}
SURNAMES = "周吴郑冯陈褚卫蒋沈韩杨朱秦尤许何吕施孔曹严华金魏陶姜"
OFFICES = (
    "水务服务中心",
    "住房和城乡建设局",
    "农业农村局",
    "卫生健康局",
    "教育局",
    "文化旅游局",
    "民政局",
    "林业局",
)
SOURCES = ("中央补助资金", "省级补助资金", "市级补助资金", "县级配套资金")
UNITS = {"people": "人", "households": "户", "items": "个", "area": "亩", "length": "公里"}
GRADES = ((90, "优"), (80, "良"), (60, "中"), (0, "差"))


class Chapter(Struct, frozen=True):
    """A heading (one of several wordings, parted by /), what stands under it, and its sub-headings."""

    titles: str
    content: tuple[str, ...] = ()
    below: tuple[Chapter, ...] = ()


RECIPES: dict[str, tuple[str, int, tuple[str, ...]]] = {
    "background": ("background", 6, ("share", "unit")),
    "money": ("funds", 5, ("sum",)),
    "management": ("management", 6, ("completion", "share")),
    "more management": ("management", 4, ()),
    "growth": ("growth", 0, ("growth", "growth", "growth", "share")),
    "outputs": ("benefit", 0, ("completion", "sum", "unit")),
    "benefit": ("benefit", 6, ("growth", "sum")),
    "survey": ("survey", 2, ()),
    "score": ("other", 0, ()),
}
"""What a content is told with: the narrative forms, how many at most, and the kinds of claims."""


def _chapter(titles: str, *content: str | Chapter) -> Chapter:
    return Chapter(
        titles,
        tuple(entry for entry in content if isinstance(entry, str)),
        tuple(entry for entry in content if isinstance(entry, Chapter)),
    )


_c = _chapter
FAMILIES: dict[str, tuple[Chapter, ...]] = {
    "transfer": (
        _c("绩效目标分解下达情况", "background", "goal"),
        _c(
            "绩效目标完成情况分析/绩效情况分析",
            _c("资金投入情况分析", "money"),
            _c("资金管理情况分析", "management"),
            _c("总体绩效目标完成情况分析", "growth", "score"),
            _c("绩效指标完成情况分析", "outputs", "benefit", "survey"),
        ),
        _c("偏离绩效目标的原因和下一步改进措施", "problems", "measures"),
        _c("绩效自评结果拟应用和公开情况", "use"),
        _c("其他需要说明的问题", "other"),
    ),
    "poverty": (
        _c("绩效目标分解下达情况", "background", "goal"),
        _c("绩效自评工作开展情况", "evaluation"),
        _c(
            "绩效目标自评完成情况分析",
            _c("资金投入情况", "money"),
            _c("项目管理情况", "management"),
            _c("绩效指标完成情况", "outputs", "benefit", "survey"),
        ),
        _c("未完成绩效目标的原因和改进措施", "problems", "measures"),
        _c("绩效自评结果", "score"),
        _c("绩效自评结果应用", "use"),
        _c("主要经验及做法、存在的问题和建议", "experience", "growth"),
        _c("其他需说明的问题", "other"),
    ),
    "yunnan": (
        _c("项目基本情况", _c("项目概况", "background"), _c("项目绩效目标", "goal")),
        _c("项目绩效自评工作开展情况", "evaluation"),
        _c(
            "项目绩效实现情况",
            _c("项目资金情况", "money"),
            _c("项目组织管理情况", "management"),
            _c("绩效指标实现情况", "outputs", "benefit", "survey", "growth"),
        ),
        _c("绩效目标未完成原因和下一步改进措施", "problems", "measures"),
        _c("绩效自评结果", "score"),
        _c("结果公开情况和应用打算", "use"),
        _c("绩效自评工作的经验、问题和建议", "experience"),
        _c("其他需说明的情况", "other"),
    ),
    "hubei": (
        _c(
            "自评结论",
            _c("自评得分", "score"),
            _c("绩效目标完成情况", "money", "outputs", "survey"),
            _c("效益情况", "benefit", "growth"),
            _c("存在的问题和原因", "problems"),
            _c("下一步拟改进措施", "measures", "use"),
        ),
        _c(
            "佐证材料",
            _c("基本情况", "background", "goal"),
            _c("自评工作开展情况", "evaluation"),
            _c("组织实施情况", "management", "other"),
        ),
    ),
    "hunan": (
        _c(
            "专项资金基本情况",
            _c("专项资金概况", "background"),
            _c("绩效目标", "goal"),
            _c("资金使用及管理情况", "money", "management"),
        ),
        _c("评价工作情况", "evaluation"),
        _c("主要绩效", "outputs", "benefit", "survey", "growth"),
        _c("评价结论", "score"),
        _c("存在的问题", "problems"),
        _c("有关建议", "measures"),
        _c("其他需要说明的问题", "use", "other"),
    ),
    "sichuan": (
        _c(
            "项目概况",
            _c("项目基本情况", "background"),
            _c("项目绩效目标", "goal"),
            _c("项目自评步骤及方法", "evaluation"),
        ),
        _c("项目资金申报及使用情况", "money"),
        _c("项目实施及管理情况", "management"),
        _c(
            "项目绩效情况",
            _c("项目完成情况", "outputs", "growth"),
            _c("项目效益情况", "benefit", "survey"),
        ),
        _c(
            "评价结论及建议",
            _c("评价结论", "score"),
            _c("存在的问题", "problems"),
            _c("相关建议", "measures", "use"),
        ),
    ),
    "shanghai": (
        _c(
            "项目基本情况",
            _c("项目背景", "background"),
            _c("绩效目标", "goal"),
            _c("资金情况", "money"),
        ),
        _c("绩效评价工作情况", "evaluation", "management"),
        _c(
            "评价结论和绩效分析",
            _c("评价结论", "score"),
            _c("产出分析", "outputs"),
            _c("效益分析", "benefit", "survey", "growth"),
        ),
        _c(
            "经验、问题和建议",
            _c("主要经验", "experience"),
            _c("存在问题", "problems"),
            _c("改进建议", "measures", "use"),
        ),
    ),
    "linhe": (
        _c("基本情况", _c("项目概况", "background"), _c("整体绩效目标", "goal")),
        _c("综合评价结论", "score"),
        _c(
            "绩效实现情况分析/绩效目标实现情况分析",
            _c("资金投入情况分析", "money"),
            _c("组织实施情况分析", "management"),
            _c("绩效指标完成情况分析", "outputs", "benefit", "survey", "growth"),
        ),
        _c("偏离绩效目标的原因和改进措施", "problems", "measures"),
        _c("自评结果应用和公开情况", "use"),
        _c("自评工作开展情况", "evaluation", "other"),
    ),
    "national": (
        _c(
            "基本情况",
            _c("项目概况", "background", "management"),
            _c("项目绩效目标", "goal"),
            _c("资金投入和使用情况", "money"),
        ),
        _c("绩效评价工作开展情况", "evaluation"),
        _c("综合评价情况及评价结论", "score"),
        _c(
            "绩效评价指标分析",
            _c("项目产出情况", "outputs", "growth"),
            _c("项目效益情况", "benefit", "survey"),
        ),
        _c(
            "主要经验及做法、存在的问题及原因分析",
            _c("主要经验及做法", "experience"),
            _c("存在的问题及原因分析", "problems"),
        ),
        _c("有关建议", "measures", "use"),
        _c("其他需要说明的问题", "other"),
    ),
    "framework2013": (
        _c(
            "项目基本概况",
            _c("项目概况", "background", "management"),
            _c("项目绩效目标", "goal"),
            _c("经费来源和使用情况", "money"),
        ),
        _c("项目绩效评价工作情况", "evaluation"),
        _c(
            "绩效分析及评价结论",
            _c("投入（{投入}）", "funds"),
            _c("过程（{过程}）", "more management"),
            _c("产出（{产出}）", "outputs"),
            _c("效果（{效果}）", "benefit", "survey", "growth"),
            _c("评价结果和评价结论", "score"),
        ),
        _c("存在的问题及改进措施", "problems", "measures"),
        _c("其他需要说明的问题", "use", "other"),
    ),
}
OLD = {"framework2013": (("投入", 20), ("过程", 20), ("产出", 20), ("效果", 40))}
NEW = (("预算执行", 10), ("产出指标", 50), ("效益指标", 30), ("满意度指标", 10))


class GeneratedReport(Struct, frozen=True):
    """A report with the family of its outline and the sentence forms it took."""

    name: str
    family: str
    text: str
    forms: frozenset[str]


class Output(Struct, frozen=True):
    """A planned thing with what was done of it, and its marks."""

    work: Work
    plan: str
    done: str
    rate: str
    full: int
    marks: Fraction


class Author:
    """Writes one report: draws its figures, then its chapters."""

    def __init__(self, rng: random.Random, family: str, *, markdown: bool) -> None:
        self.rng = rng
        self.family = family
        self.markdown = markdown
        self.year = rng.randint(2016, 2024)
        self.draft = Draft(rng, self.year)
        self.used: set[str] = set()
        self.county = self.draft.place("县")
        self.office = self.county + rng.choice(OFFICES)
        self.thing = rng.choice(PROJECTS)
        self.tables = 0
        self.days = 0
        self._draw_money()
        self._draw_outputs()
        self._draw_survey()
        self._draw_marks()

    # Figures

    def _draw_money(self) -> None:
        """Sources in hundredths of 万元, so that no total is rounded."""
        rng = self.rng
        names = rng.sample(SOURCES, rng.randint(2, 3))
        grain = rng.choice((1, 100, 1000))
        self.sources = []
        for name in names:
            budget = Fraction(rng.randint(2_000 // grain, 400_000 // grain) * grain + grain, 100)
            self.sources.append(
                (name, budget, Fraction(int(budget * rng.randint(800, 999) / 10), 100))
            )
        self.budget = sum((budget for _, budget, _ in self.sources), Fraction(0))
        self.paid = sum((paid for _, _, paid in self.sources), Fraction(0))

    def _draw_outputs(self) -> None:
        rng = self.rng
        works = rng.sample([work for work in WORKS if work.dim != "money"], 4)
        self.outputs = []
        for work, full in zip(
            works, rng.choice(((10, 10, 10, 8), (12, 10, 8, 8), (15, 8, 8, 7))), strict=True
        ):
            decimals = rng.choice((0, 1)) if work.dim in ("area", "length") else 0
            plan = Fraction(rng.randint(20 * 10**decimals, 900 * 10**decimals), 10**decimals)
            done = plan
            if rng.random() < 0.6:
                done = half_up(plan * Fraction(rng.randint(820, 1180), 1000), decimals)
            marks = half_up(full * min(Fraction(1), done / plan), 2)
            unit = UNITS[work.dim]
            rate = plain(done / plan * 100, 2) + "%"
            texts = plain(plan, decimals) + unit, plain(done, decimals) + unit
            self.outputs.append(Output(work, texts[0], texts[1], rate, full, marks))

    def _draw_survey(self) -> None:
        rng = self.rng
        self.sent = rng.randint(80, 900)
        self.valid = self.sent - rng.randint(1, self.sent // 12)
        self.happy = self.valid - rng.randint(1, self.valid // 14)
        self.satisfaction = Fraction(self.happy, self.valid)

    def _draw_marks(self) -> None:
        """The marks of each dimension: of the outputs by their rates, the others drawn."""
        rng = self.rng
        self.timely = Fraction(rng.choice((5, 6, 4)))
        self.effects = [Fraction(15), Fraction(rng.choice((15, 14, 13, 12)))]
        if self.family in OLD:
            self.frame = OLD[self.family]
            self.marks = [
                Fraction(full) - Fraction(rng.choice((0, 0, 1, 3, 5)), 2) for _, full in self.frame
            ]
        else:
            self.frame = NEW
            outputs = sum((output.marks for output in self.outputs), Fraction(0)) + 6 + self.timely
            self.marks = [
                half_up(self.paid / self.budget * 10, 2),
                outputs,
                self.effects[0] + self.effects[1],
                Fraction(10),
            ]
        self.total = sum(self.marks, Fraction(0))

    # Words

    def next_day(self) -> str:
        """A day early in the year after the evaluated one, later than those named before."""
        self.days += self.rng.randint(1, 4)
        return f"{self.year + 1}年{self.days // 28 + 1}月{self.days % 28 + 1}日"

    def date(self, year: int, first: int = 1, last: int = 12) -> tuple[int, int, int]:
        return year, self.rng.randint(first, last), self.rng.randint(1, 28)

    def names(self) -> dict[str, str]:
        """Texts for the slots of a narrative form, all drawn anew."""
        rng, year = self.rng, self.year
        first, second = self.date(year, 1, 7), self.date(year, 8, 12)
        return {
            "p": self.draft.place(),
            "q": self.draft.place(),
            "org": self.office,
            "proj": f"{self.thing}项目",
            "thing": self.thing,
            "y": f"{year}年",
            "ny": f"{year + 1}年",
            "date": "{}年{}月{}日".format(*first),
            "date2": "{}年{}月{}日".format(*second),
            "nd": self.next_day(),
            "n": str(rng.randint(3, 29)),
            "k": str(rng.randint(30, 980)),
            "money": plain(Fraction(rng.randint(1000, 90000), 100), 2) + "万元",
            "doc": f"{self.county[0]}{rng.choice(('财绩', '财预', '政办发', '财发'))}〔{year}〕{rng.randint(1, 199)}号",
            "name": rng.choice(SURNAMES) + rng.choice(("某", "某某")),
            "floor": "85%",
        }

    def told(self, kind: str, most: int) -> list[str]:
        """Up to so many narrative sentences of a kind, each form once in the report."""
        fresh = [form for form in forms(kind) if form.name not in self.used]
        drawn = set(self.rng.sample(range(len(fresh)), min(most, len(fresh))))
        chosen = [form for at, form in enumerate(fresh) if at in drawn]
        self.used |= {form.name for form in chosen}
        return [fill(form, self.names())[0] + "。" for form in chosen]

    def claimed(self, *kinds: str) -> list[str]:
        """A claim of each of these kinds."""
        made = [self.draft.claim(kind) for kind in kinds]
        self.used |= {claim.form for claim in made}
        return [claim.text for claim in made]

    def paragraphs(self, sentences: Sequence[str]) -> list[str]:
        """Sentences in paragraphs of two to four."""
        left, out = list(sentences), []
        while left:
            count = self.rng.randint(2, 4)
            out.append("".join(left[:count]))
            left = left[count:]
        return out

    def table(self, caption: str, rows: Sequence[Sequence[str]]) -> list[str]:
        """A pipe table with its caption."""
        self.tables += 1
        lines = [f"| {' | '.join(row)} |" for row in rows]
        if self.markdown:
            lines.insert(1, "|" + "--|" * len(rows[0]))
            return [f"表{self.tables} {caption}", "\n".join(lines)]
        return [f"表{self.tables} {caption}", *lines]

    # Chapters

    def content(self, key: str) -> list[str]:
        """The paragraphs of a chapter's content: its own facts, then narrative and claims."""
        if key in LISTS:
            listed = [f"{NUMERALS[at]}是{text}" for at, text in enumerate(self.told(key, 4), 1)]
            return [LISTS[key], *listed]
        facts = {
            "goal": self.goals,
            "money": self.money,
            "outputs": self.done,
            "survey": self.asked,
            "score": self.scored,
        }
        own = facts[key]() if key in facts else []
        narrative, most, kinds = RECIPES.get(key, (key, 4, ()))
        return [*own, *self.paragraphs(self.told(narrative, most) + self.claimed(*kinds))]

    def goals(self) -> list[str]:
        """The planned quantities in one sentence."""
        parts = [f"{output.work.verb}{output.work.thing}{output.plan}" for output in self.outputs]
        return [f"{self.year}年度的数量目标为{'、'.join(parts)}。"]

    def money(self) -> list[str]:
        """Budget and spending in words and as a table."""
        rate = plain(self.paid / self.budget * 100, 2) + "%"
        figures = {"budget": self.yuan(self.budget), "paid": self.yuan(self.paid), "rate": rate}
        figures["left"] = self.yuan(self.budget - self.paid)
        fitting = [
            form
            for form in forms("execution")
            if "执行率" in form.template and "到位" not in form.template
        ]
        form = self.rng.choice(fitting)
        self.used.add(form.name)
        sentence = fill(form, {"s": f"{self.thing}项目", **figures})[0] + "。"
        rows = [("资金来源", "全年预算数", "全年执行数", "执行率")]
        for name, budget, paid in [*self.sources, ("合计", self.budget, self.paid)]:
            rows.append(
                (name, plain(budget, 2), plain(paid, 2), plain(paid / budget * 100, 2) + "%")
            )
        return [sentence, *self.table("项目资金情况（单位：万元）", rows)]

    def yuan(self, value: Fraction) -> str:
        """An amount of 万元 with two decimals."""
        return plain(value, 2) + "万元"

    def done(self) -> list[str]:
        """What was planned and done, in words; as a table with marks where the frame has them."""
        sentences = []
        for output in self.outputs:
            form = self.rng.choice(forms("completion"))
            self.used.add(form.name)
            names = {"v": output.work.verb, "o": output.work.thing}
            figures = {"plan": output.plan, "done": output.done, "rate": output.rate}
            sentences.append(fill(form, {**names, **figures})[0] + "。")
        rows = [("三级指标", "年度指标值", "实际完成值", "完成率")]
        rows += [
            (output.work.verb + output.work.thing, f"≥{output.plan}", output.done, output.rate)
            for output in self.outputs
        ]
        return [*self.paragraphs(sentences), *self.table("产出指标完成情况", rows)]

    def asked(self) -> list[str]:
        """The satisfaction survey in one sentence."""
        form = self.rng.choice(forms("satisfaction"))
        self.used.add(form.name)
        figures = {
            "sent": str(self.sent),
            "valid": str(self.valid),
            "happy": str(self.happy),
            "back": plain(Fraction(self.valid, self.sent) * 100, 2) + "%",
            "rate": plain(self.satisfaction * 100, 2) + "%",
        }
        return [fill(form, figures)[0] + "。"]

    def scored(self) -> list[str]:
        """The total by dimensions, the grade, and the table of marks."""
        fitting = [
            form
            for form in forms("score")
            if "marks" in form.slots and not form.slots & {"items", "score", "rest"}
        ]
        form = self.rng.choice(fitting)
        self.used.add(form.name)
        texts = {
            "s": f"{self.thing}项目",
            "k": NUMERALS[len(self.frame)],
            "total": self.points(self.total),
        }
        items = []
        for at, ((label, full), marks) in enumerate(zip(self.frame, self.marks, strict=True)):
            texts |= {f"m{at}": self.points(marks), f"w{at}": f"{full}分"}
            items.append(Item(label, f"m{at}", f"w{at}"))
        grade = next(word for least, word in GRADES if self.total >= least)
        sentence = fill(form, texts, {"marks": items})[0] + f"，评价等级为“{grade}”。"
        return [sentence, *self.table("指标得分情况", self.score_rows())]

    def score_rows(self) -> list[tuple[str, ...]]:
        if self.family in OLD:
            dimensions = [
                (label, str(full), plain_points(marks))
                for (label, full), marks in zip(self.frame, self.marks, strict=True)
            ]
            return [
                ("一级指标", "分值", "得分"),
                *dimensions,
                ("合计", "100", plain_points(self.total)),
            ]
        rate = plain(self.paid / self.budget * 100, 2) + "%"
        rows: list[tuple[str, ...]] = [
            ("预算执行", "预算执行率", "100%", rate, "10", plain_points(self.marks[0]))
        ]
        for output in self.outputs:
            name = output.work.verb + output.work.thing
            marks = plain_points(output.marks)
            rows.append(("产出指标", name, f"≥{output.plan}", output.done, str(output.full), marks))
        rows += [
            ("产出指标", "验收合格率", "100%", "100%", "6", "6"),
            (
                "产出指标",
                "任务完成时限",
                "12月底前",
                "按期完成" if self.timely == 6 else "略有延后",
                "6",
                plain_points(self.timely),
            ),
            (
                "效益指标",
                "公共服务水平",
                "有所提升",
                "有所提升",
                "15",
                plain_points(self.effects[0]),
            ),
            (
                "效益指标",
                "长效管护机制",
                "基本建立",
                "基本建立",
                "15",
                plain_points(self.effects[1]),
            ),
            (
                "满意度指标",
                "受益群众满意度",
                "≥85%",
                plain(self.satisfaction * 100, 2) + "%",
                "10",
                "10",
            ),
            ("合计", "", "", "", "100", plain_points(self.total)),
        ]
        return [("一级指标", "三级指标", "年度指标值", "实际完成值", "分值", "得分"), *rows]

    def points(self, value: Fraction) -> str:
        """Marks with their unit."""
        return plain_points(value) + "分"

    def heading(self, level: int, number: int, title: str) -> str:
        if self.markdown:
            return f"{'#' * (level + 1)} {self.number(level, number)}{title}"
        return self.number(level, number) + title

    def number(self, level: int, number: int) -> str:
        return f"{NUMERALS[number]}、" if level == 1 else f"（{NUMERALS[number]}）"

    def title_of(self, chapter: Chapter) -> str:
        title = self.rng.choice(chapter.titles.split("/"))
        for (label, full), marks in zip(self.frame, self.marks, strict=True):
            title = title.replace(f"{{{label}}}", f"满分{full}分，得{self.points(marks)}")
        return title

    def write(self) -> tuple[str, str]:
        """The report's title and text."""
        title = f"{self.office}{self.year}年度{self.thing}项目绩效自评报告"
        parts: list[tuple[str, list[str]]] = []
        for at, chapter in enumerate(FAMILIES[self.family], 1):
            parts += self.chapter(chapter, 1, at)
        self.lengthen(parts)
        lines = [f"# {title}" if self.markdown else title, *self.opening()]
        for heading, paragraphs in parts:
            lines += [heading, *paragraphs]
        lines += self.closing()
        return title, ("\n\n" if self.markdown else "\n").join(lines) + "\n"

    def chapter(self, chapter: Chapter, level: int, number: int) -> list[tuple[str, list[str]]]:
        heading = self.heading(level, number, self.title_of(chapter))
        own = [text for key in chapter.content for text in self.content(key)]
        parts = [(heading, own)]
        for at, below in enumerate(chapter.below, 1):
            parts += self.chapter(below, level + 1, at)
        return parts

    def lengthen(self, parts: list[tuple[str, list[str]]]) -> None:
        """Further claims, until the report has the length drawn for it."""
        wanted = self.rng.randint(LENGTHS[0], LENGTHS[1] - 900)
        fitting = [texts for _, texts in parts if texts and not texts[0].endswith("：")]
        length = sum(len(heading) + sum(map(len, texts)) for heading, texts in parts)
        while length < wanted:
            kinds = self.rng.choices(("growth", "share", "completion", "sum", "unit"), k=2)
            text = "".join(self.claimed(*kinds))
            self.rng.choice(fitting).append(text)
            length += len(text)

    def opening(self) -> list[str]:
        if self.rng.random() < 0.5:
            return []
        texts = self.names()
        return [
            f"根据《关于开展{self.year}年度项目支出绩效自评工作的通知》（{texts['doc']}）要求，{self.office}对{self.thing}项目开展了自评，现报告如下。"
        ]

    def closing(self) -> list[str]:
        year, month, day = self.date(self.year + 1, 7, 8)
        return [
            f"附件：1.{self.thing}项目支出绩效自评表",
            f"2.{self.thing}项目佐证材料目录",
            self.office,
            f"{year}年{month}月{day}日",
        ]


def plain_points(value: Fraction) -> str:
    """Marks with the decimals they need, two at most."""
    text = plain(value, 2)
    return text.rstrip("0").rstrip(".")


def reports(seed: int, n: int) -> Iterator[GeneratedReport]:
    """``n`` reports, the families in turn, one in five as Markdown."""
    rng = random.Random(seed)
    families = list(FAMILIES)
    for at in range(n):
        family = families[at % len(families)]
        markdown = at % 5 == 4
        author = Author(rng, family, markdown=markdown)
        _, text = author.write()
        yield GeneratedReport(
            f"{at:04}.{'md' if markdown else 'txt'}", family, text, frozenset(author.used)
        )
