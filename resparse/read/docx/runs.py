"""Runs of a paragraph -> its letters, with italics, bold and note markers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager

from msgspec import Struct

from resparse.model import Span
from resparse.read.docx.numbering import numeral
from resparse.read.docx.package import Element, local, value
from resparse.read.docx.styles import Look, Styles
from resparse.read.markers import is_marker

# What is not part of the text: properties, what was deleted or moved away, what stands beside newer mark-up.
LEFT_OUT = frozenset(("pPr", "rPr", "del", "moveFrom", "Fallback", "instrText", "delText", "txbxContent", "rt"))
BREAKS = {"br": "\n", "cr": "\n", "tab": "\t", "ptab": "\t", "noBreakHyphen": "-"}
BULLET = "•"  # for a letter of a symbol font
ITALIC, BOLD, RAISED = 1, 2, 4
LABEL = 8  # letters: a tab after so few of them follows a number


class Letters(Struct, frozen=True):
    """Text, and the look of each of its letters: flags, a byte a letter."""

    text: str
    looks: bytes

    def joined(self, other: Letters, between: str) -> Letters:
        """This and another, with something between them."""
        return Letters(self.text + between + other.text, self.looks + bytes(len(between)) + other.looks)

    def raised(self, end: int) -> Letters:
        """The same with the first letters raised."""
        return Letters(self.text, bytes(look | RAISED for look in self.looks[:end]) + self.looks[end:])

    def stripped(self) -> Letters:
        """The same with one blank where there are several, and none at the ends."""
        text, looks = "", b""
        for blank in re.finditer(r"(\s*)(\S+)", self.text):
            if text:
                space = "\n" if "\n" in blank[1] else "\t" if "\t" in blank[1] and len(text) > LABEL else " "
                text, looks = text + space[: len(blank[1])], looks + self.looks[blank.start(1) : blank.start(1) + 1]
            text, looks = text + blank[2], looks + self.looks[blank.start(2) : blank.end(2)]
        return Letters(text, looks)

    def spans(self) -> dict[str, list[Span]]:
        """Where it is italic, where bold, and where the markers of notes are."""
        raised = self._flagged(RAISED)
        return {
            "italic": self._flagged(ITALIC),
            "bold": self._flagged(BOLD),
            "superscript": [span for span in raised if is_marker(self.text[slice(*span)], self.text[: span[0]])],
        }

    def _flagged(self, flag: int) -> list[Span]:
        found: list[Span] = []
        for i, look in enumerate(self.looks):
            if look & flag and not self.text[i].isspace():
                between = slice(found[-1][1], i) if found else slice(0)
                if found and not self.text[between].strip() and all(at & flag for at in self.looks[between]):
                    found[-1] = (found[-1][0], i + 1)
                else:
                    found.append((i, i + 1))
        return found


def plain(text: str) -> Letters:
    """Text without any look."""
    return Letters(text, bytes(len(text)))


class Notes:
    """The notes called so far, with their markers, and the marker of the note that is being read."""

    def __init__(self, forms: dict[str, tuple[str, int]]) -> None:
        self.called: dict[tuple[str, str], str] = {}
        self._forms = forms
        self._counts = {kind: start for kind, (_, start) in forms.items()}
        self._marker = ""

    def call(self, reference: Element) -> str:
        """The marker of a note at its call; nothing, if the next run of text is its marker."""
        kind = local(reference).removesuffix("Reference")
        key = (kind, value(reference, "id") or "")
        if value(reference, "customMarkFollows") not in (None, "0", "false", "off"):
            self.called.setdefault(key, "")
            return ""
        if key not in self.called:
            self.called[key] = numeral(self._counts[kind], self._forms[kind][0])
            self._counts[kind] += 1
        return self.called[key]

    @contextmanager
    def inside(self, marker: str) -> Iterator[None]:
        """While a note is read, its own marker is known."""
        self._marker = marker
        yield
        self._marker = ""

    @property
    def marker(self) -> str:
        """Of the note that is being read."""
        return self._marker

    def name(self, reference: Element, marker: str) -> None:
        """Give a note the marker that is typed at its call."""
        self.called[(local(reference).removesuffix("Reference"), value(reference, "id") or "")] = marker


class Runs:
    """Reads runs, by the styles of the file."""

    def __init__(self, styles: Styles, notes: Notes) -> None:
        self._styles = styles
        self._notes = notes

    def letters(self, paragraph: Element) -> Letters:
        """All letters of a paragraph; Word's own spaces and breaks as they are."""
        texts: list[str] = []
        looks: list[bytes] = []
        for run in _runs(paragraph):
            look = self._styles.look(run, paragraph)
            if not look.hidden:
                for text, raised in self._pieces(run):
                    texts.append(text)
                    looks.append(bytes([_flags(look) | RAISED * raised]) * len(text))
        return Letters("".join(texts), b"".join(looks))

    def _pieces(self, run: Element) -> Iterator[tuple[str, bool]]:
        custom: Element | None = None
        for item in run:
            name = local(item)
            if name in ("footnoteReference", "endnoteReference"):
                marker = self._notes.call(item)
                custom = None if marker else item
                yield marker, True
            elif name in ("footnoteRef", "endnoteRef"):
                yield self._notes.marker, True
            elif name == "t":
                text = (item.text or "").replace("\u00ad", "").replace("\n", " ")
                if custom is not None:
                    self._notes.name(custom, text.strip())
                yield text, custom is not None
                custom = None
            elif name == "sym":
                yield _symbol(item), False
            else:
                yield BREAKS.get(name, ""), False


def _runs(element: Element) -> Iterator[Element]:
    """Runs below an element, in order, without those that are not part of the text."""
    for below in element:
        if local(below) == "r":
            yield below
        elif local(below) not in LEFT_OUT:
            yield from _runs(below)


def _symbol(item: Element) -> str:
    code = int(value(item, "char") or "0", 16)
    return BULLET if code < 32 or 0xE000 <= code < 0xF900 else chr(code)


def _flags(look: Look) -> int:
    return ITALIC * look.italic | BOLD * look.bold | RAISED * look.raised
