"""Who is in this chair, by whose limits, how fresh the record is, who is here, what time it is.

Rule 1: simulated is said in every moment, in words and outside the alarm colours.
Rule 2: that a bedside alarm makes no sound, or this program, stands in a frame of its own.
Rule 3: where it gets narrow the other chairs are named by their numbers alone; where even that is
        too much, what stands in frames goes into two lines; and only then the chairs without an
        alarm give way, and the wall has them all.
Rule 4: every deviation from the profile is named; where the room is too small, their number.
Rule 5: which session of the course it is stands beside the patient where that costs nothing else
        a word; what came and went there with every second would be worse than its absence.
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QFont, QPainter, QPen
from PySide6.QtWidgets import QWidget

from monitor.outcomes import Priority
from ui.chair.numerals import alarm_colour
from ui.chair.two_lines import ending_at, framed_tag
from ui.controls import DETAIL_SIZE, Look, Tile
from ui.icons import MARKS
from ui.ink import RIGHT, Board, Label, Scale, Weight, fitted, middle, text_width
from ui.people.faces import WhoFace
from ui.theme import Theme, colour
from ui.words import say

UP, NOT_UP = "●", "○"
MANY = 99
NARROWER = (
    (False, MANY, False),
    (True, MANY, False),
    *((True, most, True) for most in (MANY, 3, 2, 1, 0)),
)
"""What is tried until everything fits: chairs by number only, how many of them, in two lines."""
WHO_SIZE = 21
PACE_SIZE = 24
SPARE_PX = 60
"""So much more room has to be there before the session of the course appears."""
LEAST_PATIENT = 0.6
"""Of its width: so far the patient is set smaller where it gets narrow."""


@dataclass(frozen=True, slots=True)
class TopFace:
    """`profile`: wordings to choose from, longest first. `chairs`: the others and their alarm."""

    title: str
    patient: str = ""
    simulated: str = ""
    """Why what is shown is of no patient, in words; empty = it is of one."""
    profile: tuple[str, ...] = ()
    recorded: str = ""
    late: bool = False
    clock: str = ""
    chairs: tuple[tuple[int, Priority | None], ...] = ()
    devices: str = ""
    """The monitors of the chair in a word or two; empty = there are none to look at."""
    connected: bool = False
    """All of them."""
    warnings: tuple[str, ...] = ()
    kept: str = ""
    """That the record is not encrypted: calm, and always there."""
    """What must always be seen of the sound, here and at the bedside."""
    room: bool = False
    """There is a room of chairs to go back to."""
    course: str = ""
    """Which session of the course it is; empty = not known."""
    pace: str = ""
    """Below the clock, how fast simulated time goes; empty = it is the time on the wall."""


class TopLine(Board):
    limits_pressed = Signal()
    menu_pressed = Signal()
    devices_pressed = Signal()
    chair_pressed = Signal(int)
    room_pressed = Signal()
    who_pressed = Signal()
    pace_pressed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        self.face = TopFace(say("app-name"))
        self.who_face = WhoFace("")
        self._tags: list[tuple[QRectF, str]] = []
        self._narrow, self._most, self._stacked = NARROWER[0]
        self._course_shown = False
        super().__init__(theme, parent)
        self.limits = Tile(theme, say("limits-open"), self)
        self.limits.wear(Look(ink=theme.text, fill=theme.panel, size=22, weight=Weight.Normal))
        self.limits.clicked.connect(self.limits_pressed)
        self.menu = Tile(theme, say("menu"), self)
        self.menu.wear(Look(ink=theme.text, fill=theme.raised, size=22, weight=Weight.Medium))
        self.menu.clicked.connect(self.menu_pressed)
        self.devices = Tile(theme, say("top-device"), self)
        self.devices.clicked.connect(self.devices_pressed)
        self.room = Tile(theme, say("wall-open"), self)
        self.room.wear(Look(ink=theme.text, fill=theme.raised, size=20))
        self.room.clicked.connect(self.room_pressed)
        self.room.hide()
        self.who = Tile(theme, say("who-open"), self)
        self.who.clicked.connect(self.who_pressed)
        self.who.hide()
        self.pace = Tile(theme, say("pace-title"), self)
        self.pace.wear(Look(ink=theme.text, fill=theme.raised, size=PACE_SIZE))
        self.pace.clicked.connect(self.pace_pressed)
        self.pace.hide()
        self.chair_tiles: dict[int, Tile] = {}

    def set_scale(self, scale: Scale) -> None:
        own = (self.limits, self.menu, self.devices, self.room, self.who, self.pace)
        for tile in (*own, *self.chair_tiles.values()):
            tile.set_scale(scale)
        super().set_scale(scale)

    def only_tell_pace(self) -> None:
        """How fast time goes is changed by somebody else, elsewhere."""
        self.pace.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.pace.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.pace.wear(Look(ink=self.theme.text, size=PACE_SIZE))

    def show_face(self, face: TopFace) -> None:
        if face != self.face:
            self.face = face
            self.relayout()

    def show_who(self, face: WhoFace) -> None:
        """Who is signed in, and whose chair it is if it is somebody else's."""
        if face == self.who_face:
            return
        self.who_face = face
        theme = self.theme
        edge = theme.text_2 if face.locked else None
        self.who.say(face.name, detail=face.detail)
        self.who.setAccessibleName(f"{say('who-open')}: {face.spoken}")
        self.who.wear(Look(ink=theme.text, fill=theme.panel, edge=edge, size=WHO_SIZE))
        self.relayout()

    def _named_chairs(self) -> dict[int, Priority | None]:
        """The chairs that have a tile: all, or where that is too many, the most urgent ones."""
        chairs = dict(self.face.chairs)
        if len(chairs) <= self._most:
            return chairs
        alarmed = sorted(
            (chair for chair, priority in chairs.items() if priority is not None),
            key=lambda chair: -(chairs[chair] or 0),
        )
        return {chair: chairs[chair] for chair in sorted(alarmed[: self._most])}

    def _keep_chair_tiles(self) -> None:
        wanted = set(self._named_chairs())
        for chair in set(self.chair_tiles) - wanted:
            gone = self.chair_tiles.pop(chair)
            gone.hide()
            gone.deleteLater()
        for chair in sorted(wanted - set(self.chair_tiles)):
            tile = Tile(self.theme, str(chair), self)
            tile.set_scale(self.scale)
            tile.clicked.connect(
                lambda _checked=False, chair=chair: self.chair_pressed.emit(chair)
            )
            tile.show()
            self.chair_tiles[chair] = tile
        for chair, priority in self._named_chairs().items():
            marks = "" if priority is None else " " + "!" * MARKS[priority]
            edge = None if priority is None else alarm_colour(self.theme, priority)
            tile = self.chair_tiles[chair]
            text = str(chair) if self._narrow else say("chair", chair)
            tile.say(text + marks)
            tile.setAccessibleName(say("chair", chair) + marks)
            tile.wear(Look(ink=self.theme.text, fill=self.theme.raised, edge=edge, size=20))

    # ---- layout

    def lay_out(self) -> list[Label]:
        self._narrow, self._most, self._stacked = NARROWER[0]
        right, labels = self._right_side()
        found = self._with_course(right)
        if found is None:
            right, left, made = self._narrowed()
        else:
            left, made = found[0], [*found[1], *labels]
        right = self._place_devices(left, right)
        self._place_limits(left, right)
        return made

    def _with_course(self, right: float) -> tuple[float, list[Label]] | None:
        """The left side with everything in full; None = there is no room for that."""
        face, size = self.face, max(self.scale.type(22), 13)
        if not face.course:
            return None
        left, made = self._left_side(right, whole=True)
        devices = f"{UP} {face.devices}" if face.devices else ""
        words = [*face.profile[:1], devices]
        needed = sum(text_width(word, size) + 3 * self.scale.px(18, 8) for word in words if word)
        spare = 0 if self._course_shown else self.scale.px(SPARE_PX, 30)
        self._course_shown = left + needed + spare <= right
        return (left, made) if self._course_shown else None

    def _narrowed(self) -> tuple[float, float, list[Label]]:
        """Both sides as they fit, and between what there is room for the limits."""
        for self._narrow, self._most, self._stacked in NARROWER:
            right, labels = self._right_side()
            left, made = self._left_side(right)
            cramped = any(label.shortened for label in made)
            fits = not cramped and left + self._least_limits() <= right
            if fits or (self._stacked and not self.chair_tiles):
                break
        return right, left, [*made, *labels]

    def _line(self, size: int) -> float:
        return middle(0, self.height(), size)

    def _gap(self) -> int:
        return self.scale.px(28, 10)

    def _least_limits(self) -> float:
        """Room for the shortest wording of the limits and the dot of the monitors."""
        face, size = self.face, max(self.scale.type(22), 13)
        words = [*face.profile[-1:], *((UP,) if face.devices else ())]
        pads = 2 * self.scale.px(18, 8) + 2
        return sum(text_width(word, size) + pads + self.scale.px(12, 6) for word in words)

    def _right_side(self) -> tuple[float, list[Label]]:
        """Menu, clock, who, recorded: from the right edge inwards."""
        theme, scale, face = self.theme, self.scale, self.face
        high = max(36, self.height() - scale.px(16, 8))
        wide = scale.px(110, 68)
        right: float = self.width() - scale.px(32, 16) - wide
        self.menu.setGeometry(int(right), (self.height() - high) // 2, wide, high)
        clock = ("" if face.pace else face.clock, scale.type(28, 15), theme.text, Weight.DemiBold)
        ink = theme.text if face.late else theme.text_2
        weight = Weight.DemiBold if face.late else Weight.Normal
        right = self._place_pace(right, high)
        right, made = self._right_word(right, *clock)
        right = self._place_who(right, high)
        right, more = self._right_word(right, face.recorded, scale.type(22), ink, weight)
        return right - self._gap(), [*made, *more]

    def _right_word(
        self, right: float, text: str, size: int, hue: str, weight: QFont.Weight
    ) -> tuple[float, list[Label]]:
        """A word that ends left of `right`, and where it begins."""
        if not text:
            return right, []
        base = self._line(self.scale.type(28, 15))
        words = Label(text, 0, base, self.width() * 0.2, size, hue, weight, RIGHT)
        made = ending_at(right - self._gap(), words, self.height(), stacked=self._stacked)
        return made[0].left, made

    def _place_pace(self, right: float, high: int) -> float:
        """Below the clock, on one tile with it, so that nobody takes simulated time for now."""
        face, look = self.face, self.pace.look
        self.pace.setVisible(bool(face.pace))
        if not face.pace:
            return right
        self.pace.say(face.clock, detail=face.pace)
        self.pace.setAccessibleName(f"{face.clock}. {say('pace-open', face.pace)}")
        size, pad = max(self.scale.type(PACE_SIZE), 13), self.scale.px(18, 8)
        small = self.scale.type(min(PACE_SIZE * 0.72, DETAIL_SIZE))
        words = max(
            text_width(face.clock, size, look.weight), text_width(face.pace, small, look.weight)
        )
        wide = max(high, int(words) + 2 * pad + 2)
        right -= self.scale.px(16, 6) + wide
        self.pace.setGeometry(int(right), (self.height() - high) // 2, wide, high)
        return right + self._gap() - self.scale.px(20, 8)

    def _place_who(self, right: float, high: int) -> float:
        self.who.setVisible(bool(self.who_face.name))
        if not self.who_face.name:
            return right
        size, pad = max(self.scale.type(WHO_SIZE), 13), 2 * self.scale.px(18, 8) + 2
        small = self.scale.type(min(WHO_SIZE * 0.72, DETAIL_SIZE))
        words = text_width(self.who_face.name, size, self.who.look.weight)
        wide = int(
            min(max(words, text_width(self.who_face.detail, small)) + pad, self.width() / 6)
        )
        right -= self.scale.px(20, 8) + wide
        self.who.setGeometry(int(right), (self.height() - high) // 2, wide, high)
        return right

    def _left_side(self, right: float, *, whole: bool = False) -> tuple[float, list[Label]]:
        """Chair, other chairs, patient, the simulated tag: from the left edge inwards.

        `whole`: with the session of the course, and nothing set smaller.
        """
        self._keep_chair_tiles()
        theme, scale, face = self.theme, self.scale, self.face
        left: float = scale.px(32, 16)
        size = scale.type(30, 16)
        base = self._line(scale.type(28, 15))
        title = Label(face.title, left, base, right - left, size, theme.text, Weight.Bold)
        left += title.text_width() + self._gap()
        made = [fitted(title)]
        left = self._place_chairs(left)
        if face.patient:
            made.append(self._patient(left, right, base, whole=whole))
            left += made[-1].width + self._gap()
        self._tags = []
        tags = [(face.simulated, theme.text, theme.text_2)] if face.simulated else []
        tags += [(text, theme.caution, theme.caution) for text in face.warnings]
        tags += [(face.kept, theme.text_2, theme.text_3)] if face.kept else []
        for text, ink, edge in tags:
            tag, words = self._tag(text, left, ink)
            self._tags.append((tag, edge))
            made += words
            left = tag.right() + self._gap()
        return left, made

    def _patient(self, left: float, right: float, base: float, *, whole: bool) -> Label:
        face, size = self.face, self.scale.type(22)
        text = f"{face.patient} · {face.course}" if whole else face.patient
        wide = text_width(text, size) + 1
        free = right - left - self._least_limits() - self._tags_width() - self._gap()
        room = min((right - left) * 0.45, wide, max(free, wide * LEAST_PATIENT))
        label = Label(text, left, base, wide if whole else room, size, self.theme.text_2)
        return fitted(label)

    def _tags_width(self) -> float:
        every = (self.face.simulated, *self.face.warnings, self.face.kept)
        texts = [text for text in every if text]
        return sum(self._tag(text, 0.0, "")[0].width() + self._gap() for text in texts)

    def _tag(self, text: str, left: float, ink: str) -> tuple[QRectF, list[Label]]:
        """Words in a frame; never shortened."""
        high = float(self.height())
        return framed_tag(text, left, high, self.scale, ink, stacked=self._stacked)

    def _place_chairs(self, left: float) -> float:
        high = max(36, self.height() - self.scale.px(16, 8))
        left = self._place_room(left, high)
        wide = self.scale.px(64, 48) if self._narrow else self.scale.px(124, 82)
        for _chair, tile in sorted(self.chair_tiles.items()):
            tile.setGeometry(int(left), (self.height() - high) // 2, wide, high)
            left += wide + self.scale.px(10, 5)
        return left + (self.scale.px(10, 5) if self.chair_tiles else 0)

    def _place_room(self, left: float, high: int) -> float:
        self.room.setVisible(self.face.room)
        if not self.face.room:
            return left
        wide = self.scale.px(76, 44) if self._narrow else self.scale.px(140, 92)
        self.room.say(say("wall-open-short" if self._narrow else "wall-open"))
        self.room.setAccessibleName(say("wall-open"))
        self.room.setGeometry(int(left), (self.height() - high) // 2, wide, high)
        return left + wide + self.scale.px(10, 5)

    def _place_devices(self, left: float, right: float) -> float:
        """The word for the monitors, a full or a hollow dot before it; where it begins.

        Where it would cost a word about the limits, the dot stands alone.
        """
        face, theme = self.face, self.theme
        self.devices.setVisible(bool(face.devices))
        if not face.devices:
            return right
        size, high = max(self.scale.type(22), 13), max(36, self.height() - self.scale.px(16, 8))
        pad, gap = 2 * self.scale.px(18, 8) + 2, self.scale.px(12, 6)
        dot = UP if face.connected else NOT_UP
        text = f"{dot} {face.devices}"
        limits = text_width(face.profile[0], size) + pad if face.profile else 0.0
        if limits + gap + text_width(text, size) + pad > right - left:
            text = dot
        width = int(text_width(text, size) + pad)
        ink = theme.text_2 if face.connected else theme.text
        self.devices.wear(Look(ink=ink, fill=theme.panel, size=22, weight=Weight.Normal))
        self.devices.say(text)
        word = say("top-device-up" if face.connected else "top-device-down")
        self.devices.setAccessibleName(f"{face.devices}: {word}")
        self.devices.setGeometry(int(right - width), (self.height() - high) // 2, width, high)
        return right - width - gap

    def _place_limits(self, left: float, right: float) -> None:
        """The longest wording of profile and deviations for which there is room."""
        self.limits.setVisible(bool(self.face.profile))
        if not self.face.profile:
            return
        pad = 2 * self.scale.px(18, 8)
        room = right - left
        size = max(self.scale.type(22), 13)
        fits = (text for text in self.face.profile if text_width(text, size) + pad <= room)
        text = next(fits, self.face.profile[-1])
        width = int(min(room, text_width(text, size) + pad + 2))
        high = max(36, self.height() - self.scale.px(16, 8))
        self.limits.say(text)
        self.limits.setAccessibleName(f"{say('limits-open')}: {self.face.profile[0]}")
        self.limits.setGeometry(int(right - width), (self.height() - high) // 2, width, high)

    def paint_under(self, painter: QPainter) -> None:
        painter.fillRect(self.rect(), colour(self.theme.background))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        radius = self.scale.px(8, 4)
        for box, edge in self._tags:
            painter.setPen(QPen(colour(edge), 1.5))
            painter.drawRoundedRect(box, radius, radius)
