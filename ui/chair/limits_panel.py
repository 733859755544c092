"""The limits of this chair: one sign at a time, a step at a time; three taps at most.

Rule 1: nothing is judged here. A step is sent; the core moves the limit or refuses it, and a
        refusal is shown as its sentence. Until then the old limit stands.
Rule 2: what was moved goes back in one tap, each limit or all of them.
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRect, Signal
from PySide6.QtWidgets import QWidget

from monitor.limits import LimitProfile
from ui.chair.limit_text import LimitFace, limit_faces, profile_text
from ui.chair.side_panel import SidePanel, grid
from ui.controls import Look, Tile
from ui.ink import CENTRE, Board, Label, Scale, Weight, fitted, middle
from ui.theme import Theme
from ui.view_state import ChairView, limit_name
from ui.words import figure, say


@dataclass(frozen=True, slots=True)
class Group:
    """The limits of one sign, from the highest to the lowest; `step` is one tap."""

    name: str
    step: float
    rules: tuple[str, ...]


GROUPS = (
    Group(
        "sbp",
        5,
        ("sbp-extreme", "sbp-very-high", "sbp-high", "sbp-low", "sbp-very-low", "sbp-rise"),
    ),
    Group("dbp", 5, ("dbp-extreme", "dbp-very-high", "dbp-high", "dbp-low", "dbp-rise")),
    Group(
        "hr",
        5,
        (
            "hr-extreme",
            "hr-very-high",
            "hr-high",
            "hr-low",
            "hr-very-low",
            "hr-extreme-low",
            "hr-rise",
        ),
    ),
    Group("spo2", 1, ("spo2-low", "spo2-very-low", "spo2-extreme")),
    Group("rr", 1, ("rr-high", "rr-low")),
)


class LimitRow(Board):
    """One limit: its name, lower, value, raise, back to the profile's own. Emits (rule, value)."""

    asked = Signal(str, object)

    def __init__(
        self, theme: Theme, rule: str, step: float, parent: QWidget | None = None
    ) -> None:
        self.rule, self.step = rule, step
        self.value, self.own, self.told = 0.0, 0.0, ""
        super().__init__(theme, parent)
        name = limit_name(rule)
        look = Look(ink=theme.text, fill=theme.raised, size=32)
        self.less, self.more = Tile(theme, "−", self), Tile(theme, "+", self)
        self.reset = Tile(theme, say("limits-reset"), self)
        self.less.setAccessibleName(say("limits-less", name))
        self.more.setAccessibleName(say("limits-higher", name))
        self.reset.setAccessibleName(say("limits-reset-name", name))
        for tile in (self.less, self.more):
            tile.wear(look)
        self.reset.wear(Look(ink=theme.text, fill=theme.raised, size=20, weight=Weight.Medium))
        self.less.clicked.connect(lambda: self.asked.emit(self.rule, self.value - self.step))
        self.more.clicked.connect(lambda: self.asked.emit(self.rule, self.value + self.step))
        self.reset.clicked.connect(lambda: self.asked.emit(self.rule, None))

    def set_scale(self, scale: Scale) -> None:
        for tile in (self.less, self.more, self.reset):
            tile.set_scale(scale)
        super().set_scale(scale)

    def show_limit(self, face: LimitFace) -> None:
        if (face.value, face.own, face.told) != (self.value, self.own, self.told):
            self.value, self.own, self.told = face.value, face.own, face.told
            self.relayout()

    def lay_out(self) -> list[Label]:
        theme, gap = self.theme, self.scale.px(12, 6)
        high = self.height()
        side, value_wide, reset = (
            self.scale.px(96, 57),
            self.scale.px(130, 64),
            self.scale.px(130, 66),
        )
        right = self.width() - reset
        self.reset.setGeometry(right, 0, reset, high)
        self.reset.setVisible(self.value != self.own)
        right -= gap + side
        self.more.setGeometry(right, 0, side, high)
        value_left = right - value_wide
        self.less.setGeometry(value_left - side, 0, side, high)
        size = self.scale.type(34, 18)
        value = Label(
            figure(f"{self.value:g}"),
            value_left,
            middle(0, high, size, Weight.DemiBold),
            value_wide,
            size,
            theme.text,
            Weight.DemiBold,
            CENTRE,
        )
        room = self.less.x() - gap
        name_size, small = self.scale.type(25, 14), self.scale.type(20, 11)
        name = Label(
            limit_name(self.rule), 0, high * 0.44, room, name_size, theme.text, Weight.Medium
        )
        return [
            fitted(name),
            fitted(Label(self.told, 0, high * 0.80, room, small, theme.text_2), 10),
            value,
        ]


