"""What is still to be sent, and how it went: one small file for each session in a folder.

Rule 1: nothing of a patient lies here: a file names the session, and the message is made of the
        record when it is sent. Whoever takes the folder has ids and times.
Rule 2: a file is replaced whole, so that a power cut leaves the old one or the new one.
Rule 3: what was not taken is tried again, each time after a longer while; what was refused for
        good waits for a person. Neither is ever forgotten: only a person takes a line away. What
        was sent is let go after `SENT_KEPT_DAYS`: the audit trail has it.
Rule 4: two programs on one record: who sends holds the mark of the folder.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass, replace
from enum import StrEnum
from pathlib import Path

from data.live_mark import SUFFIX, take
from data.outgoing import write_whole
from data.outside import small_json

FOLDER = "outbox"
DELAYS_S = (10.0, 30.0, 60.0, 120.0, 300.0, 600.0)
"""After the first failure, the second, …; then always the last."""
SENT_KEPT_DAYS = 7
_LARGEST = 20_000
_LONGEST = 400


class Fate(StrEnum):
    WAITING = "waiting"
    SENT = "sent"
    REFUSED = "refused"
    """Sending the same once more would be refused once more."""


@dataclass(frozen=True, slots=True)
class Letter:
    """One session for one receiver (``host:port``). Moments are Unix seconds; 0 = never.

    `by` is who handed it over; `trouble` the sentence of the last failure, empty = there was none.
    """

    session_id: str
    receiver: str
    by: str
    queued_utc_s: float
    fate: Fate = Fate.WAITING
    tries: int = 0
    next_utc_s: float = 0.0
    settled_utc_s: float = 0.0
    trouble: str = ""

    @property
    def name(self) -> str:
        told = f"{self.session_id}\0{self.receiver}".encode("utf-8", "replace")
        return hashlib.sha256(told).hexdigest()[:24] + ".json"


class Outbox:
    """Every method raises `OSError` when the folder cannot be read or written."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def letters(self) -> list[Letter]:
        """The newest first; a file that is none of ours is passed over."""
        found = (_letter(Path(one.path)) for one in self._files())
        known = [letter for letter in found if letter is not None]
        return sorted(known, key=lambda one: (one.queued_utc_s, one.name), reverse=True)

    def mark(self) -> frozenset[tuple[str, int, int, int]]:
        """The same as long as no letter has changed; cheaper than reading them."""
        return frozenset(_mark(one) for one in self._files())

    def let_go(self, utc_s: float) -> None:
        """Of what was sent long ago."""
        before_s = utc_s - SENT_KEPT_DAYS * 86_400.0
        for letter in self.letters():
            if letter.fate is Fate.SENT and letter.settled_utc_s < before_s:
                self.drop(letter)

    def put(self, session_id: str, receiver: str, by: str, utc_s: float) -> Letter:
        """Queue it, or queue it anew: handed over twice it is sent once more."""
        letter = Letter(session_id, receiver, by, utc_s)
        self._write(letter)
        return letter

    def due(self, utc_s: float) -> list[Letter]:
        """Those that are to be tried now, the oldest first.

        What would wait longer than there is a reason to was put off by a clock that was wrong.
        """
        return [
            one
            for one in reversed(self.letters())
            if one.fate is Fate.WAITING and not 0 < one.next_utc_s - utc_s <= DELAYS_S[-1]
        ]

    def sent(self, letter: Letter, utc_s: float) -> Letter:
        return self._settle(letter, Fate.SENT, utc_s, "")

    def refused(self, letter: Letter, utc_s: float, why: str) -> Letter:
        return self._settle(letter, Fate.REFUSED, utc_s, why)

    def failed(self, letter: Letter, utc_s: float, why: str) -> Letter:
        """Tried in vain; it stays, and is due again after a while."""
        delay_s = DELAYS_S[min(letter.tries, len(DELAYS_S) - 1)]
        after = replace(
            letter, tries=letter.tries + 1, next_utc_s=utc_s + delay_s, trouble=why[:_LONGEST]
        )
        self._keep(letter, after)
        return after

    def again(self, letter: Letter, by: str, utc_s: float) -> Letter:
        """A person wants it tried at once, whatever became of it."""
        return self.put(letter.session_id, letter.receiver, by, utc_s)

    def drop(self, letter: Letter) -> None:
        (self.folder / letter.name).unlink(missing_ok=True)

    @contextmanager
    def sending(self) -> Iterator[bool]:
        """True when this program may send; False = another is at it."""
        self._make()
        mark = take(self.folder / f"sending{SUFFIX}")
        try:
            yield mark is not None
        finally:
            if mark is not None:
                mark.drop()

    def _settle(self, letter: Letter, fate: Fate, utc_s: float, why: str) -> Letter:
        after = replace(
            letter,
            fate=fate,
            tries=letter.tries + 1,
            next_utc_s=0.0,
            settled_utc_s=utc_s,
            trouble=why[:_LONGEST],
        )
        self._keep(letter, after)
        return after

    def _keep(self, before: Letter, after: Letter) -> None:
        """What became of `before`, unless a person did something about it in the meantime.

        Handed over anew it still waits: what was sent is what the session was before. Taken away
        it stays away, unless it was sent after all.
        """
        now = _letter(self.folder / before.name)
        if now is None and after.fate is not Fate.SENT:
            return
        if now is None or now == before:
            self._write(after)

    def _files(self) -> list[os.DirEntry[str]]:
        """Of a folder that is not there yet: none."""
        try:
            with os.scandir(self.folder) as entries:
                return [one for one in entries if one.name.endswith(".json")]
        except FileNotFoundError:
            return []

    def _make(self) -> None:
        self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)

    def _write(self, letter: Letter) -> None:
        self._make()
        write_whole(self.folder / letter.name, [json.dumps(asdict(letter), indent=1).encode()])


def _mark(entry: os.DirEntry[str]) -> tuple[str, int, int, int]:
    """A letter is replaced whole, so its file is another one then."""
    try:
        facts = entry.stat(follow_symlinks=False)
    except FileNotFoundError:  # taken away just now
        return entry.name, 0, 0, 0
    return entry.name, facts.st_ino, facts.st_mtime_ns, facts.st_size


def _letter(path: Path) -> Letter | None:
    content = small_json(path, _LARGEST)
    try:
        letter = Letter(
            _text(content, "session_id"),
            _text(content, "receiver"),
            _text(content, "by"),
            _number(content, "queued_utc_s"),
            Fate(_text(content, "fate")),
            int(_number(content, "tries")),
            _number(content, "next_utc_s"),
            _number(content, "settled_utc_s"),
            _text(content, "trouble"),
        )
    except (KeyError, ValueError, OverflowError):
        return None
    return letter if letter.name == path.name else None


def _text(content: dict[str, object], name: str) -> str:
    value = content[name]
    if not isinstance(value, str) or len(value) > _LONGEST:
        raise ValueError(name)
    return value


def _number(content: dict[str, object], name: str) -> float:
    value = content[name]
    if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value < 1e12:
        raise ValueError(name)
    return float(value)
