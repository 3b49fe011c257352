"""The visible text -> its printed lines."""

from __future__ import annotations

from typing import NamedTuple


class Line(NamedTuple):
    """One printed line without the blanks round it.

    ``start`` and ``end`` are offsets in the visible text, ``indent`` counts the blanks before it, ``page`` counts from
    0, ``gap`` the blank lines above it on its page.
    """

    start: int
    end: int
    text: str
    indent: int
    page: int
    gap: int


def split(text: str) -> tuple[Line, ...]:
    """Every line that is not blank, in the order of the text."""
    lines: list[Line] = []
    offset = 0
    for page, sheet in enumerate(text.split("\f")):
        gap = 0
        for raw in sheet.split("\n"):
            content = raw.strip()
            if content:
                indent = len(raw) - len(raw.lstrip())
                start = offset + indent
                lines.append(Line(start, start + len(content), content, indent, page, gap))
                gap = 0
            else:
                gap += 1
            offset += len(raw) + 1
    return tuple(lines)
