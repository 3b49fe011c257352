"""A table, or a row of one -> its rows and their cells, as far as the source tells them."""

from __future__ import annotations

import re

from msgspec import UNSET
from msgspec.structs import replace

from resparse.model import Document, Mark, Node, Span

_CELLS = re.compile(r"\t")
_COLUMNS = re.compile(r"\s{3,}")  # what a layout sets between them, where no tab stands

Row = tuple[Span, ...]


def rows(document: Document, table: Node) -> tuple[Row, ...]:
    """The stretches of the table's text that are cells, row by row; without the source, it is one cell.

    Readers part cells by tabs; a line is a row, but where tabs stand in one line only, the others go on with a cell.
    """
    whole: tuple[Row, ...] = (((0, len(table.text)),),)
    source = document.source.text
    if source is UNSET:
        return whole
    lines = [source[start:end] for start, end in table.spans]
    tabbed = sum("\t" in line for line in lines)
    printed = ["\n".join(lines)] if tabbed == 1 else lines
    cells = _CELLS if tabbed else _COLUMNS
    found: list[Row] = []
    at = 0
    for line in printed:
        row: list[Span] = []
        for words in map(str.split, cells.split(line)):
            start, end = _place(table.text, words, at)
            if start < 0:
                return whole
            row.append((start, end))
            at = end
        found.append(tuple(row))
    gap = table.text[at:].strip()
    return whole if gap or not found else tuple(found)


def moved(mark: Mark, by: int) -> Mark:
    """The mark in a text that begins elsewhere."""
    return replace(mark, start=mark.start + by, end=mark.end + by)


def _place(text: str, words: list[str], at: int) -> Span:
    """Where the words stand in the text from ``at`` on, one after another; -1 where they do not."""
    if not words:
        return at, at
    start = end = text.find(words[0], at)
    if start < 0 or text[at:start].strip():
        return -1, -1
    for word in words:
        end = text.find(word, end)
        if end < 0:
            return -1, -1
        end += len(word)
    return start, end
