"""What the window knows: the newest picture of each chair, and how old that knowledge is.

Rule 1: no Qt, no clock. `at` is monotonic seconds of the window, given with every message.
Rule 2: a picture is shown as it is. What is worked out here is only about the screen itself:
        how long nothing was heard, what was refused, since when the line is quiet.
Rule 3: samples of waves are kept only while somebody looks at waves; numpy, which they need, is
        loaded then.
"""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from monitor.entries import ChairBroken, Committed, Published, StoreNote, StoreTrouble, StoreWell
from monitor.events import LinkState, SessionOpened
from monitor.limits import PROFILES, LimitProfile
from monitor.outcomes import AlarmPhase, BaselineAccepted, Priority, Refused
from monitor.phases import Phase
from monitor.picture import AlarmView, ChairPicture
from monitor.vitals import VitalSign, WaveChunk
from ui.chair.device_text import maker
from ui.inbox import Message
from ui.wave_clock import WaveClock
from ui.words import SENTENCES, say, say_or, sign_label

if TYPE_CHECKING:
    from ui.wave_buffer import ChairWaves

STALLED_AFTER_S = 2.0
"""A station that has said nothing for longer than this has stopped answering."""
_QUIET = frozenset({AlarmPhase.ACKNOWLEDGED, AlarmPhase.LATCHED, AlarmPhase.PENDING})
_NAMED = ("criterion-", "reason-", "reply-", "scale-")
"""Arguments that are ids of sentences themselves."""
_SIGN_NAMES = frozenset(sign.value for sign in VitalSign)
REFUSALS_KEPT = 8
HEARD_KEPT = 4096
"""Pictures that wait for the disk; beyond, the oldest still tell since when it is behind."""


@dataclass(slots=True)
class ChairView:
    """One chair as the window knows it. `opened` is None until it was seen or looked up."""

    picture: ChairPicture
    heard_at: float
    wall_s: float
    opened: SessionOpened | None = None
    quiet_since_s: float | None = None
    refusals: deque[str] = field(default_factory=lambda: deque(maxlen=REFUSALS_KEPT))
    refusal_count: int = 0
    heard: deque[tuple[float, float]] = field(default_factory=deque)
    """(session second, window second) of pictures, from the last one that is on the disk on."""
    clock: WaveClock = field(default_factory=WaveClock)
    waves: ChairWaves | None = None
    """None while waves are not shown."""

    def take(self, picture: ChairPicture, at: float, wall_s: float) -> None:
        self.picture, self.heard_at, self.wall_s = picture, at, wall_s
        if len(self.heard) < HEARD_KEPT:
            self.heard.append((picture.now_s, at))
        if picture.recorded_at_s is not None:
            while len(self.heard) > 1 and self.heard[1][0] <= picture.recorded_at_s:
                self.heard.popleft()

    def take_wave(self, now_s: float, chunk: WaveChunk) -> None:
        if self.waves is None:
            from ui.wave_buffer import ChairWaves  # noqa: PLC0415 -- see rule 3

            self.waves = ChairWaves()
        self.waves.take(now_s, chunk)

    def wall_of(self, session_s: float) -> float:
        """Unix seconds of a session second, by the newest picture."""
        return self.wall_s - (self.picture.now_s - session_s)

    @property
    def recorded_ago_s(self) -> float | None:
        """Since when the disk is behind, in seconds of the window; None = nothing is on it.

        Not in session seconds: a demonstration may run faster than the clock on the wall.
        """
        if self.picture.recorded_at_s is None:
            return None
        return max(0.0, self.heard_at - self.heard[0][1]) if self.heard else 0.0

    def saved(self, at_s: float) -> bool:
        """What happened at this session second is on the disk."""
        recorded = self.picture.recorded_at_s
        return recorded is not None and recorded >= at_s

    @property
    def over(self) -> bool:
        return self.picture.phase is Phase.SIGNED

    @property
    def by(self) -> str:
        return "" if self.opened is None else self.opened.by

    @property
    def profile(self) -> LimitProfile:
        """The profile with what was moved at this chair, for words about its rows."""
        known = PROFILES.get(self.picture.profile, PROFILES["adult-iv"])
        if self.opened is not None and self.opened.profile.name == self.picture.profile:
            known = self.opened.profile
        changed = {rule: active for rule, _, active in self.picture.deviations}
        return replace(
            known,
            name=self.picture.profile,
            changed=changed,
            modifiers=self.picture.modifiers,
        )

    @property
    def baseline(self) -> BaselineAccepted | None:
        return self.picture.baseline


