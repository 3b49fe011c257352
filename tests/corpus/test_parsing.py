"""Parsing the corpus, in one pass: nothing is lost of any text, and this much of the gold comes out right."""

from __future__ import annotations

import contextlib
import importlib.util
import io
import json
from pathlib import Path
from types import ModuleType, SimpleNamespace
from typing import Any, NamedTuple

import pytest

from resparse.model import Document
from resparse.parse import parse
from resparse.read import read
from resparse.write.json import to_json
from tests.wholeness import faults

EXTRACTORS = ("pdftotext", "pdftotext-layout", "pypdf", "pypdfium2")
ENOUGH = {
    "preambular": 0.99,
    "operative": 0.99,
    "item": 0.99,
    "heading": 0.95,
    "footnotes": 0.98,
    "anchors": 0.98,
    "header": 0.98,
    "annex": 0.90,
    "perfect": 0.85,
}
# What is not reached yet, and why.
SHORT = {
    "item": "A/RES/78/253: labels (i) to (vii) with nothing but a heading after them",
    "heading": "A/RES/78/253 and 78/148: headings of a list of themes, and what is taken for them",
}


class Parsed(NamedTuple):
    """What the pass over the corpus gave: its faults by file, and the documents that there is gold for, by file."""

    files: int
    faults: dict[str, list[str]]
    documents: dict[Path, Document]


@pytest.fixture(scope="module")
def parsed(shared: Path) -> Parsed:
    paths = sorted([*(shared / "corpus").rglob("*.txt"), *(shared / "seed").glob("*.txt")])
    found: dict[str, list[str]] = {}
    documents: dict[Path, Document] = {}
    for path in paths:
        source = read(path)
        document = parse(source)
        wrong = faults(document, source)
        if wrong:
            found[str(path.relative_to(shared))] = wrong
        if path.parent.parent.parent.name == "ga-pdf" or path.parent.name == "seed":
            documents[path] = document
    return Parsed(len(paths), found, documents)


@pytest.fixture(scope="module")
def score(shared: Path) -> ModuleType:
    """The program that scores documents against the gold."""
    spec = importlib.util.spec_from_file_location("score", shared / "score" / "score.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def figures(score: ModuleType, gold: Path, parsed: Parsed, folder: Path, *, loose: bool) -> dict[str, Any]:
    """The figures of the documents of a folder; ``loose`` leaves spaces and hyphens out of account."""
    rows = [json.loads(line) for line in gold.read_text("utf-8").splitlines()]
    documents = {
        path.stem: json.loads(to_json(document, indent=False))
        for path, document in parsed.documents.items()
        if path.parent == folder
    }
    score.loose = loose
    with contextlib.redirect_stdout(io.StringIO()) as printed:
        score.report(rows, documents, SimpleNamespace(json=True, worst=0, show=None), "")
    return dict(json.loads(printed.getvalue()))


@pytest.fixture(scope="module")
def extracts(shared: Path, score: ModuleType, parsed: Parsed) -> dict[str, dict[str, Any]]:
    """The figures of each extractor."""
    home = shared / "corpus" / "ga-pdf"
    return {name: figures(score, home / "gold.jsonl", parsed, home / "text" / name, loose=True) for name in EXTRACTORS}


def test_nothing_is_lost_of_any_text(parsed: Parsed) -> None:
    assert parsed.files >= 1_441
    assert parsed.faults == {}


def test_the_sample_is_perfect(shared: Path, score: ModuleType, parsed: Parsed) -> None:
    folder = shared / "seed"
    found = figures(score, folder / "gold.jsonl", parsed, folder, loose=False)
    assert (found["perfect"], found["citations"], found["header"], found["anchors"]) == (1, 1, 1, 1)


def _figure(name: str) -> Any:
    short = [pytest.mark.xfail(reason=SHORT[name], raises=AssertionError)] if name in SHORT else []
    return pytest.param(name, marks=short)


@pytest.mark.parametrize("figure", [_figure(name) for name in ENOUGH])
@pytest.mark.parametrize("extractor", EXTRACTORS)
def test_extracts_come_out_right(extracts: dict[str, dict[str, Any]], extractor: str, figure: str) -> None:
    assert extracts[extractor]["documents"] == 72
    assert extracts[extractor]["lost"] == 0
    assert extracts[extractor][figure] >= ENOUGH[figure]
