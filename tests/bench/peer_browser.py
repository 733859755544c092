"""The same session in mne-qt-browser, with the Python of ``packaging/peers.sh``.

``peer_browser.py make DATA.npz RAW.fif`` writes its own format: mne knows one rate for all, so the
signs of each second are held at the rate of the wave. ``peer_browser.py open RAW.fif SECONDS``
reads that, shows so many seconds of it, scrolls, and prints the milliseconds as JSON. What it has
to import is not in the times.
"""

from __future__ import annotations

import json
import sys
import time

import mne
import numpy as np
from qtpy.QtCore import QCoreApplication, QEvent, QObject
from qtpy.QtWidgets import QApplication

SIZE = (1920, 1080)
SCROLLED = 35
PATIENCE_S = 120.0


def make(data: str, raw_path: str) -> None:
    given = np.load(data)
    info = mne.create_info(list(given["names"]), float(given["rate_hz"]), "misc")
    raw = mne.io.RawArray(given["values"], info, verbose="error")
    happened = mne.Annotations(given["onsets"], given["lengths"], given["words"])
    raw.set_annotations(happened, verbose="error").save(raw_path, overwrite=True, verbose="error")


def show(raw_path: str, seconds: float) -> None:
    class PaintWatch(QObject):
        painted = False

        def eventFilter(self, _watched, event):  # noqa: N802 -- Qt's name
            self.painted = self.painted or event.type() == QEvent.Type.Paint
            return False

    app = QApplication.instance() or QApplication([])
    watch = PaintWatch()

    def until_painted() -> float:
        deadline = time.monotonic() + PATIENCE_S
        QCoreApplication.sendPostedEvents()
        while not watch.painted:
            app.processEvents()
            QCoreApplication.sendPostedEvents()
            assert time.monotonic() < deadline, "it was never painted"
        return time.perf_counter()

    mne.viz.set_browser_backend("qt", verbose="error")
    begin = time.perf_counter()
    raw = mne.io.read_raw_fif(raw_path, preload=True, verbose="error")
    length_s = float(raw.times[-1])
    browser = raw.plot(
        duration=min(seconds, length_s),
        scalings={"misc": 60.0},
        show=False,
        block=False,
        verbose="error",
    )
    browser.resize(*SIZE)
    browser.mne.view.viewport().installEventFilter(watch)
    browser.show()
    told = {"first_ms": (until_painted() - begin) * 1000}
    for _ in range(5):
        app.processEvents()
    times = []
    for at in range(SCROLLED if seconds < length_s else 0):
        from_s = (length_s - seconds) * at / SCROLLED + 1.0
        watch.painted = False
        begin = time.perf_counter()
        browser.mne.plt.setXRange(from_s, from_s + seconds, padding=0)
        times.append((until_painted() - begin) * 1000)
        for _ in range(3):
            app.processEvents()
    sys.stdout.write(json.dumps({**told, "scroll_ms": times[5:]}) + "\n")
    sys.stdout.flush()
    browser.close()


if __name__ == "__main__":
    if sys.argv[1] == "make":
        make(sys.argv[2], sys.argv[3])
    else:
        show(sys.argv[2], float(sys.argv[3]))
