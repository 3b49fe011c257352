"""What a note's marker looks like, wherever it is raised."""

from __future__ import annotations

import re

# Digits, asterisks, daggers or a letter, alone or in brackets (Arabic).
MARKER = re.compile(r"[(\[]?(?:\d{1,3}|\*{1,4}|[†‡§¶]{1,2}|[a-z])[)\]]?")


def is_marker(raised: str, before: str) -> bool:
    """Whether raised characters are markers and, after what stands before them, no ordinal (15th, 16a, no)."""
    ordinal = raised.isalpha() and re.search(r"\d$|\b\w$", before)
    return not ordinal and all(map(MARKER.fullmatch, re.split(r"[,\s]+", raised.strip())))
