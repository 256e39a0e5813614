"""What is asked of a signer's certificate, read with a small DER reader: who, which number, which key.

Nothing here says whether a certificate is to be believed.
"""

import hashlib
from dataclasses import dataclass
from typing import Iterator, Optional

COUNTRY, COMMON_NAME = bytes.fromhex("550406"), bytes.fromhex("550403")


@dataclass(frozen=True)
class Certificate:
    der: bytes
    serial: int
    signer: Optional[str]
    public_key: bytes

    @property
    def key_id(self) -> bytes:
        """CRED-19"""
        return hashlib.sha256(self.der).digest()[:8]

    @property
    def reference(self) -> bytes:
        """IDB-9"""
        return hashlib.sha1(self.der).digest()[-5:]


def items(data: bytes) -> Iterator[tuple[int, bytes, bytes]]:
    """Tag, content and whole encoding of each item, one after the other."""
    at = 0
    while at < len(data):
        start, tag, length = at, data[at], data[at + 1]
        at += 2
        if length & 0x80:
            size = length & 0x7F
            length = int.from_bytes(data[at:at + size], "big")
            at += size
        at += length
        if at > len(data):
            raise ValueError("DER ends early")
        yield tag, data[at - length:at], data[start:at]


def read(der: bytes) -> Certificate:
    (_, certificate, _), = items(der)
    (_, tbs, _), *_ = items(certificate)
    fields = list(items(tbs))
    if fields[0][0] == 0xA0:  # the version
        fields.pop(0)
    serial, _, _, _, subject, key = fields[:6]
    return Certificate(der, int.from_bytes(serial[1], "big", signed=True), _signer(subject[1]), key[2])


def _signer(subject: bytes) -> Optional[str]:
    """C and CN side by side, where there is one of each (VDS-16)."""
    found: dict[bytes, str] = {}
    for _, names, _ in items(subject):
        for _, attribute, _ in items(names):
            (_, kind, _), (_, value, _) = items(attribute)
            if kind in found:
                return None
            found[kind] = value.decode("utf-8", "replace")
    if COUNTRY in found and COMMON_NAME in found:
        return found[COUNTRY] + found[COMMON_NAME]
    return None
