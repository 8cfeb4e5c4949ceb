"""``attached``: an attachment that the text leads to stands in the list of attachments at its end.

Only where the list is numbered from 1 on, line by line: of a single attachment, or of those that
bear no numbers, nothing can be said. What another document has attached is not the report's own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from linter.binding.case import Case
from linter.facts import numeral
from linter.facts.windows import Window
from linter.language.needs import Spec
from linter.model import Related, Span, Status, Verdict
from linter.regexes.late import regex


class Attached(Spec, frozen=True):
    """What leads to an attachment, and what says that it is one of another document."""

    leads: tuple[str, ...]
    """Patterns before it in its clause."""
    foreign: tuple[str, ...]
    """Patterns anywhere before it in its paragraph."""

    def patterns(self) -> Iterator[tuple[str, Window]]:
        """All of them."""
        yield from ((source, "clause") for source in self.leads)
        yield from ((source, "block") for source in self.foreign)


SPEC = Attached
_LIST = regex(r"(?m)^[ \t]*附件 ?(?::[ \t]*|:?[ \t]*\n\s*)(?=1 ?[.、](?!\d))")
_ITEM = regex(r"\s*(?P<number>\d{1,2}) ?[.、](?!\d)[^\n]*")
_BESIDE = regex(r"\s\d{1,2} ?[.、](?!\d)")
"""In a line of the list: another attachment."""
_NAMED = regex(rf"附件 ?(\d{{1,2}}|[{numeral.LEADING}]{{1,3}})(?![\d.年月日个份])")
_HEAD = regex(rf"(?m)^[ \t#]*附件 ?(\d{{1,2}}|[{numeral.LEADING}]{{1,3}})(?![\d.])")
"""An attachment of the file itself."""
_OTHERS = regex("(?:附件 ?[\\d一二三四五六七八九十]{1,3}[、和及,，至到-]?)*")
"""Between what leads to an attachment and it: others, and no document that they are of."""
_FEWEST, _NEAR = 2, 120
"""How many entries a list has, and how far behind one the next may stand in a list broken up."""


def check(rule_id: str, spec: Attached, case: Case) -> Iterator[Verdict]:
    """A verdict for each attachment that the text leads to."""
    text = case.facts.text
    lists = list(_LIST.finditer(text))
    items = _items(text, lists[0].end()) if len(lists) == 1 else []
    if len(items) < _FEWEST:
        return
    begin, last = lists[0].start(), items[-1]
    heads = {numeral.read(head[1]) for head in _HEAD.finditer(text)}
    for named in _NAMED.finditer(text, 0, begin):
        number = numeral.read(named[1])
        if number is None or number in heads or not _is_own(spec, case, named):
            continue
        there = number <= len(items)
        words = f"附件清单共{len(items)}项"
        yield Verdict(
            Status.passed if there else Status.failed,
            named[0],
            Span(*named.span()),
            (Related(Span(last.start("number"), last.end()), "list"),),
            f"{words} ✓" if there else words,
            values={"named": named[0], "count": str(len(items)), "calculation": words},
        )


def _items(text: str, start: int) -> list[re.Match[str]]:
    """The lines of a list from 1 on; none where a line may hold several."""
    found: list[re.Match[str]] = []
    while (item := _ITEM.match(text, start)) and int(item["number"]) == len(found) + 1:
        found.append(item)
        start = item.end()
        if _BESIDE.search(text, item.end("number"), start):
            return []
    following = re.compile(rf"(?m)^\s*{len(found) + 1} ?[.、](?!\d)")
    return [] if following.search(text, start, start + _NEAR) else found


def _is_own(spec: Attached, case: Case, named: re.Match[str]) -> bool:
    """Whether words lead to it as to the report's own."""
    windows = case.facts.windows
    clause, _ = windows.bounds("clause", named.start())
    block, _ = windows.bounds("block", named.start())
    leads = (
        match for source in spec.leads for match in case.matches(source, clause, named.start())
    )
    led = any(_OTHERS.fullmatch(case.facts.text, lead.end(), named.start()) for lead in leads)
    return led and not case.has(spec.foreign, block, named.start())
