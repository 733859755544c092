"""Why something about screening, scores or leaving is not done now: one sentence a reason.

`{0}`, `{1}` are the arguments of the refusal; those that begin with ``reason-``, ``reply-``,
``criterion-`` or ``scale-`` are named by the sentence of that id.
"""

from __future__ import annotations

CHECK_REFUSALS: dict[str, str] = {
    # ---- a step in the wrong order
    "baseline-under-way": "The baseline is being measured already; take the next cuff reading.",
    "baseline-too-late": (
        "The drug was given: a resting value can only be entered by hand now, under Baseline."
    ),
    "discharge-before-drug": (
        "Nothing was given yet; to leave without a treatment, end the session with the reason."
    ),
    "discharge-while-giving": (
        "The treatment is still under way: stop it first, then go on to the discharge."
    ),
    "discharge-under-way": "The discharge has begun already; look at the checklist.",
    "end-while-giving": (
        "The treatment is still under way: stop it first; the session is signed after recovery."
    ),
    # ---- screening
    "question-unknown": "There is no question {0}; there are {1}.",
    "answer-unknown": "{0} is no answer to «{1}»; choose one of {2}.",
    # ---- the decision
    "start-unknown": (
        "Not started: {0} is still open ({1} open in all). Answer or measure it, "
        "or let a provider go on with a reason."
    ),
    "start-caution": "Not started: {0}, {1}. A provider must sign this caution first.",
    "start-no-go": (
        "Not started, no-go: {0}, {1}. Only a provider can override it, "
        "with a reason and a second person."
    ),
    "decision-none": "In this session no decision is asked for; there is nothing to sign.",
    "decision-too-late": (
        "The drug was given already; write down what is to be said about it as a note."
    ),
    "decision-wants-nothing": "Nothing speaks against it; it needs no signature.",
    "decision-wants-provider": "Name the provider who takes it on: {0}, {1}.",
    "decision-wants-reason": "Say why the treatment goes on in spite of it: {0}, {1}.",
    "decision-wants-second": (
        "A no-go needs a second person beside the provider: {0}, {1}. Name her."
    ),
    "signature-needs-name": "Sign in first: a signature needs a name.",
    # ---- scores and counts
    "score-out-of-range": "{0} is {1}; expected {2} to {3}.",
    "score-item-out-of-range": "An item of {0} is out of bounds; each has 0 to {5}.",
    "score-items-missing": "{0} has {4} items; give all of them, or only the total.",
    "score-sum-differs": "The items of {0} do not add up to {1}; correct one of them.",
    "score-wants-result": "{0} is kept as a result in words, without a number; choose one.",
    "score-has-no-result": "{0} has a number and no result in words; give the total.",
    "breaths-impossible": "{0} breaths a minute cannot be; expected {1} to {2}.",
    "standing-minute-unknown": "A standing pressure is taken after {1} min, not after {0} min.",
    # ---- leaving
    "criterion-unknown": "{0} is not asked for in this session now; look at the list again.",
    "criterion-computed": (
        "«{0}» comes from the record and cannot be ticked: measure or score it, "
        "or let it go with a reason."
    ),
    "tick-wants-text-next-date": "Give the date of the next session, or write that there is none.",
    "tick-wants-text-provider-seen": "Name the provider who saw the patient.",
    "override-wants-reason": "Say why «{0}» is let go.",
    "criterion-met": "«{0}» is met; there is nothing to let go.",
    "end-unmet-1": "Not signed: «{0}» is not met. Do it, or sign with a reason.",
    "end-unmet-2": "Not signed: «{0}» and «{1}» are not met. Do them, or sign with a reason.",
    "end-unmet-more": (
        "Not signed: «{0}», «{1}» and {2} more are not met. Do them, or sign with a reason."
    ),
    "end-in-emergency": (
        "Not signed: the emergency on this chair goes on. End the emergency first, then sign."
    ),
    "end-wants-why-nothing": "Nothing was given in this session: say why, then it can be ended.",
}
