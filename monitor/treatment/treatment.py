"""The treatment of one chair: its four parts, and what a screen is shown of them.

Each part obeys its own commands (`GIVEN`, `CHECKED`, `MINDED`, `STAFFED`), and reads what the
others know through `core.treatment`.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from monitor.events import Event, SessionOpened
from monitor.outcomes import Outcome, Refused
from monitor.treatment.checking import CHECKED
from monitor.treatment.checks import Checks
from monitor.treatment.dosing import GIVEN, Handler
from monitor.treatment.duties import MINDED, Duties
from monitor.treatment.giving import Giving
from monitor.treatment.staffing import STAFFED, Staffing
from monitor.treatment.view import TreatmentView

if TYPE_CHECKING:
    from monitor.core import MonitorCore


class Treatment:
    """Moments are session seconds."""

    def __init__(self, opened: SessionOpened) -> None:
        self.flow = opened.flow
        self.giving = Giving(opened)
        self.checks = Checks(opened)
        self.duties = Duties()
        self.staffing = Staffing(opened)

    def view(self, core: MonitorCore, now: float) -> TreatmentView:
        giving = self.giving.view(core, now)
        checks = self.checks.view(core, giving, now)
        return TreatmentView(
            flow=self.flow,
            giving=giving,
            checks=checks,
            prompts=self.duties.prompts(core, now, giving, checks),
            people=self.staffing.view(now),
            drugs=self.duties.drugs,
            off_monitor_since_s=core.state.walk.since,
            distress_since_s=self.duties.distress_since_s(now),
        )

    def hear(self, event: Event, answer: Sequence[Outcome], now: float) -> None:
        """What was said may be what somebody was asked for; what was refused was not done."""
        self.staffing.hear(event)
        if not any(isinstance(one, Refused) for one in answer):
            self.duties.hear(event, now)


TREATED: dict[type, Handler] = GIVEN | CHECKED | MINDED | STAFFED
"""Every command of a treatment has one place; a test checks that none is missing."""
