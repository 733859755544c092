"""Sessions handed over one after the other, beside the window, until done or cancelled.

Rule 1: before each session it is asked anew whether who asked for it may, and noted: whoever is
        signed out in the middle takes nothing more along.
Rule 2: reading, making and writing happen in a thread of their own; the window only looks.
Rule 3: a session that cannot be handed over stops no other one.
Rule 4: cancelled, the file in work is not there; those that were done stay.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path
from threading import Event

from data.export.material import Material
from ui.requests import Refusal


class Cancelled(Exception):
    """Somebody cancelled while a file was written."""


@dataclass(frozen=True, slots=True)
class Job:
    session_id: str
    path: Path


@dataclass(frozen=True, slots=True)
class BatchState:
    """`failed` are (session, sentence); `over`: nothing more will come."""

    done: int
    total: int
    failed: tuple[tuple[str, str], ...] = ()
    over: bool = False
    cancelled: bool = False


@dataclass(slots=True)
class _Kept:
    done: int = 0
    failed: list[tuple[str, str]] = field(default_factory=list)


class Batch:
    """Ask `state` on a timer, in the thread of the window; `close` it in the end.

    `permit` raises `Refusal`; `material` is called in the other thread, and raises `Refusal`;
    `write` writes one file of a material and gives the pieces to a filter before it does.
    """

    def __init__(
        self,
        jobs: Sequence[Job],
        permit: Callable[[str], None],
        material: Callable[[str], Material],
        write: Callable[[Material, Path, Callable[[Iterable[bytes]], Iterable[bytes]]], object],
    ) -> None:
        self._jobs = list(jobs)
        self._total = len(self._jobs)
        self._permit, self._material, self._write = permit, material, write
        self._kept = _Kept()
        self._stop = Event()
        self._worker = ThreadPoolExecutor(max_workers=1, thread_name_prefix="hand over")
        self._now: tuple[Job, Future[None]] | None = None

    def state(self) -> BatchState:
        """Go on with what there is to do, and say how far it has come."""
        self._settle()
        while self._now is None and self._jobs and not self._stop.is_set():
            self._begin(self._jobs.pop(0))
        over = self._now is None and (not self._jobs or self._stop.is_set())
        kept, stopped = self._kept, self._stop.is_set()
        cut = stopped and kept.done + len(kept.failed) < self._total
        return BatchState(kept.done, self._total, tuple(kept.failed), over, cut)

    def cancel(self) -> None:
        """Nothing more is begun, and what is in work is dropped."""
        self._stop.set()

    def close(self) -> None:
        """Waits for the file in work, which ends at its next piece."""
        self._stop.set()
        self._worker.shutdown(wait=True, cancel_futures=True)

    def _begin(self, job: Job) -> None:
        try:
            self._permit(job.session_id)
        except Refusal as refusal:
            self._kept.failed.append((job.session_id, str(refusal)))
            return
        self._now = (job, self._worker.submit(self._hand_over, job))

    def _settle(self) -> None:
        if self._now is None or not self._now[1].done():
            return
        job, future = self._now
        self._now = None
        try:
            future.result()
        except Cancelled:
            return
        except Refusal as refusal:
            self._kept.failed.append((job.session_id, str(refusal)))
        else:
            self._kept.done += 1

    def _hand_over(self, job: Job) -> None:
        material = self._material(job.session_id)
        self._write(material, job.path, self._stoppable)

    def _stoppable(self, pieces: Iterable[bytes]) -> Iterable[bytes]:
        for piece in pieces:
            if self._stop.is_set():
                raise Cancelled
            yield piece
