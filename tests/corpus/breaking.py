"""Ways to break a perfect resolution in one place, each a function from a view to the breaks that it can make."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from itertools import pairwise
from typing import NamedTuple

from resparse.model import Footnote, Node, Spans
from resparse.profiles import language
from resparse.validate.diagnostic import Edit
from resparse.validate.fix import apply
from resparse.validate.view import Paragraph, View, shown

ENGLISH = language("en")
NEAR = 40  # characters between a break and a diagnostic that is still at its place


class Break(NamedTuple):
    """Edits that break a text, and where else than at them it may be told."""

    edits: tuple[Edit, ...]
    also: Spans = ()

    def text(self, whole: str) -> str:
        """The broken text."""
        return apply(whole, sorted(self.edits, key=lambda edit: edit.span))

    def moved(self, offset: int) -> int:
        """An offset in the whole text -> that in the broken one."""
        return offset + sum(
            len(edit.text) - edit.span[1] + edit.span[0] for edit in self.edits if edit.span[1] <= offset
        )

    def places(self) -> Spans:
        """The spans of the broken text at which the fault is to be told."""
        spans = (*(edit.span for edit in self.edits), *self.also)
        return tuple((self.moved(start) - NEAR, self.moved(end) + NEAR) for start, end in spans)


Way = Callable[[View], Iterator[Break]]


def _break(spans: Spans, text: str, also: Spans = ()) -> Break:
    [(start, end)] = spans
    return Break((Edit((start, end), text),), also)


Matches = Iterator[tuple[Spans, re.Match[str]]]


def _matches(view: View, pattern: str, *, notes: bool = False, under: str = "") -> Matches:
    """Where a pattern, whose blanks are any, matches in nodes outside annexes or in notes; what ``under`` is broken."""
    homes: Iterable[Node | Footnote] = view.footnotes if notes else [p.node for p in _own(view)]
    for home in homes:
        for match in re.finditer(pattern.replace(" ", r"\s"), shown(home)):
            spans = view.at(home, *match.span(under or 0))
            if len(spans) == 1:
                yield spans, match


def _own(view: View) -> list[Paragraph]:
    """The paragraphs that the resolution itself says."""
    return [
        p
        for p in view.paragraphs
        if p.scope.kind != "annex" and p.node.type in ("preambular", "operative", "item") and p.node.text
    ]


def _operative(view: View) -> list[Node]:
    return [n for n in view.document.operative if n.type == "operative" and n.num]


def _ending(view: View, kind: str, last: str, bad: str) -> Iterator[Break]:
    for p in _own(view):
        if p.node.type == kind and p.node.text.endswith(last) and p.above == () and not p.node.children:
            yield _break(view.last(p.node), bad)


def _header(view: View, name: str, pattern: str, bad: Callable[[re.Match[str]], str], *others: str) -> Iterator[Break]:
    spans = view.header.spans.get(name, ())
    also = tuple(span for other in others for span in view.header.spans.get(other, ()))
    for start, end in spans:
        for match in re.finditer(pattern, view.text[start:end]):
            low, high = match.span()
            yield Break((Edit((start + low, start + high), bad(match)),), (*spans, *also))


# Numbers of paragraphs and items


def number_dropped(view: View) -> Iterator[Break]:
    for node, after in pairwise(_operative(view)):
        [(start, end)] = view.number(node)
        yield Break((Edit((start, end + 1), ""),), view.number(after))


def number_skipped(view: View) -> Iterator[Break]:
    for node, after in pairwise(_operative(view)):
        yield _break(view.number(node), f"{int((node.num or '').strip('.')) + 1}.", view.number(after))


def number_doubled(view: View) -> Iterator[Break]:
    for node, after in pairwise(_operative(view)):
        yield _break(view.number(after), node.num or "", view.number(node))


def numbers_swapped(view: View) -> Iterator[Break]:
    for node, after in pairwise(_operative(view)):
        [one], [other] = view.number(node), view.number(after)
        yield Break((Edit(one, after.num or ""), Edit(other, node.num or "")))


def number_without_stop(view: View) -> Iterator[Break]:
    for node in _operative(view):
        yield _break(view.number(node), (node.num or "").strip("."))


def number_in_brackets(view: View) -> Iterator[Break]:
    for node in _operative(view):
        yield _break(view.number(node), f"{(node.num or '').strip('.')})")


def paragraph_dropped(view: View) -> Iterator[Break]:
    for node, after in pairwise(_operative(view)):
        if not node.children and node.num != "1." and not any(mark.type == "footnote" for mark in node.marks):
            yield Break((Edit((node.spans[0][0], after.spans[0][0]), ""),), view.number(after))


def letter_skipped(view: View) -> Iterator[Break]:
    for node, after in pairwise(_items(view)):
        yield _break(view.number(after), f"({chr(ord((after.num or '')[1]) + 1)})", view.number(node))


def letter_doubled(view: View) -> Iterator[Break]:
    for node, after in pairwise(_items(view)):
        yield _break(view.number(after), node.num or "", view.number(node))


def _items(view: View) -> list[Node]:
    return [p.node for p in _own(view) if p.node.type == "item" and re.fullmatch(r"\([b-f]\)", p.node.num or "")]


# Closing marks


def comma_lost(view: View) -> Iterator[Break]:
    return _ending(view, "preambular", ",", "")


def comma_a_semicolon(view: View) -> Iterator[Break]:
    return _ending(view, "preambular", ",", ";")


def comma_a_stop(view: View) -> Iterator[Break]:
    return _ending(view, "preambular", ",", ".")


def semicolon_lost(view: View) -> Iterator[Break]:
    return _ending(view, "operative", ";", "")


def semicolon_a_comma(view: View) -> Iterator[Break]:
    return _ending(view, "operative", ";", ",")


def semicolon_a_stop(view: View) -> Iterator[Break]:
    return _ending(view, "operative", ";", ".")


def last_stop_lost(view: View) -> Iterator[Break]:
    for node in view.document.operative[-1:]:
        if node.text.endswith(".") and not node.children:
            yield _break(view.last(node), "")


def last_stop_a_semicolon(view: View) -> Iterator[Break]:
    for node in view.document.operative[-1:]:
        if node.text.endswith(".") and not node.children:
            yield _break(view.last(node), ";")


def item_end_lost(view: View) -> Iterator[Break]:
    for p in _own(view):
        if p.node.type == "item" and p.node.text.endswith(";") and p.part == "operative":
            yield _break(view.last(p.node), "")


def colon_lost(view: View) -> Iterator[Break]:
    for p in _own(view):
        if p.node.text.endswith(":") and p.node.children and p.part == "operative":
            yield _break(view.last(p.node), ";")


def note_stop_lost(view: View) -> Iterator[Break]:
    for note in view.footnotes:
        if note.text.endswith("."):
            yield _break(view.last(note), "")


# Notes and markers


def marker_lost(view: View) -> Iterator[Break]:
    for marker in view.markers:
        if marker.note:
            yield _break(view.marker(marker), "", view.sign(marker.note))


def note_lost(view: View) -> Iterator[Break]:
    for marker in view.markers:
        if marker.note and not _repeated(view, marker.note) and len(marker.note.spans) <= 2:
            start, end = marker.note.spans[0][0], marker.note.spans[-1][1]
            yield _break(((start, end),), "", view.marker(marker))


def _repeated(view: View, note: Footnote) -> bool:
    return any(other.text.startswith("Ibid") for other in view.footnotes) or not note.marker.isdecimal()


def marker_of_another_note(view: View) -> Iterator[Break]:
    raised = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
    for marker in view.markers:
        if marker.note and marker.text.isdecimal():
            wrong = str(int(marker.text) + 5).translate(raised)
            yield _break(view.marker(marker), wrong, view.sign(marker.note))


def note_renumbered(view: View) -> Iterator[Break]:
    raised = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
    for marker in view.markers:
        if marker.note and marker.text.isdecimal():
            wrong = str(int(marker.text) + 5).translate(raised)
            yield _break(view.sign(marker.note), wrong, view.marker(marker))


def markers_swapped(view: View) -> Iterator[Break]:
    for one, other in pairwise(view.markers):
        if one.note and other.note and one.text != other.text:
            [first], [second] = view.marker(one), view.marker(other)
            text = view.text
            yield Break((Edit(first, text[slice(*second)]), Edit(second, text[slice(*first)])))


def marker_before_comma(view: View) -> Iterator[Break]:
    for marker in view.markers:
        if marker.note and marker.start and shown(marker.home)[marker.start - 1] == ",":
            [(start, end)] = view.marker(marker)
            yield Break((Edit((start - 1, end), view.text[start:end] + ","),))


# The header


def session_word(view: View) -> Iterator[Break]:
    def other(match: re.Match[str]) -> str:
        return "ninth" if match[0] != "ninth" else "sixth"

    return _header(view, "session", r"(?<=-)[a-z]+", other, "number", "symbol")


def session_in_digits(view: View) -> Iterator[Break]:
    return _header(view, "session", r"[A-Z][a-z]+-[a-z]+(?= session)", lambda _: f"{view.header.session_number}th")


def symbol_number(view: View) -> Iterator[Break]:
    return _header(view, "symbol", r"\d+(?=\*?$)", lambda m: str(int(m[0]) + 1), "number")


def title_number(view: View) -> Iterator[Break]:
    return _header(view, "number", r"\d+(?=\.?$)", lambda m: str(int(m[0]) + 1), "symbol")


def adoption_day(view: View) -> Iterator[Break]:
    return _header(view, "adoption_date", r"\d+(?= \w+ \d{4}$)", _day, "adoption_line", "date_of_issuance")


def _day(match: re.Match[str]) -> str:
    return str(int(match[0]) + 1 if int(match[0]) < 28 else 27)


def adoption_year(view: View) -> Iterator[Break]:
    return _header(view, "adoption_date", r"\d{4}$", lambda m: str(int(m[0]) - 1), "date_of_issuance", "session")


def issued_before(view: View) -> Iterator[Break]:
    names = ("adoption_date", "adoption_line")
    return _header(view, "date_of_issuance", r"\d{4}$", lambda m: str(int(m[0]) - 1), *names)


def meeting_suffix(view: View) -> Iterator[Break]:
    return _header(view, "adoption_meeting", r"(?<=\d)(?:st|nd|rd|th)", lambda m: "rd" if m[0] != "rd" else "th")


def origin_session(view: View) -> Iterator[Break]:
    return _header(view, "originating_document", r"(?<=A/)(?:C\.\d/)?\d\d(?=/)", lambda m: m[0][:-2] + "61", "symbol")


def origin_bracket(view: View) -> Iterator[Break]:
    return _header(view, "masthead", r"\)\]$", lambda _: "]", "originating_document")


def title_stop(view: View) -> Iterator[Break]:
    return _header(view, "number", r"\.$", lambda _: "")


def distribution_wrong(view: View) -> Iterator[Break]:
    return _header(view, "distribution", r"General", lambda _: "Generall")


def formula_comma(view: View) -> Iterator[Break]:
    opening = view.document.opening
    if opening and opening.text.endswith(",") and view.document.preamble:
        yield _break(view.last(opening), "")


# Citations


def citation_year(view: View) -> Iterator[Break]:
    for spans, match in _matches(view, r"its resolution \d\d/\d+ of \d+ \w+ (?P<year>\d{4})", under="year"):
        yield _break(spans, str(int(match["year"]) - 2))


def citation_session(view: View) -> Iterator[Break]:
    for spans, match in _matches(view, r"its resolution (?P<session>\d\d)/\d+ of \d+ \w+ \d{4}", under="session"):
        yield _break(spans, str(int(match["session"]) - 10 if int(match["session"]) > 50 else 60))


def council_year(view: View) -> Iterator[Break]:
    for spans, match in _matches(view, r"\b\d{3,4} \((?P<year>(?:19|20)\d\d)\)", under="year"):
        yield _break(spans, str(int(match["year"]) + 2))


def date_that_is_none(view: View) -> Iterator[Break]:
    for spans, match in _matches(view, rf"\b(?P<day>\d\d?) (?:{'|'.join(ENGLISH.months)}) \d{{4}}", under="day"):
        yield _break(spans, "32" if int(match["day"]) % 2 else "31" if "February" in match[0] else "33")


def date_with_suffix(view: View) -> Iterator[Break]:
    for spans, match in _matches(view, rf"of (?P<day>\d\d?) (?:{'|'.join(ENGLISH.months)}) \d{{4}}", under="day"):
        yield _break(spans, f"{match['day']}th")


def roman_session(view: View) -> Iterator[Break]:
    for spans, _ in _matches(view, r"\d{3,4} [A-Z]? ?\((?P<roman>[XVI]+)\)", under="roman"):
        yield _break(spans, "XXXIIX")


def letter_glued(view: View) -> Iterator[Break]:
    for spans, _ in _matches(view, r"(?:resolution|and) \d\d/\d+(?P<blank> )[A-Z] of", under="blank"):
        yield _break(spans, "")


def first_date_lost(view: View) -> Iterator[Break]:
    cited: set[str] = set()
    for spans, match in _matches(view, r"its resolution (?P<number>\d\d/\d+)(?P<date> of \d+ \w+ \d{4})", under="date"):
        if match["number"] not in cited and match["number"] not in view.text[: spans[0][0] - 8]:
            yield _break(spans, "")
        cited.add(match["number"])


def plural_for_one(view: View) -> Iterator[Break]:
    for spans, _ in _matches(view, r"its resolution(?P<end>) \d\d/\d+ of \d+ \w+ \d{4},", under="end"):
        yield _break(spans, "s")


def year_of_council_lost(view: View) -> Iterator[Break]:
    for spans, _ in _matches(view, r"Security Council resolution \d{3,4}(?P<year> \(\d{4}\))", under="year"):
        yield _break(spans, "")


def records_session(view: View) -> Iterator[Break]:
    pattern = r"Assembly, [A-Z]\w+-(?P<word>\w+) Session, Supplement No\. \d+ \(A/\d+/\d+"
    for spans, match in _matches(view, pattern, notes=True, under="word"):
        yield _break(spans, "ninth" if match["word"] != "ninth" else "fifth")


def records_number(view: View) -> Iterator[Break]:
    pattern = r"Session, Supplement No\. (?P<number>\d+) \(A/\d+/\d+\)"
    for spans, match in _matches(view, pattern, notes=True, under="number"):
        yield _break(spans, str(int(match["number"]) + 1))


def council_supplement(view: View) -> Iterator[Break]:
    pattern = r"Council, \d{4}, Supplement No\. (?P<number>\d+) \(E/\d{4}/\d\d\)"
    for spans, match in _matches(view, pattern, notes=True, under="number"):
        yield _break(spans, str(int(match["number"]) + 1))


def treaty_volume(view: View) -> Iterator[Break]:
    for spans, _ in _matches(view, r"Treaty Series, vol(?P<stop>\.) \d+, No\. \d+", notes=True, under="stop"):
        yield _break(spans, "")


def treaty_number(view: View) -> Iterator[Break]:
    for spans, _ in _matches(view, r"Treaty Series, vol\. \d+(?P<rest>, No\. \d+)", notes=True, under="rest"):
        yield _break(spans, "")


def symbol_misspelt(view: View) -> Iterator[Break]:
    for spans, _ in _matches(view, r"\bA/C(?P<stop>\.)\d/\d\d/\d+", notes=True, under="stop"):
        yield _break(spans, "")
    for spans, _ in _matches(view, r"\bA/\d\d/(?P<number>\d+)\b(?!/)", notes=True, under="number"):
        yield _break(spans, "L27")


def abbreviation(view: View) -> Iterator[Break]:
    for spans, _ in _matches(view, r"(?<=, )para(?P<stop>\.) \d+", notes=True, under="stop"):
        yield _break(spans, "")


def session_of_agenda(view: View) -> Iterator[Break]:
    pattern = r"provisional agenda of its [a-z]+-(?P<word>\w+) session"
    for spans, _ in _matches(view, pattern, under="word"):
        start = spans[0][0]
        tens = view.text.rfind(" ", 0, start) + 1
        yield Break((Edit((tens, spans[0][1]), "sixty-first"),))


def session_as_number(view: View) -> Iterator[Break]:
    for spans, _ in _matches(view, r"at its (?P<words>seventy-\w+) session", under="words"):
        yield _break(spans, "79th")


# Words


def also_lost(view: View) -> Iterator[Break]:
    """Where the paragraph before opens with the same word."""
    nodes = view.document.preamble
    for before, node in pairwise(nodes):
        match = re.match(r"(\w+)( also) ", node.text)
        if match and before.text.startswith(match[1] + " ") and view.phrase(before) in (match[1],):
            yield _break(view.at(node, *match.span(2)), "", view.at(node, 0, match.end(1)))


def also_too_much(view: View) -> Iterator[Break]:
    for before, node in pairwise(_operative(view)):
        match = re.match(r"(?P<start>)[A-Z]\w+s\b", node.text)
        if match and match[0].lower()[:5] not in before.text.lower():
            [(start, end)] = view.at(node, 0, 1)
            yield Break((Edit((start, end), f"Also {node.text[0].lower()}"),))


def also_misplaced(view: View) -> Iterator[Break]:
    for node in _operative(view):
        match = re.match(r"Also ([a-z]+s) ", node.text)
        if match and len(spans := view.at(node, 0, match.end() - 1)) == 1:
            yield _break(spans, f"{match[1].capitalize()} also")


def participle_for_verb(view: View) -> Iterator[Break]:
    for node in _operative(view):
        match = re.match(r"(?:Requests|Decides|Encourages|Invites|Urges|Stresses)\b", node.text)
        if match:
            stem = match[0].removesuffix("s").removesuffix("e").removesuffix("s")
            yield _break(view.at(node, *match.span()), {"Stres": "Stress"}.get(stem, stem) + "ing")


def verb_for_participle(view: View) -> Iterator[Break]:
    for node in view.document.preamble:
        match = re.match(r"(?:Recalling|Reaffirming|Stressing|Welcoming)\b", node.text)
        if match:
            yield _break(view.at(node, *match.span()), {"Stressing": "Stresses"}.get(match[0], match[0][:-3] + "s"))


def opening_in_lower_case(view: View) -> Iterator[Break]:
    for p in _own(view):
        if p.above == () and p.node.text[:1].isupper():
            yield _break(view.at(p.node, 0, 1), p.node.text[0].lower())


def opening_misspelt(view: View) -> Iterator[Break]:
    for p in _own(view):
        match = re.match(r"[A-Z]\w{3,}", p.node.text)
        if p.above == () and match and match[0] == view.phrase(p.node):
            word = match[0]
            yield _break(view.at(p.node, *match.span()), word[:2] + word[3] + word[2] + word[4:])


def word_doubled(view: View) -> Iterator[Break]:
    for spans, match in _matches(view, r"(?<=\w )(?:the|of|and|to|in) (?=[a-z])"):
        yield _break(spans, match[0] * 2)


def bracket_lost(view: View) -> Iterator[Break]:
    for spans, _ in _matches(view, r"\(\w[\w ,.]+(?P<end>\))", under="end"):
        yield _break(spans, "", ((spans[0][0] - 80, spans[0][1]),))


def quotation_lost(view: View) -> Iterator[Break]:
    for spans, match in _matches(view, r"“[^”]+(?P<end>”)", under="end"):
        yield _break(spans, "", ((spans[0][0] - len(match[0]), spans[0][1]),))


def comma_doubled(view: View) -> Iterator[Break]:
    for spans, _ in _matches(view, r"(?<=\w),(?= \w)"):
        yield _break(spans, ",,")


def blank_before_comma(view: View) -> Iterator[Break]:
    for spans, _ in _matches(view, r"(?<=[a-z]),(?= \w)"):
        yield _break(spans, " ,")


def blank_after_comma_lost(view: View) -> Iterator[Break]:
    for spans, _ in _matches(view, r"(?<=[a-z],) (?=[a-z])"):
        yield _break(spans, "")


def ascii_quotation(view: View) -> Iterator[Break]:
    for node in (p.node for p in _own(view)):
        for match in re.finditer(r"“[^”]+”", node.text):
            low, high = view.at(node, match.start(), match.start() + 1), view.at(node, match.end() - 1, match.end())
            yield Break((Edit(low[0], '"'), Edit(high[0], '"')))


WAYS: dict[str, Way] = {
    name.replace("_", "-"): value
    for name, value in list(globals().items())
    if callable(value) and name.islower() and "_" in name.strip("_")
}
