import enum
import threading

import pytest
from helpers import wait_until

from data.capture_file import CaptureWriter, read
from data.errors import StoreError


class Way(enum.Enum):
    RX = "rx"
    TX = "tx"


@pytest.fixture
def path(tmp_path):
    return tmp_path / "session.capture"


def test_what_two_links_put_is_kept_with_its_device_time_and_direction(path):
    writer = CaptureWriter(path, origin=100.0)
    ivy, omron = writer.sink("ivy-450c"), writer.sink("omron")
    ivy.put(100.5, Way.RX, b"hello")
    omron.put(100.75, "tx", b"poll")
    ivy.put(101.0, Way.TX, bytearray(b"ack"))
    writer.close()
    assert list(read(path)) == [
        (0.5, "ivy-450c", "rx", b"hello"),
        (0.75, "omron", "tx", b"poll"),
        (1.0, "ivy-450c", "tx", b"ack"),
    ]


def test_what_was_put_is_on_the_disk_within_a_second_without_being_asked(path):
    writer = CaptureWriter(path)
    writer.sink("ivy").put(0.0, "rx", b"hello")
    try:
        wait_until(lambda: kept(path))
    finally:
        writer.close()


def kept(path):
    try:
        return list(read(path))
    except StoreError:
        return []


def test_a_flush_waits_until_everything_is_written(path):
    writer = CaptureWriter(path)
    sink = writer.sink("ivy")
    for at in range(500):
        sink.put(float(at), "rx", b"x" * 100)
    assert writer.flush(10.0)
    assert len(list(read(path))) == 500
    writer.close()


def test_many_threads_may_put_at_once(path):
    writer = CaptureWriter(path)

    def link(name):
        sink = writer.sink(name)
        for at in range(100):
            sink.put(float(at), "rx", b"%d" % at)

    threads = [threading.Thread(target=link, args=(name,)) for name in ("a", "b", "c")]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    writer.close()
    found = list(read(path))
    for name in ("a", "b", "c"):
        assert [data for _at, who, _way, data in found if who == name] == [
            b"%d" % at for at in range(100)
        ]


def test_a_place_that_cannot_be_written_is_told_once_and_loses_nothing(tmp_path):
    path = tmp_path / "stick" / "session.capture"
    said = []
    writer = CaptureWriter(path, trouble=said.append)
    sink = writer.sink("ivy")
    sink.put(0.0, "rx", b"one")
    wait_until(lambda: said)
    sink.put(1.0, "rx", b"two")
    path.parent.mkdir()
    assert writer.flush(10.0)
    writer.close()
    assert [data for *_rest, data in read(path)] == [b"one", b"two"]
    assert "does not exist" in said[0]
    assert said[1:] == [None]


def test_a_writer_that_was_given_nothing_leaves_no_file(path):
    CaptureWriter(path).close()
    assert not path.exists()
