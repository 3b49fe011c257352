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
from .symbols import Number, Symbol, covers, document_symbol, modified, number_symbol, read_number

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
    organs: tuple[str, ...]
    pinpoint: str | None


class Mention(NamedTuple):
    """A number or symbol in its place; ``join`` tells how it hangs on the one before: not, as a member, as the last."""

    token: re.Match[str]
    lead: Lead | None
    join: str
    date: str | None
    shared: str | None
    pinpoint: str | None
    organs: tuple[str, ...] | None


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
            lead = _lead(text, end, token, lead, grammar, adopting)
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
    after = patterns["after"].match(text, token.end())
    assert after is not None  # each of its parts may be missing
    end = after.end() if after.end() > token.end() + 2 else token.end()
    behind = patterns["behind"].match(text, end) if lead else None
    points = (lead.pinpoint if lead and not join else None, after["pinpoint"], after["pinpoint_behind"])
    mention = Mention(
        token,
        lead,
        join,
        language.iso_date(after) if after["day"] else None,
        None,
        ", ".join(" ".join(point.split()) for point in points if point) or None,
        language.grammar.organs[" ".join(behind["organ"].split())] if behind else None,
    )
    return mention, behind.end() if behind else end


def _join(text: str, end: int, start: int, grammar: Grammar) -> str:
    gap = grammar.patterns["between"].fullmatch(text, end, start) if start - end < 12 else None
    return "" if gap is None else "last" if gap["last"] else "member"


def _lead(
    text: str, end: int, token: re.Match[str], last: Lead | None, grammar: Grammar, adopting: str | None
) -> Lead | None:
    """What leads to a number: its symbol's own beginning, the noun before it, the noun of the list that goes on."""
    start = token.start()
    if token["prefix"]:
        return Lead("resolution", (grammar.prefixes["".join(token["prefix"].split())],), None)
    before = text[max(end, start - LEAD) : start].rstrip()
    words = before.split()
    kind = grammar.nouns.get(words[-1].lstrip("([“‘\"'")) if words else None
    if kind:
        noun = max(end, start - LEAD) + len(before) - len(words[-1])
        organs, point = _organs(text, end, noun, last, grammar, adopting)
        return Lead(kind, organs, _pinpoint(text, end, point, grammar))
    if last and grammar.patterns["continued"].search(text, max(0, start - 12), start):
        return last._replace(pinpoint=None)
    return None


def _organs(
    text: str, end: int, noun: int, last: Lead | None, grammar: Grammar, adopting: str | None
) -> tuple[tuple[str, ...], int]:
    """The organs that a noun may be of, in the order in which to try them; and where their name begins."""
    patterns = grammar.patterns
    head = text[max(end, noun - LEAD) : noun].rstrip()
    place = max(end, noun - LEAD) + len(head)
    if head.endswith(grammar.names):
        name = next(name for name in grammar.names if head.endswith(name))
        return _tried(grammar.organs[name], grammar, adopting), place - len(name)
    own = patterns["own"].search(head)
    if own:
        place += own.start() - len(head)
        named = patterns["antecedent"].search(text, max(end, place - LEAD), place)
        organs = grammar.organs[" ".join(named["organ"].split())] if named else ()
        return _tried((*organs, *((adopting,) if adopting else ())) or grammar.unnamed, grammar, adopting), place
    named = None
    for named in patterns["mentioned"].finditer(text, end, place):
        pass
    if named:
        name = " ".join((named["organ"] or named["organ_behind"]).split())
        return _tried(grammar.organs[name], grammar, adopting), place
    spoken = (adopting,) if adopting else ()
    return _tried((*(last.organs if last else ()), *spoken) or grammar.unnamed, grammar, None), place


def _tried(organs: Sequence[str], grammar: Grammar, adopting: str | None) -> tuple[str, ...]:
    """The organs in the order in which to try them; none where the body named has numbers of its own."""
    if not organs:
        return ()
    first = (adopting,) if adopting in organs and len(organs) > 1 else ()
    return tuple(dict.fromkeys((*first, *organs, *grammar.unnamed)))  # type: ignore[arg-type]


def _pinpoint(text: str, end: int, place: int, grammar: Grammar) -> str | None:
    found = grammar.patterns["before"].search(text, max(end, place - POINT), place)
    return " ".join(found["pinpoint"].split()) if found else None


def _shared(mentions: Sequence[Mention]) -> Sequence[Mention]:
    """The same mentions, each with the date and the organ that stand behind its list: "70/262 and 2282 (2016) of ..."."""
    shared: list[Mention] = []
    date: str | None = None
    organs: tuple[str, ...] | None = None
    for mention in reversed(mentions):
        organs = organs if mention.organs is None else mention.organs
        shared.append(mention._replace(shared=date, organs=organs))
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
