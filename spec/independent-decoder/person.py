"""Claim 169: the person (CRED-40 to CRED-47)."""

import base64
import re
from typing import Any

import plaintext
from days import birth_date
from refusal import Refusal

# key: (name of the field, most bytes)
TEXTS = {7: ("surname", 120), 5: ("givenNames", 120), 4: ("fullName", 240), 19: ("nameOwnScript", 240),
         20: ("nameLanguage", 12), 1: ("personalNumber", 40)}
KEYS = {*TEXTS, 8, 9, 13, 16, 17}
SEX = {1: "M", 2: "F", 3: "X"}
PHOTO_TYPES = {1: "image/jpeg", 2: "image/jp2", 3: "image/avif", 4: "image/webp"}


def decode(found: Any) -> dict[str, Any]:
    if type(found) is not dict or set(found) - KEYS:
        raise Refusal("CRED-40a", "no map, or another key")
    _types(found)
    shown: dict[str, Any] = {}
    for key, (name, most) in TEXTS.items():
        if key in found:
            plaintext.check(found[key], most)
            shown[name] = found[key]
    if (7 in found) == (4 in found) or (5 in found and 7 not in found):
        raise Refusal("CRED-41", "named in no way, or in two")
    if 8 in found:
        shown["birthDate"] = birth_date(found[8])
        if shown["birthDate"] is None:
            raise Refusal("CRED-43", "a birth date that is none")
    if 9 in found:
        if found[9] not in SEX:
            raise Refusal("CRED-45", "sex is not 1 to 3")
        shown["sex"] = SEX[found[9]]
    if 13 in found:
        if not plaintext.is_country(found[13]):
            raise Refusal("CRED-42", "a nationality that is no code")
        shown["nationality"] = found[13]
    _own_script(found)
    shown.update(_photo(found))
    return shown


def _types(found: dict[Any, Any]) -> None:
    for key, value in found.items():
        wanted = int if key in (9, 17) else bytes if key == 16 else str
        if type(value) is not wanted:
            raise Refusal("CRED-40b", f"key {key} is of another type")


def _own_script(found: dict[Any, Any]) -> None:
    if (19 in found) != (20 in found):
        raise Refusal("CRED-44a", "a name in the own script and its language, one without the other")
    if 20 in found and not re.fullmatch("[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,2}", found[20]):
        raise Refusal("CRED-44b", "no language tag")


def _photo(found: dict[Any, Any]) -> dict[str, str]:
    if (16 in found) != (17 in found):
        raise Refusal("CRED-46a", "a photo and its format, one without the other")
    if 16 not in found:
        return {}
    photo, kind = found[16], found[17]
    if not 1 <= len(photo) <= 700:
        raise Refusal("CRED-46b", f"a photo of {len(photo)} bytes")
    if kind not in PHOTO_TYPES:
        raise Refusal("CRED-46c", "a format that is not 1 to 4")
    begins = {1: photo.startswith(b"\xff\xd8\xff"),
              2: photo[4:8] == b"jP  " or photo.startswith(b"\xff\x4f\xff\x51"),
              3: photo[4:12] == b"ftypavif",
              4: photo.startswith(b"RIFF") and photo[8:12] == b"WEBP"}
    if not begins[kind]:
        raise Refusal("CRED-47", "the photo does not begin as its format does")
    return {"photo": base64.b64encode(photo).decode("ascii"), "photoType": PHOTO_TYPES[kind]}
