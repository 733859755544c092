"""One plain instruction at a time: a cuff that is wanted, a cycle that is off, one question.

Rule 1: what the alarm bar says already is not said again.
Rule 2: the most pressing comes first: a cuff that is wanted at once, then the question, then the
        rest. It is dark and steady; shouting is the bar's business.
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from monitor.handshake import Question
from monitor.picture import ChairPicture
from monitor.vitals import SIGNS, VitalSign
from monitor.wishes import CuffWish, Why
from ui.chair.device_text import maker
from ui.chair.spans import clock_text
from ui.controls import Look, Tile
from ui.ink import Board, Label, Scale, Weight, fill_round, fitted, middle
from ui.theme import Theme
from ui.view_state import ChairView, shown_alarm
from ui.words import say

AT_ONCE = frozenset({Why.SYMPTOM, Why.HEART, Why.OXYGEN})
NEW_FOR_S = 60.0
"""After that it is said when the value came."""
SIGN_OF = {Why.HEART: VitalSign.HR, Why.OXYGEN: VitalSign.SPO2}


@dataclass(frozen=True, slots=True)
class InstructionFace:
    """`detail` is the second, quieter line; `source` whose answer `yes` and `no` give.

    Empty `yes` and `no` = nothing is asked. `urgent`: it has an edge.
    """

    text: str
    detail: str = ""
    source: str = ""
    yes: str = ""
    no: str = ""
    urgent: bool = False


def instruction_face(view: ChairView) -> InstructionFace | None:
    """What is to be done next; None = nothing beyond the rhythm."""
    picture = view.picture
    wish = picture.wish
    if view.over:
        return None
    if wish is not None and wish.why in AT_ONCE:
        return _wanted(wish, picture)
    if picture.question is not None:
        return _question(picture.question, view)
    if wish is not None and not _said_in_the_bar(picture):
        return _wanted(wish, picture)
    if picture.put_aside:
        source = min(picture.put_aside)
        return InstructionFace(
            say("ask-aside", maker(source)), say("ask-aside-what"), source, say("ask-aside-yes")
        )
    if picture.auto_cycle_off:
        minutes = f"{picture.nibp_interval_s / 60:g}"
        return InstructionFace(say("ask-cycle-off"), say("ask-cycle-set", minutes))
    return None


def _said_in_the_bar(picture: ChairPicture) -> bool:
    alarm = shown_alarm(picture.alarms)
    return alarm is not None and alarm.repeat_by_s is not None


def _wanted(wish: CuffWish, picture: ChairPicture) -> InstructionFace:
    if picture.cuff_measuring:
        how = say("ask-how-measuring")
    else:
        how = say("ask-how-starting" if picture.starts_cuff else "ask-how-press")
    text = say(f"ask-cuff-{wish.why.value}", _value(wish.why, picture)).rstrip()
    return InstructionFace(text, how, urgent=wish.why in AT_ONCE)


def _value(why: Why, picture: ChairPicture) -> str:
    """The value that asks for the cuff; empty when it is gone, or when it was no value."""
    sign = SIGN_OF.get(why)
    numeral = None if sign is None else picture.numerals.get(sign)
    if sign is None or numeral is None or numeral.value is None:
        return ""
    unit = " %" if SIGNS[sign].unit == "%" else ""
    return f"{numeral.value:.0f}{unit}"


def _question(question: Question, view: ChairView) -> InstructionFace:
    several = view.opened is not None and len(view.opened.devices) > 1
    new = view.picture.now_s - question.at_s < NEW_FOR_S
    came = f"ask-same-{'new' if new else 'at'}{'-from' if several else ''}"
    at = clock_text(view.wall_of(question.at_s))
    return InstructionFace(
        say(
            "ask-same",
            f"{question.sbp:.0f}",
            f"{question.dbp:.0f}",
            say(came, maker(question.source), at),
        ),
        say("ask-same-no"),
        question.source,
        say("ask-yes"),
        say("ask-no"),
    )


class InstructionStrip(Board):
    """Emits (source, same) when its question is answered."""

    confirmed = Signal(str, bool)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        self.face = InstructionFace("")
        super().__init__(theme, parent)
        self.yes = self._tile()
        self.no = self._tile()
        self.yes.clicked.connect(lambda: self.confirmed.emit(self.face.source, True))
        self.no.clicked.connect(lambda: self.confirmed.emit(self.face.source, False))
        self.hide()

    def _tile(self) -> Tile:
        tile = Tile(self.theme, say("ask-yes"), self)
        tile.wear(Look(ink=self.theme.text, fill=self.theme.raised, edge=self.theme.line, size=26))
        return tile

    def set_scale(self, scale: Scale) -> None:
        for tile in (self.yes, self.no):
            tile.set_scale(scale)
        super().set_scale(scale)

    def show_face(self, face: InstructionFace | None) -> bool:
        """Whether its place was taken or given free by that."""
        before = self.isHidden()
        if face is not None and face != self.face:
            self.face = face
            self.relayout()
        self.setVisible(face is not None)
        return self.isHidden() is not before

    def lay_out(self) -> list[Label]:
        face, pad, gap = self.face, self.scale.px(26, 12), self.scale.px(14, 8)
        right: float = self.width() - gap
        for tile, text in ((self.no, face.no), (self.yes, face.yes)):
            tile.setVisible(bool(text))
            if text:
                tile.say(text)
                width = self.scale.px(132, 84)
                inset = self.scale.px(8, 5)
                left = round(right) - width
                tile.setGeometry(left, inset, width, self.height() - 2 * inset)
                right = left - gap
        room = right - pad - gap
        size, small = self.scale.type(28, 15), self.scale.type(22, 12)
        first = middle(self.height() * 0.12, self.height() * 0.44, size, Weight.DemiBold)
        second = middle(self.height() * 0.56, self.height() * 0.32, small)
        weight = Weight.DemiBold
        return [
            fitted(Label(face.text, pad, first, room, size, self.theme.text, weight), 11),
            fitted(Label(face.detail, pad, second, room, small, self.theme.text_2), 11),
        ]

    def paint_under(self, painter: QPainter) -> None:
        radius = self.scale.px(12, 6)
        fill_round(painter, QRectF(self.rect()), self.theme.panel, radius)
        edge = QRectF(0, 0, self.scale.px(8, 5), self.height())
        hue = self.theme.caution if self.face.urgent else self.theme.text_3
        fill_round(painter, edge, hue, edge.width() / 2)
