"""JSON that is no document is said to be so in one line."""

from __future__ import annotations

import codecs

import pytest

from resparse.read.error import InputError
from resparse.read.json import from_json, is_json
from resparse.write.json import to_json
from tests.documents import DOCUMENT

LINE = to_json(DOCUMENT, indent=False)
FAULTS = (
    ("another format", '{"format": "resparse/2"}', ("line 1", '"resparse/2"', "resparse/1")),
    ("no format", '\n{"a": 1}', ("line 2", "no format")),
    ("no object", f"{LINE}\n[]", ("line 2", "no format")),
    ("cut off", LINE[:200], ("line 1", "cut off")),
    ("not whole", '{"format": "resparse/1"}', ("line 1", "`generator`")),
    ("a field of another type", LINE.replace('"pages":2', '"pages":"2"'), ("line 1", "$.source.pages")),
    ("text after a document", f"{LINE}\nThe General Assembly,", ("line 2", "broken JSON")),
    ("nested too deep", '{"a":' * 200_000, ("line 1", "too deep")),
    ("a number without end", '{"a":' + "1" * 10_000 + "}", ("line 1",)),
    ("half a surrogate pair", LINE.replace("lights", "\\ud800"), ("line 1",)),
)


@pytest.mark.parametrize(("text", "says"), [case[1:] for case in FAULTS], ids=[case[0] for case in FAULTS])
def test_faults_are_said_in_one_line(text: str, says: tuple[str, ...]) -> None:
    with pytest.raises(InputError) as caught:
        list(from_json(text))
    message = str(caught.value)
    assert "\n" not in message
    assert [part for part in says if part not in message] == []


def test_documents_come_before_a_fault() -> None:
    documents = from_json(f"{LINE}\n{{}}")
    assert next(documents).header.symbol == "A/RES/99/501"
    with pytest.raises(InputError, match="line 2"):
        next(documents)


def test_lone_surrogates_cost_themselves_and_nothing_else() -> None:
    [document] = from_json(LINE.replace("By day", "By \udce9"))
    assert document.operative[0].children[0].text == "By \ufffd;"


def test_fields_of_later_versions_are_passed_over() -> None:
    assert [document.header for document in from_json(LINE.replace('"header":{', '"header":{"mood":1,'))]


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b'{"format"', True),
        (b' \n{\n  "format"', True),
        (b"{}", True),
        (codecs.BOM_UTF8 + b'{"a"', True),
        (codecs.BOM_UTF16_LE + '{ "a"'.encode("utf-16-le"), True),
        (b"", False),
        (b"{the General Assembly}", False),
        (b'The General Assembly, {"', False),
        (b'["a"]', False),
    ],
)
def test_json_is_told_by_its_first_characters(data: bytes, expected: bool) -> None:
    assert is_json(data) is expected
