"""How it is given, and by which limits the patient is watched: proposed, and one tap to change.

Rule: what is proposed is chosen visibly, with its reason below; a new reason proposes anew.
"""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from monitor.limits import PROFILES, LimitProfile, Modifier
from monitor.people import Risk
from monitor.proposal import TIGHTER, USUAL_PROFILE, proposed_modifiers, proposed_profile
from monitor.routes import Route
from ui.page_kit import SMALL_PX, Card, ChoiceRow, label
from ui.profiles import profile_label, profiles
from ui.requests import WrongEntry
from ui.start.entry import WATCH
from ui.start.picks import Picks
from ui.start.switches import ModifierSwitches
from ui.words import say

USUAL_ROUTE = Route.IV
RISKS_A_LINE = 3


def _profiles() -> tuple[str, dict[str, LimitProfile]]:
    """What is wrong with the clinic's own profiles, and the profiles that can be chosen."""
    try:
        return "", profiles()
    except WrongEntry as refusal:
        return str(refusal), PROFILES


class LimitsCard(QWidget):
    """Two cards in one: the route with its profile, and what is known of the patient."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.profile_trouble, self._profiles = _profiles()
        routes = [(route.value, say(f"route-{route.value}")) for route in Route]
        self.route = ChoiceRow(
            say("start-route"), [*routes, (WATCH, say("route-watch"))], USUAL_ROUTE.value
        )
        names = [(name, profile_label(name)) for name in self._profiles]
        self.profile = ChoiceRow(say("start-profile"), names, proposed_profile(USUAL_ROUTE, ()))
        self.risks = Picks(
            say("start-risks"),
            [(risk.value, say(f"risk-{risk.value}")) for risk in Risk],
            several=True,
            a_line=RISKS_A_LINE,
        )
        self.modifiers = ModifierSwitches()
        self.why = label("", SMALL_PX, tone="second", wrap=True)
        self.how = Card(say("start-route"))
        self.known = Card(say("start-risks"))
        self._fill_cards()
        self._propose()
        self.route.changed.connect(lambda _route: self._reconsider())
        self.risks.picked.connect(lambda _risk: self._reconsider())
        self.profile.changed.connect(lambda _name: self.changed.emit())
        self.modifiers.changed.connect(self.changed)

    def _fill_cards(self) -> None:
        self.how.column.addWidget(self.route)
        self.how.column.addWidget(label(say("start-watching"), SMALL_PX, tone="second"))
        self.how.column.addWidget(self.profile)
        self.how.column.addWidget(self.why)
        if self.profile_trouble:
            trouble = label(self.profile_trouble, SMALL_PX, tone="caution", wrap=True)
            self.how.column.addWidget(trouble)
        self.known.column.addWidget(self.risks)
        self.known.column.addWidget(label(say("start-limits-move"), SMALL_PX, tone="second"))
        self.known.column.addWidget(self.modifiers)
        self.known.column.addWidget(self.modifiers.told)

    def stops(self) -> list[QWidget]:
        """Where Tab stops, from top to bottom."""
        rows = (self.route, self.profile, self.risks, self.modifiers)
        return [button for row in rows for button in row.buttons()]

    def show_risks(self, risks: frozenset[str], route: str) -> None:
        """What is known of this patient; limits are proposed from it."""
        self.risks.choose(risks)
        self.route.choose(route)
        self._reconsider()

    def show_profile(self, name: str) -> None:
        """A profile that somebody planned, with its route; an unknown one is passed over.

        The usual profile of a route gives way to what is proposed from what is known.
        """
        profile = self._profiles.get(name)
        if profile is None:
            return
        self.route.choose(profile.route.value)
        if name != USUAL_PROFILE[profile.route]:
            self.profile.choose(name)

    def note_age(self, *, old: bool) -> None:
        """What follows from the birth year."""
        chosen = self.risks.chosen()
        if old is not (Risk.AGE_65 in chosen):
            self.risks.choose(chosen | {Risk.AGE_65} if old else chosen - {Risk.AGE_65})
            self._reconsider()

    def forget_patient(self) -> None:
        self.modifiers.clear()
        self.show_risks(frozenset(), USUAL_ROUTE.value)

    def _reconsider(self) -> None:
        self._propose()
        self.changed.emit()

    def _propose(self) -> None:
        key, risks = self.route.key(), self.risks.chosen()
        route = Route.IV if key == WATCH else Route(key)
        chosen = proposed_profile(route, risks)
        for name, profile in self._profiles.items():
            self.profile.button(name).setVisible(profile.route is route)
        self.profile.choose(chosen)
        sedatives = Modifier.SEDATIVES in proposed_modifiers(risks)
        self.modifiers.switches[Modifier.SEDATIVES].setChecked(sedatives)
        reasons = [say(f"risk-{risk.value}") for risk in TIGHTER if risk in risks]
        tighter = bool(reasons) and route is Route.IV
        self.why.setText(
            say("start-proposed", profile_label(chosen), ", ".join(reasons)) if tighter else ""
        )
        self.why.setVisible(tighter)
