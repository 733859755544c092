"""What is not finished when a day closes, from the record of real sessions."""

from __future__ import annotations

import time
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.audit import Audit, AuditKind
from data.closing import closing, form_item
from data.courses import PatientCourse, course_of
from data.day_book import ClosingView, DayBook, LedgerLine, Moment
from data.store import SessionStore
from data.vault import connect
from monitor.commands import Acknowledge, Note, NoteKind, StartInfusion
from monitor.people import Patient
from monitor.plan import Plan
from monitor.treatment.commands import UNCLAIMED, Claim, DrawDrug, PumpVolume, WasteDrug
from tests.data.past_treatments import (
    BASELINE,
    DAY_S,
    NOON_UTC_S,
    NURSE,
    PATIENT,
    Said,
    drawn,
    iv_treatment,
    keep,
    nasal_treatment,
    opened,
    wasted,
)

EVENING = Moment(NOON_UTC_S + 6 * 3600.0, 0)
VOLUME: Said = (2550.0, PumpVolume(4.0, NURSE))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    place = tmp_path / "record.db"
    SessionStore.open(place).close()
    note_backup(place, EVENING)
    return place


def note_backup(path: Path, at: Moment, *, verified: bool = True) -> None:
    """As `data/backup.py` does it."""
    Audit(path, None).note(AuditKind.BACKUP, "", at.utc_s, at=at.utc_s, verified=verified)


def after(days: float) -> Moment:
    return Moment(EVENING.utc_s + days * DAY_S, 0)


def whats(path: Path, now: Moment = EVENING) -> list[tuple[str, str, str]]:
    found = closing(path, None, now).unfinished
    return [(one.session_id, one.what, one.text) for one in found if one.what != "backup"]


def test_a_day_on_which_nothing_happened_wants_nothing_but_its_backup(tmp_path: Path) -> None:
    path = tmp_path / "record.db"
    SessionStore.open(path).close()
    empty = closing(path, None, EVENING)
    assert [(one.session_id, one.what) for one in empty.unfinished] == [("", "backup")]
    note_backup(path, EVENING, verified=False)
    DayBook(path, None).tick("backup", True, "by hand", NURSE, EVENING)
    assert [one.what for one in closing(path, None, EVENING).unfinished] == ["backup"]
    note_backup(path, EVENING)
    assert closing(path, None, EVENING) == ClosingView()
    note_backup(path, EVENING, verified=False)
    assert closing(path, None, EVENING) == ClosingView()
    assert [one.what for one in closing(path, None, after(1)).unfinished] == ["backup"]


def test_a_session_that_is_all_done_is_not_mentioned(path: Path) -> None:
    keep(path, opened(), iv_treatment(drawn(50.0), wasted(10.0), VOLUME))
    view = closing(path, None, EVENING)
    assert view.unfinished == ()
    assert view.ledger == (LedgerLine("L1", "", 50.0, 40.0, 10.0),)
    assert view.ledger[0].missing_mg == 0.0


def test_a_session_that_nobody_signed_is_named_for_a_week(path: Path) -> None:
    keep(path, opened(), [(60.0, StartInfusion(NURSE)), (900.0, BASELINE)])
    assert whats(path) == [("s-1", "unsigned", "")]
    assert closing(path, None, EVENING).unfinished[0].patient_id == PATIENT
    assert whats(path, after(7)) == [("s-1", "unsigned", "")]
    assert whats(path, after(8)) == []


def test_entries_that_nobody_claimed_are_counted_as_the_chair_counts_them(path: Path) -> None:
    note = Note("n1", NoteKind.FREE_TEXT, f'she said "by":"{UNCLAIMED}"', NURSE)
    said = iv_treatment(
        (300.0, replace(note, by=UNCLAIMED)),
        (310.0, Claim(UNCLAIMED)),
        (320.0, Claim(NURSE)),
        (400.0, replace(note, note_id="n2")),
        (500.0, replace(note, note_id="n3", by=UNCLAIMED)),
        (501.0, Acknowledge("none", UNCLAIMED)),
    )
    played = keep(path, opened(), said)
    assert whats(path) == [("s-1", "unclaimed", str(played.treatment().people.unclaimed))]
    assert played.treatment().people.unclaimed == 2


