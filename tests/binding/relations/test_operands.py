"""Binding by relation: support, windows, failures and doubts."""

from __future__ import annotations

import random
import time

import pytest

from linter.binding.case import Case
from linter.binding.relations.operands import Binder, Binding
from linter.binding.relations.relation import Relation, Role
from linter.engine import lint
from linter.model import Submission
from tests.cases import book, document, own_case

RULE = "arithmetic/own"
TITLE = "某局绩效自评报告\n"

SHARE = Relation(
    derived="rate",
    roles={
        "rate": Role(dim="percent", cue=("合格率",), without=("同比",)),
        "whole": Role(cue=("检测",), status=("actual", "plan")),
        "part": Role(same_dim="whole", cue=("合格",)),
    },
    where=("rate = part / whole",),
    windows=("clause", "sentence", "block"),
)
CHANGE = Relation(
    derived="delta",
    roles={
        "delta": Role(dim="money", cue=("增加",)),
        "base": Role(same_dim="delta", cue=("上年",), optional=True),
        "now": Role(same_dim="delta", cue=("本年",), optional=True),
        "extra": Role(same_dim="delta", cue=("另",), optional=True),
    },
    where=("delta = now - base", "extra = delta - base"),
    min=3,
)


def bindings(text: str, relation: Relation = SHARE) -> tuple[Case, list[Binding]]:
    case = own_case(f"{TITLE}{text}\n", RULE, relation)
    return case, list(Binder(RULE, relation, case.facts, case.compiled.equations).bindings())


def bound(text: str, relation: Relation = SHARE) -> tuple[str, dict[str, str]]:
    """The outcome of the only derived figure, and the figures by role."""
    case, (found,) = bindings(text, relation)
    figures = found.assignment.figures if found.assignment else {}
    return found.outcome, {n: case.text(f.start, f.end) for n, f in sorted(figures.items())}


NAMED = {"part": "76批", "rate": "95%", "whole": "80批"}
WRONG = {**NAMED, "rate": "61%"}


@pytest.mark.parametrize(
    ("text", "outcome", "figures"),
    [
        # each role by its own cue
        ("检测80批，合格76批，合格率95%。", "pass", NAMED),
        ("检测80批，合格76批，合格率61%。", "fail", WRONG),
        ("合格76批，检测80批，合格率61%。", "fail", WRONG),
        ("检测80批，合格76批，另有5批、9批待定，合格率95%。", "pass", NAMED),
        # the only two of their dimension in the clause
        ("送来80批，过关76批，合格率95%。", "pass", NAMED),
        ("送来80批，过关76批，费用50万元，合格率95%。", "pass", NAMED),
        # a wider window, by cues
        ("检测80批；合格76批；合格率61%。", "fail", WRONG),
        # … and in the paragraph only where one slip of three digits explains the failure, with doubt
        # where the figures' nouns are not the rate's
        (
            "检测806批，合格766批。合格率59.0%。",
            "doubt",
            {"part": "766批", "rate": "59.0%", "whole": "806批"},
        ),
        ("检测80批，合格76批。合格率61%。", "unbound", {}),
        ("检测80批；合格76批；合格率95%。", "pass", NAMED),
    ],
)
def test_supported_assignment_decides(text: str, outcome: str, figures: dict[str, str]) -> None:
    assert bound(text) == (outcome, figures)


@pytest.mark.parametrize(
    ("text", "supported", "contiguous"),
    [
        ("检测80批，合格76批，合格率95%。", True, True),
        ("送来80批，过关76批，合格率95%。", True, True),
        ("检测80批，复查9批，合格76批，合格率95%。", True, False),
        ("送来80批，过关76批，复查9批，合格率95%。", False, False),
    ],
)
def test_support_and_contiguity(text: str, supported: bool, contiguous: bool) -> None:
    _, (found,) = bindings(text)
    assert found.assignment is not None
    assert (found.assignment.supported, found.assignment.contiguous) == (supported, contiguous)


