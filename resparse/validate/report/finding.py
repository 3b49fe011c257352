"""A diagnostic with all that reports say of it: its file, its place there, the line that it points at."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from msgspec import Struct

from resparse.model import Document, Spans
from resparse.validate.diagnostic import Diagnostic
from resparse.validate.outline import shown
from resparse.validate.places import Layout, Place
from resparse.validate.view import View

_BEFORE, _AFTER = 60, 40  # characters of a long line that are shown round the place
_MOST = 200  # characters of a place that are shown


class Excerpt(NamedTuple):
    """What stands at a place, on one line, and from where to where in it the place is; no place: all of it."""

    text: str
    start: int
    end: int


class Change(NamedTuple):
    """An edit in the text as the user has it: offset, length of what goes, what comes."""

    offset: int
    length: int
    text: str


class Finding(Struct, frozen=True):
    """A diagnostic of a file.

    ``place`` is ``None`` where the text is not at hand. ``lined`` tells whether lines and columns are of the file
    itself, as in plain text; in a PDF they are of the text that was read. ``home`` is the id of the paragraph.
    """

    file: str
    said: Diagnostic
    place: Place | None
    lined: bool
    home: str | None
    excerpt: Excerpt | None
    changes: tuple[Change, ...]


def findings(file: str, layout: Layout, diagnostics: Iterable[Diagnostic]) -> list[Finding]:
    """The diagnostics of a document, ready to be reported."""
    lined = layout.document.source.media_type == "text/plain" and layout.text is not None
    return [
        Finding(
            file=file,
            said=said,
            place=layout.place(said.spans),
            lined=lined,
            home=_home(layout.document, said.spans),
            excerpt=_excerpt(layout, said.spans),
            changes=tuple(_change(layout, *edit.span, edit.text) for edit in said.edits) if lined else (),
        )
        for said in diagnostics
    ]


def _change(layout: Layout, start: int, end: int, text: str) -> Change:
    low, high = layout.as_printed.offset(start), layout.as_printed.offset(end)
    return Change(low, high - low, text)


def _home(document: Document, spans: Spans) -> str | None:
    """The id of the node or note in which the first of the spans begins."""
    if not spans:
        return None
    at = spans[0][0]
    for home in View(document).homes.values():
        if any(start <= at <= end for start, end in home.spans):
            return home.id
    return None


def _excerpt(layout: Layout, spans: Spans) -> Excerpt | None:
    """The line that the place begins on, cut where it is long; without the text, that of the paragraph."""
    if not spans:
        return None
    if layout.text is None:
        home = next((home for home in View(layout.document).homes.values() if home.spans == spans), None)
        return Excerpt(shown(home)[: _BEFORE + _AFTER], 0, 0) if home else None
    text, (start, end) = layout.text, spans[0]
    low = max(text.rfind("\n", 0, start) + 1, text.rfind("\f", 0, start) + 1)
    high = min(at for at in (text.find("\n", start), len(text)) if at >= 0)
    end = max(min(end, high, start + _MOST), start)
    left = max(low, start - _BEFORE)
    right = min(high, end + _AFTER)
    before = ("…" if left > low else "") + text[left:start].lstrip()
    return Excerpt(before + text[start:right] + ("…" if right < high else ""), len(before), len(before) + end - start)
