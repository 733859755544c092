"""Everything that can be written into a session, looked for in the bytes of every format."""

from __future__ import annotations

import dataclasses
import enum
import gzip
import io
import itertools
import re
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from past_treatments import Played, iv_treatment, opened
from pypdf import PdfReader
from record_examples import anything

from data.export.material import Material
from data.store import SessionStore
from monitor.entries import Anchor, AnchorReason, Entry
from monitor.events import DeviceFacts, Numerics
from monitor.people import Patient
from monitor.vitals import SIGNS, CuffResult, Reading, VitalSign, Wave, WaveChunk
from ui.handing_over import FORMATS, material_of

DATED_BY_NOTHING = anything.filter(lambda what: not hasattr(what, "utc_s"))
KEY = bytes(range(48))
SECRETS = (
    *("Quixo-Trel", "Zwetschgo-Nn", "Ömlaut-Ke"),
    *("MRN-7719045", "Kx Vq", "Provider-Xylo", "feels-Harbourlike", "Lot-ZZ9177"),
    *("Clinic-Wyvern", "/home/Yolanthe/desk.toml"),
)
SESSION = "20271123T101112-5ec3e7"
BEGAN_UTC_S = 1_826_964_672.0
DAYS = (
    "2027-11-23",
    "20271123",
    "23.11.27",
    "23-NOV-2027",
    "23.11.2027",
    "11/23/2027",
    "23112027",
)
BORN = ("1987-06-05", "19870605", "05-JUN-1987", "05.06.1987", "1987")


def planted(value: Any, secrets: Iterator[str]) -> Any:
    """The same value with a secret as every text inside it."""
    if isinstance(value, enum.Enum):
        return value
    if isinstance(value, str):
        return next(secrets)
    if isinstance(value, dict):
        return {planted(key, secrets): one for key, one in value.items()}
    if isinstance(value, tuple | frozenset):
        return type(value)(planted(one, secrets) for one in value)
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        names = [one.name for one in dataclasses.fields(value)]
        told = {name: planted(getattr(value, name), secrets) for name in names}
        return dataclasses.replace(value, **told)
    return value


def lived() -> list[Entry]:
    device = DeviceFacts(SECRETS[0], f"device:{SECRETS[9]}", 5.0, 10.0, frozenset(SIGNS))
    patient = Patient(SECRETS[3], 80.0, SECRETS[4], 1987, SECRETS[0], "1987-06-05", "female")
    begun = opened(SESSION, patient=patient, by=SECRETS[5], devices=(device,))
    stamp = "2027-11-23T10:12:13"
    cuff = CuffResult(142.0, 84.0, 101.0, 77.0, device.source, device_time=stamp)
    hr = Numerics((Reading(VitalSign.HR, 72.0, device.source, device_time=stamp),))
    said = sorted((*iv_treatment(), (90.0, cuff), (91.0, hr)), key=lambda one: one[0])
    return Played(begun, said).entries


def whole(path: Path, more: list[Any]) -> Material:
    """Of a real record, without names; its patient is still in there."""
    secrets = itertools.cycle(SECRETS)
    entries = lived()
    last = entries[-1]
    more = [planted(one, secrets) for one in more]
    wave = WaveChunk(Wave.PLETH, 125.0, SECRETS[7][:8], (0.0, 1.0, 2.0), f"device:{SECRETS[9]}")
    for n, what in enumerate((*more, wave), start=1):
        entries.append(Entry(SESSION, last.seq + n, last.now_s, what))
    anchor = Anchor(SESSION, 0.0, BEGAN_UTC_S, 60, AnchorReason.START)
    path.unlink(missing_ok=True)
    with SessionStore.open(path, KEY) as store:
        store.write(entries, [anchor])
    return material_of(path, KEY, SESSION, deidentify=True)


def texts_of(kind: str, content: bytes) -> Iterator[bytes]:
    """The bytes, and everything that is packed in them."""
    yield content
    if kind == "vital":
        yield gzip.decompress(content)
    if kind == "pdf":
        for packed in re.findall(rb"stream\r?\n(.*?)endstream", content, re.DOTALL):
            try:
                yield zlib.decompressobj().decompress(packed)
            except zlib.error:
                yield packed
        reader = PdfReader(io.BytesIO(content))
        told = [page.extract_text() for page in reader.pages]
        yield "\n".join((*told, repr(reader.metadata))).encode()


def found_in(kind: str, material: Material, wanted: tuple[str, ...]) -> set[str]:
    content = b"".join(FORMATS[kind].pieces(material))
    leaks = set()
    for told in texts_of(kind, content):
        low = told.lower()
        for secret in wanted:
            ways = (secret.lower().encode(way) for way in ("utf-8", "utf-16-le", "utf-16-be"))
            ascii_only = secret.lower().encode("ascii", "replace")
            if any(way in low for way in (*ways, ascii_only)):
                leaks.add(secret)
    return leaks


@pytest.mark.parametrize("kind", FORMATS)
def test_no_secret_and_no_true_day_is_in_the_bytes_of_any_format(
    kind: str, tmp_path: Path
) -> None:
    material = whole(tmp_path / "record.db", [])
    assert found_in(kind, material, (*SECRETS, SESSION, "5ec3e7", *DAYS, *BORN[:-1])) == set()


@pytest.mark.parametrize("kind", FORMATS)
def test_with_names_the_same_search_finds_them(kind: str, tmp_path: Path) -> None:
    whole(tmp_path / "record.db", [])
    named = material_of(tmp_path / "record.db", KEY, SESSION)
    assert found_in(kind, named, SECRETS) != set()


@settings(
    max_examples=4,
    phases=(Phase.explicit, Phase.generate),
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
@given(more=st.lists(DATED_BY_NOTHING, min_size=20, max_size=40))
def test_whatever_else_is_in_a_session_none_of_its_texts_is_in_the_bytes(
    more: list[Any], tmp_path_factory: pytest.TempPathFactory
) -> None:
    path = tmp_path_factory.mktemp("leak") / "record.db"
    material = whole(path, more)
    for kind in sorted(set(FORMATS) - {"pdf", "text"}):  # those need a session that a core lived
        assert found_in(kind, material, (*SECRETS, SESSION)) == set(), kind
