"""The signs of a pattern: where texts without them are left out, nothing that it matches is."""

from __future__ import annotations

import re
from collections.abc import Iterable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from resparse import profiles
from resparse.parse import parse
from resparse.validate.running import Hit
from resparse.validate.view import View
from tests.test_golden import SAMPLES
from tests.validate.test_rules import CASES

TEXTS = [*(case["text"] for cases in CASES.values() for case in cases), *(path.read_text("utf-8") for path in SAMPLES)]


@pytest.mark.parametrize("code", profiles.languages())
def test_signs_lose_nothing(code: str) -> None:
    language = profiles.language(code)
    signs = language.rules.signs
    assert set(signs) <= set(language.rules.patterns)
    for document in (parse(text, language=code) for text in TEXTS if signs):
        searched, signed = View(document), View(document)  # each keeps what it found
        for name, words in signs.items():
            pattern = language.pattern(name)
            for everywhere, there in ((searched.prose, signed.prose), (searched.notes, signed.notes)):
                assert _spans(there.hits(pattern, words)) == _spans(everywhere.hits(pattern)), name


@given(st.lists(st.text("ab c", max_size=6), max_size=6))
def test_a_sign_at_any_place(texts: list[str]) -> None:
    document = parse("\n\n".join(["The General Assembly,", *texts]))
    pattern = re.compile("a+b|c")
    assert _spans(View(document).prose.hits(pattern, ("b", "c"))) == _spans(View(document).prose.hits(pattern))


def _spans(hits: Iterable[Hit]) -> list[tuple[str, tuple[int, int]]]:
    return [(hit.home.id, hit.span()) for hit in hits]
