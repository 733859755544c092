import os
import stat

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.audit import Audit, AuditKind
from data.errors import StoreDamaged, StoreUnwritable
from data.mirror import EVERY_S, Heads, Mirror, load_mirror, mirror_path, renew
from data.store import SessionStore
from tests.data.record_examples import course, start_anchor

KEY = bytes(range(32))
A, B = (12, b"a" * 32), (13, b"b" * 32)


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "spill"


@pytest.fixture
def record(tmp_path):
    return tmp_path / "record.db"


def kept(folder, record, *steps, key=KEY, opening=()):
    """A mirror that was told these heads, one write each."""
    mirror = Mirror(folder, record, key)
    mirror.look()
    for number, heads in enumerate(steps):
        mirror.take(heads, opening=number in opening)
        mirror.write(1000.0 * (number + 1))
    return load_mirror(folder, record, key)


@pytest.mark.parametrize("key", [KEY, None])
def test_what_is_told_is_what_is_loaded(folder, record, key):
    found = kept(
        folder, record, Heads({"s-1": A}, (3, b"x")), Heads({"s-2": A}, (4, b"y")), key=key
    )
    assert found == Heads({"s-1": A, "s-2": A}, (4, b"y"))


def test_the_heads_of_a_record_are_those_of_its_chains(tmp_path, folder):
    path = tmp_path / "record.db"
    with SessionStore.open(path, KEY) as store:
        store.write(course("s-1", 5), [start_anchor()])
        store.write(course("s-2", 9))
        heads = store.heads()
        assert store.heads(["s-2"]).sessions == {"s-2": heads.sessions["s-2"]}
    assert heads.sessions["s-1"][0] == len(course("s-1", 5)) + 1
    Audit(path, KEY).note(AuditKind.VIEW, "Nurse 1", 1_760_000_000.0, "s-1")
    with SessionStore.open(path, KEY) as store:
        assert store.heads().audit[0] == heads.audit[0] + 1


def test_the_audit_chain_of_a_record_that_was_just_made_is_followed(tmp_path, folder):
    path = tmp_path / "record.db"
    with SessionStore.open(path, KEY) as store:
        empty = store.heads()
        store.write(course("s-1", 5), [start_anchor()])
        found = kept(folder, path, empty, store.heads(), opening={0})
        assert found == store.heads()
    assert found.audit[0] > 0


def test_nothing_was_kept_yet(folder, record):
    assert load_mirror(folder, record, KEY) is None


def test_it_is_written_every_few_seconds_and_at_the_end(folder, record):
    mirror = Mirror(folder, record, KEY)
    assert mirror.wait_s(100.0) is None
    mirror.take(Heads({"s-1": A}), opening=False)
    assert mirror.wait_s(100.0) == 0.0
    mirror.write(100.0)
    mirror.take(Heads({"s-1": B}), opening=False)
    mirror.write(101.0)
    assert load_mirror(folder, record, KEY).sessions == {"s-1": A}
    assert mirror.wait_s(101.0) == EVERY_S - 1.0
    mirror.write(101.0, at_once=True)
    assert load_mirror(folder, record, KEY).sessions == {"s-1": B}


@pytest.mark.parametrize("found", [(5, b"c" * 32), (12, b"c" * 32)])
def test_a_record_that_is_found_behind_stays_behind(folder, record, found):
    steps = (Heads({"s-1": A}), Heads({"s-1": found}), Heads({"s-1": B}))
    assert kept(folder, record, *steps, opening=(1,)).sessions == {"s-1": A}
    assert kept(folder, record, Heads({"s-1": B}), opening=(0,)).sessions == {"s-1": A}


def test_a_record_that_went_on_is_followed(folder, record):
    assert kept(folder, record, Heads({"s-1": A}), Heads({"s-1": B}), opening=(1,)).sessions == {
        "s-1": B
    }


def test_a_session_that_is_gone_is_remembered(folder, record):
    assert kept(folder, record, Heads({"s-1": A}), Heads(), opening=(1,)).sessions == {"s-1": A}


def test_an_audit_chain_that_was_cut_is_remembered(folder, record):
    steps = (Heads({}, (9, b"n")), Heads({}, (8, b"m")), Heads({}, (20, b"o")))
    assert kept(folder, record, *steps, opening=(1,)).audit == (9, b"n")


def test_what_was_done_by_intention_is_kept_exactly(folder, record):
    kept(folder, record, Heads({"s-1": A, "s-2": A}), Heads(), opening=(1,))
    renew(folder, record, KEY, Heads({"s-2": B}, (4, b"y")))
    assert load_mirror(folder, record, KEY) == Heads({"s-2": B}, (4, b"y"))


