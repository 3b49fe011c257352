"""A paragraph or note -> the resolutions, decisions and documents that it names.

Numbers and symbols are found first, by their shape. What a number means, the words before it tell: a noun that leads to
it ("its resolution"), or a list that goes on. Then each member gets what its list shares, and its symbol.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import zip_longest
from typing import NamedTuple

from resparse.model import CitationKind
from resparse.parse.symbols import (
    Organs,
    Symbol,
    compact,
    covers,
    document_symbol,
    modified,
    number_symbol,
    read_number,
)
from resparse.profiles import Body, Language
from resparse.profiles.citations import Grammar

OPENING = re.compile(r"\A\W+")
LEAD = 64  # how far before a number its noun and organ may begin
POINT = 160  # how far before a noun a pinpoint may begin
LIST = 12  # how long what joins two members of a list may be


class Found(NamedTuple):
    """A citation: its place in the text, what it names, and what is said of it."""

    start: int
    end: int
    kind: CitationKind
    body: str | None
    symbol: str
    aliases: tuple[str, ...]
    date: str | None
    pinpoint: str | None


class Passage(NamedTuple):
    """A text with its language and the organ that speaks in it."""

    text: str
    language: Language
    grammar: Grammar
    adopting: str | None


class Lead(NamedTuple):
    """What leads to a number: the noun's kind, the organs it may be of, the pinpoint before it."""

    kind: CitationKind
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
    passage = Passage(text, language, language.grammar, adopting.code if adopting else None)
    mentions = _shared(list(_mentions(passage)))
    return tuple(_pointed(tuple(_resolved(passage, mentions))))


def _mentions(passage: Passage) -> Iterator[Mention]:
    """Every number that a noun or a list leads to, and every symbol, with what is said of it."""
    lead: Lead | None = None
    end = 0  # of the last mention and of what belongs to it
    for token in _tokens(passage):
        if token.start() < end:
            continue
        join = _join(passage, end, token.start()) if end else ""
        if token["number"]:
            lead = _lead(passage, end, token, join, lead)
            if lead is None:
                continue
        elif token["modification"] and not join:
            continue
        mention, end = _mention(passage, end, token, lead if token["number"] else None, join)
        yield mention


def _tokens(passage: Passage) -> Iterator[re.Match[str]]:
    """What has the shape of a number or symbol."""
    start, token_at = passage.grammar.patterns["start"].search, passage.grammar.patterns["token"].match
    place = 0
    while candidate := start(passage.text, place):
        token = token_at(passage.text, candidate.start())
        place = (token or candidate).end()
        if token:
            yield token


def _mention(passage: Passage, last: int, token: re.Match[str], lead: Lead | None, join: str) -> tuple[Mention, int]:
    """A token with its date, its pinpoint and the organ named behind it; and the place where all of that ends."""
    patterns = passage.grammar.patterns
    after = patterns["after" if lead else "after_document"].match(passage.text, token.end())
    assert after is not None  # each of its parts may be missing
    behind = patterns["behind"].match(passage.text, after.end()) if lead else None
    before = lead.pinpoint if lead else _pinpoint(passage, last, token.start())
    points = (None if join else before, after["pinpoint"], after["pinpoint_behind"])
    said = after["day"] or after["pinpoint"] or after["pinpoint_behind"]
    mention = Mention(
        token,
        lead,
        join,
        passage.language.iso_date(after) if after["day"] else None,
        None,
        ", ".join(" ".join(point.split()) for point in points if point) or None,
        _named(passage, behind["organ"]) if behind else None,
    )
    return mention, behind.end() if behind else after.end() if said else token.end()


def _join(passage: Passage, end: int, start: int) -> str:
    gap = passage.grammar.patterns["between"].fullmatch(passage.text, end, start) if start - end < LIST else None
    return "" if gap is None else "last" if gap["last"] else "member"


def _lead(passage: Passage, end: int, token: re.Match[str], join: str, last: Lead | None) -> Lead | None:
    """What leads to a number: its symbol's own beginning, the list that goes on, the noun before it."""
    text, grammar, start = passage.text, passage.grammar, token.start()
    if token["prefix"]:
        organ = grammar.prefixes[compact(token["prefix"])]
        return Lead("resolution", Organs((organ,), True), _pinpoint(passage, end, start))
    if last and join:
        return last
    first = max(end, start - LEAD)
    words = text[first:start].split()
    kind = grammar.nouns.get(OPENING.sub("", words[-1])) if words else None
    if kind:
        noun = text.rindex(words[-1], first, start)
        if grammar.patterns["within"].search(text, first, noun):
            return None
        organs, place = _organs(passage, end, noun, last)
        return Lead(kind, organs, _pinpoint(passage, end, place))
    if last and grammar.patterns["continued"].search(text, max(0, start - LIST), start):
        return last._replace(pinpoint=None)
    return None


