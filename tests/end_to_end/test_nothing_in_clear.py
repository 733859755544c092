"""`strings` over everything that a session leaves behind finds nobody; a wrong key says so.

A program full of texts is killed in the middle of a session. Then the bytes of every file that it
left are searched for each text: as UTF-8, as UTF-16 and in hex, also within all that can be
inflated. The same search over what a program without a key leaves finds them, or it would prove
nothing.
"""

from __future__ import annotations

import os
import subprocess
import sys
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import private_texts as texts
import pytest
from helpers import ROOT
from real_program import PATIENCE_S, asked, needs_pty, one_sentence, simulated

from data.capture_file import read as read_capture
from data.errors import StoreError, WrongKey
from data.journal_file import read as read_journal
from data.mirror import load_mirror
from data.recovery import key_from_recovery, make_recovery, new_code
from data.store import SessionStore
from data.vault import derive_key

pytestmark = needs_pty

PASSPHRASE = "correct horse battery"
OTHER_KEY = b"another key of 32 bytes, no less"
INFLATES_TO = 1 << 20
"""So much of what can be inflated is looked at."""


@dataclass(frozen=True, slots=True)
class Left:
    """A folder after a sudden death."""

    folder: Path

    @property
    def db(self) -> Path:
        return self.folder / "record.db"

    def files(self) -> list[Path]:
        return sorted(path for path in self.folder.rglob("*") if path.is_file())

    def one(self, pattern: str) -> Path:
        found = sorted(self.folder.rglob(pattern))
        assert found, f"no {pattern} in {[path.name for path in self.files()]}"
        return found[0]


def killed(folder: Path, passphrase: str) -> Left:
    left = Left(folder)
    env = os.environ | {"CHAIRSIDE_HOME": str(folder), "PYTHONPATH": str(ROOT)}
    if passphrase:
        env["CHAIRSIDE_PASSPHRASE"] = passphrase
    program = Path(__file__).with_name("private_program.py")
    with simulated("--pty", "--speed", 10) as (_, url), (folder / "stderr.txt").open("wb") as err:
        running = subprocess.Popen(
            [sys.executable, str(program), str(left.db), url],
            cwd=ROOT, env=env, stdout=subprocess.PIPE, stderr=err,
        )  # fmt: skip
        try:
            assert running.stdout is not None
            said = running.stdout.readline()
            assert said == b"recorded\n", (folder / "stderr.txt").read_text()
        finally:
            running.kill()
            running.wait(PATIENCE_S)
            if running.stdout is not None:
                running.stdout.close()
    return left


@pytest.fixture(scope="module")
def sealed(tmp_path_factory: pytest.TempPathFactory) -> Left:
    left = killed(tmp_path_factory.mktemp("sealed"), PASSPHRASE)
    make_recovery(left.db, derive_key(PASSPHRASE, left.db))
    return left


@pytest.fixture(scope="module")
def clear(tmp_path_factory: pytest.TempPathFactory) -> Left:
    return killed(tmp_path_factory.mktemp("clear"), "")


# ---- the search ---------------------------------------------------------------------------------


def found_in(content: bytes, wanted: tuple[str, ...]) -> set[str]:
    """Which of the texts can be read in it."""
    parts = [content, *inflated(content)]
    return {text for text in wanted if any(_is_in(part, text) for part in parts)}


def _is_in(content: bytes, text: str) -> bool:
    plain = text.encode()
    forms = (plain, text.encode("utf-16-le"), text.encode("utf-16-be"))
    return any(form in content for form in forms) or plain.hex().encode() in content.lower()


def inflated(content: bytes) -> Iterator[bytes]:
    """Everything behind something that looks like the head of a deflated part (RFC 1950)."""
    at = content.find(b"\x78")
    while 0 <= at < len(content) - 2:
        if int.from_bytes(content[at : at + 2], "big") % 31 == 0:
            part = _inflated_at(content[at : at + INFLATES_TO])
            if part:
                yield part
        at = content.find(b"\x78", at + 1)


def _inflated_at(content: bytes) -> bytes:
    unpacker = zlib.decompressobj()
    part = b""
    try:
        for at in range(0, len(content), 512):
            part += unpacker.decompress(content[at : at + 512], INFLATES_TO)
            if unpacker.eof or len(part) > INFLATES_TO:
                break
    except zlib.error:
        pass
    return part


