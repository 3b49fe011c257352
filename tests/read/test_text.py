"""Bytes and strings become one kind of text, or one line that says why not."""

from __future__ import annotations

import codecs
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from resparse.read.error import InputError
from resparse.read.text import decode, read_text, source_of

DECODED = (
    ("UTF-8", "Türkiye — ‘a’".encode(), None, "Türkiye — ‘a’"),
    ("UTF-8 with its mark", codecs.BOM_UTF8 + b"a", None, "a"),
    ("UTF-16 little-endian", codecs.BOM_UTF16_LE + "ü".encode("utf-16-le"), None, "ü"),
    ("UTF-16 big-endian", codecs.BOM_UTF16_BE + "ü".encode("utf-16-be"), None, "ü"),
    ("UTF-32 little-endian", codecs.BOM_UTF32_LE + "ü".encode("utf-32-le"), None, "ü"),
    ("UTF-32 big-endian", codecs.BOM_UTF32_BE + "ü".encode("utf-32-be"), None, "ü"),
    ("an encoding that is named", b"T\xfcrkiye \x93a\x94", "cp1252", "Türkiye “a”"),
    ("a name wins over a mark", b"\xff\xfea", "cp1252", "ÿþa"),
    ("a name that agrees with the mark", codecs.BOM_UTF8 + b"a", "utf-8", "a"),
    ("UTF-16 without a mark, named", "ab".encode("utf-16-le"), "utf-16-le", "ab"),
)
FAULTS = (
    ("a foreign byte", b"caf\xe9 x", None, ("not UTF-8", "0xE9", "offset 3", "--encoding cp1252")),
    ("a foreign byte after a mark", codecs.BOM_UTF8 + b"caf\xe9 x", None, ("not UTF-8", "0xE9", "offset 6")),
    ("half a character at the end", b"caf\xc3", None, ("not UTF-8", "offset 3")),
    ("half a unit", codecs.BOM_UTF16_LE + b"a\0b", None, ("not UTF-16", "offset 4")),
    ("not in the encoding named", b"\x81 a", "cp1252", ("not CP1252", "0x81", "offset 0", "another")),
    ("an encoding that is none", b"a", "klingon", ("'klingon'", "--encoding utf-8")),
    ("a codec that is no text encoding", b"a", "hex", ("'hex'", "--encoding utf-8")),
    ("an encoding with a NUL", b"a", "\0", ("--encoding utf-8",)),
    ("NUL bytes", b"abc\0", None, ("binary", "offset 3", "--encoding")),
    ("blank", b" \n\f\n\f", None, ("blank", "scanned")),
    ("no letter", b"12 3\n\f__\n", None, ("no letter", "scanned")),
)


@pytest.mark.parametrize(
    ("data", "encoding", "text"), [case[1:] for case in DECODED], ids=[case[0] for case in DECODED]
)
def test_decoded(data: bytes, encoding: str | None, text: str) -> None:
    assert decode(data, encoding) == text


@pytest.mark.parametrize(("data", "encoding", "says"), [case[1:] for case in FAULTS], ids=[case[0] for case in FAULTS])
def test_faults_are_said_in_one_line(data: bytes, encoding: str | None, says: tuple[str, ...]) -> None:
    with pytest.raises(InputError) as caught:
        read_text(data, encoding=encoding)
    message = str(caught.value)
    assert "\n" not in message
    assert [part for part in says if part not in message] == []


def test_every_newline_is_one() -> None:
    assert source_of("a\r\nb\rc\u0085d\u2028e\u2029f\vg\nh").text == "a\nb\nc\nd\ne\nf\ng\nh"


def test_form_feeds_part_pages_and_end_lines() -> None:
    source = source_of("a\r\n\fb\fc")
    assert source.text == "a\n\fb\fc"
    assert [source.text[start:end] for start, end in source.pages] == ["a\n", "b", "c"]


def test_a_lone_surrogate_becomes_one_replacement_character() -> None:
    assert source_of("a\ud800b\udfffc").text == "a\ufffdb\ufffdc"


@given(st.text(alphabet=st.characters(codec=None)))
def test_any_string_is_a_source(text: str) -> None:
    source = source_of(text)
    source.text.encode()
    assert len(source.text) == len(text.replace("\r\n", "\n"))


@given(st.binary())
def test_any_bytes_are_a_source_or_an_input_error(data: bytes) -> None:
    with suppress(InputError):
        assert read_text(data).text
