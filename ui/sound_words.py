"""The sentences about the alarm sound and its check. Part of `ui.words`.

The rules are those of `ui.words`, and so is the way in: `say`.
"""

from __future__ import annotations

SOUND_SENTENCES: dict[str, str] = {
    "sound-check-alarm": "An alarm is sounding. Answer it first, then check the sound.",
    "sound-check-other-step": "The sound check is not at its {0} burst now.",
    "sound-check-not-played": "The burst was not played yet. Play it, then say if you heard it.",
    "sound-check-off": "This program was started without sound. Start it with sound to check it.",
    "menu-sound": "Sound check",
    "menu-sound-due": "Sound check · due",
    "sound-title": "Sound check",
    "sound-card-full": "Sound check due – 20 seconds. Once a shift at this computer.",
    "sound-card-short": "Sound check due – 5 seconds. One medium alarm.",
    "sound-card-check": "Check the sound",
    "sound-due-full": "A full check is due: once a shift at this computer.",
    "sound-due-short": "A short check is due: one medium alarm.",
    "sound-due-none": "No check is due. You can check at any time.",
    "sound-explained": (
        "Go to where you will work. This computer plays its alarm sounds one after the other; "
        "say for each whether you heard it there."
    ),
    "sound-who": "Who listens",
    "sound-who-hint": "initials",
    "sound-who-missing": "Say who listens: type the initials.",
    "sound-begin-full": "Full check",
    "sound-begin-full-detail": "high, medium and low · 20 seconds",
    "sound-begin-short": "Short check",
    "sound-begin-short-detail": "medium only · 5 seconds",
    "sound-step-high": "High alarm",
    "sound-step-medium": "Medium alarm",
    "sound-step-low": "Low alarm",
    "sound-plays": "Playing the {0} …",
    "sound-slow": "The {0} did not begin. If you hear nothing, press No.",
    "sound-asks": "Did you hear the {0}?",
    "sound-yes": "Yes",
    "sound-no": "No",
    "sound-again": "Play again",
    "sound-anew": "Check again",
    "sound-done": "Done",
    "sound-heard": "Heard. The answer is kept.",
    "sound-heard-full": "The next full check is due in 12 hours, a short one with each session.",
    "sound-heard-short": "Alarms of this session are heard at this computer.",
    "sound-not-heard": "Not heard: {0}",
    "sound-help-loudspeaker": "1  Is the loudspeaker switched on?",
    "sound-help-volume": "2  Is the volume up, here and on the loudspeaker, and not muted?",
    "sound-help-cable": "3  Is its cable in, and are headphones out?",
    "sound-help-output": "4  Does the system play on this loudspeaker?",
    "sound-stands": (
        "Until somebody hears it, every session here shows the alarm «No alarm sound». "
        "Watch the screen and the bedside monitor."
    ),
    # ---- what always stands on the screen
    "bedside-alarm-off": "Bedside alarm OFF",
    "sound-note-off": "Started without sound",
    "demo-silent": "Silent: session runs",
    # ---- where there is none
    "demo-no-sound-check": "In a demo there is no sound check.",
    # ---- afterwards
    "why-not-heard": "nobody heard the sound check",
    "past-sound-heard": "Sound check ({0}): heard",
    "past-sound-not-heard": "Sound check ({0}): not heard",
    "sound-check-full": "full",
    "sound-check-short": "short",
}
