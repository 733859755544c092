from __future__ import annotations

import json
import random
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from record_examples import course, sessions, start_anchor
from wave_examples import chunks

from data.audit import Audit, AuditKind
from data.bundle_file import NotTakenIn, looks_like_bundle, read_bundle
from data.export.bundle import session_bundle
from data.export.material import Material
from data.manifest import verify
from data.store import SessionStore
from data.taking_in import take_in
from monitor.entries import Entry

KEY = bytes(range(48))


def material(entries: list[Entry], waves: list[Entry] | None = None) -> Material:
    kept = waves or []
    return Material("s-1", entries, [start_anchor()], lambda: iter(kept), program="1.0")


def written(made: Material, folder: Path) -> Path:
    path = folder / "session.json"
    path.write_bytes(b"".join(session_bundle(made)))
    return path


@settings(max_examples=40, deadline=None)
@given(entries=sessions())
def test_what_is_read_is_what_was_written(
    entries: list[Entry], tmp_path_factory: pytest.TempPathFactory
) -> None:
    path = written(material(entries), tmp_path_factory.mktemp("bundle"))
    assert looks_like_bundle(path)
    try:
        found = read_bundle(path)
    except NotTakenIn as refused:
        assert "begin" in str(refused)  # noqa: PT017 (some examples have no opening)
        return
    assert found.entries == tuple(entries)
    assert found.anchors == (start_anchor(),)


def test_waves_stand_again_between_the_lines_they_came_with(tmp_path: Path) -> None:
    entries = course(seconds=60)
    waves = [replace(one, seq=one.seq + 1000) for one in chunks(20)]
    found = read_bundle(written(material(entries, waves), tmp_path))
    assert found.entries == (*entries, *waves)


def test_a_session_moves_to_another_record_and_is_verified_there(tmp_path: Path) -> None:
    first, second = tmp_path / "first.db", tmp_path / "second.db"
    entries = course(seconds=200)
    with SessionStore.open(first, KEY) as store:
        store.write(entries, [start_anchor()])
        line = store.summary("s-1")
    bundle = read_bundle(written(material(entries), tmp_path))
    assert take_in(second, KEY, bundle.entries, bundle.anchors, "Nurse 1", format="json") == "s-1"
    assert verify(second, KEY) == []
    with SessionStore.open(second, KEY, read_only=True) as store:
        assert list(store.entries("s-1")) == entries
        assert replace(store.summary("s-1"), n=line.n) == line
    (noted,) = [one for one in Audit(second, KEY).lines(100) if one.kind == AuditKind.IMPORTED]
    assert (noted.by, noted.session_id, noted.facts["format"]) == ("Nurse 1", "s-1", "json")


def test_a_session_that_is_there_is_not_taken_in_again(tmp_path: Path) -> None:
    path = tmp_path / "record.db"
    bundle = read_bundle(written(material(course(seconds=60)), tmp_path))
    take_in(path, KEY, bundle.entries, bundle.anchors, "Nurse 1")
    before = path.read_bytes()
    with pytest.raises(NotTakenIn, match="already"):
        take_in(path, KEY, bundle.entries, bundle.anchors, "Nurse 1")
    assert path.read_bytes() == before


def test_a_file_that_was_cut_or_changed_is_refused_whole(tmp_path: Path) -> None:
    path = written(material(course(seconds=60)), tmp_path)
    whole, dice = path.read_bytes(), random.Random(7)
    for _ in range(150):
        damaged = bytearray(whole)
        if dice.random() < 0.3:
            del damaged[dice.randrange(len(whole)) :]
        else:
            place = dice.randrange(len(whole))
            damaged[place] = (damaged[place] + dice.randrange(1, 256)) % 256
        path.write_bytes(damaged)
        try:
            found = read_bundle(path)
        except NotTakenIn:
            continue
        # What is not a line of the session may have changed: which program wrote it.
        assert (found.entries, found.anchors) == (tuple(course(seconds=60)), (start_anchor(),))


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"chairside-session": 2}, "update Chairside"),
        ({"session": "../evil"}, "not as it was written"),
        ({"entries": []}, "not as it was written"),
        ({"anchors": [["start", 0.0, 1e300, 0]]}, "not as it was written"),
        ({"sha256": "0" * 64}, "not those it was written with"),
    ],
)
def test_what_cannot_be_is_refused_in_one_sentence(
    change: dict[str, object], says: str, tmp_path: Path
) -> None:
    path = written(material(course(seconds=60)), tmp_path)
    path.write_text(json.dumps(json.loads(path.read_text()) | change))
    with pytest.raises(NotTakenIn, match=says) as refused:
        read_bundle(path)
    assert len(str(refused.value).splitlines()) == 1


@pytest.mark.parametrize("content", [b"", b"[]", b"{}", b"[" * 100_000, b"\xff\x00"])
def test_any_other_file_is_none(content: bytes, tmp_path: Path) -> None:
    path = tmp_path / "strange.json"
    path.write_bytes(content)
    assert not looks_like_bundle(path)
    with pytest.raises(NotTakenIn):
        read_bundle(path)
