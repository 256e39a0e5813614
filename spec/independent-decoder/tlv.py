"""Reading bytes from front to back: cuts, DER lengths, features."""

from typing import Callable

from refusal import Refusal


class Cursor:
    """A place in the bytes; whoever asks for more than there is breaks ``end_rule``."""

    def __init__(self, data: bytes, end_rule: str) -> None:
        self.data = data
        self.at = 0
        self.end_rule = end_rule

    def left(self) -> int:
        return len(self.data) - self.at

    def take(self, count: int) -> bytes:
        if count > self.left():
            raise Refusal(self.end_rule, f"ends early: {count} bytes expected at {self.at}, {self.left()} there")
        self.at += count
        return self.data[self.at - count:self.at]

    def byte(self) -> int:
        return self.take(1)[0]

    def der_length(self, rule: str = "VDS-11") -> int:
        """A DER length in its shortest form, of at most two further bytes."""
        first = self.byte()
        if first < 0x80:
            return first
        if first not in (0x81, 0x82):
            raise Refusal(rule, "a length of another form")
        length = int.from_bytes(self.take(first - 0x80), "big")
        if length < (0x80 if first == 0x81 else 0x100):
            raise Refusal(rule, "a length that is not in its shortest form")
        return length


def features(cursor: Cursor, length: Callable[[Cursor], int], stop_tag: int, twice_rule: str) -> dict[int, bytes]:
    """Tag, length, value, until the bytes end or the next tag is ``stop_tag`` (which is left unread)."""
    found: dict[int, bytes] = {}
    while cursor.left() and cursor.data[cursor.at] != stop_tag:
        tag = cursor.byte()
        if tag in found:
            raise Refusal(twice_rule, f"tag {tag:02X} twice")
        found[tag] = cursor.take(length(cursor))
    return found
