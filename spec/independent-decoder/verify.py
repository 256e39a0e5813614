"""Which listed certificates a code may mean, and whether the key of one of them fits its signature (VER-22, VER-28)."""

from typing import Optional

import signature
from certificate import Certificate
from credential import Credential
from idb import Idb
from recognise import Document
from vds import Seal


def candidates(document: Document, listed: dict[str, list[Certificate]]) -> list[Certificate]:
    seal_signers = listed.get("seal-signer", [])
    if isinstance(document, Seal):
        serial = int(document.reference, 16)
        return [one for one in seal_signers if (one.signer, one.serial) == (document.signer, serial)]
    if isinstance(document, Idb):
        return [one for one in seal_signers
                if one.reference == document.reference and document.certificate in (None, one.der)]
    if isinstance(document, Credential):
        return [one for one in listed.get("credential-signer", []) if one.key_id == document.key_id]
    return [one for one in listed.get("vds-nc-signer", []) if one.der == document.certificate]


def fits(document: Document, signer: Certificate) -> bool:
    key, signed, value = signer.public_key, document.signed_bytes, document.signature
    if isinstance(document, Seal):
        return signature.seal(key, signed, value)
    if isinstance(document, Idb):
        return document.hash_name is not None and signature.seal(key, signed, value, document.hash_name)
    return signature.named(key, document.algorithm, signed, value)


def verify(document: Document, listed: dict[str, list[Certificate]]) -> Optional[bool]:
    """None where no signer is listed that the code could mean."""
    found = candidates(document, listed)
    return any(fits(document, one) for one in found) if found else None
