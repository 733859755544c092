"""Where Qt begins: the application, its fonts, its window. The program behind it comes ready."""

from __future__ import annotations

import signal
import sys
import time
from collections.abc import Callable

import shiboken6
from PySide6.QtCore import QTimer
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication

from ui.language import ENGLISH, speak, wanted
from ui.requests import Backend
from ui.theme import DARK, Theme, font, load_fonts
from ui.window import MainWindow
from ui.words import say


def application(theme: Theme = DARK, language: str = ENGLISH) -> QApplication:
    """The one QApplication, dressed once; made when there is none yet.

    The language is the one of its first caller: what was said is not said again.
    """
    existing = QApplication.instance()
    app = existing if isinstance(existing, QApplication) else QApplication(sys.argv[:1])
    if app.applicationName() == say("app-name"):
        return app
    speak(app, language)
    app.setApplicationName(say("app-name"))
    load_fonts()
    app.setStyle("Fusion")
    app.setFont(font(15))
    app.setPalette(palette_of(theme))
    return app


def palette_of(theme: Theme) -> QPalette:
    """The theme for the plain widgets of Qt."""
    role = QPalette.ColorRole
    palette = QPalette()
    for which, value in (
        (role.Window, theme.background),
        (role.WindowText, theme.text),
        (role.Base, theme.panel),
        (role.AlternateBase, theme.raised),
        (role.Text, theme.text),
        (role.PlaceholderText, theme.text_2),
        (role.Button, theme.raised),
        (role.ButtonText, theme.text),
        (role.ToolTipBase, theme.raised),
        (role.ToolTipText, theme.text),
        (role.Highlight, theme.infusion),
        (role.HighlightedText, theme.text),
    ):
        palette.setColor(which, QColor(value))
    return palette


def make_window(
    backend: Backend, theme: Theme = DARK, *, wall: Callable[[], float] = time.time
) -> MainWindow:
    """The window, not yet shown; needs `application()`. `wall` is the time of day, Unix s."""
    window = MainWindow(backend, theme, wall=wall)
    window.resize(1600, 900)
    return window


def run(
    backend: Backend,
    *,
    theme: Theme = DARK,
    full_screen: bool = False,
    language: str | None = None,
    wall: Callable[[], float] = time.time,
    dress: Callable[[MainWindow], object] = id,
) -> int:
    """Show the window until it is closed; the exit code. The backend is closed at the end.

    `language` None = the one that was chosen for this computer. `wall` is the time of day, Unix
    seconds; `dress` gives the window what only this program has, and is kept as long as it.
    """
    app = application(theme, wanted(language))
    window = make_window(backend, theme, wall=wall)
    for asked_to_end in (signal.SIGINT, signal.SIGTERM):
        # Not at once: before the event loop runs, `quit` does nothing, and the wish would be lost.
        signal.signal(asked_to_end, lambda _number, _frame: QTimer.singleShot(0, app.quit))
    dressed = dress(window)
    if full_screen:
        window.showFullScreen()
    else:
        window.showMaximized()
    try:
        return app.exec()
    finally:
        # At once: a window that outlives the application takes the interpreter's end down with it.
        shiboken6.delete(window)
        del dressed
        backend.close()
