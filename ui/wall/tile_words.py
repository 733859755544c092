"""The words of a tile: who and where, the alarm, what comes next, what else is true."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QRectF

from ui.chair.alarm_shapes import hue_of, shape_width
from ui.ink import LEFT, RIGHT, Label, Weight, cap_height, fitted, text_width, wrapped
from ui.wall.sheet import LEAST_PX, Sheet, chosen
from ui.words import say


def free(sheet: Sheet) -> None:
    """A chair without a session: what the tap does."""
    face, theme, scale = sheet.face, sheet.theme, sheet.scale
    number, size = scale.type(44, 20), scale.type(28, 15)
    sheet.put(str(face.chair), sheet.y(55), number, theme.text_3, weight=Weight.Bold)
    what = chosen(face.patient, sheet.room, size) if face.patient else say("wall-free")
    for text, base, hue in (
        (what, sheet.y(178), theme.text_3),
        (say("wall-begin"), sheet.y(222), theme.text_2),
    ):
        width = min(text_width(text, size) + 1, sheet.room)
        sheet.put(text, base, size, hue, left=sheet.pad + (sheet.room - width) / 2, room=width)


def unwatched(sheet: Sheet) -> None:
    """A chair whose numbers may not be believed: none are shown."""
    headline(sheet, sheet.pad, sheet.room, sheet.y(180), sheet.scale.type(34, 16), right=False)
    size = sheet.scale.type(28, 14)
    for place, line in enumerate(wrapped(sheet.face.unwatched, sheet.room, size, Weight.Medium)):
        base = sheet.y(228) + place * size * 1.3
        sheet.put(line, base, size, sheet.theme.text, weight=Weight.Medium)


# ---- who and where


def head(sheet: Sheet) -> None:
    """The chair, the patient, the phase and its clock; small, whose chair it is."""
    face, theme, scale = sheet.face, sheet.theme, sheet.scale
    base, small = sheet.y(53), scale.type(20, 11)
    size = scale.type(26 if sheet.wide else 24, 13)
    digits = sheet.put(str(face.chair), base, scale.type(44, 20), theme.text, weight=Weight.Bold)
    left = sheet.pad + digits.text_width() + scale.px(18, 8)
    above, above_px = (face.phase, size) if sheet.wide else (face.mark, small)
    corner = sheet.put(above, base, above_px, theme.text_2, left=left, right=True)
    room = sheet.right - left - (corner.text_width() + scale.px(24, 8) if above else 0.0)
    who = chosen(face.patient, room, size, Weight.Medium)
    sheet.put(who, base, size, theme.text, left=left, room=room, weight=Weight.Medium)
    if sheet.wide:
        _second_row(sheet, left, face.people, face.mark)
    else:
        _phase_row(sheet)


def _second_row(sheet: Sheet, left: float, people: tuple[str, ...], mark: str) -> None:
    base, small = sheet.y(83), sheet.scale.type(20, 11)
    corner = sheet.put(mark, base, small, sheet.theme.text_2, left=left, right=True)
    room = sheet.right - left - corner.text_width() - sheet.scale.px(24, 8)
    sheet.put(chosen(people, room, small), base, small, sheet.theme.text_2, left=left, room=room)


def _phase_row(sheet: Sheet) -> None:
    """Where it gets too narrow for both, the phase stays."""
    base, small = sheet.y(84), sheet.scale.type(20, 11)
    where = sheet.put(sheet.face.phase, base, sheet.scale.type(22, 12), sheet.theme.text)
    start = sheet.pad + where.text_width() + sheet.scale.px(20, 8)
    people = chosen(sheet.face.people, sheet.right - start, small)
    if text_width(people, small) <= sheet.right - start:
        sheet.put(people, base, small, sheet.theme.text_2, left=start, right=True)


# ---- the alarm, what comes next, what else is true


def notes_wide(sheet: Sheet) -> None:
    """The lowest row: the alarm and why at the left, what comes next at the right."""
    face, theme, scale = sheet.face, sheet.theme, sheet.scale
    base, size, gap = sheet.y(318), scale.type(30, 14), scale.px(26, 10)
    coming = sheet.put(face.next, base, size, theme.text, right=True, weight=Weight.DemiBold)
    words = face.alarm
    if words is None:
        return
    end = coming.ink_left() - gap if face.next else sheet.right
    label = headline(sheet, sheet.pad, end - sheet.pad, base, size, right=False)
    start = label.left + label.text_width() + gap
    more = say("wall-more", face.more) if face.more else ""
    small = scale.type(23, 12)
    why = chosen(_joined((words.reasons, more), (words.reasons,), (more,)), end - start, small)
    if text_width(why, small) <= end - start:
        sheet.put(why, base, small, theme.text_2, left=start, room=end - start)


def _joined(*wordings: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(" · ".join(filter(None, parts)) for parts in wordings)


def notes_narrow(sheet: Sheet) -> None:
    """The alarm has a row of its own; beside the numbers stands what comes next."""
    face, theme = sheet.face, sheet.theme
    base, size = sheet.y(243), sheet.scale.type(25, 13)
    if face.alarm is not None:
        headline(sheet, sheet.pad, sheet.room, base, size, right=False, more=face.more)
    elif face.states:
        text = chosen(states_wordings(face.states), sheet.room, size, Weight.DemiBold)
        sheet.put(text, base, size, theme.text, weight=Weight.DemiBold)


def states_wordings(states: tuple[str, ...]) -> tuple[str, ...]:
    """All of them, then fewer and fewer of the last."""
    return tuple(" · ".join(states[:kept]) for kept in range(len(states), 0, -1))


def headline(
    sheet: Sheet,
    left: float,
    room: float,
    base: float,
    size: int,
    *,
    right: bool,
    more: int = 0,
) -> Label:
    """The alarm's shape and its value, in its colour."""
    words = sheet.face.alarm
    if words is None:
        return Label("", left, base, room, size, sheet.theme.text)
    side, gap = size * 0.86, size * 0.4
    shape = shape_width(words, side)
    start = left + shape + gap
    text = f"{words.headline} {say('wall-more', more)}" if more else words.headline
    hue = hue_of(sheet.theme, words)
    label = Label(text, start, base, left + room - start, size, hue, Weight.Bold)
    label = fitted(replace(label, align=RIGHT if right else LEFT), LEAST_PX)
    sheet.labels.append(label)
    top = base - cap_height(size, Weight.Bold) / 2 - side / 2
    sheet.shape = QRectF(label.ink_left() - gap - shape, top, side, side)
    return label
