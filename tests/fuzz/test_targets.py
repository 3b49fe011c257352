"""What the fuzzer runs for hours is run here for a moment, so that it can be run at all."""

from __future__ import annotations

from random import Random

import pytest

from tests.fuzz.targets import TARGETS

ODD = (
    b"",
    b"\0" * 20,
    b"The General Assembly,\n1.\nthe north;\n\nDecides to buy oil for all\x11 the \x11lights of",
    b"\x16The General Assembly,\n\x161. Decides\x14 1\x14 to meet;\n\x181 \x13A/99/5\x13.\n\x15 2/2\x15",
    b"1 \xff\xfe A/RES/99/501 \x1b[31m \xed\xa0\x80",
)


@pytest.mark.parametrize("name", TARGETS)
def test_a_target_holds_of_odd_inputs_and_of_chance(name: str) -> None:
    chance = Random(name)
    for raw in (*ODD, *(chance.randbytes(60 if name == "repeated" else 300) for _ in range(10))):
        TARGETS[name](raw)
