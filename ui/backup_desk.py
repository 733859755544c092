"""The backups of the running program: by itself, at the end of the day, and when somebody asks.

Rule 1: all of it happens on a thread of its own; the window only asks `view`.
Rule 2: one is due when the last verified one in the folder is older than the settings say, and no
        session runs. Beyond twice that it is made while sessions run, in small steps with pauses.
Rule 3: a failure is said, and tried again after a quarter of an hour; the program goes on.
Rule 4: the same thread seals the raw bytes of sessions that were signed, as soon as nobody writes
        them, and wipes those that a cut-off deletion has left.
Rule 5: who ends the program does not wait for a backup: it is given up, and leaves nothing.
"""

from __future__ import annotations

import logging
import threading
import time
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import Any

from data.audit import AuditKind
from data.backup import Order, Stage, make_backup
from data.backup_copy import Pace
from data.backup_file import BackupSettings, load_settings, save_settings
from data.backup_folder import BackupFile, newest_verified, same_disk
from data.capture_seal import capture_path, seal_captures, wipe_deleted
from data.errors import BackupFailed, StoreError
from data.mirror import read_heads
from data.record_file import reading
from data.vault import is_encrypted
from monitor.rights import Right
from ui.backup_around import Surroundings
from ui.backup_text import backup_lines
from ui.doors import BackupView, LastBackup
from ui.requests import Refusal, WrongEntry
from ui.words import say

log = logging.getLogger(__name__)

FIRST_LOOK_S = 120.0
"""Whoever starts the program has something else to do first."""
LOOK_EVERY_S = 60.0
AGAIN_AFTER_S = 900.0
PAGES = 128
PAUSE_S, LONGEST_PAUSE_S = 0.02, 1.0
"""Half a megabyte or one session, then a pause of the same length, while sessions run."""
STOP_WAITS_S = 5.0
SEAL_AT_END_S = 2.0
SETTLED_S = 10.0
"""Raw bytes that were last written so long ago are not written any more."""
_HOUR_S = 3600.0
_LONGEST = 1000