class LimitsPanel(SidePanel):
    """Emits (rule, value); a value of None is the profile's own."""

    asked = Signal(str, object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        self.group = GROUPS[0]
        self.profile: LimitProfile | None = None
        self.profile_words = ""
        self._basis: object = None
        self.refusal = ""
        self.tabs: dict[str, Tile] = {}
        self.rows: dict[str, LimitRow] = {}
        super().__init__(theme, say("limits-title"), parent)
        self.all_back = self.tile(say("limits-all-back"))
        self.all_back.wear(Look(ink=theme.text, fill=theme.raised, size=22))
        self.all_back.clicked.connect(self._ask_all_back)
        self.all_back.hide()
        for group in GROUPS:
            tab = self.tile(say(f"limits-tab-{group.name}"))
            tab.clicked.connect(lambda _checked=False, group=group: self.choose(group))
            self.tabs[group.name] = tab
            for rule in group.rules:
                row = LimitRow(theme, rule, group.step, self)
                row.asked.connect(self._asked)
                self.rows[rule] = row

    def set_scale(self, scale: Scale) -> None:
        for row in self.rows.values():
            row.set_scale(scale)
        super().set_scale(scale)

    def choose(self, group: Group) -> None:
        self.group = group
        self.refusal = ""
        self.relayout()

    def open(self) -> None:
        self.refusal = ""
        self.relayout()
        super().open()

    def show_view(self, view: ChairView) -> None:
        """The limits as they stand; worked out only when something changed that they rest on."""
        picture = view.picture
        basis = (view.profile, picture.baseline, picture.limits_moved, picture.session_id)
        if basis == self._basis:
            return
        self._basis, self.profile = basis, view.profile
        self.profile_words = profile_text(view)
        for face in limit_faces(view):
            if face.rule in self.rows:
                self.rows[face.rule].show_limit(face)
        self.all_back.setVisible(bool(view.profile.changed))
        self.relayout()

    def show_refusal(self, sentence: str) -> None:
        """Why the last step was not taken."""
        self.refusal = sentence
        self.relayout()

    def _asked(self, rule: str, value: float | None) -> None:
        if self.refusal:
            self.show_refusal("")
        self.asked.emit(rule, value)

    def _ask_all_back(self) -> None:
        for rule in () if self.profile is None else self.profile.way_back():
            self._asked(rule, None)

    def lay_out_content(self) -> list[Label]:
        theme, box, gap = self.theme, self.content_box(), self.scale.px(14, 7)
        for name, tab in self.tabs.items():
            chosen = name == self.group.name
            edge = theme.text if chosen else None
            tab.wear(Look(ink=theme.text, fill=theme.raised, edge=edge, edge_px=3, size=24))
        tab_high = self.scale.px(66, 44)
        grid(
            tuple(self.tabs.values()),
            QRect(box.left(), box.top(), box.width(), tab_high),
            len(GROUPS),
            gap,
        )
        wide = self.scale.px(270, 150)
        left = self.close_tile.x() - gap - wide
        self.all_back.setGeometry(left, self.close_tile.y(), wide, self.close_tile.height())
        size = self.scale.type(23, 13)
        base = box.top() + tab_high + gap + size
        sentence = self._sentence()
        hue, weight = (
            (theme.text, Weight.DemiBold) if self.refusal else (theme.text_2, Weight.Normal)
        )
        line = fitted(Label(sentence, box.left(), base, box.width(), size, hue, weight), 11)
        for rule, row in self.rows.items():
            row.setVisible(rule in self.group.rules)
        top = int(base + gap + size * 0.4)
        rest = QRect(box.left(), top, box.width(), box.bottom() - top)
        shown = [self.rows[rule] for rule in self.group.rules]
        grid(shown, rest, 1, gap, self.scale.px(78, 60))
        return [line]

    def _sentence(self) -> str:
        if self.refusal or self.profile is None:
            return self.refusal
        return say("limits-profile", self.profile_words)
