from __future__ import annotations

from pathlib import Path

import pytest
from record_examples import course, start_anchor

from data.errors import NoSuchSession
from data.store import SessionStore
from tests.data.test_partial import tear
from ui.handing_over import FORMATS, hand_over, material_of
from ui.library import Library
from ui.reading_back import as_it_is

KEY = bytes(range(48))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    place = tmp_path / "record.db"
    with SessionStore.open(place, KEY) as store:
        store.write(course("s-1", 400), [start_anchor("s-1")])
    return place


def test_a_whole_session_misses_nothing(path: Path) -> None:
    there = as_it_is(path, KEY, "s-")
    assert list(there.entries) == course("s-1", 400)
    assert there.missing == ""
    assert len(there.head) == 64


def test_a_damaged_session_opens_for_review_and_says_what_is_missing(path: Path) -> None:
    tear(path, "UPDATE numerics SET layout = 99999 WHERE session = 1 AND seq BETWEEN 100 AND 120")
    tear(path, "UPDATE numerics SET layout = 99999 WHERE session = 1 AND seq = 200")
    record = Library(path, KEY).record("s-1")
    whole = course("s-1", 400)
    left = [one for one in whole if one.seq not in {*range(100, 121), 200}]
    assert [one.seq for one in record.entries] == [one.seq for one in left]
    assert record.missing.startswith(f"{len(whole) - len(left)} lines of this session")
    assert "between 10:5" in record.missing
    assert record.row.patient_id == "P-4711-Lovelace"


@pytest.mark.parametrize("kind", FORMATS)
def test_what_is_left_is_handed_over_in_every_format(
    kind: str, path: Path, tmp_path: Path
) -> None:
    tear(path, "UPDATE numerics SET layout = 99999 WHERE session = 1 AND seq BETWEEN 100 AND 120")
    made = material_of(path, KEY, "s-1")
    assert made.missing
    assert hand_over(made, kind, tmp_path / "out") > 0


def test_a_torn_line_of_the_library_hides_no_session(path: Path) -> None:
    tear(path, "UPDATE sessions SET opened_utc = -1e300, chair = NULL WHERE n = 1")
    there = as_it_is(path, KEY, "s-1")
    assert list(there.entries) == course("s-1", 400)
    assert there.summary.opened_utc_s == start_anchor().utc_s


def test_a_session_that_is_not_there_is_named(path: Path) -> None:
    with pytest.raises(NoSuchSession):
        as_it_is(path, KEY, "s-9")
