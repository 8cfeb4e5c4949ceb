from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from linter.audit import outputs
from linter.output import Options, season_json
from linter.season import Season

SEASON = Season(())


def test_a_file_is_replaced_whole_or_not_at_all(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "audit.jsonl").write_text("earlier", "utf-8")

    def full(_season: Season, target: Path, _options: Options) -> None:
        target.write_text("half", "utf-8")
        raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as patched:
        patched.setattr(season_json, "write_lines", full)
        with pytest.raises(OSError, match="No space"):
            outputs.write(SEASON, tmp_path, ["jsonl"], Options())
    assert [path.name for path in tmp_path.iterdir()] == ["audit.jsonl"]
    assert (tmp_path / "audit.jsonl").read_text("utf-8") == "earlier"
    assert outputs.write(SEASON, tmp_path, ["jsonl"], Options()) == [tmp_path / "audit.jsonl"]
    assert (tmp_path / "audit.jsonl").read_text("utf-8").startswith('{"season":')


def test_what_a_killed_run_left_is_let_go_after_a_day(tmp_path: Path) -> None:
    for name, age in ((".audit-old", 100_000), (".audit-new", 0)):
        (tmp_path / name).mkdir()
        then = (tmp_path / name).stat().st_mtime - age
        os.utime(tmp_path / name, (then, then))
    outputs.write(SEASON, tmp_path, ["json"], Options())
    assert sorted(path.name for path in tmp_path.iterdir()) == [".audit-new", "audit.json"]
