"""Adding to a session that is over: what is taken, what is refused; nothing else moves."""

from __future__ import annotations

import shutil
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest
from helpers import share_of_examples
from hypothesis import given
from hypothesis import strategies as st

from data import queries, vault
from data.afterwards import Place, amend
from data.audit import Audit, AuditKind
from data.courses import course_of
from data.errors import (
    AmendmentRefused,
    NoSuchSession,
    StoreError,
    StoreLocked,
    StoreMissing,
    StoreUnwritable,
    WrongKey,
)
from data.export.deidentify import days_back, deidentified
from data.manifest import verify
from data.record_file import writing
from data.store import SessionStore
from monitor.amendments import Addendum, Amendment, Correct, NewValue
from monitor.commands import ManualCuff, Note
from monitor.entries import Entry
from monitor.events import Resumed
from monitor.vitals import CuffResult
from tests.data.journal_examples import left_behind
from tests.data.record_examples import NAME, course, start_anchor
from tests.data.tampering import intruding

KEY = bytes(range(48))
UTC = 1_760_100_000.0
CUT_OFF, SIGNED = "s-cut", "s-signed"
SECRET = "she is the mayor's sister"


def manual(session_id: str) -> list[Entry]:
    """A course with a pressure that a person measured in the middle of it."""
    whole = course(session_id, seconds=90, ended=session_id == SIGNED)
    at = next(place for place, one in enumerate(whole) if one.now_s > 40.0)
    more = [*whole[:at], replace(whole[at], what=ManualCuff(194.0, 96.0, "RN")), *whole[at:]]
    return [replace(one, seq=seq) for seq, one in enumerate(more)]


LINES = {name: manual(name) for name in (CUT_OFF, SIGNED)}
PRESSURE = next(one.seq for one in LINES[CUT_OFF] if isinstance(one.what, ManualCuff))
CUFF = next(one.seq for one in LINES[CUT_OFF] if isinstance(one.what, CuffResult))
NOTE = next(one.seq for one in LINES[CUT_OFF] if isinstance(one.what, Note))
END_S = LINES[CUT_OFF][-1].now_s


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("made") / "record.db"
    with SessionStore.open(path, KEY) as store:
        for name, lines in LINES.items():
            store.write(lines, [start_anchor(name)])
    return path


@pytest.fixture
def path(made: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy(made, tmp_path / "record.db"))


def place(path: Path, *running: str, key: bytes | None = KEY, spill: Path | None = None) -> Place:
    return Place(path, key, lambda session_id: session_id in running, spill)


def correct(line: int = PRESSURE, **values: float) -> Correct:
    told = tuple(NewValue(name, value) for name, value in (values or {"sbp": 149.0}).items())
    return Correct(line, told, "typed wrong", "Nurse 1", UTC, 60)


def addendum(text: str = "SBP was 149, not 194", about: int | None = PRESSURE) -> Addendum:
    return Addendum(text, "Nurse 1", UTC, 60, about)


def entries(path: Path, session_id: str = CUT_OFF) -> list[Entry]:
    with SessionStore.open(path, KEY, read_only=True) as store:
        return list(store.entries(session_id))


def canonical(path: Path, session_id: str) -> list[bytes]:
    """Every line of the session, byte for byte as it is hashed."""
    connection = vault.connect(path, KEY, read_only=True)
    try:
        facts = queries.find(connection, session_id)
        return [one.canonical for one in queries.items(connection, facts.n, session_id)]
    finally:
        connection.close()


# ---- what is added ------------------------------------------------------------------------------


def test_a_correction_stands_behind_the_last_line_at_the_last_moment(path: Path) -> None:
    added = amend(place(path), CUT_OFF, correct())
    assert added == Entry(CUT_OFF, len(LINES[CUT_OFF]), END_S, correct())
    assert entries(path) == [*LINES[CUT_OFF], added]
    assert verify(path, KEY) == []


def test_what_was_there_stays_byte_for_byte(path: Path) -> None:
    before = {name: canonical(path, name) for name in LINES}
    amend(place(path), CUT_OFF, correct())
    amend(place(path), SIGNED, addendum())
    for name, lines in before.items():
        assert canonical(path, name)[:-1] == lines


