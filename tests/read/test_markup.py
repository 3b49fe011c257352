"""Light mark-up found in texts is evidence; the cases are in markup.toml."""

from __future__ import annotations

import time
import tomllib
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from resparse.read.text import source_of

CASES = tomllib.loads(Path(__file__).with_name("markup.toml").read_text("utf-8"))["case"]
HOSTILE = (
    *(
        "*",
        "_",
        "[",
        "]",
        "<",
        "\\",
        "^",
        "#",
        "](",
        "[x](",
        "![",
        "<!--",
        "<i>",
        "<i",
        "[^",
        "# ",
        "¹a",
        "\u00ad",
        "*1",
    ),
    *("*a ", "a* ", "**a ", "a** ", "_a ", "* a *", "*a b* ", "*a\n\n", "1. *a\n", "*A/B* \n", "<a ", "](<", "](a:"),
    *("](a(b)", '](#"a "', "*a *", "\n ", "*12345", "</i>", "[*a*](#)"),
)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_case(case: dict) -> None:
    source = source_of(case["text"])
    assert source.text == case["text"]
    assert source.visible.text == case.get("visible", case["text"])
    for kind in ("italic", "bold", "superscript"):
        found = [source.text[start:end] for start, end in getattr(source.evidence, kind)]
        assert found == case.get(kind, []), kind


@given(st.text(alphabet="*_[]()<>!\\^#/-ab1. ,\n\f\u00ad¹ibsup:", max_size=60))
def test_spans_are_sorted_and_disjoint(text: str) -> None:
    source = source_of(text)
    for spans in (getattr(source.evidence, kind) for kind in ("markup", "italic", "bold", "superscript")):
        assert all(0 <= start < end <= len(source.text) for start, end in spans)
        assert all(end < start for (_, end), (start, _) in pairwise(spans))


@pytest.mark.parametrize("piece", HOSTILE)
def test_cost_is_linear(piece: str) -> None:
    def cost(size: int) -> float:
        text = piece * (size // len(piece))
        start = time.perf_counter()
        source_of(text)
        return time.perf_counter() - start

    cost(1_000)  # whatever is compiled at first
    assert cost(240_000) < 0.1 + 30 * min(cost(30_000) for _ in range(3))  # 8 is linear, 64 would be quadratic
