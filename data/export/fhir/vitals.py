"""What was measured now and then: cuffs, a weight, counted breaths, the resting values.

Rule 1: one cuff measurement is one observation of the panel, with a component for each pressure;
        its pulse is an observation of its own, which the blood-pressure profile has no place for.
Rule 2: a cuff that gave no result is an observation too: `dataAbsentReason` is `error`, and the
        note says which. It is never a zero.
Rule 3: what a repeat did not confirm is `preliminary`, an artefact `entered-in-error`; both have
        a note. Of a value of which only is known that it was there when the monitor was connected,
        the moment is a period without a beginning.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from data.export.fhir.codes import (
    BP_PANEL,
    DOUBTS,
    LOINC,
    POSITION_URL,
    STANDING,
    STATUS,
    WEIGHT,
    Json,
    absent,
    category,
    coding,
    concept,
    own,
    sign_concept,
)
from data.export.fhir.frame import Frame, note, people, quantity, ref, sign_quantity
from monitor.commands import ManualCuff
from monitor.entries import Entry
from monitor.events import SessionOpened
from monitor.outcomes import BaselineAccepted
from monitor.treatment.commands import CountBreaths, Mount, StandingCuff
from monitor.treatment.mounting import merged
from monitor.vitals import CuffFailed, CuffResult, Quality, VitalSign

VITAL = category("vital-signs")
_PRESSURES = (VitalSign.SBP, VitalSign.DBP, VitalSign.MAP)
_OLD = (Quality.BEFORE_SESSION, Quality.AGE_UNKNOWN)
_BY_HAND = "measured by a person"


class Vitals:
    """Hears a session in its order and says what it measured."""

    def __init__(self, frame: Frame) -> None:
        self._frame = frame
        self._mount: Mount | None = None

    def told(self, entries: Iterable[Entry]) -> Iterator[Json]:
        for entry in entries:
            tell = _TOLD.get(type(entry.what))
            if tell is not None:
                yield from tell(self, entry, entry.what)

    # ---- the cuff

    def _panel(self, entry: Entry, values: tuple[float | None, ...], **more: Any) -> Json:
        """Of the pressures, in their order; None = not measured."""
        components: list[Json] = []
        for sign, value in zip(_PRESSURES, values, strict=False):
            amount = sign_quantity(sign, value)
            if amount is not None:
                components.append({"code": sign_concept(sign), "valueQuantity": amount})
            elif sign is not VitalSign.MAP:
                components.append(
                    {"code": sign_concept(sign), "dataAbsentReason": absent("error")}
                )
        made = self._frame.observation(
            entry.seq,
            category=VITAL,
            code=concept(coding(LOINC, BP_PANEL), text="Blood pressure"),
            component=components,
            bodySite=self._arm(),
            **more,
        )
        for sign, value in zip(_PRESSURES, values, strict=False):
            if value is not None and "status" not in more:
                self._frame.measured.add(sign, entry.now_s, made["id"])
        return {**made, "meta": self._frame.bp_meta()}

    def _cuff(self, entry: Entry, cuff: CuffResult) -> Iterator[Json]:
        at_s = entry.now_s - (cuff.age_s or 0.0)
        shared: Json = self._when(cuff, at_s)
        shared["note"] = note(DOUBTS.get(cuff.quality, ""), _own_clock(cuff.device_time))
        if cuff.source == "manual":
            shared["method"] = {"text": _BY_HAND}
        else:
            shared["device"] = self._frame.device(cuff.source)
            shared["method"] = {"text": "oscillometric"}
        if cuff.quality in STATUS:
            shared["status"] = STATUS[cuff.quality]
        panel = self._panel(entry, (cuff.sbp, cuff.dbp, cuff.map), **shared)
        yield panel
        pulse = sign_quantity(VitalSign.NIBP_PULSE, cuff.pulse)
        if pulse is not None:
            shared["method"] = {"text": "found by the cuff"}
            yield self._frame.observation(
                entry.seq,
                "pulse",
                category=VITAL,
                code=sign_concept(VitalSign.NIBP_PULSE),
                valueQuantity=pulse,
                derivedFrom=[ref(panel["id"])],
                **shared,
            )

    def _when(self, cuff: CuffResult, at_s: float) -> Json:
        if cuff.quality in _OLD and cuff.age_s is None:
            return {"effectivePeriod": self._frame.period(None, at_s)}
        return self._frame.at("effectiveDateTime", at_s)

    def _by_hand(self, entry: Entry, cuff: ManualCuff) -> Iterator[Json]:
        yield self._panel(
            entry,
            (cuff.sbp, cuff.dbp),
            method={"text": _BY_HAND},
            performer=people(cuff.by),
            **self._frame.at("effectiveDateTime", entry.now_s),
        )

    def _standing(self, entry: Entry, cuff: StandingCuff) -> Iterator[Json]:
        frame = self._frame
        standing = concept(*frame.snomed_codings(STANDING), text="standing")
        symptoms = "with symptoms" if cuff.symptoms else "without symptoms"
        made = self._panel(
            entry,
            (cuff.sbp, cuff.dbp),
            extension=[{"url": POSITION_URL, "valueCodeableConcept": standing}],
            performer=people(cuff.by),
            note=note(f"Standing, {cuff.minute} min after getting up, {symptoms}."),
            # Not the resting pressure that alarms are derived from, hence said to be of its own.
            status="final",
            **frame.at("effectiveDateTime", entry.now_s),
        )
        made["component"].append(
            {"code": own("standing", "symptoms"), "valueBoolean": cuff.symptoms}
        )
        yield made

    def _failed(self, entry: Entry, failed: CuffFailed) -> Iterator[Json]:
        yield self._panel(
            entry,
            (None, None),
            dataAbsentReason=absent("error"),
            device=self._frame.device(failed.source),
            note=note(f"The cuff gave no result: {failed.reason}."),
            **self._frame.at("effectiveDateTime", entry.now_s),
        )

    def _arm(self) -> Json | None:
        arm = None if self._mount is None else self._mount.cuff_arm
        return None if arm is None else {"text": f"{arm} upper arm"}

    # ---- the rest

    def _mounted(self, _entry: Entry, mount: Mount) -> Iterator[Json]:
        self._mount = merged(self._mount, mount)
        return iter(())

    def _breaths(self, entry: Entry, counted: CountBreaths) -> Iterator[Json]:
        amount = sign_quantity(VitalSign.RR, counted.rr)
        if amount is None:
            return
        made = self._frame.observation(
            entry.seq,
            category=VITAL,
            code=sign_concept(VitalSign.RR),
            valueQuantity=amount,
            method={"text": "counted by a person"},
            performer=people(counted.by),
            **self._frame.at("effectiveDateTime", entry.now_s),
        )
        self._frame.measured.add(VitalSign.RR, entry.now_s, made["id"])
        yield made

    def _rested(self, entry: Entry, rest: BaselineAccepted) -> Iterator[Json]:
        values = (
            (VitalSign.SBP, rest.sbp),
            (VitalSign.DBP, rest.dbp),
            (VitalSign.HR, rest.hr),
            (VitalSign.SPO2, rest.spo2),
        )
        amounts = [(sign, sign_quantity(sign, value)) for sign, value in values]
        yield self._frame.observation(
            entry.seq,
            category=VITAL,
            code=own("observation", "resting-values"),
            component=[
                {"code": sign_concept(sign), "valueQuantity": amount}
                for sign, amount in amounts
                if amount is not None
            ],
            note=note("The baseline that the relative limits of this session follow."),
            **self._frame.at("effectiveDateTime", entry.now_s),
        )

    def _weighed(self, entry: Entry, opened: SessionOpened) -> Iterator[Json]:
        amount = quantity(opened.patient.weight_kg, "kg")
        if amount is not None:
            yield self._frame.observation(
                entry.seq,
                "weight",
                category=VITAL,
                code=concept(coding(LOINC, WEIGHT), text="Body weight"),
                valueQuantity=amount,
                performer=people(opened.by),
                **self._frame.at("effectiveDateTime", entry.now_s),
            )


def _own_clock(device_time: str | None) -> str:
    return f"The monitor's own clock: {device_time}." if device_time else ""


_TOLD: dict[type, Callable[[Vitals, Entry, Any], Iterator[Json]]] = {
    CuffResult: Vitals._cuff,
    ManualCuff: Vitals._by_hand,
    StandingCuff: Vitals._standing,
    CuffFailed: Vitals._failed,
    Mount: Vitals._mounted,
    CountBreaths: Vitals._breaths,
    BaselineAccepted: Vitals._rested,
    SessionOpened: Vitals._weighed,
}
