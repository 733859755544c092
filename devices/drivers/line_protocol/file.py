"""From the text of a file to its `Description`, or to everything that is wrong with it."""

from __future__ import annotations

import enum
import re
from collections.abc import Callable
from dataclasses import fields
from typing import Any, TypeVar

import cattrs
from cattrs.gen import make_dict_structure_fn

from devices.drivers.line_protocol.description import (
    Cuff,
    Description,
    Field,
    Line,
    Message,
    Missing,
    NewBy,
    ParityWord,
    Poll,
    Unexpected,
    either,
    one_of,
)
from devices.errors import UnknownDriver
from devices.toml_text import toml_table
from monitor.vitals import LostReason, VitalSign

Word = TypeVar("Word", bound=enum.StrEnum)
Table = TypeVar("Table")


class LineFileError(UnknownDriver):
    """A file does not describe a monitor; the text names the file, the key, the value and more."""


def described(text: str, *, where: str) -> Description:
    """Raises `LineFileError`, which begins with `where`."""
    try:
        table = toml_table(text)
    except ValueError as error:
        raise LineFileError(f"{where} is not TOML: {error}") from None
    try:
        _check_containers(table)
        return _strict().structure(table, Description)
    except (Unexpected, Missing) as error:
        raise LineFileError(f"{where}: {error.key} {error}") from None
    except cattrs.BaseValidationError as error:
        faults = cattrs.transform_error(error, path="", format_exception=_worded)
        raise LineFileError(f"{where}: {'; '.join(map(_with_place, faults))}") from None


def _check_containers(table: dict[str, Any]) -> None:
    """What is looked into before it is understood."""
    for key in ("fields", "missing"):
        if not isinstance(table.get(key, {}), dict):
            raise Unexpected(key, table[key], f"a table [{key}]")
    if not isinstance(table.get("message", []), list):
        raise Unexpected("message", table["message"], "tables [[message]], in double brackets")
    cuff = table.get("cuff", {})
    if isinstance(cuff, dict) and not isinstance(cuff.get("statuses", {}), dict):
        raise Unexpected("cuff.statuses", cuff["statuses"], "a table [cuff.statuses]")


_SAYS = "\x1f"
"""Stands between a key and what is said of it, until the place of the key is known."""


def _worded(fault: BaseException, _wanted: type | None) -> str:
    match fault:
        case Unexpected() | Missing():
            return f"{fault.key}{_SAYS}{fault}"
        case cattrs.ForbiddenExtraKeysError():
            known = [attribute.name for attribute in fields(fault.cl)]
            return f"{either(sorted(fault.extra_fields))}{_SAYS}is no key; keys: {either(known)}"
        case KeyError():
            return f"{_SAYS}is missing"
        case _:
            return f"{_SAYS}is not understood; expected a table"


def _with_place(fault: str) -> str:
    """``key SAYS text @ .place['name'][0]`` becomes ``place.name 1.key text``."""
    said, _, place = fault.rpartition(" @ ")
    key, _, text = said.partition(_SAYS)
    place = re.sub(r"\[(\d+)\]", lambda index: f" {int(index[1]) + 1}", place)
    place = re.sub(r"\['([^']*)'\]", r".\1", place)
    return f"{'.'.join(part for part in (place.strip('.'), key) if part)} {text}".lstrip()


# ---- nothing is converted -----------------------------------------------------------------------


def _text(value: object, _: Any) -> str:
    if not isinstance(value, str):
        raise Unexpected("", value, "a text in quotes")
    return value


def _whole(value: object, _: Any) -> int:
    if not isinstance(value, int) or isinstance(value, bool):
        raise Unexpected("", value, "a whole number without quotes")
    return value


def _number(value: object, _: Any) -> float:
    if not isinstance(value, int | float) or isinstance(value, bool):
        raise Unexpected("", value, "a number without quotes")
    return float(value)


def _switch(value: object, _: Any) -> bool:
    if not isinstance(value, bool):
        raise Unexpected("", value, "true or false without quotes")
    return value


def _texts(value: object, _: Any) -> tuple[str, ...]:
    if not isinstance(value, list) or not all(isinstance(text, str) for text in value):
        raise Unexpected("", value, 'a list of texts such as ["hr", "spo2"]')
    return tuple(value)


def _word(value: object, words: type[Word]) -> Word:
    text = _text(value, str)
    one_of("", text, [word.value for word in words])
    return words(text)


def _table_of(wanted: type[Table], converter: cattrs.Converter) -> Callable[[Any, Any], Table]:
    """One table of the file. Every key that we do not know is said."""
    structure: Callable[[Any, Any], Table] = make_dict_structure_fn(
        wanted, converter, _cattrs_forbid_extra_keys=True
    )

    def table(value: object, _: Any) -> Table:
        if not isinstance(value, dict):
            raise Unexpected("", value, "a table")
        return structure(value, wanted)

    return table


def _strict() -> cattrs.Converter:
    converter = cattrs.Converter()
    for kind, hook in ((str, _text), (int, _whole), (float, _number), (bool, _switch)):
        converter.register_structure_hook(kind, hook)
    converter.register_structure_hook_func(lambda kind: kind == tuple[str, ...], _texts)
    for words in (VitalSign, LostReason, ParityWord, NewBy):
        converter.register_structure_hook(words, _word)
    for table in (Line, Poll, Field, Message, Cuff, Description):
        converter.register_structure_hook(table, _table_of(table, converter))
    return converter
