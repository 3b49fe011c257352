"""Document -> its edges: who cites what, in which paragraph, with which phrase."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Literal, NamedTuple

from msgspec import Struct

from resparse.model import CitationKind, Document, Node, Part
from resparse.parse.citations.links import document_url
from resparse.write.masthead import language_of

Where = Literal["header", "preamble", "operative", "closing", "note", "annex"]


class Edge(Struct, frozen=True, gc=False):
    """One citation: from the citing document to the cited one.

    ``citing`` is the symbol of the document without blanks, or the name of its source where it has none. ``paragraph``
    is the number as printed, with those above it ("4 (b)"); preambular paragraphs are counted; of a note it is the
    marker. What stands in the header has none.
    """

    citing: str
    cited: str
    kind: CitationKind
    body: str | None
    date: str | None
    part: Where
    paragraph: str | None
    phrase: str | None
    pinpoint: str | None
    text: str
    url: str | None


class Place(NamedTuple):
    """Where a node or note stands."""

    part: Where
    paragraph: str | None


def edges(document: Document) -> Iterator[Edge]:
    """The documents that a resolution comes from, then what its text and notes cite, in reading order."""
    citing = name_of(document)
    yield from _origin(document, citing)
    places = dict(_places(document))
    for one in document.citations:
        place = places.get(one.in_) or Place("header", None)
        yield Edge(
            citing, one.symbol, one.kind, one.body, one.date, *place, one.phrase, one.pinpoint, one.text, one.url
        )


def _origin(document: Document, citing: str) -> Iterator[Edge]:
    header = document.header
    place = header.report_paragraph
    for symbol in header.originating_document:
        url = document_url(symbol, language_of(header))
        yield Edge(citing, symbol, "document", header.body, None, "header", None, None, place, symbol, url)


def name_of(document: Document) -> str:
    """What a document is called as an end of an edge."""
    return "".join((document.header.symbol or "").split()) or document.source.name or "-"


def described(document: Document) -> dict[str, str | None]:
    """What a graph tells of a document that was read."""
    header = document.header
    return {"kind": header.kind, "body": header.body, "url": header.url}


def _places(document: Document) -> Iterator[tuple[str, Place]]:
    yield from _text(document, ())
    for part in document.parts:
        yield from _text(part, (part.label,))
    for annex in document.annexes:
        yield from _numbered("annex", (), annex.body)
    for note in document.footnotes:
        yield note.id, Place("note", note.marker)


def _text(text: Document | Part, label: Sequence[str]) -> Iterator[tuple[str, Place]]:
    yield from _numbered("preamble", label, text.preamble, counted=True)
    yield from _numbered("operative", label, text.operative)
    yield from _numbered("closing", label, text.closing)


def _numbered(
    part: Where, above: Sequence[str], nodes: Iterable[Node], *, counted: bool = False
) -> Iterator[tuple[str, Place]]:
    """Nodes with the numbers above theirs and their own; paragraphs without any are counted, where that is asked."""
    count = 0
    for node in nodes:
        count += node.type == "preambular"
        own = (node.num or "").rstrip(".") or (str(count) if counted and node.type == "preambular" else "")
        numbers = (*above, own) if own else tuple(above)
        yield node.id, Place(part, " ".join(numbers) or None)
        yield from _numbered(part, numbers, node.children)
