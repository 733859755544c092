"""What a bad line makes of one message after another."""

from hypothesis import given
from hypothesis import strategies as st

from devices.session import LineSettings
from devices.simulated.scenario.faults import Fault, FaultKind
from devices.simulated.wire.garbling import Garbling

LINE = LineSettings(9600)
NOISE = Fault(FaultKind.NOISE, 0.0, 10.0, share=0.1)
HALF = Fault(FaultKind.HALF_FRAMES, 0.0, 10.0, share=0.5)
BAUD = Fault(FaultKind.WRONG_BAUD, 0.0, 10.0)
STUCK = Fault(FaultKind.STUCK, 0.0, 10.0)
MESSAGE = bytes(range(200))


def test_noise_changes_its_share_of_bytes_and_no_length() -> None:
    garbling, changed, count = Garbling(LINE, "1"), 0, 100
    for _ in range(count):
        heard = garbling.to_host(MESSAGE, (NOISE,))
        assert len(heard) == len(MESSAGE)
        changed += sum(one != other for one, other in zip(heard, MESSAGE, strict=True))
    # 20 000 draws of 0.1: four standard deviations are 170.
    assert abs(changed - 0.1 * count * len(MESSAGE)) < 170


def test_half_frames_are_beginnings_and_half_of_them() -> None:
    garbling = Garbling(LINE, "1")
    heard = [garbling.to_host(MESSAGE, (HALF,)) for _ in range(400)]
    assert all(MESSAGE.startswith(one) for one in heard)
    assert 160 <= sum(one != MESSAGE for one in heard) <= 240


def test_a_stuck_byte_is_always_the_same_and_less_than_the_line_carries() -> None:
    said = Garbling(LINE, "1").stuck(STUCK)
    assert len(set(said)) == 1
    assert 1 <= len(said) <= LINE.bytes_per_s() * 0.1
    assert said == Garbling(LINE, "1").stuck(STUCK)


def test_questions_are_disturbed_too_but_never_broken_off() -> None:
    garbling = Garbling(LINE, "1")
    assert garbling.to_monitor(MESSAGE, (HALF,)) == MESSAGE
    assert garbling.to_monitor(MESSAGE, (BAUD,)) != MESSAGE
    assert garbling.to_monitor(MESSAGE * 5, (NOISE,)) != MESSAGE * 5


@given(st.lists(st.binary(max_size=50), max_size=8), st.text(max_size=5))
def test_the_same_seed_garbles_alike_whatever_goes_the_other_way(
    messages: list[bytes], seed: str
) -> None:
    one, other = Garbling(LINE, seed), Garbling(LINE, seed)
    faults = (NOISE, HALF, BAUD)
    alone = [one.to_host(message, faults) for message in messages]
    both = []
    for message in messages:
        other.to_monitor(message, faults)
        both.append(other.to_host(message, faults))
    assert alone == both
