"""The pump: rate, pause, going on and stopping; what it gave; what is thrown away.

Rule 1: the pump is not read and not moved: what a person did or saw is entered here.
Rule 2: what the rules want before an infusion goes on is asked for, never refused silently: a
        reason and a provider's name go with what is done against them.
"""

from __future__ import annotations

import enum

from PySide6.QtCore import QRect, Signal, SignalInstance
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from monitor.rights import Role
from ui.chair.asking_panel import AskingPanel
from ui.chair.plan_draft import number_text
from ui.chair.pump_amounts import VolumePage, WastePage
from ui.chair.pump_faces import PumpFace, Resume, State, VialLeft, pump_face
from ui.chair.pump_run import PumpRun
from ui.chair.reason_pad import ReasonPad
from ui.chair.side_panel import grid
from ui.controls import Look
from ui.ink import Label, Scale
from ui.people.asked import Asked
from ui.theme import Theme
from ui.view_state import ChairView
from ui.words import say

RESUMES = ("pressure-down", "provider-there", "error")
"""Usual reasons for going on against the rules, in words of the screen."""


LEAST_MG = 0.01
"""Less than that is not thrown away before a witness."""


class Part(enum.Enum):
    RUN = "run"
    VOLUME = "volume"
    WASTE = "waste"


