"""The visible text -> its printed lines."""

from __future__ import annotations

from typing import NamedTuple


_RULE = "_" * 10


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
                if content.endswith(_RULE):
                    # The rule above the notes glued to the last line of text (pdftotext of A/RES/78/150).
                    text = content.rstrip("_").rstrip()
                    if text:
                        lines.append(Line(start, start + len(text), text, indent, page, gap))
                        start, content, gap = start + content.index(_RULE, len(text)), content[len(text) :].lstrip(), 0
                lines.append(Line(start, start + len(content), content, indent, page, gap))
                gap = 0
            else:
                gap += 1
            offset += len(raw) + 1
    return tuple(lines)
