"""A text -> what it names without the number or symbol of a document: the Charter, treaties, publications.

Each is tried where one of its signs stands, a plain word that is found fast: most texts have none of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from resparse import facts
from resparse.parse.citations.passage import Found, Passage, one_line, pinpoint_before

_NUMBER = re.compile("[0-9]+")
_MOST = 20  # how many numbers a range is written out to


def places(passage: Passage, role: str) -> Iterator[re.Match[str]]:
    """Where the pattern of that name matches at one of its signs, in order for each sign."""
    pattern = passage.grammar.patterns.get(role)
    for sign in passage.grammar.language.signs.get(role, ()) if pattern else ():
        at = passage.text.find(sign)
        while at >= 0:
            found = pattern.match(passage.text, at) if pattern else None
            if found:
                yield found
            at = passage.text.find(sign, found.end() if found and found.end() > at else at + len(sign))


def named(passage: Passage) -> Iterator[Found]:
    """The Charter, treaties in the Treaty Series, publications for sale, treaties and declarations by their names."""
    for found in places(passage, "charter"):
        symbol = passage.grammar.documents.charter
        yield Found(*found.span(), "charter", None, symbol, (), None, pinpoint(passage, found))
    for found in places(passage, "treaty"):
        yield from treaty(passage, found)
    for found in places(passage, "sales"):
        yield Found(*found.span("number"), "publication", None, found["number"], (), None, pinpoint(passage, found))
    yield from _instruments(passage)


def treaty(passage: Passage, found: re.Match[str]) -> Iterator[Found]:
    """A place in the Treaty Series: the treaties by the numbers under which they are registered."""
    documents = passage.grammar.documents
    numbers = _written_out(found["numbers"]) if found["numbers"] else ()
    if numbers:
        first, *others = (documents.treaty.format(number=number) for number in numbers)
        volumes = one_line(passage.text[found.start("volumes") : found.end("volumes")])
        yield Found(*found.span(), "treaty", None, first, tuple(others), None, volumes)


def _written_out(numbers: str) -> tuple[str, ...]:
    """970-973 -> 970, 971, 972, 973; a list as it is."""
    named = _NUMBER.findall(numbers)
    if len(named) == 2 and not numbers[len(named[0]) : -len(named[1])].strip(" ").isalpha():
        first, last = int(named[0]), int(named[1])
        if first < last <= first + _MOST:
            return tuple(str(number) for number in range(first, last + 1))
    return tuple(named)


def _instruments(passage: Passage) -> Iterator[Found]:
    """Treaties and declarations by their full names, with the document or treaty number that each is known by."""
    language, pattern = passage.grammar.language, passage.grammar.patterns.get("named")
    if pattern is None or not any(sign in passage.text for sign in language.signs["named"]):
        return
    known = facts.instruments()
    for found in pattern.finditer(passage.text):
        said = known[language.instruments[one_line(found[0])]]
        yield Found(*found.span(), said.kind, None, said.symbol, said.aliases, None, pinpoint(passage, found) or said.place)


def pinpoint(passage: Passage, found: re.Match[str]) -> str | None:
    """The places in what is cited that the words before and behind it name."""
    after = passage.grammar.patterns["after_document"].match(passage.text, found.end())
    points = (
        pinpoint_before(passage, 0, found.start()),
        *((after["pinpoint"], after["pinpoint_behind"]) if after else ()),
    )
    return ", ".join(one_line(point) for point in points if point) or None