def test_two_on_both_sides_of_the_rate_are_not_alone() -> None:
    assert bound("送来80批，合格率61%，过关76批。") == ("unbound", {})


@pytest.mark.parametrize(
    "text",
    [
        "合格率61%。",
        "检测80批，合格率61%。",
        "费用50万元，投入90万元和70万元，合格率61%。",
        "甲镇80批、乙镇76批、丙镇70批，合格率61%。",
        "检测80批，合格3批，合格率61%。",
    ],
)
def test_without_support_nothing_is_said(text: str) -> None:
    assert bound(text) == ("unbound", {})


@pytest.mark.parametrize(
    "text", ["同比合格率61%，检测80批，合格76批。", "检测80批，合格76批，满意率61%。"]
)
def test_figure_without_its_cue_or_with_a_forbidden_one_is_not_derived(text: str) -> None:
    assert bindings(text)[1] == []


def test_what_fits_nearby_without_cues_passes() -> None:
    assert bound("甲镇80批、乙镇76批、丙镇70批，合格率95%。") == ("pass", NAMED)


def test_what_one_slip_keeps_from_fitting_is_doubted() -> None:
    outcome, figures = bound("甲镇62批、乙镇80批、丙镇76批，合格率59%。")
    assert (outcome, figures["rate"]) == ("doubt", "59%")


def test_fit_elsewhere_in_the_clause_keeps_a_failure_from_being_an_error() -> None:
    assert bound("甲镇100批，乙镇61批，检测80批，合格76批，合格率61%。")[0] in ("pass", "doubt")
    assert bound("甲镇100批，乙镇62批，检测80批，合格76批，合格率61%。")[0] == "fail"


def test_figure_between_makes_a_failure_a_doubt_at_most() -> None:
    outcome, _ = bound("检测80批，复查9批，合格76批，合格率59%。")
    assert outcome in ("doubt", "unbound")


def test_wider_window_acquits_by_cues_only() -> None:
    assert bound("检测80批，合格76批。送来50批，过关31批，合格率95%。")[0] == "pass"
    assert bound("送来80批，过关76批。检测50批，合格30批，合格率95%。")[0] == "fail"


@pytest.mark.parametrize(
    "text",
    [
        "检测80批，合格率100%。",
        "合格率100%，检测80批。",
        "检测80批，另有甲镇76批、乙镇3批，合格率100%。",
    ],
)
def test_all_of_it_beside_a_single_figure_is_never_a_failure(text: str) -> None:
    assert bound(text)[0] == "unbound"


def test_all_of_it_is_held_against_both_figures() -> None:
    assert bound("检测80批，合格80批，合格率100%。")[0] == "pass"
    assert bound("检测80批，合格76批，合格率100%。")[0] == "fail"


@pytest.mark.parametrize(
    ("text", "outcome"),
    [
        ("检测80批，合格76批，合格率约95%。", "pass"),
        ("检测80批，合格76批，合格率超过90%。", "pass"),
        ("检测80批，合格76批，合格率不足90%。", "fail"),
        ("检测近80批，合格76批，合格率97%。", "pass"),
        ("检测3.0万批，合格1.0万批，合格率33%。", "pass"),
        ("检测30批，合格10批，合格率33.33%。", "pass"),
        ("检测30批，合格20批，合格率66.67%。", "pass"),
    ],
)
def test_printed_precision_and_hedges_count(text: str, outcome: str) -> None:
    assert bound(text)[0] == outcome


def test_figures_of_different_units_do_not_bind() -> None:
    assert bound("检测80批，合格76个，合格率61%。") == ("unbound", {})


def test_each_derived_figure_has_its_own_binding() -> None:
    case, found = bindings("检测80批，合格76批，合格率95%；检测50批，合格30批，合格率70%。")
    assert [(case.text(b.derived.start, b.derived.end), b.outcome) for b in found] == [
        ("95%", "pass"), ("70%", "fail"),
    ]  # fmt: skip


