"""A practice session by clicks and keys in the real window, and the helper that clicks them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from practice_window import PracticeWindow, practice_window

from devices.simulated.scenario.mishaps import Surge
from monitor.commands import StartInfusion
from monitor.phases import Phase
from ui.chair.bottom_bar import KEYS, Act
from ui.requests import DeviceRequest, SessionRequest
from ui.words import say

NURSE = "Nurse 1"


@pytest.fixture
def seat(tmp_path: Path) -> Iterator[PracticeWindow]:
    with practice_window(tmp_path) as made:
        yield made


def asked(chair: int, kind: str, url: str) -> SessionRequest:
    return SessionRequest(
        chair=chair,
        patient_id=f"P-{chair}",
        initials="",
        birth_year=None,
        weight_kg=80.0,
        mg_per_kg=0.5,
        minutes=40.0,
        profile="adult-iv",
        nibp_interval_min=5.0,
        devices=(DeviceRequest(url, kind),),
        by=NURSE,
    )


def begin(seat: PracticeWindow, port: str = "sim:ivy-450c", monitor: str = "Ivy") -> None:
    """Through the page on which sessions are begun."""
    seat.write(say("start-patient-id"), "4711")
    seat.write(say("start-weight"), "80")
    seat.choose(say("device-drivers"), monitor)
    seat.choose(say("device-ports"), port)
    seat.click(say("start-go"))
    seat.settle(lambda: seat.window.state.chairs, "the session")


def test_a_session_is_begun_on_the_page_and_seen_in_its_record(seat: PracticeWindow) -> None:
    begin(seat)
    typed = len("4711") + len("80")
    assert (seat.clicks, seat.keys, len(seat.log)) == (5, typed, 7)
    seat.advance(60.0)
    assert seat.sees(say("simulated"))
    assert seat.picture(1).patient_id == "4711"
    (kept,) = seat.read_back().values()
    (opened,) = kept.all("session-opened")
    assert (opened["patient"]["weight_kg"], opened["by"], opened["simulated"]) == (
        80.0,
        NURSE,
        True,
    )
    assert len(kept.all("numerics")) > 50


def test_a_treatment_is_taken_to_its_end_by_what_can_be_seen(seat: PracticeWindow) -> None:
    seat.backend.open_session(asked(1, "ivy-450c", "sim:ivy-450c"))
    seat.advance(300.0)
    seat.click(say("step-start"))
    assert seat.picture(1).phase is Phase.TREATING
    seat.advance(600.0)
    seat.press(KEYS[Act.PAUSE])
    assert seat.picture(1).phase is Phase.PAUSED
    seat.advance(120.0)
    seat.click(say("do-resume"))
    seat.advance(300.0)
    seat.click(say("step-stop"))
    seat.click(say("ask-stop-yes"))
    assert seat.picture(1).phase is Phase.RECOVERY
    assert seat.backend.chair(1).given_mg == pytest.approx(15.0, abs=1e-6)
    seat.advance(60.0)
    seat.click(say("step-end"))
    seat.click(say("ask-end-yes"))
    seat.advance(1.0)
    assert seat.picture(1).phase is Phase.SIGNED
    assert seat.shot("ended").stat().st_size > 10_000
    assert (seat.clicks, seat.keys) == (6, 1)
    (kept,) = seat.read_back().values()
    assert kept.moments("start-infusion") == [300.0]
    assert kept.moments("pause-infusion") == [900.0]
    assert kept.moments("end-session") == [1380.0]
    assert len(kept.all("cuff-result")) >= 5


def test_only_what_can_be_operated_is(seat: PracticeWindow) -> None:
    with pytest.raises(pytest.fail.Exception, match="nothing called 'Heart transplant'"):
        seat.click("Heart transplant")
    with pytest.raises(pytest.fail.Exception, match="nothing called"):
        seat.click(say("do-pause"))  # disabled: there is no session
    with pytest.raises(pytest.fail.Exception, match="disabled"):
        seat.click_on(seat.window.shell.bottom.tiles[Act.PAUSE])
    with pytest.raises(pytest.fail.Exception, match="not visible"):
        seat.click_on(seat.window.shell.panels.note)
    seat.backend.open_session(asked(1, "ivy-450c", "sim:ivy-450c"))
    seat.advance(5.0)
    cover = seat.window.shell.broken
    cover.show()
    cover.raise_()
    with pytest.raises(pytest.fail.Exception, match="covered"):
        seat.click(say("step-start"))
    assert seat.picture(1).phase is Phase.BASELINE


def test_the_emergency_key_is_held(seat: PracticeWindow) -> None:
    seat.backend.open_session(asked(1, "ivy-450c", "sim:ivy-450c"))
    seat.advance(5.0)
    seat.hold(KEYS[Act.EMERGENCY], lambda: seat.picture(1).emergency is not None)
    assert (seat.clicks, seat.keys) == (0, 1)


def test_what_befalls_one_chair_alarms_on_no_other(seat: PracticeWindow) -> None:
    for chair in range(1, 4):
        seat.backend.open_session(asked(chair, "ge-dash", f"sim:ge-dash#{chair}"))
    seat.advance(300.0, look_every_s=10.0)
    for chair in range(1, 4):
        seat.backend.send(chair, StartInfusion(NURSE))
    seat.backend.happen(2, Surge(95.0, 55.0))
    seat.advance(400.0, look_every_s=10.0)
    alarms = {chair: [one.alarm for one in seat.picture(chair).alarms] for chair in (1, 2, 3)}
    assert "sbp-extreme" in alarms[2]
    assert (alarms[1], alarms[3]) == ([], [])
