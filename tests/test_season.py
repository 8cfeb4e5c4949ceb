from __future__ import annotations

import msgspec

from linter.season import Entry, Figures, Key, Listed, Season, State


def test_a_season_comes_back_from_json_as_it_was() -> None:
    listed = Listed(1, Key(unit="甲县水利局"), Figures(budget="1000000"), 2023)
    entry = Entry("甲/a.txt", ("甲/a.txt",), State.checked, Key(), Figures(), listed=listed)
    season = Season([entry], missing=(listed,), twice=("甲/a.txt",))
    assert msgspec.json.decode(msgspec.json.encode(season), type=Season) == season
