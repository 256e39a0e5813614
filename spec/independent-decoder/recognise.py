"""Which format a code is of (VER-11), and its document."""

from dataclasses import dataclass
from typing import Union

import continuation
import credential
import idb
import live
import vds
import vdsnc
from refusal import Refusal, unsupported
from registry import limit

Document = Union[vds.Seal, credential.Credential, idb.Idb, vdsnc.VdsNc]
LATER = (*(b"RPL%d:" % n for n in range(2, 10)), *(b"RP%d:" % n for n in range(2, 10)), *(b"RPC%d:" % n for n in range(2, 10)))


@dataclass(frozen=True)
class Recognised:
    format: str
    code: bytes

    def decode(self) -> Document:
        """The document, or a Refusal."""
        later = self.code.startswith(LATER)
        if self.format == "unknown" and not later:
            raise Refusal("VER-11", "no code of a kind that carries a permit", "NOT_A_PERMIT")
        if len(self.code) > limit("maxCodeBytes"):
            raise Refusal("VER-11", f"{len(self.code)} bytes")
        if later:
            raise unsupported("VER-11", "a credential of a later version")
        if self.format == "vds":
            return vds.decode(self.code)
        if self.format == "vds-nc":
            return vdsnc.decode(self.code)
        if self.code.startswith(b"RPL1:"):
            return live.decode(self.code.decode("latin-1"))
        # One character for each byte: what is not ASCII is in no alphabet of these.
        return {"credential": credential, "continuation": continuation, "idb": idb}[self.format].decode(self.code.decode("latin-1"))


def recognise(code: bytes) -> Recognised:
    return Recognised(_format(code), code)


def _format(code: bytes) -> str:
    if code.startswith(b"\xdc"):
        return "vds"
    if code.startswith(b"RP1:"):
        return "credential"
    if code.startswith(b"RPL1:"):
        return "credential"
    if code.startswith(b"RPC1:"):
        return "continuation"
    if code.startswith((b"RDB1", b"NDB1")):
        return "idb"
    if code.startswith(b"{") and all(word in code[:4096] for word in (b'"data"', b'"sig"')):
        return "vds-nc"
    return "unknown"
