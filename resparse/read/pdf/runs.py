"""What is read off a page before it is lines: runs of characters, and the sheet that holds them."""

from __future__ import annotations

from typing import NamedTuple


class Run(NamedTuple):
    """Characters of one text object without a gap that pdfium took for a space; lengths in points.

    ``mirrored``: the page is written from right to left, and places are measured from its right edge. ``blank``: the
    file sets a blank behind them, which tells "pre- and post-war" from "cross-border" where the hyphen ends a line.
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
    blank: bool = False


class Sheet(NamedTuple):
    """What stands on a page; ``pictured`` is the share of it under images."""

    width: float
    height: float
    runs: tuple[Run, ...]
    pictured: float
