"""What finding citations costs: a resolution's worth of paragraphs, and texts made to trap a backtracking pattern.

Run with ``pytest --benchmark-only tests/benchmarks/test_citations.py``.
"""

from __future__ import annotations

import tomllib
from pathlib import Path
from time import perf_counter
from typing import Any

import pytest

from resparse.parse.citations import find
from resparse.profiles import body, language

ENGLISH, ASSEMBLY = language("en"), body("ga")
CASES: list[dict[str, Any]] = tomllib.loads(
    (Path(__file__).parents[1] / "parse" / "citations.toml").read_text("utf-8")
)["case"]
PROSE = (
    "Encourages Member States to keep their lighthouses lit, and to share with each other what they learn of fog (see "
    "resolution 72/74 of 6 December 2017), "
)
TRAPS = [
    *("9", "/", "(", ")", ",", "9/", "9 / ", "9(", "9 (", "(9", "9,", "A/", "A/ ", "A/9-", "A9", "A-", "A.", "A/9/"),
    *("9/9 ", "9/9, ", "9/9 A and ", "IX", "9 (IX", "9 A (", "S-", "S-9/", "\u2011", "A/9/9 (Part ", "A/9 (Part I)/"),
    *("resolution ", "resolutions 72/74, ", "resolution 72/74 ", "resolution 72/74, paras. 1, ", "Add.1 and ", "its "),
    *(
        "paragraph 9, ",
        "annex, annex, ",
        "decision 1/CP.9, ",
        "A/1/1, resolution 1, ",
        "Council ",
        "of the A of the A ",
    ),
    *("the Commission on the of ", "the Council in its ", "General Assembly resolution of the "),
    *("Supplement No. 9 (", "Supplement No. 9 (A/9/9, "),
]


@pytest.mark.benchmark(group="citations")
def test_the_cases(benchmark: Any) -> None:
    benchmark(lambda: [find(case["text"], ENGLISH, ASSEMBLY) for case in CASES if "language" not in case])


@pytest.mark.benchmark(group="citations")
def test_a_megabyte_of_prose(benchmark: Any) -> None:
    text = PROSE * (1_000_000 // len(PROSE))
    benchmark.pedantic(find, (text, ENGLISH, ASSEMBLY), rounds=1)


@pytest.mark.benchmark(group="citations")
@pytest.mark.parametrize("trap", TRAPS)
def test_a_trap_costs_no_more_for_being_longer(benchmark: Any, trap: str) -> None:
    """Eight times the text takes about eight times as long, not sixty-four."""
    short, long = (_trapped(trap, size) for size in (25_000, 200_000))
    seconds = [min(_seconds(text) for _ in range(3)) for text in (short, long)]
    benchmark.extra_info["ratio"] = seconds[1] / seconds[0]
    benchmark.pedantic(find, (long, ENGLISH, ASSEMBLY), rounds=1)
    assert seconds[1] < 20 * seconds[0] + 0.01


def _trapped(trap: str, size: int) -> str:
    """The trap over and over, in a text that has a citation at either end."""
    return "its resolution 72/74 (1) " + trap * (size // len(trap)) + " resolution 72/75"


def _seconds(text: str) -> float:
    begin = perf_counter()
    find(text, ENGLISH, ASSEMBLY)
    return perf_counter() - begin
