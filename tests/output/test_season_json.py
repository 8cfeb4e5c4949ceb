"""The JSON of a season: its schema, one entry at a time, the same in one piece and in lines."""

from __future__ import annotations

import json
from collections.abc import Iterator
from importlib import resources
from pathlib import Path
from typing import Any

import jsonschema
import msgspec
import pytest

from linter.output import Options, season_json
from linter.season import Entry, Season
from tests.output.seasons import small

SMALL = small()


@pytest.fixture
def whole(tmp_path: Path) -> dict[str, Any]:
    season_json.write(SMALL, tmp_path / "audit.json", Options())
    read: dict[str, Any] = json.loads((tmp_path / "audit.json").read_text("utf-8"))
    return read


def lines(season: Season, folder: Path) -> list[dict[str, Any]]:
    season_json.write_lines(season, folder / "audit.jsonl", Options())
    return [json.loads(line) for line in (folder / "audit.jsonl").read_text("utf-8").splitlines()]


def test_the_schema_is_that_of_the_code() -> None:
    """``msgspec.json.format(msgspec.json.encode(season_json.schema()))`` writes it anew."""
    kept = resources.files("linter.output").joinpath("audit.schema.json").read_text("utf-8")
    assert json.loads(kept) == season_json.schema()


def test_a_season_fits_the_schema(whole: dict[str, Any]) -> None:
    schema = season_json.schema()
    jsonschema.Draft202012Validator.check_schema(schema)
    validator = jsonschema.Draft202012Validator(schema)
    assert list(validator.iter_errors(whole)) == []
    whole["entries"][0]["state"] = "lost"
    assert list(validator.iter_errors(whole)) != []


def test_lines_hold_what_one_piece_holds(whole: dict[str, Any], tmp_path: Path) -> None:
    told = lines(SMALL, tmp_path)
    assert list(told[0]) == ["season"]
    kinds = {"entry": "entries", "across": "across", "missing": "missing", "change": "changes"}
    for one, several in kinds.items():
        assert [line[one] for line in told if one in line] == whole[several]
    assert told[0]["season"].items() <= whole.items()


def test_the_season_comes_back_as_it_was(whole: dict[str, Any]) -> None:
    read = msgspec.convert(whole["entries"], tuple[Entry, ...])
    assert read == tuple(SMALL.entries)


class AtHand(list[Entry]):
    """Entries with their JSON."""

    def encoded(self) -> Iterator[bytes]:
        yield from (b'{"number":%d}' % number for number, _ in enumerate(self))


def test_entries_that_are_at_hand_as_json_are_written_as_they_are(tmp_path: Path) -> None:
    season = msgspec.structs.replace(SMALL, entries=AtHand(SMALL.entries))
    told = [line["entry"] for line in lines(season, tmp_path) if "entry" in line]
    assert told == [{"number": number} for number in range(len(SMALL.entries))]
