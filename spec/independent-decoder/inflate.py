"""Exactly one zlib stream within bounds that are applied while inflating (CRED-4, IDB-4)."""

import zlib

from refusal import Refusal
from registry import limit


def inflate(data: bytes, most: int, rule: str, letters: bool = False) -> bytes:
    """``letters``: whether the rule tells its faults apart by letters, as CRED-4 does."""
    def fault(letter: str, detail: str) -> Refusal:
        return Refusal(rule + letter if letters else rule, detail)

    # The flag of a preset dictionary counts only where the two bytes are a head of zlib at all.
    if len(data) > 1 and data[1] & 0x20 and data[0] & 0x0F == 8 and int.from_bytes(data[:2], "big") % 31 == 0:
        raise fault("c", "a preset dictionary")
    by_ratio = limit("maxInflateRatio") * len(data)
    bound = min(most, by_ratio)
    stream = zlib.decompressobj()
    try:
        out = stream.decompress(data, bound + 1)
    except zlib.error:
        raise fault("a", "not a zlib stream, or a damaged one") from None
    if len(out) > bound:
        raise fault("e" if bound == most else "f", f"more than {bound} bytes out")
    if not stream.eof:
        raise fault("b", "cut short")
    if stream.unused_data:
        raise fault("d", "bytes after its end")
    return out
