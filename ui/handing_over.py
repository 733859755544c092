"""The formats in which a session leaves the building, and what they are made of.

Rule 1: one table; the window, the command line and a batch of many know no format by name.
Rule 2: a format is loaded when it is asked for: no start waits for one.
"""

from __future__ import annotations

import contextlib
import secrets
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from data.errors import StoreDamaged, StoreError
from data.export.material import Material
from data.outgoing import write_whole
from data.store import program_version
from data.vault import subkey
from monitor.entries import Entry
from ui.clinic import known_clinic
from ui.places import open_record
from ui.reading_back import as_it_is
from ui.requests import Refusal
from ui.words import say

Pieces = Iterable[bytes]


@dataclass(frozen=True, slots=True)
class Format:
    """`make` gives the bytes of the file, piece by piece; `suffix` comes with its dot.

    `choices` are what else somebody may ask of it: `make` takes each as a keyword, False or True.
    """

    suffix: str
    make: Callable[..., Pieces]
    choices: tuple[str, ...] = ()

    def pieces(self, material: Material, chosen: Iterable[str] = ()) -> Pieces:
        return self.make(material, **dict.fromkeys(chosen, True))


def _csv(material: Material) -> Pieces:
    from data.export.csv import session_csv  # noqa: PLC0415

    made, simulated = material.entries, material.simulated
    return (line.encode() for line in session_csv(made, material.anchors, simulated=simulated))


def _edf(material: Material) -> Pieces:
    from data.export.edf import session_edf  # noqa: PLC0415

    return session_edf(material)


def _fhir(material: Material, *, transaction: bool = False, snomed: bool = False) -> Pieces:
    from data.export.fhir.bundle import session_fhir  # noqa: PLC0415

    return session_fhir(material, transaction=transaction, snomed=snomed)


def _vital(material: Material) -> Pieces:
    from data.export.vital import session_vital  # noqa: PLC0415

    return session_vital(material)


def _hl7(material: Material) -> Pieces:
    from data.export.hl7 import session_hl7  # noqa: PLC0415

    return session_hl7(material)


def _pdf(material: Material, *, letter: bool = False, detail: bool = False) -> Pieces:
    from ui.report.pdf import report_pdf  # noqa: PLC0415
    from ui.report.sheet import Sheet  # noqa: PLC0415

    return report_pdf(material, Sheet.LETTER if letter else Sheet.A4, detail=detail)


def _text(material: Material) -> Pieces:
    from ui.report.text import report_text  # noqa: PLC0415

    return [report_text(material).encode("ascii")]


def _json(material: Material) -> Pieces:
    from data.export.bundle import session_bundle  # noqa: PLC0415

    return session_bundle(material)


FORMATS: dict[str, Format] = {
    "pdf": Format(".pdf", _pdf, ("letter", "detail")),
    "text": Format(".txt", _text),
    "csv": Format(".csv", _csv),
    "fhir": Format(".fhir.json", _fhir, ("transaction", "snomed")),
    "hl7": Format(".hl7", _hl7),
    "json": Format(".json", _json),
    "edf": Format(".edf", _edf),
    "vital": Format(".vital", _vital),
}
"""By the name that `chairside export --format` knows."""


def material_of(
    path: Path, key: bytes | None, session_id: str, *, deidentify: bool = False
) -> Material:
    """What the formats of one session are made of. Raises a `StoreError`."""
    there = as_it_is(path, key, session_id)
    found = there.summary.session_id
    made = Material(
        found,
        tuple(there.entries),
        there.anchors,
        waves=lambda: _waves(path, key, found),
        program=program_version(),
        head=there.head,
        sealed=there.sealed,
        clinic=known_clinic().name,
        simulated=there.summary.simulated,
        missing=there.missing,
    )
    return _without_names(made, key) if deidentify else made


def hand_over(
    material: Material,
    kind: str,
    path: Path,
    chosen: Iterable[str] = (),
    through: Callable[[Pieces], Pieces] = lambda pieces: pieces,
) -> int:
    """Write the file, whole or not at all; its size in bytes. Raises `Refusal`.

    `chosen` are some of the choices of the format; `through` sees every piece before it is
    written, and may raise to leave nothing.
    """
    try:
        pieces = through(FORMATS[kind].pieces(material, chosen))
        return write_whole(at_home(path), pieces)
    except OSError as error:
        raise Refusal(say("export-failed", path, error.strerror or str(error))) from error
    except StoreError as error:
        raise Refusal(str(error)) from error


def at_home(path: Path) -> Path:
    """A leading ``~`` is the person's own folder; ``~x`` of nobody is a name like any other."""
    try:
        return path.expanduser()
    except RuntimeError:
        return path


def _waves(path: Path, key: bytes | None, session_id: str) -> Iterator[Entry]:
    """All that can be read: behind a damaged chunk there are no more."""
    with contextlib.suppress(StoreDamaged), open_record(path, read_only=True, key=key) as store:
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
