"""The structure tree of a tagged PDF -> the block that each piece of marked content belongs to."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from typing import Any, NamedTuple

import pypdfium2.raw as pdfium

from resparse.source import BlockKind

Path = tuple[int, ...]

HEADINGS = frozenset(("H", "H1", "H2", "H3", "H4", "H5", "H6", "H7", "H8", "H9", "Title"))
NOTES = frozenset(("Note", "FENote"))
BLOCKS = HEADINGS | NOTES | {"P", "Caption", "LI", "TOCI", "TD", "TH", "BlockQuote", "Formula"}
TABLES = frozenset(("Table", "THead", "TBody", "TFoot"))
GROUPS = frozenset(("Document", "DocumentFragment", "Div", "Sect", "Part", "Art", "Aside", "L", "NonStruct", "Private"))
GROUPS |= {"Index", "TOC", "Figure", "Form"}
DEEPEST = 60  # of a structure tree that is no attack


class Leaf(NamedTuple):
    """The block of a piece of marked content: where its element stands in the tree (places from the root down, the
    same on every page), its kind, and its table row and cell if it has them."""

    path: Path
    kind: BlockKind
    row: Path | None
    cell: Path | None


class _Place(NamedTuple):
    """An element and what is above it: the block, the group, the row and the cell that it is in."""

    path: Path
    block: Path | None
    kind: BlockKind
    group: Path | None
    row: Path | None
    cell: Path | None


def leaves(page: Any) -> dict[int, Leaf]:
    """An open page (FPDF_PAGE) -> marked-content id -> leaf."""
    tree = pdfium.FPDF_StructTree_GetForPage(page)
    if not tree:
        return {}
    try:
        found: dict[int, Leaf] = {}
        top = _Place((), None, "paragraph", None, None, None)
        for i in range(max(0, pdfium.FPDF_StructTree_CountChildren(tree))):
            element = pdfium.FPDF_StructTree_GetChildAtIndex(tree, i)
            if element:
                found.update(_walk(element, top._replace(path=(i,)), 0))
        return found
    finally:
        pdfium.FPDF_StructTree_Close(tree)


def _walk(element: Any, place: _Place, depth: int) -> Iterator[tuple[int, Leaf]]:
    place = _within(_type(element), place)
    for i in range(max(0, pdfium.FPDF_StructElement_CountChildren(element))):
        child = pdfium.FPDF_StructElement_GetChildAtIndex(element, i)
        if child:
            if depth < DEEPEST:
                yield from _walk(child, place._replace(path=(*place.path, i)), depth + 1)
            continue
        mcid = pdfium.FPDF_StructElement_GetChildMarkedContentID(element, i)
        if mcid >= 0:
            yield mcid, Leaf(place.block or place.path, place.kind, place.row, place.cell)


def _within(tag: str, place: _Place) -> _Place:
    if tag in NOTES:
        return place._replace(block=place.path, kind="note")
    if place.kind == "note":
        return place
    if tag == "TR":
        return place._replace(row=place.path, cell=None)
    if tag in ("TD", "TH"):
        return place._replace(block=place.path, cell=place.path)
    if tag in BLOCKS:
        return place._replace(block=place.path, kind="heading" if tag in HEADINGS else "paragraph")
    if place.block is not None or tag in TABLES:
        return place
    if tag in GROUPS:
        return place._replace(group=place.path)
    return place._replace(block=place.group or place.path)


def _type(element: Any) -> str:
    buffer = (ctypes.c_ushort * 32)()
    length = pdfium.FPDF_StructElement_GetType(element, buffer, 64)
    return bytes(buffer)[: max(0, length - 2)].decode("utf-16-le", "replace")
