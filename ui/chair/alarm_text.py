"""What is said about an alarm: the value, the limit, the repeat, since when, what to do. No Qt.

Rule 1: which row compares how, and with what number, is known by `monitor.rules`; here are words.
Rule 2: an alarm without words of its own is still shown, by its id: no alarm is ever hidden
        because a sentence is missing.
Rule 3: "value ≥ limit" is written only where it is true. A value that the hysteresis still holds
        is said to be not over yet.
"""

from __future__ import annotations

import enum
import re
from dataclasses import dataclass

from monitor.events import LinkReason
from monitor.outcomes import AlarmPhase, Priority
from monitor.picture import AlarmView, ChairPicture
from monitor.vitals import VitalSign
from ui.chair.alarm_values import Breach, breaches, computed_text, pressure_text, value_text
from ui.chair.spans import clock_text, minutes_text, span_text
from ui.view_state import ChairView, urgency
from ui.words import figure, perhaps, say, say_or, sign_label

FLASH_HZ: dict[Priority, float] = {Priority.HIGH: 2.0, Priority.MEDIUM: 0.5, Priority.LOW: 0.0}
"""How often the bar goes from full to dimmed and back; half of the time it is full. 0 = steady."""
ACTIVE = frozenset({AlarmPhase.SOUNDING, AlarmPhase.REMINDED, AlarmPhase.ESCALATED})
TWO_READINGS = re.compile(r"\d+/\d+ \d+/\d+")
COUNTED_UP_TO = 3
"""Up to so many readings they are the repeats that were asked for; beyond, they only go on."""


class Manner(enum.Enum):
    """What kind of message it is; each looks different from the others."""

    OPEN = "open"
    """It holds, and nobody has answered: the only one that fills the bar and flashes."""
    OVER = "over"
    ANSWERED = "answered"
    CARD = "card"
    """Seen once; a repeat is asked for."""
    NOTE = "note"
    """A repeat took it back."""


MANNERS = {
    AlarmPhase.LATCHED: Manner.OVER,
    AlarmPhase.ACKNOWLEDGED: Manner.ANSWERED,
    AlarmPhase.PENDING: Manner.CARD,
    AlarmPhase.WITHDRAWN: Manner.NOTE,
}


@dataclass(frozen=True, slots=True)
class AlarmWords:
    """An alarm as it is written: the chair, the big value, the why, and small, the since.

    `detail` is everything that is known of it, for the list; `unanswered` is how long nobody
    has answered a high alarm, empty in its first minute.
    """

    key: str
    priority: Priority
    state: AlarmPhase
    headline: str
    reasons: str
    since: str
    chair: str = ""
    detail: str = ""
    unanswered: str = ""
    technical: bool = False
    number: int = 0
    """The number of its chair."""
    elsewhere: bool = False
    """It is of another chair than the one that is shown, or none is."""
    answerable: bool = True
    """False: no hand can answer it; it is over when its cause is."""

    @property
    def place(self) -> str:
        """What tells it from every other alarm of the room."""
        return f"{self.number}/{self.key}" if self.elsewhere else self.key

    @property
    def urgency(self) -> tuple[bool, tuple[bool, bool, int, bool]]:
        """Where it stands among others; the most urgent is the smallest."""
        return self.answerable, urgency(self.state, self.priority)

    @property
    def title(self) -> str:
        """Its headline, with the chair where it is not the one that is shown."""
        return f"{self.chair} · {self.headline}" if self.elsewhere else self.headline

    @property
    def manner(self) -> Manner:
        return MANNERS.get(self.state, Manner.OPEN)

    @property
    def waits(self) -> bool:
        """A hand is waited for."""
        return self.answerable and self.manner not in {Manner.ANSWERED, Manner.CARD}

    @property
    def message(self) -> str:
        """The alarm in one line: ``Chair 2 · SBP 186 ≥ 180 · repeat 2 of 2``."""
        return " · ".join(part for part in (self.chair, self.headline, self.reasons) if part)


def bright(priority: Priority, state: AlarmPhase, at: float) -> bool:
    """Whether a flashing bar is in its full half at this moment; a steady one always is."""
    hertz = FLASH_HZ[priority]
    if hertz == 0.0 or state not in ACTIVE:
        return True
    return (at * hertz) % 1.0 < 0.5


def alarm_words(alarm: AlarmView, view: ChairView) -> AlarmWords:
    physiological = alarm.sign is not None and alarm.value is not None
    if physiological and not (alarm.state is AlarmPhase.WITHDRAWN and _two_readings(alarm)):
        headline, parts, detail = _judged(alarm, view)
    else:
        headline, parts = _told(alarm, view)
        detail = parts
    return AlarmWords(
        key=alarm.key,
        priority=alarm.priority,
        state=alarm.state,
        headline=headline,
        reasons=_joined(parts),
        since=_since(alarm, view),
        chair=say("chair", view.picture.chair),
        detail=_joined(detail),
        unanswered=_unanswered(alarm, view.picture),
        technical=alarm.technical,
        number=view.picture.chair,
    )


def _since(alarm: AlarmView, view: ChairView) -> str:
    """Since when it holds; of what is over, when it began."""
    gone = alarm.state in {AlarmPhase.LATCHED, AlarmPhase.WITHDRAWN}
    return say("bar-began" if gone else "bar-since", clock_text(view.wall_of(alarm.since_s)))


