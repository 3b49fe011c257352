"""A PDF -> source: what it prints, and what it knows beside it (italics, markers, paragraphs, page furniture)."""

from __future__ import annotations

from resparse.read.isolation import read_isolated
from resparse.read.limits import Limits
from resparse.source import Source


def read_pdf(data: bytes, name: str | None = None, limits: Limits | None = None) -> Source:
    """Bytes of a PDF -> source, read in a child process. Raises InputError with one line that says what to do."""
    return read_isolated("pdf", data, name, limits or Limits())
