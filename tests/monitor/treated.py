"""A treatment that is taken through all its steps, in a few words, for the tests of the core."""

from __future__ import annotations

from chairs import Bench, cuff

from monitor.commands import EndSession, Sedation, StartInfusion, StopInfusion
from monitor.core import MonitorCore
from monitor.events import Event
from monitor.outcomes import Outcome, PhaseChanged, Refused
from monitor.people import Patient, Risk
from monitor.phases import Phase
from monitor.treatment.commands import AnswerQuestion, Scale, Score, TickCriterion
from monitor.treatment.screening import QUESTIONS
from monitor.treatment.view import ChecksView, CriterionView
from monitor.viewing import picture

BY = "Nurse 1"
END_S = 3000.0
"""When the infusion of `ended` is stopped."""
BY_HAND = ("iv-removed", "escort", "no-driving", "instructions")


class Treated(Bench):
    """A session with `flow`; `risks` are those of its patient."""

    def __init__(self, *risks: Risk, **changes: object) -> None:
        patient = Patient("20417", 80.0, risks=frozenset(risks))
        super().__init__(treating=False, **{"flow": True, "patient": patient, **changes})

    @property
    def phase(self) -> Phase:
        return self.core.state.phase

    def checks(self, at: float | None = None) -> ChecksView:
        seen = picture(self.core, self.core.now if at is None else at).treatment
        assert seen is not None
        return seen.checks

    def line(self, name: str, at: float | None = None) -> CriterionView:
        return next(one for one in self.checks(at).leaving if one.id == name)

    def refused(self) -> list[str]:
        return [one.reason for one in self.of(Refused) if isinstance(one, Refused)]

    def phases(self) -> list[Phase]:
        return [one.after for one in self.of(PhaseChanged) if isinstance(one, PhaseChanged)]

    def answer(self, at: float, **answers: str) -> None:
        """Ids with _ for -."""
        for name, answer in answers.items():
            self.feed(at, AnswerQuestion(name.replace("_", "-"), answer, BY))

    def all_clear(self, at: float = 60.0) -> None:
        for question in QUESTIONS.values():
            self.feed(at, AnswerQuestion(question.id, question.clear, BY))

    def rest(self, begin: float = 100.0, sbp: float = 124.0, dbp: float = 76.0) -> None:
        """Three cuff readings, and two minutes of heart rate and SpO2."""
        for n in range(3):
            self.feed(begin + 30.0 * n, cuff(sbp, dbp))
        self.stream(begin + 90.0, begin + 210.0, hr=72, spo2=98)

    def started(self) -> Treated:
        self.all_clear()
        self.rest()
        self.feed(320.0, StartInfusion(BY))
        assert self.phase is Phase.TREATING, self.refused()
        return self

    def ended(self) -> Treated:
        self.started()
        self.feed(END_S, StopInfusion(BY))
        return self

    def recovered(self) -> Treated:
        """An hour after the end everything is as it has to be; nothing was ticked yet."""
        self.ended()
        self.feed(END_S + 2700.0, cuff(128, 78))
        self.stream(END_S + 3300.0, END_S + 3480.0, hr=74, spo2=98)
        self.feed(END_S + 3480.0, cuff(126, 77), *scores())
        self.answer(END_S + 3490.0, suicidality="none")
        return self

    def ticked(self) -> Treated:
        self.recovered()
        self.feed(END_S + 3600.0, *ticks())
        return self

    def end(self, at: float, reason: str = "") -> None:
        self.feed(at, EndSession(BY, reason))


def scores(dissociation: int = 0, aldrete: int = 10, moaas: int = 5) -> tuple[Event, ...]:
    return (
        Sedation(moaas, BY),
        Score(Scale.DISSOCIATION, dissociation, BY),
        Score(Scale.ALDRETE, aldrete, BY),
    )


def ticks() -> tuple[Event, ...]:
    by_hand = tuple(TickCriterion(name, True, BY) for name in BY_HAND)
    return (*by_hand, TickCriterion("next-date", True, BY, "in a week"))


def replayed(bench: Bench) -> tuple[MonitorCore, list[tuple[float, Outcome]]]:
    """A fresh core that heard the same events at the same moments, and what it said."""
    fresh = MonitorCore(bench.core.state.opened)
    said = [one for at, event in bench.fed for one in fresh.handle(event, at)]
    return fresh, [(one.at, one.outcome) for one in said]
