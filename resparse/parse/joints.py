"""Two printed lines -> whether a paragraph begins with the second."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal, NamedTuple

from resparse.parse import labels
from resparse.parse.labels import Label
from resparse.parse.lines import Line
from resparse.parse.openings import part_of
from resparse.profiles import Language

Kind = Literal[
    "formula", "number", "item", "numeral", "section", "part", "annex", "title", "adopted", "occasion",
    "meeting", "vote", "signature", "preambular", "operative", "either", "heading", "table", "quoted", "text",
]  # fmt: skip

WORDED: frozenset[Kind] = frozenset({"text", "preambular", "operative", "either"})
_PREAMBULAR: frozenset[Kind] = frozenset({"preambular", "either"})
HEADINGS: frozenset[Kind] = frozenset({"text", "heading", "numeral", "section", "annex", "part"})
ONE_LINE: frozenset[Kind] = frozenset({"formula", "section", "part", "annex"})
_COMPLETE: frozenset[Kind] = ONE_LINE | {"meeting", "vote"}
# How a paragraph ends: with a stop of any kind, perhaps in a quotation, or "; and" (Security Council); with more than a
# comma; with a full stop.
_STOP = re.compile(r"""[.;:,。；：，،؛?!] [”’"»)\]*_]* (?: (?<=;) \s+ \w{1,3} )? \Z""", re.VERBOSE)
_SENTENCE = re.compile(r"""[.;:。；：?!؛] [”’"»)\]*_]* (?: (?<=;) \s+ \w{1,3} )? \Z""", re.VERBOSE)


CLAUSE = re.compile(r"""[.;。；؛] [”’"»)\]*_]* \Z""", re.VERBOSE)
_WIDE = re.compile("[\u2e80-\u9fff\uac00-\ud7a3\uf900-\ufaff\uff01-\uff60\uffe0-\uffe6]+")
FULL_STOP = re.compile(r"""[.。] [”’"»)\]*_]* \Z""", re.VERBOSE)


class Opening(NamedTuple):
    """What the first line of a paragraph says it is."""

    kind: Kind
    label: Label | None = None
    inner: Label | None = None  # of the subparagraph that begins in the same line: "1. (a) Decides …"


class Layout(NamedTuple):
    """How the text shows where paragraphs begin, as measured on the text itself."""

    width: int  # of a full line, in characters; 0 where each paragraph is one line
    gaps: bool  # no blank line stands inside a paragraph
    indents: bool  # no line inside a paragraph is indented
    always: bool  # blank lines or indents set off paragraphs as a habit, so that none means none


@dataclass(slots=True)
class State:
    """What has been read so far: the last number and letter, and the paragraph that is open, which grows."""

    number: int
    item: Label | None
    opening: Opening
    lines: int
    plain: bool  # a heading, so far: neither number nor opening phrase, and no stop
    widest: int  # its longest line
    annexed: bool  # an annex has begun: its paragraphs open as they like
    outer: int = 0  # the number before those that began again at 1 (S/RES/2497 (2019), para. 9)
    drafted: bool = False  # the formula was a quoted one, so that marks of quotation open paragraphs like any other
    bracketed: bool = False  # the paragraph, a vote, began with a bracket


def ends(text: str, pattern: re.Pattern[str]) -> bool:
    """Whether a pattern that ends with the text is found there; only the last characters are looked at."""
    return pattern.search(text, max(len(text) - 16, 0)) is not None


def is_closed(text: str) -> bool:
    """Whether a line ends with a stop."""
    return ends(text, _STOP)


def is_sentence(text: str) -> bool:
    """Whether a line ends with a stop stronger than a comma."""
    return ends(text, _SENTENCE)


def leaves_room(above: Line, line: Line, width: int, language: Language) -> bool:
    """Whether a line is much shorter than the others are, so that what follows was not meant to go on in it."""
    return not width or needed(above, line, language) <= 0.8 * width


def is_label(line: Line, language: Language) -> bool:
    """Whether a line is a label and nothing else."""
    label = labels.read(line.text, language)
    return label is not None and label.end >= len(line.text)


