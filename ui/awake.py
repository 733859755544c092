"""Keeps the computer and its screen awake while a session runs.

Rule 1: nobody waits for it: `want` only leaves word, a thread of its own asks the system.
Rule 2: a system that refuses, or does not answer in time, is said once, and so is its end. It is
        asked again every minute: a laptop's owner may log in later.
Rule 3: wakepy is loaded by that thread, with the first session.
"""

from __future__ import annotations

import contextlib
import logging
import threading
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager

from ui.words import say

logger = logging.getLogger(__name__)

ANSWER_WITHIN_S = 10.0
AGAIN_AFTER_S = 60.0
END_WITHIN_S = 2.0

Hold = Callable[[], AbstractContextManager[bool]]
"""Keeps the computer awake for as long as it is entered; yields whether it could."""


@contextlib.contextmanager
def screen_on() -> Iterator[bool]:
    from wakepy import keep  # noqa: PLC0415 -- rule 3

    with keep.presenting(on_fail="pass") as mode:
        yield mode.active


class Awake:
    """`failed` and `well` are called on a thread of this object; they may not block."""

    def __init__(
        self,
        failed: Callable[[str], None],
        well: Callable[[], None],
        hold: Hold = screen_on,
        *,
        answer_within_s: float = ANSWER_WITHIN_S,
        again_after_s: float = AGAIN_AFTER_S,
    ) -> None:
        self._failed, self._well, self._hold = failed, well, hold
        self._answer_within_s, self._again_after_s = answer_within_s, again_after_s
        self._change = threading.Condition()
        self._wanted = False
        self._over = False
        self._trouble = ""
        self._thread = threading.Thread(target=self._run, name="keep awake", daemon=True)

    def want(self, *, wanted: bool) -> None:
        """From now on; the thread begins with the first session."""
        with self._change:
            self._wanted = wanted
            if wanted and not self._over and self._thread.ident is None:
                self._thread.start()
            self._change.notify_all()

    def close(self) -> None:
        """Let go. A system that hangs is not waited for: the hold ends with the program."""
        with self._change:
            self._over = True
            self._change.notify_all()
        if self._thread.ident is not None:
            self._thread.join(END_WITHIN_S)

    # ---- the thread

    def _run(self) -> None:
        while self._rest_until_wanted():
            try:
                self._keep()
            except Exception:  # the bottom of the thread: said, and tried again
                logger.exception("keeping the computer awake has a bug")
                self._say(say("awake-refused"))
                self._wait(lambda: not self._needed, self._again_after_s)

    @property
    def _needed(self) -> bool:
        return self._wanted and not self._over

    def _rest_until_wanted(self) -> bool:
        """False when it is over."""
        self._wait(lambda: self._wanted or self._over, None)
        return not self._over

    def _keep(self) -> None:
        """Hold the computer awake until it is not wanted; refused, until it is tried again."""
        late = threading.Timer(self._answer_within_s, self._say, (say("awake-no-answer"),))
        late.daemon = True
        late.start()
        try:
            holding = contextlib.ExitStack()
            awake = holding.enter_context(self._hold())
        finally:
            late.cancel()
            late.join()
        with holding:
            self._say("" if awake else say("awake-refused"))
            self._wait(lambda: not self._needed, None if awake else self._again_after_s)

    def _wait(self, until: Callable[[], bool], at_most_s: float | None) -> None:
        with self._change:
            self._change.wait_for(until, at_most_s)

    def _say(self, trouble: str) -> None:
        """Once, and its end; empty = all is well."""
        with self._change:
            known, self._trouble = self._trouble, trouble
        if trouble == known:
            return
        if trouble:
            logger.info("%s", trouble)
            self._failed(trouble)
        else:
            self._well()