def test_a_signed_session_that_is_added_to_is_sealed_anew_by_whoever_did(path: Path) -> None:
    with SessionStore.open(path, KEY, read_only=True) as store:
        before = store.sealed(SIGNED)
    amend(place(path), SIGNED, addendum())
    with SessionStore.open(path, KEY, read_only=True) as store:
        assert store.sealed(SIGNED) != before
    told = [one for one in Audit(path, KEY).lines() if one.session_id == SIGNED][-2:]
    assert [(one.kind, one.by) for one in told] == [
        (AuditKind.ADDENDUM, "Nurse 1"),
        (AuditKind.SESSION_SIGNED, "Nurse 1"),
    ]
    assert told[0].facts == {"line": len(LINES[SIGNED]), "about": PRESSURE}
    assert verify(path, KEY) == []


def test_the_audit_trail_says_who_corrected_which_line_and_nothing_of_the_patient(
    path: Path,
) -> None:
    amend(place(path), CUT_OFF, replace(correct(), reason=SECRET))
    line = Audit(path, KEY).lines()[-1]
    assert (line.kind, line.by, line.session_id) == (AuditKind.CORRECTED, "Nurse 1", CUT_OFF)
    assert line.facts == {"line": len(LINES[CUT_OFF]), "about": PRESSURE}


def test_the_list_of_sessions_and_the_course_follow_the_correction(path: Path) -> None:
    def peaks() -> tuple[object, ...]:
        with SessionStore.open(path, KEY, read_only=True) as store:
            line = store.summary(CUT_OFF)
        course = course_of(path, KEY, NAME, simulated=True)
        past = next(one for one in course.sessions if one.session_id == CUT_OFF)
        dose = (line.weight_kg, line.dose_mg, line.mg_per_kg)
        assert (line.peak_sbp, past.plan.weight_kg) == (past.peak_sbp, line.weight_kg)
        return line.peak_sbp, line.cuff_count, *dose

    assert peaks() == (194.0, 2, 82.0, 41.0, 0.5)
    amend(place(path), CUT_OFF, correct(sbp=149.0))
    assert peaks() == (150.0, 2, 82.0, 41.0, 0.5)
    amend(place(path), CUT_OFF, correct(CUFF, artefact=1.0))
    assert peaks() == (149.0, 1, 82.0, 41.0, 0.5)
    amend(place(path), CUT_OFF, correct(CUFF, artefact=0.0))
    assert peaks() == (150.0, 2, 82.0, 41.0, 0.5)
    amend(place(path), CUT_OFF, correct(0, weight_kg=50.0))
    assert peaks() == (150.0, 2, 50.0, 41.0, 0.82)
    assert verify(path, KEY) == []


def test_a_session_that_was_corrected_goes_on_and_is_signed(path: Path) -> None:
    """A writer that had the session open before goes on behind the correction."""
    with SessionStore.open(path, KEY) as writer:
        last = LINES[CUT_OFF][-1].seq
        writer.write([Entry(CUT_OFF, last + 1, END_S, Resumed(END_S))])
        amend(place(path), CUT_OFF, correct())
        rest = course(CUT_OFF, seconds=90)[-2:]
        writer.write([replace(one, seq=last + 3 + n) for n, one in enumerate(rest)])
        assert writer.summary(CUT_OFF).phase == "signed"
    assert verify(path, KEY) == []
    with pytest.raises(AmendmentRefused, match="takes addenda only"):
        amend(place(path), CUT_OFF, correct(sbp=150.0))


def test_an_unambiguous_beginning_of_the_id_is_enough(path: Path) -> None:
    assert amend(place(path), "s-c", correct()).session_id == CUT_OFF
    with pytest.raises(NoSuchSession):
        amend(place(path), "s-", correct())


def test_a_record_in_clear_takes_amendments_too(tmp_path: Path) -> None:
    path = tmp_path / "record.db"
    with SessionStore.open(path) as store:
        store.write(LINES[CUT_OFF], [start_anchor(CUT_OFF)])
    amend(place(path, key=None), CUT_OFF, correct())
    assert verify(path, None) == []


kinds = st.one_of(
    st.builds(lambda value: correct(sbp=float(value)), st.integers(0, 400)),
    st.builds(lambda value: correct(dbp=float(value)), st.integers(0, 400)),
    st.builds(lambda value: correct(artefact=value), st.sampled_from([0.0, 1.0])),
    st.builds(lambda value: correct(CUFF, artefact=value), st.sampled_from([0.0, 1.0])),
    st.builds(lambda value: correct(0, weight_kg=value), st.floats(40.0, 200.0)),
    st.builds(lambda value: correct(0, dose_mg=value), st.floats(30.0, 60.0)),
    st.builds(addendum, st.text(min_size=1, max_size=20), st.sampled_from([None, NOTE])),
)


