"""One module a kind of check; a module's name is the kind's name in YAML (``required_section``).

Each module has ``SPEC`` (the parameters, a ``Spec``) and ``check(rule_id, spec, case)``, which
yields verdicts. Where the parameters do not say what the kind looks for, ``seeks``, called alike,
does, for ``--explain-silent``. A new kind is a new module: nothing else has to be told of it.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable, Iterator
from functools import cache
from typing import Any

from msgspec import Struct

from linter.binding.case import Case
from linter.binding.sought import Sought
from linter.language.needs import Spec
from linter.model import Verdict


class Kind(Struct, frozen=True):
    """A kind of check: the shape of its parameters and what it does with them."""

    spec: type[Spec]
    check: Callable[[str, Any, Case], Iterator[Verdict]]
    seeks: Callable[[str, Any, Case], Iterator[Sought]]


@cache
def kinds() -> dict[str, Kind]:
    """Every kind by its name in YAML."""
    found = {}
    for module in pkgutil.iter_modules(__path__):
        loaded = importlib.import_module(f"{__name__}.{module.name}")
        found[module.name.replace("_", "-")] = Kind(
            loaded.SPEC, loaded.check, getattr(loaded, "seeks", _nothing_else)
        )
    return found


def _nothing_else(_rule_id: str, _spec: Spec, _case: Case) -> Iterator[Sought]:
    return iter(())
