"""The words about formats with codes in them: what was asked for, whose codes they are.

Part of `ui.words`: the rules are those of `ui.words`, and so is the way in: `say`. The notices are
those that Regenstrief asks for, and stay in English in every language.

Source: the licences of LOINC and of UCUM.
"""

from __future__ import annotations

FHIR_SENTENCES: dict[str, str] = {
    "export-choice-unknown": "The format {0} has no --{1}; leave it out.",
    "about-codes": "Codes",
    "about-loinc": (
        "This material contains content from LOINC (http://loinc.org). LOINC is copyright © "
        "Regenstrief Institute, Inc. and the Logical Observation Identifiers Names and Codes "
        "(LOINC) Committee and is available at no cost under the license at "
        "http://loinc.org/license. LOINC® is a registered United States trademark of Regenstrief "
        "Institute, Inc."
    ),
    "about-ucum": (
        "This material contains content from UCUM (http://ucum.org). UCUM is copyright © "
        "Regenstrief Institute, Inc. All rights reserved; it is available at no cost under the "
        "license at http://ucum.org/license."
    ),
    "about-snomed": (
        "Codes of SNOMED CT® are written only where an export asks for them (--snomed). Whoever "
        "asks needs a licence of SNOMED International, which many countries hold for everybody."
    ),
}