class PumpPanel(AskingPanel):
    """Minutes are how long ago it was done.

    `resumed` carries (minutes, provider, reason), `wasted` (mg, lot, vial, witness), `called` the
    key of the alarm, empty = of none; `dose_asked` leads to where doses are given.
    """

    rated = Signal(float, int)
    paused = Signal(int)
    resumed = Signal(int, str, str)
    stopped = Signal(int)
    seen = Signal(bool)
    measured = Signal(float)
    wasted = Signal(float, str, str, str)
    called = Signal(str)
    dose_asked = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        self.face = PumpFace()
        self.part = Part.RUN
        self.by = ""
        """Who is signed in: she is not her own witness."""
        self._anew = True
        self._minutes = 0
        self._stored = False
        """The pump's volume was sent; what becomes of it is not shown yet."""
        super().__init__(theme, say("pump-title"), parent)
        self.tabs = {part: self.tile(say(f"pump-tab-{part.value}")) for part in Part}
        for part, tab in self.tabs.items():
            tab.clicked.connect(lambda _checked=False, part=part: self.turn(part))
        self.run = PumpRun(theme, self)
        self.volume = VolumePage(theme, self)
        self.waste = WastePage(theme, self)
        self.pages = {Part.RUN: self.run, Part.VOLUME: self.volume, Part.WASTE: self.waste}
        self.why = ReasonPad(theme, self)
        self.why.given.connect(self._reasoned)
        self.why.left.connect(self.relayout)
        self._connect()

    def _connect(self) -> None:
        self.run.rated.connect(self._rate)
        self.run.paused.connect(lambda minutes: self._send(self.paused, minutes))
        self.run.stopped.connect(lambda minutes: self._send(self.stopped, minutes))
        self.run.seen.connect(lambda stands: self._send(self.seen, stands))
        self.run.called.connect(lambda: self._send(self.called, self.face.call))
        self.run.dose.clicked.connect(self.dose_asked)
        self.run.resumed.connect(self._resume)
        self.volume.stored.connect(self._measure)
        self.waste.asked.connect(self._ask_witness)

    def _send(self, signal: SignalInstance, value: object) -> None:
        """One thing was said: the panel goes, and what became of it is said below the curves."""
        signal.emit(value)
        self.dismiss()

    def _measure(self, ml: float) -> None:
        """What is left over of the vials is known then, and is next."""
        self._stored = True
        self.measured.emit(ml)

    # ---- what is shown

    def open(self) -> None:
        self._anew, self._stored = True, False
        self.turn(Part.RUN)
        super().open()

    def turn(self, part: Part) -> None:
        self.part = part
        self.setFocus()
        self.relayout()

    def dismiss(self) -> None:
        self.why.hide()
        super().dismiss()

    def show_view(self, view: ChairView) -> None:
        if self.isHidden():
            return
        face = pump_face(view)
        if face == self.face and not self._anew:
            return
        if self._anew and face.wants_volume:
            self.part = Part.VOLUME
        measured = self._stored and not face.wants_volume
        if measured:
            self._stored = False
            if not face.left_mg or face.left_mg < LEAST_MG:
                self.dismiss()
                return
            self.part = Part.WASTE
        anew = self._anew or face.state is not self.face.state
        self.face, self._anew = face, False
        self.run.show_face(face, anew=anew)
        self.volume.show_face(face, anew=anew)
        self.waste.show_face(face, anew=anew or measured)
        self.relayout()

    # ---- what is said

    def _rate(self, mg_per_min: float, minutes: int) -> None:
        self.rated.emit(mg_per_min, minutes)
        self.dismiss()

    def _resume(self, minutes: int) -> None:
        self._minutes = minutes
        if self.face.resume is Resume.FREE:
            self._go_on("", "")
        elif self.face.resume is Resume.PROVIDER:
            self._ask_provider("")
        else:
            self.why.setGeometry(self.content_box())
            presets = [say(f"resume-why-{name}") for name in RESUMES]
            self.why.ask(say("resume-why"), self.face.rules, presets)
            self.relayout()

    def _reasoned(self, reason: str) -> None:
        self.relayout()
        self._ask_provider(reason)

    def _ask_provider(self, reason: str) -> None:
        asked = Asked(
            say("resume-provider"), say("resume-provider-why"), frozenset({Role.PROVIDER})
        )
        self.ask_person(asked, lambda provider: self._go_on(provider, reason))

    def _go_on(self, provider: str, reason: str) -> None:
        self.resumed.emit(self._minutes, provider, reason)
        self.dismiss()

    def _ask_witness(self, mg: float, lot: VialLeft) -> None:
        asked = Asked(
            say("waste-witness", number_text(mg, 2)),
            say("waste-witness-why"),
            but=frozenset({self.by} if self.by else ()),
        )
        self.ask_person(asked, lambda witness: self._waste(mg, lot, witness))

    def _waste(self, mg: float, lot: VialLeft, witness: str) -> None:
        self.wasted.emit(mg, lot.lot, lot.vial, witness)
        self.dismiss()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 -- Qt's name
        pads = {Part.VOLUME: self.volume.pad, Part.WASTE: self.waste.pad}
        pad = pads.get(self.part)
        if pad is not None and not pad.isHidden() and pad.take(event):
            return
        if not event.text().isdigit():
            super().keyPressEvent(event)

    # ---- layout

    def set_scale(self, scale: Scale) -> None:
        for page in self.pages.values():
            page.set_scale(scale)
        self.why.set_scale(scale)
        super().set_scale(scale)

    def lay_out_content(self) -> list[Label]:
        box, gap = self.content_box(), self.scale.px(16, 7)
        offered = {Part.RUN: True, Part.VOLUME: self.face.volume, Part.WASTE: True}
        if not offered[self.part]:
            self.part = Part.RUN
        high = self.scale.px(68, 44)
        shown = [part for part in Part if offered[part]]
        for part, tab in self.tabs.items():
            tab.setVisible(offered[part])
            edge = self.theme.text if part is self.part else None
            tab.wear(
                Look(ink=self.theme.text, fill=self.theme.raised, edge=edge, edge_px=3, size=24)
            )
        infusing = self.face.state in {State.RUNNING, State.PAUSED}
        self.tabs[Part.RUN].say(say("pump-tab-infusion" if infusing else "pump-tab-run"))
        tabs = QRect(box.left(), box.top(), box.width(), high)
        grid([self.tabs[part] for part in shown], tabs, len(shown), gap)
        asking = self.asking_person or not self.why.isHidden()
        for part, page in self.pages.items():
            page.setVisible(part is self.part and not asking)
            top = box.top() + high + gap
            page.setGeometry(box.left(), top, box.width(), box.bottom() + 1 - top)
        self.why.setGeometry(box)
        self.why.raise_()
        return []
