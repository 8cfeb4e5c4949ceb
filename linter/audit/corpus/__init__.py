"""Across the reports of an audit (rules of the kind ``corpus``).

In the worker ``traits`` makes of each report what is compared; in the runner ``across`` compares.
One module a thing that is looked for; each gives ``Alike``, and ``telling`` makes findings of them.
"""

from linter.audit.corpus.across import across
from linter.audit.corpus.traits import Traits, decoded, encoded, traits

__all__ = ["Traits", "across", "decoded", "encoded", "traits"]
