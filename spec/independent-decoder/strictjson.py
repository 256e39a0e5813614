"""One JSON text by NC-3. Numbers stay as they are written, because NC-4 and NC-6 judge how they are written."""

import json
from typing import Any, NoReturn

from refusal import Refusal
from registry import limit


class Number(str):
    """A number as it is written in the text."""


def decode(data: bytes) -> Any:
    try:
        # The white space of Python's reader is that of JSON alone; after the value it takes nothing else.
        found = json.loads(data.decode("utf-8"), object_pairs_hook=_members, parse_int=Number, parse_float=Number,
                           parse_constant=_constant)
    except (ValueError, RecursionError):
        raise Refusal("NC-3", "not UTF-8, or not one well-formed JSON text") from None
    _check(found, 1)
    return found


def _members(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise Refusal("NC-3", "a member twice")
    return found


def _constant(word: str) -> NoReturn:
    raise Refusal("NC-3", f"{word} is no number of JSON")


def _check(value: Any, depth: int) -> None:
    """Depth, and halves of surrogate pairs, which Python's reader lets through."""
    if isinstance(value, str) and not isinstance(value, Number):
        if any(0xD800 <= ord(c) <= 0xDFFF for c in value):
            raise Refusal("NC-3", "half of a surrogate pair")
    elif isinstance(value, (dict, list)):
        if depth > limit("maxJsonDepth"):
            raise Refusal("NC-3", "nested too deep")
        for part in value.items() if isinstance(value, dict) else enumerate(value):
            _check(part[0], depth)
            _check(part[1], depth + 1)
