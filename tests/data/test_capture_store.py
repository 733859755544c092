import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.capture_store import CaptureFile, Piece, pack, read, unpack
from data.errors import StoreDamaged, StoreForeign, StoreMissing, WrongKey
from data.store import SessionStore
from data.vault import connect

KEY = bytes(range(32))

pieces = st.lists(
    st.builds(
        Piece,
        st.integers(0, 10**9).map(lambda ms: ms / 1000),
        st.text(max_size=8),
        st.sampled_from(["rx", "tx"]),
        st.binary(max_size=40),
    ),
    min_size=1,
    max_size=20,
)


@pytest.fixture
def path(tmp_path):
    return tmp_path / "session.capture"


def line(at):
    cuff = f"{120 + at // 300 % 7:03d},{80 + at // 300 % 5:03d}"
    text = f"$NIBP,{cuff},HR,{70 + at % 9:03d},PR,{69 + at % 8:03d},SPO2,{97 + at % 3:03d}*4F\r\n"
    return Piece(float(at), "ivy-450c", "rx", text.encode())


def tuples(many):
    return [(one.at, one.device, one.direction, one.data) for one in many]


@given(pieces)
def test_packed_pieces_come_back_as_they_were(many):
    assert list(unpack(pack(many))) == many


def test_what_went_over_the_wires_is_read_in_order(path):
    many = [line(at) for at in range(200)]
    file = CaptureFile.open(path, KEY)
    for start in range(0, 200, 5):
        file.add(many[start : start + 5])
    assert list(read(path, KEY)) == tuples(many)
    file.close()
    assert list(read(path, KEY)) == tuples(many)


def test_a_capture_that_was_cut_off_has_everything_that_was_added(path):
    many = [line(at) for at in range(100)]
    file = CaptureFile.open(path)
    for one in many:
        file.add([one])
    assert list(read(path)) == tuples(many)
    again = CaptureFile.open(path)
    again.add([line(0)])
    again.close()
    file.close()
    assert sorted(read(path)) == sorted([*tuples(many), *tuples([line(0)])])


def test_an_hour_of_lines_takes_less_than_two_fifths_of_the_wire(path):
    many = [line(at) for at in range(3600) for _again in range(4)]
    file = CaptureFile.open(path, KEY)
    for start in range(0, len(many), 16):
        file.add(many[start : start + 16])
    file.close()
    assert path.stat().st_size <= 0.4 * sum(len(one.data) for one in many)


def test_the_oldest_bytes_go_when_the_cap_is_reached_and_are_counted(path):
    noise = [Piece(float(at), "x", "rx", bytes([at % 251]) * 10 + pad(at)) for at in range(400)]
    file = CaptureFile.open(path, None, cap_bytes=200_000)
    for one in noise:
        file.add([one])
    dropped = file.dropped_bytes
    file.close()
    kept = list(read(path))
    assert dropped == sum(len(one.data) for one in noise) - sum(len(one[3]) for one in kept)
    assert dropped > 0
    assert kept == tuples(noise)[-len(kept) :]
    assert path.stat().st_size <= 300_000


def pad(at):
    """Bytes that cannot be made smaller."""
    value, out = at + 1, bytearray()
    for _step in range(2000):
        value = (value * 6364136223846793005 + 1442695040888963407) % 2**64
        out.append(value >> 56)
    return bytes(out)


def test_a_capture_is_encrypted_like_the_record(path):
    file = CaptureFile.open(path, KEY)
    file.add([Piece(0.0, "ivy", "rx", b"PATIENT LOVELACE")])
    file.close()
    assert b"LOVELACE" not in path.read_bytes()
    with pytest.raises(WrongKey):
        list(read(path))


def test_adding_nothing_writes_nothing(path):
    file = CaptureFile.open(path)
    file.add([])
    file.close()
    assert list(read(path)) == []


def test_a_capture_that_is_not_there_is_missing(path):
    with pytest.raises(StoreMissing):
        list(read(path))


def test_a_record_is_no_capture_and_a_capture_no_record(path, tmp_path):
    record = tmp_path / "record.db"
    SessionStore.open(record).close()
    CaptureFile.open(path).close()
    with pytest.raises(StoreForeign):
        list(read(record))
    with pytest.raises(StoreForeign):
        CaptureFile.open(record)
    with pytest.raises(StoreForeign):
        SessionStore.open(path)


def test_a_row_that_nobody_wrote_is_damage(path):
    file = CaptureFile.open(path)
    file.add([line(0)])
    file.close()
    connection = connect(path, None, read_only=False)
    connection.execute("UPDATE pieces SET packed = x'00'")
    connection.close()
    with pytest.raises(StoreDamaged, match=r"row \d+ of .*session\.capture"):
        list(read(path))