def _organs(passage: Passage, end: int, noun: int, last: Lead | None) -> tuple[Organs, int]:
    """The organs that a noun may be of; and where their name begins."""
    text, grammar, patterns = passage.text, passage.grammar, passage.grammar.patterns
    spoken = (passage.adopting,) if passage.adopting else ()
    start = max(end, noun - LEAD)
    head = text[start:noun].rstrip()
    place = start + len(head)
    if head.endswith(grammar.names):
        name = next(name for name in grammar.names if head.endswith(name))
        return _named(passage, name), place - len(name)
    if own := patterns["own"].search(head):
        place = start + own.start()
        named = patterns["antecedent"].search(text, max(end, place - LEAD), place)
        return _named(passage, named["organ"]) if named else Organs(spoken or grammar.unnamed, False), place
    if longer := patterns["longer"].search(head):
        return Organs((), True), start + longer.start()
    mentioned = list(patterns["mentioned"].finditer(text, end, place))
    if mentioned:
        return _named(passage, mentioned[-1]["organ"] or mentioned[-1]["organ_behind"]), place
    said = dict.fromkeys((*(last.organs.said if last else ()), *spoken))
    return Organs(tuple(said) or grammar.unnamed, False), place


def _named(passage: Passage, name: str) -> Organs:
    """The organs that a name means; where it means several, the one that speaks before the others."""
    organs = passage.grammar.organs[" ".join(name.split())]
    return Organs((passage.adopting, *organs) if passage.adopting in organs else organs, True)


def _pinpoint(passage: Passage, end: int, place: int) -> str | None:
    found = passage.grammar.patterns["before"].search(passage.text, max(end, place - POINT), place)
    if found is None or (found.start() and passage.text[found.start() - 1].isalnum()):
        return None
    return " ".join(found["pinpoint"].split())


def _shared(mentions: Sequence[Mention]) -> Sequence[Mention]:
    """The same mentions, each with the date and organ behind its list: "70/262 and 2282 (2016) of 27 April 2016"."""
    shared: list[Mention] = []
    date: str | None = None
    organs: Organs | None = None
    for mention in reversed(mentions):
        organs = organs if mention.organs is None else mention.organs
        changed = date or organs is not mention.organs
        shared.append(mention._replace(shared=date, organs=organs) if changed else mention)
        date = (mention.date if mention.join == "last" else None) if mention.date else date
        if not mention.join:
            date = organs = None
    return shared[::-1]


def _resolved(passage: Passage, mentions: Sequence[Mention]) -> Iterator[Found]:
    """Mentions -> citations; what no organ numbers so is left out."""
    grammar, base = passage.grammar, ""
    for mention in mentions:
        token, date = mention.token, mention.date or mention.shared
        if mention.lead:
            number = read_number(token, grammar)
            organs = mention.organs or mention.lead.organs
            symbol = number_symbol(number, mention.lead.kind, organs, mention.date, grammar)
            if symbol and not mention.date and date and not covers(number, symbol.body, date, grammar):
                date = None
        elif token["symbol"]:
            symbol = _document(passage, token)
        else:
            symbol = document_symbol(modified(base, token[0]), grammar)
        if symbol:
            base = symbol.symbol
            yield Found(token.start(), token.end(), *symbol, date, mention.pinpoint)


def _document(passage: Passage, token: re.Match[str]) -> Symbol | None:
    symbol = document_symbol(token["symbol"], passage.grammar)
    window = max(0, token.start() - POINT), token.start()
    if symbol and passage.grammar.patterns["supplement"].search(passage.text, *window):
        return symbol._replace(aliases=(*symbol.aliases, passage.grammar.supplement.format(symbol=symbol.symbol)))
    return symbol


def _pointed(citations: Sequence[Found]) -> Iterator[Found]:
    """A/CONF.189/12 and A/CONF.189/12/Corr.1, chap. I: the place in a document holds for the document it modifies."""
    for citation, following in zip_longest(citations, citations[1:]):
        if following and citation.pinpoint is None and following.symbol.startswith(citation.symbol + "/"):
            yield citation._replace(pinpoint=following.pinpoint)
        else:
            yield citation
