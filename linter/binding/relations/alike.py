"""Whether two figures count the same: of one unit, and of one noun where both have one.

Sheets that came back and people who were content on them count the same, too: each filled in one.
"""

from __future__ import annotations

from linter.binding.names import PARTICLES
from linter.facts.facts import Facts
from linter.facts.quantity import Quantity
from linter.regexes.late import regex

_NOUN_TELLS = ("count:个", "count:项", "count:处")
_OF_THESE = regex("(?:[中里]|其中)[^,，;。、\\d]{0,6}$")
"""Before a figure: it is of the things before it, whatever follows: 47个村中已有39个制定了."""
_SHEETS, _PEOPLE = "count:份", "person"
_CAME_BACK = regex(
    "(?:[收回]回|(?:收到|有效)[^,，;。]{0,6}[卷表票卡函])[^,，;。]{0,8}$|(?<![\u4e00-\u9fff])有效的?$"
)
_CONTENT = regex("(?<!不)(?:满意|知晓|认可|好评|支持|赞成)(?:以上)?的?(?:有|共|为)?$")
"""Before sheets that came back, and before how many people were content."""
_NO_NOUN = PARTICLES + "按"
"""Behind a noun of one character: 45个村中有36个村按期完工."""
_PLACE = "(?:乡镇|[乡镇村县区市]|街道|社区|部门|单位|学校|标段|项目|工程|站点)"
_BESIDE = regex(rf"[\u4e00-\u9fff]{{0,4}}?(?P<of>{_PLACE})[、和及的共]?")
_KIND = regex(rf"[\u4e00-\u9fff]{{0,3}}?(?P<of>{_PLACE})")
"""Between two numbers, and behind the second: what each counts: 6个乡镇31个村."""
_ONE_LETTER = regex(r"[乡镇村县区市](?![\u4e00-\u9fff])")
_PLACES = regex(rf"[\u4e00-\u9fff()、/]{{0,4}}?{_PLACE}(?:[\u4e00-\u9fff()、/]{{0,4}}?{_PLACE})?")
_KINDS = regex(_PLACE)
"""Behind a number: places that a word of one letter names, and places of whatever name."""


def count_alike(facts: Facts, a: Quantity, b: Quantity) -> bool:
    """Whether two figures of one unit have one noun, or are answers and who gave them."""
    if a.dimension != b.dimension:
        return are_answers(facts, a, b)
    if a.dimension not in _NOUN_TELLS:
        return True
    first, last = sorted((a, b), key=lambda f: f.start)
    if _are_of_two_kinds(facts, first, last):
        return False
    if _OF_THESE.search(facts.own_words(last)):
        return True
    return not _are_of_two_places(facts, a, b) and _have_one_noun(facts, a, b)


def are_answers(facts: Facts, a: Quantity, b: Quantity) -> bool:
    """Whether one counts the sheets that came back, and the other who was content on them."""
    by_dimension = {a.dimension: a, b.dimension: b}
    if by_dimension.keys() != {_SHEETS, _PEOPLE}:
        return False
    sheets, people = by_dimension[_SHEETS], by_dimension[_PEOPLE]
    if people.printed > sheets.printed:
        return False
    came_back = _CAME_BACK.search(facts.text, *facts.own_lead(sheets))
    return bool(came_back and _CONTENT.search(facts.text, *facts.own_lead(people)))


def _have_one_noun(facts: Facts, a: Quantity, b: Quantity) -> bool:
    """Whether the nouns right behind two figures begin alike, or one has none."""
    nouns = [facts.text[f.end : f.end + 2] for f in (a, b)]
    named = [
        n
        for n in nouns
        if len(n) == 2 and all("一" <= c <= "鿿" for c in n) and n[0] not in PARTICLES
    ]
    bare = [n[0] if n[1] in _NO_NOUN else n for n in named]
    return len(bare) < 2 or bare[0].startswith(bare[1]) or bare[1].startswith(bare[0])


def _are_of_two_places(facts: Facts, a: Quantity, b: Quantity) -> bool:
    """Whether places of one kind are counted, and of another: 12个镇(街道), 31个社区和行政村."""
    if not any(_ONE_LETTER.match(facts.text, f.end) for f in (a, b)):
        return False
    one, other = (_PLACES.match(facts.text, f.end) for f in (a, b))
    if one is None or other is None:
        return False
    kinds = ({*"".join(_KINDS.findall(found[0]))} for found in (one, other))
    return set.isdisjoint(*kinds)


def _are_of_two_kinds(facts: Facts, first: Quantity, second: Quantity) -> bool:
    """Whether two numbers stand right beside each other, each with a noun of its own."""
    one = _BESIDE.fullmatch(facts.text, first.end, second.start)
    other = _KIND.match(facts.text, second.end)
    return one is not None and other is not None and one["of"][-1] != other["of"][-1]
