from __future__ import annotations

import hashlib
import json
import re
from base64 import b64encode
from pathlib import Path

import msgspec
import pytest
from hypothesis import given

from linter.output import Options
from linter.output.embedded import embedded
from linter.output.page import contents, page, write
from linter.season import Season
from tests.output import hostile as hostile_words
from tests.output import seasons
from tests.output.page.made import HOSTILE, hostile

SOURCES = Path(contents.__file__).parent


def data_of(html: str) -> str:
    return html.partition('<script type="application/json" id="data">')[2].partition("</script>")[0]


def test_the_same_season_gives_the_same_bytes(tmp_path: Path) -> None:
    target = tmp_path / "report.html"
    write(seasons.small(), target, Options())
    assert target.read_bytes() == page(seasons.small())
    assert b"\r" not in target.read_bytes()


def test_the_policy_names_what_is_inlined_and_nothing_else() -> None:
    html = page(Season(())).decode()
    policy = re.search(r'Content-Security-Policy" content="([^"]*)"', html)
    assert policy is not None
    inlined = re.findall(r"<(?:script|style)>(.*?)</(?:script|style)>", html, re.DOTALL)
    digests = [b64encode(hashlib.sha256(text.encode()).digest()).decode() for text in inlined]
    assert len(digests) == 3
    assert sorted(re.findall(r"'sha256-([^']+)'", policy[1])) == sorted(digests)
    assert policy[1].startswith("default-src 'none'; ")
    assert not re.search(r"unsafe|https?:|\*|data:", policy[1])


def test_nothing_is_fetched() -> None:
    html = page(seasons.small()).decode()
    assert not re.search(r"""\b(?:src|srcset|action|poster)\s*=\s*["']|@import|url\(""", html)
    assert set(re.findall(r"https?://[\w./]+", html)) <= {
        "http://www.w3.org/2000/svg", "http://www.w3.org/1999/xhtml", "http://www.w3.org/1999/xlink",
        "http://www.w3.org/XML/1998/namespace", "http://www.w3.org/2000/xmlns/",
    }  # fmt: skip


def test_what_lies_in_the_data_is_no_markup() -> None:
    html = page(hostile()).decode()
    data = data_of(html)
    assert not set("<>&\u2028\u2029") & set(data)
    assert html.count("<script") == page(Season(())).decode().count("<script")
    read = json.loads(data)
    assert {finding["message"] for finding in read["findings"]} == set(HOSTILE)
    assert [unit["name"] for unit in read["units"]] == list(HOSTILE)


@given(hostile_words.SEASONS)
def test_any_season_has_a_page(season: Season) -> None:
    html = page(season, "../报送").decode("utf-8")
    data = data_of(html)
    assert not set("<>&\u2028\u2029") & set(data)
    held = sum(len(entry.told) for entry in season.entries) + len(season.across)
    assert len(json.loads(data)["findings"]) == held


@pytest.mark.parametrize("text", ["\udcff坏", "\ud800", "改\u202e向", "\u2066隔"])
def test_halves_of_characters_and_turns_of_direction_are_replaced(text: str) -> None:
    out = embedded([text])
    assert "\N{REPLACEMENT CHARACTER}" in json.loads(out)[0]
    assert out.encode("utf-8")


def test_control_characters_come_back_as_they_were() -> None:
    text = "\x00\x1b[31m\x7f\x85\t\n"
    assert json.loads(embedded([text])) == [text]


def test_the_scripts_know_each_field_of_the_data() -> None:
    types = (SOURCES / "script" / "types.d.ts").read_text("utf-8")
    told = {
        name: set(re.findall(r"(\w+)\??:", body))
        for name, body in re.findall(r"interface (\w+) \{(.*?)\}\n", types, re.DOTALL)
    }
    for struct in (contents.Rule, contents.Unit, contents.Report, contents.Spot, contents.Found,
                   contents.Row, contents.Changed, contents.Contents):  # fmt: skip
        fields = {field.encode_name for field in msgspec.structs.fields(struct)}
        assert told[struct.__name__] == fields, struct.__name__
    lists = {field.encode_name for field in msgspec.structs.fields(contents.Lists)}
    assert (
        set(re.findall(r'"(\w+)"', types.partition("type ListName =")[2].partition(";")[0]))
        == lists
    )


def test_each_part_of_the_template_is_filled() -> None:
    html = page(Season(())).decode()
    assert "{{" not in html.replace("{{data}}", "")
    assert html.startswith('<!doctype html>\n<html lang="zh-CN">')
