"""Numbers that Word counts for itself: w:numPr of each paragraph in turn -> "1.", "(a)", "IV"."""

from __future__ import annotations

import re
from collections import defaultdict

from resparse.read.docx.package import Element, child, local, value

ROMAN = {"m": 1000, "cm": 900, "d": 500, "cd": 400, "c": 100, "xc": 90, "l": 50, "xl": 40, "x": 10, "ix": 9, "v": 5}
ROMAN |= {"iv": 4, "i": 1}
CHICAGO = "*†‡§"


def numeral(number: int, form: str | None) -> str:
    """A number in one of Word's forms (w:numFmt); one that is not known is written in digits."""
    if form == "none":
        return ""
    if form == "decimalZero":
        return f"{number:02}"
    if form in ("lowerLetter", "upperLetter") and number > 0:
        letters = chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1)  # z is followed by aa, bb …
        return letters.upper() if form == "upperLetter" else letters
    if form in ("lowerRoman", "upperRoman") and 0 < number < 4000:
        return _roman(number).upper() if form == "upperRoman" else _roman(number)
    if form == "chicago" and number > 0:
        return CHICAGO[(number - 1) % 4] * ((number - 1) // 4 + 1)
    return str(number)


def _roman(number: int) -> str:
    letters = ""
    for letter, size in ROMAN.items():
        letters += letter * (number // size)
        number %= size
    return letters


class Numbering:
    """The lists of a file, and how far each has been counted."""

    def __init__(self, part: Element | None) -> None:
        found = [] if part is None else list(part)
        self._lists = {value(item, "numId"): item for item in found if local(item) == "num"}
        self._forms = {value(item, "abstractNumId"): item for item in found if local(item) == "abstractNum"}
        self._counts: defaultdict[str, dict[int, int]] = defaultdict(dict)
        self._started: set[tuple[str, int]] = set()

    def label(self, properties: Element | None) -> str:
        """Count a paragraph with these w:numPr, and give its number as printed; nothing if it has none."""
        name = value(child(properties, "numId"))
        item = self._lists.get(name)
        if name is None or item is None:
            return ""
        depth = int(value(child(properties, "ilvl")) or 0)
        form = value(child(item, "abstractNumId")) or ""
        levels = self._levels(item, form)
        if depth not in levels:
            return ""
        self._count(name, form, depth, levels, item)
        if value(child(levels[depth], "numFmt")) == "bullet":
            return "•"
        return re.sub(r"%(\d)", lambda m: self._printed(form, int(m[1]) - 1, levels), _text(levels[depth]))

    def _levels(self, item: Element, form: str) -> dict[int, Element]:
        own = [level for over in item if local(over) == "lvlOverride" for level in over if local(level) == "lvl"]
        of_form = self._forms.get(form)
        levels = [level for level in (() if of_form is None else of_form) if local(level) == "lvl"]
        return {int(value(level, "ilvl") or 0): level for level in [*levels, *own]}

    def _count(self, name: str, form: str, depth: int, levels: dict[int, Element], item: Element) -> None:
        counts = self._counts[form]
        start = int(value(child(levels[depth], "start")) or 0)
        over = [o for o in item if local(o) == "lvlOverride" and value(o, "ilvl") == str(depth)]
        again = value(child(over[0], "startOverride")) if over else None
        if again is not None and (name, depth) not in self._started:
            self._started.add((name, depth))
            counts[depth] = int(again)
        else:
            counts[depth] = counts.get(depth, start - 1) + 1
        for deeper in [level for level in counts if level > depth]:
            del counts[deeper]

    def _printed(self, form: str, depth: int, levels: dict[int, Element]) -> str:
        level = levels.get(depth)
        start = int(value(child(level, "start")) or 0)
        return numeral(self._counts[form].get(depth, start), value(child(level, "numFmt")))


def _text(level: Element) -> str:
    return value(child(level, "lvlText")) or ""
