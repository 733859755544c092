"""While a treatment runs: what is pressed on its panels and on the line of what to do next.

Rule: nothing is decided here. What is tapped becomes a command of whoever is signed in, or opens
      the place where it can be done; what was entered is said below the curves.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from data.clinic_file import Clinic
from monitor.commands import Action, NoteKind
from monitor.phases import Phase, Step
from monitor.routes import Route
from monitor.treatment.commands import (
    ChangeRate,
    CountBreaths,
    Distress,
    EndNote,
    GiveDrug,
    OffMonitor,
    PumpStopped,
    PumpVolume,
    Scale,
    Score,
    SkipPrompt,
    StandingCuff,
    StillPresent,
    WasteDrug,
)
from monitor.treatment.leaving_scores import STANDING_MINUTES
from monitor.treatment.scales import MOAAS
from ui.chair.plan_draft import number_text
from ui.chair.prompt_item import Answer, Does, Place, note_of
from ui.chair.pump_faces import Resume, State, pump_face
from ui.chair.pump_panel import Part
from ui.chair.rate_draft import RateDraft
from ui.desk import Desk
from ui.panels import Panel, Panels
from ui.people.people_here import PeopleHere
from ui.requests import Backend, Refusal
from ui.words import say

Entered = Callable[[str, str | None], None]
"""Says what was entered; a note's id, by which it can be undone, or None."""
_MIN_S = 60.0