def columns(text: str) -> int:
    """How many columns a text fills where ideographs take two."""
    return len(text) if text.isascii() else len(text) + sum(map(len, _WIDE.findall(text)))


def needed(above: Line, line: Line, language: Language) -> int:
    """The columns that the line above would fill with the next word on it."""
    word = line.text.split(None, 1)[0] if language.spaced else line.text[0]
    return columns(above.text) + language.spaced + columns(word)


def measure(lines: Sequence[Line], language: Language) -> Layout:
    """How paragraphs are set off in these lines, judged by the lines that cannot begin one."""
    lengths = sorted(columns(line.text) for line in lines)
    width = lengths[len(lengths) * 9 // 10] if lengths else 0
    going_on = [(above, line) for above, line in pairwise(lines) if _goes_on(above, line, width, language)]
    parted = sum(line.gap > 0 for _, line in going_on)
    indented = sum(line.indent > above.indent + 1 for above, line in going_on)
    gapped = sum(line.gap > 0 for line in lines)
    deeper = sum(line.indent > above.indent + 1 for above, line in pairwise(lines))
    gaps, indents = parted <= 0.03 * len(going_on), indented <= 0.03 * len(going_on)
    always = (gaps and gapped > 0.15 * len(lines)) or (indents and deeper > 0.1 * len(lines))
    return Layout(width if width <= 160 else 0, gaps, indents, always)


def _goes_on(above: Line, line: Line, width: int, language: Language) -> bool:
    """Whether the line cannot begin a paragraph: it is in lower case; where that tells nothing, a full line goes on."""
    if above.page != line.page:
        return False
    return (
        line.text[0].islower() if language.capitals else columns(above.text) > 0.8 * width and not is_closed(above.text)
    )


class Joint(NamedTuple):
    """Two lines that follow each other, and all that tells whether a paragraph begins with the second."""

    above: Line
    line: Line
    below: Sequence[Line]
    closed: bool  # the line above ends with a stop
    opening: Opening
    state: State
    layout: Layout
    language: Language

    @property
    def shaped(self) -> bool:
        """The line begins like a preambular paragraph, or at least with a capital after a blank line."""
        first = self.line.text[0]
        return bool(self.language.pattern("opening_shape").match(self.line.text)) or (
            self.set_off and (first.isupper() or not self.language.capitals)
        )

    @property
    def lower(self) -> bool:
        """It begins in lower case, and not as paragraphs of the language do."""
        return self.line.text[0].islower() and self.opening.kind == "text"

    @property
    def in_preamble(self) -> bool:
        """The paragraph may be a preambular one: it opens so, or no number has stood yet."""
        kind = self.state.opening.kind
        return kind in _PREAMBULAR or (kind == "text" and not self.state.number and not self.state.annexed)

    @property
    def sentence(self) -> bool:
        """A stop stronger than a comma."""
        return is_sentence(self.above.text)

    @property
    def short(self) -> bool:
        """The line above ends although the next word would have found room in it."""
        return not self.layout.width or self.needed <= self.layout.width - 6

    @property
    def roomy(self) -> bool:
        """The line above is not a full one, if only just."""
        return not self.layout.width or self.needed < self.layout.width

    @property
    def needed(self) -> int:
        """The columns that the line above would fill with the next word on it."""
        return needed(self.above, self.line, self.language)

    @property
    def heads(self) -> bool:
        """The line has no stop, nor have those below it, down to one that opens a paragraph."""
        if is_closed(self.line.text) or self.opening.kind != "text":
            return False
        for line in self.below:
            label = labels.read(line.text, self.language)
            if (label and label.value in ("1", "I", str(self.state.number + 1))) or part_of(line.text, self.language):
                return True
            if is_closed(line.text) or line.text[0].islower():
                return False
        return False

    @property
    def full(self) -> bool:
        """The line above leaves no more room than the others of its heading, or than headings do."""
        return self.needed > (self.state.widest - 6 if self.state.lines > 1 else 0.55 * self.layout.width)

    @property
    def set_off(self) -> bool:
        """A blank line or an indent says so, in a text where they do."""
        gap = self.layout.gaps and self.line.gap > 0
        indent = self.layout.indents and self.line.indent > self.above.indent + 1
        return gap or indent

    @property
    def set_on(self) -> bool:
        """In a text that sets paragraphs off, these two lines are not."""
        return self.layout.always and self.line.page == self.above.page and not self.set_off


# Does a paragraph begin with the second line? Tried from top to bottom; the first that holds decides. The case in
# brackets is the one that made the rule necessary.
_BEGINS, _GOES_ON = True, False
_RULES: tuple[tuple[Callable[[Joint], bool], bool], ...] = (
    # A number alone on its line: its text is in the next one (pdftotext of A/RES/78/1).
    (lambda j: j.state.lines == 1 and _only_label(j.state.opening, j.above, j.language), _GOES_ON),
    # A vote runs to its closing bracket (A/HRC/RES/54/4), or to its full stop; a meeting's date stands in a line below.
    (lambda j: j.state.opening.kind == "vote" and not _voted(j), _GOES_ON),
    (lambda j: dates_meeting(j.state, j.line), _GOES_ON),
    (lambda j: j.opening.kind not in WORDED, _BEGINS),
    (lambda j: j.state.opening.kind in _COMPLETE, _BEGINS),
    # The common end of a list: "and its request that …" (A/RES/78/245, para. 48).
    (lambda j: j.lower and j.state.opening.kind == "item" and j.sentence and j.short, _BEGINS),
    (lambda j: j.lower, _GOES_ON),
    # A heading stands above what opens like a paragraph, and above anything that is set off from it.
    (lambda j: j.state.plain and (j.opening.kind != "text" or j.set_off or not j.full), _BEGINS),
    # The stop is missing (A/RES/78/8), but the line is short and the next one opens like a paragraph.
    (
        lambda j: not j.closed and j.opening.kind == j.state.opening.kind and j.opening.kind in _PREAMBULAR and j.roomy,
        _BEGINS,
    ),
    # Mid-sentence, whatever the first letter: a page or a note came between (seed, "of Islamic | Cooperation").
    (lambda j: not j.closed, _GOES_ON),
    (lambda j: j.opening.kind in _PREAMBULAR and not j.state.number, _BEGINS),
    (lambda j: j.opening.kind == "preambular", _BEGINS),
    (lambda j: j.opening.kind == "operative" and j.state.opening.kind in _PREAMBULAR, _BEGINS),
    (lambda j: j.opening.kind == "operative" and not j.state.number, _BEGINS),
    (lambda j: j.heads, _BEGINS),
    # After a comma a paragraph goes on (seed, para. 6), but in a preamble another may begin with unknown words.
    (lambda j: not j.sentence and not j.in_preamble, _GOES_ON),
    (lambda j: not j.sentence and not j.shaped, _GOES_ON),
    (lambda j: j.set_off, _BEGINS),
    (lambda j: j.set_on, _GOES_ON),
    (lambda j: j.short, _BEGINS),
    (lambda j: True, _GOES_ON),
)


def begins_paragraph(
    lines: Sequence[Line],
    at: int,
    closed: bool,
    opening: Opening,
    state: State,
    layout: Layout,
    language: Language,
) -> bool:
    """Whether a paragraph begins with the line, by the first rule that holds."""
    joint = Joint(lines[at - 1], lines[at], lines[at + 1 : at + 4], closed, opening, state, layout, language)
    for holds, begins in _RULES:
        if holds(joint):
            return begins
    raise AssertionError("the last rule holds always")


def _voted(joint: Joint) -> bool:
    """Whether what is said of the vote ends above the line."""
    if joint.state.bracketed:
        return "]" in joint.above.text
    return ends(joint.above.text, FULL_STOP) or joint.opening.kind not in WORDED | {"meeting"}


def dates_meeting(state: State, line: Line) -> bool:
    """Whether the line is the date below a meeting."""
    return state.opening.kind == "meeting" and state.lines == 1 and line.text[0].isdigit()


def _only_label(opening: Opening, line: Line, language: Language) -> bool:
    """Whether the line holds a label of a paragraph and nothing else."""
    return opening.kind in ("number", "item") and is_label(line, language)
