"""The wall on the screen: everything fits, what changed is painted, need flashes as the bar."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from dataclasses import replace

import pictures
import pytest
from PySide6.QtCore import QEvent, QObject, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPaintEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from rooms import AT, WALL_S, example, full_room, on_chair, published, treated

from monitor.entries import ChairBroken
from monitor.events import LinkReason
from monitor.outcomes import Priority
from monitor.picture import Shown
from monitor.treatment.view import GivingView, PromptKind, PromptView, ResumeView
from monitor.vitals import CuffFailure, LostReason, VitalSign
from ui.chair.alarm_text import FLASH_HZ
from ui.ink import Label, Scale, cap_height
from ui.theme import DARK, load_fonts
from ui.view_state import ViewState
from ui.wall.faces import room_face
from ui.wall.sheet import Sheet
from ui.wall.tile import ChairTile
from ui.wall.wall_page import WallPage

SIZES = [(1024, 640), (1280, 720), (1600, 900), (1920, 1080), (1920, 1200), (3840, 2160)]
ABOVE_AND_BELOW = 256 / 1080
"""Of the window: the bars above and below the page."""


@pytest.fixture
def page(qtbot: QtBot) -> Iterator[WallPage]:
    load_fonts()
    made = WallPage(DARK)
    qtbot.addWidget(made)
    yield made
    made.close()


def show(page: WallPage, state: ViewState, size: tuple[int, int] = (1920, 1080)) -> None:
    scale = Scale.of(*size)
    page.resize(size[0], round(size[1] - size[1] * ABOVE_AND_BELOW))
    page.set_scale(scale)
    page.show_room(room_face(state, AT))
    page.show()


def ink_box(label: Label) -> QRectF:
    drawn = QFontMetricsF(label.font).tightBoundingRect(label.text)
    return drawn.translated(label.ink_left(), label.baseline)


def assert_fits(sheet: Sheet) -> None:
    boxes = []
    for label in sheet.labels:
        box = ink_box(label)
        assert not label.shortened, label.text
        assert box.left() >= 0, label.text
        assert box.right() <= sheet.width + 1, label.text
        assert box.top() >= 0, label.text
        assert box.bottom() <= sheet.height, label.text
        boxes.append((label.text, box))
    if sheet.shape is not None:
        boxes.append(("shape", sheet.shape))
    for (text, box), (other, further) in itertools.combinations(boxes, 2):
        if "/" not in {text, other}:  # the stroke leans towards both pressures
            assert not box.intersects(further), f"{text!r} lies on {other!r}"


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("chairs", [2, 4, 6, 8])
def test_every_word_of_every_tile_fits(page: WallPage, chairs: int, size: tuple[int, int]) -> None:
    state = full_room(chairs)
    if chairs == 8:
        state.absorb(ChairBroken(8, "a bug"), AT, 0.0)
    show(page, state, size)
    assert len(page.tiles) >= chairs
    for tile in page.tiles.values():
        assert_fits(tile.sheet)
    texts = [tile for tile in page.strip.tiles if not tile.isHidden()]
    assert texts
    for tile in texts:
        assert tile.geometry().right() <= page.width()
        assert not any(label.shortened for label in tile.labels())


WHY = [*LostReason, *LinkReason]


@pytest.mark.parametrize("size", [(1024, 640), (1280, 720)], ids=["1024", "1280"])
@pytest.mark.parametrize("why", WHY, ids=lambda why: why.value)
def test_every_reason_for_a_missing_number_fits(
    page: WallPage, why: LostReason | LinkReason, size: tuple[int, int]
) -> None:
    shown = dict(pictures.medium().numerals)
    for sign in (VitalSign.HR, VitalSign.SPO2):
        lost = pictures.numeral(sign, None, shown=Shown.BLANK, why=why.value)
        shown[sign] = replace(lost, delta=None)
    for sign in (VitalSign.SBP, VitalSign.DBP, VitalSign.MAP):
        failed = CuffFailure.OVERPRESSURE.value
        shown[sign] = pictures.numeral(sign, None, shown=Shown.BLANK, age_s=None, why=failed)
    state = full_room(8)
    for message in published(on_chair(5, replace(pictures.medium(), numerals=shown))):
        state.absorb(message, AT, WALL_S)
    show(page, state, size)
    assert_fits(page.tiles[5].sheet)


@pytest.mark.parametrize("kind", list(PromptKind))
def test_every_duty_fits_the_smallest_tile(page: WallPage, kind: PromptKind) -> None:
    picture = pictures.picture(next_cuff_at_s=None)
    prompt = PromptView("p", kind, picture.now_s - 754.0)
    state = full_room(8)
    state.absorb(published(on_chair(1, treated(picture, prompts=(prompt,))))[1], AT, WALL_S)
    show(page, state, (1024, 640))
    assert_fits(page.tiles[1].sheet)


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("chairs", [4, 6, 8])
def test_off_monitor_distress_and_a_locked_pause_are_seen_beside_an_alarm(
    page: WallPage, chairs: int, size: tuple[int, int]
) -> None:
    state = full_room(chairs)
    giving = GivingView(pictures.opened().plan, resume=ResumeView(needed=True, good=1))
    for chair, changes in (
        (2, {"off_monitor_since_s": pictures.calm().now_s - 130.0}),
        (3, {"distress_since_s": pictures.calm().now_s - 5.0}),
        (4, {"giving": giving}),
    ):
        state.absorb(published(treated(example(chair), **changes))[1], AT, WALL_S)
    show(page, state, size)
    sheets = {chair: page.tiles[chair].sheet for chair in (2, 3, 4)}
    said = {one: " ".join(label.text for label in sheet.labels) for one, sheet in sheets.items()}
    assert "Off monitor 2:10" in said[2]
    assert "Distress" in said[3]
    assert "No resume yet" in said[4]
    for chair in (2, 3, 4):
        assert page.tiles[chair].face.alarm is not None
        assert_fits(page.tiles[chair].sheet)


def test_the_pressure_of_up_to_four_chairs_is_read_from_across_the_room(page: WallPage) -> None:
    show(page, full_room(4))
    big = next(label for label in page.tiles[1].sheet.labels if label.text == "142")
    millimetre_px = 1920 / 531.0  # the width of a 24-inch screen
    assert cap_height(big.size_px, big.weight) >= 21 * millimetre_px


def test_digits_of_eight_chairs_are_still_large_at_1280(page: WallPage) -> None:
    show(page, full_room(8), (1280, 720))
    big = next(label for label in page.tiles[1].sheet.labels if label.text == "142")
    assert big.size_px >= 50


def test_chairs_keep_their_places(page: WallPage) -> None:
    show(page, full_room(4))
    before = {chair: tile.geometry() for chair, tile in page.tiles.items()}
    show(page, full_room(3))
    assert {chair: tile.geometry() for chair, tile in page.tiles.items()} == before
    assert page.tiles[1].x() < page.tiles[2].x()
    assert page.tiles[1].y() < page.tiles[3].y()


# ---- what is painted


class Painted(QObject):
    """Which tiles were painted, and how large a part of each."""

    def __init__(self, tiles: list[ChairTile]) -> None:
        super().__init__()
        self.parts: list[tuple[int, float]] = []
        for tile in tiles:
            tile.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 -- Qt's name
        if isinstance(watched, ChairTile) and isinstance(event, QPaintEvent):
            boxes = [box.width() * box.height() for box in event.region()]
            whole = watched.width() * watched.height()
            self.parts.append((watched.face.chair, sum(boxes) / whole))
        return False


def test_only_the_tile_whose_face_changed_is_painted(page: WallPage, qtbot: QtBot) -> None:
    state = full_room(8)
    show(page, state)
    qtbot.waitExposed(page)
    QApplication.processEvents()
    painted = Painted(list(page.tiles.values()))
    for _ in range(25):
        page.show_room(room_face(state, AT))
        QApplication.processEvents()
    assert painted.parts == []
    louder = replace(example(1), numerals=pictures.numerals(150, 90, 84, 97))
    state.absorb(published(louder)[1], AT, WALL_S)
    page.show_room(room_face(state, AT))
    qtbot.waitUntil(lambda: bool(painted.parts))
    assert {chair for chair, _ in painted.parts} == {1}


def test_a_flash_paints_the_border_only(page: WallPage, qtbot: QtBot) -> None:
    show(page, full_room(4))
    page.flash(0.0)
    qtbot.waitExposed(page)
    QApplication.processEvents()
    painted = Painted(list(page.tiles.values()))
    page.flash(0.3)
    qtbot.waitUntil(lambda: bool(painted.parts))
    assert {chair for chair, _ in painted.parts} == {2}
    assert all(share < 0.2 for _, share in painted.parts)


def test_the_border_flashes_as_the_bar_does_and_only_for_what_holds(page: WallPage) -> None:
    show(page, full_room(8))
    seen: dict[int, list[tuple[str, int]]] = {chair: [] for chair in page.tiles}
    for step in range(40):
        page.flash(step / 20)
        for chair, tile in page.tiles.items():
            seen[chair].append(tile.border())
    changes = {
        chair: sum(a != b for a, b in itertools.pairwise(borders))
        for chair, borders in seen.items()
    }
    assert changes[2] == 2 * FLASH_HZ[Priority.HIGH] * 2 - 1
    assert changes[7] == 2 * FLASH_HZ[Priority.MEDIUM] * 2 - 1
    assert all(changes[chair] == 0 for chair in (1, 3, 4, 5, 6, 8))
    assert len({width for _, width in seen[2]}) == 1
    assert seen[1][0][0] == DARK.line
    assert seen[6][0][1] < seen[2][0][1]  # answered: a thinner border


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("chairs", [4, 8])
def test_nothing_but_the_border_lies_where_it_flashes(
    page: WallPage, chairs: int, size: tuple[int, int]
) -> None:
    state = full_room(chairs)
    breached = replace(example(2), numerals=pictures.extreme().numerals)
    state.absorb(published(breached)[1], AT, WALL_S)
    show(page, state, size)
    assert len(page.tiles[2].marks()) == 2
    for tile in page.tiles.values():
        boxes = [ink_box(label) for label in tile.sheet.labels]
        boxes += [box for box, _priority in tile.marks()]
        for box in boxes:
            assert not tile.rim().intersects(box.toRect())


# ---- what is pressed


def test_a_tap_opens_the_chair_and_a_free_one_begins_a_session(
    page: WallPage, qtbot: QtBot
) -> None:
    show(page, full_room(3))
    with qtbot.waitSignal(page.chair_pressed) as opened:
        qtbot.mouseClick(page.tiles[2], Qt.MouseButton.LeftButton)
    assert opened.args == [2]
    with qtbot.waitSignal(page.begin_pressed) as begun:
        qtbot.mouseClick(page.tiles[4], Qt.MouseButton.LeftButton)
    assert begun.args == [4]
    with qtbot.waitSignal(page.chair_pressed) as by_key:
        qtbot.keyClick(page.tiles[3], Qt.Key.Key_Return)
    assert by_key.args == [3]


def test_a_tap_on_what_comes_next_opens_its_chair(page: WallPage, qtbot: QtBot) -> None:
    show(page, full_room(4))
    with qtbot.waitSignal(page.chair_pressed) as opened:
        qtbot.mouseClick(page.strip.tiles[0], Qt.MouseButton.LeftButton)
    assert opened.args == [2]


def test_every_tile_has_a_name_and_is_reached_by_keyboard(page: WallPage) -> None:
    show(page, full_room(3))
    for tile in page.tiles.values():
        assert tile.accessibleName().startswith(f"Chair {tile.face.chair}")
        assert tile.focusPolicy() & Qt.FocusPolicy.TabFocus
        assert tile.height() >= 57
