"""Is anything in this record of a patient, and does it keep an audit trail?"""

from __future__ import annotations

from pathlib import Path

import pytest
from record_examples import opening

from data.errors import StoreMissing
from data.patients_here import holds_patients, keeps_trail
from data.store import SessionStore
from monitor.entries import Entry


def test_a_record_of_simulated_sessions_is_of_nobody(tmp_path: Path) -> None:
    path = tmp_path / "record.db"
    with SessionStore.open(path) as store:
        assert not holds_patients(path, None)
        store.write([Entry("demo", 0, 0.0, opening("demo", simulated=True))])
        assert not holds_patients(path, None)
        store.write([Entry("s-1", 0, 0.0, opening("s-1", simulated=False))])
    assert holds_patients(path, None)
    assert keeps_trail(path, None)


def test_a_record_that_is_not_there_says_so(tmp_path: Path) -> None:
    for question in (holds_patients, keeps_trail):
        with pytest.raises(StoreMissing):
            question(tmp_path / "none.db", None)
