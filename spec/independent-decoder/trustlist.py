"""The certificates that a snapshot's trust list names for signers (docs 40, TRUST-40 to TRUST-42).

No judgement of trust: no signature of the list is checked here, no state, no term, no scope.
"""

import base64
import json
import zipfile
from pathlib import Path

import certificate
from certificate import Certificate

SERVICE = "urn:stayseal:service:"


def signers(snapshot: Path) -> dict[str, list[Certificate]]:
    """By the last word of the service type: ``seal-signer``, ``vds-nc-signer``, ``credential-signer``."""
    with zipfile.ZipFile(snapshot) as archive:
        envelope = json.loads(archive.read("trust-list.json"))
    payload = envelope["payload"]
    lote = json.loads(base64.urlsafe_b64decode(payload + "=" * (-len(payload) % 4)))["LoTE"]
    found: dict[str, list[Certificate]] = {}
    for entity in lote["TrustedEntitiesList"]:
        for service in entity["TrustedEntityServices"]:
            information = service["ServiceInformation"]
            kind = information["ServiceTypeIdentifier"]
            if kind.startswith(SERVICE) and kind.endswith("-signer"):
                for entry in information["ServiceDigitalIdentity"]["X509Certificates"]:
                    read = certificate.read(base64.b64decode(entry["val"], validate=True))
                    found.setdefault(kind[len(SERVICE):], []).append(read)
    return found