@share_of_examples(0.1)
@given(st.lists(kinds, min_size=50, max_size=50))
def test_verify_is_green_after_fifty_random_amendments(
    made: Path, tmp_path_factory: pytest.TempPathFactory, said: list[Amendment]
) -> None:
    path = Path(shutil.copy(made, tmp_path_factory.mktemp("fifty") / "record.db"))
    before, added = canonical(path, CUT_OFF), 0
    for one in said:
        try:
            amend(place(path), CUT_OFF, one)
            added += 1
        except AmendmentRefused:
            continue  # it says what is recorded already, or nothing
    assert canonical(path, CUT_OFF)[: len(before)] == before
    assert len(canonical(path, CUT_OFF)) == len(before) + added
    assert verify(path, KEY) == []


# ---- what is refused ----------------------------------------------------------------------------

REFUSALS: list[tuple[str, Amendment, tuple[str, ...], str]] = [
    (CUT_OFF, correct(), (), ""),
    (CUT_OFF, addendum(), (), ""),
    (SIGNED, addendum(), (), ""),
    (SIGNED, addendum(about=None), (), ""),
    (SIGNED, correct(), (), "amend-signed"),
    (SIGNED, correct(CUFF, artefact=1.0), (), "amend-signed"),
    (CUT_OFF, correct(), (CUT_OFF,), "amend-running"),
    (CUT_OFF, addendum(), (CUT_OFF,), "amend-running"),
    (SIGNED, addendum(), (SIGNED,), "amend-running"),
    (CUT_OFF, correct(), (SIGNED,), ""),
    (CUT_OFF, correct(9999), (), "amend-no-line"),
    (CUT_OFF, correct(sbp=1940.0), (), "amend-impossible"),
    (CUT_OFF, correct(CUFF, sbp=149.0), (), "amend-not-this"),
    (CUT_OFF, correct(sbp=194.0), (), "amend-the-same"),
    (CUT_OFF, replace(correct(), reason=""), (), "amend-no-reason"),
    (CUT_OFF, replace(correct(), by=""), (), "amend-nobody"),
    (SIGNED, addendum(" "), (), "amend-no-text"),
]


@pytest.mark.parametrize(("session_id", "said", "running", "reason"), REFUSALS)
def test_the_table_of_what_each_session_takes(
    path: Path, session_id: str, said: Amendment, running: tuple[str, ...], reason: str
) -> None:
    before = canonical(path, session_id)
    if reason:
        with pytest.raises(AmendmentRefused) as refused:
            amend(place(path, *running), session_id, said)
        assert refused.value.reason == reason
        assert "{" not in str(refused.value)
        assert canonical(path, session_id) == before
    else:
        amend(place(path, *running), session_id, said)
        assert len(canonical(path, session_id)) == len(before) + 1
    assert verify(path, KEY) == []


def test_a_session_without_a_line_has_nothing_to_add_to(tmp_path: Path) -> None:
    path = tmp_path / "record.db"
    with SessionStore.open(path, KEY) as store:
        store.write([], [start_anchor(CUT_OFF)])
    with pytest.raises(AmendmentRefused, match="never opened"):
        amend(place(path), CUT_OFF, addendum(about=None))


# ---- surroundings that are in the way -----------------------------------------------------------


def test_without_a_record_none_is_made(tmp_path: Path) -> None:
    with pytest.raises(StoreMissing):
        amend(place(tmp_path / "record.db"), CUT_OFF, correct())
    assert list(tmp_path.iterdir()) == []


def test_a_wrong_key_adds_nothing(path: Path) -> None:
    with pytest.raises(WrongKey):
        amend(place(path, key=bytes(48)), CUT_OFF, correct())
    assert entries(path) == LINES[CUT_OFF]


@contextmanager
def full_disk() -> Iterator[None]:
    """No file of this process can grow: the system says what it says when there is no room."""
    resource = pytest.importorskip("resource", reason="Windows knows no such limit")
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


