"""C40 (VDS-9): three characters in two bytes."""

from refusal import Refusal

ALPHABET = {3: " ", **{4 + i: c for i, c in enumerate("0123456789")},
            **{14 + i: c for i, c in enumerate("ABCDEFGHIJKLMNOPQRSTUVWXYZ")}}


def decode(data: bytes) -> str:
    """The characters, spaces for spaces, those at the end included."""
    if len(data) % 2:
        raise Refusal("VDS-9", "C40 of an odd number of bytes")
    return "".join(_pair(data[i], data[i + 1], i + 2 == len(data)) for i in range(0, len(data), 2))


def _pair(high: int, low: int, last: bool) -> str:
    if high == 0xFE:
        text = chr(low - 1) if low else ""
        if not last or text not in ALPHABET.values():
            raise Refusal("VDS-9", "a single character that is not the last, or none of the alphabet")
        return text
    number = high * 256 + low - 1
    if number < 0:
        raise Refusal("VDS-9", "no C40 group")
    values = [number // 1600, number // 40 % 40, number % 40]
    if last and values[2] == 0:
        values.pop()
    if any(value not in ALPHABET for value in values):
        raise Refusal("VDS-9", "a C40 value that stands for no character")
    return "".join(ALPHABET[value] for value in values)


def country(data: bytes, rule: str) -> str:
    """Three characters of which fillers end the code (VDS-4, IDB-6)."""
    text = decode(data)
    code = text.rstrip(" ")
    # A group of two characters decodes as well, and would be a second form of the same code.
    if len(text) != 3 or not code.isalpha():
        raise Refusal(rule, "the issuing country is not one to three letters, filled to three")
    return code
