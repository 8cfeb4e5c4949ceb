"""Where a list of parts begins and ends."""

from __future__ import annotations

import itertools

from linter.binding.sums.lists.candidate import FAR, Candidate
from linter.regexes.late import regex

_BEGINS = regex(r"[。;(:\n]|依次|分别|包括|其中|由|各|(?:组成|构成|形成)[,，]|[,，]实得")
_ENDS = regex(r"[。;)\n]|[,，](?:合?占|相当于)|^[^,，;。、\d]{0,4}(?:构成|组成|形成)[,，]")
_ITEMS_END = regex(r"[。;\n]|其中")
"""What ends a list whose items stand in brackets."""
_LIST_BEGINS, _LIST_ENDS = regex(r"[。(:\n]|依次|分别|包括|其中|由|各"), regex(r"[。)\n]")
"""What begins and ends a list whose items a semicolon parts."""
_JOINED = regex(r"(?!.*(?:其中|含))[^,，;。、\d]{0,8}[、和及][^,，;。、\d]{1,16}")
"""Between two items that no comma parts."""
_TURNS = regex(
    r"[\u4e00-\u9fff]{0,4}[,，](?:年[末底]|目前|截[至止]|现[有已]|实[有际]|已|同?比|较|全部|均|当年|本年|全年)"
)
"""Behind the last of these: what follows tells no item, but what became of them all."""
_LONG = 3
"""How many digits a total has of which a slip tells."""


def is_delimited(candidate: Candidate) -> bool:
    """Whether the run reaches the end of its clause, bracket or sentence (or its beginning)."""
    return _is_ended(candidate) if candidate.ahead else _is_begun(candidate)


def _is_ended(candidate: Candidate) -> bool:
    """Whether a list behind its total ends before the next figure that is not deeper."""
    row, last = candidate.row, candidate.choice[-1]
    behind = range(last + 1, len(row.figures))
    following = next((k for k in behind if row.depths[k] <= row.depths[last]), None)
    between = "。" if following is None else row.between(last, following)[:FAR]
    if len(between) == FAR:
        return True
    if _has_own_brackets(candidate):
        return bool(_ITEMS_END.search(between))
    ends = _LIST_ENDS if _is_parted_by_semicolons(candidate) else _ENDS
    return bool(ends.search(between)) or _turns(candidate, between)


def _turns(candidate: Candidate, behind: str) -> bool:
    """Whether the words behind a list whose items no comma parts turn to something else.

    Of small numbers that come short of their total others may be untold.
    """
    row, choice = candidate.row, candidate.choice
    long = row.digits[candidate.i] >= _LONG
    if not _TURNS.match(behind) or not (long or candidate.is_exceeded or candidate.holds()):
        return False
    return all(_JOINED.fullmatch(row.between(a, b)) for a, b in itertools.pairwise(choice))


def _is_begun(candidate: Candidate) -> bool:
    """Whether a list before its total begins behind the last figure that is not deeper."""
    row, first = candidate.row, candidate.choice[0]
    before = range(first - 1, -1, -1)
    preceding = next((k for k in before if row.depths[k] <= row.depths[first]), None)
    if preceding is not None and _is_total_before(candidate, preceding):
        return True
    between = "。" if preceding is None else row.between(preceding, first)
    if ";" in candidate.gap and not _is_parted_by_semicolons(candidate):
        return ";" not in between and bool(_LIST_BEGINS.search(between))
    return bool(_BEGINS.search(between))


def _is_total_before(candidate: Candidate, preceding: int) -> bool:
    """Whether the figure before a list, and no item of it, tells its total."""
    figure = candidate.row.figures[preceding]
    if candidate.row.text.startswith("、", figure.end):
        return False
    return figure.value.meets(candidate.total.value) or figure.printed == candidate.reached


def _has_own_brackets(candidate: Candidate) -> bool:
    """Whether each part stands in a bracket of its own: 决策(20分)、过程(20分)."""
    text, (a, b) = candidate.row.text, candidate.parts[:2]
    return text.startswith(")", a.end) and text.startswith("(", b.start - 1)


def _is_parted_by_semicolons(candidate: Candidate) -> bool:
    return ";" in candidate.row.between(*candidate.choice[-2:])
