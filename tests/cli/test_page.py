"""``jixiao page``: what it says where the page cannot be built."""

from __future__ import annotations

from pathlib import Path

import pytest

from linter import cli
from linter.page import builder

Run = pytest.CaptureFixture[str]


def test_without_npm_it_says_what_to_install(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Run
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    target = tmp_path / "a.html"
    assert cli.main(["page", "-o", str(target)]) == 2
    assert "请先安装 Node.js" in capsys.readouterr().err
    assert not target.exists()


def test_it_writes_what_was_built_and_says_how_large_it_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Run
) -> None:
    asked = []

    def build(own: object, title: str) -> bytes:
        asked.append((own, title))
        return bytes(11_500_000)

    monkeypatch.setattr(builder, "page", build)
    target = tmp_path / "本市检查.html"
    arguments = ["page", "--rules", "own", "--title", "本市检查", "-o", str(target)]
    assert cli.main(arguments) == 0
    assert asked == [([Path("own")], "本市检查")]
    assert target.stat().st_size == 11_500_000
    assert capsys.readouterr().out == f"已生成 {target}（11.5 MB），双击即可在浏览器中打开\n"


def test_a_place_that_cannot_be_written_is_wrong_use(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Run
) -> None:
    monkeypatch.setattr(builder, "page", lambda *_: b"")
    assert cli.main(["page", "-o", str(tmp_path / "no" / "a.html")]) == 2
    assert "无法写入" in capsys.readouterr().err
