"""The six actions, everywhere the same, in the same order, with the same keys.

Rule 1: a tile is at least 15 mm high (57 px at 96 dpi) with gaps of at least 4 mm.
Rule 2: Space, Enter and Esc never silence and never acknowledge: those two tiles are guarded.
"""

from __future__ import annotations

import enum
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from monitor.outcomes import AlarmPhase, Priority
from monitor.phases import Phase
from ui.chair.numerals import alarm_colour
from ui.chair.spans import minutes_text
from ui.controls import Look, Tile
from ui.ink import Scale
from ui.theme import Theme
from ui.view_state import ChairView, asked_alarm
from ui.words import say


class Act(enum.Enum):
    SILENCE = "silence"
    ACKNOWLEDGE = "acknowledge"
    CUFF = "cuff"
    NOTE = "note"
    PAUSE = "pause"
    EMERGENCY = "emergency"


KEYS: dict[Act, Qt.Key] = {
    Act.SILENCE: Qt.Key.Key_F2,
    Act.ACKNOWLEDGE: Qt.Key.Key_F3,
    Act.CUFF: Qt.Key.Key_F4,
    Act.NOTE: Qt.Key.Key_F5,
    Act.PAUSE: Qt.Key.Key_F6,
    Act.EMERGENCY: Qt.Key.Key_F12,
}
KEY_NAMES = {act: key.name.removeprefix("Key_") for act, key in KEYS.items()}
GUARDED = frozenset({Act.SILENCE, Act.ACKNOWLEDGE})
SMALLEST_TILE_PX = 57
SMALLEST_GAP_PX = 15


@dataclass(frozen=True, slots=True)
class ActionsFace:
    """What can be done now; `waiting` is the priority that the acknowledge tile answers.

    `taken_back`: what waits is only a note, and has no colour of an alarm. `call`: what was given
    cannot be paused, and the tile offers to call the provider instead.
    """

    sound_on: bool = False
    sound_off_for: str = ""
    can_silence: bool = False
    waiting: Priority | None = None
    taken_back: bool = False
    running: bool = False
    resume: bool = False
    can_pause: bool = False
    answers: str = ""
    """The chair whose alarm Acknowledge is about; empty = the one that is shown."""
    call: bool = False


def actions_face(view: ChairView | None) -> ActionsFace:
    if view is None or view.over:
        return ActionsFace()
    picture = view.picture
    alarm = asked_alarm(picture.alarms)
    left_s = picture.audio_pause_left_s
    paused = left_s is not None
    treating = picture.phase in {Phase.TREATING, Phase.PAUSED}
    by_dose = picture.treatment is not None and not picture.treatment.giving.can_pause
    return ActionsFace(
        sound_on=paused,
        sound_off_for="" if left_s is None else say("bar-audio-paused", minutes_text(left_s)),
        can_silence=paused or picture.sound is not None,
        waiting=None if alarm is None else alarm.priority,
        taken_back=alarm is not None and alarm.state is AlarmPhase.WITHDRAWN,
        running=True,
        resume=picture.phase is Phase.PAUSED,
        can_pause=treating,
        call=treating and by_dose,
    )


class BottomBar(QWidget):
    """Emits the `Act` that was tapped."""

    pressed = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self.scale = Scale()
        self.face = ActionsFace(running=True)
        self.tiles = {act: self._make(act) for act in Act}
        self.show_face(ActionsFace())

    def _make(self, act: Act) -> Tile:
        tile = Tile(self.theme, say(f"do-{act.value}"), self, guarded=act in GUARDED)
        name = KEY_NAMES[act]
        hint = say("key-hold", name) if act is Act.EMERGENCY else name
        tile.say(tile.text(), hint)
        tile.clicked.connect(lambda: self.pressed.emit(act))
        return tile

    def set_scale(self, scale: Scale) -> None:
        self.scale = scale
        for tile in self.tiles.values():
            tile.set_scale(scale)
        self._place()

    def show_face(self, face: ActionsFace) -> None:
        if face == self.face:
            return
        self.face = face
        theme = self.theme
        plain = Look(ink=theme.text, fill=theme.raised, size=28)
        word = say("do-sound-on" if face.sound_on else "do-silence")
        self.tiles[Act.SILENCE].say(word, detail=face.sound_off_for)
        acknowledge = self.tiles[Act.ACKNOWLEDGE]
        acknowledge.say(acknowledge.text(), detail=face.answers)
        pump = "do-call" if face.call else "do-resume" if face.resume else "do-pause"
        self.tiles[Act.PAUSE].say(say(pump))
        edge = None if face.waiting is None else alarm_colour(theme, face.waiting)
        edge = theme.text_2 if face.taken_back else edge
        for act, tile in self.tiles.items():
            look = plain
            if act is Act.ACKNOWLEDGE and edge is not None:
                look = Look(ink=theme.text, fill=theme.raised, size=28, edge=edge, edge_px=3)
            elif act is Act.EMERGENCY:
                look = Look(
                    ink=theme.text, fill=theme.emergency, size=28, edge=theme.emergency_edge
                )
            tile.wear(look)
        self.tiles[Act.SILENCE].setEnabled(face.can_silence)
        self.tiles[Act.ACKNOWLEDGE].setEnabled(face.waiting is not None)
        self.tiles[Act.PAUSE].setEnabled(face.can_pause)
        for act in (Act.CUFF, Act.NOTE, Act.EMERGENCY):
            self.tiles[act].setEnabled(face.running)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 -- Qt's name
        super().resizeEvent(event)
        self._place()

    def _place(self) -> None:
        pad, gap = self.scale.px(32, 16), self.scale.px(26, SMALLEST_GAP_PX)
        high = max(SMALLEST_TILE_PX, self.height() - 2 * self.scale.px(14, 6))
        wide = (self.width() - 2 * pad - gap * (len(Act) - 1)) / len(Act)
        for place, act in enumerate(Act):
            left = round(pad + place * (wide + gap))
            right = round(pad + place * (wide + gap) + wide)
            self.tiles[act].setGeometry(left, (self.height() - high) // 2, right - left, high)
