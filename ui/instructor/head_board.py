"""The top of the instructor's window: which lesson, the patient's clock, and how time goes."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from monitor.picture import ChairPicture
from ui.chair.spans import clock_text, minutes_text
from ui.ink import RIGHT, Board, Label, Weight, fitted
from ui.practice_pace import Pace
from ui.theme import Theme
from ui.words import say


@dataclass(frozen=True, slots=True)
class HeadFace:
    lesson: str = ""
    clock: str = ""
    """How long the session has gone on."""
    pace: str = ""
    loud: bool = False
    """The pace is not what a glance would expect: frozen, too slow, over."""


def head_face(lesson: str, picture: ChairPicture | None, pace: Pace, *, over: bool) -> HeadFace:
    now_s = 0.0 if picture is None else picture.now_s
    text, loud = pace_words(pace, over=over)
    return HeadFace(lesson, minutes_text(now_s), text, loud)


def pace_words(pace: Pace, *, over: bool) -> tuple[str, bool]:
    """How time goes, and whether that is to be seen at a glance."""
    if over:
        return say("instructor-over"), True
    if pace.frozen:
        return say("instructor-frozen"), True
    if pace.behind and pace.reached is not None:
        return say("instructor-reached", f"{pace.reached:.0f}", f"{pace.speed:g}"), True
    return say("instructor-clock", clock_text(pace.utc_s)), False


class HeadBoard(Board):
    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        self.face = HeadFace()
        super().__init__(theme, parent)

    def show_face(self, face: HeadFace) -> None:
        if face != self.face:
            self.face = face
            self.relayout()

    def lay_out(self) -> list[Label]:
        theme, scale, face = self.theme, self.scale, self.face
        high, wide = self.height(), self.width()
        upper, lower = high * 0.46, high * 0.82
        big, small = scale.type(26, 16), scale.type(18, 12)
        clock_wide = scale.px(330, 210)
        space = scale.px(20, 10)
        room = wide - clock_wide - space
        title = Label(say("instructor-title"), 0, upper, room, big, theme.text, Weight.DemiBold)
        at = wide - clock_wide
        clock = Label(
            face.clock,
            at,
            upper,
            clock_wide,
            scale.type(36, 22),
            theme.text,
            Weight.DemiBold,
            RIGHT,
        )
        ink = theme.caution if face.loud else theme.text_2
        weight = Weight.DemiBold if face.loud else Weight.Normal
        pace = Label(face.pace, at, lower, clock_wide, small, ink, weight, RIGHT)
        room = max(room, int(pace.ink_left()) - space)
        lesson = Label(face.lesson, 0, lower, room, small, theme.text_2)
        return [fitted(one) for one in (title, lesson, clock, pace)]
