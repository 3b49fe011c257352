"""What profiles say for the rules: how a language words what is checked; what it does not word is not checked there."""

from __future__ import annotations

from msgspec import Struct


class Wording(Struct, frozen=True, forbid_unknown_fields=True):
    """How a language words what rules look at.

    ``patterns`` are verbose, by name, and may name the language's other patterns in braces; ``adoption`` and ``origin``
    are those of the adoption line and of the line in brackets above the title, by organ. ``repeated`` are the adverbs
    that the second and the third of paragraphs with the same opening bear ("also", "further"); ``statements`` are the
    operative phrases that bear them whoever is spoken to. ``signs`` are for patterns that would be dear to try
    everywhere: a text without one of these words has no match.
    """

    patterns: dict[str, str] = {}
    signs: dict[str, tuple[str, ...]] = {}
    adoption: dict[str, str] = {}
    origin: dict[str, str] = {}
    repeated: tuple[str, ...] = ()
    statements: tuple[str, ...] = ()
    forms: dict[str, str] = {}
