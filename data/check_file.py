"""What is known of the sound checks of each seat, in a small JSON file beside the record.

Rule 1: a file that is missing or damaged means that nothing is known: a full check is due then.
Rule 2: it is replaced whole, so that a power cut leaves the old one or the new one.
Rule 3: what is known of other seats stays, as far as it can be read.

    {"desk": {"full_at_utc_s": 1790000000.0, "any_at_utc_s": 1790003600.0, "not_heard": false}}
"""

from __future__ import annotations

import math
from dataclasses import asdict
from pathlib import Path

from data.outgoing import write_json
from data.outside import small_json
from monitor.sound_check import SeatChecks

FILE_NAME = "sound-checks.json"
_LARGEST = 1_000_000
"""Bytes. A larger file is none of ours."""


def load_checks(path: Path, seat: str) -> SeatChecks:
    return _seats_in(path).get(seat, SeatChecks())


def save_checks(path: Path, seat: str, checks: SeatChecks) -> None:
    """Raises `OSError`."""
    seats = {**_seats_in(path), seat: checks}
    write_json(path, {name: asdict(known) for name, known in seats.items()})


def _seats_in(path: Path) -> dict[str, SeatChecks]:
    seats = {name: _checks_in(entry) for name, entry in small_json(path, _LARGEST).items()}
    return {name: checks for name, checks in seats.items() if checks is not None}


def _checks_in(entry: object) -> SeatChecks | None:
    """None = not what we wrote; half of it is worth nothing."""
    if not isinstance(entry, dict):
        return None
    moments = entry.get("full_at_utc_s"), entry.get("any_at_utc_s")
    not_heard = entry.get("not_heard")
    if not isinstance(not_heard, bool) or not all(map(_is_moment, moments)):
        return None
    return SeatChecks(*moments, not_heard)


def _is_moment(value: object) -> bool:
    return value is None or (isinstance(value, float) and math.isfinite(value))
