"""Offsets in the text of a source -> pages, lines and columns in the input as the user has it."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cached_property
from typing import NamedTuple

from msgspec import UNSET, Struct

from resparse.model import Document, Spans
from resparse.source import Source

_LINE_END = re.compile(r"\r\n|\r|\n")


class Place(NamedTuple):
    """Where something begins and ends; all count from 1, columns in code points, the end one is behind it."""

    page: int
    line: int
    column: int
    end_line: int
    end_column: int


class Printed(Struct, frozen=True, dict=True, eq=False):
    """A text as the user has it: decoded and without its byte order mark, line ends as they are."""

    text: str

    @cached_property
    def _returns(self) -> tuple[int, ...]:
        """The line feeds that follow a carriage return, as offsets in the text of the source, which has only these."""
        return tuple(match.start() - n for n, match in enumerate(re.finditer("\r\n", self.text)))

    @cached_property
    def _line_starts(self) -> tuple[int, ...]:
        return (0, *(match.end() for match in _LINE_END.finditer(self.text)))

    def offset(self, offset: int) -> int:
        """Offset in the text of the source, whose line ends are one character each -> offset in this text."""
        return offset + bisect_right(self._returns, offset - 1)

    def position(self, offset: int) -> tuple[int, int]:
        """Line and column of an offset in the text of the source."""
        at = self.offset(offset)
        line = bisect_right(self._line_starts, at)
        return line, at - self._line_starts[line - 1] + 1


class Layout(Struct, frozen=True, dict=True, eq=False):
    """A document, and its text as the user has it where that is not the text of the source."""

    document: Document
    printed: str | None = None

    @cached_property
    def text(self) -> str | None:
        """The text of the source, where the document carries it."""
        carried = self.document.source.text
        return None if carried is UNSET else carried

    @cached_property
    def as_printed(self) -> Printed:
        """The text as the user has it."""
        return Printed(self.printed if self.printed is not None else self.text or "")

    @cached_property
    def _source(self) -> Source:
        return Source(self.text or "")

    def place(self, spans: Spans) -> Place | None:
        """Where the first of the spans begins and, on its line or below, the last one ends."""
        if self.text is None or not spans:
            return None
        start, end = spans[0][0], max(spans[-1][1], spans[0][0])
        line, column = self.as_printed.position(start)
        end_line, end_column = self.as_printed.position(end)
        return Place(self._source.position(start).page, line, column, end_line, end_column)
