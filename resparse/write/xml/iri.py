"""Header, citations -> their IRIs, as the naming of the United Nations' own files goes."""

from __future__ import annotations

import datetime
import re
from functools import cache

from resparse import profiles
from resparse.model import Citation, Header
from resparse.write.masthead import language_of

_SEVERAL = re.compile("[A-Z]-[A-Z]")  # 90/1 A to C: no resolution of its own
NO_DATE = "1900-01-01"  # what the guidelines of the United Nations set where a date is not known


def work_date(header: Header) -> str:
    """The date that a work's IRI bears: of adoption, of a draft that of issuance."""
    if header.kind == "draft_resolution":
        return real_date(header.date_of_issuance) or NO_DATE
    return real_date(header.adoption_date) or NO_DATE


def work_iri(header: Header) -> str:
    """The IRI of the resolution in any language; with ``NO_DATE`` in it where it is not known when it was adopted."""
    if header.iri:
        return header.iri.rstrip("/")
    number = header.number or header.symbol or "unnumbered"
    if header.body in profiles.bodies():
        return profiles.body(header.body).work_iri(number, work_date(header))
    return f"/akn/un/statement/deliberation/un/{work_date(header)}/{profiles.iri_number(number)}"


def expression_iri(header: Header) -> str:
    """The IRI of the resolution in its language, as issued."""
    return f"{work_iri(header)}/{language_code(header)}@{real_date(header.date_of_issuance) or NO_DATE}"


def language_code(header: Header) -> str:
    """Three letters; ``und`` where the document names no language."""
    return language_of(header).iso639_3 if header.language in profiles.languages() else "und"


def citation_iri(citation: Citation) -> str | None:
    """The IRI of what is cited, where organ, number and date are known; nothing is guessed."""
    if citation.iri:
        return citation.iri
    if citation.kind != "resolution" or not real_date(citation.date) or citation.body not in profiles.bodies():
        return None
    number = _number(citation.body, citation.symbol)
    if not number or _SEVERAL.search(number):
        return None
    return profiles.body(citation.body).work_iri(number, citation.date or "")


@cache
def _number(body: str, symbol: str) -> str | None:
    match = profiles.body(body).symbol_pattern.fullmatch(symbol)
    return match["number"] if match else None


def real_date(date: str | None) -> str | None:
    """The date, where it is one: 31 February is printed, but it is none."""
    try:
        return datetime.date.fromisoformat(date or "").isoformat()
    except ValueError:
        return None
