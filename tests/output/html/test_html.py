"""The file: whole in itself, the same for the same reports, and nothing in it runs but its own."""

from __future__ import annotations

import hashlib
import json
import re
from base64 import b64encode
from pathlib import Path

import pytest

from linter.output import html as html_output
from tests.cli.command import jixiao
from tests.output import samples
from tests.output.html.conftest import EXAMPLES, example, html
from tests.output.page.made import HOSTILE


def views(page: str) -> list[dict[str, object]]:
    """The data in a page."""
    found = re.search(r'<script type="application/json" id="data">(.*?)</script>', page, re.DOTALL)
    assert found
    return json.loads(found[1])


def test_it_holds_each_report_once_and_in_order() -> None:
    page = html(*(make() for make in samples.ALL))
    assert [view["path"] for view in views(page)] == [
        "报告/桥梁维修.txt", "自评报告.txt", "无问题.txt", "坏文件.txt",
    ]  # fmt: skip
    assert views(html()) == []


def test_the_same_reports_give_the_same_bytes() -> None:
    report = example("faulty-2013.txt")
    assert html(report) == html(report)


def test_nothing_is_fetched() -> None:
    page = html(example("faulty-2013.txt"))
    assert not re.search(r"(?:src|href)=|url\(|@import|https?://(?!www\.w3\.org/)", page)


def test_the_policy_knows_each_script_and_style_and_nothing_else() -> None:
    page = html(*(make() for make in samples.ALL))
    policy = re.search(r'Content-Security-Policy" content="([^"]+)"', page)
    assert policy
    sources = re.findall(r"<(?:script|style)>(.*?)</(?:script|style)>", page, re.DOTALL)
    digests = {
        f"'sha256-{b64encode(hashlib.sha256(source.encode()).digest()).decode()}'"
        for source in sources
    }
    assert len(sources) == 3
    assert set(re.findall(r"'sha256-[^']+'", policy[1])) == digests
    assert policy[1].startswith("default-src 'none'; ")
    assert "unsafe" not in policy[1]


@pytest.mark.parametrize("words", HOSTILE)
def test_what_lies_in_the_data_is_no_markup(words: str) -> None:
    document = samples.document(f"{words}.txt", f"{words}\n一、概况\n{words}\n")
    page = html(samples.report_of(document))
    data = page.split('id="data">')[1].split("</script>")[0]
    assert not set("<>&\u2028\u2029") & set(data)
    (view,) = views(page)
    assert view["title"] == words.replace("\u2028", "�").replace("\u2029", "�")


def test_script_and_style_are_there_for_other_pages() -> None:
    assert html_output.script().startswith("const reportView = ")
    assert "</script" not in html_output.script()
    style = html_output.style()
    selectors = re.findall(
        r"(?m)^\s*([^\s@}/][^{}]*?)\s*\{", re.sub(r"/\*.*?\*/", "", style, flags=re.DOTALL)
    )
    own = (":root", ".report-view", ".report-page", ".report-choice", ".report-name", "0%")
    assert len(selectors) > 100
    assert [selector for selector in selectors if not selector.startswith(own)] == []


def test_the_command_line_writes_it(tmp_path: Path) -> None:
    report = EXAMPLES / "faulty-2013.txt"
    done = jixiao("lint", str(report), "--output", "html=甲.html", folder=tmp_path)
    assert done.returncode == 1
    (view,) = views((tmp_path / "甲.html").read_text("utf-8"))
    printed = jixiao(
        "lint", str(report), "--format", "html", folder=tmp_path, PYTHONIOENCODING="gbk"
    )
    assert printed.stdout.decode() == (tmp_path / "甲.html").read_text("utf-8")
    data = json.loads(jixiao("lint", str(report), "--format", "json", folder=tmp_path).stdout)
    told = [(f["rule"], f["severity"], f["quote"]) for f in data["reports"][0]["findings"]]
    assert [(f["rule"], f["severity"], f["quote"]) for f in view["findings"]] == told
    assert all(fault["basis"] for fault in view["findings"])
