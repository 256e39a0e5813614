"""Claim -65537: the permit (CRED-50 to CRED-59). The category stays a number here, because it is judged last."""

import re
from typing import Any, Optional

import plaintext
from days import from_digits
from refusal import Refusal
from registry import table

TEXTS = {9: ("authority", 100), 10: ("issuePlace", 80), 11: ("legalGround", 80), 13: ("birthPlace", 80),
         14: ("remarks", 200)}
WORK = {0: "none", 1: "any", 2: "conditions", 3: "separate-permit"}
YES_NO = {0: "no", 1: "yes"}


def decode(found: dict[Any, Any]) -> dict[str, Any]:
    if set(found) - set(range(16)):
        raise Refusal("CRED-50a", "another key")
    shown: dict[str, Any] = {}
    for key, (name, most) in TEXTS.items():
        if key in found:
            shown[name] = _text(found[key], most)
    if 1 in found:
        shown["purpose"] = _purpose(found[1])
    if 2 in found:
        shown["category"] = _integer(found[2], 0xFFFF, "CRED-52")
    shown.update(_right(found))
    if 5 in found:
        shown["permitNumber"] = _number(found[5])
    if 6 in found:
        shown.update(_answer("work", found[6], WORK, "CRED-56", must={2}, may={2, 3}))
    for key, name in ((7, "selfEmployment"), (8, "study")):
        if key in found:
            shown.update(_answer(name, found[key], YES_NO, "CRED-57", must=set(), may={1}))
    if 12 in found:
        shown.update(_travel_document(found[12]))
    if type(found.get(15, False)) is not bool:
        raise Refusal("CRED-59", "live only is not a boolean")
    shown["liveOnly"] = found.get(15, False)
    return shown


def _integer(found: Any, most: int, rule: str) -> int:
    if type(found) is not int:
        raise Refusal("CRED-50b", "no integer")
    if not 0 <= found <= most:
        raise Refusal(rule, "an integer outside of its range")
    return found


def _text(found: Any, most: int) -> str:
    if type(found) is not str:
        raise Refusal("CRED-50b", "no text")
    plaintext.check(found, most)
    return found


def _number(found: Any) -> str:
    text = _text(found, 20)
    if not re.fullmatch("[A-Z0-9]+", text):
        raise Refusal("CRED-55", "a number of other characters")
    return text


def _date(found: Any) -> str:
    day = from_digits(str(_integer(found, 29991231, "CRED-50c")))
    if day is None:
        raise Refusal("CRED-50c", "no date")
    return day.isoformat()


def _purpose(found: Any) -> str:
    code = _integer(found, 3, "CRED-51")
    return next(row["name"] for row in table("purposes")["purposes"] if row["code"] == code)


def _right(found: dict[Any, Any]) -> dict[str, str]:
    shown: dict[str, str] = {}
    if 3 in found:
        shown["rightFrom"] = _date(found[3])
    if 4 in found:
        unlimited = type(found[4]) is int and found[4] == 0
        shown["rightUntil"] = "unlimited" if unlimited else _date(found[4])
        if not unlimited and shown["rightUntil"] < shown.get("rightFrom", ""):
            raise Refusal("CRED-53", "right until is before right from")
    return shown


def _answer(name: str, found: Any, words: dict[int, str], rule: str, must: set[int], may: set[int]) -> dict[str, str]:
    """A number with or without conditions in words: [1], [2, "20 hours"]."""
    if type(found) is not list or len(found) not in (1, 2) or type(found[0]) is not int:
        raise Refusal(rule + "a", f"{name} has another shape")
    number = found[0]
    if number not in words:
        raise Refusal(rule + "b", f"{name} has another number")
    conditions: Optional[Any] = found[1] if len(found) == 2 else None
    if (len(found) == 2 and number not in may) or (len(found) == 1 and number in must):
        raise Refusal(rule + "c", f"conditions of {name} are missing, or there where none belong")
    shown = {name: words[number]}
    if len(found) == 2:
        if type(conditions) is not str:
            raise Refusal(rule + "a", f"conditions of {name} are no text")
        plaintext.check(conditions, 200)
        shown[name + "Conditions"] = conditions
    return shown


def _travel_document(found: Any) -> dict[str, str]:
    if type(found) is not list or len(found) not in (2, 3):
        raise Refusal("CRED-58", "a travel document of another shape")
    shown = {"travelDocumentNumber": _number(found[0]), "travelDocumentIssuer": found[1]}
    if type(found[1]) is not str or not plaintext.is_country(found[1]):
        raise Refusal("CRED-42", "an issuer that is no code")
    if len(found) == 3:
        shown["travelDocumentUntil"] = _date(found[2])
    return shown
