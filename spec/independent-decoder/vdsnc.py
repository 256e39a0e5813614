"""VDS-NC (docs 22), in the order of NC-40."""

import base64
import binascii
import hashlib
import re
from dataclasses import dataclass
from datetime import date
from typing import Any, Optional

import jcs
import plaintext
import strictjson
from days import birth_date, from_iso
from refusal import Refusal, unsupported
from registry import algorithms, categories, limit, table
from vds import identity

MOST_BYTES = 2048
TEN_YEARS = 3654
BIGGEST = 9007199254740991
WORK = ("none", "any", "conditions", "separate-permit")


@dataclass(frozen=True)
class VdsNc:
    algorithm: dict[str, Any]
    certificate: bytes
    signed_bytes: bytes
    signature: bytes
    view: dict[str, Any]


def decode(code: bytes) -> VdsNc:
    if len(code) > limit("maxCodeBytes"):
        raise Refusal("NC-2", f"{len(code)} bytes")
    text = _members(strictjson.decode(code), {"data", "sig"})
    data, sig = _members(text["data"], {"hdr", "msg"}), _members(text["sig"], {"alg", "cer", "sigvl"})
    header, content = _members(data["hdr"], {"t", "v", "is"}), data["msg"]
    if type(content) is not dict:
        raise Refusal("NC-5", "msg is not an object")
    kind, version, country = _header(header)
    if type(sig["alg"]) is not str:
        raise Refusal("NC-7", "alg is not text")
    certificate, signature = _base64url(sig["cer"]), _base64url(sig["sigvl"])
    algorithm = next((row for row in algorithms() if row["kind"] == "ecdsa" and row.get("jose") == sig["alg"]), None)
    if algorithm is None:
        raise unsupported("NC-7", "an algorithm that is not known here")
    row = next((row for row in table("vds-nc-types")["types"] if row["type"] == kind), None)
    if row and version not in row["versions"]:
        raise unsupported("NC-16", f"version {version} of {kind}")
    _check_numbers(content)
    if row and row.get("country", country) != country:
        raise Refusal("NC-16", f"{kind} is not a type of {country}")
    if row and "fields" in row:
        _check_permit(content, row["fields"])
    signed_bytes = jcs.canonical(data).encode("utf-8")
    view = {"type": kind, "version": version, "country": country, "algorithm": sig["alg"],
            "certificate": hashlib.sha256(certificate).hexdigest(), "identity": identity(signed_bytes, signature)}
    if row and row.get("national"):
        view["national"] = True
    if row and "fields" in row:
        view.update({field["name"]: content[field["name"]] for field in row["fields"] if field["name"] in content})
    else:
        view["features"] = dict(jcs.paths(content)) if content else {}
    return VdsNc(algorithm, certificate, signed_bytes, signature, view)


def _members(found: Any, names: set[str]) -> dict[str, Any]:
    if type(found) is not dict or set(found) != names:
        raise Refusal("NC-5", f"not an object of exactly {', '.join(sorted(names))}")
    return found


def _header(header: dict[str, Any]) -> tuple[str, int, str]:
    kind, version, country = header["t"], header["v"], header["is"]
    if (type(kind) is not str or len(kind) > 64 or not re.fullmatch(r"[a-z0-9-]+(\.[a-z0-9-]+){1,7}", kind)
            or not isinstance(version, strictjson.Number) or not re.fullmatch("[1-9][0-9]{0,2}", version)
            or type(country) is not str or not plaintext.is_country(country)):
        raise Refusal("NC-6", "type, version or issuing country is not of its form")
    return kind, int(version), country


def _base64url(found: Any) -> bytes:
    if type(found) is not str or not re.fullmatch("[A-Za-z0-9_-]+={0,2}", found):
        raise Refusal("NC-8", "no base64url")
    bare = found.rstrip("=")
    padded = bare + "=" * (-len(bare) % 4)
    try:
        data = base64.b64decode(padded.encode("ascii"), altchars=b"-_", validate=True)
    except binascii.Error:
        raise Refusal("NC-8", "no base64url") from None
    # Written again it is the same text only if no bits were left over.
    if found not in (bare, padded) or base64.urlsafe_b64encode(data).decode("ascii") != padded:
        raise Refusal("NC-8", "half a padding, or bits left over")
    if not 1 <= len(data) <= MOST_BYTES:
        raise Refusal("NC-8", f"{len(data)} bytes")
    return data


def _check_numbers(value: Any) -> None:
    if isinstance(value, strictjson.Number):
        if not re.fullmatch("-?[0-9]+", value) or abs(int(value)) > BIGGEST:
            raise unsupported("NC-4", "a number that is no integer of 53 bits")
    elif isinstance(value, (dict, list)):
        for inner in value.values() if isinstance(value, dict) else value:
            _check_numbers(inner)


def _check_permit(content: dict[str, Any], fields: list[dict[str, Any]]) -> None:
    """Section 5; an unknown category is said last."""
    if set(content) - {field["name"] for field in fields}:
        raise Refusal("NC-21", "a member that the type does not have")
    if any(type(value) is not str for value in content.values()):
        raise Refusal("NC-21", "a member that is no text")
    for field in fields:
        if field["name"] in content:
            if not _is_of_form(content[field["name"]], field):
                raise Refusal("NC-22", f"{field['name']} is not of its form")
        elif field["mandatory"]:
            raise Refusal("NC-21", f"{field['name']} is missing")
    conditions = "workConditions" in content
    if conditions if content["work"] in ("none", "any") else content["work"] == "conditions" and not conditions:
        raise Refusal("NC-23", "conditions of work do not go with the word for work")
    if ("travelDocumentNumber" in content) != ("travelDocumentIssuer" in content):
        raise Refusal("NC-24", "a travel document and its issuer, one without the other")
    _check_dates(content)
    if content["category"] not in {row["name"] for row in categories()}:
        raise unsupported("NC-22", "a category that is not known here")


def _is_of_form(value: str, field: dict[str, Any]) -> bool:
    form = field["form"]
    if form == "text":
        try:
            plaintext.check(value, field["max"])
        except Refusal:
            return False
        return True
    if form == "birth":
        return (re.fullmatch("[0-9]{4}-[0-9]{2}-[0-9]{2}", value) is not None
                and birth_date(value.replace("-", "")) is not None)
    return {"number": lambda: re.fullmatch("[A-Z0-9]+", value) is not None and len(value) <= field["max"],
            "sex": lambda: value in ("M", "F", "X"),
            "country": lambda: plaintext.is_country(value),
            "category": lambda: re.fullmatch("[a-z0-9-]{1,40}", value) is not None,
            "date": lambda: from_iso(value) is not None,
            "dateOrUnlimited": lambda: value == "unlimited" or from_iso(value) is not None,
            "work": lambda: value in WORK}[form]()


def _check_dates(content: dict[str, str]) -> None:
    def day(name: str) -> Optional[date]:
        return from_iso(content[name])

    issued, until = day("issueDate"), day("documentUntil")
    right_until = day("rightUntil")
    if ((right_until and right_until < day("rightFrom")) or until < issued or until < day("signedOn")
            or (until - issued).days > TEN_YEARS):
        raise Refusal("NC-25", "dates that contradict each other, or more than ten years")
