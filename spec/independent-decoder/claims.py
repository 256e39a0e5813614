"""The payload of a residence credential: every claim by its rule (CRED-25 to CRED-60), then the view (CRED-80)."""

import re
from datetime import datetime, timezone
from typing import Any

import cbor
import permit
import person
import plaintext
from days import local_day
from purposes import check_disclosure
from refusal import Refusal, unsupported
from registry import categories

ALWAYS = {1, 4, 5, 6, 7, 169, 65535, -65537}
LAST_SECOND = 253402300799
TEN_YEARS = 315792000


def decode(payload: bytes, key_id: str, algorithm: str) -> dict[str, Any]:
    claims = cbor.decode(payload)
    if type(claims) is not dict:
        raise Refusal("CRED-25a", "the payload is not a map")
    _version(claims.get(-65537))
    if set(claims) - ALWAYS - {8}:
        raise Refusal("CRED-25b", "a claim that version 1 does not know")
    if ALWAYS - set(claims):
        raise Refusal("CRED-25c", "a claim is missing")
    country, uri, index = check_common(claims)
    if claims[4] - claims[5] > TEN_YEARS:
        raise Refusal("CRED-28d", "more than ten years")
    if 8 in claims:
        _device_key(claims[8])
    shown = {**permit.decode(claims[-65537]), **person.decode(claims[169])}
    check_disclosure(claims[169], claims[-65537])
    # Last of all (CRED-70): a category to come is no fault of the code.
    names = {row["code"]: row["name"] for row in categories()}
    if shown["category"] not in names:
        raise unsupported("CRED-52", "a category that is not known here")
    return {**shown, "category": names[shown["category"]], "country": country,
            "issueDate": local_day(claims[5], country), "documentUntil": local_day(claims[4] - 1, country),
            "signedOn": datetime.fromtimestamp(claims[6], timezone.utc).date().isoformat(),
            "credentialId": claims[7].hex(), "keyId": key_id, "algorithm": algorithm,
            "statusUri": uri, "statusIndex": index, "deviceBound": 8 in claims}


def check_common(claims: dict[Any, Any]) -> tuple[str, str, int]:
    """What a continuation has as well (CONT-6): country, status URI and index."""
    country = claims[1]
    if type(country) is not str:
        raise Refusal("CRED-27", "iss is not text")
    if not plaintext.is_country(country):
        raise Refusal("CRED-42", "iss is no code of a country")
    _times(claims)
    if type(claims[7]) is not bytes or len(claims[7]) != 16:
        raise Refusal("CRED-29", "cti is not a byte string of 16")
    return (country, *_status(claims[65535]))


def _version(found: Any) -> None:
    if type(found) is not dict:
        raise Refusal("CRED-26a", "the permit is not a map")
    version = found.get(0)
    if type(version) is not int or version < 0:
        raise Refusal("CRED-26b", "no version")
    if version != 1:
        raise unsupported("CRED-26", f"version {version}")


def _times(claims: dict[Any, Any]) -> None:
    exp, nbf, iat = (claims[key] for key in (4, 5, 6))
    if any(type(time) is not int or not 0 <= time <= LAST_SECOND for time in (exp, nbf, iat)):
        raise Refusal("CRED-28a", "no time")
    if iat % 86400:
        raise Refusal("CRED-28b", "iat is no midnight")
    if nbf >= exp or iat >= exp:
        raise Refusal("CRED-28c", "nbf or iat not before exp")


def _status(found: Any) -> tuple[str, int]:
    if type(found) is not dict or set(found) != {"status_list"}:
        raise Refusal("CRED-33a", "no status claim")
    entry = found["status_list"]
    if type(entry) is not dict or set(entry) != {"idx", "uri"}:
        raise Refusal("CRED-33a", "no status_list")
    index, uri = entry["idx"], entry["uri"]
    if type(index) is not int or not 0 <= index <= 0xFFFFFFFF:
        raise Refusal("CRED-33b", "no index")
    if type(uri) is not str or not re.fullmatch("https?://[!-~]+", uri):
        raise Refusal("CRED-33c", "no status URI")
    plaintext.check(uri, 200)
    return uri, index


def _device_key(found: Any) -> None:
    if type(found) is not dict or set(found) != {1} or type(found[1]) is not dict or set(found[1]) != {1, -1, -2, -3}:
        raise Refusal("CRED-34a", "cnf of another shape")
    key = found[1]
    if type(key[1]) is not int or key[1] != 2 or type(key[-1]) is not int or key[-1] != 1:
        raise Refusal("CRED-34b", "another kind of key or curve")
    if any(type(key[name]) is not bytes or len(key[name]) != 32 for name in (-2, -3)):
        raise Refusal("CRED-34c", "a coordinate that is no byte string of 32")
