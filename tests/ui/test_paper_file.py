"""Pages as a PDF: words that can be found, and a file that is whole or not there."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from helpers import ROOT
from paper_words import by_pdftotext
from pypdf import PdfReader
from PySide6.QtGui import QPagedPaintDevice, QPainter
from PySide6.QtWidgets import QApplication

from ui.app import application
from ui.paper import Paper, lay_out_page, put_page
from ui.paper_file import UnwritablePage, pdf_bytes, save_pdf, with_spaces
from ui.requests import Refusal

WORDS = "Two words and a pair of 140/90 mmHg"


@pytest.fixture
def app() -> QApplication:
    return application()


def written(painter: QPainter) -> bool:
    painter.scale(painter.viewport().width() / 180.0, painter.viewport().width() / 180.0)
    Paper(painter).write(0, 20.0, WORDS, 4.0)
    return True


def page(device: QPagedPaintDevice) -> bool:
    lay_out_page(device)
    return put_page(device, written)


def test_words_are_found_with_the_spaces_between_them(app: QApplication) -> None:
    content = pdf_bytes("A title", page)
    reader = PdfReader(io.BytesIO(content))
    assert reader.metadata is not None
    assert reader.metadata.title == "A title"
    (only,) = reader.pages
    assert only.extract_text().strip() == WORDS
    assert WORDS in by_pdftotext(content)


def test_all_else_in_the_file_stays_where_it_is() -> None:
    before = b"<0009> [<0009> <0041>] x [<00090041> <0009>] [<0041>]"
    after = b"<0009> [<0020> <0041>] x [<00090041> <0020>] [<0041>]"
    assert with_spaces(before) == after
    assert with_spaces(after) == after


def test_it_is_saved_beside_what_exists_in_a_folder_that_is_made(
    app: QApplication, tmp_path: Path
) -> None:
    folder = tmp_path / "a" / "b"
    paths = [save_pdf(folder, "page", "A title", page) for _ in range(2)]
    assert [path.name for path in paths] == ["page.pdf", "page-2.pdf"]
    assert sorted(os.listdir(folder)) == ["page-2.pdf", "page.pdf"]
    assert all(len(PdfReader(path).pages) == 1 for path in paths)


def test_where_it_cannot_be_written_it_says_where_it_should_have_been(
    app: QApplication, tmp_path: Path
) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(UnwritablePage) as caught:
        save_pdf(tmp_path / "file" / "folder", "page", "A title", page)
    assert caught.value.path == tmp_path / "file" / "folder" / "page.pdf"


def refused(_device: QPagedPaintDevice) -> bool:
    raise Refusal("not by her")


def broken(device: QPagedPaintDevice) -> bool:
    def half(_painter: QPainter) -> bool:
        raise Refusal("in the middle of the page")

    return put_page(device, half)


@pytest.mark.parametrize("paint", [refused, broken])
def test_what_is_refused_leaves_nothing_behind(
    paint: Callable[[QPagedPaintDevice], bool], app: QApplication, tmp_path: Path
) -> None:
    with pytest.raises(Refusal):
        save_pdf(tmp_path / "folder", "page", "A title", paint)
    assert os.listdir(tmp_path) == []


def test_what_could_not_be_painted_leaves_nothing_behind(
    app: QApplication, tmp_path: Path
) -> None:
    with pytest.raises(UnwritablePage):
        save_pdf(tmp_path, "page", "A title", lambda device: put_page(device, lambda _: False))
    assert os.listdir(tmp_path) == []


FULL = """
import resource, signal, sys
from pathlib import Path
from tests.ui.test_paper_file import page
from ui.app import application
from ui.paper_file import UnwritablePage, save_pdf
application()
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (1_000, 1_000))
try:
    save_pdf(Path(sys.argv[1]), "page", "A title", page)
except UnwritablePage as error:
    print(error.path.name)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="no limit to the size of a file there")
def test_a_full_disk_leaves_no_half_page(tmp_path: Path) -> None:
    folder = tmp_path / "documents"
    done = subprocess.run(
        [sys.executable, "-c", FULL, str(folder)],
        cwd=ROOT,
        env=os.environ | {"PYTHONPATH": f"{ROOT}:{ROOT / 'tests'}:{ROOT / 'tests/ui'}"},
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    assert done.stdout.split() == ["page.pdf"], done.stderr
    assert os.listdir(folder) == []
