"""What is there in the end, against what was handed over; and the goals.

Rows are lines of a session without waves, which the second place does not keep; a line that a
person made counts as lost when she was told that it is saved, or had given it 1 s before.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from campaign_table import row_of
from survival_run import Place, Put, Said

from data import capture_store
from data.errors import StoreError
from data.manifest import Defect, verify
from data.merge import read_segment
from data.mirror import load_mirror
from data.store import SessionStore
from monitor.entries import Anchor, AnchorReason, Entry
from monitor.events import Resumed
from monitor.limits import DEFAULTS
from monitor.outcomes import LimitChanged

MAY_LOSE_S = 1.0
BACK_WITHIN_S = 15.0
LONGEST_SENTENCE = 500


@dataclass(frozen=True, slots=True)
class Found:
    """A session as the record has it in the end."""

    entries: tuple[Entry, ...]
    anchors: tuple[Anchor, ...]

    @property
    def whats(self) -> set[tuple[int, float, str]]:
        return {(one.seq, round(one.now_s, 3), type(one.what).__name__) for one in self.entries}

    @property
    def resumed(self) -> list[Entry]:
        return [one for one in self.entries if isinstance(one.what, Resumed)]

    def limits(self, before_seq: int) -> dict[str, float]:
        moved: dict[str, float] = {}
        for one in self.entries:
            if one.seq < before_seq and isinstance(one.what, LimitChanged):
                moved[one.what.rule] = one.what.after
        return {rule: value for rule, value in moved.items() if value != DEFAULTS[rule]}


@dataclass(frozen=True, slots=True)
class HumanLost:
    """How long before the end it was given, and called saved (None = never), seconds."""

    kind: str
    before_end_s: float
    saved_s: float | None


@dataclass(frozen=True, slots=True)
class Outcome:
    """One run of one fault. `defects` are what `verify` says, the mirror beside it."""

    written: int
    found: int
    worst_loss_s: float
    human_lost: tuple[HumanLost, ...]
    unreadable: tuple[str, ...]
    back_after_s: float
    defects: tuple[Defect, ...]
    told: tuple[str, ...]
    waves_lost: int
    deaths: int = 1

    def with_other(self, other: Outcome) -> Outcome:
        """The same run, seen from a second program."""
        return replace(
            self,
            written=self.written + other.written,
            found=self.found + other.found,
            worst_loss_s=max(self.worst_loss_s, other.worst_loss_s),
            human_lost=self.human_lost + other.human_lost,
        )

    @property
    def first_told(self) -> str:
        """What a person was told of it, without the folders of this run."""
        said = next((text for text in self.told if text != "well"), "")
        return re.sub(r"/\S*/", "", said)

    def row(self, fault: str) -> str:
        return row_of(
            "fault", fault, told=self.first_told, runs=self.deaths,
            rows_written=self.written, rows_found=self.found,
            worst_loss_s=round(self.worst_loss_s, 3), human_lost=len(self.human_lost),
            unreadable=len(self.unreadable), back_after_s=round(self.back_after_s, 2),
            waves_lost=self.waves_lost,
        )  # fmt: skip


def session_found(place: Place, session: str) -> Found:
    with SessionStore.open(place.db, place.key(), read_only=True) as store:
        return Found(tuple(store.entries(session)), tuple(store.anchors(session)))


def unreadable_files(place: Place) -> tuple[str, ...]:
    """Every file of the sessions that does not open, or not to its end."""
    key = place.key()
    return tuple(
        f"{path.name}: {error}"
        for path, reads in [
            *((path, lambda path: read_segment(path, key)) for path in place.journals()),
            *(
                (path, lambda path: list(capture_store.read(path, key)))
                for path in place.captures()
            ),
        ]
        if (error := _failure(reads, path))
    )


def _failure(reads: Callable[[Path], object], path: Path) -> str:
    try:
        reads(path)
    except StoreError as error:
        return str(error)
    return ""


def outcome(place: Place, *runs: Said, back_after_s: float, deaths: int = 1) -> Outcome:
    """What was handed over by the runs of one session, against what is there now."""
    found = session_found(place, runs[0].session)
    lost = [(run, put) for run in runs for put in run.puts if put.what not in found.whats]
    rows = [(run, put) for run, put in lost if put.is_row]
    written = sum(put.is_row for run in runs for put in run.puts)
    told = [text for run in runs for _t, text in run.told]
    return Outcome(
        written,
        written - len(rows),
        max((_loss_s(run, put) for run, put in rows), default=0.0),
        tuple(_human(run, put) for run, put in rows if put.human and _was_safe(run, put)),
        unreadable_files(place),
        back_after_s,
        tuple(verify(place.db, place.key(), load_mirror(place.spill, place.db, place.key()))),
        tuple(told),
        len(lost) - len(rows),
        deaths,
    )


def _loss_s(run: Said, put: Put) -> float:
    """Seconds before the end of its program at which the line was handed over."""
    ended = run.ended_s if run.ended_s is not None else max(one.t_s for one in run.puts)
    return ended - put.t_s


def _human(run: Said, put: Put) -> HumanLost:
    saved = [t for t, seq in run.kept if t >= put.t_s and seq >= put.seq]
    ended = run.ended_s if run.ended_s is not None else put.t_s
    return HumanLost(put.kind, _loss_s(run, put), ended - saved[0] if saved else None)


def _was_safe(run: Said, put: Put) -> bool:
    called_saved = any(seq >= put.seq for t, seq in run.kept if t >= put.t_s)
    return called_saved or _loss_s(run, put) > MAY_LOSE_S


def misses(done: Outcome, *, defects_are_true: bool, disk_lies_s: float) -> list[str]:
    """Which goals a run has missed, each in words.

    The disk may have lost what it had confirmed in the last `disk_lies_s` seconds.
    """
    human = [one for one in done.human_lost if one.before_end_s > disk_lies_s]
    wrong = {
        f"unreadable: {done.unreadable}": bool(done.unreadable),
        f"lines of a person are lost: {human}": bool(human),
        f"{done.worst_loss_s:.2f} s are lost": done.worst_loss_s > MAY_LOSE_S,
        f"back after {done.back_after_s:.1f} s": done.back_after_s > BACK_WITHIN_S,
        f"verify says {done.defects}": done.defects and not defects_are_true,
        f"no sentence: {done.told}": any(len(one) > LONGEST_SENTENCE for one in done.told),
    }
    return [text for text, is_so in wrong.items() if is_so]


def check_resumed(place: Place, session: str, *after: Said) -> None:
    """Each gap is named, and the limits are those that were moved before.

    A program that died while it started may or may not have got so far.
    """
    found = session_found(place, session)
    numbers = {one.seq: one for one in found.resumed}
    resumes = [one for one in found.anchors if one.reason is AnchorReason.RESUME]
    going_on = [said for said in after if said.kept_after(0.0) is not None]
    assert len(going_on) <= len(numbers) <= len(after)
    assert len(going_on) <= len(resumes) <= len(after)
    for said in going_on:
        first = next(put.seq for put in said.puts if put.kind == Resumed.__name__)
        assert numbers[first].what.gap_from_s < numbers[first].now_s
        wanted = found.limits(first)
        assert {rule: said.limits[0].get(rule) for rule in wanted} == wanted
