"""From the door to the start, through the window, with the real core behind it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from monitor.phases import Phase
from monitor.routes import Route
from monitor.treatment.commands import AnswerQuestion, DrawDrug, GiveDose, Mount, SetPlan
from monitor.treatment.view import Go
from tests.ui.treated_desk import TreatedDesk
from ui.chair.screening_panel import ScreeningPanel
from ui.panels import Panel, Panels

VIAL = "0105412345000013172803311042A"
MOST_TAPS = 18
BY_ITSELF = (("pregnancy", "not-applicable"), ("suicidality", "none"), ("escort", "named"))


@pytest.fixture
def desk(qtbot: QtBot) -> Iterator[TreatedDesk]:
    made = TreatedDesk(qtbot)
    yield made
    made.close()


def panels_of(desk: TreatedDesk) -> Panels:
    return desk.window.shell.panels


def opened(desk: TreatedDesk, line: int = 0) -> None:
    """The patient of one line of today's list."""
    page = desk.window.shell.start
    desk.tap(page.aside.today.lines[line])
    if not page.fields["weight"].text():
        desk.qtbot.keyClicks(page.fields["weight"].line, "82")
    desk.tap(page.start)
    desk.turn()


def group_with(panel: ScreeningPanel, question: str) -> str:
    assert panel.face is not None
    rows = panel.face.rows
    return next(group for group in rows if question in {row.id for row in rows[group]})


def reply(desk: TreatedDesk, question: str, answer: str) -> None:
    panel = panels_of(desk).screening
    if not panel.rows[question].isVisible():
        desk.tap(panel.tabs[group_with(panel, question)])
    desk.tap(panel.rows[question].tiles[answer])


def screened(desk: TreatedDesk) -> None:
    """All clear, what is asked by itself, and the escort's name."""
    panel = panels_of(desk).screening
    desk.tap(panel.clear)
    for question, answer in BY_ITSELF:
        reply(desk, question, answer)
    desk.scan("Escort 1, 555-0100")


def planned(desk: TreatedDesk) -> None:
    plan = panels_of(desk).plan
    desk.tap(plan.controls.concentrations[10.0])
    desk.tap(plan.keep)


def next_step(desk: TreatedDesk) -> str:
    return desk.window.shell.live.ribbon.next.text()


def press_next(desk: TreatedDesk) -> None:
    desk.tap(desk.window.shell.live.ribbon.next)


def sign_in(desk: TreatedDesk, name: str, pin: str) -> None:
    who = panels_of(desk).screening.who
    desk.tap(who.people[name])
    for digit in pin:
        desk.tap(who.keys[digit])
    desk.tap(who.ok)


def test_a_normal_infusion_is_started_in_few_taps(desk: TreatedDesk) -> None:
    panels = panels_of(desk)
    opened(desk)
    assert desk.picture.phase is Phase.SCREENING
    assert panels.is_open(Panel.SCREENING)
    screened(desk)
    assert desk.picture.phase is Phase.BASELINE
    desk.tap(panels.screening.on)
    desk.tap(panels.plan.controls.concentrations[10.0])
    panels.plan.vial.lot.setFocus()
    desk.scan(VIAL)
    desk.tap(panels.plan.keep)
    assert not panels.any_open
    for _ in range(3):
        desk.measure(126.0, 78.0)
    assert desk.treatment.checks.decision.go is Go.GO
    press_next(desk)
    assert desk.picture.phase is Phase.TREATING
    assert desk.taps <= MOST_TAPS
    assert desk.taps == 10


