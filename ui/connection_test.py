"""A live test of one port with one driver: it listens (and asks, if the driver asks)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from devices.link import LinkThread
from devices.link_watch import LinkStats
from devices.registry import LINE
from devices.session import Driver, LineSettings
from monitor.events import Heard, LinkReason, LinkState, Numerics
from monitor.station import awake_clock
from monitor.vitals import SIGNS, CuffResult, SignalLost, VitalSign
from ui.requests import DeviceCheck, RawLine
from ui.words import figure, say, sign_label

if TYPE_CHECKING:
    from ui.line_tester import LineTester

_SENTENCES = {
    LinkReason.CONNECTED: ("talking", "test-talking"),
    LinkReason.NO_DATA: ("silent", "test-silent"),
    LinkReason.WRONG_DRIVER: ("wrong-driver", "test-wrong-driver"),
}


class Overhearing:
    """What a device under test has said so far, and the sentence that goes with it."""

    def __init__(self, driver: Driver) -> None:
        self._driver = driver
        self._values: dict[VitalSign, float] = {}

    def hear(self, _at: float, heard: tuple[Heard, ...]) -> None:
        """On the link's thread; a dict entry is replaced at once, so no lock is needed."""
        for event in heard:
            match event:
                case Numerics(readings):
                    self._values = {
                        **self._values,
                        **{reading.sign: reading.value for reading in readings},
                    }
                case CuffResult(sbp, dbp):
                    self._values = {**self._values, VitalSign.SBP: sbp, VitalSign.DBP: dbp}
                case SignalLost(sign):
                    self._values = {
                        known: value for known, value in self._values.items() if known is not sign
                    }
                case _:
                    pass

    def check(self, stats: LinkStats, lines: tuple[RawLine, ...] = ()) -> DeviceCheck:
        if stats.state is LinkState.DOWN:
            state, sentence = "failed", stats.trouble
        elif stats.reason in _SENTENCES:
            state, sentence_id = _SENTENCES[stats.reason]
            sentence = say(sentence_id, self._driver.title)
        else:
            state, sentence = "waiting", say("test-waiting", self._driver.title)
        values = tuple(
            (sign_label(sign), figure(f"{value:g}"), SIGNS[sign].unit)
            for sign, value in sorted(
                self._values.items(), key=lambda item: list(SIGNS).index(item[0])
            )
        )
        return DeviceCheck(state, sentence, stats.bytes, stats.frames, stats.errors, values, lines)


class ConnectionTest:
    """Runs until `stop`; `check` may be asked at any time."""

    def __init__(self, url: str, driver: Driver, line: LineSettings) -> None:
        self._overhearing = Overhearing(driver)
        self._tester = _tester_of(driver.name)
        self._link = LinkThread(
            url,
            driver,
            clock=awake_clock,
            deliver=self._overhearing.hear,
            capture=self._tester,
            line=line,
        )
        self._link.start()

    def check(self) -> DeviceCheck:
        lines = self._tester.lines() if self._tester is not None else ()
        return self._overhearing.check(self._link.stats, lines)

    def stop(self) -> None:
        self._link.stop()
        self._link.join()


def _tester_of(driver: str) -> LineTester | None:
    """Understanding a file takes long to load; no window waits for it that has none."""
    if not driver.startswith(LINE):
        return None
    from ui.line_tester import line_tester_of  # noqa: PLC0415 -- see above

    return line_tester_of(driver)
