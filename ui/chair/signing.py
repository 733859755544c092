"""Taking a decision on: the reason, the provider, the second person, as far as they are wanted."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from monitor.rights import Role
from ui.chair.asking_panel import AskingPanel
from ui.chair.decision_faces import DecisionFace
from ui.chair.reason_pad import ReasonPad
from ui.people.asked import Asked
from ui.words import say

OVERRIDES = ("benefit", "discussed", "measured", "known")
"""Usual reasons for an override, in words of the screen."""


class Signing(QObject):
    """`signed` carries (provider, reason, second)."""

    signed = Signal(str, str, str)

    def __init__(self, panel: AskingPanel) -> None:
        super().__init__(panel)
        self._panel = panel
        self._face: DecisionFace | None = None
        self._reason = self._provider = ""
        self.why = ReasonPad(panel.theme, panel)
        self.why.given.connect(self._ask_provider)
        self.why.left.connect(panel.relayout)

    def begin(self, face: DecisionFace) -> None:
        self._face = face
        if not face.wants_reason:
            self._ask_provider("")
            return
        self.why.setGeometry(self._panel.content_box())
        presets = [say(f"override-{name}") for name in OVERRIDES]
        self.why.ask(say("override-title"), say("override-sentence"), presets)

    def place(self) -> None:
        if not self.why.isHidden():
            self.why.setGeometry(self._panel.content_box())

    def _ask_provider(self, reason: str) -> None:
        self._reason = reason
        asked = Asked(
            say("decision-provider"), say("decision-provider-why"), frozenset({Role.PROVIDER})
        )
        self._panel.ask_person(asked, self._provider_named)

    def _provider_named(self, provider: str) -> None:
        self._provider = provider
        if self._face is None or not self._face.wants_second:
            self.signed.emit(provider, self._reason, "")
            return
        asked = Asked(
            say("decision-second-title"), say("decision-second-why"), but=frozenset({provider})
        )
        self._panel.ask_person(asked, self._second_named)

    def _second_named(self, second: str) -> None:
        self.signed.emit(self._provider, self._reason, second)
