"""What validating costs, beside the parsing that comes before it.

Run with ``pytest --benchmark-only tests/benchmarks/test_validate.py``.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from resparse.parse import parse
from resparse.validate import validate
from tests.benchmarks.conftest import Compare

SAMPLES = {name: Path(__file__).parents[2] / "samples" / name for name in ("A_RES_75_16.txt", "A_RES_99_501.txt")}

DEARER = pytest.mark.xfail(
    reason="a long text takes twice as long as to parse: forty patterns of the rules each go over all of it"
)


@DEARER
@pytest.mark.benchmark(group="validate")
@pytest.mark.parametrize("name", SAMPLES)
def test_validating_against_parsing(benchmark: Any, compare: Compare, name: str) -> None:
    """All rules together take less time than parsing."""
    text = SAMPLES[name].read_text("utf-8")
    document = parse(text)
    validate(document)  # what is compiled at first
    ratio = compare(
        f"resparse.validate, {name}",
        lambda: validate(document),
        f"resparse.parse, {name}",
        lambda: parse(text),
        "at least 1",
    )
    benchmark(validate, document)
    assert ratio >= 1


@DEARER
@pytest.mark.benchmark(group="validate")
def test_validating_a_text_with_many_faults(benchmark: Any, compare: Compare) -> None:
    """Faults in every paragraph, whose places have all to be worked out, change nothing in that."""
    text = SAMPLES["A_RES_75_16.txt"].read_text("utf-8").replace(",\n", ";\n").replace(";\n", ".\n")
    document = parse(text)
    assert len(validate(document)) > 20
    ratio = compare(
        "resparse.validate, many faults",
        lambda: validate(document),
        "resparse.parse, many faults",
        lambda: parse(text),
        "at least 1",
    )
    benchmark(validate, document)
    assert ratio >= 1
