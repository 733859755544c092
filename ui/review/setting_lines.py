"""Whose chair it was, where things sat, and what was set in a session, told afterwards."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from monitor.commands import (
    AllowCuff,
    ConfirmMonitor,
    PauseAudio,
    PreferSource,
    QuietRoom,
    ResumeAudio,
    SoundChecked,
    StartCuff,
)
from monitor.events import SessionOpened
from monitor.outcomes import CuffAsked, LimitChanged
from monitor.treatment.commands import Claim, Cover, HandOver, Mount
from ui.chair.spans import span_text
from ui.review.line import Book, Handler, Kind
from ui.words import figure, say, say_or, sign_label


class SettingLines:
    def __init__(self, book: Book) -> None:
        self._book = book
        self._cuff: tuple[float, str] | None = None
        """When somebody asked for the cuff, and who."""

    def handlers(self) -> Mapping[type, Handler]:
        return {
            SessionOpened: self._opened,
            Claim: self._claimed,
            Cover: self._covered,
            HandOver: self._handed_over,
            Mount: self._mounted,
            LimitChanged: self._limit,
            PreferSource: self._preferred,
            ConfirmMonitor: self._confirmed,
            AllowCuff: self._allowed,
            StartCuff: self._start_cuff,
            CuffAsked: self._cuff_asked,
            SoundChecked: self._sound_checked,
            PauseAudio: self._silenced,
            ResumeAudio: self._sound_on,
            QuietRoom: self._quiet_room,
        }

    def close(self) -> None:
        self._cuff = None

    def _add(self, now_s: float, text: str, what: Any) -> None:
        self._book.add(now_s, Kind.SETTING, text, self._book.by(what.by))

    def _device(self, source: str) -> str:
        return self._book.names.get(source, source.removeprefix("device:"))

    # ---- people

    def _claimed(self, now_s: float, what: Claim) -> None:
        self._add(now_s, say("past-claimed", self._book.claimed), what)

    def _covered(self, now_s: float, what: Cover) -> None:
        lasts = what.seconds > 0.0
        text = say("past-cover", span_text(what.seconds)) if lasts else say("past-cover-over")
        self._add(now_s, text, what)

    def _handed_over(self, now_s: float, what: HandOver) -> None:
        self._add(now_s, say("past-handed-over", what.to), what)

    def _mounted(self, now_s: float, what: Mount) -> None:
        size = what.cuff_size
        arms = (
            ("mount-cuff-arm", what.cuff_arm),
            ("mount-spo2-arm", what.spo2_arm),
            ("mount-iv-arm", what.iv_arm),
        )
        said = [
            "" if size is None else _named("mount-cuff-size", say(f"cuff-size-{size.value}")),
            *(_named(name, say(f"side-{arm.value}")) for name, arm in arms if arm is not None),
        ]
        by = self._book.by(what.by)
        self._book.add(now_s, Kind.SETTING, say("start-mount"), *said, by)

    # ---- limits and devices

    def _opened(self, _now_s: float, what: SessionOpened) -> None:
        if len(what.devices) > 1:
            self._book.names = {device.source: device.label for device in what.devices}

    def _limit(self, now_s: float, what: LimitChanged) -> None:
        name = say_or(f"limit-name-{what.rule}", what.rule)
        before, after = (figure(f"{value:g}") for value in (what.before, what.after))
        self._add(now_s, say("past-limit-moved", name, before, after), what)

    def _preferred(self, now_s: float, what: PreferSource) -> None:
        name = self._book.names.get(what.source, what.source)
        self._add(now_s, say("past-preferred", sign_label(what.sign), name), what)

    def _confirmed(self, now_s: float, what: ConfirmMonitor) -> None:
        words = "past-monitor-same" if what.same else "past-monitor-other"
        self._add(now_s, say(words, self._device(what.source)), what)

    def _allowed(self, now_s: float, what: AllowCuff) -> None:
        words = "past-cuff-allowed" if what.allowed else "past-cuff-forbidden"
        self._add(now_s, say(words, self._device(what.source)), what)

    def _start_cuff(self, now_s: float, what: StartCuff) -> None:
        self._cuff = (now_s, self._book.by(what.by))

    def _cuff_asked(self, now_s: float, what: CuffAsked) -> None:
        asked, self._cuff = self._cuff, None
        by = asked[1] if asked is not None and asked[0] == now_s else ""
        self._book.add(now_s, Kind.COURSE, say("past-cuff-asked", self._device(what.source)), by)

    # ---- sound

    def _sound_checked(self, now_s: float, what: SoundChecked) -> None:
        words = "past-sound-heard" if what.heard else "past-sound-not-heard"
        text = say(words, say("sound-check-full" if what.full else "sound-check-short"))
        self._add(now_s, text, what)

    def _silenced(self, now_s: float, what: PauseAudio) -> None:
        self._add(now_s, say("past-audio", f"{what.seconds:.0f}"), what)

    def _sound_on(self, now_s: float, what: ResumeAudio) -> None:
        self._add(now_s, say("past-audio-on"), what)

    def _quiet_room(self, now_s: float, what: QuietRoom) -> None:
        why = say(what.why) if what.why else self._book.by(what.by)
        text = say("past-quiet", what.output) if what.on else say("past-quiet-over")
        self._book.add(now_s, Kind.SETTING, text, why)


def _named(name: str, value: str) -> str:
    return say("decision-answer", say(name), value)
