"""What the clinic says of itself in an emergency, in a small JSON file beside the record.

Rule 1: a file that is missing or damaged means that nothing is known; the screen says so.
Rule 2: it is replaced whole, so that a power cut leaves the old one or the new one.
Rule 3: nothing in it is about a patient.

    {"name": "...", "address": "...", "access": "...", "emergency_number": "...",
     "phone": "...", "drugs": ["...", "..."]}
"""

from __future__ import annotations

from dataclasses import asdict, dataclass, fields
from pathlib import Path

from data.outgoing import write_json
from data.outside import small_json

FILE_NAME = "clinic.json"
MOST_DRUGS = 6
_LONGEST = 200
_LARGEST = 100_000
"""Bytes. A larger file is none of ours."""


@dataclass(frozen=True, slots=True)
class Clinic:
    """Every text may be empty: not set. `access` is how the ambulance gets in.

    `phone` is the number to be called back at; `drugs` are offered when a drug is stamped.
    """

    name: str = ""
    address: str = ""
    access: str = ""
    emergency_number: str = ""
    phone: str = ""
    drugs: tuple[str, ...] = ()


def load_clinic(path: Path) -> Clinic:
    content = small_json(path, _LARGEST)
    names = [field.name for field in fields(Clinic) if field.name != "drugs"]
    texts = {name: tidy(content.get(name)) for name in names}
    return Clinic(**texts, drugs=drugs_of(content.get("drugs")))


def save_clinic(path: Path, clinic: Clinic) -> None:
    """Raises `OSError`."""
    write_json(path, asdict(clinic))


def tidy(text: object) -> str:
    """One line of at most 200 characters that can be written to a file; else nothing."""
    if not isinstance(text, str):
        return ""
    sound = text.encode(errors="ignore").decode()
    return " ".join(sound.split())[:_LONGEST].strip()


def drugs_of(names: object) -> tuple[str, ...]:
    """The first six that are not empty."""
    if not isinstance(names, (list, tuple)):
        return ()
    return tuple(name for name in map(tidy, names) if name)[:MOST_DRUGS]
