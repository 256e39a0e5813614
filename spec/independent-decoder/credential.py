"""Residence credentials (docs 30): from the text to the signed bytes and the document view, in the order of CRED-70."""

from dataclasses import dataclass
from typing import Any, Callable

import base45
import cbor
import claims
from inflate import inflate
from refusal import Refusal, unsupported
from registry import algorithms, limit

TYPE = "application/residence-permit+cwt"
TYPE_RULE = "CRED-17"
PARTS = ("the protected header", "the payload", "the signature")


@dataclass(frozen=True)
class Credential:
    algorithm: dict[str, Any]
    key_id: bytes
    signed_bytes: bytes
    signature: bytes
    view: dict[str, Any]


def decode(text: str) -> Credential:
    return opened(text[len("RP1:"):], len(text), TYPE, TYPE_RULE, claims.decode)


def of_bytes(data: bytes) -> Credential:
    """The credential in these bytes, as they are inside of a code."""
    return _credential(data, TYPE, TYPE_RULE, claims.decode)


def opened(coded: str, length: int, typ: str, typ_rule: str,
           view_of: Callable[[bytes, str, str], dict[str, Any]]) -> Credential:
    """What residence credentials and continuations have in common: everything around the claims."""
    if length > limit("maxCodeBytes"):
        raise Refusal("CRED-2", f"{length} characters")
    return _credential(inflate(base45.decode(coded), limit("maxCredentialBytes"), "CRED-4", letters=True), typ, typ_rule, view_of)


def _credential(data: bytes, typ: str, typ_rule: str, view_of: Callable[[bytes, str, str], dict[str, Any]]) -> Credential:
    protected, payload, signature, algorithm, header = message(data, typ, typ_rule, {1, 4, 16})
    view = view_of(payload, header[4].hex(), algorithm["name"])
    return Credential(algorithm, header[4], to_be_signed(protected, payload), signature, view)


def message(data: bytes, typ: str, typ_rule: str, keys: set[int]) -> tuple[bytes, bytes, bytes, dict[str, Any], dict[Any, Any]]:
    """Protected header, payload, signature, algorithm, and the header's content."""
    protected, unprotected, payload, signature = _envelope(data)
    header = _header(cbor.decode(protected) if protected else None, unprotected, typ, typ_rule, keys)
    return protected, payload, signature, _algorithm(header[1]), header


def to_be_signed(protected: bytes, payload: bytes) -> bytes:
    return b"\x84\x6aSignature1" + b"".join(cbor.encode_bytes(part) for part in (protected, b"", payload))


def _envelope(data: bytes) -> list[Any]:
    if data[:1] != b"\xd2":
        raise Refusal("CRED-15a", "it does not begin with tag 18")
    item = cbor.decode(data[1:])
    if type(item) is not list or len(item) != 4:
        raise Refusal("CRED-15b", "not an array of four")
    for part, name in zip((item[0], item[2], item[3]), PARTS):
        if type(part) is not bytes:
            raise Refusal("CRED-15c", f"{name} is not a byte string")
    return item


def _header(protected: Any, unprotected: Any, typ: str, typ_rule: str, keys: set[int]) -> dict[Any, Any]:
    if type(protected) is not dict or type(unprotected) is not dict:
        raise Refusal("CRED-16a", "a header that is not a map")
    if 1 in unprotected:
        raise Refusal("CRED-16c" if 1 in protected else "CRED-16b", "alg in the unprotected header")
    if 2 in protected or 2 in unprotected:
        raise Refusal("CRED-16e", "crit")
    if unprotected:
        raise Refusal("CRED-16d", "the unprotected header is not empty")
    if set(protected) - keys:
        raise Refusal("CRED-16f", "another key in the protected header")
    if set(protected) != keys:
        raise Refusal("CRED-16g", "alg, kid or typ is missing")
    if protected[16] != typ:
        raise Refusal(typ_rule, "typ is that of another token")
    if 4 in keys and (type(protected[4]) is not bytes or len(protected[4]) != 8):
        raise Refusal("CRED-19", "kid is not a byte string of 8")
    return protected


def _algorithm(number: Any) -> dict[str, Any]:
    if type(number) not in (int, str):
        raise Refusal("CRED-18a", "alg is neither an integer nor text")
    for row in algorithms():
        if number in row["credential"]:
            # The name that verdicts show is that of JOSE: Ed25519, not ED25519.
            return {**row, "name": row["jose"]}
    raise unsupported("CRED-18", "an algorithm that is not known here")