def test_the_form_of_a_nasal_treatment_is_due_in_a_week_until_it_is_ticked(path: Path) -> None:
    keep(path, opened(profile="intranasal"), nasal_treatment())
    due = after(7).day.isoformat()
    assert whats(path) == [("s-1", "form", due)]
    assert whats(path, after(7)) == [("s-1", "form", due)]
    assert whats(path, after(8)) == [("s-1", "form-late", due)]
    assert whats(path, after(40)) == []
    DayBook(path, None).tick(form_item("s-1"), True, "", NURSE, after(3))
    assert whats(path, after(3)) == whats(path, after(8)) == []


def test_no_form_is_due_for_ketamine_by_the_nose_or_for_nothing_given(path: Path) -> None:
    plain = Plan(None, 80.0, 40.0, fixed_mg=50.0)
    keep(path, opened("s-1", "intranasal", plan=plain), nasal_treatment())
    keep(path, opened("s-2", "intranasal"), [(5.0, BASELINE)])
    assert [what for _, what, _ in whats(path)] == ["unsigned"]


def test_drug_that_was_drawn_wants_its_volume_and_its_rest(path: Path) -> None:
    keep(path, opened(), iv_treatment(drawn(50.0)))
    assert whats(path) == [("s-1", "pump", ""), ("s-1", "waste", "10.0")]


def test_while_it_runs_nothing_is_missing_but_the_signature(path: Path) -> None:
    keep(path, opened(), [drawn(50.0), (60.0, StartInfusion(NURSE)), (900.0, BASELINE)])
    assert whats(path) == [("s-1", "unsigned", "")]


def test_drug_that_was_drawn_and_never_given_is_missing_too(path: Path) -> None:
    keep(path, opened(), [drawn(50.0), (60.0, BASELINE)])
    connection = connect(path, None, read_only=False)
    connection.execute("UPDATE sessions SET phase = 'signed', ended_ms = last_ms")
    connection.close()
    assert whats(path) == [("s-1", "waste", "50.0")]


def test_the_ledger_goes_by_lot_over_all_patients_of_the_day(path: Path) -> None:
    keep(path, opened("s-1"), iv_treatment(drawn(50.0), wasted(10.0), VOLUME))
    two_lots = iv_treatment(drawn(30.0), drawn(20.0, "L2", 31.0), wasted(9.0, "L2"), VOLUME)
    keep(path, opened("s-2", patient=Patient("P-2", 80.0)), two_lots, utc_s=NOON_UTC_S + 3600)
    keep(path, opened("s-3"), iv_treatment(drawn(99.0)), utc_s=NOON_UTC_S - DAY_S)
    assert closing(path, None, EVENING).ledger == (
        LedgerLine("L1", "", 80.0, 70.0, 10.0),
        LedgerLine("L2", "", 20.0, 10.0, 9.0),
    )


def test_more_given_than_was_drawn_is_missing_from_the_last_vial(path: Path) -> None:
    keep(
        path,
        opened(),
        iv_treatment(drawn(25.0), (31.0, DrawDrug(5.0, "L1", "", NURSE, "v2")), VOLUME),
    )
    lines = closing(path, None, EVENING).ledger
    assert [(one.vial, one.given_mg, one.missing_mg) for one in lines] == [
        ("", 25.0, 0.0),
        ("v2", 15.0, -10.0),
    ]


