"""A dose by another route than the drip: device by device, or all at once, each with its time.

Rule 1: what is offered is what is left of the plan; more than that takes a choice of its own.
Rule 2: that nothing more is given can be said before all of the plan was; it asks once.
Rule 3: when all that was planned has been given the panel goes by itself; opened again, it offers
        more.
Rule 4: nothing can be taken back here: what was given was given. A wrong entry is noted.
"""

from __future__ import annotations

from PySide6.QtCore import QRect, Signal
from PySide6.QtWidgets import QWidget

from monitor.phases import Phase
from monitor.routes import Route
from monitor.treatment.view import DoseView, GivingView
from ui.chair.plan_draft import DEVICE_MG, line_text, number_text
from ui.chair.side_panel import grid
from ui.chair.spans import clock_text
from ui.chair.stepper import Stepper
from ui.chair.told_panel import ToldPanel
from ui.controls import Look, Tile
from ui.ink import Label, Scale, Weight, fitted
from ui.theme import Theme
from ui.view_state import ChairView
from ui.words import say

AGO_MIN = (0, 1, 2, 5)
"""How long ago the dose was given, min; 0 = now."""
MORE_STEP_MG = 5.0


class DosePanel(ToldPanel):
    """`given` carries (mg, seconds ago); `over` says that nothing more is given."""

    given = Signal(float, float)
    over = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        self.giving: GivingView | None = None
        self.begun = False
        """A dose is in, and more may be given."""
        self.route = Route.INTRANASAL
        self.lines: tuple[str, ...] = ()
        self.more_mg: float | None = None
        """What is given beyond the plan; None = the plan is not over, or nothing was chosen."""
        self.asking = False
        """Whether nothing more is given is being asked."""
        self._basis: tuple[object, ...] = ()
        self.agos: dict[int, Tile] = {}
        super().__init__(theme, say("dose-title"), parent)
        for minutes in AGO_MIN:
            tile = self.tile("–")
            tile.clicked.connect(lambda _checked=False, minutes=minutes: self._give(minutes))
            self.agos[minutes] = tile
        self.more = Stepper(theme, say("dose-more"), self)
        self.more.stepped.connect(self._step)
        self.done = self.tile(say("dose-over"))
        self.done.clicked.connect(lambda: self._ask(asking=True))
        self.yes, self.no = self.tile(say("ask-stop-dose-yes")), self.tile(say("ask-stop-dose-no"))
        self.yes.clicked.connect(self._over)
        self.no.clicked.connect(lambda: self._ask(asking=False))

    def open(self) -> None:
        self._basis, self.more_mg, self.asking = (), None, False
        super().open()

    def show_view(self, view: ChairView) -> None:
        treatment = view.picture.treatment
        if treatment is None or self.isHidden():
            return
        giving = treatment.giving
        begun = view.picture.phase is Phase.TREATING
        basis = (view.picture.session_id, begun, giving.plan, giving.doses)
        if basis == self._basis:
            return
        before, known = self.giving, self._basis[:1] == basis[:1]
        was_begun = known and self._basis[1] is True
        self._basis, self.begun, self.giving, self.route = basis, begun, giving, view.profile.route
        self.more_mg, self.refusal, self.asking = None, "", False
        doses = len(before.doses) if known and before is not None else len(giving.doses)
        if (was_begun and not begun) or (len(giving.doses) > doses and self.fulfilled):
            self.dismiss()
            return
        self.lines = tuple(
            self._dose_line(number, dose, view) for number, dose in enumerate(giving.doses, 1)
        )
        self.relayout()

    def _dose_line(self, number: int, dose: DoseView, view: ChairView) -> str:
        name = say("dose-device" if self._by_device else "dose-number", number)
        at = clock_text(view.wall_of(dose.at_s))
        return say("dose-given", name, number_text(dose.mg), at, dose.by)

    @property
    def _by_device(self) -> bool:
        return self.route is Route.INTRANASAL

    def portion(self) -> float | None:
        """What is given next, mg; None = the plan is fulfilled, and nothing more was chosen."""
        giving = self.giving
        if giving is None or giving.plan.dose_mg is None:
            return None
        left = giving.plan.dose_mg - sum(dose.mg for dose in giving.doses)
        if left <= 0.01:
            return self.more_mg
        return min(DEVICE_MG, left) if self._by_device else left

    @property
    def fulfilled(self) -> bool:
        giving = self.giving
        return giving is not None and self.portion() is self.more_mg and bool(giving.doses)

    def _step(self, steps: int) -> None:
        step = DEVICE_MG if self._by_device else MORE_STEP_MG
        wanted = (self.more_mg or 0.0) + steps * step
        self.more_mg = wanted if wanted >= step else None
        self.relayout()

    def _give(self, minutes: int) -> None:
        mg = self.portion()
        if mg is not None:
            self.given.emit(mg, minutes * 60.0)
            self.more_mg = None

    def _ask(self, *, asking: bool) -> None:
        self.asking = asking
        self.relayout()

    def _over(self) -> None:
        self._ask(asking=False)
        self.over.emit()

    # ---- words and places

    def headline(self) -> str:
        mg, giving = self.portion(), self.giving
        if giving is None:
            return ""
        if self.asking:
            return say("ask-stop-dose")
        if self.fulfilled and mg is None:
            return say("dose-complete")
        if mg is None:
            return say("plan-no-dose")
        if self._by_device:
            return say("dose-next-device", len(giving.doses) + 1, number_text(mg))
        return say("dose-next", number_text(mg))

    def set_scale(self, scale: Scale) -> None:
        self.more.set_scale(scale)
        super().set_scale(scale)

    def lay_out_content(self) -> list[Label]:
        box, gap, theme = self.content_box(), self.scale.px(16, 8), self.theme
        size, small = self.scale.type(38, 20), self.scale.type(25, 14)
        bold, width = Weight.DemiBold, box.width()
        line = None if self.giving is None else self.giving.line
        plan = "" if line is None else line_text(line)
        top = box.top() + size
        labels = [Label(self.headline(), box.left(), top, width, size, theme.text, bold)]
        top += round(small * 1.7)
        labels.append(Label(plan, box.left(), top, width, small, theme.text_2))
        top += gap
        high = self.scale.px(120, 60)
        top = self._lay_out_more(QRect(box.left(), top, width, self.scale.px(92, 57)), gap)
        self._name_tiles()
        row = QRect(box.left(), top, width, high)
        grid(tuple(self.agos.values()), row, len(self.agos), gap, high)
        top += high + gap if self.portion() is not None or self.asking else 0
        self._lay_out_end(row, QRect(box.left(), top, width, self.scale.px(92, 57)), gap)
        top += self.scale.px(92, 57) + gap if self.done.isVisibleTo(self) else 0
        for words in self.lines:
            top += round(small * 1.6)
            labels.append(Label(words, box.left(), top, width, small, theme.text))
        return [fitted(label) for label in labels]

    def _lay_out_end(self, asked: QRect, row: QRect, gap: int) -> None:
        """The question stands where the dose was given; its tile below that."""
        self.done.setVisible(self.begun and not self.asking)
        self.done.setGeometry(row.left(), row.top(), (row.width() - gap) // 2, row.height())
        for tile in (self.yes, self.no):
            tile.setVisible(self.asking)
        grid((self.no, self.yes), asked, 2, gap, asked.height())

    def _lay_out_more(self, row: QRect, gap: int) -> int:
        """Only when the plan is fulfilled; where the next row begins."""
        offered = self.fulfilled and not self.asking
        self.more.setVisible(offered)
        if not offered:
            return row.top()
        chosen = "–" if self.more_mg is None else say("plan-mg", number_text(self.more_mg))
        self.more.show_value(chosen)
        self.more.setGeometry(row.left(), row.top(), row.width() // 2, row.height())
        return row.bottom() + 1 + gap

    def _name_tiles(self) -> None:
        mg, theme = self.portion(), self.theme
        for minutes, tile in self.agos.items():
            tile.setVisible(mg is not None and not self.asking)
            if mg is None:
                continue
            fill = theme.raised if minutes else theme.infusion
            tile.wear(Look(ink=theme.text, fill=fill, size=25))
            words = say("dose-give-ago", minutes) if minutes else say("dose-give-now")
            tile.say(words, detail=say("plan-mg", number_text(mg)))
