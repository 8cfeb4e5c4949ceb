"""Which slip of the hand keeps two numbers apart."""

import pytest

from linter.binding.same_facts.spelled import slip


@pytest.mark.parametrize(
    ("number", "other", "found"),
    [
        ("2864", "2846", ("swap", 4)),
        ("1.58", "1.85", ("swap", 3)),
        ("1950", "1905", ("swap", 4)),
        ("960", "860", ("digit", 3)),
        ("115.61", "1154.61", ("drop", 5)),
        ("189", "1809", ("drop", 3)),
        ("62", "70", None),
        ("312", "213", None),
    ],
)
def test_slip(number: str, other: str, found: tuple[str, int] | None) -> None:
    assert slip(number, other) == found
