"""Visible digital seals (docs 20), strictly."""

import hashlib
import re
from dataclasses import dataclass
from datetime import date
from typing import Any, Optional

import c40
import mrz
import values
from days import from_digits, from_number
from refusal import Refusal, unsupported
from registry import limit, table
from tlv import Cursor, features

VERSIONS = {2: 3, 3: 4}


@dataclass(frozen=True)
class Seal:
    signer: str
    reference: str
    signed_bytes: bytes
    signature: bytes
    view: dict[str, Any]


def decode(data: bytes) -> Seal:
    if data[:1] != b"\xdc":
        raise Refusal("VDS-1", "a seal begins with DC", "NOT_A_PERMIT")
    if len(data) > limit("maxSealBytes"):
        raise Refusal("VDS-2", f"{len(data)} bytes")
    cursor = Cursor(data, "VDS-2")
    cursor.byte()
    version = VERSIONS.get(cursor.byte())
    if version is None:
        raise unsupported("VDS-3", "version byte is neither 02 nor 03")
    country = c40.country(cursor.take(2), "VDS-4")
    signer, reference = _signer_3(cursor) if version == 3 else _signer_4(cursor)
    issued, signed = (from_number(int.from_bytes(cursor.take(3), "big"), "VDS-7") for _ in range(2))
    kind = cursor.take(2).hex().upper()
    zone = features(cursor, _length_3 if version == 3 else Cursor.der_length, 0xFF, "VDS-12")
    if not cursor.left():
        raise Refusal("VDS-13", "no signature zone")
    signed_bytes = data[:cursor.at]
    cursor.byte()
    signature = cursor.take(cursor.der_length("VDS-13"))
    if not signature or cursor.left():
        raise Refusal("VDS-13", "an empty signature, or bytes after it")
    view = {"type": kind, "version": version, "country": country, "signer": signer,
            "certificateReference": reference, "issued": issued.isoformat(), "signed": signed.isoformat(),
            "identity": identity(signed_bytes, signature)}
    view.update(_content(_profile(country, kind, zone), version, zone, issued))
    return Seal(signer, reference, signed_bytes, signature, view)


def identity(signed_bytes: bytes, signature: bytes) -> str:
    """By r alone (VDS-17): s can be turned into n - s by anybody."""
    return hashlib.sha256(signed_bytes + signature[:len(signature) // 2]).digest()[:16].hex()


def _length_3(cursor: Cursor) -> int:
    length = cursor.byte()
    if length == 0xFF:
        raise Refusal("VDS-10", "a length of FF")
    return length


def _signer_3(cursor: Cursor) -> tuple[str, str]:
    text = c40.decode(cursor.take(6))
    if not re.fullmatch("[A-Z]{2}[0-9A-Z]{2}[0-9A-F]{5}", text):
        raise Refusal("VDS-5", "signer and reference are not of their form")
    return text[:4], text[4:]


def _signer_4(cursor: Cursor) -> tuple[str, str]:
    head = cursor.take(4)
    start = c40.decode(head)
    if not re.fullmatch("[A-Z]{2}[0-9A-Z]{2}[0-9A-F]{2}", start):
        raise Refusal("VDS-6", "signer and length of the reference are not of their form")
    length = int(start[4:], 16)
    if not 1 <= length <= 40:
        raise Refusal("VDS-6", f"a reference of {length} digits")
    reference = c40.decode(cursor.take(2 * -(-length // 3)))
    if len(reference) != length or not re.fullmatch("[1-9A-F][0-9A-F]*", reference):
        raise Refusal("VDS-6", "the reference is not of its form")
    return start[:4], reference


def _profile(country: str, kind: str, zone: dict[int, bytes]) -> Optional[dict[str, Any]]:
    """The country's own row before one of any country, one of this UUID before one without (VDS-18, VDS-29)."""
    rows = [row for row in table("profiles")["profiles"] if row["reference"] + row["category"] == kind]
    for wanted in (country, "*"):
        own = {row.get("uuid", "").replace("-", ""): row for row in rows if row["country"] == wanted}
        row = own.get(zone.get(0, b"").hex()) or own.get("")
        if row:
            return row
    return None


def _content(profile: Optional[dict[str, Any]], version: int, zone: dict[int, bytes], issued: date) -> dict[str, Any]:
    if profile is None:
        return {"features": {f"feature {tag:02X}": value.hex() for tag, value in zone.items()}}
    if version not in profile["versions"]:
        raise Refusal("VDS-19", "a version that the profile does not have")
    for group in profile.get("oneOf", []):
        if sum(int(tag, 16) in zone for tag in group) != 1:
            raise Refusal("VDS-19", "not exactly one feature of a group")
    view: dict[str, Any] = {"profile": profile["id"]}
    shown: dict[str, str] = {}
    known = {int(row["tag"], 16): row for row in profile["features"]}
    for tag, row in known.items():
        if tag not in zone:
            if row["mandatory"]:
                raise Refusal("VDS-19", f"{row['name']} is missing")
            continue
        values.check_size(row, zone[tag], "VDS-19")
        shown[row["name"]] = values.shown(row, zone[tag], "VDS-19")
        if row["coding"] == "mrz":
            view.update(mrz.decode(zone[tag], row["mrz"], "VDS-19").view(issued))
        if row["name"] == profile.get("expiry"):
            until = _last_day(row, zone[tag], issued)
            if until:
                view["documentUntil"] = until.isoformat()
    unknown = {tag: value for tag, value in zone.items() if tag not in known}
    if unknown and profile["closed"]:
        raise Refusal("VDS-20", "a feature that the profile does not have")
    shown.update({f"feature {tag:02X}": value.hex() for tag, value in unknown.items()})
    return {**view, "features": shown}


def _last_day(row: dict[str, Any], value: bytes, issued: date) -> Optional[date]:
    if row["coding"] == "mrz":
        return mrz.decode(value, row["mrz"], "VDS-19").end_date(issued, "VDS-21")
    if row["coding"] == "period":
        return values.period(value, "VDS-19")[1]
    return from_digits(value.decode("latin-1"))
