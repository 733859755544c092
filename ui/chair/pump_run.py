"""The pump while it runs or stands: another rate, pause, go on, stop; each now or minutes ago.

Rule: nothing here moves the pump; what a person did at the pump is entered.
"""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from ui.chair.pump_faces import PumpFace, State
from ui.chair.rate_draft import RateDraft, step_text
from ui.controls import Look, Tile
from ui.ink import CENTRE, Board, Label, Scale, Weight, fill_round, fitted, middle, wrapped
from ui.theme import Theme
from ui.words import say

MINUTES_AGO = (0, 1, 2)
ACTS: dict[State, tuple[str, ...]] = {
    State.RUNNING: ("pause", "stop"),
    State.PAUSED: ("resume", "stop"),
}


class PumpRun(Board):
    """Each says how many minutes ago; `rated` carries (mg/min, minutes)."""

    rated = Signal(float, int)
    paused = Signal(int)
    resumed = Signal(int)
    stopped = Signal(int)
    seen = Signal(bool)
    called = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        self.face = PumpFace()
        self.draft: RateDraft | None = None
        self.acts: dict[tuple[str, int], Tile] = {}
        self._rate_box = QRect()
        super().__init__(theme, parent)
        self.steps = [self._tile("+") for _place in range(4)]
        for place, tile in enumerate(self.steps):
            tile.clicked.connect(lambda _checked=False, place=place: self._step(place))
        self.half = self._tile(say("rate-half"))
        self.half.clicked.connect(self._halve)
        self.planned = self._tile(say("rate-planned"))
        self.planned.clicked.connect(self._as_planned)
        for act in ("rate", "pause", "resume", "stop"):
            for minutes in MINUTES_AGO:
                self.acts[act, minutes] = self._act(act, minutes)
        self.yes = self._tile(say("wait-pump-yes"))
        self.yes.clicked.connect(lambda: self.seen.emit(True))
        self.no = self._tile(say("wait-pump-no"))
        self.no.clicked.connect(lambda: self.seen.emit(False))
        self.call = self._tile(say("pump-called"))
        self.call.clicked.connect(self.called)
        self.dose = self._tile(say("dose-title"))

    def _tile(self, text: str) -> Tile:
        tile = Tile(self.theme, text, self)
        tile.wear(Look(ink=self.theme.text, fill=self.theme.raised, size=25))
        return tile

    def _act(self, act: str, minutes: int) -> Tile:
        words = say("when-ago", minutes) if minutes else say(f"pump-do-{act}")
        tile = self._tile(words)
        tile.setAccessibleName(
            say("pump-do-name", say(f"pump-do-{act}"), words) if minutes else words
        )
        tile.clicked.connect(lambda: self._do(act, minutes))
        return tile

    # ---- what is shown and pressed

    def show_face(self, face: PumpFace, *, anew: bool) -> None:
        """`anew`: a rate that was being stepped is forgotten."""
        if anew or self.draft is None:
            self.draft = face.draft
        self.face = face
        self.relayout()

    def _change(self, draft: RateDraft | None) -> None:
        self.draft = draft
        self.relayout()

    def _step(self, place: int) -> None:
        if self.draft is not None:
            self._change(self.draft.stepped(self.draft.steps[place]))

    def _halve(self) -> None:
        if self.draft is not None:
            self._change(self.draft.halved())

    def _as_planned(self) -> None:
        self._change(self.face.planned or self.draft)

    def _do(self, act: str, minutes: int) -> None:
        match act:
            case "rate":
                if self.draft is not None:
                    self.rated.emit(self.draft.mg_per_min, minutes)
            case "pause":
                self.paused.emit(minutes)
            case "resume":
                self.resumed.emit(minutes)
            case "stop":
                self.stopped.emit(minutes)

    # ---- layout

    def set_scale(self, scale: Scale) -> None:
        for tile in self.findChildren(Tile):
            tile.set_scale(scale)
        super().set_scale(scale)

    def lay_out(self) -> list[Label]:
        face, gap = self.face, self.scale.px(14, 7)
        for tile in self.findChildren(Tile):
            tile.hide()
        self._rate_box = QRect()
        labels, top = self._lay_out_lines()
        if face.asks:
            asked, top = self._lay_out_question(top, gap)
            labels += asked
        if face.state is State.DOSES:
            return [*labels, *self._lay_out_doses(top, gap)]
        rows = [*(["rate"] if self._rates else []), *ACTS.get(face.state, ())]
        if self._rates:
            rated, top = self._lay_out_rate(top, gap)
            labels += rated
        room = self.height() - top - gap * max(0, len(rows) - 1)
        high = min(self.scale.px(96, 57), room // max(1, len(rows)))
        for act in rows:
            self._lay_out_row(act, QRect(0, top, self.width(), high), gap)
            top += high + gap
        return labels

    @property
    def _rates(self) -> bool:
        return self.face.state is State.RUNNING and self.draft is not None

    def _lay_out_lines(self) -> tuple[list[Label], int]:
        size, theme = self.scale.type(26, 14), self.theme
        base = 0.0
        labels = []
        for line in self.face.lines:
            base += size * 1.45
            labels.append(fitted(Label(line, 0, base, self.width(), size, theme.text), 11))
        for line in wrapped(self.face.rules, self.width(), size, Weight.DemiBold):
            base += size * 1.45
            labels.append(Label(line, 0, base, self.width(), size, theme.caution, Weight.DemiBold))
        return labels, round(base + size * 0.8)

    def _lay_out_question(self, top: int, gap: int) -> tuple[list[Label], int]:
        high, wide = self.scale.px(84, 52), self.scale.px(180, 96)
        size = self.scale.type(28, 15)
        for place, tile in enumerate((self.no, self.yes)):
            tile.show()
            tile.setGeometry(self.width() - (place + 1) * wide - place * gap, top, wide, high)
        room = self.width() - 2 * (wide + gap)
        base = middle(top, high, size, Weight.DemiBold)
        asked = Label(self.face.asks, 0, base, room, size, self.theme.text, Weight.DemiBold)
        return [fitted(asked, 11)], top + high + gap

    def _lay_out_rate(self, top: int, gap: int) -> tuple[list[Label], int]:
        draft, high = self.draft, self.scale.px(104, 57)
        assert draft is not None, "it is laid out only where there is a rate"
        side = self.scale.px(104, 57)
        self._rate_box = QRect(0, top, self.width(), high)
        lefts = (0, side + gap, self.width() - 2 * side - gap, self.width() - side)
        for tile, left, step in zip(self.steps, lefts, draft.steps, strict=True):
            tile.show()
            tile.say(step_text(step))
            tile.setGeometry(left, top, side, high)
        size, small = self.scale.type(36, 19), self.scale.type(22, 12)
        left, room = 2 * (side + gap), self.width() - 4 * (side + gap)
        first, second = draft.lines()
        theme = self.theme
        labels = [
            fitted(
                Label(first, left, top + high * 0.5, room, size, theme.text, Weight.Bold, CENTRE)
            ),
            fitted(
                Label(second, left, top + high * 0.84, room, small, theme.text_2, align=CENTRE)
            ),
        ]
        top += high + gap
        quick = self.scale.px(72, 44)
        half = (self.width() - gap) // 2
        for place, tile in enumerate((self.half, self.planned)):
            tile.show()
            tile.setGeometry(place * (half + gap), top, half, quick)
        return labels, top + quick + gap

    def _lay_out_row(self, act: str, box: QRect, gap: int) -> None:
        """The act now, wide, and twice narrow: a minute ago, two minutes ago."""
        narrow = round(box.width() * 0.22)
        wide = box.width() - 2 * (narrow + gap)
        left = box.left()
        for minutes in MINUTES_AGO:
            tile = self.acts[act, minutes]
            width = narrow if minutes else wide
            tile.show()
            tile.setGeometry(left, box.top(), width, box.height())
            left += width + gap
        changed = self.draft != self.face.draft
        for minutes in MINUTES_AGO:
            if act == "rate":
                self.acts[act, minutes].setEnabled(changed)

    def _lay_out_doses(self, top: int, gap: int) -> list[Label]:
        size = self.scale.type(28, 15)
        base: float = top
        labels = []
        for line in wrapped(say("pump-no-pause"), self.width(), size, Weight.DemiBold):
            base += size * 1.4
            labels.append(
                Label(line, 0, base, self.width(), size, self.theme.text, Weight.DemiBold)
            )
        high, wide = self.scale.px(104, 57), self.scale.px(420, 220)
        for place, tile in enumerate((self.call, self.dose)):
            tile.show()
            tile.setGeometry(place * (wide + gap), round(base) + 2 * gap, wide, high)
        return labels

    def paint_under(self, painter: QPainter) -> None:
        if not self._rate_box.isNull():
            radius = self.scale.px(12, 6)
            fill_round(painter, QRectF(self._rate_box), self.theme.background, radius)
