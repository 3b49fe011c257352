"""Glyphs of Arabic fonts and the letters that are read; edges as a page of 12 points has them, from right to left."""

import pytest

from resparse.read.pdf.bidi import Letter
from resparse.read.pdf.shapes import shaped

LETTERS = [
    pytest.param([("ل", 20, 23), ("ـ", 17, 20), ("ك", 10, 17), ("و", 5, 10)], "لكو", id="a kaf begins with a stroke"),
    pytest.param([("ح", 20, 26), ("ـ", 17, 20), ("س", 10, 17)], "حـس", id="a lengthening is printed"),
    pytest.param([("خ", 20, 28), ("ح", 18, 20), ("ب", 14, 18)], "خب", id="a stroke behind a hooked letter"),
    pytest.param([("ح", 20, 28), ("ج", 12, 20), ("ج", 4, 12)], "حجج", id="hooked letters of their own"),
    pytest.param([("أ", 20, 23), ("\u064f", 20, 22), ("أ", 20, 22), ("س", 12, 20)], "أُس", id="a mark with its letter"),
    pytest.param([("ت", 20, 23), ("\u064f", 19, 23), ("ر", 14, 20)], "تُر", id="a mark wider than its letter"),
    pytest.param([("ت", 20, 23), (" ", 20, 20), ("\u064f", 16, 21), ("ر", 14, 20)], "تُر", id="no blank under a mark"),
    pytest.param([("ن", 30, 37), (" ", 26, 30), ("\u064f", 19, 23), ("ش", 17, 26)], "ن شُ", id="a mark drawn first"),
    pytest.param([("ر", 30, 35), (" ", 26, 30), ("\u064c", 29, 33), ("ي", 20, 26)], "رٌ ي", id="a mark drawn late"),
    pytest.param([("ش", 20, 28), ("\u0650", 20, 24), ("\u0651", 21, 25)], "ش\u0651\u0650", id="the doubling first"),
]


@pytest.mark.parametrize(("drawn", "read"), LETTERS)
def test_letters_of_glyphs(drawn: list[tuple[str, float, float]], read: str) -> None:
    assert "".join(letter.text for letter in shaped(Letter(*letter) for letter in drawn)) == read
