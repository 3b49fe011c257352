"""What the language of a document says for the rules; where it says nothing, a rule is not asked."""

from __future__ import annotations

import re

from resparse.model import Node
from resparse.parse.openings import phrase_end
from resparse.validate.view import View


def pattern(view: View, name: str) -> re.Pattern[str] | None:
    """A pattern of the rules of the language, if it has one of that name."""
    return view.language.pattern(name) if name in view.language.rules.patterns else None


def signs(view: View, name: str) -> tuple[str, ...]:
    """Words of which each match of that pattern holds one, as written; none, where nothing is known of them."""
    return view.language.rules.signs.get(name, ())


def form(view: View, name: str) -> str | None:
    """A form of the language: a mark, or a text with fields in braces."""
    return view.language.rules.forms.get(name)


def opens(view: View, node: Node) -> bool:
    """Whether its first words open a paragraph of a resolution, whatever the parser took it for."""
    return bool(view.phrase(node) or phrase_end(node.text, view.language))
