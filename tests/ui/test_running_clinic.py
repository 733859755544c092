"""The running clinic: its past is lived in earnest, and from the handover on it answers to a hand.

Its clock is moved by hand here, so that nothing depends on how fast this computer is.
"""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from helpers import wait_until
from practice_examples import asked

from monitor.commands import Acknowledge, Action, EndSession, PauseInfusion, StartInfusion
from monitor.entries import Published
from monitor.outcomes import AlarmChanged, AlarmPhase, Priority
from monitor.phases import Phase
from monitor.picture import ChairPicture, Shown
from monitor.vitals import VitalSign
from ui.clinic_past import COLLEAGUE, GUESTS, PAST_S, RECOVERING, RISING, WAITING, Guest
from ui.places import capture_path
from ui.requests import Refusal
from ui.running_clinic import RunningClinic

READY_S = 120.0
"""Longer than any computer needs for the past."""


@pytest.fixture(scope="module")
def clinic(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningClinic]:
    """Just handed over; the tests move its clock on one after the other."""
    made = RunningClinic(tmp_path_factory.mktemp("clinic") / "demo.db")
    with closing(made):
        made.start()
        assert made.inbox.drain() == []
        assert made.wait_ready(READY_S)
        made.staff().sit(COLLEAGUE)
        yield made


def seen(clinic: RunningClinic, chair: int) -> ChairPicture:
    picture = clinic.chair(chair).picture
    assert picture is not None
    return picture


def changes(clinic: RunningClinic) -> list[tuple[float, AlarmChanged]]:
    """What has become of the alarms of the rising chair since the last look."""
    return [
        (message.now_s, outcome)
        for message in clinic.inbox.drain(1_000_000)
        if isinstance(message, Published) and message.chair == RISING.chair
        for outcome in message.outcomes
        if isinstance(outcome, AlarmChanged)
    ]


def test_three_chairs_are_found_in_three_phases(clinic: RunningClinic) -> None:
    phases = {guest.chair: seen(clinic, guest.chair).phase for guest in GUESTS}
    assert phases == {
        RECOVERING.chair: Phase.RECOVERY,
        RISING.chair: Phase.TREATING,
        WAITING.chair: Phase.BASELINE,
    }
    assert all(seen(clinic, guest.chair).simulated for guest in GUESTS)
    assert [seen(clinic, guest.chair).now_s for guest in GUESTS] == [one.age_s for one in GUESTS]


def test_nothing_of_the_past_waits_for_anybody(clinic: RunningClinic) -> None:
    for guest in GUESTS:
        picture = seen(clinic, guest.chair)
        assert not any(alarm.waits for alarm in picture.alarms), guest
        assert picture.question is None, guest
        assert picture.sound is None, guest
        assert picture.numerals[VitalSign.SBP].shown is Shown.LIVE, guest


def test_the_window_hears_of_each_chair_once_and_of_no_past(clinic: RunningClinic) -> None:
    heard = [one for one in clinic.inbox.drain(100_000) if isinstance(one, Published)]
    assert [one.chair for one in heard] == [1, 2, 3]
    assert all(one.outcomes == () for one in heard)


def test_every_session_is_on_the_disk_and_began_as_long_ago_as_it_is_old(
    clinic: RunningClinic,
) -> None:
    assert abs(clinic.utc() - time.time()) < READY_S
    rows = {row.patient_id: row for row in clinic.library().rows}
    for guest in GUESTS:
        row = rows[f"DEMO-{guest.chair}"]
        record = clinic.record(row.session_id)
        assert row.simulated
        assert record.anchors[0].utc_s == pytest.approx(clinic.utc() - guest.age_s, abs=0.01)
        assert record.entries[-1].now_s > guest.age_s - 5.0
        assert seen(clinic, guest.chair).recorded_at_s == pytest.approx(guest.age_s, abs=2.0)
        assert capture_path(clinic.db, row.session_id).exists()


