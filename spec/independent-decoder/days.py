"""Days of the calendar in the four ways in which the formats write them."""

import re
from datetime import date, datetime, timedelta, timezone
from typing import Optional
from zoneinfo import ZoneInfo

from refusal import Refusal
from registry import time_zone

FIRST_YEAR, LAST_YEAR = 1900, 2999


def real_day(year: int, month: int, day: int) -> Optional[date]:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def bounded_day(year: int, month: int, day: int) -> Optional[date]:
    """A day of the years that documents may name; outside of these it counts as none."""
    return real_day(year, month, day) if FIRST_YEAR <= year <= LAST_YEAR else None


def from_number(number: int, rule: str) -> date:
    """MMDDYYYY as one decimal number (VDS-7)."""
    found = bounded_day(number % 10000, number // 1000000, number // 10000 % 100)
    if found is None:
        raise Refusal(rule, "a date that is no day of the calendar")
    return found


def from_digits(text: str) -> Optional[date]:
    """YYYYMMDD, ASCII digits only."""
    if not re.fullmatch("[0-9]{8}", text):
        return None
    return bounded_day(int(text[:4]), int(text[4:6]), int(text[6:]))


def from_iso(text: str) -> Optional[date]:
    """YYYY-MM-DD and nothing like it."""
    return from_digits(text.replace("-", "")) if re.fullmatch("[0-9]{4}-[0-9]{2}-[0-9]{2}", text) else None


def birth_date(digits: str) -> Optional[str]:
    """A birth date of eight digits with zeros for what is unknown, from the day upwards (CRED-43), with hyphens."""
    if not re.fullmatch("[0-9]{8}", digits):
        return None
    year, month, day = digits[:4], digits[4:6], digits[6:]
    if year == "0000":
        known = month == day == "00"
    elif month == "00":
        known = day == "00"
    else:
        known = real_day(int(year), int(month), int(day) or 1) is not None
    if not known or (year != "0000" and not 1850 <= int(year) <= LAST_YEAR):
        return None
    return f"{year}-{month}-{day}"


def local_day(seconds: int, country: str) -> str:
    """The day in the issuing country that holds this second."""
    moment = datetime(1970, 1, 1, tzinfo=timezone.utc) + timedelta(seconds=seconds)
    try:
        return moment.astimezone(ZoneInfo(time_zone(country))).date().isoformat()
    except OverflowError:  # the last hours of the year 9999, east of Greenwich
        return moment.date().isoformat()
