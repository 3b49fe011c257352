"""Reports: what is said of a document, in each form."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic_sarif.model import StaticAnalysisResultsFormatSarifVersion210JsonSchema as Sarif

from resparse.parse import parse
from resparse.read.text import source_of
from resparse.validate import Diagnostic, Edit, Severity, validate
from resparse.validate.places import Layout
from resparse.validate.report.finding import Finding, findings
from resparse.validate.report.github import to_github
from resparse.validate.report.json import to_json
from resparse.validate.report.sarif import to_sarif
from resparse.validate.report.text import to_text
from resparse.validate.rules import RULES

SAMPLES = sorted((Path(__file__).parents[3] / "samples").glob("*.txt"))
TEXT = "The Harbour Council,\n\nRecalling 😀 its resolution 1/2;\n\n1. Decides to meet;\n\n3. Decides to part.\n"
CHARACTERS = st.text(st.characters(codec="utf-8"), max_size=60)


def _findings(printed: str, file: str = "a.txt") -> list[Finding]:
    document = parse(source_of(printed))
    return findings(file, Layout(document, printed), validate(document))


def _broken(sample: Path) -> str:
    """A sample with a number too few, and wrong closing marks."""
    return re.sub(r"^3\. .*\n", "", sample.read_text("utf-8"), flags=re.MULTILINE).replace(",\n", ";\n")


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda sample: sample.stem)
def test_sarif_follows_its_schema(sample: Path) -> None:
    told = _findings(_broken(sample), f"some folder/{sample.name}")
    log = Sarif.model_validate_json(to_sarif(told))
    [run] = log.runs
    assert len(run.results or ()) == len(told)
    assert [rule.id for rule in run.tool.driver.rules or ()] == [*RULES]


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_the_fixes_of_sarif_are_of_the_text_as_the_user_has_it(newline: str) -> None:
    printed = TEXT.replace("\n", newline)
    results: list[dict[str, Any]] = json.loads(to_sarif(_findings(printed)))["runs"][0]["results"]
    [result] = [result for result in results if result["ruleId"] == "preamble-ending"]
    region = result["locations"][0]["physicalLocation"]["region"]
    assert (region["startLine"], region["startColumn"], region["endColumn"]) == (3, 31, 32)
    [replacement] = result["fixes"][0]["artifactChanges"][0]["replacements"]
    start, length = replacement["deletedRegion"]["charOffset"], replacement["deletedRegion"]["charLength"]
    assert printed[start : start + length] == ";"
    assert replacement["insertedContent"]["text"] == ","


def test_a_document_without_its_text_has_no_places() -> None:
    document = parse(TEXT)
    bare = findings("a.json", Layout(_without_text(document)), validate(_without_text(document)))
    assert bare
    assert not any(finding.place or finding.changes for finding in bare)
    Sarif.model_validate_json(to_sarif(bare))
    assert {row["line"] for row in json.loads(to_json(bare))} == {None}
    assert "para_3" in to_text(bare, 1, colour=False)


def test_places_are_those_of_the_text() -> None:
    rows = {row["rule"]: row for row in json.loads(to_json(_findings(TEXT)))}
    row = rows["operative-numbering"]
    assert [row[name] for name in ("page", "line", "column", "end_line", "end_column")] == [1, 7, 1, 7, 3]
    assert [TEXT[start:end] for start, end in row["spans"]] == ["3."]


@given(file=CHARACTERS, message=CHARACTERS)
def test_a_workflow_command_is_one_line_and_says_all(file: str, message: str) -> None:
    said = Diagnostic(((0, 3),), message, rule="footnote-orphan", severity=Severity.WARNING)
    [finding] = findings(file, Layout(parse(TEXT)), [said])
    command = to_github([finding])
    assert not re.search(r"[\r\n]", command)
    found = re.fullmatch(
        r"::warning file=([^,:]*),line=1,endLine=1,col=1,endColumn=4,title=footnote-orphan::(.*)", command, re.DOTALL
    )
    assert found
    assert (_unescaped(found[1]), _unescaped(found[2])) == (file, message)


@given(text=CHARACTERS, file=CHARACTERS)
def test_no_character_of_a_document_commands_the_terminal(text: str, file: str) -> None:
    told = _findings(TEXT.replace("to part", f"to {text} part"), file)
    shown = to_text(told, 1, colour=False)
    assert all(
        line.isprintable() for line in re.sub(r"[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]", " ", shown).split("\n")
    )


def test_carets_stand_under_the_place() -> None:
    wide = "The Harbour Council,\n\n3. 决定 decides \tto meet.\n"
    start = wide.index("decides")
    said = Diagnostic(((start, start + 7),), "what is wrong", rule="footnote-orphan")
    lines = to_text(findings("a.txt", Layout(parse(wide)), [said]), 1, colour=False).splitlines()
    assert lines[2:4] == ["      3. 决定 decides \\tto meet.", "              ^^^^^^^"]


def test_a_long_line_is_cut_round_the_place() -> None:
    long = "The Harbour Council,\n\n1. Decides " + "to meet " * 80 + "here " + "to part " * 80 + "again.\n"
    start = long.index("here")
    said = Diagnostic(((start, start + 4),), "what is wrong", rule="footnote-orphan")
    line, carets = to_text(findings("a.txt", Layout(parse(long)), [said]), 1, colour=False).splitlines()[2:4]
    assert len(line) < 120
    assert line.strip().startswith("…")
    assert line.endswith("…")
    assert line[carets.index("^") : len(carets)] == "here"


def test_the_closing_count() -> None:
    edit = (Edit((0, 1), "t"),)
    several = [
        Diagnostic(((0, 1),), "", edit, safe=True, severity=Severity.ERROR),
        Diagnostic(((1, 2),), "", edit, severity=Severity.WARNING),
        Diagnostic(((2, 3),), "", severity=Severity.WARNING),
    ]
    told = to_text(findings("a.txt", Layout(parse(TEXT)), several), 2, colour=False)
    assert told.splitlines()[-1] == "1 error, 2 warnings in 2 documents; 1 fix for --fix"
    assert to_text([], 1, colour=True) == "no fault in 1 document"


def _without_text(document: Any) -> Any:
    from msgspec import UNSET
    from msgspec.structs import replace

    return replace(document, source=replace(document.source, text=UNSET))


def _unescaped(text: str) -> str:
    for sign, code in ((",", "%2C"), (":", "%3A"), ("\n", "%0A"), ("\r", "%0D"), ("%", "%25")):
        text = text.replace(code, sign)
    return text
