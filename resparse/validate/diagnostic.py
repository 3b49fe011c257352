"""What a rule says of a document: where, how bad, what was expected and found, and how it is mended."""

from __future__ import annotations

from enum import IntEnum

from msgspec import Struct

from resparse.model import Span, Spans
from resparse.profiles import Level


class Severity(IntEnum):
    """How much a diagnostic weighs; they compare."""

    INFO = 1
    WARNING = 2
    ERROR = 3

    def __str__(self) -> str:
        return self.name.lower()


def severity_of(level: Level) -> Severity | None:
    """A level as settings and profiles write it -> the severity; ``None`` where a rule is off."""
    return None if level == "off" else Severity[level.upper()]


class Edit(Struct, frozen=True, gc=False):
    """Text that goes in the place of a span of the source's text; an empty span is a place to insert at."""

    span: Span
    text: str


class Diagnostic(Struct, frozen=True, gc=False):
    """A fault, and where it is.

    A rule gives ``spans``, ``message`` and, where it mends, ``edits``; what they mend is ``safe`` where no wording
    changes, and a ``severity`` where it is less sure than it uses to be. ``rule`` is set, and ``severity`` brought
    down to the rule's own, when the rule is run. Spans point into the text of the source; those of a document that
    does not carry its text are of whole paragraphs, and such a diagnostic has no edits.
    """

    spans: Spans
    message: str
    edits: tuple[Edit, ...] = ()
    safe: bool = False
    rule: str = ""
    severity: Severity = Severity.ERROR


def edits(spans: Spans, text: str) -> tuple[Edit, ...]:
    """The edits that put a text in the place of all the spans together."""
    return tuple(Edit(span, "" if at else text) for at, span in enumerate(spans))