def test_the_alarm_of_the_past_was_answered_by_name(clinic: RunningClinic) -> None:
    (row,) = [row for row in clinic.library().rows if row.patient_id == "DEMO-2"]
    answers = [
        entry.what
        for entry in clinic.record(row.session_id).entries
        if isinstance(entry.what, Acknowledge)
    ]
    assert answers
    assert {answer.by for answer in answers} == {COLLEAGUE}


def test_the_first_alarm_is_heard_within_a_minute_and_not_at_once(clinic: RunningClinic) -> None:
    clinic.advance(24.0)
    heard = {AlarmPhase.SOUNDING, AlarmPhase.ESCALATED, AlarmPhase.REMINDED}
    assert not [one for _, one in changes(clinic) if one.state in heard]
    clinic.advance(36.0)
    said = [one for _, one in changes(clinic) if one.state in heard]
    assert any(one.priority is Priority.HIGH and one.alarm == "sbp-very-high" for one in said)
    assert seen(clinic, RISING.chair).sound is Priority.HIGH


def test_unanswered_it_goes_on(clinic: RunningClinic) -> None:
    clinic.advance(90.0)
    assert seen(clinic, RISING.chair).sound is Priority.HIGH
    assert (seen(clinic, RISING.chair).unanswered_s or 0.0) > 60.0


def test_the_chair_that_waits_can_be_begun_by_hand(clinic: RunningClinic) -> None:
    clinic.send(WAITING.chair, StartInfusion(COLLEAGUE))
    assert seen(clinic, WAITING.chair).phase is Phase.TREATING
    with pytest.raises(Refusal, match="Chair 3 has a session already"):
        clinic.open_session(asked(3, "sim:dinamap"))


def test_answered_and_paused_the_pressure_falls_after_ten_minutes_and_not_before(
    clinic: RunningClinic,
) -> None:
    (alarm,) = [one for one in seen(clinic, RISING.chair).alarms if one.waits]
    clinic.send(RISING.chair, Acknowledge(alarm.key, COLLEAGUE, Action.PAUSED))
    clinic.send(RISING.chair, PauseInfusion(COLLEAGUE))
    for other in (RECOVERING, WAITING):  # time goes faster without them
        clinic.send(other.chair, EndSession(COLLEAGUE, reason="demonstrated"))
    before = pressure(clinic)
    assert seen(clinic, RISING.chair).phase is Phase.PAUSED
    clinic.advance(5 * 60.0)
    assert pressure(clinic) >= before - 8.0
    clinic.advance(12 * 60.0)
    assert pressure(clinic) <= before - 20.0


def pressure(clinic: RunningClinic) -> float:
    value = seen(clinic, RISING.chair).numerals[VitalSign.SBP].value
    assert value is not None
    return value


def test_before_it_is_ready_nobody_can_interfere_and_it_can_be_closed(tmp_path: Path) -> None:
    made = RunningClinic(tmp_path / "demo.db", speed=1.0)
    with closing(made):
        made.start()
        made.staff().sit(COLLEAGUE)
        with pytest.raises(Refusal, match="still being set up"):
            made.open_session(asked(4, "sim:dinamap"))
        with pytest.raises(Refusal, match="still being set up"):
            made.send(1, StartInfusion(COLLEAGUE))
        assert not made.ready
        assert 0.0 <= made.lived < 1.0
    assert not made.ready
    assert made.now_s < PAST_S


class WithoutGuests(RunningClinic):
    """Nobody can be received: as with a bug in what plays the past."""

    def _receive(self, guest: Guest) -> None:
        raise RuntimeError(f"guest {guest.chair}")


def test_a_past_that_fails_is_said_and_the_window_still_closes(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    made = WithoutGuests(tmp_path / "demo.db", speed=1.0)
    with closing(made):
        made.start()
        wait_until(lambda: made.trouble, 10.0, "the trouble")
        assert "could not be set up" in made.trouble
        assert not made.ready
    assert "the past of the clinic" in caplog.text
    caplog.clear()
