"""The formats in which a session leaves the building, and what they are made of.

Rule 1: one table; the window, the command line and a batch of many know no format by name.
Rule 2: a format is loaded when it is asked for: no start waits for one.
"""

from __future__ import annotations

import secrets
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from data.errors import StoreError
from data.export.material import Material
from data.outgoing import write_whole
from data.vault import subkey
from monitor.entries import Entry
from ui.clinic import known_clinic
from ui.places import open_record
from ui.requests import Refusal
from ui.words import say

Pieces = Iterable[bytes]


@dataclass(frozen=True, slots=True)
class Format:
    """`make` gives the bytes of the file, piece by piece; `suffix` comes with its dot."""

    suffix: str
    make: Callable[[Material], Pieces]


def _csv(material: Material) -> Pieces:
    from data.export.csv import session_csv  # noqa: PLC0415

    return (line.encode() for line in session_csv(material.entries, material.anchors))


def _edf(material: Material) -> Pieces:
    from data.export.edf import session_edf  # noqa: PLC0415

    return session_edf(material)


def _vital(material: Material) -> Pieces:
    from data.export.vital import session_vital  # noqa: PLC0415

    return session_vital(material)


FORMATS: dict[str, Format] = {
    "csv": Format(".csv", _csv),
    "edf": Format(".edf", _edf),
    "vital": Format(".vital", _vital),
}
"""By the name that `chairside export --format` knows."""


def material_of(
    path: Path, key: bytes | None, session_id: str, *, deidentify: bool = False
) -> Material:
    """What the formats of one session are made of. Raises a `StoreError`."""
    with open_record(path, read_only=True, key=key) as store:
        summary = store.summary(session_id)
        found = summary.session_id
        made = Material(
            found,
            tuple(store.entries(found, waves=False)),
            tuple(store.anchors(found)),
            waves=lambda: _waves(path, key, found),
            program=program_version(),
            head=store.heads([found]).sessions[found][1].hex(),
            sealed=store.sealed(found),
            clinic=known_clinic().name,
            simulated=summary.simulated,
        )
    return _without_names(made, key) if deidentify else made


def hand_over(material: Material, kind: str, path: Path) -> int:
    """Write the file, whole or not at all; its size in bytes. Raises `Refusal`."""
    try:
        return write_whole(path.expanduser(), FORMATS[kind].make(material))
    except OSError as error:
        raise Refusal(say("export-failed", path, error.strerror or str(error))) from error
    except StoreError as error:
        raise Refusal(str(error)) from error


def program_version() -> str:
    from importlib.metadata import PackageNotFoundError, version  # noqa: PLC0415

    try:
        return version("chairside")
    except PackageNotFoundError:
        return "unpackaged"


def _waves(path: Path, key: bytes | None, session_id: str) -> Iterator[Entry]:
    with open_record(path, read_only=True, key=key) as store:
        yield from store.waves(session_id)


def _without_names(material: Material, key: bytes | None) -> Material:
    from data.export.deidentify import deidentified  # noqa: PLC0415

    secret = subkey(key, "deidentify") or secrets.token_bytes(32)
    entries, anchors = deidentified(material.entries, material.anchors, secret)

    def waves() -> Iterator[Entry]:
        for chunk in material.waves():
            ((masked,), _) = deidentified([chunk], (), secret)
            yield replace(masked, session_id=shown)

    shown = entries[0].session_id if entries else ""
    return replace(
        material,
        session_id=shown,
        entries=tuple(entries),
        anchors=tuple(anchors),
        waves=waves,
        head="",
        sealed="",
        clinic="",
        deidentified=True,
    )
