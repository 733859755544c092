from __future__ import annotations

import time

import pytest
from helpers import wait_until

from devices.sound_process import SoundReport, end, hand_over, report_in, start_process, tell


@pytest.mark.parametrize(
    ("line", "report"),
    [
        (b'{"said": "heard", "at": 1.5}', SoundReport("heard", None, 1.5)),
        (b'{"said": "ready", "backend": "ALSA", "at": 1.5}', SoundReport("ready", "ALSA", 1.5)),
        (b'{"said": "failed", "text": "no", "at": 1.5}', SoundReport("failed", "no", 1.5)),
        (b'{"said": "sounding", "what": null, "at": 1.5}', SoundReport("sounding", None, 1.5)),
        (b"ALSA lib pcm.c: Unknown PCM default", None),
        (b'{"said": "heard"}', None),
        (b"[]", None),
        (b"\xff", None),
    ],
)
def test_a_line_is_a_report_or_nobodys_trouble(line: bytes, report: SoundReport | None) -> None:
    assert report_in(line) == report


def test_a_process_answers_and_ends_and_its_last_line_is_none() -> None:
    process = start_process()
    lines: list[bytes | None] = []
    with process:
        tell(process, {"do": "beat"})
        tell(process, {"do": "quit"})
        hand_over(process, lines.append)
        end(process)
    assert process.returncode == 0
    assert lines[-1] is None
    said = [report.said for line in lines if line and (report := report_in(line))]
    assert said == ["ready", "heard", "heard"]


def test_a_process_that_does_not_end_is_ended() -> None:
    process = start_process()
    with process:
        tell(process, {"do": "beat"})
        assert process.stdout is not None
        wait_until(lambda: process.stdout is None or b"heard" in process.stdout.readline(), 20.0)
        began = time.monotonic()
        end(process)
    assert process.returncode != 0
    assert time.monotonic() - began < 10.0
