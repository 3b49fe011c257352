"""What is cited -> where it can be read, and the IRI of the work."""

from __future__ import annotations

import datetime
import re
from functools import cache

from resparse import profiles
from resparse.parse.citations.passage import Found
from resparse.parse.symbols import compact
from resparse.profiles import Language

_NUMBER = re.compile("[0-9]+")
_SEVERAL = re.compile("[A-Z]-[A-Z]")  # 90/1 A to C: no resolution of its own


def url(found: Found, language: Language) -> str | None:
    """Where the United Nations serves what is cited in that language; ``None`` for what it has no address for."""
    grammar = language.grammar
    if found.kind == "charter":
        return grammar.documents.charter_url.format(language=language.code)
    if found.kind == "treaty":
        volume = grammar.patterns["in_series"].match(found.pinpoint or "")
        return grammar.documents.treaty_url.format(volume=_NUMBER.findall(volume[0])[0]) if volume else None
    return document_url(found.symbol, language) if "/" in found.symbol else None


def document_url(symbol: str, language: Language) -> str | None:
    """Where the United Nations serves the document of that symbol; ``None`` for what is no document."""
    if language.grammar.patterns["no_document"].match(symbol):
        return None
    return language.grammar.documents.url.format(language=language.code, symbol=compact(symbol))


def iri(found: Found) -> str | None:
    """The IRI of a resolution, where organ, number and date are known; nothing is guessed."""
    if found.kind != "resolution" or not found.date or found.body not in profiles.bodies():
        return None
    number = _number(found.body, found.symbol)
    if not number or _SEVERAL.search(number) or not _is_date(found.date):
        return None
    return profiles.body(found.body).work_iri(number, found.date)


@cache
def _number(body: str, symbol: str) -> str | None:
    match = profiles.body(body).symbol_pattern.fullmatch(symbol)
    return match["number"] if match else None


def _is_date(printed: str) -> bool:
    """Whether the date is one: 31 February is printed, but it is none."""
    try:
        datetime.date.fromisoformat(printed)
    except ValueError:
        return False
    return True
