"""What the page of a recorded session says: flags, values at the cursor, waves, bytes."""

REVIEW_SENTENCES: dict[str, str] = {
    # ---- what stands at the cursor
    "cursor-name": "Values at the cursor",
    "cursor-none": (
        "Press the curve for the values of a moment. ← → go from reading to reading, "
        "Ctrl with them from cuff value to cuff value."
    ),
    "cursor-at": "{0} · {1}",
    "cursor-phase": "Phase",
    "cursor-cuff-now": "{0}/{1}",
    "cursor-cuff": "{0}/{1}, {2} before",
    "cursor-cuff-why": "{0} ({1})",
    "cursor-none-of": "– ({0})",
    "cursor-given": "Given",
    "cursor-given-at": "{0} mg, {1} mg/h",
    "cursor-given-mg": "{0} mg",
    "cursor-effect": "Effect site (estimate)",
    "cursor-effect-value": "{0} ng/mL",
    "cursor-alarm": "Alarm",
    "cursor-gap": "Gap",
    "cursor-score-ago": "{0}, {1} before",
    "left-out": "Not in the numbers: {0}",
    "left-out-artefact": "{0} artefact",
    "left-out-poor": "{0} of poor quality",
    "left-out-unconfirmed": "{0} unconfirmed",
    "left-out-before-session": "{0} before the session",
    "left-out-age-unknown": "{0} of unknown age",
    "left-out-demo": "{0} of the monitor’s demo mode",
    "left-out-seconds": "{0} of heart rate or SpO₂ with a poor signal",
    # ---- flags
    "flags-name": "Flags: alarms, drugs, notes, scores, changes and gaps over time",
    "flag-score": "{0} {1}",
    "flag-moaa-s": "M",
    "flag-dissociation": "D",
    "flag-cadss": "CADSS",
    "flag-aldrete": "Ald",
    "flag-padss": "PADSS",
    "flag-pain": "Pain",
    "flag-nausea": "N",
    "flag-phq-9": "PHQ",
    "flag-gad-7": "GAD",
    "flag-madrs": "MADRS",
    "flag-c-ssrs": "C-SSRS",
    # ---- the drug
    "dose-pane": "Drug over time: the rate that was entered, and the estimated effect site",
    "dose-rate": "mg/h",
    "dose-effect-max": "{0} ng/mL",
    "dose-effect-short": "estimate",
    "dose-mg": "{0} mg",
    "dose-doses": "mg",
    "dose-none": "Nothing was given.",
    "effect-route": "No estimate of the effect site: only for ketamine into a vein.",
    "effect-weight": "No estimate of the effect site: the weight is not known.",
    "effect-rate": "No estimate of the effect site: a rate is not known.",
    # ---- what opens below
    "review-values": "Values",
    "review-values-strip": "What was measured and given",
    "review-burden": "Burden",
    "review-indices": "Indices",
    "review-indices-strip": "Computed from the recorded values",
    "stat-to-come": "…",
    "review-waves": "Waves",
    "review-bytes": "Bytes",
    "review-burden-strip": "Burden above limits, return to baseline, times to answer",
    "waves-name": "Waves about the cursor",
    "waves-no-cursor": "Put the cursor on a moment to see its waves.",
    "waves-none": "No wave was recorded about this moment.",
    "wave-resp": "Resp",
    "wave-p1": "P1",
    "wave-p2": "P2",
    "bytes-name": "Raw bytes about the cursor, for support",
    "bytes-no-cursor": "Put the cursor on a moment to see what went over the wire.",
    "bytes-none": "Nothing went over the wire within {0} s of this moment.",
    "bytes-no-file": "The raw bytes of this session were not kept on this computer.",
    "bytes-head": "{0} · {1} bytes within {2} s, byte {3} and on of {4}",
    "bytes-less": "{0} rows are not shown; move the cursor to see them.",
    "bytes-not-understood": "No driver here is called {0}; its bytes are shown as they are.",
    "bytes-said": "{0} {1} {2}",
    "bytes-understood": "understood: {0}",
    # ---- burden and answers
    "burden-above": "SBP above {0}",
    "burden-area": "{0} mmHg·min",
    "burden-area-longest": "{0} mmHg·min · longest {1}",
    "burden-active": "Above the limits",
    "burden-areas": "{0} · {1} mmHg·min",
    "burden-return": "Back at baseline",
    "burden-after-peak": "after the peak of SBP",
    "burden-return-never": "not seen",
    "burden-return-not": "peak within it",
    "burden-answered-high": "Answered, high",
    "burden-answered-medium": "Answered, medium",
    "burden-answered-low": "Answered, low",
    "burden-worst": "worst {0} · of {1}",
    "burden-nobody": "none answered",
    "burden-no-alarm": "no alarm",
    # ---- what each number means
    "mean-of": "{0}: {1}",
    "mean-baseline": "the resting values that were accepted last.",
    "mean-peak-sbp": (
        "the highest systolic value of the whole session, when it was, counted from the start of "
        "the infusion, and its difference from baseline. Unconfirmed, old and artefact values do "
        "not count."
    ),
    "mean-peak-dbp": (
        "the highest diastolic value of the whole session, when it was, counted from the start of "
        "the infusion, and its difference from baseline."
    ),
    "mean-peak-hr": (
        "the highest heart rate of good quality, of the ECG, or of the oximeter in a session "
        "without a rate from the ECG; when it was, and its difference from baseline."
    ),
    "mean-lowest-spo2": (
        "the lowest saturation of good quality, when it was, and its difference from baseline."
    ),
    "mean-above": (
        "time in which the last cuff value was at or above the active SBP or DBP limit; a value "
        "stands until the next one, at most twice the cuff interval. Cuff gap: the longest time "
        "without a cuff value during the infusion."
    ),
    "mean-alarms": (
        "every onset once, under the worst priority it reached; per hour of the session."
    ),
    "mean-given": (
        "the rates as they were entered, each over the time in which it ran, or the doses; the "
        "pump’s own volume where that was entered. The pump is not read."
    ),
    "mean-peak-map": "the highest mean pressure: the monitor’s, else (SBP + 2 DBP) / 3.",
    "mean-rise": (
        "from baseline to the peaks of SBP and DBP; z is the systolic rise in steps of 12 mmHg."
    ),
    "mean-above-pair": (
        "time of either pressure, then the area of SBP and of DBP, on a straight line from one "
        "cuff value to the next, at most 15 min apart."
    ),
    "mean-steepest": (
        "of the line through four or five cuff values in 25 min, and when it would have met 180."
    ),
    "mean-product": (
        "heart rate × SBP, the highest, with the cuff value of the last 3 min. At rest "
        "6 000–9 000; from 15 000 on the heart works hard."
    ),
    "mean-shock": (
        "heart rate / SBP, the highest, with the cuff value of the last 3 min. Usually 0.5–0.7."
    ),
    "mean-news2": "the highest score of what was measured; consciousness is not in it.",
    "mean-burden": (
        "time, area and longest stretch of SBP at or above {0} mmHg, on a straight line from one "
        "cuff value to the next; stretches over 15 min without a value are left out."
    ),
    "mean-active": (
        "time of either pressure at or above the limit that was active at each moment, then the "
        "area of SBP and of DBP, on a straight line from one cuff value to the next, at most "
        "15 min apart."
    ),
    "mean-return": (
        "from the peak of SBP to the first of two values in a row that are both no more than 10 % "
        "or 10 mmHg, whichever is more, over baseline, in SBP and in DBP."
    ),
    "mean-answered": (
        "half of the alarms of the patient were answered faster: from the first sound to the "
        "first answer; then the slowest one, and how many were answered."
    ),
}
