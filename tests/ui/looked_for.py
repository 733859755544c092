"""One line of the library looked for as the record looks for it, without a record."""

from __future__ import annotations

from collections.abc import Collection

from data.summaries import Searched
from ui.requests import SessionRow
from ui.review.session_line import Search


def matches(row: SessionRow, cut_off: Collection[str], wanted: str) -> bool:
    """What was typed finds this session."""
    return Search(wanted, cut_off)(searched(row))


def searched(row: SessionRow) -> Searched:
    """Without the head of its chain, which the list does not know."""
    return (
        b"", row.ended, row.simulated, row.session_id, row.opened_utc_s, row.offset_min,
        row.patient_id, row.initials, row.driver, row.mg_per_kg, row.dose_mg, row.minutes,
        row.peak_sbp, row.peak_dbp, row.route,
    )  # fmt: skip
