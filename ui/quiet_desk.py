"""What is pressed about the quiet room, and how its state comes to the screen."""

from __future__ import annotations

from ui.desk import Desk
from ui.panels import Panel
from ui.requests import Backend, Refusal
from ui.shell import Shell


class QuietDesk:
    def __init__(self, backend: Backend, desk: Desk, shell: Shell) -> None:
        self._room, self._desk, self._shell = backend.quiet_room(), desk, shell
        self._refused = ""
        panel = shell.panels.quiet
        panel.try_asked.connect(self._try)
        panel.answered.connect(self._answer)
        panel.end_asked.connect(self._end)
        shell.quiet.here_pressed.connect(self._here)

    def look(self) -> None:
        """The panel is about to be opened."""
        self._refused = ""
        self._room.look()
        self.show()

    def show(self) -> None:
        """To be called several times a second."""
        view = self._room.view()
        if self._shell.quiet.show_view(view):
            self._shell.place()
        if self._shell.panels.is_open(Panel.QUIET):
            self._shell.panels.quiet.show_view(view, self._refused)

    def _here(self) -> None:
        self._room.here()
        self.show()

    def _end(self) -> None:
        self._room.end(self._desk.by)
        self.show()

    def _try(self, output: str) -> None:
        try:
            self._refused = ""
            self._room.try_output(output)
        except Refusal as refusal:
            self._refused = str(refusal)
        self.show()

    def _answer(self, heard: bool) -> None:
        try:
            self._refused = ""
            self._room.answer(heard=heard, by=self._desk.by)
        except Refusal as refusal:
            self._refused = str(refusal)
        self.show()
