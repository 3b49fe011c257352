"""Blanks, marks, brackets, quotation marks and characters: slips of typing and of text that was converted."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from itertools import chain

from resparse.model import Footnote, Node
from resparse.validate.diagnostic import Diagnostic, Edit, Severity, edits
from resparse.validate.rule import rule
from resparse.validate.rules.endings import rewritten
from resparse.validate.rules.wording import form, pattern, signs
from resparse.validate.running import Hit
from resparse.validate.view import View, shown

# What ends lines and pages, soft hyphens, joiners, and marks of direction.
_SILENT = frozenset("\t\n\f\r\xad\u061c\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u2066\u2067\u2068\u2069")
# A label within a line, in any script: "article 8 j)".
_HALF_BRACKETED = re.compile(r"(?: ^ | (?<= \s ) ) (?: [^\W_]{1,2} | [ivxIVX]{3,5} ) \)", re.VERBOSE)


@rule(Severity.WARNING, fragile=True)
def word_doubled(doc: View) -> Iterator[Diagnostic]:
    """No word stands twice.

    Bad:   the report of of the keepers
    Good:  the report of the keepers
    Exceptions: "that that", "had had"; names (Pago Pago); tables.
    Source: reading of 2,587 texts.
    """
    for hit in _hits(doc, "word_twice"):
        spans = doc.at(hit.home, *hit.span("second"))
        yield Diagnostic(spans, f"“{hit.match['second']}” stands twice")


@rule(Severity.WARNING, fragile=True)
def blank_stray(doc: View) -> Iterator[Diagnostic]:
    """No blank stands before a mark or within brackets.

    Bad:   the lights , the keepers     ( the lights )
    Good:  the lights, the keepers      (the lights)
    Exceptions: languages that set blanks there; tables; extracts, which part words and marks.
    Source: reading of 2,587 texts.
    """
    for hit in _hits(doc, "blank_stray"):
        if doc.exact:
            start, end = hit.span("blank")
            spans = doc.at(hit.home, start - 1, end + 1)
            first, last = doc.at(hit.home, start - 1, start)[-1][1], doc.at(hit.home, end, end + 1)[0][0]
            if first < last and "\n" not in doc.text[first:last]:
                message = f"no blank was expected in “{hit.match[0]}”"
                yield Diagnostic(spans, message, (Edit((first, last), ""),), safe=True)


@rule(Severity.WARNING, fragile=True)
def blank_missing(doc: View) -> Iterator[Diagnostic]:
    """A blank stands behind a comma or semicolon.

    Bad:   the lights,the keepers
    Good:  the lights, the keepers
    Exceptions: figures (1,000); addresses of the Internet; tables.
    Source: reading of 2,587 texts.
    """
    for hit in _hits(doc, "blank_missing"):
        spans = doc.at(hit.home, *hit.span("mark"))
        change = (Edit((spans[-1][1],) * 2, " "),) if doc.exact else ()
        yield Diagnostic(spans, f"a blank was expected behind “{hit.match['mark']}”", change, safe=True)


@rule(Severity.WARNING)
def mark_doubled(doc: View) -> Iterator[Diagnostic]:
    """No mark stands twice, and no two stand together.

    Bad:   the lights,, the keepers     the keepers;.
    Good:  the lights, the keepers      the keepers;
    Exceptions: points of omission; a stop of an abbreviation before a comma; the marks of quotations.
    Source: reading of 2,587 texts.
    """
    for hit in _hits(doc, "mark_twice"):
        spans = doc.at(hit.home, *hit.span())
        mark = hit.match[0]
        same = len(set(mark.replace(" ", ""))) == 1
        change = rewritten(doc, spans, mark[0]) if same else ()
        yield Diagnostic(spans, f"one mark was expected, and “{mark}” was found", change, safe=True)


@rule(Severity.WARNING)
def bracket_unbalanced(doc: View) -> Iterator[Diagnostic]:
    """Each bracket has its fellow.

    Bad:   the report (A/75/345 of the keepers
    Good:  the report (A/75/345) of the keepers
    Exceptions: labels a) and 1) within a line; tables; lines of a vote; annexes.
    Source: reading of 2,587 texts.
    """
    for home in _prose(doc):
        text = shown(home)
        lost = _unpaired(text, "([", ")]")
        listed = {found.end() - 1 for found in _HALF_BRACKETED.finditer(text)} if lost else set()
        for at in lost:
            if at not in listed:
                yield Diagnostic(doc.at(home, at, at + 1), f"the bracket {text[at]} has no fellow")


@rule(Severity.WARNING)
def quotation_unbalanced(doc: View) -> Iterator[Diagnostic]:
    """Each quotation mark has its fellow.

    Bad:   the item entitled “Lights
    Good:  the item entitled “Lights”
    Exceptions: a quotation of several paragraphs opens in each and closes in the last; annexes.
    Source: reading of 2,587 texts.
    """
    marks = form(doc, "quotation_marks")
    opening, closing = marks.split() if marks else ("", "")
    open_at: Diagnostic | None = None  # a quotation that runs on
    for home in _prose(doc) if marks else ():
        text = shown(home)
        for at in _unpaired(text, opening, closing) if opening in text or closing in text else ():
            said = Diagnostic(doc.at(home, at, at + 1), f"the quotation mark {text[at]} has no fellow")
            if text[at] == closing:
                yield from () if open_at else (said,)
                open_at = None
            else:
                yield from (open_at,) if open_at and at else ()
                open_at = said
    if open_at:
        yield open_at


@rule(Severity.WARNING, fragile=True)
def quotation_form(doc: View) -> Iterator[Diagnostic]:
    """Quotation marks have the form of the language, where the text has such forms at all.

    Bad:   the item entitled "Lights"
    Good:  the item entitled “Lights”
    Exceptions: texts of a typewriter's characters throughout; inches.
    Source: measured in 2,587 texts.
    """
    marks, typed = form(doc, "quotation_marks"), pattern(doc, "typed_quotation")
    told = form(doc, "typographic") or ""
    if not marks or not any(char in doc.prose.text for char in told):
        return
    opening, closing = marks.split()
    for hit in doc.prose.hits(typed):
        spans = doc.at(hit.home, *hit.span())
        start, end = hit.span()
        change = (*edits(doc.at(hit.home, start, start + 1), opening), *edits(doc.at(hit.home, end - 1, end), closing))
        yield Diagnostic(spans, f"{opening}…{closing} was expected", change if doc.exact else (), safe=True)


@rule(Severity.WARNING)
def character_invisible(doc: View) -> Iterator[Diagnostic]:
    """No invisible character stands in a text.

    Bad:   a blank of no width, a control character
    Good:  none
    Exceptions: marks of direction (A/RES/75/124 has one behind a comma) and the joiners of Arabic and Persian.
    Source: reading of 2,587 texts.
    """
    doubtful = {char for char in set(doc.text) if unicodedata.category(char) in ("Cf", "Cc", "Co")} - _SILENT
    for at, char in enumerate(doc.text if doubtful else ""):
        if char in doubtful:
            name = unicodedata.name(char, f"U+{ord(char):04X}").lower()
            place = at, at + 1
            yield Diagnostic((place,), f"an invisible character was found: {name}", (Edit(place, ""),), safe=True)


@rule(Severity.WARNING)
def character_confused(doc: View) -> Iterator[Diagnostic]:
    """A word is written in the letters of one script, a number in figures.

    Bad:   a Cyrillic letter in a Latin word     2O16     l5 May
    Good:  the same letters                 2016     15 May
    Exceptions: names of models and substances; symbols; tables and annexes.
    Source: reading of 2,587 texts; a common fault of texts that were scanned.
    """
    annexed = {id(p.node) for p in doc.paragraphs if p.part == "annex"}
    for hit in _hits(doc, "confused"):
        if id(hit.home) not in annexed:
            message = f"letters of two scripts, or letters among figures, were found: “{hit.match[0]}”"
            yield Diagnostic(doc.at(hit.home, *hit.span()), message)


@rule(Severity.INFO, organs={"ga", "hrc", "ecosoc"})
def wording_usual(doc: View) -> Iterator[Diagnostic]:
    """Some words have a usual form: the present resolution, paragraph 4, Calls upon, -ize.

    Bad:   implementation of this resolution     operative paragraph 4     Calls on     recognising
    Good:  implementation of the present resolution     paragraph 4     Calls upon     recognizing
    Exceptions: the Security Council; names (Organisation for Economic …); words that are never spelt so (advise).
    Source: measured in 1,932 texts of the Assembly: 1,537 to 14, 5,200 to 11, 5,534 to 22.
    """
    annexed = {id(p.node) for p in doc.paragraphs if p.part == "annex"}
    for hit in doc.prose.hits(pattern(doc, "unusual_wording"), signs(doc, "unusual_wording")):
        if id(hit.home) in annexed:
            continue
        name = next(name for name, text in hit.match.groupdict().items() if text)
        usual = form(doc, f"usual_{name}")
        yield Diagnostic(doc.at(hit.home, *hit.span()), f"{usual} is usual, and “{hit.match[0]}” was found")


def _hits(doc: View, name: str) -> Iterator[Hit]:
    found = pattern(doc, name)
    return chain(doc.prose.hits(found), doc.notes.hits(found))


def _prose(doc: View) -> Iterator[Node | Footnote]:
    """Paragraphs of running text, and notes."""
    kinds = ("preambular", "operative", "item", "section")
    yield from (p.node for p in doc.paragraphs if p.part != "annex" and p.node.type in kinds)
    yield from doc.footnotes


def _unpaired(text: str, opening: str, closing: str) -> list[int]:
    """The places of marks without a fellow; of two that do not fit, the closing one."""
    waiting: list[int] = []
    lost: list[int] = []
    for mark in re.finditer(f"[{re.escape(opening + closing)}]", text):
        at, char = mark.start(), mark[0]
        if char in opening:
            waiting.append(at)
        elif not waiting or opening.find(text[waiting.pop()]) != closing.find(char):
            lost.append(at)
    return sorted([*waiting, *lost])
