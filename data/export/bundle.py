"""A session whole, as JSON that this program reads again: for moving to a new machine.

    {"chairside-session": 1, "session": "...", "program": "...", "simulated": false,
     "deidentified": false, "signed": "<sha256>", "missing": "", "anchors": [
    ["start", 0.0, 1768469527.25, 60],
    ...], "entries": [
    [0, 0.0, "session-opened", {...}],
    ...], "waves": [
    ...], "sha256": "..."}

Rule 1: every line of the record is one line here, in the order and under the number it has there;
        the names of kinds and fields are those on the disk (`data/codec.py`).
Rule 2: `sha256` is over the lines between, each with its line feed and without its comma: a file
        that was cut or damaged on the way is not taken in. It proves nothing of who wrote it.
Rule 3: raw bytes (`.capture`) are not in it.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator

from data.codec import encode
from data.export.material import Material
from monitor.entries import Anchor, Entry

FORMAT = 1


def session_bundle(material: Material) -> Iterator[bytes]:
    """The bytes of the file, a line at a time."""
    head = {
        "chairside-session": FORMAT,
        "session": material.session_id,
        "program": material.program,
        "simulated": material.simulated,
        "deidentified": material.deidentified,
        "signed": material.sealed,
        "missing": material.missing,
    }
    yield compact(head)[:-1].encode()
    digest = hashlib.sha256()
    parts = (
        ("anchors", map(anchor_line, material.anchors)),
        ("entries", map(entry_line, material.entries)),
        ("waves", map(entry_line, material.waves())),
    )
    for name, lines in parts:
        yield f',"{name}":[\n'.encode()
        yield from _lines(lines, digest)
        yield b"]"
    yield f',"sha256":"{digest.hexdigest()}"}}\n'.encode()


def anchor_line(anchor: Anchor) -> str:
    return compact([anchor.reason.value, anchor.from_s, anchor.utc_s, anchor.offset_min])


def entry_line(entry: Entry) -> str:
    kind, body = encode(entry.what)
    return f"[{entry.seq},{json.dumps(entry.now_s)},{json.dumps(kind)},{body}]"


def _lines(lines: Iterable[str], digest: hashlib._Hash) -> Iterator[bytes]:
    first = True
    for line in lines:
        digest.update(line.encode() + b"\n")
        yield (line if first else f",{line}").encode() + b"\n"
        first = False


def compact(value: object) -> str:
    """The one way in which a value is written, so that what was read gives the same bytes."""
    return json.dumps(value, separators=(",", ":"))
