"""Nothing is clipped or shortened on the panels of a running treatment, at any window size."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import during_examples as examples
import pictures
import pytest
from during_examples import prompt
from PySide6.QtWidgets import QApplication
from recording_backend import RecordingBackend
from shared_window import emptied, shared_window
from test_fit import assert_all_fits, assert_words_lie_apart

from data.clinic_file import Clinic
from monitor.commands import NoteKind
from monitor.picture import ChairPicture
from monitor.treatment.commands import Scale
from monitor.treatment.scales import MOAAS
from monitor.treatment.view import PromptKind, ResumeView
from ui.chair.note_panel import Page
from ui.chair.pump_panel import Part
from ui.panels import Panel
from ui.window import MainWindow

SIZES = [(1024, 640), (1280, 720), (1920, 1080)]
SIZED = pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
STRIPS: dict[str, Callable[[], ChairPicture]] = {
    "distress": examples.distressed,
    "everything": examples.everything,
    "over": examples.over,
    "paused": examples.paused,
    "by-dose": lambda: examples.by_dose(prompt(PromptKind.CALL_PROVIDER, -1.0, "bp/high")),
    "quiet": lambda: examples.picture(prompt(PromptKind.SEDATION, 700.0)),
    **{
        kind.value: lambda kind=kind: examples.picture(
            prompt(kind, -400.0, "a"), off_monitor_since_s=examples.NOW_S - 100.0
        )
        for kind in PromptKind
    },
}
PAGES: dict[str, Callable[[MainWindow], object]] = {
    "note-list": lambda w: w.shell.panels.note._turn(Page.LIST),
    "note-again": lambda w: w.shell.panels.note.taps[NoteKind.DISSOCIATION].click(),
    "note-words": lambda w: w.shell.panels.note._turn(Page.WORDS),
    **{
        f"score-{scale}": lambda w, scale=scale: w.shell.panels.scores.turn(scale)
        for scale in (MOAAS, *(one.value for one in Scale))
    },
    "total-phq": lambda w: w.shell.panels.scores.turn(Scale.PHQ9.value, only_total=True),
    "dose": lambda w: w.shell.panels.drug.presets["Glycopyrrolate 0.2 mg IV"].click(),
    "waste": lambda w: w.shell.panels.pump.turn(Part.WASTE),
    "volume": lambda w: w.shell.panels.pump.turn(Part.VOLUME),
    "standing": lambda w: w.shell.panels.cuff.stand(3),
    "skip": lambda w: w.shell.panels.waiting.rows[0].skip.click(),
}
AT = {"note": Panel.NOTE, "score": Panel.SCORES, "total": Panel.SCORES, "dose": Panel.DRUG}
AT |= {"waste": Panel.PUMP, "volume": Panel.PUMP, "standing": Panel.CUFF, "skip": Panel.WAITING}


@pytest.fixture(scope="module")
def built(qapp: QApplication) -> Iterator[MainWindow]:
    backend = RecordingBackend(demo=True)
    backend.known_clinic = Clinic(
        drugs=("Ondansetron 4 mg IV", "Labetalol 10 mg IV", "Glycopyrrolate 0.2 mg IV")
    )
    with shared_window(backend, examples.WALL_S) as made:
        yield made


@pytest.fixture
def window(built: MainWindow) -> MainWindow:
    return emptied(built)


def fill(window: MainWindow, shown: ChairPicture, size: tuple[int, int]) -> None:
    backend = window._backend
    assert isinstance(backend, RecordingBackend)
    backend.inbox.put(pictures.beginning(shown))
    backend.publish(shown)
    window.resize(*size)
    window.show()
    window.turn()


@pytest.mark.parametrize("name", STRIPS)
@SIZED
def test_every_word_of_the_line_and_of_the_list_fits(
    window: MainWindow, name: str, size: tuple[int, int]
) -> None:
    strip = window.shell.live.instruction
    fill(window, STRIPS[name](), size)
    for label in strip.labels:
        assert not label.shortened, label.text
    assert_words_lie_apart(strip)
    window.during.open(Panel.WAITING)
    for row in window.shell.panels.waiting.rows:
        if row.isVisible():
            assert not any(label.shortened for label in row.labels), row.labels
            assert_words_lie_apart(row)


@pytest.mark.parametrize("name", PAGES)
@SIZED
def test_every_word_of_every_page_fits(
    window: MainWindow, name: str, size: tuple[int, int]
) -> None:
    shown = examples.picture(prompt(PromptKind.SEDATION, -20.0))
    if name == "volume":
        shown = examples.over()
    panel = window.shell.panels.by_name[AT[name.partition("-")[0]]]
    fill(window, shown, size)
    window.during.open(AT[name.partition("-")[0]])
    PAGES[name](window)
    ribbon = window.shell.live.ribbon
    ribbon.hide()  # its words are tried elsewhere
    assert panel.isVisible()
    assert_all_fits(window)
    assert_words_lie_apart(panel)
    ribbon.show()


@pytest.mark.parametrize(
    "rule", [ResumeView(), examples.RULE, ResumeView(needed=True, good=2, terminate=True)]
)
@SIZED
def test_every_word_about_going_on_fits(
    window: MainWindow, rule: ResumeView, size: tuple[int, int]
) -> None:
    fill(window, examples.paused(rule), size)
    window.during.open(Panel.PUMP)
    run = window.shell.panels.pump.run
    assert not any(label.shortened for label in run.labels)
    assert_words_lie_apart(run)
    boxes = [tile.geometry() for tile in (*run.acts.values(), run.yes, run.no) if tile.isVisible()]
    for place, box in enumerate(boxes):
        assert run.rect().contains(box)
        assert box.height() >= 44
        assert not any(box.intersects(other) for other in boxes[place + 1 :])
