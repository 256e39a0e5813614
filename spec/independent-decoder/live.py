"""Live codes (docs 33): a credential inside a proof by the key of the holder's device."""

from dataclasses import dataclass
from typing import Any, Optional

import base45
import cbor
import credential
import signature
from refusal import Refusal, unsupported
from registry import limit

PREFIX = "RPL1:"
TYPE = "application/residence-permit-presentation+cwt"
CREDENTIAL = -65538
LAST_SECOND = 253402300799


@dataclass(frozen=True)
class Proof:
    made_at: int
    algorithm: dict[str, Any]
    signed_bytes: bytes
    signature: bytes
    #: x and y of the device key in the credential
    device_key: Optional[tuple[bytes, bytes]]

    def holds(self) -> bool:
        """Whether it is one by the device that the credential is bound to (VER-105)."""
        return self.device_key is not None and signature.named(
            signature.p256(*self.device_key), self.algorithm, self.signed_bytes, self.signature)


@dataclass(frozen=True)
class LiveCode(credential.Credential):
    """The credential inside, and the proof around it."""
    proof: Proof


def decode(text: str) -> LiveCode:
    if len(text) > limit("maxCodeBytes"):
        raise Refusal("CRED-2", f"{len(text)} characters")
    protected, payload, proof, algorithm, _ = credential.message(base45.decode(text[len(PREFIX):]), TYPE, "LIVE-3", {1, 16})
    if algorithm["name"] != "ES256":
        raise unsupported("LIVE-4", "device keys are on P-256")
    claims = cbor.decode(payload)
    if type(claims) is not dict:
        raise Refusal("LIVE-5a", "the payload is not a map")
    if set(claims) - {6, 10, CREDENTIAL}:
        raise Refusal("LIVE-5b", "a claim that this version does not know")
    if {6, CREDENTIAL} - set(claims):
        raise Refusal("LIVE-5c", "a claim is missing")
    made_at = claims[6]
    if type(made_at) is not int or not 0 <= made_at <= LAST_SECOND:
        raise Refusal("LIVE-6", "no time")
    if 10 in claims and (type(claims[10]) is not bytes or not 8 <= len(claims[10]) <= 64):
        raise Refusal("LIVE-7", "no nonce of 8 to 64 bytes")
    if type(claims[CREDENTIAL]) is not bytes:
        raise Refusal("LIVE-8", "the credential is not a byte string")
    shown = credential.of_bytes(claims[CREDENTIAL])
    return LiveCode(shown.algorithm, shown.key_id, shown.signed_bytes, shown.signature, shown.view,
                    Proof(made_at, algorithm, credential.to_be_signed(protected, payload), proof,
                          _device_key(claims[CREDENTIAL])))


def _device_key(data: bytes) -> Optional[tuple[bytes, bytes]]:
    confirmation = cbor.decode(cbor.decode(data[1:])[2]).get(8)
    return (confirmation[1][-2], confirmation[1][-3]) if confirmation else None
