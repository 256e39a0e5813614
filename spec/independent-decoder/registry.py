"""The tables of spec/registry, read as they are."""

import json
from functools import lru_cache
from pathlib import Path
from typing import Any

SPEC = Path(__file__).resolve().parent.parent


@lru_cache(maxsize=None)
def table(name: str) -> Any:
    return json.loads((SPEC / "registry" / f"{name}.json").read_text(encoding="utf-8"))


def limit(name: str) -> int:
    return table("limits")[name]


def categories() -> list[dict[str, Any]]:
    return table("categories")["categories"]


def algorithms() -> list[dict[str, Any]]:
    return table("algorithms")["algorithms"]


def time_zone(country: str) -> str:
    """The zone in which a country's days are counted (VER-9); UTC for a country without one."""
    for row in table("countries")["countries"]:
        if row["code"] == country:
            return row.get("timeZone", "UTC")
    return "UTC"
