"""Scores and how awake: the totals as observations, the answers as questionnaires.

Rule 1: PHQ-9 and GAD-7 have their LOINC codes, items and answers. A scale whose text is not free
        (MADRS, CADSS, C-SSRS) has its name and its result only.
Rule 2: a questionnaire stands for answers to all items. Where of the PHQ-9 only item 9 was kept
        beside the total, that is a component of the total.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from data.export.fhir.codes import (
    HOW_OFTEN,
    ITEMS,
    LOCAL,
    LOINC,
    ORDINAL_URL,
    PANELS,
    TOTALS,
    Json,
    category,
    coding,
    concept,
    local,
    own,
    words,
)
from data.export.fhir.frame import Frame, people, quantity, ref
from monitor.commands import Sedation
from monitor.entries import Entry
from monitor.treatment.commands import Scale, Score
from monitor.treatment.late_entries import moment
from monitor.treatment.scales import MOAAS, SCALES, band, check, self_harm

SURVEY = category("survey")
_NAMES = {
    Scale.DISSOCIATION: "Dissociation, 0 to 4",
    Scale.CADSS: "CADSS",
    Scale.ALDRETE: "Aldrete",
    Scale.PADSS: "PADSS",
    Scale.PAIN: "Pain, 0 to 10",
    Scale.NAUSEA: "Nausea, 0 to 3",
    Scale.PHQ9: "PHQ-9",
    Scale.GAD7: "GAD-7",
    Scale.MADRS: "MADRS",
    Scale.CSSRS: "C-SSRS",
}


def scores(frame: Frame, entries: Iterable[Entry]) -> Iterator[Json]:
    for entry in entries:
        what = entry.what
        if isinstance(what, Sedation):
            yield _sedation(frame, entry, what)
        elif isinstance(what, Score):
            yield from _score(frame, entry, what)


def _sedation(frame: Frame, entry: Entry, given: Sedation) -> Json:
    return frame.observation(
        entry.seq,
        category=SURVEY,
        code=concept(local("scale", MOAAS), text="MOAA/S"),
        valueQuantity=quantity(given.score, "{score}"),
        performer=people(given.by),
        **frame.at("effectiveDateTime", entry.now_s),
    )


def _score(frame: Frame, entry: Entry, score: Score) -> Iterator[Json]:
    at_s = moment(score.ago_s, entry.now_s)
    sources: list[Json] = []
    components: list[Json] = []
    fits = check(score) is None
    if fits and len(score.items) == len(SCALES[score.scale].items) > 0:
        answers = _answers(frame, entry, score, at_s)
        sources.append(ref(answers["id"]))
        yield answers
    elif fits and (item := self_harm(score)) is not None:
        code = concept(coding(LOINC, ITEMS[Scale.PHQ9][-1]), text=words("self-harm"))
        components.append({"code": code, "valueQuantity": quantity(item, "{score}")})
    yield frame.observation(
        entry.seq,
        category=SURVEY,
        code=_code(score.scale),
        component=components,
        derivedFrom=sources,
        performer=people(score.by),
        **_result(score, fits=fits),
        **frame.at("effectiveDateTime", at_s),
    )


def _code(scale: Scale) -> Json:
    if scale in TOTALS:
        return concept(coding(LOINC, TOTALS[scale]), text=_NAMES[scale])
    return concept(local("scale", scale), text=_NAMES[scale])


def _result(score: Score, *, fits: bool) -> Json:
    if score.total is None:
        return {
            "valueCodeableConcept": own("scale-result", score.result) if score.result else None
        }
    meaning = band(score.scale, score.total) if fits else ""
    return {
        "valueQuantity": quantity(score.total, "{score}"),
        "interpretation": [own("scale-band", meaning)] if meaning else [],
    }


def _answers(frame: Frame, entry: Entry, score: Score, at_s: float) -> Json:
    scale = score.scale
    known = PANELS.get(scale)
    return frame.resource(
        "QuestionnaireResponse",
        entry.seq,
        questionnaire=f"{LOINC}/q/{known}" if known else f"{LOCAL}questionnaire:{scale}",
        status="completed",
        subject=frame.subject(),
        encounter=frame.encounter(),
        author=next(iter(people(score.by)), None),
        item=[_item(scale, place, points) for place, points in enumerate(score.items)],
        **frame.at("authored", at_s),
    )


def _item(scale: Scale, place: int, points: int) -> Json:
    text = words(SCALES[scale].items[place])
    if scale not in ITEMS:
        answer: Json = {"valueInteger": points}
        return {"linkId": SCALES[scale].items[place], "text": text, "answer": [answer]}
    answer = {
        "valueCoding": {
            **coding(LOINC, *HOW_OFTEN[points]),
            "extension": [{"url": ORDINAL_URL, "valueDecimal": points}],
        }
    }
    return {"linkId": f"/{ITEMS[scale][place]}", "text": text, "answer": [answer]}
