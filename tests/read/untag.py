"""Take the tags out of a PDF: structure tree and marks get names that mean nothing, all else stays where it is.

usage: python -m tests.read.untag IN.pdf OUT.pdf
"""

from __future__ import annotations

import re
import sys
import zlib
from pathlib import Path

ROOT = re.compile(rb"/(StructTreeRoot|MarkInfo)\b")
MARK = re.compile(rb"/(Artifact|MCID)\b")
STREAM = re.compile(rb"(?<!end)stream\r?\n")


def untagged(data: bytes) -> bytes:
    """A PDF -> the same without tags, byte for byte as long, so that its table of objects holds."""
    whole, done = bytearray(_renamed(data)), 0
    for found in STREAM.finditer(data):
        if found.end() < done:
            continue
        unpacker = zlib.decompressobj()
        try:
            content = unpacker.decompress(data[found.end() :]) + unpacker.flush()
        except zlib.error:  # an image, or packed in another way
            continue
        done = len(data) - len(unpacker.unused_data)
        if b"/Catalog" in content or (MARK.search(content) and re.search(rb"\sB[DM]C\s", content)):
            whole[found.end() : done] = _packed(content, done - found.end())
    return bytes(whole)


def _renamed(content: bytes) -> bytes:
    return ROOT.sub(lambda name: b"/X".ljust(len(name[0])), content)


def _packed(content: bytes, size: int) -> bytes:
    """Content without tags, packed into so many bytes; operators may move, objects in a stream of objects may not."""
    packer = zlib.compressobj(9, memLevel=9)
    packed = packer.compress(MARK.sub(b"/X", _renamed(content))) + packer.flush()
    if len(packed) > size:
        raise ValueError("a stream grew when its tags were renamed")
    return packed + b"\n" * (size - len(packed))


if __name__ == "__main__":
    Path(sys.argv[2]).write_bytes(untagged(Path(sys.argv[1]).read_bytes()))
