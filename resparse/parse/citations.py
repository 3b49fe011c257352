"""A paragraph or note -> the resolutions, decisions and documents that it names.

Numbers and symbols are found first, by their shape. What a number means, the words before it tell: a noun that leads to it
("its resolution"), or a list that goes on. Then what members of a list share is given to each, and each gets its symbol.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import zip_longest
from typing import NamedTuple

from ..profiles import Body, Language
from ..profiles.citations import Grammar
from .symbols import Number, Organs, Symbol, compact, covers, document_symbol, modified, number_symbol, read_number

LEAD = 64  # how far before a number its noun and organ may begin
POINT = 160  # how far before a noun a pinpoint may begin


class Found(NamedTuple):
    """A citation: its place in the text, what it names, and what is said of it."""

    start: int
    end: int
    kind: str
    body: str | None
    symbol: str
    aliases: tuple[str, ...]
    date: str | None
    pinpoint: str | None


class Lead(NamedTuple):
    """What leads to a number: the noun's kind, the organs it may be of, the pinpoint before it."""

    kind: str
    organs: Organs
    pinpoint: str | None


class Mention(NamedTuple):
    """A number or symbol in its place; ``join`` tells how it hangs on the one before: not, as a member, as the last."""

    token: re.Match[str]
    lead: Lead | None
    join: str
    date: str | None
    shared: str | None
    pinpoint: str | None
    organs: Organs | None


def find(text: str, language: Language, adopting: Body | None) -> tuple[Found, ...]:
    """The citations of a text in order; ``adopting`` is the organ that speaks in it."""
    if "/" not in text and "(" not in text:
        return ()
    text = text.replace("\N{NO-BREAK SPACE}", " ").replace("\N{NON-BREAKING HYPHEN}", "-")
    mentions = list(_mentions(text, language, adopting.code if adopting else None))
    return tuple(_pointed(tuple(_resolved(text, _shared(mentions), language.grammar))))


def _mentions(text: str, language: Language, adopting: str | None) -> Iterator[Mention]:
    """Every number that a noun or a list leads to, and every symbol, with what is said of it."""
    grammar = language.grammar
    start, token_at = grammar.patterns["start"].search, grammar.patterns["token"].match
    lead: Lead | None = None
    place = end = 0  # end: of the last mention and what belongs to it
    while candidate := start(text, place):
        token = token_at(text, candidate.start())
        if token is None:
            place = candidate.end()
            continue
        place = token.end()
        join = _join(text, end, token.start(), grammar) if end else ""
        if token["number"]:
            lead = _lead(text, end, token, join, lead, grammar, adopting)
            if lead is None:
                continue
        elif token["modification"] and not join:
            continue
        mention = _mention(text, token, lead if token["number"] else None, join, language)
        yield mention[0]
        place = end = mention[1]


def _mention(
    text: str, token: re.Match[str], lead: Lead | None, join: str, language: Language
) -> tuple[Mention, int]:
    """A token with its date, its pinpoint and the organ named behind it; and the place where all of that ends."""
    patterns = language.grammar.patterns
    after = patterns["after" if lead else "after_document"].match(text, token.end())
    assert after is not None  # each of its parts may be missing
    end = after.end() if after.end() > token.end() + 2 else token.end()
    behind = patterns["behind"].match(text, end) if lead else None
    points = (lead.pinpoint if lead and not join else None, *(after[name] for name in ("pinpoint", "pinpoint_behind")))
    mention = Mention(
        token,
        lead,
        join,
        language.iso_date(after) if after["day"] else None,
        None,
        ", ".join(" ".join(point.split()) for point in points if point) or None,
        _named(behind["organ"], language.grammar, None) if behind else None,
    )
    return mention, behind.end() if behind else end


def _join(text: str, end: int, start: int, grammar: Grammar) -> str:
    gap = grammar.patterns["between"].fullmatch(text, end, start) if start - end < 12 else None
    return "" if gap is None else "last" if gap["last"] else "member"


def _lead(
    text: str, end: int, token: re.Match[str], join: str, last: Lead | None, grammar: Grammar, adopting: str | None
) -> Lead | None:
    """What leads to a number: its symbol's own beginning, the list that goes on, the noun before it."""
    if token["prefix"]:
        organ = grammar.prefixes[compact(token["prefix"])]
        return Lead("resolution", Organs((organ,), True), None)
    if last and join:
        return last
    start = token.start()
    first = max(end, start - LEAD)
    words = text[first:start].split()
    kind = grammar.nouns.get(words[-1].lstrip("([“‘\"'")) if words else None
    if kind:
        noun = text.rindex(words[-1], first, start)
        if grammar.patterns["within"].search(text, first, noun):
            return None
        organs, place = _organs(text, end, noun, last, grammar, adopting)
        return Lead(kind, organs, _pinpoint(text, end, place, grammar))
    if last and grammar.patterns["continued"].search(text, max(0, start - 12), start):
        return last._replace(pinpoint=None)
    return None


