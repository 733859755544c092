"""Ctrl+C while something long runs on the command line: noticed, whatever it interrupts.

Python raises `KeyboardInterrupt` wherever the program is just then, and ignores it where an object
is being disposed of: whoever does many things one after the other also asks between them.
"""

from __future__ import annotations

import signal
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType


@contextmanager
def interrupts() -> Iterator[Callable[[], None]]:
    """What raises `KeyboardInterrupt` once more, if Ctrl+C was pressed and that went on.

    Off the main thread, which alone hears of it, it never does.
    """
    asked = threading.Event()

    def hear(number: int, frame: FrameType | None) -> None:
        asked.set()
        signal.default_int_handler(number, frame)

    def once_more() -> None:
        if asked.is_set():
            raise KeyboardInterrupt

    if threading.current_thread() is not threading.main_thread():
        yield once_more
        return
    before = signal.signal(signal.SIGINT, hear)
    try:
        yield once_more
    finally:
        signal.signal(signal.SIGINT, before)
