"""Leaves in the visible text -> leaves in the source, that together hold each of its non-blank characters once."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from msgspec.structs import replace

from resparse.model import Document, Furniture, FurnitureKind, Node, Span, Spans
from resparse.source import Source

_STRETCH = re.compile(r"\S(?:[^\n\f]*\S)?")


def leaves(document: Document) -> Iterator[Spans]:
    """The spans of every leaf: header values, nodes, parts' labels and titles, notes, furniture."""
    yield from document.header.spans.values()
    for part in document.parts:
        yield part.spans
        yield from _nodes([part.opening] if part.opening else [])
        yield from _nodes([*part.preamble, *part.operative, *part.closing])
    yield from _nodes([document.opening] if document.opening else [])
    yield from _nodes([*document.preamble, *document.operative, *document.closing])
    for annex in document.annexes:
        yield from _nodes(annex.body)
    for note in document.footnotes:
        yield note.spans
    for piece in document.furniture:
        yield piece.spans


def _nodes(nodes: Iterable[Node]) -> Iterator[Spans]:
    for node in nodes:
        yield node.spans
        yield from _nodes(node.children)


def complete(document: Document, source: Source) -> Document:
    """The document, with a piece of furniture for whatever no leaf holds: mark-up that stands alone, other text."""
    left = unclaimed(source.text, (span for spans in leaves(document) for span in spans))
    if not left:
        return document
    shown = source.visible
    bare = (shown.text[shown.from_source(start) : shown.from_source(end)] for start, end in left)
    kinds: list[FurnitureKind] = ["other" if text.strip() else "markup" for text in bare]
    pieces = (Furniture(kind, (span,)) for kind, span in zip(kinds, left, strict=True))
    return replace(document, furniture=(*document.furniture, *pieces))


def unclaimed(text: str, spans: Iterable[Span]) -> Spans:
    """The stretches of lines that are under none of the spans, without blanks round them."""
    found: list[Span] = []
    at = 0
    for start, end in [*sorted(spans), (len(text), len(text))]:
        if start > at and not text[at:start].isspace():
            found += [match.span() for match in _STRETCH.finditer(text, at, start)]
        at = max(at, end)
    return tuple(found)
