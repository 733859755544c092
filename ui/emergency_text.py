"""An emergency in words: what is said on the phone, what is on the page, what was done. No Qt.

Rule 1: nothing is decided here; the code clock and the stamps are the picture's.
Rule 2: what is not known is said to be not known; an old value is given with its age.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime

from data.clinic_file import Clinic
from monitor.emergency import EmergencyView, StampView
from monitor.picture import ChairPicture, Numeral, Shown
from monitor.routes import Route
from monitor.vitals import VitalSign
from ui.chair.spans import age_text, minutes_text
from ui.view_state import ChairView
from ui.words import say

NO_BREAK = "\N{NO-BREAK SPACE}"
_TOLD = frozenset({Shown.LIVE, Shown.AGED})


@dataclass(frozen=True, slots=True)
class StampLine:
    """One line of what was done; `undo` = it can still be undone."""

    stamp_id: str
    clock: str
    code: str
    text: str
    struck: bool = False
    undo: bool = False


@dataclass(frozen=True, slots=True)
class EmergencyFace:
    """The page as it is shown now; `message` is what became of saving or printing."""

    code: str = "0:00"
    since: str = ""
    going: bool = False
    rings: bool = False
    practice: bool = False
    number: str = ""
    address: str = ""
    back: str = ""
    script: tuple[str, ...] = ()
    stamps: tuple[StampLine, ...] = ()
    drugs: tuple[str, ...] = ()
    message: str = ""


def face_of(view: ChairView, clinic: Clinic, message: str = "") -> EmergencyFace:
    """The page of this chair; calm and empty where there was no emergency."""
    emergency, picture = view.picture.emergency, view.picture
    if emergency is None:
        return EmergencyFace(practice=picture.simulated, message=message)
    unset = say("clinic-not-set")
    where = ", ".join(part for part in (clinic.name, clinic.address) if part)
    return EmergencyFace(
        code=minutes_text(emergency.code_s(picture.now_s)),
        since=_since(view, emergency),
        going=emergency.going,
        rings=emergency.rings,
        practice=picture.simulated,
        number=clinic.emergency_number or unset,
        address=where if clinic.address else unset,
        back=say("code-back", unbroken(clinic.phone) or unset),
        script=script(view, clinic),
        stamps=tuple(stamp_line(view, one) for one in reversed(emergency.stamps)),
        drugs=clinic.drugs,
        message=message,
    )


def _since(view: ChairView, emergency: EmergencyView) -> str:
    pressed = wall_text(view.wall_of(emergency.began_s))
    if emergency.going:
        return say("code-pressed", pressed, emergency.by or say("who-none"))
    lasted = minutes_text(emergency.code_s(view.picture.now_s))
    return say("code-ended", pressed, emergency.by or say("who-none"), lasted)


def stamp_line(view: ChairView, stamp: StampView) -> StampLine:
    return StampLine(
        stamp.stamp.stamp_id,
        wall_text(view.wall_of(stamp.at_s)),
        minutes_text(stamp.code_s),
        stamp_text(stamp),
        stamp.undone,
        stamp.may_be_undone(view.picture.now_s),
    )


def stamp_text(stamp: StampView) -> str:
    kind, text = say(f"stamp-{stamp.stamp.kind.value}"), stamp.stamp.text.strip()
    return say("stamp-with", kind, text) if text else kind


def unbroken(phone: str) -> str:
    """A number that is read aloud stays in one line."""
    return phone.replace(" ", NO_BREAK)


def wall_text(unix_s: float) -> str:
    """The local time of day to the second, ``14:31:07``."""
    return datetime.fromtimestamp(unix_s, tz=UTC).astimezone().strftime("%H:%M:%S")


def script(view: ChairView, clinic: Clinic) -> tuple[str, ...]:
    """What is said on the phone, sentence by sentence."""
    picture = view.picture
    where = ", ".join(part for part in (clinic.name, clinic.address) if part)
    given = picture.mg_given
    said = [
        say("script-what", where) if clinic.address else say("script-what-nowhere"),
        _who(view),
        say("script-drug-none") if not given else say(_drug_of(view), f"{given:.0f}"),
        _now(picture),
        say("script-send", unbroken(clinic.phone)) if clinic.phone else say("script-send-plain"),
    ]
    if clinic.access:
        said.append(say("script-enter", clinic.access))
    return tuple(said)


def _drug_of(view: ChairView) -> str:
    """How the drug was given: the id of the sentence."""
    return "script-drug" if view.profile.route is Route.IV else f"script-drug-{view.profile.route}"


def _who(view: ChairView) -> str:
    born = None if view.opened is None else view.opened.patient.birth_year
    if born is None:
        return say("script-who-unknown")
    year = datetime.fromtimestamp(view.wall_s, tz=UTC).astimezone().year
    return say("script-who", year - born)


def _now(picture: ChairPicture) -> str:
    values = [
        _pressure(picture),
        _plain(_heart(picture), "script-hr"),
        _plain(picture.numerals.get(VitalSign.SPO2), "script-spo2"),
    ]
    told = ", ".join(value for value in values if value)
    return say("script-now", told) if told else say("script-no-values")


def _pressure(picture: ChairPicture) -> str:
    sbp, dbp = picture.numerals.get(VitalSign.SBP), picture.numerals.get(VitalSign.DBP)
    if not (_told(sbp) and _told(dbp)) or sbp is None or dbp is None:
        return ""
    return say("script-bp", f"{sbp.value:.0f}", f"{dbp.value:.0f}", age_text(sbp.age_s or 0.0))


def _heart(picture: ChairPicture) -> Numeral | None:
    """The ECG's rate, else the oximeter's."""
    rate = picture.numerals.get(VitalSign.HR)
    return rate if _told(rate) else picture.numerals.get(VitalSign.PULSE)


def _plain(numeral: Numeral | None, word: str) -> str:
    return say(word, f"{numeral.value:.0f}") if numeral is not None and _told(numeral) else ""


def _told(numeral: Numeral | None) -> bool:
    return numeral is not None and numeral.value is not None and numeral.shown in _TOLD
