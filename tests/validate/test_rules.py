"""What each rule says: the cases are in ``rules/``, a file a rule.

A case has a ``name``, a ``text`` and ``at``, the text under each diagnostic in order. ``fix`` is the text after the
safe edits, ``suggestion`` after those that are not safe; a case whose diagnostics mend has to give one. ``severity`` is
that of each diagnostic, ``body`` and ``language`` what the text does not say.
"""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import Any

import pytest

from resparse.model import Document
from resparse.parse import parse
from resparse.profiles import bodies, body
from resparse.validate import Diagnostic, Severity, validate
from resparse.validate.fix import fix
from resparse.validate.rules import RULES, SUBJECTS

FILES = sorted((Path(__file__).parent / "rules").glob("*.toml"))
CASES = {path.stem: tomllib.loads(path.read_text("utf-8"))["case"] for path in FILES}
SAMPLES = sorted((Path(__file__).parents[2] / "samples").glob("*.txt"))
PARTS = ("Bad", "Good", "Exceptions", "Source")


def _parsed(case: dict[str, Any], text: str | None = None) -> Document:
    text = case["text"].removeprefix("\n") if text is None else text
    return parse(text, body=case.get("body"), language=case.get("language"))


def _under(document: Document, diagnostic: Diagnostic) -> str:
    text = str(document.source.text)
    return "".join(text[start:end] for start, end in diagnostic.spans)


@pytest.mark.parametrize(
    ("name", "case"),
    [pytest.param(name, case, id=f"{name}: {case['name']}") for name, cases in CASES.items() for case in cases],
)
def test_case(name: str, case: dict[str, Any]) -> None:
    document = _parsed(case)
    found = validate(document, select=[name])
    assert [_under(document, diagnostic) for diagnostic in found] == case["at"]
    assert [str(diagnostic.severity) for diagnostic in found] == case.get("severity", [str(d.severity) for d in found])
    safe, unsafe = ([d for d in found if d.edits and d.safe is is_safe] for is_safe in (True, False))
    assert (bool(safe), bool(unsafe)) == ("fix" in case, "suggestion" in case)
    for key, mending in (("fix", safe), ("suggestion", unsafe)):
        if mending:
            text = fix(document, mending, unsafe=True)
            assert text == case[key].removeprefix("\n")
            assert [d for d in validate(_parsed(case, text), select=[name]) if d.edits and d.safe] == []


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda sample: sample.stem)
def test_samples_have_no_errors(sample: Path) -> None:
    found = validate(parse(sample.read_text("utf-8")))
    assert [said for said in found if said.severity is Severity.ERROR] == []


def test_every_rule_has_cases_and_every_case_a_rule() -> None:
    assert set(CASES) == set(RULES)


@pytest.mark.parametrize("name", sorted(RULES))
def test_a_rule_is_broken_and_kept_three_times(name: str) -> None:
    cases = CASES.get(name, [])
    assert len([case for case in cases if case["at"]]) >= 3
    assert len([case for case in cases if not case["at"]]) >= 3


@pytest.mark.parametrize("name", sorted(RULES))
def test_a_rule_has_its_page_in_the_manual(name: str) -> None:
    summary, *rest = RULES[name].manual.splitlines()
    assert summary.endswith(".")
    assert [line.partition(":")[0] for line in rest if re.match(r"[A-Z]\w+:", line)] == [*PARTS]
    assert re.fullmatch(r"[a-z]+(?:-[a-z]+)+", name)


def test_rules_are_named_once() -> None:
    functions = [value for subject in SUBJECTS for value in vars(subject).values() if value in RULES.values()]
    assert len(functions) == len(RULES)


@pytest.mark.parametrize("code", bodies())
def test_organs_speak_of_rules_that_there_are(code: str) -> None:
    assert set(body(code).rules) <= set(RULES)
