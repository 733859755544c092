"""A record that was put back to an older state is found, also when the program goes on with it."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from real_program import asked, needs_pty, simulated
from survival_run import PASSPHRASE, Place, Sufferer
from survival_steps import MONITOR

pytestmark = needs_pty


def lived(place: Place, url: str, how: str) -> None:
    with Sufferer(place, url, how) as program:
        program.until_recording(program.began_s)
        program.stop()


def test_an_older_copy_is_found_and_stays_found(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = Place(tmp_path / "run")
    monkeypatch.setenv("CHAIRSIDE_HOME", str(place.home))
    monkeypatch.setenv("CHAIRSIDE_SPILL", str(place.spill))
    monkeypatch.setenv("CHAIRSIDE_PASSPHRASE", PASSPHRASE)
    with simulated(*MONITOR) as (_, url):
        lived(place, url, "open")
        shutil.copytree(place.disk, tmp_path / "older")
        lived(place, url, "resume")
        assert asked("verify", "--db", place.db).code == 0
        shutil.rmtree(place.disk)
        shutil.copytree(tmp_path / "older", place.disk)
        found = asked("verify", "--db", place.db)
        assert found.code == 1
        assert "was an older copy put back?" in found.out
        assert "its end was cut off" in found.out
        lived(place, url, "resume")
    later = asked("verify", "--db", place.db)
    assert later.code == 1, "the program went on with it, and it was forgotten"
