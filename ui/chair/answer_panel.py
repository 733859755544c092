"""The answer to one alarm: what was done about it, in one tap, or that it was only seen.

Rule 1: it answers the alarm that it names, never another one that came meanwhile.
Rule 2: Space, Enter and Esc never acknowledge, and neither do digits: a barcode scanner types
        digits and Enter. While it is open they do nothing at all.
Rule 3: it says until when the alarm is silent.
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRect, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from monitor.alarm_slot import REMIND_DOUBTED_AFTER_S, reminds_after_s
from monitor.commands import Action
from monitor.picture import AlarmView
from monitor.vitals import CUFF_SIGNS
from ui.chair.alarm_shapes import hue_of
from ui.chair.alarm_text import AlarmWords, Manner, alarm_words
from ui.chair.side_panel import SidePanel, grid
from ui.chair.spans import clock_text, span_text
from ui.controls import PRESSING_KEYS, Look, Tile
from ui.ink import Label, Weight, fitted, wrapped
from ui.theme import Theme
from ui.view_state import ChairView
from ui.words import say

MINUTES_AGO = (0, 1, 2)
"""When the pump was paused, in minutes before now."""
PLAIN = tuple(action for action in Action if action is not Action.PAUSED)


@dataclass(frozen=True, slots=True)
class AnswerFace:
    """`alarm` None = it needs no answer any more; `cuff`: its value is a cuff's."""

    alarm: AlarmWords | None
    silent: str = ""
    cuff: bool = False
    infusion_running: bool = False


def answer_face(key: str, view: ChairView) -> AnswerFace:
    """What the panel says of the alarm with this key now."""
    picture = view.picture
    alarm = next((one for one in picture.alarms if one.key == key and one.waits), None)
    if alarm is None:
        return AnswerFace(None, infusion_running=picture.infusion_running)
    return AnswerFace(
        alarm=alarm_words(alarm, view),
        silent=silent_text(alarm, view),
        cuff=alarm.sign in CUFF_SIGNS,
        infusion_running=picture.infusion_running,
    )


def silent_text(alarm: AlarmView, view: ChairView) -> str:
    """Until when an answered alarm is silent."""
    if alarm_words(alarm, view).manner in {Manner.OVER, Manner.NOTE}:
        return say("answer-over")
    after_s = reminds_after_s(alarm.alarm, alarm.priority)
    if after_s is None:
        return say("answer-silent-while")
    until = clock_text(view.wall_of(view.picture.now_s + after_s))
    if alarm.sign not in CUFF_SIGNS:
        return say("answer-silent-until", span_text(after_s), until)
    doubted = span_text(REMIND_DOUBTED_AFTER_S)
    return say("answer-silent-doubted", span_text(after_s), until, doubted)


