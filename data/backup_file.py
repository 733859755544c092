"""When and where the record is backed up, in a small JSON file beside it.

Rule 1: a file that is missing or damaged means the usual: once a day, beside the record.
Rule 2: it is replaced whole, so that a power cut leaves the old one or the new one.
Rule 3: nothing in it is about a patient.

    {"folder": "/media/backup", "every_h": 24, "keep_days": 14, "keep_weeks": 52}
"""

from __future__ import annotations

from dataclasses import asdict, dataclass
from pathlib import Path

from data.backup_folder import Keep
from data.outgoing import write_json
from data.outside import small_json

FILE_NAME = "backup.json"
USUAL_FOLDER = "backups"
USUAL_EVERY_H = 24.0
LONGEST_EVERY_H = 24.0 * 7
USUAL_KEEP = Keep()
_LONGEST_PATH = 1000
_LARGEST = 100_000
"""Bytes. A larger file is none of ours."""


@dataclass(frozen=True, slots=True)
class BackupSettings:
    """`folder` empty = the usual one beside the record; `every_h` in hours."""

    folder: str = ""
    every_h: float = USUAL_EVERY_H
    keep_days: int = USUAL_KEEP.days
    keep_weeks: int = USUAL_KEEP.weeks

    def place(self, home: Path) -> Path:
        return Path(self.folder).expanduser() if self.folder else home / USUAL_FOLDER

    @property
    def keep(self) -> Keep:
        return Keep(self.keep_days, self.keep_weeks)


def load_settings(path: Path) -> BackupSettings:
    content = small_json(path, _LARGEST)
    usual = BackupSettings()
    folder = content.get("folder")
    return BackupSettings(
        folder if isinstance(folder, str) and _can_be(folder) else "",
        _number(content.get("every_h"), usual.every_h, 1.0, LONGEST_EVERY_H),
        round(_number(content.get("keep_days"), usual.keep_days, 1, 3650)),
        round(_number(content.get("keep_weeks"), usual.keep_weeks, 0, 520)),
    )


def save_settings(path: Path, settings: BackupSettings) -> None:
    """Raises `OSError`."""
    write_json(path, asdict(settings))


def _can_be(folder: str) -> bool:
    return len(folder) <= _LONGEST_PATH and folder.isprintable()


def _number(there: object, usual: float, least: float, most: float) -> float:
    """What is no number within the bounds counts as not set."""
    if isinstance(there, bool) or not isinstance(there, (int, float)):
        return usual
    return there if least <= there <= most else usual
