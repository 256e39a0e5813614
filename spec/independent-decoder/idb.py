"""ICAO's datastructure for barcodes (docs 21), strictly: from the text to header, messages and signature."""

import base64
import hashlib
from dataclasses import dataclass
from datetime import date
from typing import Any, Optional

import c40
import idbcontent
from days import from_number
from inflate import inflate
from refusal import Refusal, unsupported
from registry import limit
from tlv import Cursor, features
from vds import identity

ALGORITHMS = {1: "SHA-256", 2: "SHA-384", 3: "SHA-512"}


@dataclass(frozen=True)
class Idb:
    hash_name: Optional[str]
    """None where the code says that it is not signed."""
    reference: bytes
    certificate: Optional[bytes]
    signed_bytes: bytes
    signature: bytes
    view: dict[str, Any]


def decode(text: str) -> Idb:
    flag = text[4:5]
    if "E" <= flag <= "Z":
        raise unsupported("IDB-2", "a flag that is not known here")
    if flag not in ("A", "B", "C", "D"):
        raise Refusal("IDB-2", "no flag")
    data = _base32(text[5:])
    if flag in "CD":
        data = inflate(data, limit("maxIdbBytes"), "IDB-4")
    if len(data) > limit("maxIdbBytes"):
        raise Refusal("IDB-5", f"{len(data)} bytes")
    return _content(data, flag in "BD")


def _base32(text: str) -> bytes:
    if len(text) % 8 in (1, 3, 6) or set(text) - set("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"):
        raise Refusal("IDB-3", "no Base32")
    data = base64.b32decode(text + "=" * (-len(text) % 8))
    if base64.b32encode(data).decode("ascii").rstrip("=") != text:
        raise Refusal("IDB-3", "bits left over that are not zero")
    return data


def _content(data: bytes, is_signed: bool) -> Idb:
    cursor = Cursor(data, "IDB-5")
    country = c40.country(cursor.take(2), "IDB-6")
    hash_name, reference, signed, certificate, signature = None, b"", None, None, b""
    if is_signed:
        hash_name = ALGORITHMS.get(cursor.byte())
        if hash_name is None:
            raise unsupported("IDB-8", "an algorithm that is not known here")
        reference = cursor.take(5)
        signed = _signature_date(cursor)
    if cursor.byte() != 0x61:
        raise Refusal("IDB-11" if signed is None else "IDB-10", "no message group where it must begin")
    group = Cursor(cursor.take(cursor.der_length("IDB-11")), "IDB-12")
    messages = features(group, lambda inner: inner.der_length("IDB-12"), -1, "IDB-12")
    if not messages:
        raise Refusal("IDB-11", "no message")
    signed_bytes = data[:cursor.at]
    if is_signed:
        certificate, signature = _certificate(cursor, reference), _signature(cursor)
    if cursor.left():
        raise Refusal("IDB-14" if is_signed else "IDB-11", "bytes after the end")
    view = idbcontent.view(country, messages, signed,
                           {"certificateReference": reference.hex(), "signed": signed.isoformat()} if signed else {},
                           identity(signed_bytes, signature))
    return Idb(hash_name, reference, certificate, signed_bytes, signature, view)


def _signature_date(cursor: Cursor) -> date:
    written = cursor.take(3)
    if written[0] == 0:  # the form of four bytes, whose first is a mask that hides nothing
        written = written[1:] + cursor.take(1)
    return from_number(int.from_bytes(written, "big"), "IDB-10")


def _certificate(cursor: Cursor, reference: bytes) -> Optional[bytes]:
    if not cursor.left() or cursor.data[cursor.at] != 0x7E:
        return None
    cursor.byte()
    certificate = cursor.take(cursor.der_length("IDB-13"))
    if not 1 <= len(certificate) <= 16384 or hashlib.sha1(certificate).digest()[-5:] != reference:
        raise Refusal("IDB-13", "a certificate that the reference does not name")
    return certificate


def _signature(cursor: Cursor) -> bytes:
    if not cursor.left() or cursor.byte() != 0x7F:
        raise Refusal("IDB-14", "no signature")
    signature = cursor.take(cursor.der_length("IDB-14"))
    if not signature:
        raise Refusal("IDB-14", "an empty signature")
    return signature
