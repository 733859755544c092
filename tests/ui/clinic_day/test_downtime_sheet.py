"""The sheet for when the computer fails: what it asks, and that it is one page."""

from __future__ import annotations

import io
from collections.abc import Callable

import pytest
from paper_words import by_pdftotext, by_pypdf
from pypdf import PdfReader
from PySide6.QtGui import QImage, QPagedPaintDevice, QPainter
from PySide6.QtWidgets import QApplication

from data.courses import PatientCourse
from data.day_book import TodayEntry
from monitor.treatment.screening import QUESTIONS
from tests.ui.day_examples import LIST, example_course
from ui.app import application
from ui.clinic_day.downtime_sheet import FOOT_MM, draw, paint_sheets
from ui.clinic_day.downtime_text import DowntimeSheet, downtime_sheet
from ui.paper import HIGH_MM, WIDE_MM, lay_out_page
from ui.paper_file import pdf_bytes
from ui.words import SENTENCES, say

LONG = TodayEntry("9" * 64, "W" * 16, "09:00", 8, "adult-iv", "note " * 80)


@pytest.fixture
def app() -> QApplication:
    return application()


def sheet(
    entry: TodayEntry | None = LIST[0],
    course: PatientCourse | None = None,
    *,
    clinic: str = "",
    practice: bool = False,
) -> DowntimeSheet:
    return downtime_sheet(
        entry, course, clinic=clinic, date="2026-09-21", made="now", practice=practice
    )


def drawn(shown: DowntimeSheet) -> tuple[QImage, float]:
    image = QImage(720, round(720 * HIGH_MM / WIDE_MM), QImage.Format.Format_RGB32)
    image.fill(0xFFFFFFFF)
    painter = QPainter(image)
    lowest = draw(painter, image.width(), shown)
    painter.end()
    return image, lowest


def test_what_is_known_is_printed_and_nothing_is_guessed() -> None:
    known = dict(sheet(LIST[0], example_course()).facts)
    assert known[say("downtime-patient")] == "#20417"
    assert known[say("downtime-born")] == "1974"
    assert known[say("downtime-session")] == say("downtime-of", 3, 6)
    assert "82" in known[say("downtime-weight")]
    assert "181" in known[say("downtime-weight")]
    assert known[say("downtime-risks")] == say("risk-hypertension")
    stranger = dict(sheet(LIST[2], PatientCourse("20610")).facts)
    assert stranger[say("downtime-weight")] == stranger[say("downtime-session")] == ""
    assert set(dict(sheet(None).facts).values()) == {""}


def test_the_last_dose_and_its_peak_stand_beside_the_route() -> None:
    route = dict(sheet(LIST[0], example_course()).plan)[say("downtime-route")]
    assert say("profile-adult-iv") in route
    assert say("downtime-last-dose", "41", "168/102") in route


def test_every_question_of_the_screening_is_on_the_paper() -> None:
    shown = sheet()
    own = {"fasting", "escort", "consent"}
    every = [one for one in QUESTIONS.values() if not one.once and one.id not in own]
    assert len({*shown.stops, *shown.asks}) == len(every)
    assert say("reason-aneurysm-avm-bleed") in shown.stops
    assert say("reason-psychosis-history") in shown.asks
    assert all(word in say("downtime-screen-text") for word in ("Escort", "Fasting", "Consent"))


def test_the_table_is_every_five_minutes_to_forty_and_then_every_fifteen() -> None:
    minutes = [int(when.split()[0]) for when in sheet().times if when[0].isdigit()]
    assert minutes == [0, 5, 10, 15, 20, 25, 30, 35, 40, 55, 70, 85, 100, 115, 130]


@pytest.mark.parametrize("entry", [None, LIST[1], LONG])
def test_it_is_one_page_whatever_is_known(app: QApplication, entry: TodayEntry | None) -> None:
    image, lowest = drawn(sheet(entry, example_course(), clinic="Clinic " * 30))
    assert lowest < HIGH_MM - FOOT_MM
    edge = [image.pixelColor(image.width() - 1, y).lightness() for y in range(image.height())]
    assert sum(dark < 60 for dark in edge) <= 12, "only rules reach the edge"


def test_it_is_said_on_every_page_that_this_is_no_medical_device(app: QApplication) -> None:
    said = SENTENCES["disclaimer"]
    try:
        before = drawn(sheet())[0]
        SENTENCES["disclaimer"] = ""
        assert drawn(sheet())[0] != before
    finally:
        SENTENCES["disclaimer"] = said


def test_practice_is_marked_all_over_the_page(app: QApplication) -> None:
    plain, marked = drawn(sheet())[0], drawn(sheet(practice=True))[0]
    points = ((x, y) for x in range(0, plain.width(), 6) for y in range(80, plain.height(), 6))
    assert sum(plain.pixel(x, y) != marked.pixel(x, y) for x, y in points) > 200


def in_a_file(shown: list[DowntimeSheet]) -> bytes:
    def put(device: QPagedPaintDevice) -> bool:
        lay_out_page(device)
        return paint_sheets(device, shown)

    return pdf_bytes(say("downtime-title"), put)


def test_the_pdf_has_a_page_for_each(app: QApplication) -> None:
    content = in_a_file([sheet(entry) for entry in LIST])
    assert len(PdfReader(io.BytesIO(content)).pages) == len(LIST) == 3


@pytest.mark.parametrize("read", [by_pypdf, by_pdftotext])
def test_its_words_are_found_with_their_spaces(
    app: QApplication, read: Callable[[bytes], str]
) -> None:
    shown = sheet(LIST[0], example_course(), clinic="Clinic for mood disorders")
    found = read(in_a_file([shown]))
    known = dict(shown.facts)
    titles = (say("downtime-title"), say("disclaimer"), say("reason-aneurysm-avm-bleed"))
    for words in (*titles, known[say("downtime-weight")], known[say("downtime-session")]):
        assert " " in words
        assert words in found
