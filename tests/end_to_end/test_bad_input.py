"""What cannot be done is said in one sentence, at every door, and nothing is lost by it."""

from __future__ import annotations

import sqlite3
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from real_program import Ran, asked, chairside, needs_pty, one_sentence, simulated
from watched_program import Watched, wanted, watched

from monitor.commands import ChangeLimit
from monitor.events import Numerics
from monitor.outcomes import Refused
from ui.places import open_record
from ui.requests import DeviceRequest, Refusal, WrongEntry


def record(db: Path, port: object = "/dev/null", *more: object) -> Ran:
    return asked("record", "--port", port, "--driver", "ivy-450c", "--db", db, *more)


# ---- the record ---------------------------------------------------------------------------------


def not_a_database(path: Path) -> None:
    path.write_text("shopping list: milk, bread\n" * 40, encoding="utf-8")


def somebody_elses(path: Path) -> None:
    with closing(sqlite3.connect(path)) as other:
        other.execute("CREATE TABLE songs (title TEXT)")
        other.commit()


def newer(path: Path) -> None:
    open_record(path).close()
    with closing(sqlite3.connect(path)) as later:
        later.execute("PRAGMA user_version = 3000")
        later.commit()


def a_folder(path: Path) -> None:
    path.mkdir()


@pytest.mark.parametrize(
    ("make", "words"),
    [
        (not_a_database, "not a record of Chairside"),
        (somebody_elses, "not a record of Chairside"),
        (newer, "newer Chairside"),
        (a_folder, "record.db"),
    ],
)
def test_a_file_that_is_no_record_of_ours_is_refused_and_left_as_it_is(
    make: Callable[[Path], None], words: str, tmp_path: Path
) -> None:
    db = tmp_path / "record.db"
    make(db)
    before = db.read_bytes() if db.is_file() else None
    for ran in (record(db), asked("sessions", "--db", db), asked("verify", "--db", db)):
        assert ran.code in {1, 2}
        assert ran.out == ""
        assert one_sentence(ran.err), ran.err
        assert str(db) in ran.err
    assert words in record(db).err
    assert (db.read_bytes() if db.is_file() else None) == before


def test_a_record_that_another_program_holds_keeps_nobody_from_starting(tmp_path: Path) -> None:
    db = tmp_path / "record.db"
    open_record(db).close()
    with closing(sqlite3.connect(db, isolation_level=None)) as holder:
        holder.execute("PRAGMA locking_mode = EXCLUSIVE")
        holder.execute("BEGIN EXCLUSIVE")
        # In a process of its own: locks do not keep a process from itself.
        ran = chairside("record", "--port", "/dev/null", "--driver", "dinamap", "--db", db)
        holder.execute("ROLLBACK")
    assert ran.code == 1
    assert "/dev/null" in ran.err.splitlines()[-1]


@pytest.mark.parametrize("place", ["nowhere/record.db", "/proc/record.db"])
def test_a_place_that_takes_no_file_is_refused(place: str, tmp_path: Path) -> None:
    if place.startswith("/proc") and sys.platform != "linux":
        pytest.skip("needs a file system that takes no files")
    db = tmp_path / place
    ran = record(db)
    assert ran.code == 1
    assert one_sentence(ran.err), ran.err
    assert str(db.parent) in ran.err
    assert ("does not exist" in ran.err) is not db.parent.is_dir()


def test_an_encrypted_record_without_its_passphrase_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    db = tmp_path / "record.db"
    monkeypatch.setenv("CHAIRSIDE_PASSPHRASE", "correct horse")
    assert (
        asked("record", "--port", tmp_path / "none", "--driver", "dinamap", "--db", db).code == 1
    )
    for passphrase in ("", "wrong horse"):
        monkeypatch.setenv("CHAIRSIDE_PASSPHRASE", passphrase)
        ran = asked("sessions", "--db", db)
        assert ran.code == 1
        assert one_sentence(ran.err), ran.err
        assert "CHAIRSIDE_PASSPHRASE" in ran.err


# ---- the port -----------------------------------------------------------------------------------


