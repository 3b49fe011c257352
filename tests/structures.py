"""What two documents of the same text have in common: all but spans, ids of citations, and how it is set."""

from __future__ import annotations

from collections.abc import Iterator

from resparse.model import Document, Node

Row = tuple[object, ...]
HEADER = (
    *("kind", "body", "symbol", "number", "title", "session", "session_number", "agenda_item", "agenda_item_name"),
    *("distribution", "date_of_issuance", "adoption_line", "adoption_date", "adoption_meeting", "origin_line"),
    *("committee", "originating_document", "report_paragraph", "vote"),
)


def structure(document: Document) -> list[Row]:
    """Header, nodes with their levels, numbers, texts and notes, annexes and notes, one row each."""
    markers = {note.id: note.marker for note in document.footnotes}
    rows: list[Row] = [(name, getattr(document.header, name)) for name in HEADER]
    for texts in (document, *document.parts):
        if texts is not document:
            rows.append(("part", texts.label, texts.title))
        for node in (*([texts.opening] if texts.opening else []), *texts.preamble, *texts.operative, *texts.closing):
            rows += _node(node, markers, 0)
    for annex in document.annexes:
        rows.append(("annex", annex.label, annex.title))
        for node in annex.body:
            rows += _node(node, markers, 0)
    return [*rows, *(("note", note.marker, note.text) for note in document.footnotes)]


def _node(node: Node, markers: dict[str, str], level: int) -> Iterator[Row]:
    calls = tuple((mark.start, markers.get(mark.target or "")) for mark in node.marks if mark.type == "footnote")
    yield level, node.id, node.type, node.num, node.heading, node.text, calls
    for child in node.children:
        yield from _node(child, markers, level + 1)
