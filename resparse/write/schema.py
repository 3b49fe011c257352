"""The model -> the JSON Schema of resparse/1."""

from __future__ import annotations

from typing import Any

import msgspec

from resparse.model import FORMAT, Document

DIALECT = "https://json-schema.org/draft/2020-12/schema"


def schema() -> dict[str, Any]:
    """The schema that every document fits, by JSON Schema draft 2020-12."""
    model = msgspec.json.schema(Document)
    for definition in model["$defs"].values():
        definition["description"] = " ".join(definition.get("description", "").split())
    return {"$schema": DIALECT, "$id": f"urn:{FORMAT.replace('/', ':')}", "title": FORMAT, **model}


def schema_json() -> str:
    """The schema as ``resparse schema`` prints it, fields in the order of the model."""
    return msgspec.json.format(msgspec.json.encode(schema()), indent=2).decode()
