"""A small table of ratios below the benchmarks' own; each row is measured in turns within one run."""

from __future__ import annotations

from collections.abc import Callable
from time import process_time
from typing import NamedTuple

import pytest


class Row(NamedTuple):
    """Two things that are compared, the seconds that each took, and what is asked of their ratio."""

    what: str
    seconds: float
    other: str
    other_seconds: float
    asked: str

    @property
    def ratio(self) -> float:
        """How many times as long the other takes."""
        return self.other_seconds / self.seconds


ROWS = pytest.StashKey[list[Row]]()
Clock = Callable[[], float]


class Compare(NamedTuple):
    """Runs two things in turns, notes the best time of each for the table, and gives the ratio."""

    rows: list[Row]

    def __call__(
        self,
        what: str,
        first: Callable[[], object],
        other: str,
        second: Callable[[], object],
        asked: str,
        clock: Clock = process_time,
    ) -> float:
        best = [float("inf"), float("inf")]
        for _ in range(9):
            for at, work in enumerate((first, second)):
                begin = clock()
                work()
                best[at] = min(best[at], clock() - begin)
        self.rows.append(Row(what, best[0], other, best[1], asked))
        return self.rows[-1].ratio


@pytest.fixture
def compare(request: pytest.FixtureRequest) -> Compare:
    """Adds to the table that is printed in the end."""
    return Compare(request.config.stash.setdefault(ROWS, []))


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    rows = config.stash.get(ROWS, [])
    if rows:
        terminalreporter.section("ratios")
    for row in rows:
        for name, seconds in ((row.what, row.seconds), (row.other, row.other_seconds)):
            terminalreporter.write_line(f"{name:<60}{seconds * 1000:>10.1f} ms")
        terminalreporter.write_line(f"{'':<60}{row.ratio:>10.2f} times as long; asked: {row.asked}")
