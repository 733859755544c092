"""The recovery code: typed kindly, checked, and the only thing that opens its sidecar."""

from __future__ import annotations

import json
import stat
import sys
from pathlib import Path

import pytest
from helpers import share_of_examples
from hypothesis import given
from hypothesis import strategies as st

from data.errors import StoreDamaged, StoreMissing, WrongCode
from data.recovery import (
    ALPHABET,
    forget_recovery,
    has_recovery,
    key_from_recovery,
    make_recovery,
    new_code,
    sidecar_of,
    tidy_code,
)

KEY = bytes(range(48))
PLACES = range(30)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "record.db"


def test_the_code_brings_back_the_key_however_it_is_typed(path: Path) -> None:
    code = make_recovery(path, KEY)
    assert key_from_recovery(path, code) == KEY
    typed = code.lower().replace("-", " ").replace("0", "o").replace("1", "l")
    assert key_from_recovery(path, f"  {typed}\n") == KEY


def test_a_code_is_long_enough_and_of_plain_signs() -> None:
    codes = {new_code() for _ in range(50)}
    assert len(codes) == 50
    for code in codes:
        groups = code.split("-")
        assert [len(group) for group in groups] == [5] * 6
        assert set("".join(groups)) <= set(ALPHABET)


@share_of_examples(4.0)
@given(place=st.sampled_from(PLACES), sign=st.sampled_from(ALPHABET))
def test_one_wrong_character_is_a_slip_and_not_another_code(place: int, sign: str) -> None:
    signs = tidy_code(new_code())
    wrong = signs[:place] + sign + signs[place + 1 :]
    if wrong == signs:
        assert tidy_code(wrong) == signs
    else:
        with pytest.raises(WrongCode, match="slip"):
            tidy_code(wrong)


@share_of_examples(4.0)
@given(place=st.sampled_from(PLACES[:-1]))
def test_two_characters_in_the_wrong_order_are_a_slip(place: int) -> None:
    signs = tidy_code(new_code())
    one, other = signs[place : place + 2]
    swapped = signs[:place] + other + one + signs[place + 2 :]
    if one == other:
        assert tidy_code(swapped) == signs
    else:
        with pytest.raises(WrongCode, match="slip"):
            tidy_code(swapped)


@given(st.text(max_size=60))
def test_any_text_is_a_code_or_said_not_to_be_one(text: str) -> None:
    try:
        said = tidy_code(text)
    except WrongCode as error:
        said = str(error)
    assert set(said) <= set(ALPHABET) or len(said.splitlines()) == 1


def test_what_is_too_short_or_has_a_strange_sign_is_said() -> None:
    with pytest.raises(WrongCode, match="30 characters, this one has 5"):
        tidy_code("7KQ2M")
    with pytest.raises(WrongCode, match="no 'U' in it"):
        tidy_code("U" * 30)


def test_a_new_code_ends_the_last_one(path: Path) -> None:
    first = make_recovery(path, KEY)
    second = make_recovery(path, KEY)
    with pytest.raises(WrongCode, match="newer one may have been printed"):
        key_from_recovery(path, first)
    assert key_from_recovery(path, second) == KEY


def test_the_sidecar_holds_neither_key_nor_code(path: Path) -> None:
    code = make_recovery(path, KEY)
    content = sidecar_of(path).read_bytes()
    assert KEY not in content
    assert KEY.hex().encode() not in content
    assert code.encode() not in content
    assert tidy_code(code).encode() not in content


@pytest.mark.skipif(sys.platform == "win32", reason="needs modes of files")
def test_only_the_owner_can_read_the_sidecar(path: Path) -> None:
    make_recovery(path, KEY)
    assert stat.S_IMODE(sidecar_of(path).stat().st_mode) == 0o600


def test_without_its_sidecar_a_code_opens_nothing(path: Path) -> None:
    code = make_recovery(path, KEY)
    assert has_recovery(path)
    assert forget_recovery(path)
    assert not forget_recovery(path)
    assert not has_recovery(path)
    with pytest.raises(StoreMissing, match=r"record\.db\.recovery"):
        key_from_recovery(path, code)


@pytest.mark.parametrize(
    "change",
    [
        {"argon2id": [3, 1 << 30, 4]},
        {"argon2id": [10**9, 65536, 4]},
        {"argon2id": []},
        {"salt": "zz"},
        {"sealed": "00"},
        {"format": "chairside-recovery-9"},
        {"salt": None},
    ],
)
def test_a_sidecar_that_somebody_changed_is_damage_and_costs_nothing(
    path: Path, change: dict[str, object]
) -> None:
    code = make_recovery(path, KEY)
    content = json.loads(sidecar_of(path).read_text())
    sidecar_of(path).write_text(json.dumps(content | change))
    with pytest.raises(StoreDamaged, match=r"record\.db\.recovery"):
        key_from_recovery(path, code)


@given(st.binary(max_size=200))
def test_any_bytes_are_a_damaged_sidecar(
    tmp_path_factory: pytest.TempPathFactory, junk: bytes
) -> None:
    path = tmp_path_factory.mktemp("junk") / "record.db"
    sidecar_of(path).write_bytes(junk)
    with pytest.raises(StoreDamaged):
        key_from_recovery(path, new_code())


def test_a_flipped_bit_of_the_sealed_key_is_another_code(path: Path) -> None:
    code = make_recovery(path, KEY)
    content = json.loads(sidecar_of(path).read_text())
    sealed = bytearray.fromhex(content["sealed"])
    sealed[20] ^= 1
    sidecar_of(path).write_text(json.dumps(content | {"sealed": sealed.hex()}))
    with pytest.raises(WrongCode):
        key_from_recovery(path, code)
