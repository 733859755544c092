"""Whether the tour is shown again is kept in a small file."""

from __future__ import annotations

from pathlib import Path

import pytest

from data.tour_file import FILE_NAME, never_again, show_again, tour_wanted


def test_the_tour_is_wanted_until_somebody_says_never_again(tmp_path: Path) -> None:
    path = tmp_path / "home" / FILE_NAME
    assert tour_wanted(path)
    never_again(path)
    assert not tour_wanted(path)
    show_again(path)
    assert tour_wanted(path)
    show_again(path)  # nothing to take away


@pytest.mark.parametrize("content", ["", "never", "[]", '{"tour": 1}', '{"tour": "never"', "\0"])
def test_a_damaged_file_means_that_nobody_said_so(tmp_path: Path, content: str) -> None:
    path = tmp_path / FILE_NAME
    path.write_text(content)
    assert tour_wanted(path)


def test_where_nothing_can_be_written_it_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "home").write_text("a file in the place of a folder")
    with pytest.raises(OSError, match="home"):
        never_again(tmp_path / "home" / FILE_NAME)
