"""A line of text -> the number, letter or numeral that opens it, and which label comes next."""

from __future__ import annotations

import re
from typing import Literal, NamedTuple

Style = Literal["number", "bracketed", "half-bracketed", "dotted", "numeral", "section", "capital", "dash"]

_LABEL = re.compile(
    r"""
    (?: (?P<number>    [0-9]{1,3} (?: \.[0-9]{1,2} )* ) (?P<stop> \s? \. )? (?= \s | $ | ["“*A-Z] )
      | \( \s? (?P<bracketed> [a-z]{1,2} | [ivxl]{1,6} | [A-Z] | [0-9]{1,2} ) \s? \) (?= \s | $ | ["“A-Z] )
      | (?P<half_bracketed> [a-z] | [ivxl]{1,5} ) \) (?= \s | $ )
      | (?P<numeral>   [IVXL]{1,7} ) (?: \. (?= \s | $ ) | (?= \s* $ ) )
      | (?P<dotted>    [a-z] | [ivxl]{2,5} | [A-Z] ) \. (?= \s | $ )
      | (?P<dash>      [–—•●▪‣-] ) (?= \s | $ )
    )
    \s*
    """,
    re.VERBOSE,
)
_ROMAN = re.compile(r"(x{0,3}) (ix|iv|v?i{0,3})", re.VERBOSE | re.IGNORECASE)
_DASHES = frozenset("–—•●▪‣-")
_STYLES: dict[str, Style] = {
    "number": "number",
    "bracketed": "bracketed",
    "half_bracketed": "half-bracketed",
    "numeral": "numeral",
    "dotted": "dotted",
    "dash": "dash",
}


class Label(NamedTuple):
    """What opens a line: ``printed`` as it stands (``"(a)"``), ``value`` bare (``"a"``); the text begins at ``end``."""

    style: Style
    printed: str
    value: str
    end: int


def read(text: str) -> Label | None:
    """The label that opens a line."""
    if text[0].isalpha() and text[1:2].isalpha() and text[0] not in "IVXLivxl":
        return None  # a word, as most lines begin
    match = _LABEL.match(text)
    if not match:
        return None
    style = "number" if match["number"] else match.lastgroup or ""  # a number's stop is a group of its own
    return Label(_STYLES[style], match[0].rstrip(), match[style], match.end())


def roman(value: str) -> int:
    """A Roman numeral up to 39 as a number; 0 where it is none."""
    match = _ROMAN.fullmatch(value)
    if not match or not value:
        return 0
    tens, units = match[1], match[2].lower()
    ones = {"": 0, "i": 1, "ii": 2, "iii": 3, "iv": 4, "v": 5, "vi": 6, "vii": 7, "viii": 8, "ix": 9}[units]
    return 10 * len(tens) + ones


def letter(value: str) -> int:
    """a to z as 1 to 26, aa, bb … as 27, 28 …; 0 for anything else."""
    if not value or len(set(value)) > 1 or not value[0].isascii() or not value[0].isalpha():
        return 0
    return 26 * (len(value) - 1) + ord(value[0].lower()) - ord("a") + 1


def counts(value: str) -> tuple[tuple[str, int], ...]:
    """All readings of a label's value, as (kind of counting, number): ``i`` is Roman 1 and letter 9."""
    readings = (
        ("dash", int(value in _DASHES)),
        ("number", int(value) if value.isdecimal() else 0),
        ("roman", roman(value)),
        ("letter", letter(value)),
    )
    return tuple((kind, count) for kind, count in readings if count)
