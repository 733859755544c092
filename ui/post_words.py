"""The sentences about what is sent to another system: queue, receiver, refusals.

Part of `ui.words`: the rules are those of `ui.words`, and so is the way in: `say`.
"""

from __future__ import annotations

POST_SENTENCES: dict[str, str] = {
    "post-none": "There is no receiver; set one with chairside send --receiver HOST:PORT.",
    "post-none-here": "There is no receiver yet; say where to send to first.",
    "batch-running": (
        "A session runs here; many sessions are handed over when it is over, one at any time."
    ),
    "post-receiver": "Sessions are sent to {0} by TLS.",
    "post-receiver-clear": (
        "Sessions are sent to {0} IN CLEAR: everybody on the way can read them; use TLS."
    ),
    "post-receiver-gone": "From now on nothing is sent.",
    "post-receiver-wrong": "{0} is no host; write HOST, HOST:PORT or [ADDRESS]:PORT.",
    "post-receiver-failed": "{0} cannot be written ({1}); choose another folder or make room.",
    "post-other-receiver": "{0} is no longer the receiver; hand the session over anew.",
    "post-simulated": "Session {0} is simulated: nothing of it is sent to a record system.",
    "post-no-session": "Session {0} is no longer in the record.",
    "post-box-failed": "The queue in {0} cannot be used ({1}); make room or give back the folder.",
    "post-empty": "Nothing waits to be sent.",
    "post-sent": "{0} was taken by {1}.",
    "post-waits": "{0} waits for {1}; tries so far: {2}. {3}",
    "post-waits-first": "{0} waits for {1}.",
    "post-refused": "{0} was refused by {1}: {2}",
    "post-queued": "Session {0} waits to be sent to {1}.",
    "post-authority-wrong": "{0} cannot vouch for a host ({1}); give a PEM file of an authority.",
    # ---- on the page of the day
    "day-sending": "Sending",
    "post-part-refused": "Sending · {0} refused",
    "post-part-waiting": "Sending · {0} waiting",
    "post-part-trouble": "Sending · cannot be read",
    "post-open": "Not sent yet",
    "post-lately": "Sent in the last {0} days",
    "post-nothing-open": "Nothing waits, and nothing was refused.",
    "post-nothing-sent": "None.",
    "post-more": "{0} more; «chairside send --list» names them all.",
    "post-row": "Session {0}",
    "post-row-refused": "Not taken, {0}: {1}",
    "post-row-first": "Waits for {0} since {1}.",
    "post-row-waits": "Waits for {0}; next try {2}. Tried {3} times: {1}.",
    "post-row-waits-once": "Waits for {0}; next try {2}. Tried once: {1}.",
    "post-row-sent": "Taken by {0}, {1}; handed over by {2}.",
    "post-again": "Try again",
    "post-once-more": "Send once more",
    "post-drop": "Take off the list",
    "post-drop-sure": "Really: it is not sent",
    "post-dropped": "Session {0} is off the list; it is not sent to {1}.",
    "post-sent-dropped": "Session {0} is off the list; {1} has it.",
    "post-all-again": "Try all again",
    "post-all-queued": "{0} sessions wait to be sent to {1}.",
    # ---- where to
    "post-title": "Sending to a record system",
    "post-nowhere": "Nothing is sent from here.",
    "post-choose": "Choose where to send…",
    "post-change": "Change…",
    "post-where": "Host and port",
    "post-where-hint": "HOST:PORT",
    "post-by": "How it travels",
    "post-by-tls": "Protected by TLS",
    "post-by-clear": "In clear",
    "post-tls-does": "The host's name and its certificate are checked each time.",
    "post-clear-does": (
        "Without TLS everybody on the way can read it: who the patient is, and all values. "
        "Only on a line that nobody else is on."
    ),
    "post-authority": "File of the authority (PEM)",
    "post-authority-hint": "empty = the authorities of this computer",
    "post-left-behind": "What waits for {0} is refused then; «Try again» sends it to the new one.",
    "post-keep": "Send there from now on",
    "post-stop": "Send nothing any more",
    "post-stop-sure": "Really: send nothing",
    "post-not-now": "Cancel",
}
