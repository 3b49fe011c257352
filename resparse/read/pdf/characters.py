"""A page of a PDF -> runs: stretches of characters drawn by one text object, with font, size, place and tag."""

from __future__ import annotations

import ctypes
from collections.abc import Iterable, Iterator
from itertools import groupby
from math import hypot
from typing import Any, NamedTuple

import pypdfium2.raw as pdfium

from resparse.read.error import InputError
from resparse.read.pdf.bidi import Letter, is_right_to_left
from resparse.read.pdf.bidi import words as bidi_words
from resparse.read.pdf.faces import Faces

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


class Sheet(NamedTuple):
    """What stands on a page; ``pictured`` is the share of it under images."""

    width: float
    height: float
    runs: tuple[Run, ...]
    pictured: float


class Ink(NamedTuple):
    """What is the same for all characters of a text object; ``em`` is the width of an em, in points."""

    font: Any
    em: float
    look: tuple[float, bool, bool, bool, int]  # the fields of a run from its size to its mcid


def _untyped(function: Any) -> Any:
    """FPDFText_GetTextObject with a plain number for its result: it is asked once a character."""
    address = ctypes.cast(function, ctypes.c_void_p).value
    return ctypes.CFUNCTYPE(ctypes.c_void_p, ctypes.c_void_p, ctypes.c_int)(address or 0)


_text_object = _untyped(pdfium.FPDFText_GetTextObject)


def sheet(page: Any, most: int) -> Sheet:
    """An open page (FPDF_PAGE) -> its runs and images; refused if it has more characters than ``most``."""
    width, height = pdfium.FPDF_GetPageWidthF(page), pdfium.FPDF_GetPageHeightF(page)
    textpage = pdfium.FPDFText_LoadPage(page)
    if not textpage:
        return Sheet(width, height, (), 0.0)
    try:
        if pdfium.FPDFText_CountChars(textpage) > most:
            raise InputError("has too many characters; raise the limit with --max-characters")
        runs = tuple(_runs(textpage, _Turn.of(page, width, height)))
    finally:
        pdfium.FPDFText_ClosePage(textpage)
    return Sheet(width, height, runs, _pictured(page) / max(1.0, width * height))


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
    inks: dict[int, Ink] = {}
    faces = Faces()
    owners = (_text_object(handle, i) for i in range(total))
    end = 0
    for owner, stretch in groupby(owners):
        first, end = end, end + sum(1 for _ in stretch)
        while first < end and text[first].isspace():
            first += 1
        last = end - 1
        while first < last and text[last].isspace():
            last -= 1
        if not owner or first == end:
            continue
        if owner not in inks:
            inks[owner] = _ink(textpage, first, owner, faces)
        ink = inks[owner]
        left, baseline = _origin(textpage, first, turn)
        words: Iterable[Letter]
        if mirrored:
            letters = (Letter(text[i], *_edges(textpage, (i,), turn)) for i in range(first, end))
            words = (Letter(w.text, turn.width - w.right, turn.width - w.left) for w in bidi_words(letters))
        elif turn.quarters or not (advance := faces.advance(ink.font, text[last])):
            words = (Letter(text[first : last + 1], *_edges(textpage, (first, last), turn)),)
        else:
            words = (Letter(text[first : last + 1], left, _origin(textpage, last, turn)[0] + advance * ink.em),)
        for word in words:
            if seen := word.text.translate(SEEN):
                yield Run(seen, word.left, word.right, baseline, *ink.look, mirrored)


def _edges(textpage: Any, indices: Iterable[int], turn: _Turn) -> tuple[float, float]:
    """The left and right edge of some characters, with what hangs over."""
    box, across = pdfium.FS_RECTF(), []
    for i in indices:
        pdfium.FPDFText_GetLooseCharBox(textpage, i, box)
        across += [turn(box.left, box.bottom)[0], turn(box.right, box.top)[0]]
    return min(across), max(across)


def _origin(textpage: Any, index: int, turn: _Turn) -> tuple[float, float]:
    """Where the pen stood for a character."""
    x, y = ctypes.c_double(), ctypes.c_double()
    pdfium.FPDFText_GetCharOrigin(textpage, index, x, y)
    return turn(x.value, y.value)


def _text(textpage: Any, total: int) -> str:
    """The characters, one for each index of pdfium."""
    buffer = (ctypes.c_ushort * (total + 1))()
    written = pdfium.FPDFText_GetText(textpage, 0, total, buffer)
    text = bytes(buffer)[: 2 * max(0, written - 1)].decode("utf-16-le", "surrogatepass")
    if len(text) == total:
        return text
    return "".join(chr(pdfium.FPDFText_GetUnicode(textpage, i)) for i in range(total))


def _ink(textpage: Any, index: int, owner: int, faces: Faces) -> Ink:
    thing = ctypes.cast(owner, pdfium.FPDF_PAGEOBJECT)
    font = pdfium.FPDFTextObj_GetFont(thing)
    matrix = pdfium.FS_MATRIX()
    pdfium.FPDFText_GetMatrix(textpage, index, matrix)
    size = pdfium.FPDFText_GetFontSize(textpage, index)
    face = faces.face(font)
    mcid = pdfium.FPDFPageObj_GetMarkedContentID(thing)
    look = (size * hypot(matrix.c, matrix.d), face.italic, face.bold, _is_artifact(thing), mcid)
    return Ink(font, size * hypot(matrix.a, matrix.b), look)


def _is_artifact(thing: Any) -> bool:
    """Marked /Artifact, at any depth."""
    buffer, length = (ctypes.c_ushort * 16)(), ctypes.c_ulong()
    for i in range(max(0, pdfium.FPDFPageObj_CountMarks(thing))):
        mark = pdfium.FPDFPageObj_GetMark(thing, i)
        known = pdfium.FPDFPageObjMark_GetName(mark, buffer, 32, length)
        if known and bytes(buffer)[: length.value - 2] == "Artifact".encode("utf-16-le"):
            return True
    return False


def _pictured(page: Any) -> float:
    """The area of the largest image on a page."""
    largest = 0.0
    edges = [ctypes.c_float() for _ in range(4)]
    for i in range(max(0, pdfium.FPDFPage_CountObjects(page))):
        thing = pdfium.FPDFPage_GetObject(page, i)
        if pdfium.FPDFPageObj_GetType(thing) == pdfium.FPDF_PAGEOBJ_IMAGE:
            pdfium.FPDFPageObj_GetBounds(thing, *edges)
            left, bottom, right, top = (edge.value for edge in edges)
            largest = max(largest, (right - left) * (top - bottom))
    return largest
