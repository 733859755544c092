"""The numbers of a tile: the pressure, which is the largest, and heart rate and saturation.

Rule: digits stand in slots of their own width, the last one always in the same place.
"""

from __future__ import annotations

from monitor.vitals import SIGNS
from ui.chair.faces import CuffFace, VitalFace
from ui.chair.numerals import WIDEST
from ui.ink import LEFT, RIGHT, Label, Weight, cap_height, text_width, wrapped
from ui.wall.sheet import LEAST_PX, Sheet, chosen, digits_px
from ui.wall.tile_words import states_wordings

PRESSURE_CAP, PRESSURE_ROOM = 122, 0.74
"""In a wide tile: its greatest height, and its share of the width."""


def pressure(sheet: Sheet) -> None:
    cuff = sheet.face.cuff
    if cuff is None:
        return
    top, floor = sheet.y(106, 104), sheet.y(106 + PRESSURE_CAP, 178)
    if cuff.sbp:
        _digits(sheet, cuff, top, floor)
    else:
        size = sheet.scale.type(36, 17)
        base = (top + floor + cap_height(size)) / 2
        room = sheet.room * (PRESSURE_ROOM if sheet.wide else 1.0)
        sheet.put(cuff.reason, base, size, sheet.theme.text_2, room=room, weight=Weight.Medium)
    if cuff.breach is not None:
        sheet.edge(top, floor, 0.0, cuff.breach)


def _digits(sheet: Sheet, cuff: CuffFace, top: float, floor: float) -> None:
    room = sheet.room * (PRESSURE_ROOM if sheet.wide else 1.0)
    size = digits_px(floor - top, room, "888/888")
    digit, slash = text_width(WIDEST, size, Weight.Bold), text_width("/", size, Weight.Bold)
    base = (top + floor + cap_height(size, Weight.Bold)) / 2
    hue = sheet.theme.text_3 if cuff.aged else sheet.theme.nibp
    left = sheet.pad - digit * 0.04
    for text, at, width, align in (
        (cuff.sbp, left, 3 * digit, RIGHT),
        ("/", left + 3 * digit, slash, LEFT),
        (cuff.dbp, left + 3 * digit + slash, 3 * digit, LEFT),
    ):
        sheet.labels.append(Label(text, at, base, width, size, hue, Weight.Bold, align))


def age(sheet: Sheet) -> None:
    """Under the pressure: its age, its change, and what else is true, if it has no other row."""
    face, theme, bold = sheet.face, sheet.theme, Weight.DemiBold
    base, size, gap = sheet.y(268, 209), sheet.scale.type(24, 12), sheet.scale.px(28, 10)
    states = states_wordings(face.states) if sheet.wide or face.alarm is not None else ()
    kept = text_width(states[-1], size, bold) + gap if states else 0.0
    since = chosen(face.age, sheet.room - kept, size)
    start = float(sheet.pad)
    if since:
        label = sheet.put(since, base, size, theme.text_2, room=sheet.room - kept)
        start += label.text_width() + gap
    delta = chosen(face.delta, sheet.right - start - kept, size)
    if delta and text_width(delta, size) <= sheet.right - start - kept:
        start += sheet.put(delta, base, size, theme.text, left=start).text_width() + gap
    if states:
        text = chosen(states, sheet.right - start, size, bold)
        sheet.put(text, base, size, theme.text, left=start, right=True, weight=bold)


# ---- heart rate and saturation


def vitals_wide(sheet: Sheet) -> None:
    """One below the other, right of the pressure; the name at the left of its digits."""
    left = sheet.pad + sheet.room * PRESSURE_ROOM + sheet.scale.px(26, 12)
    gap, vitals = sheet.scale.px(14, 6), (sheet.face.heart, sheet.face.spo2)
    named = max((_title_width(sheet, vital) for vital in vitals if vital is not None), default=0.0)
    size = digits_px(sheet.y(53), sheet.right - left - named - gap, "888")
    digits = 3 * text_width(WIDEST, size, Weight.Bold)
    high = cap_height(size, Weight.Bold)
    floors = (sheet.y(106) + high, sheet.y(106 + PRESSURE_CAP))
    for vital, floor in zip(vitals, floors, strict=True):
        if vital is None:
            continue
        _title(sheet, vital, floor, left, sheet.right - digits - gap - left)
        _value(sheet, vital, (sheet.right - digits, floor, digits), size, right=True)
        if vital.breach is not None:
            sheet.edge(floor - high, floor, left - sheet.scale.px(16, 7), vital.breach)


def _title_width(sheet: Sheet, vital: VitalFace) -> float:
    return text_width(vital.title, sheet.scale.type(20, 11), Weight.DemiBold) + 1


def vitals_narrow(sheet: Sheet) -> None:
    """Side by side below everything; the name under its digits. Beside them what comes next."""
    size = digits_px(sheet.y(44), sheet.room * 0.28, "888")
    digits, gap = 3 * text_width(WIDEST, size, Weight.Bold), sheet.scale.px(22, 9)
    floor, left = sheet.y(308), float(sheet.pad)
    for vital in (sheet.face.heart, sheet.face.spo2):
        if vital is not None:
            _title(sheet, vital, sheet.y(333), left)
            _value(sheet, vital, (left, floor, digits), size, right=False)
            if vital.breach is not None:
                at = 0.0 if left == sheet.pad else left - sheet.scale.px(13, 6)
                sheet.edge(floor - sheet.y(44), floor, at, vital.breach)
        left += digits + gap
    _coming(sheet, left)


def _title(
    sheet: Sheet, vital: VitalFace, base: float, left: float, beside: float | None = None
) -> None:
    """`beside`: it stands at the right end of so much room, beside its digits."""
    hue = sheet.theme.sign(SIGNS[vital.sign].colour_role)
    size, bold, right = sheet.scale.type(20, 11), Weight.DemiBold, beside is not None
    sheet.put(vital.title, base, size, hue, left=left, room=beside, weight=bold, right=right)


def _value(
    sheet: Sheet, vital: VitalFace, place: tuple[float, float, float], size: int, *, right: bool
) -> None:
    """`place`: left, where the digits stand, width."""
    left, floor, room = place
    hue = sheet.theme.sign(SIGNS[vital.sign].colour_role)
    if vital.big:
        ink = sheet.theme.text_3 if vital.aged else hue
        sheet.put(
            vital.big, floor, size, ink, left=left, room=room, weight=Weight.Bold, right=right
        )
        return
    small = sheet.scale.type(18, LEAST_PX)
    lines = wrapped(vital.reason, room, small, Weight.Normal)
    base = floor - (len(lines) - 1) * small * 1.15
    for row, line in enumerate(lines):
        at = base + row * small * 1.15
        sheet.put(line, at, small, sheet.theme.text_2, left=left, room=room, right=right)


def _coming(sheet: Sheet, left: float) -> None:
    room, size = sheet.right - left, sheet.scale.type(22, 12)
    bold, base = Weight.DemiBold, sheet.y(333)
    for line in reversed(wrapped(sheet.face.next, room, size, bold)):
        sheet.put(
            line, base, size, sheet.theme.text, left=left, room=room, weight=bold, right=True
        )
        base -= size * 1.2
