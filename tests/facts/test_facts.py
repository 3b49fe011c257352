"""The tables of facts agree with themselves and with what is known from elsewhere."""

from __future__ import annotations

import csv
from datetime import date
from importlib.resources import files
from itertools import pairwise

import pytest

from resparse import facts, profiles

TABLES = sorted(path.name for path in files(facts).iterdir() if path.name.endswith(".csv"))
# Numbers and years as resolutions of other years cite them, and the first and last texts known of some years.
KNOWN = ((1, 1946), (242, 1967), (338, 1973), (687, 1991), (892, 1993), (1325, 2000), (1373, 2001), (1540, 2004))
LATER = ((1701, 2006), (1989, 2011), (2140, 2014), (2195, 2014), (2231, 2015), (2504, 2020), (2650, 2022), (2767, 2024))


@pytest.mark.parametrize("table", TABLES)
def test_each_fact_has_a_source_and_a_certainty(table: str) -> None:
    rows = list(csv.DictReader((files(facts) / table).read_text("utf-8").splitlines()))
    assert rows
    assert [row for row in rows if not row["source"] or row["certainty"] not in ("high", "medium", "low")] == []


@pytest.mark.parametrize("body", profiles.bodies())
def test_regular_sessions_follow_one_another(body: str) -> None:
    regular = [period for name, period in facts.sessions(body).items() if name.isdecimal()]
    for earlier, later in pairwise(regular):
        assert earlier.opening < later.opening
        assert earlier.closing is not None
        assert earlier.closing <= later.opening


@pytest.mark.parametrize("body", profiles.bodies())
def test_no_session_ends_before_it_begins(body: str) -> None:
    periods = [*facts.sessions(body).values(), *facts.volumes().values()]
    assert [period for period in periods if period.closing and period.closing < period.opening] == []


@pytest.mark.parametrize("body", profiles.bodies())
def test_years_and_sessions_have_their_numbers_in_order(body: str) -> None:
    for table in (facts.years(body), facts.roman_numbers(body)):
        assert [entry for entry in table if entry.first > entry.last] == []
        assert [later for earlier, later in pairwise(table) if later.first <= earlier.last] == []


@pytest.mark.parametrize("body", [body for body in profiles.bodies() if facts.years(body)])
def test_years_leave_no_number_out(body: str) -> None:
    assert [later for earlier, later in pairwise(facts.years(body)) if later.first != earlier.last + 1] == []


def test_volumes_follow_one_another() -> None:
    volumes = sorted(facts.volumes().items())
    following = [(a, b) for (m, a), (n, b) in pairwise(volumes) if n == m + 1]
    assert len(following) > 15
    assert [(a, b) for a, b in following if a.closing and (b.opening - a.closing).days != 1] == []


@pytest.mark.parametrize(("number", "year"), [*KNOWN, *LATER])
def test_the_year_of_a_security_council_resolution(number: int, year: int) -> None:
    found = facts.year_of("sc", number)
    assert found is not None
    assert found.key == str(year)


def test_numbers_that_no_year_has() -> None:
    assert facts.year_of("sc", 0) is None
    assert facts.year_of("sc", 9999) is None
    assert facts.year_of("ga", 1) is None


@pytest.mark.parametrize(
    ("session", "day", "held"),
    [
        ("72", date(2017, 12, 6), True),
        ("72", date(2018, 12, 6), False),
        ("70", date(2016, 9, 13), True),  # the day on which the 71st session opened
        ("71", date(2016, 9, 13), True),
        ("S-27", date(2002, 5, 10), True),
        ("ES-10", date(2024, 5, 10), True),
        ("ES-6", date(1981, 1, 12), False),
    ],
)
def test_the_days_of_a_session(session: str, day: date, held: bool) -> None:
    period = facts.sessions("ga")[session]
    assert period.holds(day) is held


def test_what_no_table_tells_is_not_known() -> None:
    assert "500" not in facts.sessions("ga")
    assert facts.sessions("unknown") == {}
    assert facts.last_session("sc") == 0
    assert facts.last_session("hrc") >= 60


@pytest.mark.parametrize(
    ("session", "number", "possible"),
    [
        ("3", 217, True),
        ("3", 200, True),
        ("4", 217, False),
        ("21", 2200, True),
        ("20", 2200, False),
        ("S-6", 3201, True),
        ("S-7", 3201, False),
        ("30", 3520, True),
        ("9999", 1, True),
    ],
)
def test_a_number_between_the_known_ones_of_its_session(session: str, number: int, possible: bool) -> None:
    assert facts.roman_session_may_have("ga", session, number) is possible


def test_supplements_and_committees() -> None:
    assert facts.supplements()[53].startswith("Human Rights Council")
    assert sorted(facts.committees("ga")) == [1, 2, 3, 4, 5, 6]
    assert facts.committees("sc") == {}