def test_a_full_disk_adds_nothing_and_says_so(path: Path) -> None:
    with full_disk(), pytest.raises(StoreUnwritable):
        amend(place(path), CUT_OFF, correct())
    assert entries(path) == LINES[CUT_OFF]
    assert verify(path, KEY) == []
    amend(place(path), CUT_OFF, correct())
    assert verify(path, KEY) == []


def test_a_record_that_another_program_holds_is_not_added_to(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(vault, "WAIT_FOR_LOCK_S", 0.05)
    with writing(path, KEY) as connection:
        connection.execute("UPDATE sessions SET chair = chair")
        with pytest.raises(StoreLocked):
            amend(place(path), CUT_OFF, correct())
    assert entries(path) == LINES[CUT_OFF]


def test_whoever_writes_meanwhile_makes_it_be_decided_again(path: Path) -> None:
    """Two seats correct the same line at once: both are kept, one after the other."""
    started = threading.Barrier(2)
    failures: list[StoreError] = []

    def seat(name: str, value: float) -> None:
        started.wait(10.0)
        for more in range(5):
            try:
                amend(place(path), CUT_OFF, replace(correct(sbp=value + more), by=name))
            except StoreError as error:
                failures.append(error)

    seats = [threading.Thread(target=seat, args=(f"Nurse {n}", 100.0 + 50.0 * n)) for n in (1, 2)]
    for one in seats:
        one.start()
    for one in seats:
        one.join()
    added = entries(path)[len(LINES[CUT_OFF]) :]
    assert [one.seq for one in added] == [len(LINES[CUT_OFF]) + n for n in range(len(added))]
    assert len(added) + len(failures) == 10
    assert all(isinstance(error, StoreLocked) for error in failures)
    assert verify(path, KEY) == []


def test_what_only_the_journal_has_comes_into_the_record_before(tmp_path: Path) -> None:
    path, spill = tmp_path / "record.db", tmp_path / "spill"
    lines = LINES[CUT_OFF]
    with SessionStore.open(path, KEY) as store:
        store.write(lines[:60], [start_anchor(CUT_OFF)])
    left_behind(spill, path, [start_anchor(CUT_OFF), *lines], key=KEY)
    amend(place(path, spill=spill), CUT_OFF, correct())
    assert entries(path) == [*lines, Entry(CUT_OFF, len(lines), END_S, correct())]
    amend(place(path, spill=spill), CUT_OFF, correct(sbp=150.0))
    assert verify(path, KEY) == []


# ---- what becomes of it -------------------------------------------------------------------------


@pytest.mark.parametrize("kind", ["correct", "addendum"])
def test_who_changes_an_amendment_with_sql_is_found(path: Path, kind: str) -> None:
    amend(place(path), CUT_OFF, correct())
    amend(place(path), SIGNED, addendum())
    with intruding(path) as he:
        (row,) = he.rows("events", "WHERE kind = ?", kind)
        he.set("events", row, body=str(row["body"]).replace("149", "153"))
    name, line = (CUT_OFF, LINES[CUT_OFF]) if kind == "correct" else (SIGNED, LINES[SIGNED])
    (defect,) = verify(path, KEY)
    assert (defect.session_id, defect.seq) == (name, len(line))


@pytest.mark.parametrize("session_id", [CUT_OFF, SIGNED])
def test_who_takes_an_amendment_away_is_found(path: Path, session_id: str) -> None:
    amend(place(path), session_id, addendum())
    with intruding(path) as he:
        (row,) = he.rows("events", "WHERE kind = 'addendum'")
        he.delete("events", row)
    assert [one.session_id for one in verify(path, KEY)] == [session_id]


def test_an_export_without_names_keeps_the_values_and_drops_the_words_and_the_day(
    path: Path,
) -> None:
    amend(place(path), CUT_OFF, replace(correct(), reason=SECRET))
    amend(place(path), CUT_OFF, addendum(SECRET))
    amend(place(path), CUT_OFF, Correct(NOTE, (NewValue("text", None, SECRET),), "x", "RN", UTC))
    secret = b"k" * 32
    told, _anchors = deidentified(entries(path), [start_anchor(CUT_OFF)], secret)
    assert SECRET not in repr(told)
    assert "Nurse 1" not in repr(told)
    first = next(one.what for one in told if isinstance(one.what, Correct))
    assert first.values == (NewValue("sbp", 149.0),)
    assert first.utc_s == UTC - days_back(NAME, secret) * 86_400.0
