"""The window in another language for as long as a test lasts."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from ui.app import application
from ui.language import ENGLISH, speak
from ui.words import speak_through


@contextmanager
def language(which: str) -> Iterator[None]:
    app = application()
    assert speak(app, which)
    try:
        yield
    finally:
        speak(app, ENGLISH)
        speak_through(None)
