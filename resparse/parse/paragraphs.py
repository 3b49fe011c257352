"""Body lines -> paragraphs, rejoined across pages and notes, each with what opens it."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Mapping, Sequence
from itertools import pairwise
from typing import Literal, NamedTuple, cast

from resparse.parse import labels
from resparse.parse.labels import Label
from resparse.parse.lines import Line
from resparse.parse.openings import part_of
from resparse.profiles import Language
from resparse.source import Block, BlockKind

Kind = Literal[
    "formula", "number", "item", "numeral", "section", "part", "annex", "title", "adopted",
    "meeting", "vote", "signature", "preambular", "operative", "heading", "table", "text",
]  # fmt: skip

_WORDED: frozenset[Kind] = frozenset({"text", "preambular", "operative"})
_HEADINGS: frozenset[Kind] = frozenset({"text", "heading", "numeral", "section", "annex", "part"})
_ONE_LINE: frozenset[Kind] = frozenset({"formula", "section", "part", "annex"})
_COMPLETE: frozenset[Kind] = _ONE_LINE | {"meeting", "vote"}
# How a paragraph ends: with a stop of any kind, perhaps in a quotation, or "; and" (Security Council); with more than a
# comma; with a full stop.
_STOP = re.compile(r"""[.;:,。；：，،؛?!] [”’"»)\]*_]* (?: (?<=;) \s+ \w{1,3} )? \Z""", re.VERBOSE)
_SENTENCE = re.compile(r"""[.;:。；：?!؛] [”’"»)\]*_]* (?: (?<=;) \s+ \w{1,3} )? \Z""", re.VERBOSE)


_FULL_STOP = re.compile(r"""[.。] [”’"»)\]*_]* \Z""", re.VERBOSE)


class Opening(NamedTuple):
    """What the first line of a paragraph says it is."""

    kind: Kind
    label: Label | None = None


class Paragraph(NamedTuple):
    """A paragraph: its lines, from whatever pages, and what opens it."""

    opening: Opening
    lines: tuple[Line, ...]

    @property
    def kind(self) -> Kind:
        return self.opening.kind

    @property
    def closed(self) -> bool:
        """It ends with a stop of any kind, as headings do not."""
        return _closed(self.lines[-1].text)

    @property
    def heading(self) -> bool:
        """It is a heading: by the file's own word, else because it has no stop."""
        return self.kind == "heading" or not self.closed

    @property
    def finished(self) -> bool:
        """It ends with a full stop, as preambular paragraphs do not."""
        return _ends(self.lines[-1].text, _FULL_STOP)


class Layout(NamedTuple):
    """How the text shows where paragraphs begin, as measured on the text itself."""

    width: int  # of a full line, in characters; 0 where each paragraph is one line
    gaps: bool  # no blank line stands inside a paragraph
    indents: bool  # no line inside a paragraph is indented
    always: bool  # blank lines or indents set off paragraphs as a habit, so that none means none


_TEXT = Opening("text")


class _State(NamedTuple):
    """What has been read so far: the last number and letter, and the paragraph that is open."""

    number: int
    item: str
    opening: Opening
    lines: int
    plain: bool  # a heading, so far: neither number nor opening phrase, and no stop
    widest: int  # its longest line
    annexed: bool  # an annex has begun: its paragraphs open as they like


