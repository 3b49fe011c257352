"""Zones of pages -> the text of the source and the evidence beside it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from resparse.model import Span, Spans
from resparse.read.markers import MARKER
from resparse.read.pdf.lines import Line
from resparse.read.pdf.tags import Path
from resparse.read.pdf.zones import Paragraph, Zones
from resparse.source import Block, Evidence, Source


class _Record:
    """The text so far, and the spans found in it."""

    def __init__(self) -> None:
        self.parts: list[str] = []
        self.length = 0
        self.italic: list[Span] = []
        self.bold: list[Span] = []
        self.superscript: list[Span] = []
        self.furniture: list[Span] = []
        self.blocks: list[Block] = []
        self.open: dict[Path, int] = {}  # path of a paragraph -> where in ``blocks`` it is

    def write(self, text: str) -> Span:
        start = self.length
        self.parts.append(text)
        self.length += len(text)
        return start, self.length


def assemble(pages: Sequence[Zones], name: str | None) -> Source:
    """Zones of each page -> the source: a line a printed line, a blank line between paragraphs, pages parted by \\f."""
    record = _Record()
    last: int | None = None
    for i, page in enumerate(pages):
        if i:
            record.write("\f")
        _furniture(record, page.head)
        for paragraph in page.body:
            last = _paragraph(record, paragraph, last)
        _furniture(record, page.rule)
        for note in page.notes:
            _paragraph(record, note, None)
        _furniture(record, page.foot)
    text = "".join(record.parts)
    evidence = Evidence(
        italic=_merged(record.italic, text),
        bold=_merged(record.bold, text),
        superscript=_merged(record.superscript, text),
        furniture=tuple(record.furniture),
        blocks=tuple(sorted(record.blocks, key=lambda block: (block.start, -block.end))),
    )
    return Source(text, name, "application/pdf", evidence)


def _furniture(record: _Record, lines: Sequence[Line]) -> None:
    for line in lines:
        record.furniture.append(record.write(line.text))
        record.write("\n")
    if lines:
        record.write("\n")


def _paragraph(record: _Record, paragraph: Paragraph, last: int | None) -> int:
    """Write a paragraph and its block, or the rest of a paragraph whose block is open; returns the block's place."""
    start = record.length
    for i, cell in enumerate(paragraph.cells):
        if i:
            record.write("\t")
        for j, line in enumerate(cell):
            if j:
                record.write("\n")
            _line(record, line)
    end = record.length
    record.write("\n\n")
    path = paragraph.path
    if paragraph.kind == "note":
        _marker(record, paragraph, start)
    elif paragraph.continues and last is not None:
        return _extended(record, last, end)
    elif path is not None and path in record.open:
        return _extended(record, record.open[path], end)
    record.blocks.append(Block(start, end, paragraph.kind))
    if path is not None:
        record.open[path] = len(record.blocks) - 1
    return len(record.blocks) - 1


def _extended(record: _Record, place: int, end: int) -> int:
    block = record.blocks[place]
    record.blocks[place] = Block(block.start, end, block.kind)
    return place


def _line(record: _Record, line: Line) -> None:
    for piece in line.pieces:
        record.write(piece.before)
        span = record.write(piece.run.text)
        if piece.raised:
            record.superscript.append(span)
        if piece.run.italic:
            record.italic.append(span)
        if piece.run.bold:
            record.bold.append(span)
    if line.pieces[-1].run.blank:
        record.write(" ")


def _marker(record: _Record, note: Paragraph, start: int) -> None:
    """The marker that a note begins with is one, raised or not."""
    pieces = note.lines[0].pieces
    marker = MARKER.match(pieces[0].run.text)
    if not pieces[0].raised and marker and marker.end() == len(pieces[0].run.text.split()[0]):
        record.superscript.append((start, start + marker.end()))


def _merged(spans: Iterable[Span], text: str) -> Spans:
    """Spans with nothing or one blank between them made one."""
    merged: list[Span] = []
    for start, end in sorted(spans):
        if merged and start - merged[-1][1] <= 1 and not text[merged[-1][1] : start].strip(" \n"):
            merged[-1] = (merged[-1][0], end)
        else:
            merged.append((start, end))
    return tuple(merged)
