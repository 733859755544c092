"""Eight chairs with eight monitors, values and words that name their chair: nothing crosses.

Rule 1: what is to happen comes from a seed, so that a campaign that fails can be run again.
Rule 2: a monitor shows exactly the numbers that name its chair, until something befalls it; what
        befalls it names its chair too.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from helpers import wait_until
from practice_window import Kept, PracticeWindow, practice_window

from devices.simulated.scenario.mishaps import CableOut, CuffFails, NextCuff, ProbeOff
from monitor.chair import Chair
from monitor.commands import Acknowledge, ManualCuff, Note, NoteKind, PauseAudio, StartInfusion
from monitor.entries import ChairBroken, Entry
from monitor.events import (
    DeviceFacts,
    Event,
    LinkChanged,
    LinkReason,
    LinkState,
    Numerics,
    SessionOpened,
)
from monitor.limits import PROFILES
from monitor.outcomes import Priority
from monitor.people import Patient
from monitor.plan import Plan
from monitor.sounding import Sounding
from monitor.station import Station, Ways
from monitor.treatment.commands import GiveDrug, Scale, Score
from monitor.vitals import Reading, VitalSign
from ui.requests import DeviceRequest, SessionRequest

CHAIRS = range(1, 9)
KINDS = (
    "ivy-450c", "dinamap", "ge-s5", "par-nibp2010", "ge-dash", "ivy-450c", "dinamap", "ge-dash",
)  # fmt: skip
"""One of each chair; each gives a cuff."""
SBP, DBP, RATE, SPO2 = 110, 60, 70, 91
"""Each with the number of the chair added to it; SpO2 stays above its limits."""
HIGH, TALL = 160, 100
"""A pressure out of bounds, and a limit that is never the same on two chairs."""
SIGNS = {VitalSign.SBP: SBP, VitalSign.DBP: DBP, VitalSign.HR: RATE, VitalSign.PULSE: RATE,
         VitalSign.SPO2: SPO2}  # fmt: skip
STEP_S = 15.0
REST_S = 60.0
SHORT_S, WHOLE_S = 600.0, 7200.0


@pytest.fixture
def seat(tmp_path: Path) -> Iterator[PracticeWindow]:
    with practice_window(tmp_path) as made:
        yield made


def nurse_of(chair: int) -> str:
    return f"Nurse of {chair}"


def port(chair: int, kind: str) -> str:
    like = {"sbp": SBP, "dbp": DBP, "hr": RATE, "spo2": SPO2}
    query = "&".join(f"{sign}={value + chair}" for sign, value in like.items())
    return f"sim:{kind}#{chair}?{query}"


def begin(seat: PracticeWindow, chair: int) -> str:
    kind = KINDS[chair - 1]
    return seat.backend.open_session(
        SessionRequest(
            chair=chair,
            patient_id=f"P-{chair}",
            initials=f"C{chair}",
            birth_year=None,
            weight_kg=70.0 + chair,
            mg_per_kg=0.5,
            minutes=40.0,
            profile="adult-iv",
            nibp_interval_min=5.0,
            devices=(DeviceRequest(port(chair, kind), kind),),
            by=nurse_of(chair),
        )
    )


@dataclass(slots=True)
class Campaign:
    """What was said and done at each chair, by chance."""

    seat: PracticeWindow
    chance: random.Random
    noted: dict[int, list[str]] = field(default_factory=lambda: {n: [] for n in CHAIRS})
    pressures: dict[int, set[tuple[float, float]]] = field(
        default_factory=lambda: {n: {(float(SBP + n), float(DBP + n))} for n in CHAIRS}
    )
    tried: int = 0

    def something(self) -> None:
        """At one chair, by chance."""
        chair = self.chance.choice(CHAIRS)
        self.tried += 1
        self.chance.choice((self._say, self._say, self._measure, self._alarm, self._answer,
                            self._fail, self._score))(chair)  # fmt: skip

    def _say(self, chair: int) -> None:
        text = f"of chair {chair}, {self.tried}"
        self.noted[chair].append(text)
        note = Note(f"n-{self.tried}", NoteKind.FREE_TEXT, text, nurse_of(chair))
        self.seat.backend.send(chair, note)

    def _measure(self, chair: int) -> None:
        """By hand; the numbers name the chair as well."""
        self.pressures[chair].add((float(SBP + 10 + chair), float(DBP + 10 + chair)))
        said = ManualCuff(SBP + 10.0 + chair, DBP + 10.0 + chair, nurse_of(chair))
        self.seat.backend.send(chair, said)

    def _alarm(self, chair: int) -> None:
        """A cuff out of bounds, with numbers that name the chair."""
        self.pressures[chair].add((float(HIGH + chair), float(TALL + chair)))
        self.seat.backend.happen(chair, NextCuff(HIGH + chair, TALL + chair))

    def _answer(self, chair: int) -> None:
        for alarm in self.seat.picture(chair).alarms:
            self.seat.backend.send(chair, Acknowledge(alarm.key, nurse_of(chair)))
        self.seat.backend.send(chair, PauseAudio(nurse_of(chair)))

    def _fail(self, chair: int) -> None:
        mishap = self.chance.choice((CuffFails(), ProbeOff(20.0), CableOut(25.0)))
        self.seat.backend.happen(chair, mishap)

    def _score(self, chair: int) -> None:
        self.seat.backend.send(chair, Score(Scale.PAIN, chair, nurse_of(chair)))
        given = GiveDrug(f"drug {chair}", "1", "mg", "IV", "Provider 1", nurse_of(chair))
        self.seat.backend.send(chair, given)

    def look(self) -> None:
        """Nothing stands at a chair that is not of it."""
        for chair in CHAIRS:
            picture = self.seat.picture(chair)
            assert (picture.chair, picture.patient_id) == (chair, f"P-{chair}")
            numerals = picture.numerals
            for sign in (VitalSign.HR, VitalSign.PULSE, VitalSign.SPO2):
                value = numerals[sign].value if sign in numerals else None
                assert value in {None, SIGNS[sign] + chair}, (chair, sign, value)
            pair = (numerals[VitalSign.SBP].value, numerals[VitalSign.DBP].value)
            assert pair == (None, None) or pair in self.pressures[chair], (chair, pair)
            assert [line.note.text for line in picture.notes] == self.noted[chair]
            for alarm in picture.alarms:
                assert alarm.value is None or (alarm.value - chair) % 10 == 0, (chair, alarm)

    def check(self, chair: int, kept: Kept) -> None:
        """The record of one chair, as somebody else reads it."""
        by_hand = {(one["sbp"], one["dbp"]) for one in kept.all("manual-cuff")}
        measured = {(one["sbp"], one["dbp"]) for one in kept.all("cuff-result")}
        assert (SBP + chair, DBP + chair) in measured
        assert by_hand | measured <= self.pressures[chair]
        said = {
            (reading["sign"], reading["value"])
            for body in kept.all("numerics")
            for reading in body["readings"]
            if reading["sign"] in {"hr", "pulse", "spo2"}
        }
        assert said
        assert said <= {
            ("hr", RATE + chair), ("pulse", RATE + chair), ("spo2", SPO2 + chair)
        }  # fmt: skip
        assert [note["text"] for note in kept.all("note")] == self.noted[chair]
        assert {one["total"] for one in kept.all("score")} <= {chair}
        assert {one["drug"] for one in kept.all("give-drug")} <= {f"drug {chair}"}
        names = {body["by"] for _, _, _, body in kept.entries if isinstance(body.get("by"), str)}
        assert names == {nurse_of(chair)}
        assert not kept.defects


def campaign(seat: PracticeWindow, seconds: float, seed: int) -> None:
    sessions = {begin(seat, chair): chair for chair in CHAIRS}
    seat.advance(REST_S, STEP_S)
    for chair in CHAIRS:
        seat.backend.send(chair, StartInfusion(nurse_of(chair)))
    ran = Campaign(seat, random.Random(seed))
    while seat.backend.now_s < REST_S + seconds:
        ran.something()
        seat.advance(STEP_S, STEP_S)
        ran.look()
    kept = seat.read_back()
    assert set(kept) == set(sessions)
    for session, chair in sessions.items():
        ran.check(chair, kept[session])
    assert any(one.all("alarm-changed") for one in kept.values())


def test_no_value_no_alarm_and_no_word_crosses(seat: PracticeWindow) -> None:
    campaign(seat, SHORT_S, seed=8)


@pytest.mark.soak
@pytest.mark.parametrize("seed", range(3))
def test_nothing_crosses_in_two_hours(seat: PracticeWindow, seed: int) -> None:
    campaign(seat, WHOLE_S, seed)


def test_a_cable_that_is_pulled_is_lost_on_its_own_chair(seat: PracticeWindow) -> None:
    for chair in CHAIRS:
        begin(seat, chair)
    seat.advance(60.0, STEP_S)
    for chair in CHAIRS:
        seat.backend.send(chair, StartInfusion(nurse_of(chair)))
    seat.backend.happen(5, CableOut())
    seat.advance(120.0, STEP_S)
    for chair in CHAIRS:
        picture = seat.picture(chair)
        rate = [picture.numerals[s].value for s in (VitalSign.HR, VitalSign.PULSE)
                if s in picture.numerals]  # fmt: skip
        alarms = [alarm.alarm for alarm in picture.alarms]
        if chair == 5:
            assert "link-lost" in alarms
            assert set(rate) == {None}
        else:
            assert alarms == []
            assert RATE + chair in rate
    seat.advance(10.0)
    assert seat.sees("Chair 5")


class Poisoned(Chair):
    """Its core has a bug that shows at one heart rate."""

    def take(self, event: Event | None, now: float) -> None:
        if isinstance(event, Numerics) and event.readings[0].value == POISON:
            raise ZeroDivisionError("a bug at this rate")
        super().take(event, now)


POISON = 99.0
SOURCE = "device:test"
DEVICE = DeviceFacts("test", SOURCE, 5.0, 10.0, frozenset(VitalSign))


def seated(station: Station, chair: int, entries: list[Entry], kind: type[Chair]) -> None:
    opened = SessionOpened(
        session_id=f"s-{chair}",
        chair=chair,
        patient=Patient(f"P-{chair}", 70.0 + chair),
        plan=Plan(0.5, 70.0 + chair, 40.0),
        profile=PROFILES["adult-iv"],
        devices=(DEVICE,),
        nibp_interval_s=300.0,
        simulated=True,
        by=nurse_of(chair),
    )
    made = kind(opened, entries.append, lambda _published: None)
    made.begin()
    station.join(made, 0.0)
    up = LinkChanged(LinkState.UP, LinkReason.CONNECTED, SOURCE)
    station.hear(chair, 0.0, (up, StartInfusion(nurse_of(chair))))


def test_a_chair_whose_core_breaks_takes_no_other_with_it(
    caplog: pytest.LogCaptureFixture,
) -> None:
    broken: list[ChairBroken] = []
    sounds: list[tuple[Sounding, ...]] = []
    ways = Ways(lambda _anchor: None, sounds.append, lambda: None, broken.append)
    station = Station(ways, clock=lambda: 200.0, utc=lambda: 1_700_000_000.0)
    station.start()
    entries: dict[int, list[Entry]] = {chair: [] for chair in CHAIRS}
    try:
        for chair in CHAIRS:
            seated(station, chair, entries[chair], Poisoned if chair == 5 else Chair)
        for second in range(1, 201):
            for chair in CHAIRS:
                rate = POISON if (chair, second) == (5, 100) else float(RATE + chair)
                heard = Numerics((Reading(VitalSign.HR, rate, SOURCE),))
                station.hear(chair, float(second), (heard,))
        wait_until(lambda: broken, timeout_s=60.0, what="the bug")
    finally:
        station.stop()
    assert [one.chair for one in broken] == [5]
    assert "chair 5 stopped being judged" in caplog.text
    assert sounds[-1][0] == Sounding(5, Priority.HIGH)
    for chair in CHAIRS:
        values = [one.what.readings[0].value for one in entries[chair]
                  if isinstance(one.what, Numerics)]  # fmt: skip
        assert values == [RATE + chair] * (99 if chair == 5 else 200)
        assert [one.seq for one in entries[chair]] == list(range(len(entries[chair])))
