"""Rules, profiles and words from YAML: checked, compiled, and kept ready in a cache."""

from linter.rulebook.book import FAMILIES, Rulebook, select
from linter.rulebook.errors import RulebookError
from linter.rulebook.json_schema import schema
from linter.rulebook.loading import load
from linter.rulebook.rule import Rule

__all__ = ["FAMILIES", "Rule", "Rulebook", "RulebookError", "load", "schema", "select"]
