"""A page of a PDF -> runs: stretches of characters drawn by one text object, with font, size, place and tag."""

from __future__ import annotations

import ctypes
from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Any, NamedTuple

import pypdfium2.raw as pdfium

from resparse.read.error import InputError
from resparse.read.pdf.bidi import Letter, is_right_to_left
from resparse.read.pdf.bidi import words as bidi_words

# FXFONT_ITALIC, FXFONT_FORCE_BOLD of pdfium; a weight of 600 is semi-bold.
ITALIC, FORCE_BOLD, SEMI_BOLD = 1 << 6, 1 << 18, 600
# A hyphen at the end of a line comes in two disguises, by version of pdfium.
HYPHENS = dict.fromkeys((0x02, 0xFFFE, 0xAD), "-")
LIGATURES = dict(zip(range(0xFB00, 0xFB07), ("ff", "fi", "fl", "ffi", "ffl", "st", "st"), strict=True))
UNSEEN = dict.fromkeys((*range(9), *range(11, 32), *range(127, 160), 0x200B, 0x200E, 0x200F, 0xFEFF, 0xFFFF), "")
SEEN = UNSEEN | HYPHENS | LIGATURES


class Run(NamedTuple):
    """Characters of one text object without a gap that pdfium took for a space; lengths in points.

    ``mirrored``: the page is written from right to left, and places are measured from its right edge.
    """

    text: str
    left: float
    right: float
    baseline: float
    size: float
    italic: bool
    bold: bool
    artifact: bool
    mcid: int
    mirrored: bool = False


class Rule(NamedTuple):
    """A thin horizontal line, drawn."""

    left: float
    right: float
    baseline: float


class Sheet(NamedTuple):
    """What stands on a page; ``pictured`` is the share of it under images."""

    width: float
    height: float
    runs: tuple[Run, ...]
    rules: tuple[Rule, ...]
    pictured: float


class Style(NamedTuple):
    """What is the same for all characters of a text object."""

    size: float
    italic: bool
    bold: bool
    artifact: bool
    mcid: int


def _untyped(function: Any) -> Any:
    """FPDFText_GetTextObject with a plain number for its result: it is asked once a character."""
    address = ctypes.cast(function, ctypes.c_void_p).value
    return ctypes.CFUNCTYPE(ctypes.c_void_p, ctypes.c_void_p, ctypes.c_int)(address or 0)


_text_object = _untyped(pdfium.FPDFText_GetTextObject)


def sheet(page: Any, most: int) -> Sheet:
    """An open page (FPDF_PAGE) -> its runs, rules and images; refused if it has too many characters."""
    width, height = pdfium.FPDF_GetPageWidthF(page), pdfium.FPDF_GetPageHeightF(page)
    textpage = pdfium.FPDFText_LoadPage(page)
    if not textpage:
        return Sheet(width, height, (), (), 0.0)
    try:
        if pdfium.FPDFText_CountChars(textpage) > most:
            raise InputError("has too many characters; raise the limit with --max-characters")
        runs = tuple(_runs(textpage, _Turn.of(page, width, height)))
    finally:
        pdfium.FPDFText_ClosePage(textpage)
    rules, pictured = _drawings(page, width * height)
    return Sheet(width, height, runs, rules, pictured)


class _Turn(NamedTuple):
    """How a page is turned before it is shown (/Rotate): characters know nothing of it."""

    quarters: int
    width: float
    height: float

    @classmethod
    def of(cls, page: Any, width: float, height: float) -> _Turn:
        return cls(pdfium.FPDFPage_GetRotation(page), width, height)

    def __call__(self, x: float, y: float) -> tuple[float, float]:
        if self.quarters == 1:
            return y, self.height - x
        if self.quarters == 2:
            return self.width - x, self.height - y
        if self.quarters == 3:
            return self.width - y, x
        return x, y


def _runs(textpage: Any, turn: _Turn) -> Iterator[Run]:
    total = pdfium.FPDFText_CountChars(textpage)
    handle = ctypes.cast(textpage, ctypes.c_void_p)
    text = _text(textpage, total)
    mirrored = is_right_to_left(text)
    styles: dict[int, Style] = {}
    fonts: dict[int, tuple[bool, bool]] = {}
    owners = (_text_object(handle, i) for i in range(total))
    end = 0
    for owner, stretch in groupby(owners):
        first, end = end, end + sum(1 for _ in stretch)
        if not owner:  # a space or a line end that pdfium put in: we measure for ourselves
            continue
        if owner not in styles:
            styles[owner] = _style(textpage, first, owner, fonts)
        baseline = _baseline(textpage, first, turn)
        if not mirrored:
            left, right = _edges(textpage, (first, end - 1), turn)
            words: Iterable[Letter] = (Letter(text[first:end], left, right),)
        else:
            letters = (Letter(text[i], *_edges(textpage, (i,), turn)) for i in range(first, end))
            width = turn.width
            words = (Letter(word.text, width - word.right, width - word.left) for word in bidi_words(letters))
        for word in words:
            letters_drawn = word.text.translate(SEEN)
            if letters_drawn:
                yield Run(letters_drawn, word.left, word.right, baseline, *styles[owner], mirrored)


