"""What the desk of the backups needs of the program around it."""

from __future__ import annotations

import time
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from data.audit import AuditKind
from data.backup_file import FILE_NAME
from monitor.rights import Right
from ui.gate import Gate
from ui.places import home, spill_folder


class Want(Protocol):
    """Who may: the gate of the seat."""

    def __call__(self, right: Right) -> str:
        """Whose name counts. Raises `Refusal`."""
        ...


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What the desk needs of the program.

    `running`: sessions go on here. `is_open`: the raw bytes of this session are still written.
    `by_itself` False = only when somebody asks. `note`: a line about a setting (who, old, new).
    """

    record: Path
    key: bytes | None
    settings: Path
    spill: Path
    want: Want
    running: Callable[[], bool]
    is_open: Callable[[str], bool]
    note: Callable[[AuditKind, str, str, str], None] = lambda _kind, _by, _old, _new: None
    wall: Callable[[], float] = time.time
    by_itself: bool = True


def around_of(
    record: Path,
    key: bytes | None,
    gate: Gate,
    running: Callable[[], Collection[str]],
    captured: Mapping[int, str],
) -> Surroundings:
    """Of a program: `running` are its sessions, `captured` those whose raw bytes it still writes.

    By itself the usual record is backed up, not one that lies elsewhere.
    """
    return Surroundings(
        record=record,
        key=key,
        settings=home() / FILE_NAME,
        spill=spill_folder(),
        want=gate.want,
        running=lambda: bool(running()),
        is_open=lambda session_id: session_id in list(captured.values()),
        note=lambda kind, by, old, new: gate.trail.note(
            kind, by, what="backup-folder", old=old, new=new
        ),
        by_itself=record.parent == home(),
    )
