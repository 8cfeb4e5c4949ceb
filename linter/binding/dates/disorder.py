"""Two steps whose dates run against their order."""

from __future__ import annotations

from msgspec import Struct

from linter.binding.dates.events import Event


class Disorder(Struct, frozen=True):
    """Two steps told one behind the other, of which the later has the earlier date."""

    before: Event
    after: Event
