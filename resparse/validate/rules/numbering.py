"""Numbers of operative paragraphs: there is one, in its usual form, and it follows the one before."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import takewhile
from typing import NamedTuple

from resparse.model import Node, Spans
from resparse.parse import labels
from resparse.validate.diagnostic import Diagnostic, Edit, Severity, edits
from resparse.validate.rule import rule
from resparse.validate.view import Scope, View


class Place(NamedTuple):
    """A number in its row; ``opens`` where the row may begin anew: after a heading, or at its start."""

    number: int
    node: Node
    opens: bool


class Slip(NamedTuple):
    """Numbers that are not what their row lets expect: the places ``at`` to ``end``, and the number expected first.

    ``alone``: the row goes on as if the expected number stood there.
    """

    at: int
    end: int
    expected: int
    alone: bool


@rule(Severity.ERROR)
def operative_numbering(doc: View) -> Iterator[Diagnostic]:
    """Operative paragraphs are numbered 1, 2, 3 … without gaps or repeats.

    Why:   a paragraph is cited by its number, and a gap tells that one was lost.
    Bad:   5. Decides …;  7. Requests ….
    Good:  5. Decides …;  6. Requests ….
    Exceptions: numbers begin anew in annexes and lettered parts, and may do so after a heading; a numbered list within
        a paragraph counts for itself.
    Source: Editorial Manual, Paragraphs and subparagraphs; 13 gaps in 59,896 numbers of 2,587 texts.
    """
    for scope in doc.scopes:
        row = list(_row(doc, scope)) if scope.kind != "annex" else []
        for slip in slips([(place.number, place.opens) for place in row]):
            bare = _without_number(scope, row, slip)
            if bare and not slip.alone:
                edit = Edit((doc.at(bare)[0][0],) * 2, _usual(str(slip.expected), doc) + " ")
                spans = doc.at(bare, 0, len(bare.text.split()[0]))
                yield Diagnostic(spans, f"number {slip.expected} was expected before this paragraph", (edit,), True)
            else:
                spans = tuple(span for place in row[slip.at : slip.end] for span in doc.number(place.node))
                yield Diagnostic(spans, _message(row, slip), _renumbered(doc, row, slip), True)


@rule(Severity.ERROR)
def operative_number_form(doc: View) -> Iterator[Diagnostic]:
    """The number of an operative paragraph is printed in its usual form, in English as digits and a full stop.

    Bad:   6 Also reaffirms …   6) Also reaffirms …
    Good:  6. Also reaffirms …
    Exceptions: annexes follow their own style; "1 bis" in drafts.
    Source: Editorial Manual, Paragraphs and subparagraphs; 59,896 numbers, one without its stop (A/RES/80/167).
    """
    form = doc.language.worded(doc.language.rules.patterns.get("operative_number"))
    for scope in doc.scopes if form else ():
        for node in numbered(scope.operative) if scope.kind != "annex" else ():
            if form and node.num and not form.fullmatch(node.num):
                spans, usual = doc.number(node), _usual(node.num, doc)
                message = f"the number {usual} was expected, and {node.num} was found"
                yield Diagnostic(spans, message, edits(spans, usual), safe=True)


@rule(Severity.WARNING, organs={"ga", "hrc", "ecosoc"}, since=1950)
def operative_single_numbered(doc: View) -> Iterator[Diagnostic]:
    """A single operative paragraph is not numbered.

    Bad:   1. Adopts the Declaration …          (and no 2)
    Good:  Adopts the Declaration …
    Exceptions: texts of the Security Council; a paragraph that is followed by others without a number.
    Source: Akoma Ntoso for the United Nations, resolutions; 60 single paragraphs of two organs, none numbered.
    """
    for scope in doc.scopes:
        nodes = scope.operative if scope.kind != "annex" else ()
        if len(nodes) == 1 and nodes[0].type == "operative" and _number(doc, nodes[0]) == 1:
            first = doc.at(nodes[0])[0][0]
            drop = Edit((doc.number(nodes[0])[0][0], first), "")
            yield Diagnostic(doc.number(nodes[0]), "a single operative paragraph bears no number", (drop,), safe=True)


@rule(Severity.ERROR, organs={"ga", "hrc", "ecosoc"}, since=1950)
def operative_unnumbered(doc: View) -> Iterator[Diagnostic]:
    """Two or more operative paragraphs are numbered.

    Bad:   Requests …;  Decides ….
    Good:  1. Requests …;  2. Decides ….
    Exceptions: texts before about 1950; a single paragraph; texts of the Security Council, as S/RES/1732 (2006).
    Source: Editorial Manual, Paragraphs and subparagraphs; all texts of 2,587 with two paragraphs or more.
    """
    for scope in doc.scopes:
        nodes = list(numbered(scope.operative)) if scope.kind != "annex" else []
        if len(nodes) > 1 and not any(node.num for node in nodes) and all(doc.phrase(node) for node in nodes):
            first = doc.at(nodes[0], 0, len(doc.phrase(nodes[0])))
            inserted = (Edit((doc.at(node)[0][0],) * 2, f"{_usual(str(n), doc)} ") for n, node in enumerate(nodes, 1))
            yield Diagnostic(first, f"{len(nodes)} operative paragraphs, and none has a number", tuple(inserted), True)


def slips(row: Sequence[tuple[int, bool]]) -> Iterator[Slip]:
    """Numbers, each with whether the row may begin anew there -> where they are not what they should be.

    The fewest faults that explain the row: a number that its successor takes no notice of is wrong itself, two that
    changed places are one fault, all else is a gap or a repeat, after which the row goes on from the number found.
    """
    at, expected = 0, 1
    while at < len(row):
        number, opens = row[at]
        following = row[at + 1][0] if at + 1 < len(row) and not row[at + 1][1] else None
        if number == expected or (opens and number == 1):
            at, expected = at + 1, number + 1
        elif number == 1 and (inner := _inner(row[at:], expected)):
            at += inner
        elif number == expected + 1 and following == expected:
            yield Slip(at, at + 2, expected, True)
            at, expected = at + 2, expected + 2
        else:
            alone = following == expected + 1 and number + 1 != following
            yield Slip(at, at + 1, expected, alone)
            at, expected = at + 1, expected + 1 if alone else number + 1


def _inner(row: Sequence[tuple[int, bool]], expected: int) -> int:
    """The length of a numbered list that stands within a row, which goes on behind it as if it were not there."""
    length = len(list(takewhile(lambda place: place[1][0] == place[0], enumerate(row, 1))))
    return length if length > 1 and length < len(row) and row[length][0] == expected else 0


def numbered(nodes: Sequence[Node]) -> Iterator[Node]:
    """The operative paragraphs among these nodes and in the sections among them, with a number or without."""
    for node in nodes:
        if node.type == "operative":
            yield node
        elif node.type == "section":
            yield from numbered(node.children)


def _row(doc: View, scope: Scope) -> Iterator[Place]:
    opens = True
    for paragraph in doc.paragraphs:
        node = paragraph.node
        if paragraph.scope is not scope or paragraph.part != "operative":
            continue
        if node.type in ("section", "heading", "formula", "quote"):
            opens = True
        elif node.type == "operative" and (number := _number(doc, node)):
            yield Place(number, node, opens)
            opens = False


def _number(doc: View, node: Node) -> int:
    label = labels.read(f"{node.num} ", doc.language) if node.num else None
    return label.count("number") if label else 0


def _without_number(scope: Scope, row: Sequence[Place], slip: Slip) -> Node | None:
    """The paragraph without a number that stands in a gap, if one does."""
    nodes = list(numbered(scope.operative))
    places = {id(node): at for at, node in enumerate(nodes)}
    end = places.get(id(row[slip.at].node), 0)
    start = places.get(id(row[slip.at - 1].node), -1) + 1 if slip.at else 0
    return next((node for node in nodes[start:end] if not node.num and node.text), None)


def _renumbered(doc: View, row: Sequence[Place], slip: Slip) -> tuple[Edit, ...]:
    """The edits that put the expected number in the place of one that is wrong itself."""
    if not slip.alone or slip.end - slip.at > 1:
        return ()
    node = row[slip.at].node
    return edits(doc.number(node), (node.num or "").replace(str(row[slip.at].number), str(slip.expected)))


def _message(row: Sequence[Place], slip: Slip) -> str:
    number = row[slip.at].number
    if slip.end - slip.at > 1:
        return f"paragraphs {number} and {slip.expected} have changed places"
    again = " again" if any(place.number == number for place in row[: slip.at]) else ""
    return f"paragraph {slip.expected} was expected, and paragraph {number} was found{again}"


def _usual(number: str, doc: View) -> str:
    """A number as paragraphs bear it."""
    digits = "".join(char for char in number if char.isdecimal())
    return doc.language.rules.forms.get("operative_number", "{number}").format(number=digits)
