"""Base45 (RFC 9285), strictly (CRED-3)."""

from refusal import Refusal

ALPHABET = {c: i for i, c in enumerate("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:")}


def decode(text: str) -> bytes:
    if len(text) % 3 == 1:
        raise Refusal("CRED-3a", "one character is left over")
    try:
        digits = [ALPHABET[c] for c in text]
    except KeyError:
        raise Refusal("CRED-3b", "a character outside of the alphabet") from None
    out = bytearray()
    for i in range(0, len(digits), 3):
        group = digits[i:i + 3]
        number = sum(digit * 45 ** place for place, digit in enumerate(group))
        size = len(group) - 1
        if number >= 256 ** size:
            raise Refusal("CRED-3c" if size == 2 else "CRED-3d", "a group that is too large")
        out += number.to_bytes(size, "big")
    return bytes(out)
