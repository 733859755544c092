from pathlib import Path

import pictures
import pytest

import ui.sound_words
from monitor.conditions import NOT_HEARD
from monitor.outcomes import Priority
from ui.chair.alarm_text import alarm_words
from ui.chair.sound_panel import HELP, KINDS
from ui.page_words import PAGE_SENTENCES
from ui.search_words import SEARCH_SENTENCES
from ui.sound_words import SOUND_SENTENCES
from ui.view_state import ViewState
from ui.words import SENTENCES

FILES = [*Path(ui.sound_words.__file__).parent.rglob("*.py")]


def test_the_sentences_of_the_sound_are_among_all_and_hide_none() -> None:
    assert SOUND_SENTENCES.items() <= SENTENCES.items()
    assert not set(SOUND_SENTENCES) & {*PAGE_SENTENCES, *SEARCH_SENTENCES}


def test_every_sentence_of_the_sound_is_said_somewhere() -> None:
    text = "\n".join(file.read_text(encoding="utf-8") for file in FILES)
    by_their_names = {
        f"why-{NOT_HEARD}",
        "menu-sound",
        "sound-due-none",
        *(f"sound-help-{name}" for name in HELP),
        *(f"sound-step-{priority.word}" for priority in Priority),
        *(f"sound-{what}-{kind}" for what in ("card", "due", "begin", "heard") for kind in KINDS),
        *(f"sound-begin-{kind}-detail" for kind in KINDS),
    }
    unsaid = {name for name in SOUND_SENTENCES if text.count(f'"{name}"') < 2}
    assert unsaid <= by_their_names <= set(SOUND_SENTENCES)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("the sound is muted; turn it on", "The sound is muted; turn it on."),
        (
            NOT_HEARD,
            "Nobody heard the sound check. Watch the screen and the bedside monitor; "
            "check the loudspeaker.",
        ),
        ("", "Watch the screen and the bedside monitor; check the loudspeaker."),
    ],
)
def test_an_alarm_that_could_not_sound_says_why_and_what_to_do(text: str, shown: str) -> None:
    state = ViewState()
    picture = pictures.calm()
    for message in (pictures.beginning(picture), pictures.said(picture)):
        state.absorb(message, 0.0, 1_790_000_000.0)
    alarm = pictures.alarm("sound-failed", None, Priority.MEDIUM, technical=True, text=text)
    assert alarm_words(alarm, state.chairs[picture.chair]).reasons == shown