class BackupDesk:
    """`BackupDoor` for the window, and a thread. `first_look_s` after the start it begins."""

    def __init__(self, around: Surroundings, *, first_look_s: float = FIRST_LOOK_S) -> None:
        self._around = around
        self._lock = threading.Lock()
        settings = load_settings(around.settings)
        self._settings = settings
        place = settings.place(around.settings.parent)
        self._view = BackupView(folder=str(place), by_itself=around.by_itself)
        self._asked: str | None = None
        self._wake, self._ending = threading.Event(), threading.Event()
        self._first_look_s = first_look_s
        self._breathed = float("-inf")
        self._not_before = float("-inf")
        self._seal, self._seal_until = True, float("inf")
        self._thread = threading.Thread(target=self._run, name="backup", daemon=True)

    def start(self) -> None:
        self._thread.start()

    def close(self) -> None:
        """What is under way is given up; raw bytes of this run are sealed if there is time."""
        self._seal_until = time.monotonic() + SEAL_AT_END_S
        self._ending.set()
        self._wake.set()
        if self._thread.ident is not None:
            self._thread.join(STOP_WAITS_S)

    # ---- the door, on the thread of the window

    def view(self) -> BackupView:
        return self._view

    def back_up(self) -> None:
        """Begin one now. Raises `Refusal`."""
        by = self._around.want(Right.DAY)
        if self._view.stage:
            raise Refusal(say("backup-going-already"))
        self._ask(by)

    def day_closed(self, by: str) -> None:
        """The evening: one is made unless one was begun already."""
        if not self._view.stage:
            self._ask(by)

    def keep_folder(self, folder: str) -> None:
        """Back up into this folder from now on. Raises `Refusal`."""
        by = self._around.want(Right.BACKUP)
        typed = folder.strip()
        path = Path(typed).expanduser()
        if not typed.isprintable() or len(typed) > _LONGEST or (typed and not path.is_absolute()):
            raise WrongEntry(say("backup-folder-wrong", typed[:200]))
        if typed and not path.is_dir():
            raise WrongEntry(say("backup-folder-missing", path))
        self._keep(replace(self._settings, folder=typed), by)

    def _keep(self, settings: BackupSettings, by: str) -> None:
        around, before = self._around, self._view.folder
        try:
            save_settings(around.settings, settings)
        except OSError as error:
            why = error.strerror or str(error)
            raise Refusal(say("backup-folder-unkept", around.settings, why)) from error
        self._settings = settings
        now = str(settings.place(around.settings.parent))
        around.note(AuditKind.SETTING, by, before, now)
        self._show(folder=now, failure="")
        self._not_before = float("-inf")
        self._wake.set()

    def session_signed(self) -> None:
        """Its raw bytes can be sealed as soon as they are closed."""
        self._seal = True

    def _ask(self, by: str) -> None:
        self._asked = by
        self._show(stage="waiting", failure="")
        self._wake.set()

    def _show(self, **change: Any) -> None:
        with self._lock:
            self._view = replace(self._view, **change)

    # ---- the thread

    def _run(self) -> None:
        try:
            self.look()
            wait_s = self._first_look_s
            while not self._ending.is_set():
                self._wake.wait(wait_s)
                self._wake.clear()
                wait_s = LOOK_EVERY_S
                self._turn()
            if self._seal:
                self._seal_captures()
        except Exception:
            # The bottom of the thread: recording never depends on it. The next start tries again.
            log.exception("the thread of the backups has stopped")
            self._show(stage="", failure=say("backup-broken"))

    def _turn(self) -> None:
        if self._ending.is_set():
            return
        if self._seal:
            self._seal_captures()
        asked, self._asked = self._asked, None
        self.look()
        if asked is not None or self.is_due():
            self._back_up(asked or "")
            self.look()

    def _seal_captures(self) -> None:
        around, self._seal = self._around, False
        try:
            wipe_deleted(around.record, around.key)
            if not seal_captures(around.record, around.key, around.wall, self._is_open):
                self._seal = True
        except StoreError as error:
            log.info("raw bytes could not be sealed: %s", error)
            self._seal = True

    def _is_open(self, session_id: str) -> bool:
        """Still written, here or by another program; or there is no time for it any more."""
        around = self._around
        if around.is_open(session_id) or time.monotonic() > self._seal_until:
            return True
        path = capture_path(around.record, session_id)
        try:
            log_of_it = path.with_name(path.name + "-wal").stat()
        except OSError:
            return False
        # A file that was closed has no log or an empty one; one that was cut off has an old one.
        return bool(log_of_it.st_size) and 0 <= time.time() - log_of_it.st_mtime < SETTLED_S

    def is_due(self) -> bool:
        around, last = self._around, self._view.last
        if not around.by_itself or time.monotonic() < self._not_before:
            return False
        if not self._holds_sessions():
            return False
        every_s = self._settings.every_h * _HOUR_S
        age_s = float("inf") if last is None else around.wall() - last.at_utc_s
        if age_s < -every_s:  # the clock was set back behind it
            age_s = float("inf")
        return age_s > (2 * every_s if around.running() else every_s)

    def _holds_sessions(self) -> bool:
        with suppress(StoreError), reading(self._around.record, self._around.key) as connection:
            return bool(connection.execute("SELECT 1 FROM sessions LIMIT 1").fetchall())
        return False

    def _back_up(self, by: str) -> None:
        around = self._around
        folder = self._settings.place(around.settings.parent)
        order = Order(
            by=by,
            keep=self._settings.keep,
            pace=Pace(PAGES, self._breathe),
            spill=around.spill,
            clock=around.wall,
            stage=lambda stage, _path: self._say_stage(stage),
        )
        try:
            made = make_backup(around.record, around.key, folder, order)
        except StoreError as error:
            given_up = self._ending.is_set()
            log.log(logging.INFO if given_up else logging.WARNING, "no backup: %s", error)
            self._not_before = time.monotonic() + AGAIN_AFTER_S
            self._show(stage="", failure=str(error))
            return
        lines = [] if made.verified and not made.faults else backup_lines(made)
        self._not_before = time.monotonic() + (0.0 if made.verified else AGAIN_AFTER_S)
        self._show(stage="", failure=lines[0] if lines else "")

    def _say_stage(self, stage: Stage) -> None:
        self._show(stage=stage.value)

    def _breathe(self) -> None:
        if self._ending.is_set():
            raise BackupFailed(say("backup-stopped"))
        if self._around.running():
            self._ending.wait(
                max(PAUSE_S, min(LONGEST_PAUSE_S, time.monotonic() - self._breathed))
            )
        self._breathed = time.monotonic()

    def look(self) -> None:
        """What lies in the folder now."""
        around = self._around
        folder = self._settings.place(around.settings.parent)
        newest = newest_verified(folder, around.record)
        last = None if newest is None else self._described(newest)
        age_s = 0.0 if last is None else around.wall() - last.at_utc_s
        late = last is None or age_s > self._settings.every_h * _HOUR_S
        overdue = late and self._holds_sessions()
        self._show(last=last, overdue=overdue, every_h=self._settings.every_h)

    def _described(self, newest: BackupFile) -> LastBackup:
        around, sessions, same = self._around, None, False
        with suppress(StoreError):
            key = around.key if is_encrypted(newest.path) else None
            heads = read_heads(newest.heads, key)
            sessions = None if heads is None else len(heads.sessions)
        with suppress(StoreError):
            same = same_disk(newest.path.parent, around.record)
        return LastBackup(newest.at_utc_s, newest.size, sessions, same)


class NoBackup:
    """`BackupDoor` of the demo: nothing of it is worth keeping."""

    def view(self) -> BackupView:
        return BackupView(failure=say("backup-demo"), possible=False)

    def back_up(self) -> None:
        raise Refusal(say("backup-demo"))

    def keep_folder(self, _folder: str) -> None:
        raise Refusal(say("backup-demo"))