def test_what_was_tapped_is_what_was_said(desk: TreatedDesk) -> None:
    opened(desk)
    screened(desk)
    desk.tap(panels_of(desk).screening.on)
    planned(desk)
    said = desk.backend.commands
    (mount,) = [one for one in said if isinstance(one, Mount)]
    assert (mount.cuff_arm, mount.by) == ("left", "Nurse 1")
    escort = [one for one in said if isinstance(one, AnswerQuestion) and one.text]
    assert [(one.question, one.text) for one in escort] == [("escort", "Escort 1, 555-0100")]
    (plan,) = [one for one in said if isinstance(one, SetPlan)]
    assert (plan.plan.dose_mg, plan.plan.volume_ml, plan.profile) == (41.0, 4.1, None)
    assert desk.treatment.giving.plan == plan.plan
    assert {chair for chair, _command in desk.backend.sent} == {2}


def test_a_scanned_vial_is_in_the_record(desk: TreatedDesk) -> None:
    opened(desk)
    screened(desk)
    plan = panels_of(desk).plan
    desk.tap(panels_of(desk).screening.on)
    desk.scan(VIAL)
    planned(desk)
    assert DrawDrug(41.0, "42A", "2028-03-31", "Nurse 1") in desk.backend.commands
    (vial,) = desk.treatment.giving.vials
    assert (vial.lot, vial.mg) == ("42A", 41.0)
    assert not plan.isVisible()


def test_a_caution_is_signed_before_the_start(desk: TreatedDesk) -> None:
    desk.enlist()
    opened(desk)
    screened(desk)
    desk.tap(panels_of(desk).screening.on)
    planned(desk)
    for _ in range(3):
        desk.measure(152.0, 84.0)
    assert next_step(desk) == "Caution: sign"
    press_next(desk)
    desk.tap(panels_of(desk).screening.sign)
    sign_in(desk, "Provider 1", "1234")
    assert desk.treatment.checks.decision.signed_by == ""
    for digit in "3333":
        desk.tap(panels_of(desk).screening.who.keys[digit])
    desk.tap(panels_of(desk).screening.who.ok)
    assert desk.treatment.checks.decision.provider == "Provider 1"
    desk.tap(panels_of(desk).screening.on)
    assert desk.picture.phase is Phase.TREATING


def test_a_no_go_is_overridden_with_reason_provider_and_second_person(desk: TreatedDesk) -> None:
    desk.enlist()
    opened(desk)
    reply(desk, "aneurysm-avm-bleed", "yes")
    panels = panels_of(desk)
    desk.tap(panels.screening.keep)
    screened(desk)
    assert "NO-GO" in panels.screening.card.accessibleName()
    desk.tap(panels.screening.sign)
    desk.tap(panels.screening.signing.why.presets[0])
    sign_in(desk, "Provider 1", "3333")
    sign_in(desk, "Nurse 2", "2222")
    decision = desk.treatment.checks.decision
    assert (decision.go, decision.provider, decision.second) == (
        Go.NO_GO,
        "Provider 1",
        "Nurse 2",
    )
    assert decision.open


def test_a_spray_is_planned_and_given_device_by_device(desk: TreatedDesk) -> None:
    panels = panels_of(desk)
    opened(desk, line=1)
    assert desk.window.desk.view is not None
    assert desk.window.desk.view.profile.route is Route.INTRANASAL
    screened(desk)
    desk.tap(panels.screening.on)
    desk.tap(panels.plan.controls.nasal[56.0])
    desk.tap(panels.plan.keep)
    for _ in range(3):
        desk.measure(126.0, 78.0)
    assert next_step(desk) == "Device 1 of 2"
    press_next(desk)
    desk.tap(panels.dose.agos[0])
    assert desk.picture.phase is Phase.TREATING
    desk.turn(300.0)
    desk.tap(panels.dose.agos[1])
    assert [dose.mg for dose in desk.treatment.giving.doses] == [28.0, 28.0]
    late = [one for one in desk.backend.commands if isinstance(one, GiveDose)][-1]
    assert late.ago_s == 60.0
    desk.turn()
    assert panels.dose.isHidden()  # all that was planned is in
    assert next_step(desk) == "To recovery"
    desk.window.toggle(Panel.PUMP)
    desk.turn()
    desk.tap(panels.pump.run.dose)
    assert panels.dose.more.isVisible()


