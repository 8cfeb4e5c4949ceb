"""jixiao: a linter for Chinese budget performance reports (绩效自评报告).

    from pathlib import Path
    import linter

    report = linter.lint(Path("报告.txt"))
    for finding in report.findings:
        print(finding.severity.name, finding.message)

Names are imported when first used, so that ``import linter`` costs nothing.
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from linter.api import lint
    from linter.audit.api import audit
    from linter.model import (
        Document,
        Finding,
        Related,
        Report,
        RuleVerdict,
        Severity,
        Span,
        Status,
        Submission,
        Verdict,
    )
    from linter.rulebook import RulebookError

__version__ = "0.1.0"

__all__ = [
    "Document",
    "Finding",
    "Related",
    "Report",
    "RuleVerdict",
    "RulebookError",
    "Severity",
    "Span",
    "Status",
    "Submission",
    "Verdict",
    "__version__",
    "audit",
    "lint",
]

_ELSEWHERE = {"lint": "linter.api", "RulebookError": "linter.rulebook"}


def __getattr__(name: str) -> object:
    if name == "audit":  # a room that can be called
        return importlib.import_module("linter.audit")
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(importlib.import_module(_ELSEWHERE.get(name, "linter.model")), name)


def __dir__() -> list[str]:
    return sorted(__all__)
