"""When and where the record is backed up: kept as it was said, and the usual for anything else."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.backup_file import FILE_NAME, BackupSettings, load_settings, save_settings

settings = st.builds(
    BackupSettings,
    st.sampled_from(["", "/media/backup", "/with space/ä"]),
    st.floats(1.0, 168.0),
    st.integers(1, 3650),
    st.integers(0, 520),
)


@given(settings)
def test_what_was_chosen_is_kept(
    tmp_path_factory: pytest.TempPathFactory, chosen: BackupSettings
) -> None:
    path = tmp_path_factory.mktemp("settings") / FILE_NAME
    save_settings(path, chosen)
    assert load_settings(path) == chosen


@given(st.text(max_size=200) | st.dictionaries(st.text(max_size=9), st.integers()).map(str))
def test_any_text_gives_settings(tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
    path = tmp_path_factory.mktemp("settings") / FILE_NAME
    path.write_text(text, encoding="utf-8", errors="replace")
    assert load_settings(path) == BackupSettings()


@pytest.mark.parametrize(
    "text",
    [
        '{"folder": 3, "every_h": 0, "keep_days": 0, "keep_weeks": -1}',
        '{"folder": "a\\nb", "every_h": true, "keep_days": 99999, "keep_weeks": "many"}',
        '{"every_h": NaN}',
        "[1]",
    ],
)
def test_what_cannot_be_counts_as_not_set(tmp_path: Path, text: str) -> None:
    (tmp_path / FILE_NAME).write_text(text)
    assert load_settings(tmp_path / FILE_NAME) == BackupSettings()
    assert load_settings(tmp_path / "nowhere.json") == BackupSettings()


def test_without_a_choice_backups_lie_beside_the_record(tmp_path: Path) -> None:
    assert BackupSettings().place(tmp_path) == tmp_path / "backups"
    assert BackupSettings("/media/usb").place(tmp_path) == Path("/media/usb")
