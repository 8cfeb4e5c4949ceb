"""Document numbers."""

from __future__ import annotations

import pytest

from tests.checks.verdicts import report

RULE = "numbering/doc-number"


@pytest.mark.parametrize(
    ("number", "mended"),
    [
        ("某财绩[2024]2号", "某财绩〔2024〕2号"),
        ("某财绩（2024）2号", "某财绩〔2024〕2号"),
        ("某财绩【2024】2号", "某财绩〔2024〕2号"),
        ("某财绩〔2024〕第2号", "某财绩〔2024〕2号"),
        ("某财绩〔2024〕002号", "某财绩〔2024〕2号"),
    ],
)
def test_mended(number: str, mended: str) -> None:
    (finding,) = report(RULE, f"根据{number}文件开展自评。").findings
    assert (finding.quote, finding.fix) == (number, mended)


@pytest.mark.parametrize(
    "text", ["根据某财绩〔2024〕2号文件。", "经2023年第3号会议纪要同意。", "执行GB/T 9704—2012。"]
)
def test_right(text: str) -> None:
    assert not report(RULE, text).findings