@given(st.data())
def test_any_changed_byte_is_found(tmp_path_factory, data):
    folder = tmp_path_factory.mktemp("spill")
    record = folder / "record.db"
    before = kept(folder, record, Heads({"s-1": A}), Heads({"s-1": B}))
    path = mirror_path(folder, record)
    told = bytearray(path.read_bytes())
    place = data.draw(st.integers(0, len(told) - 1))
    told[place] ^= data.draw(st.integers(1, 255))
    path.write_bytes(bytes(told))
    try:
        after = load_mirror(folder, record, KEY)
    except StoreDamaged:
        return
    # A last line whose end is gone is a torn one: what was known before it holds.
    assert place == len(told) - 1
    assert after != before


def test_a_torn_last_line_is_passed_over_and_mended(folder, record):
    kept(folder, record, Heads({"s-1": A}), Heads({"s-1": B}))
    path = mirror_path(folder, record)
    os.truncate(path, path.stat().st_size - 7)
    assert load_mirror(folder, record, KEY).sessions == {"s-1": A}
    assert kept(folder, record, Heads({"s-1": B}), opening=(0,)).sessions == {"s-1": B}


def test_another_key_does_not_open_it(folder, record):
    kept(folder, record, Heads({"s-1": A}))
    with pytest.raises(StoreDamaged, match="heads-"):
        load_mirror(folder, record, bytes(32))


def test_one_that_was_changed_is_set_aside_and_named_until_it_is_looked_into(
    folder, record, caplog
):
    kept(folder, record, Heads({"s-1": A}))
    mirror_path(folder, record).write_bytes(b"0" * 64 + b" {}\n")
    with pytest.raises(StoreDamaged, match="set aside"):
        kept(folder, record, Heads({"s-1": B}))
    assert "was changed" in caplog.text
    next(folder.glob("*.unreadable-*")).unlink()
    assert load_mirror(folder, record, KEY).sessions == {"s-1": B}


def test_only_its_owner_may_read_it(folder, record):
    kept(folder, record, Heads({"s-1": A}))
    assert stat.S_IMODE(mirror_path(folder, record).stat().st_mode) == 0o600


def test_a_file_that_grew_long_is_written_anew(folder, record):
    many = {f"s-{n}": A for n in range(3000)}
    steps = [Heads(dict.fromkeys(many, (n + 13, b"b" * 32))) for n in range(5)]
    found = kept(folder, record, Heads(many), *steps)
    assert found.sessions == dict.fromkeys(many, (17, b"b" * 32))
    assert mirror_path(folder, record).stat().st_size < 3000 * 110 + (1 << 20) + 3000 * 110


def test_a_place_that_cannot_be_written_is_tried_again(tmp_path, record):
    blocked = tmp_path / "stick"
    blocked.write_text("no folder")
    mirror = Mirror(blocked, record, KEY)
    mirror.take(Heads({"s-1": A}), opening=False)
    mirror.write(100.0)
    with pytest.raises(StoreUnwritable):
        renew(blocked, record, KEY, Heads())
    blocked.unlink()
    mirror.write(200.0)
    assert load_mirror(blocked, record, KEY).sessions == {"s-1": A}


def test_two_programs_keep_the_heads_of_one_record(folder, record):
    mirrors = {name: Mirror(folder, record, KEY) for name in ("s-1", "s-2")}
    for mirror in mirrors.values():
        mirror.look()
    for step in range(1, 6):
        for name, mirror in mirrors.items():
            mirror.take(Heads({name: (step, b"h")}, (step, b"a")), opening=step == 1)
            mirror.write(1000.0 * step)
    assert load_mirror(folder, record, KEY) == Heads(
        {"s-1": (5, b"h"), "s-2": (5, b"h")}, (5, b"a")
    )


def test_what_the_other_program_knows_further_stays(folder, record):
    one, other = Mirror(folder, record, KEY), Mirror(folder, record, KEY)
    for mirror in (one, other):
        mirror.look()
    one.take(Heads({"s-1": B}, (9, b"z")), opening=False)
    one.write(1000.0)
    other.take(Heads({"s-1": A}, (4, b"y")), opening=True)  # read a moment earlier
    other.write(1000.0)
    one.take(Heads({"s-1": (14, b"c")}, (10, b"x")), opening=False)
    one.write(2000.0)
    assert load_mirror(folder, record, KEY) == Heads({"s-1": (14, b"c")}, (10, b"x"))