class AnswerPanel(SidePanel):
    """`answered` says (key, action or None, minutes ago); `pause_asked` that the infusion too."""

    answered = Signal(str, object, int)
    pause_asked = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        self.key = ""
        self.face = AnswerFace(None)
        self.asks_pump = False
        """The pump was paused, and the infusion here runs on: it is asked about."""
        self.verbs: dict[Action, Tile] = {}
        self.pauses: dict[int, Tile] = {}
        super().__init__(theme, say("answer-title"), parent)
        for action in PLAIN:
            tile = self._guarded(say(f"mark-action-{action.value}"))
            tile.clicked.connect(lambda _checked=False, action=action: self._answer(action, 0))
            self.verbs[action] = tile
        for ago in MINUTES_AGO:
            when = say("answer-paused-ago", ago) if ago else say("answer-paused-now")
            tile = self._guarded(say(f"mark-action-{Action.PAUSED.value}"), when)
            tile.clicked.connect(lambda _checked=False, ago=ago: self._answer(Action.PAUSED, ago))
            self.pauses[ago] = tile
        self.just = self._guarded(say("answer-just"))
        self.just.clicked.connect(lambda: self._answer(None, 0))
        self.pump_yes = self._guarded(say("answer-pump-yes"))
        self.pump_no = self._guarded(say("answer-pump-no"))
        self.pump_yes.clicked.connect(self._pause_too)
        self.pump_no.clicked.connect(self.dismiss)

    def _guarded(self, text: str, detail: str = "") -> Tile:
        tile = Tile(self.theme, text, self, guarded=True)
        tile.say(text, detail=detail)
        tile.wear(Look(ink=self.theme.text, fill=self.theme.raised, size=28))
        self.tiles.append(tile)
        return tile

    # ---- what it is about

    def ask(self, key: str, view: ChairView) -> None:
        """From now on it is about this alarm."""
        self.key, self.asks_pump = key, False
        self.face = answer_face(key, view)
        self.relayout()

    def show_view(self, view: ChairView) -> None:
        """The newest of the alarm it is about, while it is open."""
        face = answer_face(self.key, view)
        if face != self.face and not self.isHidden():
            self.face = face
            self.relayout()

    def _answer(self, action: Action | None, ago: int) -> None:
        running = self.face.infusion_running
        self.answered.emit(self.key, action, ago)
        if action is Action.PAUSED and running:
            self.asks_pump = True
            self.relayout()
        else:
            self.dismiss()

    def _pause_too(self) -> None:
        self.pause_asked.emit()
        self.dismiss()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 -- Qt's name
        if event.key() in PRESSING_KEYS or event.text().isdigit():
            event.accept()
            return
        super().keyPressEvent(event)

    # ---- words and places

    def lay_out_content(self) -> list[Label]:
        asking = self.asks_pump
        open_ = self.face.alarm is not None and not asking
        for tile in (*self.verbs.values(), *self.pauses.values(), self.just):
            tile.setVisible(open_)
        for tile in (self.pump_yes, self.pump_no):
            tile.setVisible(asking)
        if asking:
            return self._lay_out_pump()
        if self.face.alarm is None:
            box, size = self.content_box(), self.scale.type(30, 16)
            return self._lines(say("answer-none"), box, size, self.theme.text)
        return self._lay_out_verbs(self.face.alarm)

    def _lay_out_verbs(self, alarm: AlarmWords) -> list[Label]:
        box, gap = self.content_box(), self.scale.px(16, 8)
        size = self.scale.type(36, 19)
        named = Label(
            alarm.headline,
            box.left(),
            box.top() + size,
            box.width(),
            size,
            hue_of(self.theme, alarm),
            Weight.Bold,
        )
        box.setTop(box.top() + round(size * 1.3))
        small = self.scale.type(24, 13)
        said = self._lines(self.face.silent, box, small, self.theme.text_2)
        self._say_artefact()
        rows = 4
        box.setTop(round(said[-1].baseline + gap * 1.5))
        high = min(self.scale.px(128, 110), (box.height() - (rows - 1) * gap) // rows)
        verbs = [self.verbs[action] for action in PLAIN]
        first = QRect(box.left(), box.top(), box.width(), 2 * high + gap)
        grid([*verbs[:4]], first, 2, gap)
        third = QRect(box.left(), box.top() + 2 * (high + gap), box.width(), high)
        grid([*self.pauses.values()], third, 3, gap)
        last = QRect(box.left(), box.top() + 3 * (high + gap), box.width(), high)
        grid([verbs[4], self.just], last, 2, gap)
        return [fitted(named), *said]

    def _say_artefact(self) -> None:
        what = "answer-artefact-repeat" if self.face.cuff else "answer-artefact-value"
        tile = self.verbs[Action.ARTEFACT]
        tile.say(tile.text(), detail=say(what))
        self.just.wear(Look(ink=self.theme.text, fill=None, edge=self.theme.text_3, size=28))

    def _lay_out_pump(self) -> list[Label]:
        box, gap = self.content_box(), self.scale.px(16, 8)
        size = self.scale.type(32, 17)
        said = self._lines(say("answer-pump"), box, size, self.theme.text)
        top = round(said[-1].baseline + 2 * gap)
        rest = QRect(box.left(), top, box.width(), box.bottom() - top)
        grid([self.pump_yes, self.pump_no], rest, 2, gap, self.scale.px(128, 64))
        return said

    def _lines(self, text: str, box: QRect, size: int, ink: str) -> list[Label]:
        lines = wrapped(text, box.width(), size, Weight.Normal)
        return [
            Label(
                line, box.left(), box.top() + size * (1.1 + 1.35 * place), box.width(), size, ink
            )
            for place, line in enumerate(lines)
        ]
