"""A FHIR bundle read by somebody who knows FHIR and nothing of the program that wrote it.

What is read twice is read by two: `fhir.resources` says whether each resource is one, and this
file, which takes plain JSON, what it says.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from fhir.resources.R4B import get_fhir_model_class
from fhir.resources.R4B.bundle import Bundle

from data.export.fhir.bundle import session_fhir
from data.export.material import Material

MDC = "urn:iso:std:iso:11073:10101"


@dataclass(frozen=True, slots=True)
class Found:
    """One number; `at` None = the bundle says that its moment is not known."""

    code: str
    value: float
    unit: str
    at: datetime | None
    status: str
    device: str


class Read:
    def __init__(self, bundle: bytes) -> None:
        self.json: dict[str, Any] = json.loads(bundle)
        self.entries: list[dict[str, Any]] = self.json["entry"]
        self.resources = [one["resource"] for one in self.entries]
        self.by_url = {one["fullUrl"]: one["resource"] for one in self.entries}

    def of(self, kind: str) -> list[dict[str, Any]]:
        return [one for one in self.resources if one["resourceType"] == kind]

    def one(self, kind: str) -> dict[str, Any]:
        (found,) = self.of(kind)
        return found

    def coded(self, code: str) -> list[dict[str, Any]]:
        """The observations with this code in whatever system."""
        return [one for one in self.of("Observation") if code in codes(one["code"])]

    def numbers(self) -> Iterator[Found]:
        """Every number of a vital sign, also of a component and of a series, by its MDC code."""
        for one in self.of("Observation"):
            if "urn:chairside:observation" in json.dumps(one["code"]):
                continue
            device = one.get("device", {}).get("reference", "")
            shared = one["status"], device
            yield from _own(one, moment(one), *shared)
            for part in one.get("component", []):
                yield from _own(part, moment(one), *shared)

    def valid(self) -> None:
        """Raises what the models of FHIR R4B say about it."""
        Bundle.model_validate(self.json)
        for resource in self.resources:
            get_fhir_model_class(resource["resourceType"]).model_validate(resource)

    def references(self) -> set[str]:
        return {
            value
            for element in walked(self.json)
            if isinstance(element, dict)
            for name, value in element.items()
            if name == "reference"
        }


def read(material: Material, **choices: bool) -> Read:
    return Read(b"".join(session_fhir(material, **choices)))


def codes(concept: dict[str, Any]) -> list[str]:
    return [one["code"] for one in concept.get("coding", [])]


def moment(resource: dict[str, Any]) -> datetime | None:
    period = resource.get("effectivePeriod", {})
    told = resource.get("effectiveDateTime") or period.get("start") or period.get("end")
    return datetime.fromisoformat(told) if told else None


def walked(value: Any) -> Iterator[Any]:
    """Every element of it."""
    yield value
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    for one in inner:
        yield from walked(one)


def _own(part: dict[str, Any], at: datetime | None, status: str, device: str) -> Iterator[Found]:
    mdc = [one["code"] for one in part["code"].get("coding", []) if one["system"] == MDC]
    if not mdc:
        return
    if "valueQuantity" in part:
        amount = part["valueQuantity"]
        yield Found(mdc[0], amount["value"], amount["code"], at, status, device)
    if "valueSampledData" in part:
        yield from _series(part["valueSampledData"], mdc[0], at, status, device)


def _series(
    data: dict[str, Any], code: str, at: datetime | None, status: str, device: str
) -> Iterator[Found]:
    assert data["dimensions"] == 1
    origin = data["origin"]
    for place, text in enumerate(data["data"].split(" ")):
        if text == "E":
            continue
        value = origin["value"] + float(text) * data.get("factor", 1)
        moved = None if at is None else at + timedelta(milliseconds=place * data["period"])
        yield Found(code, value, origin["code"], moved, status, device)
