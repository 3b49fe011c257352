"""The signs of a pattern: where texts without them are left out, nothing that it matches is."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from resparse import profiles
from resparse.parse import parse
from resparse.validate.view import View
from tests.test_golden import SAMPLES
from tests.validate.test_rules import CASES

TEXTS = [*(case["text"] for cases in CASES.values() for case in cases), *(path.read_text("utf-8") for path in SAMPLES)]


@pytest.mark.parametrize("code", profiles.languages())
def test_signs_lose_nothing(code: str) -> None:
    language = profiles.language(code)
    signs = language.rules.signs
    assert set(signs) <= set(language.rules.patterns)
    for view in (View(parse(text, language=code)) for text in TEXTS if signs):
        for name, words in signs.items():
            for running in (view.prose, view.notes):
                searched = [hit.match.span() for hit in running.hits(language.pattern(name))]
                assert [hit.match.span() for hit in running.hits(language.pattern(name), words)] == searched, name


@given(st.lists(st.text("ab c", max_size=6), max_size=6))
def test_a_sign_at_any_place(texts: list[str]) -> None:
    view = View(parse("\n\n".join(["The General Assembly,", *texts])))
    pattern = re.compile("a+b|c")
    for running in (view.prose, view.notes):
        assert list(map(str, running.hits(pattern, ("b", "c")))) == list(map(str, running.hits(pattern)))
