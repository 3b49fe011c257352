"""JSON: what is written is what is read, and it fits the schema."""

from __future__ import annotations

import json

import jsonschema
import pytest
from msgspec import UNSET
from msgspec.structs import replace

from resparse.read.json import from_json
from resparse.write.json import to_json
from resparse.write.schema import schema, schema_json
from tests.documents import DOCUMENT, SOURCE

BARE = replace(DOCUMENT, source=replace(DOCUMENT.source, text=UNSET))


def test_the_text_of_the_source_is_written_on_request() -> None:
    assert "text" not in json.loads(to_json(DOCUMENT))["source"]
    assert json.loads(to_json(DOCUMENT, with_source=True))["source"]["text"] == SOURCE.text
    assert to_json(BARE, with_source=True) == to_json(BARE)


def test_pretty_or_on_one_line() -> None:
    assert to_json(DOCUMENT).startswith('{\n  "format": "resparse/1",\n')
    assert "\n" not in to_json(DOCUMENT, indent=False)
    assert "“x”" in to_json(DOCUMENT)
    assert json.loads(to_json(DOCUMENT)) == json.loads(to_json(DOCUMENT, indent=False))


@pytest.mark.parametrize("indent", [True, False])
def test_what_is_written_is_read_again(indent: bool) -> None:
    whole = to_json(DOCUMENT, with_source=True, indent=indent)
    assert list(from_json(whole)) == [DOCUMENT]
    assert list(from_json(to_json(DOCUMENT, indent=indent))) == [BARE]
    assert list(from_json(f"\n{whole}{whole}\n\n{whole}\n")) == [DOCUMENT] * 3


def test_documents_fit_the_schema() -> None:
    jsonschema.Draft202012Validator.check_schema(schema())
    validator = jsonschema.Draft202012Validator(schema())
    validator.validate(json.loads(to_json(DOCUMENT)))
    validator.validate(json.loads(to_json(DOCUMENT, with_source=True)))
    assert not validator.is_valid({**json.loads(to_json(DOCUMENT)), "format": "resparse/2"})
    assert not validator.is_valid({**json.loads(to_json(DOCUMENT)), "operative": None})


def test_the_schema_names_itself() -> None:
    printed = json.loads(schema_json())
    assert printed["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert (printed["$id"], printed["title"]) == ("urn:resparse:1", "resparse/1")