def _joined(parts: list[str]) -> str:
    return " · ".join(part for part in parts if part)


# ---- a sign beyond its limit


def _judged(alarm: AlarmView, view: ChairView) -> tuple[str, list[str], list[str]]:
    """(headline, why in the bar, why in the list) of a value that was judged."""
    found, picture = breaches(alarm, view), view.picture
    whole = pressure_text(alarm, picture)
    asked = repeat_text(alarm, picture)
    limits = [breach.reason for breach in found]
    standing = [] if limits else [_easing(alarm)]
    after = [_two_readings(alarm), _repeats(alarm), _state(alarm)]
    if asked:
        return whole or _against(found, alarm), [asked], [*limits, *standing, asked]
    if whole and any(breach.sign is not alarm.sign for breach in found):
        return whole, [*limits, *after], [*limits, *after]
    return _against(found, alarm), [*standing, *after], [*standing, *after]


def _against(found: list[Breach], alarm: AlarmView) -> str:
    """``SBP 186 ≥ 180``; the value alone while it is only not over yet."""
    own = next((breach for breach in found if breach.sign is alarm.sign), None)
    return value_text(alarm) if own is None else own.against


def _easing(alarm: AlarmView) -> str:
    if alarm.state is AlarmPhase.LATCHED or alarm.limit is None:
        return ""
    return say("bar-easing", figure(f"{alarm.limit:g}"))


def repeat_text(alarm: AlarmView, picture: ChairPicture) -> str:
    """Until when a repeat must come, and from whom; empty when none is asked for."""
    if alarm.repeat_by_s is None:
        return ""
    left = minutes_text(max(0.0, alarm.repeat_by_s - picture.now_s))
    if picture.cuff_measuring:
        text = say("bar-measuring", left)
    else:
        text = say("bar-starting" if picture.starts_cuff else "bar-press-start", left)
    return say("bar-recheck", text) if alarm.state is AlarmPhase.PENDING else text


def _repeats(alarm: AlarmView) -> str:
    if alarm.readings < 2 or alarm.state is AlarmPhase.LATCHED:
        return ""
    known = alarm.readings <= COUNTED_UP_TO
    return say("bar-repeat-of" if known else "bar-repeats", alarm.readings)


def _two_readings(alarm: AlarmView) -> str:
    """Two readings of which the second did not confirm the first."""
    if TWO_READINGS.fullmatch(alarm.text) is None:
        return ""
    return say("bar-not-confirmed", *alarm.text.split())


def _state(alarm: AlarmView) -> str:
    if alarm.state is AlarmPhase.LATCHED:
        return say("bar-latched")
    if alarm.state is AlarmPhase.WITHDRAWN and not _two_readings(alarm):
        return say("bar-withdrawn")
    if alarm.state is not AlarmPhase.ACKNOWLEDGED:
        return ""
    if alarm.reminds_in_s is None:
        return say("bar-acknowledged")
    return say("bar-acknowledged-for", minutes_text(alarm.reminds_in_s))


def _unanswered(alarm: AlarmView, picture: ChairPicture) -> str:
    waits = alarm.priority is Priority.HIGH and alarm.state in ACTIVE
    if picture.unanswered_s is None or not waits:
        return ""
    return say("bar-unanswered", minutes_text(picture.unanswered_s))


# ---- what is told in words: notes, symptoms, technical conditions


def _told(alarm: AlarmView, view: ChairView) -> tuple[str, list[str]]:
    if alarm.state is AlarmPhase.WITHDRAWN and _two_readings(alarm):
        return _two_readings(alarm), [say("bar-note-waits")]
    name = computed_text(alarm) or say_or(f"alarm-{alarm.alarm}", alarm.alarm)
    symptom = perhaps(f"note-{alarm.text}")
    if alarm.alarm == "symptom-emergency" and symptom is not None:
        return symptom, [_technical(alarm, view), _state(alarm)]
    return name, [_technical(alarm, view), _state(alarm)]


def _technical(alarm: AlarmView, view: ChairView) -> str:
    if alarm.alarm == "link-lost":
        return _link_text(view)
    advice = perhaps(f"advice-{alarm.alarm}")
    if alarm.alarm == "sensor-off" and alarm.text:
        signs = [sign_label(VitalSign(word)) for word in alarm.text.split()]
        return say("sensor-lost", ", ".join(signs))
    if alarm.alarm == "sedation-deep" and alarm.text and advice:
        return say("bar-score", alarm.text, advice)
    known = perhaps(f"why-{alarm.text}")
    if known is None and alarm.alarm == "sound-failed" and alarm.text:
        return f"{alarm.text[:1].upper()}{alarm.text[1:]}."  # it says what to do, too
    if known is not None and advice is not None:
        return f"{known[:1].upper()}{known[1:]}. {advice}"
    return alarm.text if advice is None else advice


def _link_text(view: ChairView) -> str:
    link = view.picture.link
    reason = link.reason if link is not None else LinkReason.NO_DATA
    if reason is LinkReason.NO_DATA and view.quiet_since_s is not None:
        return say("link-no-data-for", span_text(view.picture.now_s - view.quiet_since_s))
    return say(f"link-{reason.value}")
