"""What a document or its name contains is data in every output: none commands a terminal or breaks a format."""

from __future__ import annotations

import csv
import io
import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from urllib.parse import unquote

import pytest
from lxml import etree

import resparse

HOSTILE = "\x1b[31m [bold]x[/bold] ]]> <b>&amp; \x07 \u202eback\u202c 100%0A ::error::x %s {0} \ufffe\uffff"
TEXT = f"""The General Assembly,

Recalling {HOSTILE} its resolution 72/74 of 31 November 2017,

1. Decides {HOSTILE} to recall resolution 1 (XX);

3. Also decides {HOSTILE} to act.
"""
NAME = "=1+1\x1b[31m\u202e]]>%0A\n::error::x,y;[bold].txt"
COMMANDS = ("\x1b", "\x07", "\x00", "\u202e", "\u202c")

Run = Callable[..., str]


@pytest.fixture
def run(tmp_path: Path) -> Run:
    (tmp_path / NAME).write_text(TEXT, "utf-8")

    def ran(*arguments: str) -> str:
        command = [sys.executable, "-m", "resparse", *arguments, NAME]
        done = subprocess.run(command, cwd=tmp_path, capture_output=True, timeout=60)
        assert done.returncode in (0, 1), done.stderr
        assert not any(sign.encode() in done.stderr for sign in COMMANDS)
        return done.stdout.decode("utf-8")

    return ran


def test_json(run: Run) -> None:
    pretty, line = run("parse"), run("parse", "-f", "jsonl")
    assert line.count("\n") == 1
    assert json.loads(pretty) == json.loads(line)
    assert json.loads(line)["source"]["name"] == NAME
    assert not any(sign in pretty for sign in COMMANDS[:3])


def test_xml(run: Run) -> None:
    text = "".join(etree.fromstring(run("parse", "-f", "xml").encode()).itertext())
    assert "[bold]x[/bold] ]]> <b>&amp;" in text


def test_what_no_file_of_text_may_hold() -> None:
    """A program may hand over NUL and half characters; XML and JSON are sound for all that."""
    document = resparse.parse(TEXT.replace("[bold]", "[bold]\x00\ud800"))
    assert "[bold]" in "".join(etree.fromstring(resparse.to_xml(document).encode()).itertext())
    assert json.loads(resparse.to_json(document).encode())
    resparse.to_text(document).encode("utf-8", "surrogatepass")


def test_a_report_for_people(run: Run) -> None:
    assert not any(sign in run("validate") for sign in COMMANDS)


def test_a_report_for_programs(run: Run) -> None:
    found = json.loads(run("validate", "-f", "json"))
    assert {one["file"] for one in found} == {NAME}
    [log] = json.loads(run("validate", "-f", "sarif"))["runs"]
    places = [one["locations"][0]["physicalLocation"] for one in log["results"]]
    assert {unquote(place["artifactLocation"]["uri"]) for place in places} == {NAME}


def test_workflow_commands(run: Run) -> None:
    """A line is a command of ours: nothing begins one of its own, and nothing ends a property."""
    lines = run("validate", "-f", "github").splitlines()
    assert lines
    for line in lines:
        assert line.startswith(("::error file==1+1", "::warning file==1+1", "::notice file==1+1"))
        assert "%250A%0A%3A%3Aerror%3A%3Ax%2Cy" in line


def test_tables_of_citations(run: Run) -> None:
    assert not any(sign in run("citations") for sign in COMMANDS)
    rows = list(csv.DictReader(io.StringIO(run("citations", "-f", "csv"), newline="")))
    lines = [json.loads(line) for line in run("citations", "-f", "jsonl").splitlines()]
    assert [row["cited"] for row in rows] == [line["cited"] for line in lines] != []


def test_no_cell_is_a_formula(run: Run) -> None:
    """A spreadsheet works out what begins with such a sign; an apostrophe before it makes it a word."""
    for row in csv.reader(io.StringIO(run("citations", "-f", "csv"), newline="")):
        assert not any(cell.startswith(("=", "+", "-", "@", "\t", "\r")) for cell in row)


def test_a_graph(run: Run) -> None:
    assert len(etree.fromstring(run("citations", "-f", "graphml").encode())) > 1
