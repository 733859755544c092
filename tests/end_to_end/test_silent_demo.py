"""No demo is heard while another process records a session here, whichever of them came first."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from helpers import wait_until
from real_program import Running, needs_pty, simulated

from monitor.outcomes import Priority
from monitor.sounding import Sounding
from ui.demo_sound import DemoSound
from ui.places import home, record_path
from ui.words import say

pytestmark = needs_pty

SOON_S = 20.0
ALARM = (Sounding(1, Priority.HIGH),)


@contextmanager
def recording(folder: Path) -> Iterator[Running]:
    """`chairside record` in a process of its own, in the middle of a session."""
    with simulated("--pty") as (_, url):
        words = ("record", "--port", url, "--driver", "ivy-450c", "--patient", "4711")
        with Running(*words, "--db", folder / "record.db") as program:
            wait_until(lambda: list((home() / "live").glob("*")), SOON_S, "the mark of a session")
            yield program


@contextmanager
def demo() -> Iterator[DemoSound]:
    made = DemoSound(on=True)
    with closing(made):
        made.start()
        made.turn(ALARM)
        yield made


def silent(sound: DemoSound) -> bool:
    """What the screen says of it, as soon as the demo looked again."""
    sound.turn(ALARM)
    return sound.note() == say("demo-silent")


def test_a_demo_that_opens_beside_a_session_is_silent_from_the_first_moment(
    tmp_path: Path,
) -> None:
    with recording(tmp_path) as program, demo() as sound:
        assert sound.note() == say("demo-silent")
        program.stop()
        wait_until(lambda: not silent(sound), SOON_S, "the sound")


def test_a_session_that_begins_beside_a_demo_silences_it(tmp_path: Path) -> None:
    with demo() as sound:
        assert sound.note() == ""
        with recording(tmp_path):
            wait_until(lambda: silent(sound), SOON_S, "the silence")


def test_a_session_whose_process_died_silences_nobody(tmp_path: Path) -> None:
    with recording(tmp_path) as program, demo() as sound:
        assert silent(sound)
        program.kill()
        wait_until(lambda: not silent(sound), SOON_S, "the sound")


def test_what_a_demo_keeps_has_a_database_of_its_own() -> None:
    assert record_path(None, demo=True) != record_path(None)
    assert record_path(None, demo=True).parent == home()
