"""Nodes or notes -> their texts as one, which patterns search at once, and the way back."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate
from typing import NamedTuple

from resparse.model import Footnote, Node

_BETWEEN = "\n\n\0\n\n"  # no text has it, and no blank in a pattern reaches over it


class Hit(NamedTuple):
    """What a pattern matched in the text of a node or note, which begins at ``base`` in the running text."""

    home: Node | Footnote
    match: re.Match[str]
    base: int

    def span(self, group: str | int = 0) -> tuple[int, int]:
        """The offsets of a group in the text of the node or note."""
        start, end = self.match.span(group)
        return start - self.base, end - self.base


class Running(NamedTuple):
    """The texts of nodes or notes, one behind the other, and what was found in them."""

    text: str
    homes: Sequence[Node | Footnote]
    starts: Sequence[int]
    found: dict[re.Pattern[str], tuple[Hit, ...]]

    def hits(self, pattern: re.Pattern[str] | None, signs: Sequence[str] = ()) -> tuple[Hit, ...]:
        """Where a pattern matches; nowhere, where there is none. Where it has signs, each match holds one of them."""
        if pattern is None:
            return ()
        if pattern not in self.found:
            self.found[pattern] = tuple(self._signed(pattern, signs) if signs else self._everywhere(pattern))
        return self.found[pattern]

    def _everywhere(self, pattern: re.Pattern[str]) -> Iterator[Hit]:
        for match in pattern.finditer(self.text):
            at = bisect_right(self.starts, match.start()) - 1
            yield Hit(self.homes[at], match, self.starts[at])

    def _signed(self, pattern: re.Pattern[str], signs: Sequence[str]) -> Iterator[Hit]:
        """The same, but only where a sign stands: to find a word is fifty times as cheap as to match."""
        text, told = self.text, set[int]()
        for sign in signs:
            found = text.find(sign)
            while found >= 0:
                at = bisect_right(self.starts, found) - 1
                told.add(at)
                found = text.find(sign, self.starts[at + 1]) if at + 1 < len(self.starts) else -1
        for at in sorted(told):
            end = self.starts[at + 1] - len(_BETWEEN) if at + 1 < len(self.starts) else len(text)
            for match in pattern.finditer(text, self.starts[at], end):
                yield Hit(self.homes[at], match, self.starts[at])


def running(homes: Sequence[tuple[Node | Footnote, str]]) -> Running:
    """Nodes or notes with their texts, as one."""
    texts = [text for _, text in homes]
    starts = [*accumulate((len(text) + len(_BETWEEN) for text in texts), initial=0)]
    return Running(_BETWEEN.join(texts), [home for home, _ in homes], starts[:-1], {})