class ViewState:
    """`demo`: nobody here is a patient, whether a session runs or not."""

    def __init__(self, *, demo: bool = False) -> None:
        self.demo = demo
        self.chairs: dict[int, ChairView] = {}
        self.store_trouble: StoreTrouble | None = None
        self.second_place_off = False
        """The record is written, and its second place cannot be."""
        self.broken: dict[int, str] = {}
        self.waves_shown = False
        self.pace = ""
        """How fast simulated time goes, in words; empty = it is the time on the wall."""
        self.news = 0
        """Goes up with everything that changes what is shown, but for the samples of waves."""

    def show_waves(self, *, shown: bool) -> None:
        """From now on; what came before was not kept, what was kept is let go."""
        self.waves_shown = shown
        for view in self.chairs.values():
            view.waves = None

    def absorb(self, message: Message, at: float, wall_s: float) -> None:
        match message:
            case Published():
                self._absorb_published(message, at, wall_s)
                return
            case ChairBroken(chair=chair, text=text):
                self.broken[chair] = text
            case Committed():
                pass  # the picture itself says up to when it is recorded
            case StoreTrouble():
                self.store_trouble = message
            case StoreWell():
                self.store_trouble = None
            case StoreNote(second_place=bool(well)):
                self.second_place_off = not well
            case StoreNote():
                pass  # for the start page
        self.news += 1

    def _absorb_published(self, said: Published, at: float, wall_s: float) -> None:
        view = self.chairs.get(said.chair)
        chunk = said.event if isinstance(said.event, WaveChunk) else None
        if view is not None and chunk is not None and said.picture is view.picture:
            view.heard_at = at  # the picture is known; it says only that the chair lives
        else:
            self.news += 1
            self._absorb_picture(said, at, wall_s)
            view = self.chairs[said.chair]
        if self.waves_shown:
            view.clock.heard(said.now_s, at)
            if chunk is not None:
                view.take_wave(said.now_s, chunk)

    def _absorb_picture(self, said: Published, at: float, wall_s: float) -> None:
        view = self.chairs.get(said.chair)
        if view is None or view.picture.session_id != said.picture.session_id:
            view = ChairView(said.picture, at, wall_s, quiet_since_s=_quiet_since(said))
            self.chairs[said.chair] = view
        if said.picture.link != view.picture.link:
            view.quiet_since_s = _quiet_since(said)
        view.take(said.picture, at, wall_s)
        if isinstance(said.event, SessionOpened):
            view.opened = said.event
        for outcome in said.outcomes:
            if isinstance(outcome, Refused):
                view.refusals.append(refusal_sentence(outcome))
                view.refusal_count += 1

    def refuse(self, chair: int, sentence: str) -> None:
        """What was asked for at this chair was not even sent to it."""
        view = self.chairs.get(chair)
        if view is not None:
            view.refusals.append(sentence)
            view.refusal_count += 1
            self.news += 1

    def view(self, chair: int) -> ChairView | None:
        return self.chairs.get(chair)

    def stalled_s(self, chair: int, at: float) -> float | None:
        """How long the chair's program has been silent; None while it answers or is over."""
        view = self.chairs.get(chair)
        if view is None or view.over or chair in self.broken:
            return None
        silent_s = at - view.heard_at
        return silent_s if silent_s > STALLED_AFTER_S else None


def _quiet_since(said: Published) -> float | None:
    link = said.picture.link
    if link is None or link.state is LinkState.UP:
        return None
    return said.now_s - (link.quiet_s or 0.0)


def shown_alarm(alarms: tuple[AlarmView, ...]) -> AlarmView | None:
    """The one alarm in the bar: the first that speaks; else the most urgent, then what waits.

    What a repeat took back comes last, however urgent it was.
    """
    return min(alarms, key=lambda alarm: urgency(alarm.state, alarm.priority), default=None)


def urgency(state: AlarmPhase, priority: Priority) -> tuple[bool, bool, int, bool]:
    """Where an alarm stands among others: the most urgent has the smallest."""
    note = state is AlarmPhase.WITHDRAWN
    waits = state not in {AlarmPhase.ACKNOWLEDGED, AlarmPhase.PENDING}
    return state in _QUIET or note, note, -priority, not waits


def asked_alarm(alarms: tuple[AlarmView, ...]) -> AlarmView | None:
    """The one that Acknowledge is about: that in the bar, else the first that waits for a hand."""
    return shown_alarm(tuple(alarm for alarm in alarms if alarm.waits))


def limit_name(rule: str) -> str:
    """A row of the alarm table in words; the row's own id when there are none."""
    return say_or(f"limit-name-{rule}", rule)


def refusal_sentence(refused: Refused) -> str:
    """A refusal in words; without words for it, at least what was refused."""
    if refused.reason not in SENTENCES:
        return say("refused", refused.command, refused.reason)
    return say(refused.reason, *(_in_words(word) for word in refused.arguments))


def _in_words(word: str) -> str:
    """A monitor, a sign, or a row of the alarm table, by the name that a person knows."""
    if word.startswith("device:") or f"maker-{word}" in SENTENCES:
        return maker(word)
    if word.startswith(_NAMED) and word in SENTENCES:
        return say(word)
    return sign_label(VitalSign(word)) if word in _SIGN_NAMES else limit_name(word)


def not_a_patient(picture: ChairPicture) -> str:
    """Why what is shown is of no patient, in words; empty = as far as is known it is of one."""
    if picture.simulated:
        return say("simulated")
    return say("demo-data") if picture.demo_data else ""
