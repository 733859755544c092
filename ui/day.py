"""The day of this clinic as the window asks for it: today's list, ticks, and what is unfinished.

Rule 1: this is the only place of the day that looks at the clock and the local zone.
Rule 2: whoever may only look (role viewer) changes nothing.
"""

from __future__ import annotations

import contextlib
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from data.closing import CLOSED, closing
from data.day_book import ClosingView, DayBook, DayTick, Moment, TodayEntry, Unfinished
from data.day_list import EntryRefused, ListRefused, WrongCell, checked, read_list
from data.errors import StoreError
from data.forms import FormOf, forms
from monitor.station import utc_offset_min
from ui.profiles import profile_named
from ui.requests import Refusal, WrongEntry
from ui.words import say

MOST_NAMED = 5
"""So many wrong lines of a list are named; the others are counted."""
LONGEST_ITEM = 80
LONGEST_TEXT = 400


def here_and_now() -> Moment:
    utc_s = time.time()
    return Moment(utc_s, utc_offset_min(utc_s))


class DayDesk:
    """`DayDoor` over the record at `path`.

    `want` raises `Refusal` for one who may not change the day. `simulated`: it is the demo's.
    """

    def __init__(
        self,
        path: Path,
        key: bytes | None,
        want: Callable[[str], None],
        *,
        simulated: bool = False,
        now: Callable[[], Moment] = here_and_now,
        closed: Callable[[str], None] = lambda _by: None,
    ) -> None:
        """`closed` hears who closed the day."""
        self._path = path
        self._key = key
        self._book = DayBook(path, key)
        self._want = want
        self._simulated = simulated
        self._now = now
        self._closed = closed

    def today(self) -> tuple[TodayEntry, ...]:
        with _in_words():
            return self._book.today(self._now())

    def plan(self, entry: TodayEntry, by: str) -> None:
        """Raises `Refusal`, or `WrongEntry` naming the value."""
        self._want(by)
        try:
            tidy = checked(entry, is_profile)
        except EntryRefused as error:
            why = say(error.reason, *error.arguments)
            raise WrongEntry(say("day-entry-wrong", why)) from error
        with _in_words():
            self._book.plan([tidy], by, self._now())

    def drop(self, patient_id: str, by: str) -> None:
        """Raises `Refusal`."""
        self._want(by)
        wanted = " ".join(patient_id.split())
        if all(entry.patient_id != wanted for entry in self.today()):
            raise WrongEntry(say("day-not-on-list", wanted))
        with _in_words():
            self._book.drop(wanted, by, self._now())

    def bring(self, path: str, by: str) -> int:
        """Raises `Refusal`; of a wrong list nothing is taken."""
        self._want(by)
        try:
            entries = read_list(Path(path).expanduser(), is_profile)
        except OSError as error:
            why = error.strerror or str(error)
            raise Refusal(say("day-list-unreadable", path, why)) from error
        except ListRefused as error:
            raise WrongEntry(say("day-list-wrong", path, _lines(error.wrong))) from error
        with _in_words():
            self._book.plan(entries, by, self._now())
        return len(entries)

    def ticks(self) -> tuple[DayTick, ...]:
        with _in_words():
            return self._book.ticks(self._now())

    def tick(self, item: str, done: bool, text: str, by: str) -> None:
        """Raises `Refusal`."""
        self._want(by)
        if not item.isprintable() or not 0 < len(item) <= LONGEST_ITEM:
            raise WrongEntry(say("day-item-wrong", item[:LONGEST_ITEM]))
        tidy = " ".join(text.split())[:LONGEST_TEXT]
        with _in_words():
            self._book.tick(item, done, tidy, by, self._now())
        if done and item == CLOSED:
            self._closed(by)

    def closing(self) -> ClosingView:
        with _in_words():
            return closing(self._path, self._key, self._now(), simulated=self._simulated)

    def forms(self) -> tuple[FormOf, ...]:
        """Raises `Refusal`."""
        with _in_words():
            return forms(self._path, self._key, self._now(), simulated=self._simulated)


def unfinished_text(one: Unfinished) -> str:
    """What is not done about a session, or the day, in words."""
    return say(f"unfinished-{one.what}", one.text)


def is_profile(name: str) -> bool:
    """There are limits of that name, the clinic's own too."""
    try:
        profile_named(name)
    except Refusal:
        return False
    return True


def _lines(wrong: tuple[WrongCell, ...]) -> str:
    """What is wrong in each line, with its number."""
    named = [
        say("day-list-line", cell.line, say(cell.reason, *cell.arguments))
        for cell in wrong[:MOST_NAMED]
    ]
    if len(wrong) > MOST_NAMED:
        named.append(say("day-list-more", len(wrong) - MOST_NAMED))
    return "; ".join(named)


@contextlib.contextmanager
def _in_words() -> Iterator[None]:
    """Raises `Refusal` when the record cannot be read or written."""
    try:
        yield
    except StoreError as error:
        raise Refusal(str(error)) from error