def _edges(textpage: Any, indices: Iterable[int], turn: _Turn) -> tuple[float, float]:
    """The left and right edge of some characters."""
    box, across = pdfium.FS_RECTF(), []
    for i in indices:
        pdfium.FPDFText_GetLooseCharBox(textpage, i, box)
        across += [turn(box.left, box.bottom)[0], turn(box.right, box.top)[0]]
    return min(across), max(across)


def _baseline(textpage: Any, index: int, turn: _Turn) -> float:
    x, y = ctypes.c_double(), ctypes.c_double()
    pdfium.FPDFText_GetCharOrigin(textpage, index, x, y)
    return turn(x.value, y.value)[1]


def _text(textpage: Any, total: int) -> str:
    """The characters, one for each index of pdfium."""
    buffer = (ctypes.c_ushort * (total + 1))()
    written = pdfium.FPDFText_GetText(textpage, 0, total, buffer)
    text = bytes(buffer)[: 2 * max(0, written - 1)].decode("utf-16-le", "surrogatepass")
    if len(text) == total:
        return text
    return "".join(chr(pdfium.FPDFText_GetUnicode(textpage, i)) for i in range(total))


def _style(textpage: Any, index: int, owner: int, fonts: dict[int, tuple[bool, bool]]) -> Style:
    thing = ctypes.cast(owner, pdfium.FPDF_PAGEOBJECT)
    font = pdfium.FPDFTextObj_GetFont(thing)
    key = ctypes.cast(font, ctypes.c_void_p).value or 0
    if key not in fonts:
        fonts[key] = _face(font)
    matrix = pdfium.FS_MATRIX()
    pdfium.FPDFText_GetMatrix(textpage, index, matrix)
    scale = (matrix.c**2 + matrix.d**2) ** 0.5
    size = pdfium.FPDFText_GetFontSize(textpage, index) * scale
    return Style(size, *fonts[key], _is_artifact(thing), pdfium.FPDFPageObj_GetMarkedContentID(thing))


def _face(font: Any) -> tuple[bool, bool]:
    """A font -> whether it is italic, whether it is bold. Flags are often left unset: the name tells too."""
    length = pdfium.FPDFFont_GetBaseFontName(font, None, 0)
    buffer = ctypes.create_string_buffer(length)
    pdfium.FPDFFont_GetBaseFontName(font, buffer, length)
    name = buffer.value.decode("latin-1").lower()
    flags = max(0, pdfium.FPDFFont_GetFlags(font))
    italic = bool(flags & ITALIC) or "ital" in name or "obliq" in name
    bold = bool(flags & FORCE_BOLD) or "bold" in name or "black" in name or "heavy" in name
    return italic, bold or pdfium.FPDFFont_GetWeight(font) >= SEMI_BOLD


def _is_artifact(thing: Any) -> bool:
    """Marked /Artifact, at any depth."""
    buffer, length = (ctypes.c_ushort * 16)(), ctypes.c_ulong()
    for i in range(max(0, pdfium.FPDFPageObj_CountMarks(thing))):
        mark = pdfium.FPDFPageObj_GetMark(thing, i)
        known = pdfium.FPDFPageObjMark_GetName(mark, buffer, 32, length)
        if known and bytes(buffer)[: length.value - 2] == "Artifact".encode("utf-16-le"):
            return True
    return False


def _drawings(page: Any, area: float) -> tuple[tuple[Rule, ...], float]:
    """Horizontal rules of a page, and the share of the page under its largest image."""
    rules, largest = [], 0.0
    edges = [ctypes.c_float() for _ in range(4)]
    for i in range(max(0, pdfium.FPDFPage_CountObjects(page))):
        thing = pdfium.FPDFPage_GetObject(page, i)
        kind = pdfium.FPDFPageObj_GetType(thing)
        if kind not in (pdfium.FPDF_PAGEOBJ_PATH, pdfium.FPDF_PAGEOBJ_IMAGE):
            continue
        pdfium.FPDFPageObj_GetBounds(thing, *edges)
        left, bottom, right, top = (edge.value for edge in edges)
        if kind == pdfium.FPDF_PAGEOBJ_IMAGE:
            largest = max(largest, (right - left) * (top - bottom))
        elif top - bottom < 2 and right - left > 30:
            rules.append(Rule(left, right, bottom))
    return tuple(rules), largest / area if area > 0 else 0.0
