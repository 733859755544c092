"""Ctrl+C is noticed also where what it raises is lost."""

from __future__ import annotations

import signal
import threading
from contextlib import suppress

import pytest

from ui.interrupts import interrupts


def test_it_raises_as_ever_and_is_remembered_where_that_is_lost() -> None:
    with interrupts() as once_more:
        once_more()
        with suppress(KeyboardInterrupt):
            signal.raise_signal(signal.SIGINT)
        with pytest.raises(KeyboardInterrupt):
            once_more()


def test_afterwards_everything_is_as_before() -> None:
    before = signal.getsignal(signal.SIGINT)
    with pytest.raises(KeyboardInterrupt), interrupts():
        signal.raise_signal(signal.SIGINT)
    assert signal.getsignal(signal.SIGINT) is before


def test_off_the_main_thread_nothing_is_heard_of_it() -> None:
    seen: list[bool] = []

    def work() -> None:
        with interrupts() as once_more:
            once_more()
            seen.append(True)

    thread = threading.Thread(target=work)
    thread.start()
    thread.join(10.0)
    assert seen == [True]
