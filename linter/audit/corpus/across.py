"""The rules of the kind ``corpus`` × the reports of an audit → findings."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from linter.audit.corpus import (
    amounts,
    copied_text,
    duplicates,
    foreign_names,
    full_marks,
    last_year,
    scores,
)
from linter.audit.corpus.members import Alike, Member
from linter.audit.corpus.telling import Teller, numbered
from linter.audit.corpus.traits import Traits
from linter.checks.corpus import Corpus
from linter.rulebook.rule import Rule
from linter.season import Entry, Told

Check = Callable[[Corpus, Sequence[Member]], Iterator[Alike]]
CHECKS: Mapping[str, Check] = {
    "copied-text": copied_text.check,
    "foreign-names": foreign_names.check,
    "document-amounts": amounts.documents,
    "project-amounts": amounts.projects,
    "last-year": last_year.check,
    "full-marks": full_marks.check,
    "scores": scores.check,
    "duplicates": duplicates.check,
}


def across(
    entries: Iterable[tuple[Entry, Traits]],
    rules: Iterable[Rule],
    *,
    earlier: Iterable[tuple[Entry, Traits]] = (),
    lang: str = "zh",
) -> tuple[Told, ...]:
    """What the rules say across the submissions of an audit, in order of path and place.

    Of each entry only whose it is stays in memory, and its traits: some 15 kB. With those of an
    ``earlier`` season the reports are compared too; of them nothing is told. Rules of other kinds
    say nothing here.
    """
    members = [Member.of(entry, traits) for entry, traits in entries]
    members.sort(key=lambda member: member.path)
    members += [Member.of(entry, traits, earlier=True) for entry, traits in earlier]
    teller = Teller(members, lang)
    return numbered(
        teller.told(rule, found)
        for rule in rules
        if isinstance(rule.spec, Corpus)
        for found in CHECKS[rule.spec.of](rule.spec, members)
    )
