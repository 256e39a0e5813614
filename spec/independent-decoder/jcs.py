"""Canonical form (NC-10; RFC 8785 for integers alone) and the paths of scalars (NC-35)."""

from typing import Any, Iterator

from strictjson import Number

SHORT = {'"': '\\"', "\\": "\\\\", "\b": "\\b", "\t": "\\t", "\n": "\\n", "\f": "\\f", "\r": "\\r"}


def _sorted(value: dict[str, Any]) -> list[tuple[str, Any]]:
    # Big-endian UTF-16 sorts by code units, where Python itself would sort by code points.
    return sorted(value.items(), key=lambda member: member[0].encode("utf-16-be"))


def canonical(value: Any) -> str:
    if isinstance(value, dict):
        return "{" + ",".join(f"{_string(name)}:{canonical(inner)}" for name, inner in _sorted(value)) + "}"
    if isinstance(value, list):
        return "[" + ",".join(canonical(inner) for inner in value) + "]"
    if isinstance(value, str) and not isinstance(value, Number):
        return _string(value)
    return scalar(value)


def _string(text: str) -> str:
    return '"' + "".join(SHORT.get(c) or (f"\\u{ord(c):04x}" if c < " " else c) for c in text) + '"'


def scalar(value: Any) -> str:
    """A scalar as text: a string itself, an integer in decimal, true, false, null."""
    if isinstance(value, Number):
        return str(int(value))
    if isinstance(value, str):
        return value
    return {True: "true", False: "false", None: "null"}[value]


def paths(value: Any, path: str = "") -> Iterator[tuple[str, str]]:
    if not isinstance(value, (dict, list)):
        yield path, scalar(value)
        return
    for name, inner in _sorted(value) if isinstance(value, dict) else enumerate(value):
        yield from paths(inner, f"{path}.{name}" if path else str(name))
