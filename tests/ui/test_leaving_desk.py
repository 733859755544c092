"""From the end of the drug to the signature, through the window, with the real core behind it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from monitor.commands import EndSession, PauseAudio
from monitor.phases import Phase
from monitor.treatment.commands import UNCLAIMED, DrawDrug, OverrideCriterion, TickCriterion
from tests.ui.leaving_stage import BY, infused, opened, says, scored, sprayed, waits
from tests.ui.treated_desk import TreatedDesk
from ui.chair.leaving_faces import LineState
from ui.chair.leaving_panel import LeavingPanel
from ui.chair.signoff_panel import SignoffPanel
from ui.panels import Panel, Panels
from ui.rems_desk import RemsDesk
from ui.words import say

BY_HAND = ("iv-removed", "escort", "no-driving", "instructions")


@pytest.fixture
def desk(qtbot: QtBot) -> Iterator[TreatedDesk]:
    made = TreatedDesk(qtbot)
    yield made
    made.close()


def panels_of(desk: TreatedDesk) -> Panels:
    return desk.window.shell.panels


def leaving(desk: TreatedDesk) -> LeavingPanel:
    return panels_of(desk).leaving


def signoff(desk: TreatedDesk) -> SignoffPanel:
    return panels_of(desk).signoff


def press_next(desk: TreatedDesk, words: str) -> None:
    tile = desk.window.shell.live.ribbon.next
    assert tile.text() == words
    desk.tap(tile)


def state(desk: TreatedDesk, name: str) -> LineState:
    face = leaving(desk).face
    assert face is not None
    line = face.line(name)
    assert line is not None
    return line.state


def turn_to(desk: TreatedDesk, group: str) -> None:
    desk.tap(leaving(desk).tabs[group])


def ticked(desk: TreatedDesk, *but: str) -> None:
    """Everything that a person ticks."""
    panel = leaving(desk)
    turn_to(desk, "home")
    for name in BY_HAND:
        if panel.rows[name].isVisible() and name not in but:
            desk.tap(panel.rows[name].act)
    if "next-date" not in but:
        desk.tap(panel.rows["next-date"].act)
        desk.tap(panel.why.presets[0])


def test_a_discharge_by_the_rules_ends_with_one_signature(desk: TreatedDesk) -> None:
    infused(desk)
    press_next(desk, "Discharge")
    assert desk.picture.phase is Phase.DISCHARGE
    assert panels_of(desk).is_open(Panel.LEAVING)
    assert state(desk, "time") is LineState.NOT_YET
    assert state(desk, "pump-volume") is LineState.MET
    waits(desk, 62)
    scored(desk)
    assert state(desk, "bp") is LineState.MET
    ticked(desk)
    assert desk.treatment.checks.may_leave
    desk.tap(leaving(desk).sign)
    assert panels_of(desk).is_open(Panel.SIGNOFF)
    desk.tap(signoff(desk).sign)
    assert desk.picture.phase is Phase.SIGNED
    assert desk.backend.commands[-1] == EndSession(BY)
    face = signoff(desk).face
    assert face is not None
    assert face.signed.startswith(f"Signed by {BY} at ")
    assert desk.window.shell.live.ribbon.face is not None
    assert desk.window.shell.live.ribbon.face.title.startswith(f"Signed by {BY} at ")
    assert not signoff(desk).sign.isVisible()


def test_the_evidence_is_told_with_times_and_the_baseline(desk: TreatedDesk) -> None:
    infused(desk)
    press_next(desk, "Discharge")
    waits(desk, 20)
    face = leaving(desk).face
    assert face is not None
    pressure = face.line("bp")
    assert pressure is not None
    assert pressure.told.startswith("Met · 124/78 at ")
    assert pressure.told.count("124/78 at") == 2
    assert pressure.told.endswith("baseline 124/78")
    time = face.line("time")
    assert time is not None
    assert "Not before" in time.told
    assert "not before" in face.summary


def test_ticks_are_one_tap_and_can_be_taken_back(desk: TreatedDesk) -> None:
    infused(desk)
    press_next(desk, "Discharge")
    turn_to(desk, "home")
    row = leaving(desk).rows["escort"]
    desk.tap(row.act)
    assert desk.backend.commands[-1] == TickCriterion("escort", True, BY, "Escort 1")
    assert state(desk, "escort") is LineState.MET
    desk.tap(row.act)
    assert desk.backend.commands[-1] == TickCriterion("escort", False, BY)
    assert state(desk, "escort") is LineState.NOT_MET


def test_the_next_date_goes_with_its_tick(desk: TreatedDesk) -> None:
    infused(desk)
    press_next(desk, "Discharge")
    turn_to(desk, "home")
    panel = leaving(desk)
    desk.tap(panel.rows["next-date"].act)
    panel.why.line.setFocus()
    desk.scan("2026-09-24 at 9")
    assert desk.backend.commands[-1] == TickCriterion("next-date", True, BY, "2026-09-24 at 9")
    assert state(desk, "next-date") is LineState.MET
    assert panel.face is not None
    line = panel.face.line("next-date")
    assert line is not None
    assert "2026-09-24 at 9" in line.told


@pytest.mark.parametrize(
    ("line", "group", "panel"),
    [
        ("bp", "body", Panel.CUFF),
        ("sedation", "asked", Panel.SCORES),
        ("aldrete-padss", "asked", Panel.SCORES),
        ("suicidality", "asked", Panel.SCORES),
        ("waste", "home", Panel.PUMP),
    ],
)
def test_what_is_missing_is_entered_in_its_place(
    desk: TreatedDesk, line: str, group: str, panel: Panel
) -> None:
    infused(desk)
    if line == "waste":
        says(desk, DrawDrug(20.0, "43B", "2028-03-31", BY))
    press_next(desk, "Discharge")
    turn_to(desk, group)
    desk.tap(leaving(desk).rows[line].act)
    assert panels_of(desk).is_open(panel)
    if line == "suicidality":
        assert panels_of(desk).scores.page == "c-ssrs"


def test_a_line_about_the_patient_is_let_go_by_two(desk: TreatedDesk) -> None:
    infused(desk)
    desk.enlist()
    press_next(desk, "Discharge")
    turn_to(desk, "body")
    panel = leaving(desk)
    desk.tap(panel.rows["time"].leave)
    desk.tap(panel.why.presets[0])
    assert BY not in panel.who.people
    desk.tap(panel.who.people["Nurse 2"])
    for digit in "2222":
        desk.tap(panel.who.keys[digit])
    desk.tap(panel.who.ok)
    said = OverrideCriterion("time", say("letting-provider"), BY, "Nurse 2")
    assert desk.backend.commands[-1] == said
    assert state(desk, "time") is LineState.LET_GO
    assert panel.face is not None
    line = panel.face.line("time")
    assert line is not None
    assert "Nurse 2" in line.told


def test_what_is_open_is_named_and_signed_with_a_reason(desk: TreatedDesk) -> None:
    infused(desk)
    desk.enlist()
    press_next(desk, "Discharge")
    desk.tap(leaving(desk).sign)
    panel = signoff(desk)
    assert panel.face is not None
    facts = dict(panel.face.facts)
    assert "Two stable blood pressures" in facts["Open"]
    assert facts["Given"] == "41 mg by the pump's 4.1 mL (41 mg calculated)"
    assert facts["Blood pressure"].startswith("peak 146/90, baseline 124/78")
    desk.tap(panel.sign)
    desk.tap(panel.why.presets[1])
    for digit in "1111":
        desk.tap(panel.who.keys[digit])
    desk.tap(panel.who.ok)
    desk.tap(panel.who.people["Provider 1"])
    for digit in "3333":
        desk.tap(panel.who.keys[digit])
    desk.tap(panel.who.ok)
    assert desk.picture.phase is Phase.SIGNED
    said = EndSession(BY, say("signoff-why-advice"), "Provider 1")
    assert desk.backend.commands[-1] == said
    assert panel.face is not None
    assert "Provider 1" in panel.face.signed
    assert panel.face.because == say("signoff-why-advice")


def test_an_end_before_anything_was_given_asks_why(desk: TreatedDesk) -> None:
    opened(desk)
    desk.window.go("end")
    desk.turn()
    panel = signoff(desk)
    assert panel.face is not None
    assert panel.face.nothing
    desk.tap(panel.sign)
    desk.tap(panel.why.presets[2])
    assert desk.picture.phase is Phase.SIGNED
    assert desk.backend.commands[-1] == EndSession(BY, say("ending-pressure"))


def test_while_it_is_given_nothing_can_be_signed(desk: TreatedDesk) -> None:
    sprayed(desk)
    assert desk.picture.phase is Phase.RECOVERY
    desk.window.go("leaving")
    desk.turn()
    assert leaving(desk).begin.isVisible()
    assert not leaving(desk).sign.isVisible()
    desk.tap(leaving(desk).begin)
    assert desk.picture.phase is Phase.DISCHARGE
    assert leaving(desk).sign.isVisible()


def test_the_form_is_offered_after_the_signature(desk: TreatedDesk, tmp_path: Path) -> None:
    sprayed(desk)
    press_next(desk, "Discharge")
    waits(desk, 25)
    scored(desk)
    ticked(desk)
    desk.window.leaving.open(Panel.SIGNOFF)
    desk.tap(signoff(desk).sign)
    assert desk.picture.phase is Phase.SIGNED
    desk.backend.entries = tuple(desk.backend.kept)
    desk.window.leaving.rems = RemsDesk(desk.backend, tmp_path)
    panel = signoff(desk)
    desk.tap(panel.forms["save"])
    (kept,) = tmp_path.glob("*.pdf")
    assert kept.read_bytes().startswith(b"%PDF")
    assert str(kept) in panel.told
    desk.tap(panel.forms["sent"])
    session = desk.picture.session_id
    (tick,) = [one for one in desk.backend.days.ticks() if one.item == f"form:{session}"]
    assert tick.done
    assert tick.by == BY


def test_afterwards_a_new_session_is_one_tap_away(desk: TreatedDesk) -> None:
    opened(desk)
    desk.window.go("end")
    desk.turn()
    desk.tap(signoff(desk).sign)
    desk.tap(signoff(desk).why.presets[0])
    desk.tap(signoff(desk).new)
    shell = desk.window.shell
    assert shell.pages.currentWidget() is shell.start


def test_a_signature_that_waited_for_names_stays_what_it_was(desk: TreatedDesk) -> None:
    infused(desk)
    says(desk, PauseAudio(UNCLAIMED))
    press_next(desk, "Discharge")
    desk.window.desk.sign(BY, "to the ward", "Provider 1")
    assert not any(isinstance(one, EndSession) for one in desk.backend.commands)
    desk.window.desk.end_unnamed()
    assert desk.backend.commands[-1] == EndSession(BY, "to the ward", "Provider 1")
    desk.turn()
    assert desk.picture.phase is Phase.SIGNED