def test_after_one_device_of_two_it_can_be_said_that_no_more_is_given(desk: TreatedDesk) -> None:
    panels = panels_of(desk)
    opened(desk, line=1)
    screened(desk)
    desk.tap(panels.screening.on)
    desk.tap(panels.plan.controls.nasal[56.0])
    desk.tap(panels.plan.keep)
    for _ in range(3):
        desk.measure(126.0, 78.0)
    press_next(desk)
    assert not panels.dose.done.isVisible()
    desk.tap(panels.dose.agos[0])
    desk.turn()
    desk.tap(panels.dose.done)
    desk.tap(panels.dose.no)
    assert desk.picture.phase is Phase.TREATING
    desk.tap(panels.dose.done)
    desk.tap(panels.dose.yes)
    desk.turn()
    assert desk.picture.phase is Phase.RECOVERY
    assert panels.dose.isHidden()
    assert [dose.mg for dose in desk.treatment.giving.doses] == [28.0]


def test_another_route_takes_its_limits_with_it(desk: TreatedDesk) -> None:
    panels = panels_of(desk)
    opened(desk)
    screened(desk)
    desk.tap(panels.screening.on)
    desk.tap(panels.plan.controls.routes[Route.IM_SC])
    planned(desk)
    assert desk.picture.profile == "im-sc"
    for _ in range(3):
        desk.measure(126.0, 78.0)
    assert next_step(desk) == "Give 41 mg"


def test_a_dose_far_above_the_last_one_asks_for_a_second_person(desk: TreatedDesk) -> None:
    desk.enlist()
    opened(desk)
    screened(desk)
    plan = panels_of(desk).plan
    desk.tap(panels_of(desk).screening.on)
    for _ in range(6):
        desk.tap(plan.controls.dose.more)
    planned(desk)
    assert plan.asking_person
    desk.tap(plan.who.people["Nurse 2"])
    for digit in "2222":
        desk.tap(plan.who.keys[digit])
    desk.tap(plan.who.ok)
    assert desk.treatment.giving.second == "Nurse 2"
    assert not plan.isVisible()


def test_what_does_not_fit_is_said_in_the_panel(desk: TreatedDesk) -> None:
    opened(desk)
    panel = panels_of(desk).screening
    desk.tap(panel.tabs["decision"])
    panel.signed.emit("", "", "")
    desk.turn()
    assert panel.refusal
    assert panel.refusal.split()[0] in panel.accessibleName()


def test_the_screening_comes_by_itself_only_once(desk: TreatedDesk) -> None:
    opened(desk)
    desk.tap(panels_of(desk).screening.close_tile)
    desk.turn()
    assert not panels_of(desk).any_open
    assert next_step(desk) == "Screening"
    press_next(desk)
    assert panels_of(desk).is_open(Panel.SCREENING)


def test_watching_only_has_no_screening(desk: TreatedDesk) -> None:
    page = desk.window.shell.start
    desk.tap(page.aside.today.lines[0])
    desk.tap(page.form.limits.route.button("watch"))
    desk.tap(page.start)
    desk.turn()
    assert desk.picture.phase is Phase.BASELINE
    assert not panels_of(desk).any_open
    assert next_step(desk) == "End session"


def test_another_chair_is_never_answered_for(desk: TreatedDesk) -> None:
    opened(desk)
    desk.window.go("new")
    desk.turn()
    editor = desk.window.shell.start.device.editor
    editor.drivers.choose("ivy-450c")
    editor.ports.choose("/dev/ttyUSB1")
    opened(desk, line=1)
    screened(desk)
    chairs = {chair for chair, command in desk.backend.sent if isinstance(command, AnswerQuestion)}
    assert chairs == {3}
    desk.window.show_chair(2)
    desk.turn()
    assert not panels_of(desk).any_open
    assert desk.treatment.checks.answers == ()
