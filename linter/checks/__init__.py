"""One module a kind of check; a module's name is the kind's name in YAML (``required_section``).

Each module has ``SPEC`` (the parameters, a ``Spec``) and ``check(rule_id, spec, case)``, which
yields verdicts. For ``--explain-silent`` there may be two more, called alike: ``seeks`` says what
the kind looks for where the parameters do not, ``withheld`` which figures seem wrong and are not
told, and why. A new kind is a new module: nothing else has to be told of it.
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
from linter.facts.quantity import Quantity
from linter.language.needs import Spec
from linter.model import Verdict


class Kind(Struct, frozen=True):
    """A kind of check: the shape of its parameters and what it does with them."""

    spec: type[Spec]
    check: Callable[[str, Any, Case], Iterator[Verdict]]
    seeks: Callable[[str, Any, Case], Iterator[Sought]]
    withheld: Callable[[str, Any, Case], Iterator[tuple[Quantity, str]]]


@cache
def kinds() -> dict[str, Kind]:
    """Every kind by its name in YAML."""
    found = {}
    for module in pkgutil.iter_modules(__path__):
        loaded = importlib.import_module(f"{__name__}.{module.name}")
        found[module.name.replace("_", "-")] = Kind(
            loaded.SPEC,
            loaded.check,
            getattr(loaded, "seeks", _nothing_else),
            getattr(loaded, "withheld", _nothing_else),
        )
    return found


def _nothing_else(_rule_id: str, _spec: Spec, _case: Case) -> Iterator[Any]:
    return iter(())