@given(
    st.lists(
        st.tuples(st.sampled_from("AB"), st.floats(1.0, 60.0), st.floats(0.1, 20.0)),
        min_size=1,
        max_size=4,
    )
)
def test_the_ledger_loses_no_milligram(
    tmp_path_factory: pytest.TempPathFactory, vials: list[tuple[str, float, float]]
) -> None:
    path = tmp_path_factory.mktemp("ledger") / "record.db"
    drawing: list[Said] = [(30.0, DrawDrug(mg, lot, "", NURSE)) for lot, mg, _ in vials]
    wasting: list[Said] = [(40.0, WasteDrug(mg, lot, "Nurse 2", NURSE)) for lot, _, mg in vials]
    keep(path, opened(), iv_treatment(*drawing, *wasting, VOLUME))
    ledger = closing(path, None, EVENING).ledger
    assert sum(one.drawn_mg for one in ledger) == pytest.approx(sum(v[1] for v in vials), abs=0.05)
    assert sum(one.wasted_mg for one in ledger) == pytest.approx(
        sum(v[2] for v in vials), abs=0.05
    )
    assert sum(one.given_mg for one in ledger) == pytest.approx(40.0, abs=0.05)


def test_sessions_of_the_demo_count_in_the_demo_only(path: Path) -> None:
    keep(path, opened(simulated=True), [(60.0, StartInfusion(NURSE)), drawn(50.0, at=70.0)])
    assert closing(path, None, EVENING) == ClosingView()
    demo = closing(path, None, EVENING, simulated=True)
    assert [one.what for one in demo.unfinished] == ["unsigned"]
    assert len(demo.ledger) == 1


def test_a_session_that_cannot_be_read_is_named_and_hides_no_other(path: Path) -> None:
    keep(path, opened("s-1"), [(60.0, StartInfusion(NURSE))])
    keep(path, opened("s-2"), [(60.0, StartInfusion(NURSE))], utc_s=NOON_UTC_S - 60.0)
    connection = connect(path, None, read_only=False)
    connection.execute(
        "UPDATE events SET body = 'x' WHERE session = 1 AND kind = 'session-opened'"
    )
    connection.close()
    assert whats(path) == [("s-1", "unreadable", ""), ("s-2", "unsigned", "")]


def test_entries_of_a_session_that_was_never_opened_are_nobodys(path: Path) -> None:
    played = keep(path, opened("s-1"), [(60.0, StartInfusion(NURSE))])
    with SessionStore.open(path) as store:
        store.write([replace(one, session_id="s-2") for one in played.entries[1:]])
    now = Moment(time.time(), 0)  # without an opening it is dated by the computer's clock
    assert "s-2" not in {session for session, _, _ in whats(path, now)}
    assert course_of(path, None, "") == PatientCourse("")


def test_a_session_belongs_to_the_local_day_on_which_it_was_opened(path: Path) -> None:
    keep(path, opened(), iv_treatment(drawn(50.0), wasted(10.0), VOLUME))
    past_midnight = Moment(NOON_UTC_S + 14 * 3600.0, -180)  # 23:00 there
    assert len(closing(path, None, past_midnight).ledger) == 1
    assert closing(path, None, replace(past_midnight, offset_min=0)).ledger == ()


def test_the_pumps_of_the_day_say_what_was_calculated_and_what_they_say(path: Path) -> None:
    keep(path, opened("s-1"), iv_treatment(drawn(50.0), wasted(10.0), VOLUME))
    keep(path, opened("s-2"), iv_treatment(drawn(50.0)), utc_s=NOON_UTC_S + 3600)
    keep(path, opened("s-3", profile="intranasal"), nasal_treatment(), utc_s=NOON_UTC_S + 7200)
    keep(path, opened("s-4"), iv_treatment(VOLUME), utc_s=NOON_UTC_S - DAY_S)
    pumps = closing(path, None, EVENING).pumps
    assert [(one.session_id, one.calculated_ml, one.pump_ml) for one in pumps] == [
        ("s-2", 4.0, None),
        ("s-1", 4.0, 4.0),
    ]
