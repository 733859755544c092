"""A program that watches, and then comes to grief, as its argument says.

``freeze``  it is held up for five seconds in C code with the GIL held, and prints one line of
            JSON: when it beat last, when it was free again, and when its sound process handed
            over the first frame of a sound of its own.
``die``     it prints the number of its sound process as JSON and is killed.
"""

from __future__ import annotations

import ctypes
import json
import os
import signal
import sys
import time
from queue import SimpleQueue

import psutil

from devices.alarm_sound import AlarmSound
from devices.sound_process import SoundReport

HELD_UP_S = 5


def wait_for(reports: SimpleQueue[SoundReport], said: str) -> SoundReport:
    while (report := reports.get(timeout=30.0)).said != said:
        pass
    return report


def freeze(reports: SimpleQueue[SoundReport]) -> dict[str, float | str | None]:
    last_beat_at = time.monotonic()
    # PyDLL does not release the GIL: no thread of this program runs meanwhile.
    ctypes.PyDLL(None)["sleep"](HELD_UP_S)
    free_again_at = time.monotonic()
    burst = wait_for(reports, "burst")
    return {
        "last_beat_at": last_beat_at,
        "free_again_at": free_again_at,
        "sounded_at": burst.at,
        "what": burst.what,
    }


def die() -> None:
    tell({"pid": psutil.Process().children()[0].pid})
    os.kill(os.getpid(), signal.SIGKILL)


def tell(answer: object) -> None:
    sys.stdout.write(json.dumps(answer) + "\n")
    sys.stdout.flush()


def main() -> None:
    reports: SimpleQueue[SoundReport] = SimpleQueue()
    troubles: list[str] = []
    sound = AlarmSound(troubles.append, lambda: None, reports.put)
    sound.start()
    wait_for(reports, "ready")
    for _beat in range(3):  # what is heard first may be another line: one beat could be on its way
        sound.beat()
        wait_for(reports, "heard")
    if sys.argv[1] == "die":
        die()
    answer = freeze(reports)
    sound.close()
    tell({**answer, "trouble": " ".join(troubles)})


if __name__ == "__main__":
    main()
