"""Who works here, and their PINs.

Rule 1: lines are only added; the newest line of a name counts. A name is one whatever its capital
        letters, and keeps the spelling under which it is known.
Rule 2: a PIN is kept as its Argon2id hash, with salt and parameters of its own, and nowhere else.
Rule 3: three wrong PINs in a row are free; from then on the next try waits 5 s, 10 s, 20 s ... at
        most 5 min after the last wrong one. The right one ends it. That is per name, and is kept
        in the record. It is about signing in, and about nothing else: no chair waits for it.
Rule 4: a record that cannot be read or written any more keeps nobody out: what was read last
        counts, and the tries are counted here.
Rule 5: who may do what is not decided here: `monitor/rights.py` says it, `ui/gate.py` asks.

Source: RFC 9106 section 4, second recommended set of Argon2id parameters.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from data.audit import AuditChain, AuditKind
from data.connection import Connection
from data.errors import StoreError
from data.record_file import reading, writing
from monitor.rights import Role
from monitor.treatment.commands import UNCLAIMED

if TYPE_CHECKING:
    from argon2 import PasswordHasher

PIN_DIGITS = (4, 12)
LONGEST_NAME = 40
PIN_EFFORT: Final = {"time_cost": 3, "memory_cost": 65536, "parallelism": 4}
"""Of a PIN that is given from now on; `memory_cost` in KiB. An older hash bears its own."""
FREE_FAILURES = 3
FIRST_WAIT_S = 5.0
LONGEST_WAIT_S = 300.0


_FAILURES = """
SELECT count(*), coalesce(max(utc), 0.0) FROM sign_ins WHERE name = ? AND NOT good
    AND n > coalesce((SELECT max(n) FROM sign_ins WHERE name = ? AND good), 0)
    AND utc >= coalesce((SELECT max(utc) FROM staff WHERE name = ?), 0.0)
"""


@dataclass(frozen=True, slots=True)
class StaffMember:
    name: str
    role: Role


class AccountRefused(Exception):
    """What was asked cannot be; `reason` is an id of the screen's sentences."""

    def __init__(self, reason: str, *arguments: object, wait_s: float = 0.0) -> None:
        """`wait_s` is how long the next try has to wait, seconds."""
        super().__init__(reason, *arguments)
        self.reason = reason
        self.arguments = arguments
        self.wait_s = wait_s


@dataclass(frozen=True, slots=True)
class _Line:
    """`pin` is the hash; empty for one who left."""

    member: StaffMember
    pin: str
    enlisted: bool


@dataclass(frozen=True, slots=True)
class _Failures:
    """Wrong PINs in a row, and when the last one was (Unix seconds)."""

    count: int = 0
    last_utc_s: float = 0.0


class Accounts:
    """One record's staff. Moments are Unix seconds."""

    def __init__(self, path: Path, key: bytes | None) -> None:
        self._path = path
        self._key = key
        self._lines: dict[str, _Line] = {}
        self._failures: dict[str, _Failures] = {}
        self._unwritten: set[str] = set()
        """Whose last try the record did not take."""

    def members(self) -> tuple[StaffMember, ...]:
        """Who may sign in, in order of their names. Raises a `StoreError`."""
        with reading(self._path, self._key) as connection:
            self._look(connection)
        here = [line.member for line in self._lines.values() if line.enlisted]
        return tuple(sorted(here, key=lambda member: folded(member.name)))

    def enlist(self, name: str, role: Role, pin: str, by: str, utc_s: float) -> StaffMember:
        """A new member, or a new PIN and role for one.

        Raises `AccountRefused` for a name or PIN that cannot be, or a `StoreError`.
        """
        tidy = checked_name(name)
        check_pin(pin)
        hashed = _hasher().hash(pin)
        with writing(self._path, self._key) as connection:
            self._look(connection)
            known = self._lines.get(folded(tidy))
            member = StaffMember(known.member.name if known else tidy, Role(role))
            _add(
                AuditChain(connection, self._key), _Line(member, hashed, enlisted=True), by, utc_s
            )
        self._unwritten.discard(folded(tidy))
        return member

    def retire(self, name: str, by: str, utc_s: float) -> StaffMember:
        """Raises `AccountRefused` for one who is not enlisted, or a `StoreError`."""
        with writing(self._path, self._key) as connection:
            self._look(connection)
            line = self._line(name)
            _add(
                AuditChain(connection, self._key),
                _Line(line.member, "", enlisted=False),
                by,
                utc_s,
            )
        return line.member

    def check(self, name: str, pin: str, utc_s: float) -> StaffMember:
        """Who it is, once the PIN is right. Raises `AccountRefused` (with the wait)."""
        try:
            with reading(self._path, self._key) as connection:
                self._look(connection)
                self._count(connection, self._line(name).member.name)
        except StoreError:
            if not self._lines:
                raise
        line = self._line(name)
        failed = self._failures.get(folded(name), _Failures())
        left_s = wait_left_s(failed.count, failed.last_utc_s, utc_s)
        if left_s > 0:
            raise AccountRefused("pin-waits", line.member.name, _whole(left_s), wait_s=left_s)
        good = _right(line.pin, pin)
        self._note_try(line.member.name, utc_s, good=good)
        if good:
            return line.member
        wait_s = wait_after(failed.count + 1)
        reason = "pin-wrong-waits" if wait_s else "pin-wrong"
        raise AccountRefused(reason, line.member.name, _whole(wait_s), wait_s=wait_s)

    def _line(self, name: str) -> _Line:
        line = self._lines.get(folded(name))
        if line is None or not line.enlisted:
            raise AccountRefused("staff-unknown", " ".join(name.split()))
        return line

    def _look(self, connection: Connection) -> None:
        self._lines = _lines(
            connection.execute("SELECT name, role, pin, enlisted FROM staff ORDER BY n")
        )

    def _count(self, connection: Connection, name: str) -> None:
        """Wrong PINs since the last right one, or since a new PIN was given."""
        if folded(name) not in self._unwritten:
            count, last = connection.execute(_FAILURES, (name, name, name)).fetchall()[0]
            self._failures[folded(name)] = _Failures(count, last)

    def _note_try(self, name: str, utc_s: float, *, good: bool) -> None:
        before = self._failures.get(folded(name), _Failures())
        self._failures[folded(name)] = _Failures(0 if good else before.count + 1, utc_s)
        try:
            with writing(self._path, self._key) as connection:
                kind = AuditKind.SIGN_IN if good else AuditKind.SIGN_IN_FAILED
                AuditChain(connection, self._key).add_row(
                    kind, name, utc_s, "sign_ins", name=name, good=int(good), utc=utc_s
                )
        except StoreError:
            self._unwritten.add(folded(name))  # rule 4: the store says so itself, loudly
        else:
            self._unwritten.discard(folded(name))


