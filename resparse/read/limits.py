"""How much an input may cost before it is refused."""

from __future__ import annotations

from msgspec import Struct


class Limits(Struct, frozen=True):
    """Size in bytes, memory in MiB, processor time in seconds; each has its option of the command line."""

    size: int = 100_000_000
    pages: int = 2_000
    characters: int = 20_000_000
    memory: int = 1024
    seconds: float = 30.0
