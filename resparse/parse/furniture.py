"""Lines -> those that belong to the page: running headers, page, job and bar-code numbers, rules."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from resparse.model import FurnitureKind, Spans
from resparse.parse.lines import Line

# Tokens that fill a whole line, alone or together, in any order (A/RES/79/273: "25-05086 (E) 030425 *2505086*").
_TOKENS = re.compile(
    r"""
    (?: (?P<job>     (?: [A-Z]{1,3} \. )? [0-9]{2} - [0-9]{5} (?: \s* \( [A-Z] \) )? )
      | (?P<barcode> \* [0-9A-Z]{6,10} \* )
      | (?P<page>    [0-9]{1,4} \s* / \s* [0-9]{1,4} (?! [0-9/] ) | [Pp]age \s+ [0-9]+ (?: \s+ of \s+ [0-9]+ )? | [-–—] \s* [0-9]+ \s* [-–—] )
      | (?P<stamp>   [0-9]{6} )
      | (?P<recycle> Please \s recycle .? | ♻ )
    ) (?: \s+ | $ )
    """,
    re.VERBOSE,
)
_RULE = re.compile(r"[_＿]{4,}|[─━—]{6,}")
_NUMBER = re.compile(r"[0-9]{1,4}")
_SOLID = re.compile(r"[\W_]+")
_EDGE = 8  # lines at the top of a page among which a running header is looked for

Kinds = dict[int, FurnitureKind]


def find(lines: Sequence[Line], symbol: str | None, masthead: int, known: Spans = ()) -> Kinds:
    """Index of a line -> kind of furniture that it is.

    ``symbol`` is the resolution's own, ``masthead`` the number of lines before its opening formula; ``known`` are the
    page artefacts that the file itself marks.
    """
    found: dict[int, FurnitureKind] = {}
    title = _solid("".join(line.text for line in lines[:masthead]))
    own = _solid(symbol or "")
    for i, line in enumerate(lines):
        kind = _token(line.text)
        if kind:
            found[i] = kind
        elif own and i >= masthead and own in _solid(line.text) and _is_header(line.text, own, title):
            found[i] = "running_header"
    _extend(lines, found, title, own, masthead)
    _page_numbers(lines, found)
    _known(lines, found, known)
    return found


def _token(text: str) -> FurnitureKind | None:
    """The kind of a line that holds nothing but furniture tokens."""
    if len(text) > 60:
        return None
    if _RULE.fullmatch(text):
        return "rule"
    position, kinds = 0, set()
    while position < len(text):
        match = _TOKENS.match(text, position)
        if not match:
            return None
        kinds.add(match.lastgroup)
        position = match.end()
    if "job" in kinds:
        return "job_number"
    if "page" in kinds:
        return "page_number"
    return "barcode" if "barcode" in kinds or kinds == {"stamp"} else "other"


def _is_header(text: str, own: str, title: str) -> bool:
    """Whether a line is the symbol, alone or beside a stretch of the title or a page number."""
    rest = _solid(text).replace(own, "", 1)
    return not rest or rest.isdigit() or rest in title


def _extend(lines: Sequence[Line], found: dict[int, FurnitureKind], title: str, own: str, masthead: int) -> None:
    """Take in the lines of the title that stand at a page's top or beside furniture."""
    tops = [i for i, line in enumerate(lines) if i >= masthead and line.page and lines[i - 1].page != line.page]
    anchors = [i for i, kind in found.items() if i >= masthead and kind in ("running_header", "page_number", "job_number")]
    for i in tops:
        _downward(lines, found, title, own, i)
    for i in anchors:
        _downward(lines, found, title, own, i + 1)
        _upward(lines, found, title, own, max(masthead, 0), i - 1)


def _downward(lines: Sequence[Line], found: dict[int, FurnitureKind], title: str, own: str, first: int) -> None:
    run = ""
    for i in range(first, min(first + _EDGE, len(lines))):
        if i in found and found[i] != "rule":
            run += _solid(lines[i].text).replace(own, "") if found[i] == "running_header" else ""
            continue
        longer = run + _solid(lines[i].text)
        if not _opens(longer, title):
            return
        run, found[i] = longer, "running_header"


def _upward(lines: Sequence[Line], found: dict[int, FurnitureKind], title: str, own: str, stop: int, last: int) -> None:
    taken: list[int] = []
    run = _solid(lines[last + 1].text).replace(own, "") if found[last + 1] == "running_header" else ""
    for i in range(last, max(stop, last - _EDGE), -1):
        if i in found:
            break
        longer = _solid(lines[i].text) + run
        if longer not in title:
            break
        taken.append(i)
        run = longer
    if taken and _opens(run, title):
        found.update(dict.fromkeys(taken, "running_header"))


def _opens(run: str, title: str) -> bool:
    """Whether the run stands in the masthead, and is long enough not to stand there by chance."""
    return len(run) >= 8 and run in title


def _page_numbers(lines: Sequence[Line], found: dict[int, FurnitureKind]) -> None:
    """Bare numbers at a page's edge that count its pages."""
    edges = [i for i, line in enumerate(lines) if i == 0 or i == len(lines) - 1 or line.page != lines[i - 1].page]
    bounds = sorted({*edges, *(i - 1 for i in edges if i)})
    for i in bounds:
        page = lines[i].page
        paged = any(found.get(k) == "page_number" for k in range(max(0, i - 3), min(len(lines), i + 4)))
        step = 1 if i == 0 or lines[i - 1].page != page else -1
        while i in found and 0 <= i + step < len(lines) and lines[i + step].page == page:
            i += step
        if i not in found and not paged and page and _NUMBER.fullmatch(lines[i].text) and int(lines[i].text) == page + 1:
            found[i] = "page_number"


def _known(lines: Sequence[Line], found: dict[int, FurnitureKind], known: Spans) -> None:
    """Add the lines that the file itself marks as artefacts."""
    spans = iter(known)
    span = next(spans, None)
    for i, line in enumerate(lines):
        while span and span[1] <= line.start:
            span = next(spans, None)
        if not span:
            return
        if span[0] <= line.start and line.end <= span[1]:
            found.setdefault(i, "running_header")


def _solid(text: str) -> str:
    return _SOLID.sub("", text)
