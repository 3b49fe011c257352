"""What the samples become, whole: accepted with ``pytest --accept`` and reviewed in the diff."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest
from msgspec.structs import replace

from resparse.model import Generator
from resparse.parse import parse
from resparse.read import read
from resparse.write.json import to_json
from resparse.write.schema import schema
from tests.wholeness import faults

GOLDEN = Path(__file__).with_name("golden")
SAMPLES = sorted((Path(__file__).parents[1] / "samples").glob("*.txt"))
ANY_VERSION = Generator("resparse", "any")


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda sample: sample.stem)
def test_a_sample_becomes_what_was_accepted(sample: Path, request: pytest.FixtureRequest) -> None:
    source = read(sample)
    document = parse(replace(source, name=sample.name))
    written = to_json(replace(document, generator=ANY_VERSION)) + "\n"
    golden = GOLDEN / f"{sample.stem}.json"
    if request.config.getoption("accept"):
        golden.parent.mkdir(exist_ok=True)
        golden.write_text(written, "utf-8", newline="\n")
    jsonschema.Draft202012Validator(schema()).validate(json.loads(written))
    assert faults(document, source) == []
    assert golden.read_text("utf-8").splitlines() == written.splitlines()


def test_nothing_is_accepted_without_a_sample() -> None:
    assert sorted(golden.stem for golden in GOLDEN.iterdir()) == [sample.stem for sample in SAMPLES]
