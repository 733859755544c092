"""The bursts as a loudspeaker gets them, measured in the written files."""

from __future__ import annotations

import wave
from itertools import pairwise
from pathlib import Path

import numpy as np
import numpy.typing as npt
import pytest

from devices.sounds import (
    MELODIES,
    MOST_TICKS,
    PROGRAM_STOPPED,
    RATE_HZ,
    SOFT_START_S,
    Sound,
    burst,
    rest_s,
    shortest_rest_s,
    soft_gain,
    ticks,
    write_wave_files,
)
from monitor.outcomes import Priority
from monitor.sounding import Melody, Sounding

Samples = npt.NDArray[np.float64]

PULSES = {Priority.HIGH: 10, Priority.MEDIUM: 3, Priority.LOW: 2}
PULSE_S = {
    Priority.HIGH: (0.075, 0.2),
    Priority.MEDIUM: (0.125, 0.25),
    Priority.LOW: (0.125, 0.25),
}
REST_S = {Priority.HIGH: (2.5, 15), Priority.MEDIUM: (2.5, 30), Priority.LOW: (15, 60)}


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> dict[Sound, Samples]:
    paths = write_wave_files(tmp_path_factory.mktemp("sounds") / "new")
    return {sound: read(path) for sound, path in zip(MELODIES, paths, strict=True)}


def read(path: Path) -> Samples:
    with wave.open(str(path)) as file:
        assert (file.getnchannels(), file.getsampwidth(), file.getframerate()) == (1, 2, RATE_HZ)
        return np.frombuffer(file.readframes(file.getnframes()), "<i2") / 32768.0


