"""What writing costs, beside parsing. Run with ``pytest --benchmark-only tests/benchmarks/test_write.py``."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from time import process_time
from typing import Any

import pytest

from resparse.parse import parse
from resparse.read import read
from resparse.write.text import to_text
from resparse.write.xml import to_xml

SAMPLE = read(Path(__file__).parents[2] / "samples" / "A_RES_75_16.txt")
DOCUMENT = parse(SAMPLE)


@pytest.mark.benchmark(group="a resolution")
def test_parsing(benchmark: Any) -> None:
    benchmark(parse, SAMPLE)


@pytest.mark.benchmark(group="a resolution")
def test_writing_xml(benchmark: Any) -> None:
    benchmark(to_xml, DOCUMENT)


@pytest.mark.benchmark(group="a resolution")
def test_writing_text(benchmark: Any) -> None:
    benchmark(to_text, DOCUMENT)


@pytest.mark.benchmark(group="a resolution")
def test_reading_xml(benchmark: Any) -> None:
    benchmark(read, to_xml(DOCUMENT).encode())


def test_writing_costs_less_than_parsing(benchmark: Any) -> None:
    benchmark(to_xml, DOCUMENT)
    assert _seconds(lambda: to_xml(DOCUMENT)) < _seconds(lambda: parse(SAMPLE))


def _seconds(work: Callable[[], object]) -> float:
    """The best of several runs."""
    best = float("inf")
    for _ in range(20):
        start = process_time()
        work()
        best = min(best, process_time() - start)
    return best
