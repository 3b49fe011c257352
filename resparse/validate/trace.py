"""The text of a node or note -> where each of its characters stands in the source."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from resparse.model import Span, Spans
from resparse.parse.prose import LOST
from resparse.parse.zones import plain

_BETWEEN = frozenset(",^⁾⁽")  # what may stand between two markers
_NEAR = 16  # characters that are looked over for the next one that is told


def trace(
    text: str, spans: Spans, hidden: frozenset[int], told: str, markers: Mapping[int, Sequence[str]]
) -> tuple[int, ...]:
    """The offset in ``text`` of each character of ``told``, which was made from what stands under ``spans``.

    ``hidden`` are the offsets of mark-up; ``markers`` tells where in ``told`` a note was called, and by which markers.
    A character that was not printed (a blank for a line end) has the offset of the one before it. One offset more
    than there are characters: that after the last one.
    """
    offsets = [offset for start, end in spans for offset in range(start, end) if offset not in hidden]
    printed = plain("".join([text[offset] for offset in offsets]))
    found: list[int] = []
    at = 0
    for index, char in enumerate(plain(told)):
        for marker in markers.get(index, ()):
            at = _after_marker(printed, at, marker)
        if char == " ":
            stop = _after_blanks(printed, at)
            found.append(offsets[at] if at < stop else found[-1] if found else spans[0][0])
            at = stop
            continue
        where = _next(printed, at, char)
        if where is None:
            found.append(found[-1] if found else spans[0][0])
        else:
            found.append(offsets[where])
            at = where + 1
    return (*found, found[-1] + 1 if found else spans[0][0])


def _next(printed: str, at: int, char: str) -> int | None:
    """Where the next such character is printed; hyphens, blanks and what else was left out may stand before it."""
    near = printed[at : at + _NEAR]
    where = near.find(char)
    if where < 0 and char == "-":
        where = next((i for i, other in enumerate(near) if other in LOST), -1)
    return at + where if where >= 0 else None


def _after_blanks(printed: str, at: int) -> int:
    while at < len(printed) and printed[at].isspace():
        at += 1
    return at


def _after_marker(printed: str, at: int, marker: str) -> int:
    """The place after the marker that stands here; here, where none does."""
    start = _after_blanks(printed, at)
    while start < len(printed) and printed[start] in _BETWEEN:
        start += 1
    bracket = printed[start : start + 1] in ("[", "(", "（")
    end = start + bracket + len(marker)
    if plain(printed[start + bracket : end]) != marker:
        return at
    return end + (bracket and printed[end : end + 1] in ("]", ")", "）"))


def merged(offsets: Iterable[int]) -> Spans:
    """Offsets in their order -> the spans that they fill."""
    found: list[Span] = []
    for offset in offsets:
        if found and found[-1][1] == offset:
            found[-1] = found[-1][0], offset + 1
        elif not found or offset >= found[-1][1]:
            found.append((offset, offset + 1))
    return tuple(found)


def offsets_of(spans: Sequence[Span]) -> frozenset[int]:
    """The offsets under the spans."""
    return frozenset(offset for start, end in spans for offset in range(start, end))
