"""A page of a PDF -> runs: stretches of characters drawn by one text object, with font, size, place and tag."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from itertools import groupby
from typing import Any, NamedTuple

import pypdfium2.raw as pdfium

from resparse.read.error import InputError

# FXFONT_ITALIC, FXFONT_FORCE_BOLD of pdfium; a weight of 600 is semi-bold.
ITALIC, FORCE_BOLD, SEMI_BOLD = 1 << 6, 1 << 18, 600
# What pdfium puts for a hyphen at the end of a line, by version.
HYPHENS = str.maketrans({"\x02": "-", "\ufffe": "-", "\u00ad": "-"})
LIGATURES = str.maketrans(dict(zip("ﬀﬁﬂﬃﬄﬅﬆ", ("ff", "fi", "fl", "ffi", "ffl", "st", "st"), strict=True)))
UNSEEN = (*range(9), *range(11, 32), *range(127, 160), 0x200B, 0xFEFF, 0xFFFF)
CONTROLS = str.maketrans(dict.fromkeys(UNSEEN, ""))


class Run(NamedTuple):
    """Characters of one text object without a gap that pdfium took for a space; lengths in points."""

    text: str
    left: float
    right: float
    baseline: float
    size: float
    italic: bool
    bold: bool
    artifact: bool
    mcid: int


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
    box, x, y = pdfium.FS_RECTF(), ctypes.c_double(), ctypes.c_double()
    styles: dict[int, Style] = {}
    fonts: dict[int, tuple[bool, bool]] = {}
    owners = [_text_object(handle, i) for i in range(total)]
    start = 0
    for owner, stretch in groupby(owners):
        end = start + sum(1 for _ in stretch)
        first, start = start, end
        if not owner:  # a space or a line end that pdfium put in: we measure for ourselves
            continue
        if owner not in styles:
            styles[owner] = _style(textpage, first, owner, fonts)
        corners = []
        for i in (first, end - 1):
            pdfium.FPDFText_GetLooseCharBox(textpage, i, box)
            corners += [turn(box.left, box.bottom), turn(box.right, box.top)]
        pdfium.FPDFText_GetCharOrigin(textpage, first, x, y)
        letters = text[first:end].translate(HYPHENS).translate(CONTROLS).translate(LIGATURES)
        if letters:
            across = [corner[0] for corner in corners]
            yield Run(letters, min(across), max(across), turn(x.value, y.value)[1], *styles[owner])


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
