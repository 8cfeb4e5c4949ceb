from __future__ import annotations

from pathlib import Path

import msgspec

from linter.api import lint
from linter.items import ReportItem, of_report

EXAMPLES = Path(__file__).parents[1] / "examples"


def test_what_is_kept_as_json_comes_back_as_it_was() -> None:
    for path in sorted(EXAMPLES.glob("faulty-*")):
        item = of_report(lint(path))
        assert item.findings
        assert msgspec.json.decode(msgspec.json.encode(item), type=ReportItem) == item