def test_optional_roles_that_are_there_bind_together() -> None:
    outcome, figures = bound("上年100万元，本年130万元，增加30万元。", CHANGE)
    assert (outcome, figures) == ("pass", {"base": "100万元", "delta": "30万元", "now": "130万元"})
    assert bound("上年100万元，本年130万元，增加40万元。", CHANGE)[0] == "fail"


def test_too_many_readings_are_not_evaluated() -> None:
    many = "、".join(f"{n}.37万元" for n in range(11, 30))
    assert bound(f"{many}，增加40万元。", CHANGE)[0] in ("too-many", "unbound")


PLACES = "甲乙丙丁戊己庚辛壬癸"


def growth_claim(rng: random.Random) -> tuple[str, str, str]:
    """A wrong claim of growth with its cues, the wrong figure, and the unit of its operands."""
    base = rng.randint(1000, 90000) / 100
    now = base * rng.uniform(1.03, 1.9)
    wrong = _wrong(rng, (now / base - 1) * 100)
    return f"公用经费由上年的{base:.2f}万元增加到{now:.2f}万元，增长{wrong}", wrong, "万元"


def completion_claim(rng: random.Random) -> tuple[str, str, str]:
    """The same of a rate of completion."""
    planned = rng.randint(100, 5000)
    done = int(planned * rng.uniform(0.6, 0.99))
    wrong = _wrong(rng, done / planned * 100)
    return f"计划培训{planned}人次，实际培训{done}人次，完成率{wrong}", wrong, "人次"


def _wrong(rng: random.Random, right: float) -> str:
    wrong = right
    while abs(wrong - right) < max(1, right * 0.03):
        wrong = rng.uniform(right * 0.5, right * 2)
    return f"{wrong:.1f}%"


def random_figures(rng: random.Random, count: int, unit: str) -> str:
    amounts = (
        f"{rng.randint(100, 99999) / 100:.2f}万元"
        if unit == "万元"
        else f"{rng.randint(20, 5000)}人次"
        for _ in range(count)
    )
    return "、".join(f"{rng.choice(PLACES)}镇{amount}" for amount in amounts)


@pytest.mark.parametrize("count", [12, 20, 40])
@pytest.mark.parametrize("place", ["in the clause", "beside it"])
@pytest.mark.parametrize(
    ("rule", "claim"),
    [("arithmetic/growth", growth_claim), ("arithmetic/completion", completion_claim)],
    ids=["growth", "completion"],
)
def test_wrong_claim_is_told_among_random_figures(
    rule: str, claim: object, place: str, count: int
) -> None:
    rng = random.Random(count)
    trials, told = 20, 0
    for _ in range(trials):
        words, wrong, unit = claim(rng)  # type: ignore[operator]
        if place == "in the clause":
            text = f"各地{random_figures(rng, count, unit)}，{words}。"
        else:
            before, after = (
                random_figures(rng, count // 2, unit),
                random_figures(rng, count // 2, unit),
            )
            text = f"各地情况：{before}；{words}；另有{after}。"
        submission = Submission((document(TITLE + text + "\n"),))
        report = lint(submission, book(), chosen=[rule])
        told += any(f.rule == rule and f.quote == wrong for f in report.findings)
    assert told >= 0.95 * trials


def seconds(figures: int) -> float:
    """How long binding takes in one sentence of so many figures."""
    text = "，".join(
        f"检测{n % 90 + 100}批，合格{n % 70 + 30}批，合格率{n % 60 + 30}%"
        for n in range(figures // 3)
    )
    case = own_case(f"{TITLE}{text}。\n", RULE, SHARE)
    binder = Binder(RULE, SHARE, case.facts, case.compiled.equations)
    begin = time.process_time()
    assert sum(1 for _ in binder.bindings()) == figures // 3
    return time.process_time() - begin


@pytest.mark.parametrize("most", [800, pytest.param(10_000, marks=pytest.mark.slow)])
def test_figures_in_one_sentence_take_linear_time(most: int) -> None:
    # eight times the figures: 8 for linear time, 64 for quadratic
    assert any(seconds(most) < 16 * seconds(most // 8) for _ in range(3))
