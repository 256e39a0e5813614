"""Text that shows what it is (CRED-30 to CRED-32) and codes of countries (CRED-42)."""

import re
import unicodedata

from refusal import Refusal
from registry import table

# Marks that turn the reading direction, and the byte order mark.
TURNING = {0x061C, 0x200E, 0x200F, 0xFEFF, *range(0x202A, 0x202F), *range(0x2066, 0x206A)}


def assigned() -> list[list[int]]:
    entries = (entry for line in table("unicode")["assigned"] for entry in line.split())
    return [[int(end, 16) for end in entry.split("-")] for entry in entries]


ASSIGNED = assigned()


def is_assigned(c: str) -> bool:
    return any(entry[0] <= ord(c) <= entry[-1] for entry in ASSIGNED)


def check(text: str, most: int) -> None:
    if not 1 <= len(text.encode("utf-8")) <= most:
        raise Refusal("CRED-30", f"text that has not 1 to {most} bytes")
    if text.startswith(" ") or text.endswith(" "):
        raise Refusal("CRED-31a", "text with a space at an end")
    if any(ord(c) in TURNING or unicodedata.category(c) in ("Cc", "Cs", "Co", "Zl", "Zp") or not is_assigned(c) for c in text):
        raise Refusal("CRED-31b", "a character that may not stand in text")
    if not unicodedata.is_normalized("NFC", text):
        raise Refusal("CRED-32", "text that is not in normal form C")


def is_country(text: str) -> bool:
    return re.fullmatch("D|[A-Z]{3}", text) is not None
