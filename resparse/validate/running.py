"""Nodes or notes -> their texts as one, which patterns search at once, and the way back."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
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

    def hits(self, pattern: re.Pattern[str] | None) -> tuple[Hit, ...]:
        """Where a pattern matches; nowhere, where there is none."""
        if pattern is None:
            return ()
        if pattern not in self.found:
            self.found[pattern] = tuple(self._hit(match) for match in pattern.finditer(self.text))
        return self.found[pattern]

    def _hit(self, match: re.Match[str]) -> Hit:
        at = bisect_right(self.starts, match.start()) - 1
        return Hit(self.homes[at], match, self.starts[at])


def running(homes: Sequence[tuple[Node | Footnote, str]]) -> Running:
    """Nodes or notes with their texts, as one."""
    texts = [text for _, text in homes]
    starts = [*accumulate((len(text) + len(_BETWEEN) for text in texts), initial=0)]
    return Running(_BETWEEN.join(texts), [home for home, _ in homes], starts[:-1], {})
