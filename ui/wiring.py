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
from data.journal import Journal
from data.writer import StoreWriter
from devices.sound_process import SoundReport
from monitor.chair import Chair
from monitor.commands import Command
from monitor.entries import Anchor, AnchorReason, Published, StoreNote, StoreReport
from monitor.events import Part, PartFailed, PartRecovered, Resumed, SessionOpened
from monitor.phases import Phase
from monitor.rights import Right
from monitor.sound_check import CheckKind
from monitor.station import Station, Ways, awake_clock, utc_offset_min
from ui.answers import Answers
from ui.audit_trail import AuditTrail
from ui.awake import Awake
from ui.backup_around import around_of
from ui.backup_desk import BackupDesk
from ui.cables import (
    Cables,
    asked_anew,
    known_driver,
    line_at,
    plugs_again,
    plugs_for,
    want_reachable,
)
from ui.connection_test import ConnectionTest
from ui.day import DayDesk
from ui.device_choices import port_choices
from ui.device_lines import Plug
from ui.doors import BackupDoor, DayDoor, KeyDoor, QuietRoomDoor, SoundTrial, StaffDoor
from ui.gate import Gate
from ui.inbox import Inbox
from ui.key_desk import KeyDesk
from ui.library import Library
from ui.live_marks import LiveMarks
from ui.opening import new_session_id, opening
from ui.places import capture_path, home, spill_folder
from ui.post import PostThread, post_of
from ui.record_door import RecordDoor
from ui.requests import (
    DeviceLine,
    DeviceRequest,
    DeviceSearch,
    DeviceTest,
    PortChoice,
    Refusal,
    SessionRequest,
    SessionRow,
)
from ui.searching import Searching
from ui.seat_sound import SeatSound, SoundWays
from ui.staff_desk import StaffDesk
from ui.words import say


