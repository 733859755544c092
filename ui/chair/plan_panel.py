"""The plan: route, dose, duration, concentration, always the whole line, and the vial.

Rule 1: nothing is decided here. What was planned goes out; whether a second person is wanted is
        the core's to say, and she is asked for then.
Rule 2: the panel closes when what it sent has become the plan; a refusal leaves it open.
"""

from __future__ import annotations

from datetime import UTC, date, datetime

from PySide6.QtCore import QRect, Signal
from PySide6.QtWidgets import QWidget

from monitor.people import Course
from monitor.plan import Plan
from monitor.routes import Route
from monitor.treatment.view import GivingView
from ui.chair.asking_panel import AskingPanel
from ui.chair.plan_controls import PlanControls
from ui.chair.plan_draft import PlanDraft
from ui.chair.vial_part import Vial, VialPart, drawn_text, is_expired
from ui.controls import Look
from ui.ink import Label, Scale, Weight, fitted, middle, wrapped
from ui.people.asked import Asked
from ui.theme import Theme
from ui.view_state import ChairView
from ui.words import say, say_or


class PlanPanel(AskingPanel):
    """`planned` carries (`PlanDraft`, second), `drawn` (`Vial`, second)."""

    planned = Signal(object, str)
    drawn = Signal(object, str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        self.draft = PlanDraft(Route.IV, None)
        self.course = Course()
        self.giving = GivingView(Plan(None, None, 40.0))
        self.message = ""
        self._sent: Plan | None = None
        self._expired: Vial | None = None
        self._today = date.max
        self._basis: object = None
        super().__init__(theme, say("plan-title"), parent)
        self.controls = PlanControls(theme, self)
        self.controls.changed.connect(self.change)
        self.vial = VialPart(self)
        self.vial.changed.connect(lambda: self.say_below(""))
        self.same_vial = self.tile(say("vial-same", "–"))
        self.same_vial.clicked.connect(self.vial.take_last)
        self.anyway = self.tile(say("vial-anyway"))
        self.anyway.clicked.connect(self._record_anyway)
        main = Look(ink=theme.text, fill=theme.infusion, size=26)
        self.keep = self.tile(say("plan-keep"), main)
        self.keep.clicked.connect(self._keep)

    # ---- what is shown

    def open_for(self, view: ChairView) -> None:
        """What was planned so far, for this chair."""
        self._basis = self._sent = self._expired = None
        treatment = view.picture.treatment
        plan = self.giving.plan if treatment is None else treatment.giving.plan
        self.draft = PlanDraft.of(plan, view.profile.route)
        self.course = Course() if view.opened is None else view.opened.course
        self.vial.clear()
        self.message = say("plan-first") if self.course.number == 1 else ""
        self.open()
        self.show_view(view)
        self.change(self.draft, quiet=True)
        self.vial.lot.setFocus()

    def show_view(self, view: ChairView) -> None:
        treatment = view.picture.treatment
        if treatment is None or self.isHidden():
            return
        self._today = datetime.fromtimestamp(view.wall_s, UTC).astimezone().date()
        giving = treatment.giving
        basis = (view.picture.session_id, giving.plan, giving.vials, giving.second)
        if basis == self._basis:
            return
        self._basis, self.giving, self.refusal = basis, giving, ""
        if self._sent is not None and giving.plan == self._sent:
            self._taken(giving)
        self.relayout()

    def _taken(self, giving: GivingView) -> None:
        """What was sent is the plan now."""
        if giving.wants_second and not giving.second:
            why = ", ".join(say_or(f"second-{one}", one) for one in giving.wants_second)
            asked = Asked(say("plan-second"), why, second=True)
            self.ask_person(asked, lambda second: self.planned.emit(self.draft, second))
        elif not self.vial.named:
            self.dismiss()

    def change(self, draft: PlanDraft, *, quiet: bool = False) -> None:
        """`quiet`: what stands below stays."""
        self.draft = draft
        self.controls.show_draft(draft, self.course)
        line = draft.line(self.course)
        self.vial.propose(None if line is None else line.mg)
        if not quiet:
            self.message, self._expired = "", None
        self.relayout()

    def say_below(self, sentence: str) -> None:
        self.message = sentence
        self._expired = None
        self.relayout()

    # ---- keeping it

    def _keep(self) -> None:
        missing = self.draft.missing()
        if missing:
            self.say_below(missing)
            return
        if self.vial.named and not self._draw():
            return
        self._sent = self.draft.plan()
        self._basis = None
        self.planned.emit(self.draft, "")

    def take_scan(self, text: str) -> bool:
        """A vial that was scanned while no field was typed into."""
        return super().take_scan(text) or self.vial.take_scan(text)

    def _draw(self) -> bool:
        """Record the vial that was named; False while something about it is to be said."""
        vial = self.vial.typed()
        if isinstance(vial, str):
            self.say_below(vial)
            return False
        if is_expired(vial, self._today):
            self.say_below(say("vial-expired", vial.lot, vial.expiry))
            self._expired = vial
            self.relayout()
            return False
        self._record(vial, "")
        return True

    def _record_anyway(self) -> None:
        vial = self._expired
        if vial is not None:
            why = say("vial-expired-why", vial.lot, vial.expiry)
            asked = Asked(say("vial-second"), why, second=True)
            self.ask_person(asked, lambda by: self._record(vial, by))

    def _record(self, vial: Vial, second: str) -> None:
        self.drawn.emit(vial, second)
        self.vial.recorded(vial)
        self.say_below("")

    # ---- layout

    def head_height(self) -> int:
        return self.scale.px(88, 52)

    def set_scale(self, scale: Scale) -> None:
        self.controls.set_scale(scale)
        self.vial.set_scale(scale)
        super().set_scale(scale)

    def lay_out_content(self) -> list[Label]:
        box, gap = self.content_box(), self.scale.px(16, 7)
        foot, row = self.scale.px(84, 50), self.scale.px(84, 48)
        small = self.scale.type(22, 12)
        below = box.bottom() + 1 - foot
        vial = QRect(box.left(), below - gap - row, box.width(), row)
        self.vial.place(vial, gap, self.scale)
        told = vial.top() - round(small * 0.7)
        top = told - round(small * 1.4)
        self.controls.setGeometry(box.left(), box.top(), box.width(), top - box.top())
        words = drawn_text(self.giving) or say("vial-title")
        labels = [Label(words, box.left(), told, box.width(), small, self.theme.text_2)]
        return [fitted(labels[0]), *self._lay_out_foot(below, foot, gap)]

    def _lay_out_foot(self, top: int, high: int, gap: int) -> list[Label]:
        """Left what can be done about the vial, right the one tile that keeps the plan."""
        box, wide = self.content_box(), self.scale.px(260, 130)
        self.keep.setGeometry(box.right() + 1 - wide, top, wide, high)
        last = self.vial.last
        offers = last is not None and not self.vial.named and self._expired is None
        self.same_vial.setVisible(offers)
        if last is not None:
            self.same_vial.say(say("vial-same", last.lot))
        self.anyway.setVisible(self._expired is not None)
        left, side = box.left(), self.scale.px(330, 168)
        for tile in (self.same_vial, self.anyway):
            if not tile.isHidden():
                tile.setGeometry(left, top, side, high)
                left += side + gap
        size, theme = self.scale.type(24, 13), self.theme
        room = self.keep.x() - gap - left
        lines = wrapped(self.message, room, size, Weight.Medium)
        base = middle(top, high, size) - (len(lines) - 1) * size * 0.65
        return [
            fitted(Label(line, left, base + at * size * 1.3, room, size, theme.text))
            for at, line in enumerate(lines)
        ]
