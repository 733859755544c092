"""What stands on the page for the ambulance, gathered from what the window knows of a chair.

Rule 1: the last 30 minutes: a line for every cuff result, every 5 minutes, and now.
Rule 2: what was given is calculated, and says so; what was undone is there, struck through.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from data.clinic_file import Clinic
from monitor.emergency import EmergencyView
from monitor.picture import ChairPicture
from monitor.vitals import VitalSign
from ui.chair.spans import minutes_text
from ui.emergency_sheet import MOST_LOG, MOST_VITALS, Sheet, VitalsLine
from ui.emergency_text import StampLine, stamp_text, wall_text
from ui.view_state import ChairView
from ui.words import figure, say

if TYPE_CHECKING:
    from ui.trend_cuffs import Cuff
    from ui.trend_model import TrendModel

BACK_S = 30 * 60.0
EVERY_S = 5 * 60.0
NEAR_S = 1.0


def sheet_of(view: ChairView, model: TrendModel, clinic: Clinic, date: str) -> Sheet:
    """`date` is the day of now, in words."""
    log = tuple(_log(view, model))
    return Sheet(
        facts=tuple(_facts(view, clinic)),
        vitals=tuple(_vitals(view, model))[-MOST_VITALS:],
        log=log[-MOST_LOG:],
        made=say("sheet-printed", wall_text(view.wall_s), date),
        practice=view.picture.simulated,
        earlier=max(0, len(log) - MOST_LOG),
    )


def _facts(view: ChairView, clinic: Clinic) -> Iterator[tuple[str, str]]:
    picture = view.picture
    patient = None if view.opened is None else view.opened.patient
    born = "" if patient is None or patient.birth_year is None else str(patient.birth_year)
    who = (picture.initials, born, f"#{picture.patient_id}")
    yield say("sheet-patient"), " · ".join(part for part in who if part)
    if patient is not None and patient.weight_kg is not None:
        pounds = patient.weight_kg / 0.45359237
        weight = figure(f"{patient.weight_kg:g}")
        yield say("sheet-weight"), say("sheet-kg-lb", weight, f"{pounds:.0f}")
    for word, text in (
        ("sheet-clinic", clinic.name),
        ("sheet-address", clinic.address),
        ("sheet-phone", clinic.phone),
    ):
        if text:
            yield say(word), text
    if picture.emergency is not None:
        yield from _emergency(view, picture.emergency)
    yield say("sheet-drug"), _given(picture)
    yield say("sheet-infusion"), _infusion(view)
    if picture.baseline is not None:
        yield say("sheet-baseline"), _resting(picture)


def _emergency(view: ChairView, emergency: EmergencyView) -> Iterator[tuple[str, str]]:
    pressed = wall_text(view.wall_of(emergency.began_s))
    yield say("sheet-pressed"), say("sheet-by", pressed, emergency.by or say("who-none"))
    ended = emergency.ended_s
    yield (
        say("sheet-ended"),
        say("sheet-going") if ended is None else wall_text(view.wall_of(ended)),
    )


def _given(picture: ChairPicture) -> str:
    if picture.mg_given is None or picture.dose_mg is None:
        return say("sheet-drug-none")
    return say(
        "sheet-drug-ran", figure(f"{picture.mg_given:.1f}"), figure(f"{picture.dose_mg:.1f}")
    )


def _infusion(view: ChairView) -> str:
    picture = view.picture
    if picture.infusion_started_s is None:
        return say("sheet-not-begun")
    began = wall_text(view.wall_of(picture.infusion_started_s))
    if picture.infusion_ended_s is not None:
        return say("sheet-over", began, wall_text(view.wall_of(picture.infusion_ended_s)))
    return say("sheet-ran" if picture.infusion_running else "sheet-held", began)


def _resting(picture: ChairPicture) -> str:
    base = picture.baseline
    values = () if base is None else (base.sbp, base.dbp, base.hr, base.spo2)
    sbp, dbp, hr, spo2 = ("–" if value is None else f"{value:.0f}" for value in values)
    return say("sheet-resting", sbp, dbp, hr, spo2)


def _vitals(view: ChairView, model: TrendModel) -> Iterator[VitalsLine]:
    now = view.picture.now_s
    first = max(model.opened_s, now - BACK_S)
    cuffs = {cuff.at_s: cuff for cuff in model.cuffs.all if cuff.at_s >= first}
    steps = (now - n * EVERY_S for n in range(int(BACK_S / EVERY_S) + 1))
    plain = [at for at in steps if at >= first and not _near(at, cuffs)]
    for at in sorted([*cuffs, *plain]):
        line = VitalsLine(
            wall_text(view.wall_of(at)),
            _pressure(cuffs.get(at)),
            _value(model, model.signals.rate.sign, at),
            _value(model, VitalSign.SPO2, at),
        )
        if line.bp or line.hr or line.spo2:
            yield line


def _near(at: float, cuffs: dict[float, Cuff]) -> bool:
    return any(abs(at - other) < NEAR_S for other in cuffs)


def _pressure(cuff: Cuff | None) -> str:
    if cuff is None:
        return ""
    both = f"{cuff.sbp:.0f}/{cuff.dbp:.0f}"
    return say("sheet-manual", both) if cuff.manual else both


def _value(model: TrendModel, sign: VitalSign, at: float) -> str:
    value = model.reading_at(sign, at)
    return "" if value is None else f"{value:.0f}"


def _log(view: ChairView, model: TrendModel) -> Iterator[StampLine]:
    """Stamps, notes and the course of the session, oldest first."""
    emergency = view.picture.emergency
    began = None if emergency is None else emergency.began_s
    now = view.picture.now_s
    first = (now if began is None else began) - BACK_S
    lines: list[tuple[float, StampLine]] = []
    for mark in model.marks.marks:
        if mark.at_s >= first and not mark.stamp_id:
            lines.append((mark.at_s, _line(view, began, mark.at_s, mark.text, struck=mark.struck)))
    for stamp in () if emergency is None else emergency.stamps:
        text = say("sheet-by", stamp_text(stamp), stamp.stamp.by) if stamp.stamp.by else ""
        words = text or stamp_text(stamp)
        lines.append((stamp.at_s, _line(view, began, stamp.at_s, words, struck=stamp.undone)))
    yield from (line for _at, line in sorted(lines, key=lambda pair: pair[0]))


def _line(
    view: ChairView, began: float | None, at: float, text: str, *, struck: bool
) -> StampLine:
    code = "" if began is None or at < began else minutes_text(at - began)
    return StampLine("", wall_text(view.wall_of(at)), code, text, struck)
