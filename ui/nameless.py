"""A session without what says whose it is, as the places of the window read a session.

Rule: of the true session only figures are kept; every text and every day is that of the material
      (`data/export/deidentify.py`).
"""

from __future__ import annotations

from dataclasses import replace

from data.export.material import Material
from ui.requests import Refusal, SessionRecord, SessionRow
from ui.words import say


def nameless_record(material: Material, row: SessionRow) -> SessionRecord:
    """`row` is the line of the true session.

    Raises `Refusal` of a session that no anchor gives a day: that of its line would be true.
    """
    if not material.deidentified or not material.anchors:
        raise Refusal(say("nameless-no-day"))
    first = material.anchors[0]
    shown = replace(
        row,
        session_id=material.session_id,
        patient_id=material.patient.patient_id,
        initials="",
        opened_utc_s=first.utc_s - first.from_s,
        offset_min=first.offset_min,
        driver="",
        profile="",
    )
    return SessionRecord(shown, tuple(material.entries), tuple(material.anchors))
