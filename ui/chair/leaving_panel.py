"""The checklist before leaving: each line with its evidence, and one tap that brings it forward.

Rule 1: nothing is decided here; a line that is let go bears a reason, and where it is about the
        patient or the drug a second person.
Rule 2: it can be looked at at any time after the drug; a line with something missing opens the
        place where that is entered.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from PySide6.QtCore import QRect, Signal
from PySide6.QtWidgets import QWidget

from monitor.rights import Role
from monitor.treatment.leaving_by_hand import PROVIDER_SEEN
from ui.chair.asking_panel import AskingPanel
from ui.chair.criterion_row import CriterionRow
from ui.chair.leaving_faces import GROUPS, Does, LeavingFace, LineFace, leaving_face
from ui.chair.reason_pad import ReasonPad
from ui.chair.side_panel import grid
from ui.controls import Look, Tile
from ui.ink import Label, Scale, Weight, fitted, middle
from ui.people.asked import Asked
from ui.theme import Theme
from ui.view_state import ChairView
from ui.words import say

LETTING = ("provider", "usual", "declined", "elsewhere")
"""Usual reasons for letting a line go, in words of the screen."""
NEXT_DAYS, NEXT_WEEKS = (2, 3, 7), (2, 4)
FEWEST_AT_ONCE = 2
OWN_WORDS = frozenset({Does.DATE, Does.TICK_WITH})


@dataclass(frozen=True, slots=True)
class _Basis:
    """What the lines rest on; nothing is worked out anew while it is the same."""

    session_id: str
    checks: object
    phase: object
    waits: bool


class LeavingPanel(AskingPanel):
    """`ticked` carries (line, met, text), `let_go` (line, reason, second).

    `place_asked` carries the id of the line whose missing piece is entered somewhere else.
    """

    ticked = Signal(str, bool, str)
    let_go = Signal(str, str, str)
    place_asked = Signal(str)
    begin_asked = Signal()
    sign_asked = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        self.group = next(iter(GROUPS))
        self.face: LeavingFace | None = None
        self.by = ""
        """Who is here; the second person is somebody else."""
        self._basis: _Basis | None = None
        self._wall_s = 0.0
        self._told_then: Callable[[str], None] = _nothing
        self.tabs: dict[str, Tile] = {}
        self.rows: dict[str, CriterionRow] = {}
        super().__init__(theme, say("leaving-title"), parent)
        for group, lines in GROUPS.items():
            tab = self.tile(say(f"leaving-tab-{group}"))
            tab.clicked.connect(lambda _checked=False, group=group: self.choose(group))
            self.tabs[group] = tab
            for line in lines:
                row = CriterionRow(theme, line, self)
                row.done.connect(self._do)
                row.let_go.connect(self._ask_letting_go)
                row.hide()
                self.rows[line] = row
        main = Look(ink=theme.text, fill=theme.infusion, size=26)
        self.begin = self.tile(say("leaving-begin"), main)
        self.begin.clicked.connect(self.begin_asked)
        self.sign = self.tile(say("leaving-sign"), main)
        self.sign.clicked.connect(self.sign_asked)
        self.all = self.tile(say("leaving-all", 0), main)
        self.all.clicked.connect(self._tick_all)
        self.why = ReasonPad(theme, self)
        self.why.given.connect(self._given)
        self.why.left.connect(self.relayout)

    # ---- what is shown

    def show_view(self, view: ChairView) -> None:
        picture, self._wall_s = view.picture, view.wall_s
        checks = None if picture.treatment is None else picture.treatment.checks
        waits = (
            checks is not None
            and checks.leave_from_s is not None
            and checks.leave_from_s > picture.now_s
        )
        basis = _Basis(picture.session_id, checks, picture.phase, waits)
        if self.isHidden() or basis == self._basis:
            return
        known = self._basis is not None
        if known and self._basis is not None and self._basis.checks != checks:
            self.refusal = ""
        self._basis, self.face = basis, leaving_face(view)
        for lines in self.face.groups.values():
            for line in lines:
                self.rows[line.id].show_face(line)
        if not known:
            self.group = self.face.first_open
        self.relayout()

    def open(self) -> None:
        self._basis = self.face = None
        super().open()

    def choose(self, group: str) -> None:
        self.group = group
        self.relayout()

    def dismiss(self) -> None:
        self.why.hide()
        super().dismiss()

    # ---- what is done about a line

    def _line(self, name: str) -> LineFace | None:
        return None if self.face is None else self.face.line(name)

    def _do(self, name: str) -> None:
        line = self._line(name)
        if line is None:
            return
        if line.does is Does.TICK:
            self.ticked.emit(name, True, line.text)
        elif line.does is Does.UNTICK:
            self.ticked.emit(name, False, "")
        elif line.does in OWN_WORDS:
            presets = self._dates() if line.does is Does.DATE else self._providers(name)
            title, why = say(f"leaving-ask-{name}"), say(f"leaving-ask-{name}-why")
            own = say(f"leaving-ask-{name}-own")
            self._ask(title, why, presets, own, lambda text: self.ticked.emit(name, True, text))
        else:
            self.place_asked.emit(name)

    def _ticks(self) -> list[LineFace]:
        """The lines in sight that one tap each would tick, with nothing to be asked."""
        lines = () if self.face is None else self.face.groups.get(self.group, ())
        return [line for line in lines if line.does is Does.TICK]

    def _tick_all(self) -> None:
        for line in self._ticks():
            self.ticked.emit(line.id, True, line.text)

    def _ask_letting_go(self, name: str) -> None:
        line = self._line(name)
        if line is None:
            return
        presets = [say(f"letting-{one}") for one in LETTING]
        title = say("letting-title", line.name)
        own = say("because-own-hint")
        self._ask(title, say("letting-why"), presets, own, lambda why: self._let_go(line, why))

    def _let_go(self, line: LineFace, why: str) -> None:
        if not line.wants_second:
            self.let_go.emit(line.id, why, "")
            return
        asked = Asked(
            say("letting-second"), say("letting-second-why"), but=frozenset({self.by} - {""})
        )
        self.ask_person(asked, lambda second: self.let_go.emit(line.id, why, second))

    def _ask(
        self, title: str, why: str, presets: list[str], own: str, then: Callable[[str], None]
    ) -> None:
        self._told_then = then
        self.why.setGeometry(self.content_box())
        self.why.line.setPlaceholderText(own)
        self.why.ask(title, why, presets)

    def _given(self, words: str) -> None:
        self.setFocus()
        self.relayout()
        self._told_then(words)

    def _dates(self) -> list[str]:
        """The next session is usually in a few days, or weeks."""
        today = datetime.fromtimestamp(self._wall_s, tz=UTC).astimezone()

        def day(days: int) -> str:
            then = today + timedelta(days=days)
            return say("next-day", say(f"weekday-{then.weekday()}"), f"{then:%Y-%m-%d}")

        soon = [say("next-in-days", day(days), days) for days in NEXT_DAYS]
        later = [say("next-in-weeks", day(7 * weeks), weeks) for weeks in NEXT_WEEKS]
        return [*soon, *later, say("next-none")]

    def _providers(self, name: str) -> list[str]:
        if name != PROVIDER_SEEN:
            return []
        return [one.name for one in self.people.members() if one.role is Role.PROVIDER]

    # ---- layout

    def set_scale(self, scale: Scale) -> None:
        for row in self.rows.values():
            row.set_scale(scale)
        self.why.set_scale(scale)
        super().set_scale(scale)

    def head_height(self) -> int:
        return self.scale.px(88, 52)

    def lay_out_content(self) -> list[Label]:
        box, gap = self.content_box(), self.scale.px(14, 6)
        if not self.why.isHidden():
            self.why.setGeometry(box)
        tab, foot = self.scale.px(66, 44), self.scale.px(76, 50)
        self._lay_out_tabs(QRect(box.left(), box.top(), box.width(), tab), gap)
        top = box.top() + tab + gap
        self._lay_out_rows(
            QRect(box.left(), top, box.width(), box.bottom() + 1 - foot - gap - top)
        )
        return self._foot(QRect(box.left(), box.bottom() + 1 - foot, box.width(), foot))

    def _lay_out_tabs(self, box: QRect, gap: int) -> None:
        theme, groups = self.theme, {} if self.face is None else self.face.groups
        for name, tab in self.tabs.items():
            tab.setVisible(name in groups)
            edge = theme.text if name == self.group else None
            tab.wear(Look(ink=theme.text, fill=theme.raised, edge=edge, edge_px=3, size=24))
            left = 0 if self.face is None else self.face.open_in(name)
            words = say(f"leaving-tab-{name}")
            tab.say(say("leaving-tab-open", words, left) if left else words)
        shown = [tab for tab in self.tabs.values() if not tab.isHidden()]
        if shown:
            grid(shown, box, len(shown), gap)

    def _lay_out_rows(self, room: QRect) -> None:
        lines = () if self.face is None else self.face.groups.get(self.group, ())
        names = [line.id for line in lines]
        for name, row in self.rows.items():
            row.setVisible(name in names)
        if names:
            gap = self.scale.px(6, 2)
            grid([self.rows[name] for name in names], room, 1, gap, self.scale.px(86, 57))

    def _foot(self, foot: QRect) -> list[Label]:
        face, wide = self.face, self.scale.px(300, 160)
        self.begin.setVisible(face is not None and face.can_begin)
        self.sign.setVisible(face is not None and face.can_sign and not face.can_begin)
        if face is None:
            self.all.hide()
            return []
        fill = self.theme.infusion if face.may_leave else self.theme.raised
        self.sign.wear(Look(ink=self.theme.text, fill=fill, size=26))
        for tile in (self.begin, self.sign):
            tile.setGeometry(foot.right() + 1 - wide, foot.top(), wide, foot.height())
        left = foot.left() + self._lay_out_all(foot)
        size = self.scale.type(26, 14)
        base = middle(foot.top(), foot.height(), size, Weight.Medium)
        room = foot.right() + 1 - wide - self.scale.px(24, 12) - left
        summary = Label(face.summary, left, base, room, size, self.theme.text, Weight.Medium)
        return [fitted(summary)]

    def _lay_out_all(self, foot: QRect) -> int:
        """One tap for what a person only has to have done; how much room it takes."""
        many, wide = len(self._ticks()), self.scale.px(260, 140)
        self.all.setVisible(many >= FEWEST_AT_ONCE)
        if many < FEWEST_AT_ONCE:
            return 0
        self.all.say(say("leaving-all", many))
        self.all.setGeometry(foot.left(), foot.top(), wide, foot.height())
        return wide + self.scale.px(24, 12)


def _nothing(_words: str) -> None:
    """Nothing was asked yet."""
