"""Pictures of the real window, at moments of virtual time, without a screen."""

from __future__ import annotations

import time
from pathlib import Path

import shiboken6
from PySide6.QtWidgets import QApplication

from monitor.entries import Committed, Published
from ui.app import application
from ui.demo_backend import DemoBackend
from ui.demo_headless import REVIEW, report_in
from ui.inbox import Inbox
from ui.language import wanted
from ui.theme import DARK
from ui.window import MainWindow

SIZE = (1920, 1080)


class Gallery:
    """A window that nobody sees, fed with what a chair publishes."""

    def __init__(self, database: Path, out: Path, language: str | None = None) -> None:
        """`language` None = the one that was chosen for this computer."""
        self._app: QApplication = application(language=wanted(language))
        self._out = out
        self._now_s = 0.0
        self._began = time.time()
        self._backend = DemoBackend(database)
        self._window = MainWindow(
            self._backend, DARK, clock=lambda: self._now_s, wall=lambda: self._began + self._now_s
        )
        self._window.resize(*SIZE)
        self._window.show()

    @property
    def _inbox(self) -> Inbox:
        return self._backend.inbox

    def show(self, published: Published) -> None:
        self._inbox.put(published)

    def committed(self, report: Committed) -> None:
        self._inbox.put(report)

    def look(self, now_s: float) -> None:
        """Let the window empty its inbox."""
        self._now_s = now_s
        self._window.turn()

    def take(self, name: str, now_s: float) -> Path:
        for _turn in range(3):
            self.look(now_s)
            self._app.processEvents()
        return self._save(name)

    def review(self, session_id: str) -> Path:
        self._window.turn()
        self._window.go("review")
        self._window.shell.review.show_session(session_id)
        for _turn in range(3):
            self._app.processEvents()
        return self._save(REVIEW)

    def report(self, session_id: str) -> Path:
        """The page of the session, as it is saved from the review."""
        path = report_in(self._out)
        self._backend.export(session_id, "pdf", str(path))
        return path

    def _save(self, name: str) -> Path:
        path = self._out / f"{name}.png"
        if not self._window.grab().save(str(path)):
            raise OSError(f"{path} cannot be written")
        return path

    def close(self) -> None:
        self._window.close()
        # At once: a window that outlives the application takes the interpreter's end down with it.
        shiboken6.delete(self._window)
