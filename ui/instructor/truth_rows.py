"""How the patient really is, beside what the monitor shows and what the program shows. Pure.

Rule 1: a number that is not there is a dash, and no zero.
Rule 2: what the learner sees and is far from the truth is marked; what "far" means is said here.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from devices.simulated.body.patient import Vitals
from devices.simulated.sensors.shown import Shown
from monitor.picture import ChairPicture
from monitor.picture import Shown as Drawn
from monitor.vitals import SIGNS, VitalSign
from ui.words import say, sign_label

FAR_MMHG, FAR_RATE, FAR_SPO2, FAR_BREATHS = 15.0, 10.0, 3.0, 6.0
"""From so much on two numbers tell two stories: beyond what a cuff, an average or a count errs."""
DASH = "–"
_SEEN = frozenset({Drawn.LIVE, Drawn.AGED})


@dataclass(frozen=True, slots=True)
class TruthRow:
    """`role` is the colour of the sign. `far`: what the learner sees is not how it is."""

    name: str
    unit: str
    role: str
    truth: str
    monitor: str
    program: str
    far: bool = False


def truth_rows(
    truth: Vitals, displays: Sequence[Shown], picture: ChairPicture | None
) -> tuple[TruthRow, ...]:
    return (
        _pressure(truth, displays, picture),
        _row(VitalSign.HR, truth.hr, [shown.hr for shown in displays], picture, FAR_RATE),
        _row(VitalSign.SPO2, truth.spo2, [shown.spo2 for shown in displays], picture, FAR_SPO2),
        _row(VitalSign.RR, truth.rr, [shown.rr for shown in displays], picture, FAR_BREATHS),
    )


def _pressure(truth: Vitals, displays: Sequence[Shown], picture: ChairPicture | None) -> TruthRow:
    last = next((shown.cuff.last for shown in displays if shown.cuff.last is not None), None)
    measuring = any(shown.cuff.measuring for shown in displays)
    sbp, dbp = (seen(picture, sign) for sign in (VitalSign.SBP, VitalSign.DBP))
    shown = f"{last.sbp}/{last.dbp}" if last is not None else DASH
    far = sbp is None or dbp is None
    if sbp is not None and dbp is not None:
        far = max(abs(sbp - truth.sbp), abs(dbp - truth.dbp)) >= FAR_MMHG
    return TruthRow(
        say("nibp"),
        SIGNS[VitalSign.SBP].unit,
        SIGNS[VitalSign.SBP].colour_role,
        f"{truth.sbp:.0f}/{truth.dbp:.0f}",
        say("truth-measuring") if measuring else shown,
        DASH if sbp is None or dbp is None else f"{sbp:.0f}/{dbp:.0f}",
        far,
    )


def _row(
    sign: VitalSign,
    truth: float,
    displayed: Sequence[int | None],
    picture: ChairPicture | None,
    far: float,
) -> TruthRow:
    shown = next((number for number in displayed if number is not None), None)
    known = seen(picture, sign)
    return TruthRow(
        sign_label(sign),
        SIGNS[sign].unit,
        SIGNS[sign].colour_role,
        f"{truth:.0f}",
        DASH if shown is None else str(shown),
        DASH if known is None else f"{known:.0f}",
        _expected(picture, sign) and (known is None or abs(known - truth) >= far),
    )


def seen(picture: ChairPicture | None, sign: VitalSign) -> float | None:
    """The number that the learner sees as the present one; None = none."""
    numeral = None if picture is None else picture.numerals.get(sign)
    return numeral.value if numeral is not None and numeral.shown in _SEEN else None


def _expected(picture: ChairPicture | None, sign: VitalSign) -> bool:
    """The learner's screen has this sign at all."""
    numeral = None if picture is None else picture.numerals.get(sign)
    return numeral is not None and numeral.shown is not Drawn.NEVER
