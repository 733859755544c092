"""What a learner and an instructor read: lessons, what hid behind them, and what they were worth.

The limits and times named here are those of the clinic's rules; `scenario/lesson.py` says how a
lesson names its sentences.
"""

from __future__ import annotations

TRAINING_SENTENCES: dict[str, str] = {
    # ---- the room and the command
    "training-no-lesson": (
        "{0} is no lesson; it can be watched with chairside demo --scenario {0}."
    ),
    "training-over": "the lesson is over",
    "training-none-yet": (
        "There is no training in {0} yet; begin one with chairside train --scenario S4."
    ),
    "training-unknown": (
        "There is no training {0} in {1}; chairside train --list shows all of them."
    ),
    "training-not-one": (
        "Session {0} in {1} is no training; chairside train --list shows those that are."
    ),
    "training-lessons": "Lessons",
    "menu-trainings": "Trainings",
    "training-past": "Trainings",
    # ---- the learner's strip
    "lesson-strip": "Lesson {0} · {1}",
    "lesson-strip-task": "Treat this patient as you would any other.",
    "lesson-finish": "Finish lesson",
    "lesson-finish-sure": "Finish now?",
    "lesson-finished": "The lesson is over.",
    "lesson-debrief": "Debrief",
    "lesson-patient": "Patient",
    "lesson-found": "Found",
    # ---- hands at the bedside
    "hand-ask-patient": "Ask the patient",
    "hand-re-measure": "Press START",
    "hand-check-cuff": "Check cuff",
    "hand-check-probe": "Check probe",
    "hand-check-cable": "Check cable",
    "hand-stimulate": "Rouse, lay flat",
    "hand-oxygen": "Give oxygen",
    "hand-found-re-measure": "The cuff inflates.",
    "hand-found-check-cuff": "The cuff sits as it should now.",
    "hand-found-check-probe": "The probe sits on the finger.",
    "hand-found-check-cable": (
        "The data cable is plugged in at both ends, the mains plug in the wall."
    ),
    "hand-found-stimulate": (
        "You spoke to the patient, laid the chair flat and held the airway open."
    ),
    "hand-found-oxygen": "Oxygen runs.",
    # ---- what the patient says or shows
    "cue-well": "“I am fine.”",
    "cue-tense": "“I feel tense. No pain.”",
    "cue-severe-headache": "“My head is splitting. It came all at once.”",
    "cue-panic": "“I can’t do this. I want to get out of here.”",
    "cue-pale": "The patient is pale and sweating and says: “I feel faint.”",
    "cue-labetalol": "The provider is at the chair and has just given labetalol 100 mg IV.",
    "cue-snoring": "The patient’s head has sunk forward; the patient snores.",
    "cue-snoring-over": "The patient sits upright again and breathes quietly.",
    "cue-no-breath": "The patient lies still and does not answer; the chest does not move.",
    "cue-no-breath-over": "The patient has opened the eyes, coughs and breathes.",
    "cue-nothing-felt": "“I feel hardly anything. Is it running at all?”",
    "cue-moved": "The patient bent the arm while the cuff was measuring.",
    "cue-go-home": "“My ride is here. Can I go now?”",
    # ---- what was behind it
    "cause-hypertensive-response": (
        "A treated hypertension: the drug raises the pressure above 160 and it comes down "
        "by itself after the infusion."
    ),
    "cause-severe-hypertension": (
        "A severe pressor response to the drug. After the pause the pressure keeps up for "
        "five minutes and falls over half an hour."
    ),
    "cause-hypertensive-emergency": (
        "A hypertensive emergency: 206/124 out of a calm course, with a sudden severe headache."
    ),
    "cause-panic": "A panic with a racing but regular heart; the pressure rises only a little.",
    "cause-vasovagal": "A vasovagal faint five minutes after the end of the infusion.",
    "cause-drug-hypotension": (
        "Labetalol 100 mg against the pressure, five times the usual dose: it works while the "
        "drug’s own effect fades."
    ),
    "cause-airway": "A narrowed airway: the head has sunk forward, breathing is slow and shallow.",
    "cause-apnoea": (
        "An apnoea: the larynx had closed and stays so for five minutes. The saturation "
        "follows the breath by a minute."
    ),
    "cause-negative-response": (
        "Nothing: the pressure hardly rises and the heart slows a little. That is not rare and "
        "needs no treatment."
    ),
    "cause-battery": (
        "The oximeter’s mains plug was out: on its battery it goes off after four minutes. The "
        "patient was well."
    ),
    "cause-probe-off": "The oximeter probe had slipped off the finger. The patient was well.",
    "cause-cuff-leak": (
        "The cuff leaked: two measurements in a row had no result. The patient was well."
    ),
    "cause-movement": (
        "A single false reading: the arm was bent while the cuff measured. The true "
        "pressure was about 141/88."
    ),
    "cause-cable": "The cable was out of the computer. Monitor and patient were well.",
    "cause-resting-high": "A resting pressure of 164/102: too high to begin today.",
    "cause-slow-return": (
        "A pressure that returns slowly: still about 156 two hours after the start."
    ),
    # ---- why something was wanted, or must not be
    "why-answer-high": "A high alarm is answered within 60 s; after that it sounds at every seat.",
    "why-answer-medium": (
        "A medium alarm is answered within 120 s, the longest that a sound may be paused."
    ),
    "why-answer-low": (
        "A low alarm leaves time, but not for ever: read it, answer it and do what it asks."
    ),
    "why-recheck": (
        "160 to 179, or 100 to 109, is measured again within 5 min before it is an alarm."
    ),
    "why-repeat": (
        "180/110 and above is measured again within 2 min; without a repeat it counts as true."
    ),
    "why-repeat-low": "Below 90 is measured again within 60 s.",
    "why-repeat-failed": (
        "A measurement without a result is repeated; without a pressure you are blind."
    ),
    "why-cuff-at-symptom": "An emergency symptom asks for a cuff reading at once.",
    "why-cuff-at-131": "From a heart rate of 131 a cuff reading is due at once.",
    "why-cuff-at-45": "Below a heart rate of 45 a cuff reading is due at once.",
    "why-pause-at-180": "From 180/110 the infusion is paused: the drug acts on for minutes.",
    "why-pause-at-131": "From a heart rate of 131 the infusion is paused.",
    "why-pause-at-88": "Below SpO2 88 % the infusion is paused.",
    "why-pause-apnoea": "A patient who does not breathe gets no more of the drug.",
    "why-pause-low": "A falling pressure and a running infusion do not go together.",
    "why-stop-at-200": "From 200/120 the infusion is stopped for good.",
    "why-stop-at-85": "Below SpO2 85 % the infusion is stopped for good.",
    "why-stop-on-time": "When the planned time is over the pump is stopped.",
    "why-stop-after-20": "After 20 min of pause the infusion is ended, not resumed.",
    "why-emergency-at-200": (
        "200/120 with a severe headache is an emergency: everybody is called at once."
    ),
    "why-emergency-at-85": "Below SpO2 85 % it is an emergency: everybody is called at once.",
    "why-call-apnoea": "An apnoea brings the provider to the chair at once.",
    "why-call-at-180": "From 180/110 the provider is called.",
    "why-call-at-131": "From a heart rate of 131 the provider is called.",
    "why-call-at-40": "Below a heart rate of 40 the provider is called.",
    "why-call-at-88": "Below SpO2 88 % the provider is called.",
    "why-call-low": "Low pressure after a pressure drug is the provider’s to treat.",
    "why-ask-at-180": "A symptom makes a high pressure an emergency: ask for it.",
    "why-ask-at-high": "Look at the patient, the cuff and the position, and ask for symptoms.",
    "why-look-first": "When values are missing, look at the patient first.",
    "why-talk": "A frightened patient is spoken to first.",
    "why-flat": "Laid flat and spoken to, a faint passes.",
    "why-stimulate": "A patient who breathes too little is roused and the airway opened first.",
    "why-breathe": (
        "Without a breath every second counts: rouse and lift the jaw, else use the bag. SpO2 "
        "follows a minute later."
    ),
    "why-oxygen-apnoea": (
        "Oxygen is given at once; it helps only when the patient breathes or is bagged."
    ),
    "why-count-breaths": "After an apnoea the breaths are counted at the chest.",
    "why-oxygen": "Below 88 % oxygen is given.",
    "why-sedation": "After a desaturation the depth of sedation is scored.",
    "why-sedation-15": "While the drug runs the depth of sedation is scored every 15 min.",
    "why-look-when-calm": (
        "A quiet monitor does not replace a look: the patient is spoken to in every infusion."
    ),
    "why-sedation-apnoea": "After an apnoea the depth of sedation is scored, again and again.",
    "why-note-emergency": (
        "An emergency symptom is entered at once: it is an alarm at any pressure."
    ),
    "why-note-fright": "The fright belongs in the record: it explains the heart rate.",
    "why-note-faint": "The faint belongs in the record, with its time.",
    "why-record-drug": "A drug that was given is recorded when it is given.",
    "why-probe": "A probe without a pulse is put right within a minute.",
    "why-cable": "A lost link is put right within a minute; after that it is a high alarm.",
    "why-mains": (
        "A low battery lasts minutes: the mains plug first, while the monitor still speaks."
    ),
    "why-mains-late": "A monitor that went off is switched on by the mains: within a minute.",
    "why-cuff-sits": "After a failed measurement the cuff is looked at first.",
    "why-measure-first": "One reading proves nothing: the repeat takes 40 s.",
    "why-no-artefact": "It was true: calling it an artefact hides a sick patient.",
    "why-no-resume": (
        "Resuming needs two readings below 160/100, 5 min apart, and a named provider; this"
        " pressure never came down in time."
    ),
    "why-no-resume-extreme": "After 200/120 nothing more is given.",
    "why-no-resume-apnoea": "After an apnoea nothing more is given.",
    "why-no-pause-calm": (
        "A pressure that does not rise and a slower heart are no fault: there is nothing to pause "
        "or to stop early."
    ),
    "why-no-drug-calm": "Nothing here needed a drug.",
    "why-no-pause-technical": (
        "The patient was well: a technical fault is no reason to stop the treatment."
    ),
    "why-no-stop-technical": (
        "The patient was well: a lost cable is no reason to end the treatment."
    ),
    "why-no-stop-at-160": "Below 180/110 and without symptoms the infusion may go on.",
    "why-no-start": "At 160/100 and above at rest the treatment does not begin.",
    "why-no-override": "A no-go is overridden by a provider with a reason, not to save time.",
    "why-no-override-leaving": (
        "A criterion of leaving is not overridden because the ride is waiting."
    ),
    "why-no-leave-high": (
        "Leaving needs two pressures below 150/95, or near the baseline, 10 min apart."
    ),
    "why-no-leave-early": (
        "Leaving needs an hour after the end of the infusion, however well the patient feels."
    ),
    "why-no-leave-faint": "After a faint nobody leaves within the lesson.",
    "why-call-off": (
        "After three high readings the session is closed without treatment, for today."
    ),
    # ---- what can be done
    "deed-answer": "Answer the alarm",
    "deed-re-measure": "Measure again",
    "deed-start": "Start the infusion",
    "deed-pause": "Pause the infusion",
    "deed-resume": "Resume the infusion",
    "deed-stop": "Stop the infusion",
    "deed-lower-rate": "Lower the rate",
    "deed-call-provider": "Call the provider",
    "deed-emergency": "Begin the emergency",
    "deed-note-symptom": "Note the symptom",
    "deed-mark-artefact": "Call it an artefact",
    "deed-record-drug": "Record the drug",
    "deed-oxygen": "Give oxygen",
    "deed-stimulate": "Rouse and position the patient",
    "deed-check-probe": "Check the probe",
    "deed-check-cable": "Check the cable",
    "deed-check-cuff": "Check the cuff",
    "deed-ask-patient": "Look at and ask the patient",
    "deed-score-sedation": "Score the sedation",
    "deed-count-breaths": "Count the breaths",
    "deed-override": "Override",
    "deed-call-off": "Close without treatment",
    "deed-discharge": "Let the patient go",
    "deed-never": "Not: {0}",
    # ---- what was done, short, in the chart
    "done-start": "Start",
    "done-pause": "Pause",
    "done-resume": "Resume",
    "done-stop": "Stop",
    "done-lower-rate": "Rate down",
    "done-call-provider": "Provider",
    "done-emergency": "Emergency",
    "done-note-symptom": "Symptom",
    "done-record-drug": "Drug",
    "done-oxygen": "Oxygen",
    "done-stimulate": "Roused",
    "done-check-probe": "Probe",
    "done-check-cable": "Cable",
    "done-check-cuff": "Cuff",
    "done-ask-patient": "Asked",
    "done-score-sedation": "Sedation",
    "done-count-breaths": "Breaths",
    "done-override": "Override",
    "done-call-off": "Closed",
    "done-discharge": "Left",
    # ---- verdicts
    "verdict-met": "in time",
    "verdict-late": "late",
    "verdict-missed": "not done",
    "verdict-wrong": "done, and must not be",
    "verdict-undecided": "not decided",
    "verdict-not-needed": "was not needed",
    "verdict-kept": "kept",
    # ---- the debrief
    "debrief-title": "Debrief",
    "debrief-lesson": "Lesson {0}",
    "debrief-learner": "Learner {0}",
    "debrief-when": "{0} · {1} long",
    "debrief-cause": "What was behind it",
    "debrief-score": "Score",
    "debrief-of-100": "of 100",
    "debrief-no-score": "Nothing was wanted before the lesson ended, so there is no score.",
    "debrief-sum": "{0} of {1} points = {2}",
    "debrief-sum-lost": "{0} of {1} points = {2}, less {3} for what had no reason",
    "debrief-points": "{0} of {1} points",
    "debrief-wanted": "What was wanted",
    "debrief-alarms": "Alarms answered",
    "debrief-no-alarms": "No alarm sounded.",
    "debrief-no-wanted": "Nothing of this lesson came to pass.",
    "debrief-needless": "Without a reason",
    "debrief-truth": "The patient, and what the screen showed",
    "debrief-true": "true",
    "debrief-shown": "shown",
    "debrief-happened": "What happened",
    "debrief-within": "within {0}",
    "debrief-took": "after {0}",
    "debrief-before": "already done",
    "debrief-answered": "answered after {0}: {1}",
    "debrief-unanswered": "not answered",
    "debrief-by-itself": "over by itself after {0}",
    "debrief-from": "from {0}",
    "debrief-bp": "BP",
    "debrief-minute": "{0} min",
    "debrief-older": "Older",
    "debrief-newer": "Newer",
    "debrief-place": "{0} of {1}",
    "debrief-print": "Save PDF",
    "debrief-close": "Back",
    "debrief-none": (
        "There is no training yet. Begin one with chairside train; its debrief is here afterwards."
    ),
    "debrief-not-counted": "Nothing here was counted as a patient: it is a training.",
    "debrief-speed": "The clock went up to ×{0}; response times are in simulated time.",
    "debrief-finished-instructor": "ended by the instructor",
    "debrief-finished-learner": "ended by the learner",
    "debrief-finished-time": "ended when its time was over",
    "debrief-finished-signed": "ended with the signature",
    "debrief-finished-broken": "the record breaks off",
    "debrief-how-plain": "acknowledged",
    "debrief-how-paused": "infusion paused",
    "debrief-how-stopped": "infusion stopped",
    "debrief-how-emergency": "emergency begun",
    "debrief-priority-high": "high",
    "debrief-priority-medium": "medium",
    "debrief-priority-low": "low",
    "needless-pause": "Paused although no alarm of the patient was open",
    "needless-stop": "Stopped early although no alarm of the patient was open",
    "needless-emergency": "Emergency begun although no alarm of the patient was open",
    "needless-dismissed": "Called an artefact although the patient really was beyond the limit",
    "needless-costs": "costs {0}",
    # ---- what was staged, in the review
    "staged-event": "Instructor: {0}",
    "staged-ended": "Instructor: {0}",
    "staged-note": "Instructor’s note: {0}",
    "staged-cue": "Told to the learner: {0}",
    "staged-hand": "At the bedside: {0}",
    "staged-frozen": "Time was frozen",
    "staged-unfrozen": "Time went on",
    "staged-speed": "Time goes ×{0}",
    "staged-finished": "The lesson ended: {0}",
    "staged-begun": "Training {0}: learner {1}",
    "staged-with": "{0} ({1})",
    "mishap-surge": "pressure surge",
    "mishap-panic": "panic",
    "mishap-desaturation": "desaturation",
    "mishap-vasovagal": "vasovagal faint",
    "mishap-apnoea": "apnoea",
    "mishap-fast-rhythm": "fast irregular rhythm",
    "mishap-cuff-fails": "cuff fails",
    "mishap-next-cuff": "next cuff reading set",
    "mishap-press-start": "START pressed",
    "mishap-probe-off": "probe off",
    "mishap-probe-on": "probe on again",
    "mishap-motion": "motion",
    "mishap-keep-still": "lies still again",
    "mishap-electrode-off": "electrode off",
    "mishap-electrode-on": "electrode on again",
    "mishap-low-perfusion": "cold hand",
    "mishap-warm-hand": "hand warm again",
    "mishap-cuff-on-spo2-arm": "cuff on the arm of the probe",
    "mishap-cuff-on-other-arm": "cuff on the other arm",
    "mishap-cuff-sits": "cuff put right",
    "mishap-cable-out": "cable out",
    "mishap-cable-in": "cable in again",
    "mishap-subsides": "subsides",
    "mishap-wire-mended": "wire put right",
    "mishap-wire-fault-unplugged": "cable unplugged",
    "mishap-wire-fault-silent": "monitor silent",
    "mishap-wire-fault-noise": "noise on the wire",
    "mishap-wire-fault-stuck": "one byte again and again",
    "mishap-wire-fault-half-frames": "messages break off",
    "mishap-wire-fault-wrong-baud": "wrong speed of the line",
    "mishap-wire-fault-slow": "everything comes late",
    "mishap-wire-fault-clock-skew": "the monitor’s clock is wrong",
    "mishap-wire-fault-stale": "the last message again and again",
    "mishap-wire-fault-battery-low": "the monitor’s battery is low",
    "mishap-wire-fault-restart": "the monitor restarts",
    "mishap-likeness": "fixed values",
}
