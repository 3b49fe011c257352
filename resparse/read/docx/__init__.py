"""A Word file -> source: its paragraphs, masthead and notes, and what it knows beside them (italics, markers)."""

from __future__ import annotations

from resparse.read.isolation import read_isolated
from resparse.read.limits import Limits
from resparse.source import Source


def read_docx(data: bytes, name: str | None = None, limits: Limits | None = None) -> Source:
    """Bytes of a Word file -> source, read in a child process. Raises InputError with one line that says what to do."""
    return read_isolated("docx", data, name, limits or Limits())
