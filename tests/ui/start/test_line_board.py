import pytest

from tests.ui.start.device_examples import BAD_LINE, GOOD_LINE
from ui.requests import RawLine
from ui.start.line_board import ROWS, LineBoard
from ui.theme import DARK, load_fonts
from ui.words import say


@pytest.fixture
def board(qtbot) -> LineBoard:
    load_fonts()
    made = LineBoard(DARK)
    qtbot.addWidget(made)
    made.resize(600, made.minimumHeight())
    return made


def colours(board: LineBoard) -> set[str]:
    image = board.grab().toImage()
    return {
        image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height())
    }


def test_the_newest_line_is_the_last_of_those_that_have_room(board):
    lines = tuple(RawLine(str(n), f"line {n}", good=True) for n in range(40))
    board.show_lines(lines)
    assert board.shown() == lines[-ROWS:]
    board.resize(600, board.height() * 2)
    assert board.shown()[-1] == lines[-1]
    assert len(board.shown()) > ROWS


def test_a_line_that_was_not_understood_stands_out(board):
    board.show_lines((GOOD_LINE,) * 5)
    assert DARK.caution not in colours(board)
    board.show_lines((GOOD_LINE, BAD_LINE))
    assert DARK.caution in colours(board)


def test_a_screen_reader_says_the_newest_line(board):
    assert board.accessibleDescription() == say("line-none")
    board.show_lines((GOOD_LINE, BAD_LINE))
    assert board.accessibleDescription() == f"{BAD_LINE.raw}: {BAD_LINE.understood}"


def test_a_long_line_stays_in_its_column(board):
    board.show_lines((RawLine("x" * 500, "", good=True),))
    image = board.grab().toImage()
    right = {
        image.pixelColor(x, y).name()
        for x in range(300, 590)
        for y in range(30, image.height() - 5)
    }
    assert right == {DARK.background}