def _organs(
    text: str, end: int, noun: int, last: Lead | None, grammar: Grammar, adopting: str | None
) -> tuple[Organs, int]:
    """The organs that a noun may be of; and where their name begins."""
    patterns = grammar.patterns
    start = max(end, noun - LEAD)
    head = text[start:noun].rstrip()
    place = start + len(head)
    if head.endswith(grammar.names):
        name = next(name for name in grammar.names if head.endswith(name))
        return _named(name, grammar, adopting), place - len(name)
    own = patterns["own"].search(head)
    if own:
        place = start + own.start()
        named = patterns["antecedent"].search(text, max(end, place - LEAD), place)
        if named:
            return _named(named["organ"], grammar, adopting), place
        return Organs((adopting,) if adopting else grammar.unnamed, False), place
    if longer := patterns["longer"].search(head):
        return Organs((), True), start + longer.start()
    named = None
    for named in patterns["mentioned"].finditer(text, end, place):
        pass
    if named:
        return _named(named["organ"] or named["organ_behind"], grammar, adopting), place
    said = (*(last.organs.said if last else ()), *((adopting,) if adopting else ())) or grammar.unnamed
    return Organs(said, False), place


def _named(name: str, grammar: Grammar, adopting: str | None) -> Organs:
    """The organs that a name means; where it means several, the one that speaks before the others."""
    organs = grammar.organs[" ".join(name.split())]
    return Organs((adopting, *organs) if adopting and adopting in organs else organs, True)


def _pinpoint(text: str, end: int, place: int, grammar: Grammar) -> str | None:
    found = grammar.patterns["before"].search(text, max(end, place - POINT), place)
    return " ".join(found["pinpoint"].split()) if found else None


def _shared(mentions: Sequence[Mention]) -> Sequence[Mention]:
    """The same mentions, each with the date and the organ that stand behind its list: "70/262 and 2282 (2016) of ..."."""
    shared: list[Mention] = []
    date: str | None = None
    organs: Organs | None = None
    for mention in reversed(mentions):
        organs = organs if mention.organs is None else mention.organs
        shared.append(mention._replace(shared=date, organs=organs) if date or organs else mention)
        date = (mention.date if mention.join == "last" else None) if mention.date else date
        if not mention.join:
            date = organs = None
    return shared[::-1]


def _resolved(text: str, mentions: Sequence[Mention], grammar: Grammar) -> Iterator[Found]:
    """Mentions -> citations; what no organ numbers so is left out."""
    base = ""
    for mention in mentions:
        token, date = mention.token, mention.date or mention.shared
        if token["number"]:
            number = read_number(token, grammar)
            symbol = _number(mention, number, grammar)
            if symbol and not mention.date and date and not covers(number, symbol.body, date, grammar):
                date = None
        elif token["symbol"]:
            symbol = _document(text, token, grammar)
        else:
            symbol = document_symbol(modified(base, token[0]), grammar)
        if symbol:
            base = symbol.symbol
            yield Found(token.start(), token.end(), *symbol, date, mention.pinpoint)


def _number(mention: Mention, number: Number, grammar: Grammar) -> Symbol | None:
    assert mention.lead is not None  # a number is no mention without one
    organs = mention.lead.organs if mention.organs is None else mention.organs
    return number_symbol(number, mention.lead.kind, organs, mention.date, grammar)


def _document(text: str, token: re.Match[str], grammar: Grammar) -> Symbol | None:
    symbol = document_symbol(token["symbol"], grammar)
    if symbol and grammar.patterns["supplement"].search(text, max(0, token.start() - POINT), token.start()):
        return symbol._replace(aliases=(*symbol.aliases, grammar.supplement.format(symbol=symbol.symbol)))
    return symbol


def _pointed(citations: Sequence[Found]) -> Iterator[Found]:
    """A/CONF.189/12 and A/CONF.189/12/Corr.1, chap. I: the place in a document holds for the document it modifies."""
    for citation, following in zip_longest(citations, citations[1:]):
        if following and citation.pinpoint is None and following.symbol.startswith(citation.symbol + "/"):
            yield citation._replace(pinpoint=following.pinpoint)
        else:
            yield citation
