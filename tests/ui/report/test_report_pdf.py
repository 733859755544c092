"""The report as a PDF: one page, fonts inside, every number there to be found and copied."""

from __future__ import annotations

import io
import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from helpers import ROOT
from paper_words import by_pdftotext
from past_treatments import iv_treatment, keep
from past_treatments import opened as opened_then
from pypdf import PdfReader
from pypdf.generic import DictionaryObject

from data.export.material import Material
from tests.ui.report.report_examples import calm, noted, stormy
from ui.app import application
from ui.report.facts import report_of
from ui.report.pdf import report_pdf
from ui.report.sheet import Sheet
from ui.words import say

EXAMPLES = {"calm": calm, "stormy": stormy, "noted": noted}
PT_A_MM = 72.0 / 25.4
SIZES_MM = {Sheet.A4: (210.0, 297.0), Sheet.LETTER: (215.9, 279.4)}


def read(material: Material, sheet: Sheet = Sheet.A4, *, detail: bool = False) -> PdfReader:
    return PdfReader(io.BytesIO(b"".join(report_pdf(material, sheet, detail=detail))))


def text_of(reader: PdfReader) -> str:
    return "\n".join(page.extract_text() for page in reader.pages)


@pytest.mark.parametrize("sheet", Sheet)
@pytest.mark.parametrize("name", EXAMPLES)
def test_it_is_one_page_of_its_paper(name: str, sheet: Sheet) -> None:
    reader = read(EXAMPLES[name](), sheet)
    assert len(reader.pages) == 1
    box = reader.pages[0].mediabox
    wide, high = SIZES_MM[sheet]
    assert abs(float(box.width) - wide * PT_A_MM) < 1.0
    assert abs(float(box.height) - high * PT_A_MM) < 1.0


@pytest.mark.parametrize("name", EXAMPLES)
def test_every_number_of_the_summary_is_found(name: str) -> None:
    material = EXAMPLES[name]()
    report = report_of(material)
    content = b"".join(report_pdf(material))
    found, copied = by_pdftotext(content), text_of(PdfReader(io.BytesIO(content)))
    assert len(report.numbers) > 30
    for number in report.numbers:
        assert number in found, number
        assert number in copied, number


def test_words_are_found_as_they_are_written() -> None:
    found = by_pdftotext(b"".join(report_pdf(calm())))
    for words in (
        "J. M. · #20417",
        "Clinic for mood disorders",
        "by the pump’s volume",
        say("disclaimer"),
        "1 of 1",
        calm().head,
        calm().sealed,
    ):
        assert words in found


def test_the_fonts_are_in_the_file() -> None:
    (page,) = read(calm()).pages
    fonts = list(_fonts(page["/Resources"].get_object()))
    assert fonts
    for font in fonts:
        assert "Inter" in str(font["/FontName"])
        assert {"/FontFile", "/FontFile2", "/FontFile3"} & set(font)


def _fonts(resources: DictionaryObject) -> Iterator[DictionaryObject]:
    for font in resources["/Font"].get_object().values():
        for child in font.get_object()["/DescendantFonts"].get_object():
            yield child.get_object()["/FontDescriptor"].get_object()


@pytest.mark.parametrize("name", EXAMPLES)
def test_the_details_follow_with_their_numbers_and_whose_they_are(name: str) -> None:
    material = EXAMPLES[name]()
    report, reader = report_of(material), read(material, Sheet.LETTER, detail=True)
    pages = [page.extract_text() for page in reader.pages]
    assert len(pages) > 2
    for number, page in enumerate(pages, start=1):
        assert say("chart-page", number, len(pages)) in page
        assert report.who in page
        assert say("disclaimer") in page
    whole = "\n".join(pages[1:])
    for row in report.cuffs:
        assert f"{row.pressure}" in whole
    for event in report.happened:
        assert event.line.text.split()[0] in whole
    for alarm in report.alarms:
        assert alarm.line.text in whole
    for criterion in report.criteria:
        assert criterion.name in whole


def test_a_record_that_is_not_whole_says_so_across_the_head() -> None:
    missing = "Between 14:02 and 14:10 nothing can be read any more."
    damaged = replace(calm(), missing=missing, deidentified=True)
    for page in read(damaged, detail=True).pages:
        text = page.extract_text()
        assert missing in text
        assert say("chart-damaged") in text
        assert say("chart-deidentified") in text


def test_of_a_record_of_which_nothing_is_left_there_is_a_page_too() -> None:
    bare = Material("s-1", (), ())
    assert len(read(bare).pages) == 1
    assert say("chart-nobody") in text_of(read(bare))
    assert len(read(bare, detail=True).pages) == 1


def test_it_is_made_without_a_window_and_without_a_display(tmp_path: Path) -> None:
    record, out = tmp_path / "record.db", tmp_path / "session.pdf"
    keep(record, opened_then("s-1"), iv_treatment())
    ways = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    plain = {name: value for name, value in os.environ.items() if name not in ways}
    arguments = ["export", "s-1", "--format", "pdf", "--paper", "letter", "--detail"]
    done = subprocess.run(
        [sys.executable, "-m", "ui", *arguments, "--out", out, "--db", record],
        cwd=ROOT,
        env=plain | {"CHAIRSIDE_HOME": str(tmp_path / "home")},
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    assert done.returncode == 0, done.stderr
    reader = PdfReader(out)
    assert len(reader.pages) > 1
    assert abs(float(reader.pages[0].mediabox.height) - 792.0) < 1.0


def test_a_batch_makes_them_beside_the_window() -> None:
    application()
    found: list[int] = []
    worker = threading.Thread(target=lambda: found.append(len(read(stormy(), detail=True).pages)))
    worker.start()
    worker.join(60.0)
    assert found == [4]
