"""Joins links, station, store and sound for real ports. No Qt: window and `record` both use it.

Order of stopping: links, then the station, then the store (flushed), then the sound.
"""

from __future__ import annotations

import time
from pathlib import Path

from data.capture_file import CaptureWriter
from data.vault import key_for
from data.writer import StoreWriter
from devices.alarm_sound import AlarmSound
from devices.errors import DeviceError, UnknownDriver
from devices.link import LinkThread
from devices.registry import DRIVERS, driver_named
from devices.serial_port import list_ports, open_port
from devices.session import Driver
from monitor.chair import Chair
from monitor.entries import Anchor, AnchorReason, Committed, Published, StoreTrouble, StoreWell
from monitor.events import (
    Command,
    Part,
    PartFailed,
    PartRecovered,
    Priority,
    Resumed,
    SessionOpened,
)
from monitor.phases import Phase
from monitor.station import Station, Ways, awake_clock, utc_offset_min
from ui.connection_test import ConnectionTest
from ui.inbox import Inbox
from ui.library import Library
from ui.opening import facts_of, new_session_id, opening
from ui.places import capture_path, open_record
from ui.requests import (
    DeviceTest,
    DriverChoice,
    PortChoice,
    Refusal,
    SessionRecord,
    SessionRequest,
    SessionRow,
    WrongEntry,
)
from ui.words import say


def driver_choices() -> list[DriverChoice]:
    return [
        DriverChoice(
            driver.name,
            driver.title,
            driver.cable,
            tuple((row.what, row.state.value, row.why) for row in driver.quality),
        )
        for driver in DRIVERS.values()
    ]


def port_choices() -> list[PortChoice]:
    return [
        PortChoice(port.url, " · ".join(part for part in (port.url, port.product) if part))
        for port in list_ports()
    ]


def known_driver(name: str) -> Driver:
    """Raises `WrongEntry` with the names that there are."""
    try:
        return driver_named(name)
    except UnknownDriver as error:
        raise WrongEntry(str(error)) from error


