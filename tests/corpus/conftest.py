"""The corpus stands beside the project; without it these tests are skipped, and say so."""

from __future__ import annotations

from pathlib import Path

import pytest

SHARED = Path(__file__).parents[3] / "shared"


@pytest.fixture(scope="session")
def shared() -> Path:
    if not (SHARED / "corpus").is_dir():
        pytest.skip(f"no corpus: {SHARED} is not there")
    return SHARED
