"""What is asked and measured to decide: screening, go or no-go, scores, and leaving.

Rule 1: here is only the memory of one session and what follows from it; what the answers and
        values mean is in `decision.py`, `scales.py`, `leaving.py` and their neighbours.
Rule 2: with the first dose the decision is what it was then. What is answered later stands among
        the answers and changes no decision.
Rule 3: a session that is not taken through all its steps (`flow` False) is never refused anything
        here, and has no checklist; what is asked and scored in it is kept all the same.

The commands are obeyed in `checking.py`.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from monitor.events import SessionOpened
from monitor.outcomes import Refused
from monitor.phases import BEFORE_DRUG
from monitor.treatment import decision, leaving_by_hand
from monitor.treatment.checklist import Checklist
from monitor.treatment.commands import CountBreaths, Scale, SignDecision, StandingCuff
from monitor.treatment.decision import Rested, Signature, Weighed
from monitor.treatment.leaving import Line, Pressure, Stood
from monitor.treatment.leaving_facts import asked_suicidality, gather
from monitor.treatment.mounting import Mounting
from monitor.treatment.resting import rested
from monitor.treatment.scales import MOAAS
from monitor.treatment.screening import Answers
from monitor.treatment.view import (
    ChecksView,
    CriterionView,
    DecisionView,
    GivingView,
    ScoreView,
    SignedView,
)

if TYPE_CHECKING:
    from monitor.core import MonitorCore


class Checks:
    """The checks of one session. Moments are session seconds."""

    def __init__(self, opened: SessionOpened) -> None:
        self.flow = opened.flow
        self.answers = Answers(opened.course)
        self.mounting = Mounting()
        self.checklist = Checklist()
        self.scores: list[ScoreView] = []
        self.stood: list[Stood] = []
        self.breaths: tuple[float, float] | None = None
        """When breaths were counted last, and how many a minute; None = never."""
        self.pressure_drug = False
        """Somebody said of an alarm about the pressure that a drug was given."""
        self.ended: SignedView | None = None
        self._patient, self._plan = opened.patient, opened.plan
        self._signature: Signature | None = None
        self._decided: DecisionView | None = None
        self._readings = 0
        self._weighed: tuple[object, Weighed] | None = None

    # ---- what is remembered

    def score(self, one: ScoreView) -> None:
        self.scores.append(one)

    def sedation(self) -> int | None:
        """The last MOAA/S; None = none was given."""
        given = [one for one in self.scores if one.scale == MOAAS]
        return given[-1].total if given else None

    def suicidality(self) -> tuple[tuple[float, str], ...]:
        results = tuple(one for one in self.scores if one.scale == Scale.CSSRS)
        return asked_suicidality(self, results)

    def count(self, event: CountBreaths, now: float) -> None:
        self.breaths = (now, event.rr)

    def stand(self, event: StandingCuff, sitting: Pressure | None, now: float) -> None:
        self.stood.append(Stood(now, event, sitting))

    # ---- the decision

    def decision(self, core: MonitorCore, now: float) -> DecisionView:
        if not self.flow:
            return DecisionView()
        return self._decided or self._shown(core, self._rested(core, now))

    def _shown(self, core: MonitorCore, measured: Rested) -> DecisionView:
        return decision.shown(self._weigh(core, measured), self._signature)

    def sign(self, core: MonitorCore, event: SignDecision, now: float) -> Refused | None:
        """None = signed."""
        if not self.flow:
            return Refused("sign", "decision-none")
        if core.state.phase not in BEFORE_DRUG:
            return Refused("sign", "decision-too-late")
        weighed = self._weigh(core, self._rested(core, now))
        why = decision.sign_refused(event, weighed)
        if why is not None:
            return Refused("sign", why, decision.named(weighed.reasons, weighed.missing))
        self._signature = Signature(event, now, weighed)
        return None

    def start_refused(self, core: MonitorCore, now: float) -> Refused | None:
        """Why the drug is not given yet; None = nothing here speaks against it."""
        if not self.flow:
            return None
        made = self.decision(core, now)
        if made.open:
            return None
        return Refused(
            "start", f"start-{made.go.value}", decision.named(made.reasons, made.missing)
        )

    def started(self, core: MonitorCore, now: float) -> None:
        """The drug is given from now on: what was decided is decided."""
        measured = self._rested(core, now)
        self._readings = measured.readings
        if self.flow:
            self._decided = self._shown(core, measured)
        if measured.readings or measured.by_hand:
            self.mounting.settled()

    def _rested(self, core: MonitorCore, now: float) -> Rested:
        return rested(core.state, self.sedation(), self.breaths, now)

    def _weigh(self, core: MonitorCore, measured: Rested) -> Weighed:
        """Worked out anew only when something changed that it rests on."""
        plan = core.treatment.giving.plan
        answers, missing = self.answers.views(), self.answers.open()
        basis = (measured, answers, missing, plan)
        if self._weighed is None or self._weighed[0] != basis:
            risks = self._patient.risks
            self._weighed = (basis, decision.weigh(answers, missing, measured, risks, plan))
        return self._weighed[1]

    # ---- leaving

    def lines(self, core: MonitorCore, now: float) -> tuple[Line, ...]:
        """The criteria of leaving as they are; empty before the drug was given."""
        if not self.flow:
            return ()
        facts = gather(core, self, core.treatment.giving.view(core, now), now)
        return () if facts is None else leaving_by_hand.lines(facts)

    def leaving(self, core: MonitorCore, now: float) -> tuple[CriterionView, ...]:
        return self.checklist.shown(self.lines(core, now))

    # ---- what a screen is shown

    def view(self, core: MonitorCore, giving: GivingView, now: float) -> ChecksView:
        plain = self._plain()
        if not self.flow:
            return plain
        left = self.checklist.signed
        facts = gather(core, self, giving, now)
        decided, measured = self._decided, None
        if decided is None:
            measured = self._rested(core, now)
            decided = self._shown(core, measured)
        anew, readings = self._baseline(measured)
        lines = () if facts is None or left is not None else leaving_by_hand.lines(facts)
        return replace(
            plain,
            decision=decided,
            leaving=self.checklist.shown(lines) if left is None else left,
            leave_from_s=None if facts is None else facts.leave_from_s,
            baseline_anew=anew,
            baseline_readings=readings,
        )

    def _plain(self) -> ChecksView:
        return ChecksView(
            answers=self.answers.views(),
            scores=tuple(self.scores),
            mount=self.mounting.mount,
            signed=self.ended,
        )

    def _baseline(self, measured: Rested | None) -> tuple[bool, int]:
        """A new one is asked for; and how many readings there are. None = the drug is given."""
        if measured is None:
            return self.mounting.moved, self._readings
        if measured.by_hand:
            return self.mounting.moved, measured.readings
        few = measured.readings < decision.READINGS
        return (self.mounting.moved and few) or not measured.agree, measured.readings