class Program:
    """The running program. `Backend` for the window; `record` drives it without one."""

    demo = False

    def __init__(self, db: Path, *, sound: bool = True) -> None:
        """Raises a `StoreError` when the record can't be opened or made."""
        self.inbox = Inbox()
        self._db = db
        self._key = key_for(db)
        open_record(db, key=self._key).close()
        self._library = Library(db, self._key)
        self._writer = StoreWriter(lambda: open_record(db, key=self._key), self._stored)
        self._sound = AlarmSound(self._sound_failed, self._sound_well) if sound else None
        self._station = Station(
            Ways(
                anchor=self._writer.put,
                sound=self._ask_sound,
                beat=self._beat,
                broken=self.inbox.put,
            )
        )
        self._links: dict[int, LinkThread] = {}
        self._captures: dict[int, CaptureWriter] = {}
        self._sessions: dict[int, SessionOpened] = {}

    def start(self) -> None:
        if self._sound:
            self._sound.start()
        self._writer.start()
        self._station.start()

    def close(self) -> None:
        for link in self._links.values():
            link.stop()
        for link in self._links.values():
            link.join()
        self._station.stop()
        if self._sound:
            self._sound.rest()
        for capture in self._captures.values():
            capture.close()
        self._writer.stop()
        if self._sound:
            self._sound.close()

    # ---- sessions

    def open_session(self, request: SessionRequest) -> str:
        """Start a session. Raises `Refusal` with one sentence; nothing is begun then."""
        driver = known_driver(request.driver)
        opened = opening(
            request, facts_of(driver, driver.source), new_session_id(), simulated=False
        )
        self._want_free(request.chair)
        self._want_reachable(request.url, driver)
        chair = self._chair(opened)
        origin = awake_clock()
        self._anchor(opened.session_id, 0.0, AnchorReason.START)
        chair.begin()
        self._join(chair, origin, request.url, driver)
        return opened.session_id

    def resume_session(self, session_id: str, url: str, driver: str) -> None:
        """Continue a session that was cut off. Raises `Refusal`."""
        record = self.record(session_id)
        if record.row.ended:
            raise Refusal(say("session-not-unfinished", session_id))
        opened = record.entries[0].what
        if not isinstance(opened, SessionOpened):
            raise Refusal(say("session-not-unfinished", session_id))
        found = known_driver(driver or opened.devices[0].name)
        self._want_free(opened.chair)
        self._want_reachable(url, found)
        chair = self._chair(opened)
        chair.relive(record.entries)
        chair.committed(record.entries[-1].seq)
        last, anchor = record.entries[-1].now_s, record.anchors[-1]
        now_s = max(last + 0.001, anchor.from_s + time.time() - anchor.utc_s)
        origin = awake_clock() - now_s
        self._anchor(opened.session_id, now_s, AnchorReason.RESUME)
        chair.take(Resumed(last), now_s)
        self._join(chair, origin, url, found)

    def _want_free(self, chair: int) -> None:
        if chair in self._sessions:
            raise Refusal(say("chair-taken", chair))
        self._clear(chair)

    def _clear(self, chair: int) -> None:
        """Let go of what the last session on this chair used: its port and its capture."""
        link = self._links.pop(chair, None)
        if link is not None:
            link.stop()
            link.join()
        capture = self._captures.pop(chair, None)
        if capture is not None:
            capture.close()

    @staticmethod
    def _want_reachable(url: str, driver: Driver) -> None:
        """The port can be opened; it is closed again."""
        try:
            open_port(url, driver.line).close()
        except DeviceError as error:
            raise Refusal(str(error)) from error

    def _chair(self, opened: SessionOpened) -> Chair:
        return Chair(opened, self._writer.put, self._show)

    def _join(self, chair: Chair, origin: float, url: str, driver: Driver) -> None:
        number, session_id = chair.number, chair.opened.session_id
        capture = CaptureWriter(capture_path(self._db, session_id), self._key, origin=origin)
        self._captures[number] = capture
        self._sessions[number] = chair.opened
        self._station.join(chair, origin)
        link = LinkThread(
            url,
            driver,
            clock=awake_clock,
            deliver=lambda at, heard: self._station.hear(number, at, heard),
            capture=capture.sink(driver.name),
        )
        self._links[number] = link
        link.start()

    def _anchor(self, session_id: str, from_s: float, reason: AnchorReason) -> None:
        utc_s = time.time()
        offset = utc_offset_min(utc_s)
        self._writer.put(Anchor(session_id, round(from_s, 3), utc_s, offset, reason))

    def send(self, chair: int, command: Command) -> None:
        self._station.send(chair, command)

    # ---- what comes back

    def _show(self, published: Published) -> None:
        """On the station's thread (and once, before it sits there, on the caller's)."""
        self.inbox.put(published)
        if published.picture.phase is Phase.SIGNED:
            link = self._links.get(published.chair)
            if link is not None:
                link.stop()
            self._sessions.pop(published.chair, None)

    def _stored(self, report: Committed | StoreTrouble | StoreWell) -> None:
        self._station.stored(report)
        self.inbox.put(report)

    def _ask_sound(self, priority: Priority | None) -> None:
        if self._sound:
            self._sound.sound(priority)

    def _beat(self) -> None:
        if self._sound:
            self._sound.beat()

    def _sound_failed(self, text: str) -> None:
        self._station.part(PartFailed(Part.SOUND, text))

    def _sound_well(self) -> None:
        self._station.part(PartRecovered(Part.SOUND))

    def screen_beat(self) -> None:
        self._station.screen_beat()

    # ---- questions of the window

    def ports(self) -> list[PortChoice]:
        return port_choices()

    def drivers(self) -> list[DriverChoice]:
        return driver_choices()

    def test_device(self, url: str, driver: str) -> DeviceTest:
        """Raises `WrongEntry` for an unknown driver."""
        return ConnectionTest(url, known_driver(driver))

    def unfinished(self) -> list[SessionRow]:
        going = {opened.session_id for opened in self._sessions.values()}
        return [row for row in self._library.unfinished() if row.session_id not in going]

    def library(self) -> list[SessionRow]:
        return self._library.rows()

    def record(self, session_id: str) -> SessionRecord:
        return self._library.record(session_id)

    def export_csv(self, session_id: str, path: str) -> None:
        self._library.export_csv(session_id, path)

    def record_place(self) -> str:
        return self._library.place()

    def flush(self, timeout_s: float = 5.0) -> bool:
        return self._writer.flush(timeout_s)
