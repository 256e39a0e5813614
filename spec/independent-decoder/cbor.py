"""Deterministic CBOR (CRED-10, CRED-11): integers, byte strings, text, arrays, maps, false, true, null."""

from typing import Any

from refusal import Refusal
from registry import limit


def decode(data: bytes) -> Any:
    """Exactly one item. Byte strings are ``bytes``, maps are dicts in the order of their (sorted) keys."""
    reader = _Reader(data)
    item = reader.item(0)
    if reader.at != len(data):
        raise Refusal("CRED-10b", "bytes after the end of the item")
    return item


class _Reader:
    def __init__(self, data: bytes) -> None:
        self.data = data
        self.at = 0
        self.most_depth = limit("maxCborDepth")

    def take(self, count: int) -> bytes:
        if count > len(self.data) - self.at:
            raise Refusal("CRED-10a", "ends early")
        self.at += count
        return self.data[self.at - count:self.at]

    def head(self) -> tuple[int, int]:
        first = self.take(1)[0]
        major, low = first >> 5, first & 0x1F
        if low == 31:
            raise Refusal("CRED-10c", "indefinite length")
        if low >= 28:
            raise Refusal("CRED-10e", "a reserved head")
        if major == 6:
            raise Refusal("CRED-10l", "a tag")
        if major == 7 and low in (25, 26, 27):
            raise Refusal("CRED-10j", "floating point")
        if major == 7 and low not in (20, 21, 22):
            raise Refusal("CRED-10k", "a simple value other than false, true and null")
        if low < 24:
            return major, low
        size = 1 << (low - 24)
        number = int.from_bytes(self.take(size), "big")
        if number < 24 or (size > 1 and number < 1 << (4 * size)):
            raise Refusal("CRED-10d", "a head longer than its number needs")
        return major, number

    def item(self, depth: int) -> Any:
        if depth > self.most_depth:
            raise Refusal("CRED-11", f"nested deeper than {self.most_depth}")
        major, number = self.head()
        if major == 0:
            return number
        if major == 1:
            return -1 - number
        if major == 2:
            return self.take(number)
        if major == 3:
            return _text(self.take(number))
        if major == 4:
            self.countable(number)
            return [self.item(depth + 1) for _ in range(number)]
        if major == 5:
            self.countable(2 * number)
            return self.map(number, depth + 1)
        return {20: False, 21: True, 22: None}[number]

    def countable(self, items: int) -> None:
        # Every item takes a byte at least, so a count beyond the bytes left can be refused before anything is read.
        if items > len(self.data) - self.at:
            raise Refusal("CRED-10a", "a count beyond the bytes there are")

    def map(self, count: int, depth: int) -> dict[Any, Any]:
        found: dict[Any, Any] = {}
        before = b""
        for _ in range(count):
            start = self.at
            key = self.item(depth)
            # bool is a kind of int to Python; it is none to CBOR.
            if type(key) not in (int, str):
                raise Refusal("CRED-10h", "a map key that is neither an integer nor text")
            encoded = self.data[start:self.at]
            if encoded == before:
                raise Refusal("CRED-10f", "a map key twice")
            if encoded < before:
                raise Refusal("CRED-10g", "map keys out of order")
            before = encoded
            found[key] = self.item(depth)
        return found


def _text(data: bytes) -> str:
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        raise Refusal("CRED-10i", "text that is not UTF-8") from None


def encode_bytes(data: bytes) -> bytes:
    """A byte string with its head, for the structure that is signed (CRED-20)."""
    length = len(data)
    if length < 24:
        return bytes([0x40 + length]) + data
    if length < 256:
        return bytes([0x58, length]) + data
    return b"\x59" + length.to_bytes(2, "big") + data
