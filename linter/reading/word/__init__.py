"""Word files (.docx, .docm, .dotx), read without any library but Python's own."""

from linter.reading.word.file import read

__all__ = ["read"]
