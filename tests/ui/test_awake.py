"""Keeping the computer awake: held while it is wanted, said when it fails, never waited for."""

from __future__ import annotations

import contextlib
import threading
import time
from collections.abc import Iterator

import pytest
from helpers import wait_until

from ui.awake import Awake, screen_on
from ui.words import say


class System:
    """A computer that lets itself be kept awake, or not."""

    def __init__(self) -> None:
        self.allows = True
        self.held = 0
        self.asked = 0
        self.hangs = threading.Event()
        self.hangs.set()
        self.bug = False
        self.said: list[str] = []

    @contextlib.contextmanager
    def hold(self) -> Iterator[bool]:
        self.asked += 1
        self.hangs.wait(20.0)
        if self.bug:
            raise RuntimeError("a backend with a bug")
        self.held += self.allows
        try:
            yield self.allows
        finally:
            self.held -= self.allows

    def awake(self) -> Awake:
        return Awake(
            self.said.append,
            lambda: self.said.append("well"),
            self.hold,
            answer_within_s=0.05,
            again_after_s=0.02,
        )


@pytest.fixture
def system() -> System:
    return System()


def test_the_computer_is_held_awake_while_it_is_wanted_and_let_go_after(system: System) -> None:
    awake = system.awake()
    assert system.asked == 0
    awake.want(wanted=True)
    wait_until(lambda: system.held == 1, what="the hold")
    awake.want(wanted=False)
    wait_until(lambda: system.held == 0, what="the end of the hold")
    awake.want(wanted=True)
    wait_until(lambda: system.held == 1, what="the second hold")
    awake.close()
    assert system.held == 0
    assert system.said == []


def test_a_refusal_is_said_once_and_so_is_its_end(system: System) -> None:
    system.allows = False
    awake = system.awake()
    awake.want(wanted=True)
    wait_until(lambda: system.asked > 3, what="it is tried again")
    assert system.said == [say("awake-refused")]
    system.held, system.allows = 0, True
    wait_until(lambda: system.said[-1] == "well", what="its end")
    awake.close()


def test_a_system_that_does_not_answer_is_said_and_holds_nobody_up(system: System) -> None:
    system.hangs.clear()
    awake = system.awake()
    began = time.monotonic()
    awake.want(wanted=True)
    assert time.monotonic() - began < 1.0
    wait_until(lambda: system.said == [say("awake-no-answer")], what="the word")
    system.hangs.set()
    wait_until(lambda: system.said[-1] == "well", what="its end")
    awake.close()


def test_a_bug_below_is_said_and_tried_again(
    system: System, caplog: pytest.LogCaptureFixture
) -> None:
    system.bug = True
    awake = system.awake()
    with caplog.at_level("CRITICAL"):
        awake.want(wanted=True)
        wait_until(lambda: system.said == [say("awake-refused")], what="the word")
        system.bug = False
        wait_until(lambda: system.held == 1, what="the hold")
    awake.close()


def test_what_was_never_wanted_starts_no_thread(system: System) -> None:
    awake = system.awake()
    awake.close()
    awake.want(wanted=True)
    assert system.asked == 0


def test_the_real_system_answers_or_refuses_without_a_warning() -> None:
    seen: list[bool] = []

    @contextlib.contextmanager
    def watched() -> Iterator[bool]:
        with screen_on() as active:
            seen.append(active)
            yield active

    said: list[str] = []
    awake = Awake(said.append, lambda: None, watched)
    awake.want(wanted=True)
    wait_until(lambda: bool(seen), what="an answer")
    awake.close()
    assert said == ([] if seen[0] else [say("awake-refused")])
