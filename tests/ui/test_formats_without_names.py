"""What every format says of a session without names, and whose session each file of many holds."""

from __future__ import annotations

import gzip
import io
from pathlib import Path

import pytest
from helpers import wait_until
from pypdf import PdfReader
from record_examples import NAME, REMARK, course, start_anchor

from data.store import SessionStore
from monitor.commands import EndSession
from monitor.entries import Entry
from monitor.events import Event
from monitor.treatment.commands import GiveDrug, HandOver
from ui.batch import Batch, Job
from ui.handing_over import FORMATS, hand_over, material_of

KEY = bytes(range(48))
TYPED = ("Typed Drug Of Theirs", "Nurse Zebra", "Provider Quagga")
MANY = 4


@pytest.fixture
def record(tmp_path: Path) -> Path:
    path = tmp_path / "record.db"
    entries = course(seconds=60)
    said: list[Event] = [
        GiveDrug(TYPED[0], "4", "mg", "iv", TYPED[2], TYPED[1]),
        HandOver(TYPED[2], TYPED[1]),
        EndSession(TYPED[2]),
    ]
    last = entries[-1]
    entries += [
        Entry(last.session_id, last.seq + 1 + n, last.now_s, what) for n, what in enumerate(said)
    ]
    with SessionStore.open(path, KEY) as store:
        store.write(entries, [start_anchor()])
        for n in range(MANY):
            store.write(course(f"of-{n}", 20), [start_anchor(f"of-{n}")])
    return path


def readable(kind: str, content: bytes) -> str:
    """What a person finds in the file."""
    if kind == "vital":
        content = gzip.decompress(content)
    if kind == "pdf":
        pages = PdfReader(io.BytesIO(content)).pages
        return "\n".join(page.extract_text() for page in pages)
    return content.decode("utf-8", "replace")


@pytest.mark.parametrize("kind", FORMATS)
def test_no_format_says_whose_session_it_was(kind: str, record: Path) -> None:
    hidden = (NAME, REMARK, *TYPED, "of a clinic")
    for chosen in ((), FORMATS[kind].choices):
        made = material_of(record, KEY, "s-1", deidentify=True)
        found = readable(kind, b"".join(FORMATS[kind].pieces(made, chosen)))
        assert [one for one in hidden if one in found] == []
        assert len(found) > 200


@pytest.mark.parametrize("kind", ["pdf", "text", "fhir", "hl7", "json", "edf"])
def test_with_names_it_says_so(kind: str, record: Path) -> None:
    made = material_of(record, KEY, "s-1")
    assert NAME in readable(kind, b"".join(FORMATS[kind].pieces(made)))


def test_a_batch_gives_each_file_its_own_session(record: Path, tmp_path: Path) -> None:
    jobs = [Job(f"of-{n}", tmp_path / f"{n}.json") for n in range(MANY)]
    batch = Batch(
        jobs,
        lambda _session_id: None,
        lambda session_id: material_of(record, KEY, session_id),
        lambda made, path, through: hand_over(made, "json", path, (), through),
    )
    wait_until(lambda: batch.state().over, 30.0)
    batch.close()
    for n, job in enumerate(jobs):
        text = job.path.read_text(encoding="utf-8")
        assert f'"of-{n}"' in text
        assert not [other for other in range(MANY) if other != n and f'"of-{other}"' in text]
