"""Wherever a simulated session is looked at, the screen says that it is of nobody."""

from __future__ import annotations

from pathlib import Path

from practice_examples import asked
from practice_window import PracticeWindow, practice_window
from PySide6.QtWidgets import QLabel, QWidget

from ui.words import say

MARK = "SIMULATED – NOT A PATIENT"


def says_so(seat: PracticeWindow, page: str) -> None:
    """Also the page itself, not only the line above it, which every window of a demo has."""
    seat.look()
    assert any(MARK in label.text for label in seat.window.shell.top.labels), page
    shown = seat.window.shell.pages.currentWidget()
    there = [one for one in (shown, *shown.findChildren(QWidget)) if one.isVisible()]
    words = " ".join(one.accessibleName() for one in there)
    words += " ".join(one.text() for one in there if isinstance(one, QLabel))
    assert MARK in words or say("wall-simulated") in words, page


def test_every_page_says_so(tmp_path: Path) -> None:
    with practice_window(tmp_path) as seat:
        for chair in (1, 2):
            seat.backend.open_session(asked(chair, f"sim:ivy-450c#{chair}"))
        seat.advance(60.0)
        seat.window.go("wall")
        says_so(seat, "wall")
        seat.window.show_chair(1)
        says_so(seat, "chair")
        shell = seat.window.shell
        seat.window.go("review-this")
        seat.settle(shell.review.session.replay.isVisible, "the review")
        says_so(seat, "review")
        for door, page in (
            (shell.review.session.replay, "replay"),
            (shell.review.session.what_if, "what-if"),
        ):
            seat.click_on(door, page)
            seat.settle(lambda: shell.pages.currentWidget() is not shell.review, page)
            says_so(seat, page)
            seat.window.go("review-this")
            seat.settle(lambda: shell.pages.currentWidget() is shell.review, "the review")
