"""One resolution, set in all ways in which extractors print it: it is the same resolution."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterable, Iterator
from itertools import permutations, product
from typing import NamedTuple

import pytest

from resparse.parse import parse
from resparse.read.text import source_of
from tests.parse.outline import show
from tests.wholeness import faults

MASTHEAD = """\
A/RES/99/501
Ninety-ninth session
Resolution adopted by the General Assembly on 19 December 2044
99/501. Lighthouses of the northern coast
"""
# Paragraphs; {1} is where note 1 is called.
TEXT = """\
The General Assembly,

Recalling its resolution 98/440 of 21 December 2043,{1} and the decisions that the Society of Keepers of Lights took
when it met in Port Sorrel in May 2043,{2}

Recognizing that the lights of the northern coast have guided those who sail past it by night for longer than anyone
can remember,

Noting with concern that oil is dear,

Having considered the report on lamps, wicks and oil{3} and what is said in it of the Society and of its Committee on
Barrels and Other Vessels,

1. Decides to buy oil for all the lights of the northern coast before the winter comes, and to have it stored where it
does not freeze;{4}

2. Requests the keepers of lights:

(a) To burn the oil of the winter before, as far as there is any, and to report on what it gave;

(b) To keep, where ships pass by night:

(i) Wicks that are dry;

(ii) Glass that has been cleaned by day and that is looked after by those who know how to do so;

3. Welcomes the Charter of Lights;{5}

4. Decides to remain seized of the matter.

71st plenary meeting

19 December 2044
"""
PARAGRAPHS = [" ".join(paragraph.split()) for paragraph in TEXT.split("\n\n")]
NOTES = (
    "Resolution 98/440, annex I.",
    "See A/98/612, paras. 14–17.",
    "A/99/5.",
    "See the register of vessels that the Society keeps, in which those that do not freeze are told from the others, "
    "and A/99/6.",
    "Ibid.",
)
DEPTHS = (0, 0, 1, 1, 2, 2, 0, 0)
OUTLINE = {
    "preamble": "\n".join(PARAGRAPHS[1:5]),
    "operative": "\n".join("  " * depth + text for depth, text in zip(DEPTHS, PARAGRAPHS[5:13], strict=True)),
    "closing": " ".join(["[meeting]", *PARAGRAPHS[13:]]),
    "footnotes": "\n".join(f"{number} {note}" for number, note in enumerate(NOTES, 1)),
}
RULE = "__________________"


class Layout(NamedTuple):
    """How the resolution is set."""

    width: int  # of a line; 0: a paragraph is a line
    apart: str  # what sets paragraphs apart: "", "blank", "indent"
    numbers: str  # "inline" or "alone"
    markers: str  # "raised", "glued" or "spaced"
    notes: str  # "end" of the text or of each "page", there "apart" from their numbers, or "inside"

    def __str__(self) -> str:
        apart = f"apart by {self.apart}" if self.apart else "not apart"
        wrapped = f"lines of {self.width}" if self.width else "a line a paragraph"
        return f"{wrapped}, {apart}, numbers {self.numbers}, markers {self.markers}, notes at {self.notes}"


LAYOUTS = [
    Layout(*choice)
    for choice in product(
        (0, 60, 85),
        ("", "blank", "indent"),
        ("inline", "alone"),
        ("raised", "glued", "spaced"),
        ("end", "page", "apart", "inside"),
    )
]


def sheet(layout: Layout) -> str:
    """The resolution in this layout."""
    lines = [line for paragraph in PARAGRAPHS for line in _paragraph(paragraph, layout)]
    if layout.notes in ("page", "apart"):
        return MASTHEAD + "\f".join(_pages(lines, layout))
    if layout.notes == "end":
        return MASTHEAD + "\n".join([*_printed(lines, layout), RULE, *_notes(range(1, 6), layout)]) + "\n"
    return MASTHEAD + "\n".join(_interrupted(lines, layout)) + "\n"


def _paragraph(paragraph: str, layout: Layout) -> list[str]:
    """The lines of a paragraph."""
    lines = _wrapped(paragraph, layout)
    label = re.match(r"\d+\.|\(\w+\)", paragraph)
    if label and layout.numbers == "alone":
        lines = [label[0], *_wrapped(paragraph[label.end() :].strip(), layout)]
    if layout.apart == "indent":
        lines[0] = "     " + lines[0]
    return [*lines, ""] if layout.apart == "blank" else lines


def _wrapped(text: str, layout: Layout) -> list[str]:
    return textwrap.wrap(text, layout.width or 999)


def _printed(lines: list[str], layout: Layout) -> list[str]:
    """The lines with the markers as they are printed."""
    space = " " if layout.markers == "spaced" else ""
    return [re.sub(r"\{(\d)\}", lambda match: space + _sign(int(match[1]), layout), line) for line in lines]


def _sign(number: int, layout: Layout) -> str:
    return "¹²³⁴⁵"[number - 1] if layout.markers == "raised" else str(number)


def _notes(numbers: Iterable[int], layout: Layout) -> Iterator[str]:
    for number in numbers:
        yield from _wrapped(f"{_sign(number, layout)} {NOTES[number - 1]}", layout)


def _called(lines: list[str]) -> Iterator[int]:
    return (int(number) for line in lines for number in re.findall(r"\{(\d)\}", line))


def _pages(lines: list[str], layout: Layout) -> Iterator[str]:
    """Pages of some lines each, with notes below a rule, and furniture."""
    for first in range(0, len(lines), 9):
        page = lines[first : first + 9]
        called = list(_called(page))
        notes = list(_notes(called, layout))
        if layout.notes == "apart":
            texts = (line for number in called for line in _wrapped(NOTES[number - 1], layout))
            notes = [*(_sign(number, layout) for number in called), "", *texts]
        head = ["A/RES/99/501", "Lighthouses of the northern coast"] if first else []
        foot = [f"{first // 9 + 1}/{len(lines) // 9 + 1}", "44-90210"] if first else ["44-90210 (E)"]
        yield "\n".join([*head, *_printed(page, layout), *([RULE, *notes] if called else []), *foot]) + "\n"


def _interrupted(lines: list[str], layout: Layout) -> Iterator[str]:
    """Each note below the line that calls it, set apart."""
    for line in lines:
        yield from _printed([line], layout)
        for note in _called([line]):
            yield from ("", *_notes([note], layout), "")


@pytest.mark.parametrize("layout", LAYOUTS, ids=str)
def test_layout(layout: Layout) -> None:
    source = source_of(sheet(layout))
    document = parse(source)
    assert {name: show(document, name) for name in OUTLINE} == OUTLINE
    assert faults(document, source) == []


ABOVE = "The General Assembly,\nNoting that oil is dear and that the keepers are"
BELOW = "without,\n1. Decides to buy it."
FURNITURE = ("A/RES/99/501", "Lighthouses of the northern coast", "2/3", "44-90210")


@pytest.mark.parametrize("order", list(permutations(FURNITURE)), ids=" | ".join)
def test_furniture_in_any_order(order: tuple[str, ...]) -> None:
    """Between two halves of a paragraph, with a form feed before, among or after it, or without one."""
    for cut in range(6):
        lines = [*order[:cut], "\f", *order[cut:]] if cut < 5 else list(order)
        between = "\n".join(lines).replace("\f\n", "\f")
        source = source_of(f"{MASTHEAD}{ABOVE}\n{between}\n{BELOW}\n")
        document = parse(source)
        assert show(document, "preamble") == "Noting that oil is dear and that the keepers are without,"
        assert faults(document, source) == []