def wait_after(failures: int) -> float:
    """Seconds from the last of so many wrong PINs in a row to the next try."""
    if failures < FREE_FAILURES:
        return 0.0
    doublings = min(failures - FREE_FAILURES, 10)
    return min(FIRST_WAIT_S * 2.0**doublings, LONGEST_WAIT_S)


def wait_left_s(failures: int, last_utc_s: float, utc_s: float) -> float:
    """What is left of the wait; a clock that was set back makes it no longer than it was."""
    whole_s = wait_after(failures)
    return min(whole_s, max(0.0, last_utc_s + whole_s - utc_s))


def folded(name: str) -> str:
    """What two spellings of one name have in common."""
    return unicodedata.normalize("NFKC", " ".join(name.split())).casefold()


def checked_name(name: str) -> str:
    """The name on one line. Raises `AccountRefused`."""
    tidy = unicodedata.normalize("NFC", " ".join(name.split()))
    if not tidy or len(tidy) > LONGEST_NAME or not tidy.isprintable():
        raise AccountRefused("staff-name-wrong", tidy[:LONGEST_NAME], LONGEST_NAME)
    if folded(tidy) == UNCLAIMED:
        raise AccountRefused("staff-name-taken", tidy)
    return tidy


def check_pin(pin: str) -> None:
    """Raises `AccountRefused`."""
    low, high = PIN_DIGITS
    if not (low <= len(pin) <= high and pin.isascii() and pin.isdigit()):
        raise AccountRefused("pin-shape", low, high)


def _lines(rows: Iterable[tuple[str, str, str, int]]) -> dict[str, _Line]:
    found = {}
    for name, role, pin, enlisted in rows:
        # A role that a newer version made may look, and nothing else.
        known = Role(role) if role in set(Role) else Role.VIEWER
        found[folded(name)] = _Line(StaffMember(name, known), pin, bool(enlisted))
    return found


def _add(chain: AuditChain, line: _Line, by: str, utc_s: float) -> None:
    chain.add_row(
        AuditKind.STAFF,
        by,
        utc_s,
        "staff",
        name=line.member.name,
        role=line.member.role.value,
        pin=line.pin,
        enlisted=int(line.enlisted),
        by=by,
        utc=utc_s,
    )


def _hasher() -> PasswordHasher:
    # Loading it takes a while that only a PIN needs.
    from argon2 import PasswordHasher  # noqa: PLC0415

    return PasswordHasher(
        time_cost=PIN_EFFORT["time_cost"],
        memory_cost=PIN_EFFORT["memory_cost"],
        parallelism=PIN_EFFORT["parallelism"],
    )


def _right(hashed: str, pin: str) -> bool:
    from argon2.exceptions import InvalidHashError, VerificationError  # noqa: PLC0415

    try:
        return _hasher().verify(hashed, pin)
    except (InvalidHashError, VerificationError):
        return False


def _whole(seconds: float) -> int:
    """Rounded up, so that it is true when it is read."""
    return int(-(-seconds // 1))
