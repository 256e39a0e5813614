"""Machine readable zones as a code carries them (VDS-30 to VDS-36)."""

import re
from dataclasses import dataclass
from datetime import date
from typing import Optional

import c40
from days import real_day
from refusal import Refusal

# Lines of so many characters, and how many characters of the last line a code carries.
FORMATS = {"TD1": ((30, 30, 30), 30), "TD2": ((36, 36), 36), "TD3": ((44, 44), 44),
           "MRV_A": ((44, 44), 28), "MRV_B": ((36, 36), 28)}


@dataclass(frozen=True)
class Zone:
    format: str
    lines: tuple[str, ...]

    @property
    def text(self) -> str:
        return "\n".join(self.lines)

    def _field(self, td1: tuple[int, int, int], others: tuple[int, int, int]) -> str:
        """Line, first and last position, counted from 1 as in the tables of Doc 9303."""
        line, first, last = td1 if self.format == "TD1" else others
        return self.lines[line - 1][first - 1:last]

    def names(self) -> tuple[str, str]:
        field = self.lines[2] if self.format == "TD1" else self.lines[0][5:]
        primary, _, secondary = field.partition("<<")
        return primary.replace("<", " ").strip(" "), secondary.replace("<", " ").strip(" ")

    def nationality(self) -> str:
        return self._field((2, 16, 18), (2, 11, 13)).rstrip("<")

    def sex(self) -> Optional[str]:
        return {"M": "M", "F": "F", "<": "X"}.get(self._field((2, 8, 8), (2, 21, 21)))

    def number(self) -> str:
        """The document number; a long one goes on in the optional data (VDS-33)."""
        field = self._field((1, 6, 14), (2, 1, 9))
        digit = self._field((1, 15, 15), (2, 10, 10))
        if self.format in ("TD1", "TD2") and digit == "<" and field[8] != "<":
            rest = self._field((1, 16, 30), (2, 29, 35)).partition("<")[0]
            if len(rest) >= 2:
                return field + rest[:-1]
        return field.rstrip("<")

    def birth_date(self, issued: date) -> Optional[str]:
        """With hyphens and zeros for unknown parts; none where what stands there is no day (VDS-32, VDS-36)."""
        written = self._field((2, 1, 6), (2, 14, 19))
        if not re.fullmatch("([0-9]{2}|<<){3}", written):
            return None
        year, month, day = (written[at:at + 2].replace("<<", "00") for at in (0, 2, 4))
        if written.startswith("<<"):
            return "0000-00-00" if month == day == "00" else None
        whole_year = _latest(int(year), issued)
        if month == "00":
            return f"{whole_year}-00-00" if day == "00" else None
        if real_day(whole_year, int(month), int(day) or 1) is None:
            return None
        return f"{whole_year}-{month}-{day}"

    def end_date(self, issued: date, rule: str) -> date:
        text = self._field((2, 9, 14), (2, 22, 27))
        if re.fullmatch("[0-9]{6}", text):
            first = issued.year - 50
            year = first + (int(text[:2]) - first) % 100
            found = real_day(year, int(text[2:4]), int(text[4:]))
            if found is not None:
                return found
        raise Refusal(rule, "the end date of the zone is no day of the calendar")

    def view(self, issued: Optional[date]) -> dict[str, str]:
        """What a verdict shows of a zone (VER-60); without a date to read years by, no birth date (IDB-26)."""
        surname, given = self.names()
        shown = {"surname": surname, "givenNames": given or None,
                 "birthDate": self.birth_date(issued) if issued else None,
                 "sex": self.sex(), "nationality": self.nationality(), "documentNumber": self.number()}
        return {name: value for name, value in shown.items() if value is not None}


def _latest(two_digits: int, issued: date) -> int:
    return issued.year - (issued.year - two_digits) % 100


def decode(data: bytes, kind: str, rule: str) -> Zone:
    text = c40.decode(data).replace(" ", "<")
    lengths, carried = FORMATS[kind]
    if len(text) != sum(lengths[:-1]) + carried:
        raise Refusal(rule, f"a zone of {len(text)} characters")
    lines = []
    for length in lengths:
        lines.append(text[:length].ljust(length, "<"))
        text = text[length:]
    return Zone(kind, tuple(lines))
