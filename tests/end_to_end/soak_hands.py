"""Random hands at a chair: every command that there is, sensible or not, at any moment.

Rule 1: one maker for each command; a test checks that none is missing.
Rule 2: what is named (an alarm, a note, a device) is mostly one that is there, else one that is
        not: half of what is said at an odd moment is refused.
Rule 3: the same dice and the same chair give the same command.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from random import Random
from typing import TypeVar

from monitor import commands as c
from monitor.chair import Chair
from monitor.commands import Command
from monitor.events import ClockJumped, Event, Part, PartFailed, PartRecovered
from monitor.limits import BOUNDS, PROFILES
from monitor.optional_rows import OPTIONAL
from monitor.plan import Drug, Plan
from monitor.treatment import commands as t
from monitor.treatment.scales import SCALES, SUICIDALITY
from monitor.treatment.screening import QUESTIONS
from monitor.treatment.view import TreatmentView
from monitor.vitals import VitalSign

NOBODY = "nobody-knows-it"
NURSES = ("Nurse 1", "Nurse 2", t.UNCLAIMED)
PROVIDERS = ("Provider 1", "")
DRUGS = (
    ("labetalol", "20", "mg", "iv"),
    ("clonidine", "0.1", "mg", "oral"),
    ("ondansetron", "4", "mg", "iv"),
    ("midazolam", "1", "mg", "iv"),
    ("oxygen", "4", "L/min", "mask"),
    ("something", "a little", "", ""),
)
REASONS = ("", "as ordered", "the family waits")
AGO_S = (0.0, 0.0, 0.0, 30.0, 61.0, 600.0, 7200.0, -5.0)
One = TypeVar("One")


@dataclass(frozen=True, slots=True)
class Hands:
    """What is known to whoever acts now. `at_hand` draws among what is there."""

    dice: Random
    chair: Chair

    @property
    def by(self) -> str:
        return self.dice.choice(NURSES)

    @property
    def ago_s(self) -> float:
        return self.dice.choice(AGO_S)

    @property
    def reason(self) -> str:
        return self.dice.choice(REASONS)

    @property
    def provider(self) -> str:
        return self.dice.choice(PROVIDERS)

    @property
    def yes(self) -> bool:
        return self.dice.random() < 0.5

    @property
    def source(self) -> str:
        return self.at_hand([one.source for one in self.chair.opened.devices])

    @property
    def note(self) -> str:
        return self.at_hand(list(self.chair.core.state.notes))

    @property
    def treatment(self) -> TreatmentView:
        core = self.chair.core
        return core.treatment.view(core, core.now)

    @property
    def name(self) -> str:
        """Of something new."""
        return f"soak-{self.dice.randrange(40)}"

    def at_hand(self, names: Sequence[str]) -> str:
        there = names and self.dice.random() < 0.8
        return self.dice.choice(names) if there else NOBODY

    def one_of(self, kinds: Iterable[One]) -> One:
        return self.dice.choice(list(kinds))

    def number(self, low: float, high: float) -> float:
        """Mostly between these, at times beyond."""
        width = high - low
        return round(self.dice.uniform(low - 0.1 * width, high + 0.1 * width), 1)

    def some(self, low: float, high: float) -> float | None:
        return None if self.dice.random() < 0.3 else self.number(low, high)


Maker = Callable[[Hands], Command]


def _limit(h: Hands) -> Command:
    rule = h.at_hand([*BOUNDS, *OPTIONAL])
    low, high = BOUNDS.get(rule, (0.0, 200.0))
    return c.ChangeLimit(rule, h.some(low, high), h.by)


def _acknowledge(h: Hands) -> Command:
    open_now = [view.key for view in h.chair.core.judge.engine.views(h.chair.core.now)]
    return c.Acknowledge(h.at_hand(open_now), h.by, h.one_of([None, *c.Action]))


def _answer(h: Hands) -> Command:
    question = h.at_hand(list(QUESTIONS))
    answers = list(QUESTIONS[question].answers) if question in QUESTIONS else []
    return t.AnswerQuestion(question, h.at_hand(answers), h.by, h.one_of(["", "a word"]))


def _plan(h: Hands) -> Command:
    weight = h.dice.uniform(45.0, 140.0)
    by_weight = Plan(h.dice.uniform(0.1, 1.4), weight, h.dice.uniform(5.0, 60.0))
    fixed = Plan(
        None,
        h.one_of([None, weight]),
        40.0,
        fixed_mg=h.one_of([28.0, 56.0, 84.0]),
        concentration_mg_per_ml=h.one_of([None, 10.0, 50.0]),
        drug=h.one_of(Drug),
    )
    profile = h.one_of([None, *PROFILES.values()])
    return t.SetPlan(h.one_of([by_weight, fixed]), h.by, profile, h.one_of(["", "Nurse 2"]))


def _score(h: Hands) -> Command:
    scale = h.one_of(SCALES)
    facts = SCALES[scale]
    if facts.results:
        return t.Score(scale, None, h.by, result=h.at_hand(SUICIDALITY), ago_s=h.ago_s)
    items = tuple(h.dice.randint(0, facts.item_high) for _ in facts.items) if h.yes else ()
    total = sum(items) if items and h.yes else round(h.number(facts.low, facts.high))
    return t.Score(scale, total, h.by, items, ago_s=h.ago_s)


def _prompt(h: Hands) -> Command:
    return t.SkipPrompt(h.at_hand([one.id for one in h.treatment.prompts]), h.reason, h.by)


def _criterion(h: Hands) -> str:
    return h.at_hand([line.id for line in h.treatment.checks.leaving])


def _drug(h: Hands) -> Command:
    return t.GiveDrug(*h.one_of(DRUGS), h.provider, h.by, h.ago_s)


MAKERS: dict[type, Maker] = {
    c.SetBaseline: lambda h: c.SetBaseline(
        h.some(90, 150), h.some(50, 95), h.some(50, 100), h.some(90, 100), h.by
    ),
    c.StartInfusion: lambda h: c.StartInfusion(h.by, h.ago_s),
    c.PauseInfusion: lambda h: c.PauseInfusion(h.by, h.ago_s),
    c.ResumeInfusion: lambda h: c.ResumeInfusion(h.by, h.provider, h.reason, h.ago_s),
    c.StopInfusion: lambda h: c.StopInfusion(h.by, h.ago_s),
    c.BeginDischarge: lambda h: c.BeginDischarge(h.by),
    c.EndSession: lambda h: c.EndSession(h.by, h.reason, h.one_of(["", "Nurse 2"])),
    c.Acknowledge: _acknowledge,
    c.PauseAudio: lambda h: c.PauseAudio(h.by, h.one_of([120.0, 30.0, 600.0, 0.0])),
    c.ResumeAudio: lambda h: c.ResumeAudio(h.by),
    c.Note: lambda h: c.Note(h.name, h.one_of(c.NoteKind), h.reason, h.by, h.ago_s),
    c.UndoNote: lambda h: c.UndoNote(h.note, h.by),
    c.ManualCuff: lambda h: c.ManualCuff(h.number(70, 230), h.number(35, 140), h.by, h.ago_s),
    c.Sedation: lambda h: c.Sedation(h.dice.randint(-1, 6), h.by),
    c.ConfirmMonitor: lambda h: c.ConfirmMonitor(h.source, h.dice.random() < 0.7, h.by),
    c.ChangeLimit: _limit,
    c.AllowCuff: lambda h: c.AllowCuff(h.source, h.yes, h.by),
    c.StartCuff: lambda h: c.StartCuff(h.source, h.by),
    c.PreferSource: lambda h: c.PreferSource(h.one_of(VitalSign), h.source, h.by),
    c.SoundChecked: lambda h: c.SoundChecked("seat", h.yes, h.yes, h.by),
    c.BeginEmergency: lambda h: c.BeginEmergency(h.by),
    c.AnswerEmergency: lambda h: c.AnswerEmergency(h.by),
    c.EmergencyStamp: lambda h: c.EmergencyStamp(h.name, h.one_of(c.StampKind), h.reason, h.by),
    c.UndoStamp: lambda h: c.UndoStamp(h.name, h.by),
    c.EndEmergency: lambda h: c.EndEmergency(h.by),
    c.QuietRoom: lambda h: c.QuietRoom(h.yes, h.one_of(["", "headset"]), h.by),
    t.Mount: lambda h: t.Mount(
        h.one_of([None, *t.CuffSize]),
        h.one_of([None, *t.Side]),
        h.one_of([None, *t.Side]),
        h.one_of([None, *t.Side]),
        h.by,
    ),
    t.AnswerQuestion: _answer,
    t.MeasureBaseline: lambda h: t.MeasureBaseline(h.by),
    t.SignDecision: lambda h: t.SignDecision(h.provider, h.reason, h.by, "Nurse 2"),
    t.SetPlan: _plan,
    t.DrawDrug: lambda h: t.DrawDrug(h.number(1, 100), "L1", "2031-05", h.by, h.name),
    t.WasteDrug: lambda h: t.WasteDrug(h.number(0, 60), "L1", "Nurse 2", h.by, h.name),
    t.GiveDose: lambda h: t.GiveDose(h.number(5, 84), h.by, h.ago_s),
    t.ChangeRate: lambda h: t.ChangeRate(h.number(0, 3), h.by, h.ago_s),
    t.PumpStopped: lambda h: t.PumpStopped(h.yes, h.by),
    t.PumpVolume: lambda h: t.PumpVolume(h.number(0, 10), h.by),
    t.EndNote: lambda h: t.EndNote(h.note, h.by, h.ago_s),
    t.StillPresent: lambda h: t.StillPresent(h.note, h.yes, h.by),
    t.GiveDrug: _drug,
    t.Distress: lambda h: t.Distress(h.by, h.yes),
    t.OffMonitor: lambda h: t.OffMonitor(h.by, h.yes),
    t.Score: _score,
    t.CountBreaths: lambda h: t.CountBreaths(h.number(4, 35), h.by),
    t.StandingCuff: lambda h: t.StandingCuff(
        h.number(80, 170), h.number(45, 100), h.one_of([1, 2, 3]), h.yes, h.by
    ),
    t.SkipPrompt: _prompt,
    t.TickCriterion: lambda h: t.TickCriterion(_criterion(h), h.yes, h.by, h.reason),
    t.OverrideCriterion: lambda h: t.OverrideCriterion(_criterion(h), h.reason, h.by, "Nurse 2"),
    t.Claim: lambda h: t.Claim(h.by),
    t.Cover: lambda h: t.Cover(h.by, h.one_of([600.0, 60.0, 0.0, 3600.0])),
    t.HandOver: lambda h: t.HandOver(h.one_of(NURSES), h.by),
}
_CHANGE_THE_COURSE = frozenset({c.EndSession, c.StopInfusion, c.ConfirmMonitor, t.MeasureBaseline})
"""Said as often as anything else, they would leave little of the course of a session."""
RARER = 0.15


def drawn_command(dice: Random) -> type:
    """Which one is said next."""
    kind = dice.choice(list(MAKERS))
    while kind in _CHANGE_THE_COURSE and dice.random() > RARER:
        kind = dice.choice(list(MAKERS))
    return kind


def said(kind: type, dice: Random) -> Callable[[Chair], Iterable[Event]]:
    """Say such a command, as it fits what the chair then is."""
    return lambda chair: (MAKERS[kind](Hands(dice, chair)),)


def noticed(dice: Random) -> Event:
    """Something that the program says of itself."""
    part = dice.choice(list(Part))
    failed, recovered = PartFailed(part, "it does not answer"), PartRecovered(part)
    return dice.choice([failed, recovered, ClockJumped(dice.choice([-3600.0, 45.0, 3600.0]))])
