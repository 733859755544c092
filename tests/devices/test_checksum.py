from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from devices.checksum import dinamap_sum

PUBLISHED = [b" NA!2", b" NC0!E", b" ND!5", b" OA!3", b" RA!6", b" RC!8", b" TC!:"]
printable = st.text(st.characters(min_codepoint=0x20, max_codepoint=0x7E)).map(str.encode)


@pytest.mark.parametrize("line", PUBLISHED)
def test_the_dinamap_sum_is_the_one_in_the_published_commands(line: bytes) -> None:
    assert dinamap_sum(line[:-2]) == line[-2:]


@given(printable)
def test_the_dinamap_check_is_two_printable_characters_that_never_end_a_line(
    message: bytes,
) -> None:
    check = dinamap_sum(message)
    assert len(check) == 2
    assert all(0x20 <= byte < 0x60 for byte in check)


@given(printable.filter(bool), st.data())
def test_one_changed_character_changes_the_dinamap_sum(
    message: bytes, data: st.DataObject
) -> None:
    place = data.draw(st.integers(0, len(message) - 1))
    other = data.draw(st.integers(0x20, 0x7E).filter(lambda byte: byte != message[place]))
    damaged = message[:place] + bytes([other]) + message[place + 1 :]
    assert dinamap_sum(damaged) != dinamap_sum(message)


@given(st.binary())
def test_the_dinamap_sum_of_any_bytes_is_two_characters(message: bytes) -> None:
    assert len(dinamap_sum(message)) == 2
