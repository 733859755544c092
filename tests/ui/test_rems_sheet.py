"""The form on paper: one page, whatever is missing, and what is missing is boxed."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QImage, QPainter

from tests.ui.rems_record import chest_pain, opened, record, usual
from ui.app import application
from ui.paper import HIGH_MM
from ui.rems_form import Form, form_of
from ui.rems_sheet import draw_form

WIDE = 900


def drawn(form: Form) -> tuple[float, bytes]:
    application()
    image = QImage(WIDE, 1335, QImage.Format.Format_RGB32)
    image.fill(0xFFFFFFFF)
    painter = QPainter(image)
    lowest = draw_form(painter, WIDE, form)
    painter.end()
    return lowest, bytes(image.constBits())


def made(*more: object, simulated: bool = False) -> Form:
    found = form_of(record(*usual(), *more, simulated=simulated), "Clinic 1")  # type: ignore[arg-type]
    assert found is not None
    return found


@pytest.mark.parametrize("more", [(), (chest_pain(40),)])
def test_it_ends_above_its_foot(more: tuple[object, ...]) -> None:
    lowest, _picture = drawn(made(*more))
    assert lowest < HIGH_MM - 12


def test_a_practice_is_marked_all_over_the_page() -> None:
    assert drawn(made())[1] != drawn(made(simulated=True))[1]


def test_what_is_missing_looks_otherwise_than_what_is_there() -> None:
    bare = form_of(record((0, opened()), *[one for one in usual() if one[0] in {16, 20}]), "")
    assert bare is not None
    assert len(bare.missing) > 5
    lowest, _picture = drawn(bare)
    assert lowest < HIGH_MM - 12
