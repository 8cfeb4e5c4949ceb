"""One pass over the folded text that finds everything written with a number."""

from __future__ import annotations

import re
from collections.abc import Iterator

from linter.facts import fraction, moment, numeral, reference
from linter.facts.cues import trie_pattern
from linter.facts.moment import Moment
from linter.facts.quantity import Malformed, Quantity, bare
from linter.facts.quantity_reader import QuantityReader
from linter.facts.reference import Reference
from linter.regexes.late import regex
from linter.regexes.programs import compiled
from linter.vocabulary import Vocabulary

Figure = Quantity | Moment | Reference | Malformed

_CANDIDATE = regex(rf"[\d{numeral.CHARACTERS}元第今去前明上本当次同年下“\"A-Za-z×\-]")
_BEGINS_NUMBER = frozenset(f"0123456789-{numeral.CHARACTERS}")
_EACH = (
    r"一(?![年月日号季周天是级类等般])(?:(?![一二三四五六七八九十百千万亿有为和])[\u4e00-\u9fff]){1,2}"
    r"一(?![一二三四五六七八九十百千万亿级类等般])[\u4e00-\u9fff]"
)
"""One for each, no figures: 一村一名, 一镇一所, 一户一档, 一路口一个."""
_CELL = regex(r"(?<=\|)(?<!\)\|)\d{1,9}(?:\.\d{1,6})?(?=[|\n])")
"""A cell that holds nothing but a number too short for a telephone, behind none that ends with a
unit in brackets."""
_THOUSANDS = r"(?:(?<=[^\d.-]\d)|(?<=[^\d.-]\d\d)|(?<=[^\d.-]\d\d\d)),\d{3}(?!\d)"
"""Behind the digits of a code: it was the beginning of a number: 水表6,200只, AED1,200台."""
_RUN = regex(r"[\d.,]+|[A-Za-z]+|.", re.DOTALL)


class Scanner:
    """Finds figures; built once from a vocabulary, used for any number of texts."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._quantities = QuantityReader(vocabulary)
        self._special = compiled(
            rf"(?P<idiom>{_EACH}|{trie_pattern(vocabulary.idioms)})|(?P<moment>{moment.PATTERN})"
            rf"|(?P<placeholder>{reference.PLACEHOLDER})|(?P<ordinal>{reference.ORDINAL})|(?P<code>(?>{reference.CODE})(?!{_THOUSANDS}))"
        )

    def scan(self, text: str) -> Iterator[Figure]:
        """Every figure of a folded text, in order, none overlapping another."""
        end = Reference(len(text), len(text), "doc-number")
        documents = iter((*reference.doc_numbers(text), end))
        document, at = next(documents), 0
        while candidate := _CANDIDATE.search(text, at):
            at = candidate.start()
            while document is not end and at >= document.start:
                yield document
                at, document = max(at, document.end), next(documents)
            if cell := _CELL.match(text, at):
                yield bare(at, cell[0])
                at = cell.end()
                continue
            special = self._special.match(text, at)
            figure = self._figure(text, at, special)
            if figure is None:
                run = special or _RUN.match(text, at)
                at = run.end() if run else at + 1
            elif figure.end > document.start:
                at = document.start
            else:
                yield figure
                at = figure.end
        while document is not end:
            yield document
            document = next(documents)

    def _figure(self, text: str, at: int, special: re.Match[str] | None) -> Figure | None:
        if special is None:
            begins = text[at : at + 1] in _BEGINS_NUMBER
            return self._quantities.read(text, at) if begins else None
        match special.lastgroup:
            case "moment":
                return moment.read(text, at, special.end())
            case "code" if (ratio := fraction.ratio(text, at)) is not None:
                return ratio
            case "ordinal" | "code" | "placeholder" as kind:
                return Reference(at, special.end(), kind)
            case _:
                return None
