"""A row of a table -> its cells, as far as the source tells them."""

from __future__ import annotations

from msgspec import UNSET

from resparse.model import Document, Node, Span


def cells(document: Document, row: Node) -> tuple[Span, ...]:
    """The stretches of the row's text that are cells: tabs part them in the source; without it, the row is one."""
    source = document.source.text
    if source is UNSET:
        return ((0, len(row.text)),)
    printed = "".join(source[start:end] for start, end in row.spans).split("\t")
    starts: list[int] = []
    at = 0
    for words in map(str.split, printed):
        found = row.text.find(words[0], at) if words else at
        if found < 0:
            return ((0, len(row.text)),)
        starts.append(found)
        at = min(found + sum(map(len, words)), len(row.text))
    bounds = [*starts[1:], len(row.text)]
    return tuple((low, low + len(row.text[low:high].rstrip())) for low, high in zip(starts, bounds, strict=True))
