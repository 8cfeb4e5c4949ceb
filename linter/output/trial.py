"""Examples of rules that do not behave, for their author: what was expected, what came, and why."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from linter.binding.sought import Sought
from linter.model import Severity
from linter.output.facts import described
from linter.output.sheet import BOLD, DIM, GOOD, PLAIN, Sheet
from linter.output.silence import SIGNS, listed, told
from linter.output.terminal import SEVERITY_STYLES
from linter.rulebook.rule import Rule
from linter.trial import Misbehaviour

_FIGURES = 6
"""How many figures are shown, those nearest to the place."""
_VERDICTS = 6
_WORDS, _LISTS = 30, 4
"""How much is shown of the words that do not stand in the text."""
_EXCUSES = {"unless", "without", "apart", "told", "lacking", "aside"}
"""Parameters whose words keep a rule from complaining."""


def trial_on(sheet: Sheet, rules: Sequence[Rule], failed: Sequence[Misbehaviour]) -> Sheet:
    """How many examples were tried, and each that does not behave."""
    for item in failed:
        _difference_on(sheet, item)
    examples = [rule.header.examples for rule in rules]
    count = sum(len(e.passing) + len(e.failing) for e in examples)
    line = f"规则 {len(rules)} 条，正例和反例 {count} 个"
    sheet.hanging(("✓", GOOD) if not failed else (" ", DIM), line)
    return sheet


def _difference_on(sheet: Sheet, item: Misbehaviour) -> None:
    style = SEVERITY_STYLES[Severity.error]
    sheet.hanging(("×", style), f"{item.rule} {item.example}", BOLD)
    sheet.labelled("应为", item.expected, GOOD)
    sheet.labelled("实为", item.got, style)
    document = item.silence.document
    sheet.labelled("原文", document.text[slice(*item.facts.windows.bounds("block", item.at))])
    sheet.labelled("读出", "\n".join(_figures(sheet, item)) or "没有数字", DIM)
    for verdict in item.silence.verdicts[:_VERDICTS]:
        sheet.labelled("核对", f"{SIGNS[verdict.status][0]} {told(document, verdict)}")
    sheet.labelled("要找", "\n".join(_sought(item.silence.seeks)), DIM)
    sheet.labelled("算式", "\n".join(item.silence.rule.spec.equations()), DIM)
    sheet.line(("", PLAIN))


def _figures(sheet: Sheet, item: Misbehaviour) -> Iterator[str]:
    """The figures near the place, one a line, with what was understood of each."""
    near = sorted(item.facts.figures, key=lambda figure: abs(figure.start - item.at))[:_FIGURES]
    shown = [described(item.facts, f) for f in sorted(near, key=lambda figure: figure.start)]
    width = max((sheet.cells.of(text) for text, _ in shown), default=0)
    for text, meaning in shown:
        yield f"{text}{' ' * (width - sheet.cells.of(text))}  {meaning}"


def _sought(seeks: Sequence[Sought]) -> Iterator[str]:
    """What was tried, the words that excuse and stand there, the first that should and do not."""
    missing = 0
    for sought in seeks:
        excuses = bool(_EXCUSES & set(sought.what.split(".")))
        if "试过" in sought.what or (excuses and sought.found):
            yield from (f"{sought.what}：{one}" for one in sought.found or ("没有",))
        elif not excuses and not sought.found and missing < _LISTS:
            missing += 1
            yield f"没有 {sought.what}：{listed(sought.missing, _WORDS) or '一个也没有'}"
