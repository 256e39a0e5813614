"""The codings of feature values, shared by seals and IDBs (VDS-19)."""

import unicodedata
import uuid
from datetime import date
from typing import Any, Optional

import c40
import mrz
from days import from_digits
from refusal import Refusal

DURATIONS = {b"\x00\x00\x00": "until-end-date", b"\xff\xff\xff": "decided-at-border", b"\xfe\xfe\xfe": "transit"}


def check_size(row: dict[str, Any], value: bytes, rule: str) -> None:
    fewest, most = row["bytes"]
    if not fewest <= len(value) <= most:
        raise Refusal(rule, f"{row['name']} has {len(value)} bytes")


def shown(row: dict[str, Any], value: bytes, rule: str) -> str:
    """The value in the words of its coding."""
    coding = row["coding"]
    if coding == "mrz":
        return mrz.decode(value, row["mrz"], rule).text
    if coding == "c40":
        return _c40(row, value, rule)
    if coding == "utf8":
        return _utf8(row, value, rule)
    if coding == "uint":
        return str(int.from_bytes(value, "big"))
    if coding == "duration":
        return DURATIONS.get(value) or _duration(value)
    if coding == "uuid":
        return str(uuid.UUID(bytes=value))
    if coding == "day":
        return _day(value, rule).isoformat()
    if coding == "period":
        first, last = period(value, rule)
        return "/".join(day.isoformat() if day else ".." for day in (first, last))
    return value.hex()


def _c40(row: dict[str, Any], value: bytes, rule: str) -> str:
    text = c40.decode(value).rstrip(" ")
    fewest, most = row["characters"]
    if not fewest <= len(text) <= most:
        raise Refusal(rule, f"{row['name']} has {len(text)} characters")
    return text


def _utf8(row: dict[str, Any], value: bytes, rule: str) -> str:
    try:
        text = value.decode("utf-8")
    except UnicodeDecodeError:
        raise Refusal(rule, f"{row['name']} is not UTF-8") from None
    if any(unicodedata.category(c) == "Cc" for c in text):
        raise Refusal(rule, f"{row['name']} has a control character")
    return text


def _duration(value: bytes) -> str:
    days, months, years = value
    return "P" + "".join(f"{n}{letter}" for n, letter in ((years, "Y"), (months, "M"), (days, "D")) if n)


def _day(value: bytes, rule: str) -> date:
    found = from_digits(value.decode("latin-1"))
    if found is None:
        raise Refusal(rule, "no day of the calendar")
    return found


def period(value: bytes, rule: str) -> tuple[Optional[date], Optional[date]]:
    parts = value.split(b"\x00")
    if len(parts) != 2 or not any(parts):
        raise Refusal(rule, "no period")
    first, last = (_day(part, rule) if part else None for part in parts)
    if first and last and first > last:
        raise Refusal(rule, "a period that ends before it begins")
    return first, last
