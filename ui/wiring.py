"""Joins links, station, store and sound for real ports. No Qt: window and `record` both use it.

Order of stopping: links, then the station, then the store (flushed), then the sound.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

from data.accounts import Accounts
from data.capture_file import CaptureWriter
from data.check_file import FILE_NAME
from data.clinic_file import Clinic
from data.courses import PatientCourse
from data.vault import key_for
from data.writer import StoreWriter
from devices.alarm_sound import AlarmSound
from devices.sound_process import SoundReport
from monitor.chair import Chair
from monitor.commands import Command
from monitor.entries import Anchor, AnchorReason, Committed, Published, StoreTrouble, StoreWell
from monitor.events import Part, PartFailed, PartRecovered, Resumed, SessionOpened
from monitor.phases import Phase
from monitor.sound_check import CheckKind
from monitor.sounding import Sounding
from monitor.station import Station, Ways, awake_clock, utc_offset_min
from ui.awake import Awake
from ui.cables import (
    Cables,
    asked_anew,
    known_driver,
    line_at,
    plugs_again,
    plugs_for,
    want_reachable,
)
from ui.clinic import keep_clinic, known_clinic
from ui.connection_test import ConnectionTest
from ui.day import DayDesk
from ui.device_choices import driver_choice, driver_choices, port_choices
from ui.device_lines import Plug
from ui.doors import DayDoor, QuietRoomDoor, StaffDoor
from ui.inbox import Inbox
from ui.library import Library
from ui.live_marks import LiveMarks
from ui.opening import new_session_id, opening
from ui.places import capture_path, home, open_record
from ui.quiet_room import NoQuietRoom, QuietRoomOfSeat, QuietWays
from ui.requests import (
    DeviceLine,
    DeviceRequest,
    DeviceSearch,
    DeviceTest,
    DriverChoice,
    PortChoice,
    Refusal,
    SessionRecord,
    SessionRequest,
    SessionRow,
    SoundTrial,
)
from ui.searching import Searching
from ui.sound_check import SoundChecks, Sounds
from ui.staff_desk import StaffDesk
from ui.words import say


class Program:
    """The running program. `Backend` for the window; `record` drives it without one."""

    demo = False

    def __init__(
        self,
        db: Path,
        *,
        sound: bool = True,
        awake: bool = False,
        on_sound: Callable[[SoundReport], None] = lambda _report: None,
    ) -> None:
        """Raises a `StoreError` when the record can't be opened or made.

        `on_sound` hears, on a thread of its own, what the sound process says. `awake`: keep
        computer and screen awake while a session runs.
        """
        self.inbox = Inbox()
        self._db = db
        self._key = key_for(db)
        open_record(db, key=self._key).close()
        self._library = Library(db, self._key)
        self._staff = StaffDesk(Accounts(db, self._key))
        self._day = DayDesk(db, self._key, self._staff.want_day)
        self._writer = StoreWriter(lambda: open_record(db, key=self._key), self._stored)
        self._asked: tuple[Sounding, ...] = ()
        self._on_sound = on_sound
        self._awake = Awake(self._awake_failed, self._awake_well) if awake else None
        self._sound = self._checks = self._quiet = None
        if sound:
            self._sound = AlarmSound(self._sound_failed, self._sound_well, self._sound_said)
            sounds = Sounds(self._sound.try_burst, self._tell_all, lambda: self._asked)
            self._checks = SoundChecks(home() / FILE_NAME, sounds)
            self._quiet = QuietRoomOfSeat(self._quiet_ways(self._sound), awake_clock)
        ways = Ways(
            anchor=self._writer.put, sound=self._ask_sound, beat=self._beat, broken=self.inbox.put
        )
        self._station = Station(ways)
        self._cables: dict[int, Cables] = {}
        self._sessions: dict[int, SessionOpened] = {}
        self._marks = LiveMarks(home())

    def start(self) -> None:
        if self._sound:
            self._sound.start()
        self._writer.start()
        self._station.start()

    def close(self) -> None:
        for cables in self._cables.values():
            cables.stop()
        for cables in self._cables.values():
            cables.join()
        if self._awake is not None:
            self._awake.close()
        self._station.stop()
        if self._sound:
            self._sound.rest()
        for cables in self._cables.values():
            cables.close()
        self._writer.stop()
        self._marks.let_all_go()
        if self._sound:
            self._sound.close()

    # ---- sessions

    def open_session(self, request: SessionRequest) -> str:
        """Start a session. Raises `Refusal` with one sentence; nothing is begun then."""
        plugs = plugs_for(request.devices)
        facts = tuple(plug.facts for plug in plugs)
        opened = opening(request, facts, new_session_id(), simulated=False)
        self._want_free(request.chair)
        want_reachable(plugs)
        self._marks.hold(opened.session_id)
        chair = self._chair(opened)
        origin = awake_clock()
        self._anchor(opened.session_id, 0.0, AnchorReason.START)
        chair.begin()
        self._tell_unheard(chair, 0.0)
        self._join(chair, origin, plugs)
        return opened.session_id

    def resume_session(self, session_id: str, devices: tuple[DeviceRequest, ...]) -> None:
        """Continue a session that was cut off. Raises `Refusal`."""
        record = self.record(session_id)
        opened = record.entries[0].what
        if record.row.ended or not isinstance(opened, SessionOpened):
            raise Refusal(say("session-not-unfinished", session_id))
        if self._marks.elsewhere(session_id):
            raise Refusal(say("session-recorded-elsewhere", session_id))
        plugs = plugs_again(session_id, opened.devices, devices)
        self._want_free(opened.chair)
        want_reachable(plugs)
        if not self._marks.hold(session_id):  # somebody was faster
            raise Refusal(say("session-recorded-elsewhere", session_id))
        chair = self._chair(opened)
        chair.relive(record.entries)
        chair.committed(record.entries[-1].seq)
        last, anchor = record.entries[-1].now_s, record.anchors[-1]
        now_s = max(last + 0.001, anchor.from_s + time.time() - anchor.utc_s)
        origin = awake_clock() - now_s
        self._anchor(opened.session_id, now_s, AnchorReason.RESUME)
        chair.take(Resumed(last), now_s)
        for command in asked_anew(plugs, chair.core.state.cuff_control.allowed, opened.by):
            chair.take(command, now_s)
        self._tell_unheard(chair, now_s)
        self._join(chair, origin, plugs)

    def _want_free(self, chair: int) -> None:
        if chair in self._sessions:
            raise Refusal(say("chair-taken", chair))
        self._clear(chair)

    def _clear(self, chair: int) -> None:
        """Let go of what the last session on this chair used: its ports and its capture."""
        cables = self._cables.pop(chair, None)
        if cables is not None:
            cables.stop()
            cables.join()
            cables.close()

    def _chair(self, opened: SessionOpened) -> Chair:
        return Chair(opened, self._writer.put, self._show)

    def _join(self, chair: Chair, origin: float, plugs: tuple[Plug, ...]) -> None:
        number, session_id = chair.number, chair.opened.session_id
        capture = CaptureWriter(capture_path(self._db, session_id), self._key, origin=origin)
        cables = Cables(
            plugs,
            capture,
            lambda at, heard: self._station.hear(number, at, heard),
            chair.core.state.cuff_control.allowed,
        )
        self._cables[number] = cables
        self._sessions[number] = chair.opened
        self._station.join(chair, origin)
        cables.start()
        self._stay_awake()

    def _anchor(self, session_id: str, from_s: float, reason: AnchorReason) -> None:
        utc_s = time.time()
        offset = utc_offset_min(utc_s)
        self._writer.put(Anchor(session_id, round(from_s, 3), utc_s, offset, reason))

    def send(self, chair: int, command: Command) -> None:
        self._station.send(chair, command)

    def _tell_all(self, command: Command) -> None:
        for chair in list(self._sessions):
            self.send(chair, command)

    # ---- the sound of this seat

    def sound_check_due(self, session_since_utc_s: float | None) -> CheckKind | None:
        return None if self._checks is None else self._checks.due(session_since_utc_s)

    def begin_sound_check(self, kind: CheckKind, by: str) -> SoundTrial:
        """Raises `Refusal`."""
        if self._checks is None:
            raise Refusal(say("sound-check-off"))
        return self._checks.begin(kind, by)

    def sound_note(self) -> str:
        return "" if self._sound else say("sound-note-off")

    def _quiet_ways(self, sound: AlarmSound) -> QuietWays:
        return QuietWays(
            ask_outputs=sound.ask_outputs,
            try_desk=sound.try_desk,
            desk=lambda output, quiet: sound.desk(output or None, quiet=quiet),
            tell=self._tell_all,
            alarm=lambda: bool(self._asked),
        )

    def _tell_unheard(self, chair: Chair, now_s: float) -> None:
        """A session must know from its beginning that nobody hears its alarms."""
        for command in () if self._checks is None else self._checks.standing(chair.opened.by):
            chair.take(command, now_s)
        for quiet in () if self._quiet is None else self._quiet.standing():
            chair.take(quiet, now_s)

    # ---- what comes back

    def _show(self, published: Published) -> None:
        """On the station's thread (and once, before it sits there, on the caller's)."""
        self.inbox.put(published)
        cables = self._cables.get(published.chair)
        if cables is not None:
            cables.follow(published)
        if published.picture.phase is Phase.SIGNED:
            if cables is not None:
                cables.stop()
            self._sessions.pop(published.chair, None)
            self._marks.let_go(published.picture.session_id)
            self._stay_awake()

    def _stored(self, report: Committed | StoreTrouble | StoreWell) -> None:
        self._station.stored(report)
        self.inbox.put(report)

    def _ask_sound(self, asked: tuple[Sounding, ...]) -> None:
        self._asked = asked
        if self._sound:
            self._sound.sound(asked)

    def _beat(self) -> None:
        if self._quiet:
            self._quiet.tick()
        if self._sound:
            self._sound.beat()

    def _sound_said(self, report: SoundReport) -> None:
        if self._checks:
            self._checks.hear(report)
        if self._quiet:
            self._quiet.hear(report)
        self._on_sound(report)

    def _sound_failed(self, text: str) -> None:
        self._station.part(PartFailed(Part.SOUND, text))

    def _sound_well(self) -> None:
        self._station.part(PartRecovered(Part.SOUND))

    def _stay_awake(self) -> None:
        if self._awake is not None:
            self._awake.want(wanted=bool(self._sessions))

    def _awake_failed(self, text: str) -> None:
        self._station.part(PartFailed(Part.AWAKE, text))

    def _awake_well(self) -> None:
        self._station.part(PartRecovered(Part.AWAKE))

    def screen_beat(self) -> None:
        self._station.screen_beat()

    # ---- questions of the window

    def ports(self) -> list[PortChoice]:
        return port_choices()

    def drivers(self) -> list[DriverChoice]:
        return driver_choices()

    def driver(self, name: str) -> DriverChoice:
        """Raises `WrongEntry` for an unknown driver or a wrong description."""
        return driver_choice(known_driver(name))

    def test_device(self, device: DeviceRequest) -> DeviceTest:
        """Raises `WrongEntry` for an unknown driver."""
        driver = known_driver(device.driver)
        return ConnectionTest(device.url, driver, line_at(driver, device.baud))

    def find_monitor(self, url: str) -> DeviceSearch:
        return Searching(url)

    def device_lines(self, chair: int) -> tuple[DeviceLine, ...]:
        cables = self._cables.get(chair)
        return () if cables is None or chair not in self._sessions else cables.lines()

    def accept_device(self, chair: int, source: str) -> None:
        cables = self._cables.get(chair)
        if cables is not None:
            cables.accept(source)

    def unfinished(self) -> list[SessionRow]:
        return [row for row in self.cut_off() if not self._marks.elsewhere(row.session_id)]

    def cut_off(self) -> list[SessionRow]:
        """Sessions without an end, also those that another process still records."""
        going = {opened.session_id for opened in self._sessions.values()}
        return [row for row in self._library.unfinished() if row.session_id not in going]

    def quiet_room(self) -> QuietRoomDoor:
        return NoQuietRoom(say("quiet-no-sound")) if self._quiet is None else self._quiet

    def staff(self) -> StaffDoor:
        return self._staff

    def day(self) -> DayDoor:
        return self._day

    def course(self, patient_id: str) -> PatientCourse:
        return self._library.course(patient_id)

    def clinic(self) -> Clinic:
        return known_clinic()

    def keep_clinic(self, clinic: Clinic) -> None:
        keep_clinic(clinic)

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
