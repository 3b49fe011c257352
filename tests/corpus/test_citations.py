"""The resolutions that the United Nations' own XML links are found, more of them than by other programs.

The best of those that were measured finds 94.0 % of the linked resolutions, and 90.7 % of what it finds is linked
(research/peers.md). Not every resolution that a text names is linked, so that precision here is a lower bound.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from pathlib import Path

import pytest

from resparse.parse import parse
from resparse.read import read

PEERS = {"recall": 0.940, "precision": 0.907}
RESOLUTION = re.compile(r"/RES/")
SHORT_FORM = re.compile(r"[\s.]")


@pytest.fixture(scope="module")
def agreed(shared: Path) -> Mapping[str, float]:
    """Recall and precision over the English documents of the Assembly, the organ that they were measured on."""
    found = linked = known = confirmed = 0
    for line in (shared / "corpus" / "akn" / "gold.jsonl").read_text("utf-8").splitlines():
        row = json.loads(line)
        if row["language"] != "eng" or not row["id"].startswith("A_RES"):
            continue
        links = {_key(symbol) for symbol in row["cites"] if RESOLUTION.search(symbol)} - {_key(row["symbol"])}
        cited = _cited(shared / "corpus" / "akn" / "xml" / f"{row['id']}.xml")
        linked, found = linked + len(links), found + len(cited)
        known += len(links & set[str]().union(*cited))
        confirmed += sum(not links.isdisjoint(names) for names in cited)
    return {"recall": known / linked, "precision": confirmed / found}


def _cited(path: Path) -> set[frozenset[str]]:
    return {
        frozenset(map(_key, (one.symbol, *one.aliases)))
        for one in parse(read(path)).citations
        if one.kind == "resolution"
    }


def _key(symbol: str) -> str:
    return SHORT_FORM.sub("", symbol).upper()


@pytest.mark.parametrize("figure", PEERS)
def test_more_than_other_programs(agreed: Mapping[str, float], figure: str) -> None:
    assert agreed[figure] > PEERS[figure]