def join(lines: Sequence[Line], language: Language, blocks: Sequence[Block] = ()) -> tuple[Paragraph, ...]:
    """The paragraphs of the lines; ``blocks`` are those that the file itself marks."""
    breaks = _breaks(lines, blocks)
    lines = lines if breaks else _unswapped(lines)
    layout = measure(lines)
    paragraphs: list[Paragraph] = []
    current: list[Line] = []
    state = _State(0, "", Opening("formula"), 0, False, 0, False)
    for at, line in enumerate(lines):
        marked = breaks.get(line.start)
        closed = not current or marked is not None or _closed(current[-1].text)
        opening = _opening(line, closed, state, language, marked is not None)
        if marked == "table" or (marked == "heading" and opening.kind in _WORDED):
            opening = Opening(marked)
        if not current or (
            marked is not None and not _dates(state, line)
            if breaks
            else _starts(lines, at, closed, opening, state, layout, language)
        ):
            if current:
                paragraphs.append(Paragraph(state.opening, tuple(current)))
            current = [line]
            state = _advance(state, opening, line)
        else:
            current.append(line)
            state = state._replace(
                lines=state.lines + 1,
                plain=state.plain and not _stopped(line.text),
                widest=max(state.widest, len(line.text)),
            )
    if current:
        paragraphs.append(Paragraph(state.opening, tuple(current)))
    return tuple(paragraphs)


def _breaks(lines: Sequence[Line], blocks: Sequence[Block]) -> Mapping[int, BlockKind]:
    """Where the paragraphs of the file begin, as the offset of a line, and what they are."""
    starts = [line.start for line in lines]
    found: dict[int, BlockKind] = {}
    for block in blocks:
        at = bisect_left(starts, block.start)
        if block.kind != "note" and at < len(starts) and starts[at] < block.end:
            found.setdefault(starts[at], block.kind)
    return found


def _unswapped(lines: Sequence[Line]) -> Sequence[Line]:
    """The lines with the last line of a short paragraph behind its first.

    pdftotext sets some paragraphs of two lines as number, last line, blank line, first line (A/RES/78/249, 16 (a)).
    """
    mended = list(lines)
    for at in range(len(mended) - 2):
        number, last, first = mended[at : at + 3]
        if last.text[0].islower() and _alone(number) and last.gap == 0 and first.gap > 0:
            follower = mended[at + 3] if at + 3 < len(mended) else None
            apart = follower is None or follower.gap > 0 or follower.page != first.page
            if apart and _closed(last.text) and not _closed(first.text) and not first.text[0].islower():
                mended[at + 1], mended[at + 2] = first._replace(gap=0), last
    return mended


def _alone(line: Line) -> bool:
    label = labels.read(line.text)
    return label is not None and label.end >= len(line.text)


