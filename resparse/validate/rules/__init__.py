"""The rules by subject, in the order of a resolution; each is a function that a decorator made a rule."""

from __future__ import annotations

from resparse.validate.rule import Rule
from resparse.validate.rules import (
    consistency,
    footnotes,
    header,
    numbering,
    openings,
    operative,
    preamble,
    subparagraphs,
)

SUBJECTS = (header, consistency, preamble, openings, numbering, subparagraphs, operative, footnotes)

RULES: dict[str, Rule] = {
    found.name: found for subject in SUBJECTS for found in vars(subject).values() if isinstance(found, Rule)
}
