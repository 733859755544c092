"""The form on paper: one page, whatever is missing, and what is missing is boxed."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from paper_words import by_pdftotext, by_pypdf
from PySide6.QtGui import QImage, QPagedPaintDevice, QPainter

from tests.ui.rems_record import chest_pain, opened, record, usual
from ui.app import application
from ui.paper import HIGH_MM, lay_out_page
from ui.paper_file import pdf_bytes
from ui.rems_form import Form, form_of
from ui.rems_sheet import draw_form, paint_form
from ui.words import say

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


@pytest.mark.parametrize("read", [by_pypdf, by_pdftotext])
def test_its_words_are_found_with_their_spaces(read: Callable[[bytes], str]) -> None:
    application()
    form = made(chest_pain(40))

    def put(device: QPagedPaintDevice) -> bool:
        lay_out_page(device)
        return paint_form(device, form)

    found = read(pdf_bytes(say("form-title"), put))
    values = [one.value for part in form.parts for one in part.fields]
    titles = (say("form-title"), say("form-not-official"), say("disclaimer"))
    for words in (*titles, *(one for one in values if " " in one)):
        assert words in found or "_" in words


def test_what_is_missing_looks_otherwise_than_what_is_there() -> None:
    bare = form_of(record((0, opened()), *[one for one in usual() if one[0] in {16, 20}]), "")
    assert bare is not None
    assert len(bare.missing) > 5
    lowest, _picture = drawn(bare)
    assert lowest < HIGH_MM - 12
