"""``jixiao lint --explain-silent``: why a rule said nothing of each file."""

from __future__ import annotations

import sys
from argparse import Namespace
from collections.abc import Sequence

from linter.cli import inputs, rulebooks
from linter.cli.usage import Exit
from linter.profile import Profile
from linter.rulebook.book import Rulebook


def explain(
    options: Namespace, paths: Sequence[str], book: Rulebook, profile: Profile | None
) -> int:
    """Say of each file why the rule of that option said nothing, instead of what all rules say."""
    from linter import silence
    from linter.output import silence as told
    from linter.output.sheet import Terminal

    rule = rulebooks.rule(options.explain_silent, book)
    terminal = Terminal(sys.stdout)
    for path in paths:
        document = inputs.load(path, options.stdin_filename).documents(book.header_words)[0]
        found = silence.explain(
            rule,
            document,
            book,
            profile=profile,
            chosen=rulebooks.named(options.select, book),
            ignored=rulebooks.named(options.ignore, book),
            force=options.force,
        )
        terminal.show(told.explain_on(terminal.sheet(), found))
    return Exit.ok