def envelope(samples: Samples) -> Samples:
    """The loudest of the 8 ms around each sample: longer than two periods of the lowest tone."""
    width = RATE_HZ * 8 // 1000
    padded = np.pad(np.abs(samples), width // 2)
    windows = np.lib.stride_tricks.sliding_window_view(padded, width)
    return np.asarray(windows.max(axis=1)[: len(samples)])


def pulses(samples: Samples, level: float = 0.5) -> list[tuple[int, int]]:
    """First and last sample of every stretch that is louder than `level` of the loudest."""
    loud = np.pad(envelope(samples) > level * np.abs(samples).max(), 1)
    edges = np.flatnonzero(np.diff(loud.astype(int)))
    return [(int(begin), int(end)) for begin, end in edges.reshape(-1, 2)]


def gaps_s(samples: Samples) -> list[float]:
    return [(after[0] - before[1]) / RATE_HZ for before, after in pairwise(pulses(samples))]


def spectrum_peaks(samples: Samples) -> dict[float, float]:
    """Frequency -> level in dB below the strongest, of every peak within 25 dB of it."""
    window = samples * np.hanning(len(samples))
    padded = np.abs(np.fft.rfft(window, 8 * len(window)))
    level = 20 * np.log10(padded / padded.max() + 1e-9)
    inner = level[1:-1]
    peak = (inner > level[:-2]) & (inner >= level[2:]) & (inner > -25)
    step_hz = RATE_HZ / (8 * len(window))
    return {float((i + 1) * step_hz): float(inner[i]) for i in np.flatnonzero(peak)}


every_sound = pytest.mark.parametrize("sound", MELODIES, ids=lambda sound: sound.name)


@every_sound
def test_a_file_is_named_by_its_priority_alone(sound: Sound, tmp_path: Path) -> None:
    names = [path.name for path in write_wave_files(tmp_path)]
    named = [name for name in names if name.startswith(sound.name)]
    assert len(named) == 1
    words = [priority.word for priority in Priority if priority.word in named[0]]
    assert words == [sound.priority.word]


@every_sound
def test_a_burst_has_the_pulses_of_its_priority(sound: Sound, files: dict[Sound, Samples]) -> None:
    found = pulses(files[sound])
    shortest, longest = PULSE_S[sound.priority]
    assert len(found) == PULSES[sound.priority]
    assert all(shortest <= (end - begin) / RATE_HZ <= longest for begin, end in found)


@pytest.mark.parametrize("level", [0.1, 0.5, 0.9])
def test_the_pauses_of_a_high_burst_make_its_pattern(
    level: float, files: dict[Sound, Samples]
) -> None:
    samples = files[Sound(Priority.HIGH)]
    found = pulses(samples, level)
    pulse_s = float(np.mean([end - begin for begin, end in found])) / RATE_HZ
    gaps = [(after[0] - before[1]) / RATE_HZ for before, after in pairwise(found)]
    x = gaps[0]
    double = 2 * x + pulse_s
    assert 0.05 <= x <= 0.125
    assert 0.35 <= gaps[4] <= 1.3
    expected = [x, x, double, x, gaps[4], x, x, double, x]
    assert gaps == pytest.approx(expected, rel=0.05)


def test_the_pauses_of_a_medium_burst_are_even(files: dict[Sound, Samples]) -> None:
    gaps = gaps_s(files[Sound(Priority.MEDIUM)])
    assert all(0.125 <= gap <= 0.25 for gap in gaps)
    assert gaps[0] == pytest.approx(gaps[1], rel=0.05)


@every_sound
def test_a_pulse_rises_and_falls_without_a_click(
    sound: Sound, files: dict[Sound, Samples]
) -> None:
    samples = files[sound]
    tenth, most = pulses(samples, 0.1), pulses(samples, 0.9)
    for (begin, end), (full_from, full_to) in zip(tenth, most, strict=True):
        length = (full_to + end - full_from - begin) / 2
        rise, fall = full_from - begin, end - full_to
        assert 0.10 <= rise / length <= 0.20
        assert fall / RATE_HZ <= min([0.3, *gaps_s(samples)]) - rise / RATE_HZ
    assert samples[0] == 0
    assert samples[-1] == 0


@every_sound
def test_a_pulse_has_a_low_tone_and_four_strong_harmonics(
    sound: Sound, files: dict[Sound, Samples]
) -> None:
    for (begin, end), tone_hz in zip(pulses(files[sound]), MELODIES[sound], strict=True):
        peaks = spectrum_peaks(files[sound][begin:end])
        strong = sorted(hz for hz, level in peaks.items() if level > -15)
        assert 150 <= strong[0] <= 1000
        assert strong[0] == pytest.approx(tone_hz, rel=0.01)
        assert peaks[strong[0]] == max(peaks.values())
        assert strong == pytest.approx([tone_hz * n for n in range(1, 6)], rel=0.01)
        assert strong[-1] <= 4000


@every_sound
def test_the_pulses_of_a_burst_are_equally_loud(sound: Sound, files: dict[Sound, Samples]) -> None:
    levels = [np.abs(files[sound][begin:end]).max() for begin, end in pulses(files[sound])]
    assert 20 * np.log10(max(levels) / min(levels)) < 1


def test_high_is_louder_than_medium_and_medium_than_low(files: dict[Sound, Samples]) -> None:
    level = {p: float(np.abs(files[Sound(p)]).max()) for p in Priority}
    assert level[Priority.HIGH] > level[Priority.MEDIUM] > level[Priority.LOW]
    assert level[Priority.HIGH] < 1


@pytest.mark.parametrize("priority", Priority)
def test_the_rest_between_two_bursts_is_that_of_its_priority(priority: Priority) -> None:
    shortest, longest = REST_S[priority]
    assert shortest <= rest_s(priority) <= longest


def test_a_medium_starts_soft_and_grows_but_never_below_a_low() -> None:
    gains = [soft_gain(Priority.MEDIUM, second) for second in range(60)]
    assert gains == sorted(gains)
    assert gains[0] < 0.5
    assert gains[int(SOFT_START_S)] == 1.0
    softest = max(burst(Priority.MEDIUM)) * gains[0]
    assert softest >= max(burst(Priority.LOW)) * 0.999


def test_a_high_is_never_soft() -> None:
    assert all(soft_gain(Priority.HIGH, second) == 1.0 for second in range(60))


def test_the_end_of_the_program_sounds_like_no_alarm(files: dict[Sound, Samples]) -> None:
    others = [tones for sound, tones in MELODIES.items() if sound != PROGRAM_STOPPED]
    assert MELODIES[PROGRAM_STOPPED] not in others
    assert PROGRAM_STOPPED.priority is Priority.HIGH


def test_a_priority_alone_sounds_general() -> None:
    assert burst(Priority.HIGH) == burst(Sound(Priority.HIGH, Melody.GENERAL))


NOTES = {"C4": 261.63, "E4": 329.63, "G4": 392.00, "C5": 523.25}
SPELT = {
    "high-general": "C4 C4 C4 C4 C4",
    "medium-general": "C4 C4 C4",
    "low-general": "E4 C4",
    "high-cardiovascular": "C4 E4 G4 G4 C5",
    "medium-cardiovascular": "C4 E4 G4",
    "high-program-stopped": "C5 C4 C4 C5 C4",
}


@every_sound
def test_a_burst_plays_its_melody(sound: Sound, files: dict[Sound, Samples]) -> None:
    notes = SPELT[sound.name].split() * (2 if sound.priority is Priority.HIGH else 1)
    for (begin, end), note in zip(pulses(files[sound]), notes, strict=True):
        strongest = max(spectrum_peaks(files[sound][begin:end]).items(), key=lambda peak: peak[1])
        assert strongest[0] == pytest.approx(NOTES[note], rel=0.01)


@every_sound
def test_each_harmonic_has_the_level_it_is_given(
    sound: Sound, files: dict[Sound, Samples]
) -> None:
    for begin, end in pulses(files[sound]):
        levels = [level for _hz, level in sorted(spectrum_peaks(files[sound][begin:end]).items())]
        assert levels[:5] == pytest.approx([0, -3, -6, -9, -12], abs=1.0)


def rms(samples: Samples) -> float:
    return float(np.sqrt(np.mean(samples**2)))


def test_every_high_is_as_loud_as_the_loudest_medium_and_so_on(
    files: dict[Sound, Samples],
) -> None:
    loud = {sound: rms(np.concatenate([samples[slice(*pulse)] for pulse in pulses(samples)]))
            for sound, samples in files.items()}  # fmt: skip
    of = {p: [level for sound, level in loud.items() if sound.priority is p] for p in Priority}
    assert min(of[Priority.HIGH]) > max(of[Priority.MEDIUM])
    assert min(of[Priority.MEDIUM]) > max(of[Priority.LOW])


def test_a_low_sounds_alike_whatever_it_is_about() -> None:
    about = {Sound.of(Sounding(1, Priority.LOW, melody)) for melody in Melody}
    assert about == {Sound(Priority.LOW)}


@pytest.mark.parametrize("priority", [Priority.HIGH, Priority.MEDIUM])
def test_every_melody_of_an_alarm_has_a_burst(priority: Priority) -> None:
    for melody in (Melody.GENERAL, Melody.CARDIOVASCULAR):
        assert Sound.of(Sounding(1, priority, melody)) in MELODIES


# ---- the number of a chair


@pytest.mark.parametrize("chair", range(1, MOST_TICKS + 1))
def test_a_chair_has_as_many_ticks_as_its_number(chair: int) -> None:
    samples = np.frombuffer(ticks(Priority.HIGH, chair).tobytes(), np.int16) / 32768.0
    found = pulses(samples, 0.3)
    assert len(found) == chair
    gaps = [(after[0] - before[1]) / RATE_HZ for before, after in pairwise(found)]
    long = [place for place, gap in enumerate(gaps, start=1) if gap > 1.5 * min(gaps)]
    assert long == ([4] if chair > 4 else [])


@pytest.mark.parametrize("chair", [-1, 0, MOST_TICKS + 1])
def test_a_chair_that_nobody_could_count_has_none(chair: int) -> None:
    assert len(ticks(Priority.HIGH, chair)) == 0


@pytest.mark.parametrize("priority", Priority)
def test_a_tick_is_no_pulse(priority: Priority, files: dict[Sound, Samples]) -> None:
    samples = np.frombuffer(ticks(priority, 1).tobytes(), np.int16) / 32768.0
    [(begin, end)] = pulses(samples)
    assert (end - begin) / RATE_HZ < 0.04
    strong = [hz for hz, level in spectrum_peaks(samples[begin:end]).items() if level > -15]
    assert strong == pytest.approx([1000.0], rel=0.02)
    assert np.abs(samples).max() < 0.6 * np.abs(files[Sound(priority)]).max()


@pytest.mark.parametrize("priority", Priority)
def test_all_ticks_lie_in_the_silence_after_a_burst(priority: Priority) -> None:
    longest = len(ticks(priority, MOST_TICKS)) / RATE_HZ
    assert longest < shortest_rest_s(priority) <= rest_s(priority)
    assert REST_S[priority][0] <= shortest_rest_s(priority) <= REST_S[priority][1]
