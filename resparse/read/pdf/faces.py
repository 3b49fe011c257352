"""Fonts of a PDF -> whether they are italic or bold, and how wide their characters are."""

from __future__ import annotations

import ctypes
from typing import Any, NamedTuple

import pypdfium2.raw as pdfium

# FXFONT_ITALIC, FXFONT_FORCE_BOLD of pdfium; a weight of 600 is semi-bold.
ITALIC, FORCE_BOLD, SEMI_BOLD = 1 << 6, 1 << 18, 600


class Face(NamedTuple):
    """How a font looks."""

    italic: bool
    bold: bool


class Faces:
    """The fonts of a page, each looked up once."""

    def __init__(self) -> None:
        self._faces: dict[int, Face] = {}
        self._advances: dict[tuple[int, str], float] = {}

    def face(self, font: Any) -> Face:
        """How a font (FPDF_FONT) looks."""
        key = _address(font)
        if key not in self._faces:
            self._faces[key] = _face(font)
        return self._faces[key]

    def advance(self, font: Any, character: str) -> float:
        """How far the pen moves for a character, in ems; 0 where the font does not tell."""
        key = (_address(font), character)
        if key not in self._advances:
            width = ctypes.c_float()
            known = pdfium.FPDFFont_GetGlyphWidth(font, ord(character), 1.0, width)
            self._advances[key] = width.value if known else 0.0
        return self._advances[key]


def _address(font: Any) -> int:
    return ctypes.cast(font, ctypes.c_void_p).value or 0


def _face(font: Any) -> Face:
    """Flags are often left unset: the name of the font tells too."""
    length = pdfium.FPDFFont_GetBaseFontName(font, None, 0)
    buffer = ctypes.create_string_buffer(length)
    pdfium.FPDFFont_GetBaseFontName(font, buffer, length)
    name = buffer.value.decode("latin-1").lower()
    flags = max(0, pdfium.FPDFFont_GetFlags(font))
    italic = bool(flags & ITALIC) or "ital" in name or "obliq" in name
    bold = bool(flags & FORCE_BOLD) or "bold" in name or "black" in name or "heavy" in name
    return Face(italic, bold or pdfium.FPDFFont_GetWeight(font) >= SEMI_BOLD)
