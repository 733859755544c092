"""Where the files are, and how the record is opened."""

from __future__ import annotations

from pathlib import Path

import pytest

from ui.places import (
    capture_path,
    home,
    kept_how,
    open_record,
    record_path,
    spill_folder,
)


def test_one_variable_moves_everything(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CHAIRSIDE_HOME", str(tmp_path / "moved" / "here"))
    assert home() == tmp_path / "moved" / "here"
    assert home().is_dir()
    assert record_path(None).parent == home()
    assert record_path(Path("other.db")) == Path("other.db")


def test_a_demo_never_meets_a_patient() -> None:
    assert record_path(None, demo=True) != record_path(None)


def test_the_second_place_may_lie_on_another_disk(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("CHAIRSIDE_SPILL", raising=False)
    assert spill_folder() == home() / "spill"
    monkeypatch.setenv("CHAIRSIDE_SPILL", str(tmp_path / "stick"))
    assert spill_folder() == tmp_path / "stick"


def test_the_raw_bytes_lie_beside_the_record(tmp_path: Path) -> None:
    assert capture_path(tmp_path / "record.db", "one") == tmp_path / "one.capture"


def test_it_is_known_how_a_record_is_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    plain, sealed = tmp_path / "plain.db", tmp_path / "sealed.db"
    open_record(plain).close()
    assert not kept_how(plain)
    monkeypatch.setenv("CHAIRSIDE_PASSPHRASE", "correct horse")
    assert kept_how(sealed)
    open_record(sealed).close()
    monkeypatch.delenv("CHAIRSIDE_PASSPHRASE")
    assert kept_how(sealed)
