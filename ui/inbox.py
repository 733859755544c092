"""The one door through which other threads reach the window.

Rule 1: only frozen dataclasses go in; nothing of Qt, no callbacks.
Rule 2: `put` never blocks; the window empties the box on a timer, so it may be late but never
        holds anybody up.
"""

from __future__ import annotations

from queue import Empty, SimpleQueue

from monitor.entries import ChairBroken, Published, StoreReport

Message = Published | ChairBroken | StoreReport


class Inbox:
    def __init__(self) -> None:
        self._queue: SimpleQueue[Message] = SimpleQueue()

    def put(self, message: Message) -> None:
        """From any thread."""
        self._queue.put(message)

    def drain(self, at_most: int = 5000) -> list[Message]:
        """From the window's thread: everything that waits, oldest first."""
        taken: list[Message] = []
        while len(taken) < at_most:
            try:
                taken.append(self._queue.get_nowait())
            except Empty:
                break
        return taken
