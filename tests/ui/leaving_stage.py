"""A treatment that is over, in a real window with its core behind it; only the way out is left."""

from __future__ import annotations

from monitor.commands import Command, Sedation, StartInfusion, StopInfusion
from monitor.events import Numerics
from monitor.limits import PROFILES
from monitor.plan import Drug, Plan
from monitor.treatment.commands import (
    AnswerQuestion,
    DrawDrug,
    GiveDose,
    PumpStopped,
    PumpVolume,
    Scale,
    Score,
    SetPlan,
)
from monitor.treatment.screening import clear_answers
from monitor.vitals import Reading, VitalSign
from tests.ui.treated_desk import SOURCE, TreatedDesk

BY = "Nurse 1"
MIN_S = 60.0
DRIP = Plan(0.5, 82.0, 40.0, concentration_mg_per_ml=10.0)
SPRAY = Plan(None, None, 40.0, fixed_mg=56.0, drug=Drug.ESKETAMINE)


def says(desk: TreatedDesk, *commands: Command) -> None:
    chair = desk.window.desk.chair
    assert chair is not None
    for command in commands:
        desk.backend.hear(chair, command)
    desk.turn()


def waits(desk: TreatedDesk, minutes: float, sbp: float = 124.0, dbp: float = 78.0) -> None:
    """Minute by minute with a heart rate, and a cuff every five minutes."""
    chair = desk.window.desk.chair
    assert chair is not None
    for minute in range(int(minutes)):
        readings = (Reading(VitalSign.HR, 74.0, SOURCE), Reading(VitalSign.SPO2, 98.0, SOURCE))
        desk.backend.hear(chair, Numerics(readings))
        if minute % 5 == 0:
            desk.measure(sbp, dbp)
            desk.clock.now_s -= 30.0
        else:
            desk.clock.now_s += MIN_S
    desk.turn()


def opened(desk: TreatedDesk, line: int = 0) -> None:
    """The patient of one line of today's list, screened; nothing is open on the screen."""
    page = desk.window.shell.start
    desk.tap(page.aside.today.lines[line])
    if not page.fields["weight"].text():
        desk.qtbot.keyClicks(page.fields["weight"].line, "82")
    desk.tap(page.start)
    desk.turn()
    desk.window.shell.panels.close_all()
    by_itself = (("pregnancy", "not-applicable"), ("suicidality", "none"))
    answers = [AnswerQuestion(*pair, BY) for pair in (*clear_answers(), *by_itself)]
    says(desk, *answers, AnswerQuestion("escort", "named", BY, "Escort 1"))
    for _ in range(3):
        desk.measure(124.0, 78.0)


def infused(desk: TreatedDesk, line: int = 0) -> None:
    """An infusion of 40 min that has just been stopped."""
    opened(desk, line)
    says(desk, SetPlan(DRIP, BY), DrawDrug(41.0, "42A", "2028-03-31", BY), StartInfusion(BY))
    waits(desk, 20, 146.0, 90.0)
    says(desk, Score(Scale.DISSOCIATION, 2, BY))
    waits(desk, 20, 138.0, 86.0)
    says(desk, StopInfusion(BY), PumpStopped(True, BY), PumpVolume(4.1, BY))


def sprayed(desk: TreatedDesk) -> None:
    """Two devices of esketamine, the second 5 min after the first; 100 min ago."""
    opened(desk, 1)
    says(desk, SetPlan(SPRAY, BY, profile=PROFILES["intranasal"]))
    says(desk, DrawDrug(56.0, "NS7", "2028-03-31", BY), GiveDose(28.0, BY))
    waits(desk, 5, 138.0, 84.0)
    says(desk, GiveDose(28.0, BY))
    waits(desk, 35, 142.0, 88.0)
    says(desk, Score(Scale.DISSOCIATION, 2, BY), Sedation(4, BY))
    waits(desk, 60, 126.0, 80.0)
    says(desk, StopInfusion(BY))


def scored(desk: TreatedDesk) -> None:
    """Everything that is asked before she leaves."""
    says(
        desk,
        Sedation(5, BY),
        Score(Scale.DISSOCIATION, 0, BY),
        Score(Scale.ALDRETE, 10, BY),
        Score(Scale.CSSRS, None, BY, result="none"),
    )
