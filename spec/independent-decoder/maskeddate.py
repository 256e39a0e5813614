"""Dates of which digits may be unknown (IDB-18, IDB-25)."""

import re
from dataclasses import dataclass
from datetime import date
from typing import Iterator

from days import FIRST_YEAR, LAST_YEAR, real_day
from refusal import Refusal


@dataclass(frozen=True)
class MaskedDate:
    digits: str
    """MMDDYYYY, ``x`` for a digit that is not known."""

    @property
    def text(self) -> str:
        return f"{self.digits[4:]}-{self.digits[:2]}-{self.digits[2:4]}"

    def days(self) -> Iterator[date]:
        """Every day that fits, the earliest first."""
        pattern = re.compile(self.text.replace("x", "[0-9]"))
        for year in range(FIRST_YEAR, LAST_YEAR + 1):
            if re.fullmatch(self.digits[4:].replace("x", "[0-9]"), str(year)):
                for month in range(1, 13):
                    for day in range(1, 32):
                        found = real_day(year, month, day)
                        if found and pattern.fullmatch(found.isoformat()):
                            yield found

    def certain_end(self) -> date:
        """A document is never good for longer than it certainly is."""
        if "x" in self.digits[4:]:
            raise Refusal("IDB-25", "an end date of an unknown year")
        return next(self.days())


def decode(value: bytes) -> MaskedDate:
    mask, written = value[0], f"{int.from_bytes(value[1:4], 'big'):08d}"
    unknown = [bool(mask & 0x80 >> place) for place in range(8)]
    if any(hidden and digit != "0" for hidden, digit in zip(unknown, written)):
        raise Refusal("IDB-18", "a digit that is not known is not written as 0")
    found = MaskedDate("".join("x" if hidden else digit for hidden, digit in zip(unknown, written)))
    if next(found.days(), None) is None:
        raise Refusal("IDB-18", "the known digits are those of no day")
    return found