# ---- what is found ------------------------------------------------------------------------------


def test_everything_that_can_be_left_is_there(sealed: Left) -> None:
    for pattern in (
        "record.db", "record.db-wal", "record.db-shm", "*.capture", "journal-*.jnl", "heads-*",
        "crash-*.txt", "fault-*.txt", "stderr.txt", "record.db.recovery", "backups/**/*.db",
        "*.live",
    ):  # fmt: skip
        sealed.one(pattern)


def test_no_file_says_anything_of_anybody(sealed: Left) -> None:
    wanted = (*texts.KEPT, *texts.NEVER, PASSPHRASE)
    told = {
        path.name: found
        for path in sealed.files()
        if (found := found_in(path.read_bytes(), wanted))
    }
    assert told == {}
    named = "\n".join(str(path) for path in sealed.files())
    assert found_in(named.encode(), wanted) == set()


def test_the_same_search_finds_everybody_where_there_is_no_key(clear: Left) -> None:
    found: set[str] = set()
    for path in clear.files():
        found |= found_in(path.read_bytes(), texts.KEPT)
    assert found == set(texts.KEPT)
    for pattern in ("record.db-wal", "journal-*.jnl", "backups/**/*.db"):
        assert found_in(clear.one(pattern).read_bytes(), texts.KEPT), pattern


def test_reports_log_and_pins_are_silent_without_a_key_too(clear: Left) -> None:
    for path in clear.files():
        assert found_in(path.read_bytes(), texts.NEVER) == set(), path
    for pattern in ("crash-*.txt", "fault-*.txt", "stderr.txt"):
        assert found_in(clear.one(pattern).read_bytes(), texts.KEPT) == set(), pattern
    report = clear.one("crash-*.txt").read_text()
    assert "KeyError" in report
    assert "private_program.py" in report
    assert "the store writer has stopped" in clear.one("stderr.txt").read_text()


@pytest.mark.parametrize(
    "words",
    [
        texts.NOTE.encode(),
        texts.NOTE.encode("utf-16-le"),
        texts.NOTE.encode().hex().encode(),
        b"noise" + zlib.compress(b"before " + texts.NOTE.encode() * 9),
    ],
)
def test_the_search_finds_a_text_in_every_dress(words: bytes) -> None:
    assert found_in(os.urandom(5000) + words + os.urandom(5000), texts.KEPT) == {texts.NOTE}
    assert found_in(os.urandom(5000), texts.KEPT) == set()


# ---- the wrong key ------------------------------------------------------------------------------


def test_each_file_says_in_one_sentence_that_the_key_is_wrong(sealed: Left) -> None:
    capture, journal = sealed.one("*.capture"), sealed.one("journal-*.jnl")
    backup = sealed.one("backups/**/*.db")
    attempts = (
        lambda: SessionStore.open(sealed.db, OTHER_KEY, read_only=True),
        lambda: SessionStore.open(sealed.db, None, read_only=True),
        lambda: list(read_capture(capture, OTHER_KEY)),
        lambda: read_journal(journal, OTHER_KEY),
        lambda: read_journal(journal, None),
        lambda: SessionStore.open(backup, OTHER_KEY, read_only=True),
        lambda: load_mirror(sealed.folder / "spill", sealed.db, OTHER_KEY),
        lambda: key_from_recovery(sealed.db, new_code()),
    )
    for attempt in attempts:
        with pytest.raises(StoreError) as caught:
            attempt()
        said = str(caught.value)
        assert one_sentence(said), said
        assert "record" in said or "journal" in said or ".capture" in said or "heads" in said
    with pytest.raises(WrongKey, match="does not open"):
        SessionStore.open(sealed.db, OTHER_KEY, read_only=True)


def test_the_command_line_says_so_too(sealed: Left, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CHAIRSIDE_PASSPHRASE", "wrong horse battery")
    for command in ("sessions", "verify"):
        ran = asked(command, "--db", sealed.db)
        assert (ran.code, ran.out) == (1, "")
        assert one_sentence(ran.err)
        assert "does not open with this passphrase" in ran.err