def test_an_absent_port_is_named_and_no_session_is_begun(tmp_path: Path) -> None:
    db, port = tmp_path / "record.db", tmp_path / "ttyNOWHERE"
    ran = record(db, port)
    assert ran.code == 1
    assert one_sentence(ran.err), ran.err
    assert str(port) in ran.err
    assert asked("sessions", "--db", db, "--json").out == "[]\n"


def test_what_is_no_port_is_named(tmp_path: Path) -> None:
    for url in ("", "socket://nowhere", "COM3:9600", str(tmp_path)):
        ran = record(tmp_path / "record.db", url)
        assert ran.code in {1, 2}
        assert one_sentence(ran.err), (url, ran.err)


@needs_pty
def test_a_port_in_use_is_named_and_the_session_on_it_goes_on(tmp_path: Path) -> None:
    with watched(tmp_path / "first.db") as seen, simulated("--pty") as (_, url):
        seen.program.open_session(wanted(url))
        seen.until(lambda: seen.events(Numerics))
        ran = record(tmp_path / "second.db", url)
        assert ran.code == 1
        assert one_sentence(ran.err), ran.err
        assert "used by another program" in ran.err
        with pytest.raises(Refusal, match="used by another program"):
            seen.program.open_session(wanted(url, chair=2))
        with pytest.raises(Refusal, match="Chair 1"):
            seen.program.open_session(wanted(url))
        heard = len(seen.events(Numerics))
        seen.until(lambda: len(seen.events(Numerics)) > heard)


@pytest.mark.soak  # every driver listens in turn
@needs_pty
def test_a_port_on_which_nothing_is_understood_asks_for_the_name(tmp_path: Path) -> None:
    raw = tmp_path / "noise.raw"
    raw.write_bytes(b"\x55\xaa" * 500)
    with simulated("--pty", "--file", raw) as (_, url):
        ran = chairside("record", "--port", url, "--db", tmp_path / "record.db", timeout_s=300)
    assert ran.code == 1
    assert "--driver" in ran.err.splitlines()[-1]


# ---- what is typed ------------------------------------------------------------------------------


def test_an_unknown_driver_is_a_wrong_entry_before_the_port_is_touched(tmp_path: Path) -> None:
    with watched(tmp_path / "record.db") as seen:
        with pytest.raises(WrongEntry, match=r"ivy-450c.*dinamap"):
            seen.program.open_session(wanted("/dev/nowhere", "ivi"))
        with pytest.raises(WrongEntry, match="ivi"):
            seen.program.test_device(DeviceRequest("/dev/nowhere", "ivi"))


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        (ChangeLimit("sbp-high", 185, "AK"), "limit-crossed"),
        (ChangeLimit("sbp-high", 500, "AK"), "limit-out-of-bounds"),
        (ChangeLimit("sbp-hihg", 150, "AK"), "limit-unknown"),
    ],
)
@needs_pty
def test_a_limit_that_may_not_be_is_refused_and_the_session_goes_on(
    change: ChangeLimit, reason: str, tmp_path: Path
) -> None:
    with watched(tmp_path / "record.db") as seen, simulated("--pty") as (_, url):
        seen.program.open_session(wanted(url))
        seen.program.send(1, change)
        seen.until(lambda: refusals(seen))
        assert [refused.reason for refused in refusals(seen)] == [reason]
        assert seen.picture.deviations == ()
        seen.until(lambda: seen.events(Numerics))


def refusals(seen: Watched) -> list[Refused]:
    return [one for one in seen.outcomes if isinstance(one, Refused)]


def test_a_session_that_is_not_there_is_a_wrong_use(tmp_path: Path) -> None:
    db = tmp_path / "record.db"
    open_record(db).close()
    out = tmp_path / "out.csv"
    for ran in (
        asked("export", "20260101", "--format", "csv", "--out", out, "--db", db),
        asked("replay", "20260101", "--db", db),
    ):
        assert ran.code == 2
        assert one_sentence(ran.err), ran.err
        assert "20260101" in ran.err
    assert not out.exists()


def test_a_session_that_was_never_begun_cannot_be_resumed(tmp_path: Path) -> None:
    with watched(tmp_path / "record.db") as seen, pytest.raises(Refusal):
        seen.program.resume_session("20260101", (DeviceRequest("/dev/null", "ivy-450c"),))