class DuringDesk(QObject):
    """`toggled` asks the window for one of its panels."""

    toggled = Signal(object)

    def __init__(
        self,
        backend: Backend,
        desk: Desk,
        panels: Panels,
        entered: Entered,
        clinic: Callable[[], Clinic],
    ) -> None:
        super().__init__(panels)
        self._backend, self._desk, self._panels = backend, desk, panels
        self._entered, self._clinic = entered, clinic
        self._stood: set[tuple[str, int]] = set()
        """(session, minutes) of the standing pressures that were entered here."""
        people = PeopleHere(backend, desk.seat)
        panels.drug.people = people
        panels.pump.people = people
        panels.scores.first = self.first_total
        self._connect_notes()
        self._connect_scores()
        self._connect_pump()

    def _connect_notes(self) -> None:
        panels = self._panels
        panels.note.noted.connect(self.note)
        panels.note.ended.connect(self.end)
        panels.note.distressed.connect(self.distress)
        panels.note.left_monitor.connect(self.off_monitor)
        panels.note.drug_asked.connect(lambda: self._open(Panel.DRUG))
        panels.note.scores_asked.connect(lambda: self._open(Panel.SCORES))
        panels.drug.given.connect(self.give)
        panels.drug.noted.connect(lambda ago_s: self.note(NoteKind.DRUG_GIVEN, "", ago_s))
        panels.waiting.answered.connect(self.answer)
        panels.waiting.skipped.connect(self.skip)

    def _connect_scores(self) -> None:
        panels = self._panels
        panels.scores.sedated.connect(self.sedation)
        panels.scores.scored.connect(self.score)
        panels.breaths.counted.connect(self.breaths)
        panels.cuff.stored.connect(self.cuff)
        panels.cuff.stood.connect(self.stand)

    def _connect_pump(self) -> None:
        pump = self._panels.pump
        pump.rated.connect(self.rate)
        pump.paused.connect(self.pause)
        pump.resumed.connect(self.resume)
        pump.stopped.connect(self.stop)
        pump.seen.connect(lambda stands: self.pump_seen(stands=stands))
        pump.measured.connect(self.volume)
        pump.wasted.connect(self.waste)
        pump.called.connect(self.provider_called)

    # ---- what is shown

    def show(self) -> None:
        """To be called with every picture; costs next to nothing while the panels are closed."""
        view, panels = self._desk.view, self._panels
        if view is None:
            return
        panels.pump.by = self._desk.by
        for panel in (panels.note, panels.scores, panels.pump, panels.waiting):
            panel.show_view(view)

    def open(self, panel: Panel) -> None:
        """From the menu or from a key; opened again, it is closed."""
        if self._panels.is_open(panel):
            self._panels.close_all()
        else:
            self._open(panel)

    def _open(self, panel: Panel) -> None:
        if panel is Panel.DRUG:
            self._panels.drug.offer(self._clinic().drugs)
        if not self._panels.is_open(panel):
            self.toggled.emit(panel)
        self.show()

    def go(self, place: Place) -> None:
        """Where something that waits can be done."""
        panels = self._panels
        match place:
            case Place.SEDATION | Place.DISSOCIATION:
                self._open(Panel.SCORES)
                dissociation = place is Place.DISSOCIATION
                panels.scores.turn(Scale.DISSOCIATION.value if dissociation else MOAAS)
            case Place.BREATHS:
                self._open(Panel.BREATHS)
            case Place.CUFF:
                self._open(Panel.CUFF)
            case Place.STANDING:
                self._open(Panel.CUFF)
                panels.cuff.stand(self._next_standing())
            case Place.PUMP:
                self._open(Panel.PUMP)
            case Place.VOLUME:
                self._open(Panel.PUMP)
                panels.pump.turn(Part.VOLUME)

    def _next_standing(self) -> int:
        """The first of the standing pressures that was not entered at this window yet."""
        left = (one for one in STANDING_MINUTES if (self._session, one) not in self._stood)
        return next(left, STANDING_MINUTES[0])

    @property
    def _session(self) -> str:
        return "" if self._desk.view is None else self._desk.view.picture.session_id

    def first_total(self, scale: str) -> int | None:
        """Of the first session of this patient that has one; None = not known."""
        view = self._desk.view
        if view is None:
            return None
        try:
            sessions = self._backend.course(view.picture.patient_id).sessions
        except Refusal:
            return None
        totals = (dict(one.scores).get(scale) for one in sessions)
        return next((total for total in totals if total is not None), None)

    # ---- the line of what to do next

    def answer(self, answer: Answer) -> None:
        """One tap on something that waits."""
        about = answer.about
        match answer.does:
            case Does.CONFIRM:
                self._desk.confirm_monitor(about, same=answer.yes)
            case Does.OPEN:
                self.go(Place(about))
            case Does.PUMP_SEEN:
                self.pump_seen(stands=answer.yes)
            case Does.STILL:
                self.still(about, still=answer.yes)
            case Does.BACK:
                self.off_monitor(back=True)
            case Does.NOTE:
                self.note(NoteKind(about), "", 0.0)
            case Does.CALLED:
                self.provider_called(about)
            case Does.SKIP:
                self.skip(about, answer.words)

    def ask_skip(self, prompt: str) -> None:
        """Say why it is not done this time: one tap, or own words."""
        self._open(Panel.WAITING)
        self._panels.waiting.ask_skip(prompt)

    def pause_or_resume(self) -> None:
        """The key of the pump; where more has to be said than that, its panel opens."""
        view = self._desk.view
        treatment = None if view is None else view.picture.treatment
        if view is not None and treatment is not None:
            face, paused = pump_face(view), view.picture.phase is Phase.PAUSED
            against = treatment.flow and paused and face.resume is not Resume.FREE
            by_dose = face.state is State.DOSES and not self._desk.seat.locked
            if by_dose or against:
                self.open(Panel.PUMP)
                return
        self._desk.pause_or_resume()

    # ---- what is said

    @property
    def _by(self) -> str:
        return self._desk.by

    def _done(self, what: str, note_id: str | None = None) -> None:
        """Say what was entered; a note's id, by which it can be undone."""
        self._entered(what, note_id)

    def note(self, kind: NoteKind, text: str, ago_s: float) -> None:
        what = text if kind is NoteKind.FREE_TEXT else say(f"note-{kind.value}")
        self._done(what, self._desk.note(kind, text, ago_s))

    def end(self, note_id: str, ago_s: float) -> None:
        view = self._desk.view
        line = None if view is None else note_of(view.picture, note_id)
        self._desk.treat(EndNote(note_id, self._by, ago_s))
        what = "" if line is None else say(f"note-{line.note.kind.value}")
        self._done(say("noted-over", what))

    def still(self, note_id: str, *, still: bool) -> None:
        self._desk.treat(StillPresent(note_id, still, self._by))

    def distress(self, over: bool) -> None:
        self._desk.treat(Distress(self._by, over))
        self._done(say("noted-calm" if over else "noted-distress"))

    def off_monitor(self, back: bool) -> None:
        self._desk.treat(OffMonitor(self._by, back))
        self._done(say("noted-back" if back else "noted-away"))

    def give(
        self, drug: str, dose: str, unit: str, route: str, ordered_by: str, ago_s: float
    ) -> None:
        self._desk.treat(GiveDrug(drug, dose, unit, route, ordered_by, self._by, ago_s))
        words = ("noted-drug-dose", drug, dose, unit) if dose else ("noted-drug", drug)
        self._done(say(*words))

    def skip(self, prompt: str, reason: str) -> None:
        self._desk.treat(SkipPrompt(prompt, reason, self._by))
        self._done(say("noted-skipped", reason))

    def provider_called(self, key: str) -> None:
        """The answer to the alarm that asks for it; of no alarm, it is a note."""
        if key:
            self._desk.acknowledge(key, Action.PROVIDER_CALLED)
            self._done(say("noted-provider"))
        else:
            self.note(NoteKind.FREE_TEXT, say("noted-provider"), 0.0)

    # ---- measured and scored

    def cuff(self, sbp: float, dbp: float, ago_s: float) -> None:
        self._desk.cuff(sbp, dbp, ago_s)
        self._done(say("cuff-noted", f"{sbp:.0f}", f"{dbp:.0f}"))

    def stand(self, sbp: float, dbp: float, minute: int, symptoms: bool) -> None:
        self._desk.treat(StandingCuff(sbp, dbp, minute, symptoms, self._by))
        self._stood.add((self._session, minute))
        self._done(say("noted-standing", f"{sbp:.0f}", f"{dbp:.0f}", minute))

    def sedation(self, score: int) -> None:
        self._desk.sedation(score)
        self._done(say("sedation-noted", score))

    def score(self, scale: Scale, total: int | None, items: tuple[int, ...], result: str) -> None:
        self._desk.treat(Score(scale, total, self._by, items, result))
        what = say(f"result-short-{result}") if total is None else total
        self._done(say("noted-score", say(f"scale-{scale.value}"), what))

    def breaths(self, rate: float) -> None:
        self._desk.treat(CountBreaths(rate, self._by))
        self._done(say("noted-breaths", f"{rate:.0f}"))

    # ---- the pump

    def rate(self, mg_per_min: float, minutes: int) -> None:
        self._desk.treat(ChangeRate(mg_per_min, self._by, minutes * _MIN_S))
        view = self._desk.view
        treatment = None if view is None else view.picture.treatment
        known = None if treatment is None else treatment.giving.plan.concentration_mg_per_ml
        self._done(say("noted-rate", RateDraft.of(mg_per_min, known).lines()[0]))

    def pause(self, minutes: int) -> None:
        self._desk.pause(minutes * _MIN_S)
        self._done(say("noted-pause"))

    def resume(self, minutes: int, provider: str, reason: str) -> None:
        self._desk.resume(provider, reason, minutes * _MIN_S)
        self._done(say("noted-resume"))

    def step(self, step: Step) -> None:
        """A step of the ribbon.

        The drip is stopped there with a look at the pump, so that nobody is asked for it again.
        """
        self._desk.step(step)
        view = self._desk.view
        drips = view is not None and view.profile.route is Route.IV
        if step is Step.STOP and drips and not self._desk.seat.held:
            self._desk.treat(PumpStopped(True, self._by))
            self._done(say("noted-stop"))

    def stop(self, minutes: int) -> None:
        self._desk.stop(minutes * _MIN_S)
        self._done(say("noted-stop"))

    def pump_seen(self, *, stands: bool) -> None:
        self._desk.treat(PumpStopped(stands, self._by))
        self._done(say("noted-pump-stands" if stands else "noted-pump-runs"))

    def volume(self, ml: float) -> None:
        self._desk.treat(PumpVolume(ml, self._by))
        self._done(say("noted-volume", number_text(ml, 2)))

    def waste(self, mg: float, lot: str, vial: str, witness: str) -> None:
        self._desk.treat(WasteDrug(mg, lot, witness, self._by, vial))
        self._done(say("noted-waste", number_text(mg, 2), witness))
