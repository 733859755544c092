"""Reads a record in a process of its own, as whoever comes later does: JSON on standard output.

python reading_program.py DB
{"SESSION": {"row": {...}, "program": "0.3", "head": "9f..", "defects": [],
             "entries": [[seq, now_s, kind, {...}], ...]}, ...}

The waves are left out: they are most of a record, and nothing is said by them.
"""

from __future__ import annotations

import json
import sys
from dataclasses import asdict
from pathlib import Path

from data.codec import encode
from data.manifest import verify
from data.queries import SessionFacts, find
from data.record_file import reading
from data.vault import key_for
from monitor.entries import Entry
from monitor.vitals import WaveChunk
from ui.places import open_record


def line(entry: Entry) -> tuple[int, float, str, object]:
    kind, body = encode(entry.what)
    return entry.seq, entry.now_s, kind, json.loads(body)


def facts(db: Path, session_id: str) -> SessionFacts:
    with reading(db, key_for(db)) as connection:
        return find(connection, session_id)


def everything(db: Path) -> dict[str, object]:
    defects = verify(db, key_for(db))
    with open_record(db, read_only=True) as store:
        return {
            summary.session_id: {
                "row": asdict(summary),
                "program": facts(db, summary.session_id).program,
                "head": facts(db, summary.session_id).chain.head.hex(),
                "defects": [one.text for one in defects if one.session_id == summary.session_id],
                "entries": [
                    line(entry)
                    for entry in store.entries(summary.session_id)
                    if not isinstance(entry.what, WaveChunk)
                ],
            }
            for summary in store.sessions()
        }


if __name__ == "__main__":
    json.dump(everything(Path(sys.argv[1])), sys.stdout, default=str)
