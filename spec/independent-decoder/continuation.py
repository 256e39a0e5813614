"""Continuations (docs 32): a second code that names one code of a permit. Around the claims they are credentials (CONT-2)."""

import re
from datetime import datetime, timezone
from typing import Any

import cbor
import plaintext
from claims import check_common
from credential import Credential, opened
from days import local_day
from refusal import Refusal, unsupported

PREFIX = "RPC1:"
TYPE = "application/residence-permit-continuation+cwt"
ALWAYS = {1, 4, 5, 6, 7, 65535, -65539}
LONGEST = 63158400
PURPOSES = ("full", "work", "bank", "stay")


def decode(text: str) -> Credential:
    return opened(text[len(PREFIX):], len(text), TYPE, "CONT-3", _view)


def _view(payload: bytes, key_id: str, algorithm: str) -> dict[str, Any]:
    claims = cbor.decode(payload)
    if type(claims) is not dict:
        raise Refusal("CONT-4a", "the payload is not a map")
    _version(claims.get(-65539))
    if set(claims) - ALWAYS:
        raise Refusal("CONT-4b", "a claim that version 1 does not know")
    if ALWAYS - set(claims):
        raise Refusal("CONT-4c", "a claim is missing")
    country, uri, index = check_common(claims)
    if claims[4] - claims[5] > LONGEST:
        raise Refusal("CONT-6", "more than 731 days")
    return {"country": country, **_paper(claims[-65539]),
            "continuesFrom": local_day(claims[5], country), "continuesUntil": local_day(claims[4] - 1, country),
            "signedOn": datetime.fromtimestamp(claims[6], timezone.utc).date().isoformat(),
            "continuationId": claims[7].hex(), "keyId": key_id, "algorithm": algorithm,
            "statusUri": uri, "statusIndex": index}


def _version(found: Any) -> None:
    if type(found) is not dict:
        raise Refusal("CONT-5a", "the continuation is not a map")
    version = found.get(0)
    if type(version) is not int or version < 0:
        raise Refusal("CONT-5b", "no version")
    if version != 1:
        raise unsupported("CONT-5c", f"version {version}")


def _paper(paper: dict[Any, Any]) -> dict[str, Any]:
    if set(paper) - {0, 1, 2, 3, 4}:
        raise Refusal("CONT-7", "a key that version 1 does not know")
    named = paper.get(1)
    if type(named) is not bytes or len(named) != 32:
        raise Refusal("CONT-8", "it names no code")
    shown = {"named": named.hex()}
    if 2 in paper:
        shown["permitNumber"] = _text(paper[2], 20, "CONT-9")
        if not re.fullmatch("[A-Z0-9]+", shown["permitNumber"]):
            raise Refusal("CONT-9", "a number with other characters")
    if 3 in paper:
        shown["legalGround"] = _text(paper[3], 100, "CONT-10")
    if 4 in paper:
        if type(paper[4]) is not int or not 0 <= paper[4] <= 3:
            raise Refusal("CONT-11", "no purpose")
        shown["purpose"] = PURPOSES[paper[4]]
    return shown


def _text(found: Any, most: int, rule: str) -> str:
    if type(found) is not str:
        raise Refusal(rule, "no text")
    plaintext.check(found, most)
    return found