def measure(lines: Sequence[Line]) -> Layout:
    """How paragraphs are set off in these lines, judged by the lines that cannot begin one: those in lower case."""
    lengths = sorted(len(line.text) for line in lines)
    width = lengths[len(lengths) * 9 // 10] if lengths else 0
    going_on = [(above, line) for above, line in pairwise(lines) if _goes_on(above, line)]
    parted = sum(line.gap > 0 for _, line in going_on)
    indented = sum(line.indent > above.indent + 1 for above, line in going_on)
    gapped = sum(line.gap > 0 for line in lines)
    deeper = sum(line.indent > above.indent + 1 for above, line in pairwise(lines))
    gaps, indents = parted <= 0.03 * len(going_on), indented <= 0.03 * len(going_on)
    always = (gaps and gapped > 0.15 * len(lines)) or (indents and deeper > 0.1 * len(lines))
    return Layout(width if width <= 160 else 0, gaps, indents, always)


def _goes_on(above: Line, line: Line) -> bool:
    return line.text[0].islower() and above.page == line.page


def _advance(state: _State, opening: Opening, line: Line) -> _State:
    """The state after a paragraph has begun with this line."""
    number, item = state.number, state.item
    if opening.kind == "number" and opening.label:
        number, item = int(opening.label.value.partition(".")[0]), ""
    elif opening.kind == "item" and opening.label:
        item = opening.label.value
    elif opening.kind in ("annex", "formula", "title"):
        number, item = 0, ""
    capital = opening.label is not None and opening.label.style == "dotted" and opening.label.value.isupper()
    plain = (opening.kind in _HEADINGS or capital) and not _stopped(line.text)
    return _State(number, item, opening, 1, plain, len(line.text), state.annexed or opening.kind == "annex")


def _opening(line: Line, closed: bool, state: _State, language: Language, marked: bool) -> Opening:
    """What the line would open if it opened a paragraph; ``marked`` means that the file says it does."""
    landmark = language.landmarks.match(line.text)
    if landmark and landmark.lastgroup:
        name = cast(Kind, landmark.lastgroup)
        return Opening(name, Label("section", line.text, line.text, len(line.text)) if name == "section" else None)
    label = labels.read(line.text)
    if label and _fits(label, line, closed, state, language, marked):
        if label.style == "numeral":
            return Opening("numeral", label)
        return Opening("number" if label.style == "number" else "item", label)
    return _TEXT if state.annexed else Opening(part_of(line.text, language) or "text")


def _ends(text: str, pattern: re.Pattern[str]) -> bool:
    """Whether a pattern that ends with the text is found there; only the last characters are looked at."""
    return pattern.search(text, max(len(text) - 16, 0)) is not None


def _closed(text: str) -> bool:
    """Whether a line ends with a stop."""
    return _ends(text, _STOP)


def _stopped(text: str) -> bool:
    """Whether a line ends as no heading does; a colon may part a heading's title from its subtitle."""
    return _closed(text) and not text.endswith(":")


def _fits(label: Label, line: Line, closed: bool, state: _State, language: Language, marked: bool) -> bool:
    """Whether the label can stand here: it goes on with its series, or begins one after a stop or a marked end."""
    closed = closed or state.plain or state.opening.kind in _ONE_LINE
    text = line.text[label.end :]
    upper = not text or not text[0].islower()
    if label.style == "number":
        value = int(label.value.partition(".")[0])
        if not label.printed.endswith("."):
            bare = label.end == len(line.text)
            return closed and value == state.number + 1 and (bare or bool(part_of(text, language)))
        if not upper or language.pattern("after_number").match(line.text[len(label.value) :]):
            return False
        if marked:  # a paragraph of its own begins with its number, whatever the one before (S/RES/2497 (2019), para. 10)
            return True
        return value == state.number + 1 or (closed and (value == 1 or state.number < value <= state.number + 4))
    if label.style == "dash":
        return marked  # in other texts, a dash may have come to stand at the beginning of a line
    if label.style == "numeral":
        return closed and bool(labels.roman(label.value))
    if label.style == "dotted" and not closed:
        return False
    return closed or (upper and follows(state.item, label.value))


def follows(last: str, value: str) -> bool:
    """Whether a label comes right after another in one way of counting."""
    before = dict(labels.counts(last))
    return any(count == before.get(kind, 0) + 1 and (count > 1 or not last) for kind, count in labels.counts(value))


class _Joint(NamedTuple):
    """Two lines that follow each other, and all that tells whether a paragraph begins with the second."""

    above: Line
    line: Line
    below: Sequence[Line]
    closed: bool  # the line above ends with a stop
    opening: Opening
    state: _State
    layout: Layout
    language: Language

    @property
    def shaped(self) -> bool:
        """The line begins like a preambular paragraph, or at least with a capital after a blank line."""
        first = self.line.text[0]
        return bool(self.language.pattern("opening_shape").match(self.line.text)) or (self.set_off and first.isupper())

    @property
    def lower(self) -> bool:
        return self.line.text[0].islower()

    @property
    def sentence(self) -> bool:
        """A stop stronger than a comma."""
        return _ends(self.above.text, _SENTENCE)

    @property
    def short(self) -> bool:
        """The line above ends although the next word would have found room in it."""
        word = self.line.text.split(None, 1)[0]
        return not self.layout.width or len(self.above.text) + 1 + len(word) <= self.layout.width - 6

    @property
    def roomy(self) -> bool:
        """The line above is not a full one, if only just."""
        word = self.line.text.split(None, 1)[0]
        return not self.layout.width or len(self.above.text) + 1 + len(word) < self.layout.width

    @property
    def heads(self) -> bool:
        """The line has no stop, nor have those below it, down to one that opens a paragraph."""
        if _closed(self.line.text) or self.opening.kind != "text":
            return False
        for line in self.below:
            label = labels.read(line.text)
            if (label and label.value in ("1", "I", str(self.state.number + 1))) or part_of(line.text, self.language):
                return True
            if _closed(line.text) or line.text[0].islower():
                return False
        return False

    @property
    def full(self) -> bool:
        """The line above leaves no more room than the others of its heading, or than headings do."""
        needed = len(self.above.text) + 1 + len(self.line.text.split(None, 1)[0])
        return needed > (self.state.widest - 6 if self.state.lines > 1 else 0.55 * self.layout.width)

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
_RULES: tuple[tuple[Callable[[_Joint], bool], bool], ...] = (
    # A number alone on its line: its text is in the next one (pdftotext of A/RES/78/1).
    (lambda j: j.state.lines == 1 and _only_label(j.state.opening, j.above), _GOES_ON),
    # A vote runs to its closing bracket (A/HRC/RES/54/4), a meeting's date stands in the line below it.
    (lambda j: j.state.opening.kind == "vote" and "]" not in j.above.text, _GOES_ON),
    (lambda j: _dates(j.state, j.line), _GOES_ON),
    (lambda j: j.opening.kind not in _WORDED, _BEGINS),
    (lambda j: j.state.opening.kind in _COMPLETE, _BEGINS),
    # The common end of a list: "and its request that …" (A/RES/78/245, para. 48).
    (lambda j: j.lower and j.state.opening.kind == "item" and j.sentence and j.short, _BEGINS),
    (lambda j: j.lower, _GOES_ON),
    # A heading stands above what opens like a paragraph, and above anything that is set off from it.
    (lambda j: j.state.plain and (j.opening.kind != "text" or j.set_off or not j.full), _BEGINS),
    # The stop is missing (A/RES/78/8), but the line is short and the next one opens like a paragraph.
    (lambda j: not j.closed and j.opening.kind == "preambular" == j.state.opening.kind and j.roomy, _BEGINS),
    # Mid-sentence, whatever the first letter: a page or a note came between (seed, "of Islamic | Cooperation").
    (lambda j: not j.closed, _GOES_ON),
    (lambda j: j.opening.kind == "preambular", _BEGINS),
    (lambda j: j.opening.kind == "operative" and j.state.opening.kind == "preambular", _BEGINS),
    (lambda j: j.opening.kind == "operative" and not j.state.number, _BEGINS),
    (lambda j: j.heads, _BEGINS),
    # After a comma a paragraph goes on (seed, para. 6), but in a preamble another may begin with unknown words.
    (lambda j: not j.sentence and j.state.opening.kind != "preambular", _GOES_ON),
    (lambda j: not j.sentence and not j.shaped, _GOES_ON),
    (lambda j: j.set_off, _BEGINS),
    (lambda j: j.set_on, _GOES_ON),
    (lambda j: j.short, _BEGINS),
    (lambda j: True, _GOES_ON),
)


def _starts(
    lines: Sequence[Line],
    at: int,
    closed: bool,
    opening: Opening,
    state: _State,
    layout: Layout,
    language: Language,
) -> bool:
    """Whether a paragraph begins with the line, by the first rule that holds."""
    joint = _Joint(lines[at - 1], lines[at], lines[at + 1 : at + 4], closed, opening, state, layout, language)
    return next(begins for holds, begins in _RULES if holds(joint))


def _dates(state: _State, line: Line) -> bool:
    """Whether the line is the date below a meeting."""
    return state.opening.kind == "meeting" and state.lines == 1 and line.text[0].isdigit()


def _only_label(opening: Opening, line: Line) -> bool:
    """Whether the line holds a label of a paragraph and nothing else."""
    return opening.kind in ("number", "item") and _alone(line)