class Program(Answers):
    """The running program. `Backend` for the window; `record` drives it without one."""

    demo = False

    def __init__(
        self,
        db: Path,
        *,
        sound: bool = True,
        awake: bool = False,
        seated: str = "",
        on_sound: Callable[[SoundReport], None] = lambda _report: None,
    ) -> None:
        """Raises a `StoreError` when the record may not be opened, or never can be.

        One that cannot be written at the moment keeps nobody from starting (`ui/record_door.py`).

        `on_sound` hears, on a thread of its own, what the sound process says. `awake`: keep
        computer and screen awake while a session runs. `seated` gave her PIN already.
        """
        self.inbox = Inbox()
        self._db = db
        self._door = RecordDoor(db, spill_folder(), self.inbox.put)
        self._key = self._door.key
        self._trail = AuditTrail(db, self._key, self._note)
        gate = Gate(self._trail)
        super().__init__(Library(db, self._key), gate, self._running)
        self._staff = StaffDesk(Accounts(db, self._key), gate=gate)
        self._staff.come_in(seated)
        self._keys = KeyDesk(db, self._key, lambda: gate.want(Right.KEYS))
        self._captured: dict[int, str] = {}  # by chair: whose raw bytes are still written
        around = around_of(db, self._key, gate, self._running, self._captured)
        self._backups = BackupDesk(around)
        self._day = DayDesk(db, self._key, self._want_day, closed=self._backups.day_closed)
        self._post = PostThread(post_of(db, self._key, self._trail))
        journal = Journal(spill_folder(), db, self._key)
        self._writer = StoreWriter(self._door.open, self._stored, journal)
        self._awake = Awake(self._awake_failed, self._awake_well) if awake else None
        heard = SoundWays(self._tell_all, self._sound_failed, self._sound_well, on_sound)
        self._sound = SeatSound(gate, heard, home() / FILE_NAME if sound else None)
        self._station = Station(self._ways())
        self._cables: dict[int, Cables] = {}
        self._sessions: dict[int, SessionOpened] = {}
        self._marks = LiveMarks(home())

    def _ways(self) -> Ways:
        put, seat = self._writer.put, self._sound
        return Ways(anchor=put, sound=seat.ask, beat=seat.beat, broken=self.inbox.put)

    def start(self) -> None:
        self._marks.hold_open()
        self._sound.start()
        self._trail.start()
        self._writer.start()
        self._station.start()
        self._backups.start()
        self._post.start()

    def close(self) -> None:
        for cables in self._cables.values():
            cables.stop()
        for cables in self._cables.values():
            cables.join()
        if self._awake is not None:
            self._awake.close()
        self._station.stop()
        self._sound.rest()
        for cables in self._cables.values():
            cables.close()
        self._captured.clear()
        self._writer.stop()
        self._backups.close()
        self._post.stop()
        self._gate.lock()
        self._trail.close()
        self._marks.let_all_go()
        self._sound.close()

    # ---- sessions

    def open_session(self, request: SessionRequest) -> str:
        """Start a session. Raises `Refusal` with one sentence; nothing is begun then."""
        self._gate.want(Right.TREAT, request.by, "open-session")
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
        self._gate.want(Right.TREAT, about="resume-session", at=session_id)
        record = self._door.completed(self._library.to_go_on(session_id))
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
        self._captured.pop(chair, None)

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
        self._captured[number] = session_id
        self._sessions[number] = chair.opened
        self._station.join(chair, origin)
        cables.start()
        self._stay_awake()

    def _anchor(self, session_id: str, from_s: float, reason: AnchorReason) -> None:
        utc_s = time.time()
        offset = utc_offset_min(utc_s)
        self._writer.put(Anchor(session_id, round(from_s, 3), utc_s, offset, reason))

    def send(self, chair: int, command: Command) -> None:
        """Raises `Refusal` when whoever gave it may not; it is not sent then."""
        known = self._sessions.get(chair)
        admitted = self._gate.admit(command, "" if known is None else known.session_id)
        self._station.send(chair, admitted)

    def _tell_all(self, command: Command) -> None:
        """What the program itself says to every chair; nobody is asked."""
        for chair in list(self._sessions):
            self._station.send(chair, command)

    def _running(self) -> set[str]:
        return {opened.session_id for opened in self._sessions.values()}

    def _goes_on(self, session_id: str) -> bool:
        return super()._goes_on(session_id) or self._marks.elsewhere(session_id)

    def _settle(self) -> bool:
        return self.flush()

    def _second_place(self) -> Path | None:
        return spill_folder()

    def _note(self, sentence: str) -> None:
        self.inbox.put(StoreNote(sentence))

    # ---- the sound of this seat

    def sound_check_due(self, session_since_utc_s: float | None) -> CheckKind | None:
        return self._sound.due(session_since_utc_s)

    def begin_sound_check(self, kind: CheckKind, by: str) -> SoundTrial:
        """Raises `Refusal`."""
        return self._sound.begin(kind, by)

    def sound_note(self) -> str:
        return self._sound.note()

    def _tell_unheard(self, chair: Chair, now_s: float) -> None:
        for command in self._sound.standing(chair.opened.by):
            chair.take(command, now_s)

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
            self._backups.session_signed()
            self._stay_awake()

    def _stored(self, report: StoreReport) -> None:
        self._station.stored(report)
        self.inbox.put(report)

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
        """Raises `Refusal`."""
        self._gate.want(Right.TREAT, about="accept-device")
        cables = self._cables.get(chair)
        if cables is not None:
            cables.accept(source)

    def unfinished(self) -> list[SessionRow]:
        return [row for row in self.cut_off() if not self._marks.elsewhere(row.session_id)]

    def cut_off(self) -> list[SessionRow]:
        """Sessions without an end, also those that another process still records."""
        going = self._running()
        return [row for row in self._library.unfinished() if row.session_id not in going]

    def quiet_room(self) -> QuietRoomDoor:
        return self._sound.quiet_room()

    def backups(self) -> BackupDoor:
        return self._backups

    def keys(self) -> KeyDoor:
        return self._keys

    def staff(self) -> StaffDoor:
        return self._staff

    def day(self) -> DayDoor:
        return self._day

    def _resumable(self) -> frozenset[str]:
        return frozenset(row.session_id for row in self.unfinished())

    def flush(self, timeout_s: float = 5.0) -> bool:
        return self._writer.flush(timeout_s)
