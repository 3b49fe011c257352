"""What every search for citations looks at, and what it gives."""

from __future__ import annotations

import re
from typing import NamedTuple

from resparse.model import CitationKind
from resparse.profiles import Language
from resparse.profiles.citations import Grammar

POINT = 160  # how far before what is cited a pinpoint may begin
_NEAR = 32  # how long the words between a pinpoint and what it is a place in may be


class Found(NamedTuple):
    """A citation: its place in the text, what it names, and what is said of it."""

    start: int
    end: int
    kind: CitationKind
    body: str | None
    symbol: str
    aliases: tuple[str, ...]
    date: str | None
    pinpoint: str | None


class Passage(NamedTuple):
    """A text with its language and the organ that speaks in it."""

    text: str
    language: Language
    grammar: Grammar
    adopting: str | None

    def search(self, role: str, start: int, end: int) -> re.Match[str] | None:
        """Where a pattern of that name first matches there; ``None`` also where the language has none."""
        pattern = self.grammar.patterns.get(role)
        return pattern.search(self.text, max(0, start), end) if pattern else None


def pinpoint_before(passage: Passage, end: int, place: int) -> str | None:
    """The place in what begins at ``place`` that the words before it name, not before ``end``: "paragraph 2 of"."""
    if not passage.search("whole_end", max(end, place - _NEAR), place):
        return None
    found = passage.search("before", max(end, place - POINT), place)
    if found is None or (found.start() and passage.text[found.start() - 1].isalnum()):
        return None
    return one_line(found["pinpoint"])


def one_line(text: str) -> str:
    """The text with single blanks."""
    return " ".join(text.split())
