"""Shows what a code says: ``python3 spec/independent-decoder/decode.py [--snapshot ZIP] FILE|TEXT|HEX``.

Prints the document view as JSON; with a snapshot also whether a listed signer's key fits. Judges nothing else.
Ends with 1 when the code is refused. FILE holds the code itself: pictures and PDFs are not read, which a scanner of your own does.
"""

import argparse
import binascii
import json
import sys
from pathlib import Path

import trustlist
from live import LiveCode
from recognise import recognise
from refusal import Refusal
from verify import verify


PICTURES = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"RIFF", b"%PDF-")


def code_of(given: str) -> bytes:
    """A file's bytes; else bytes in hexadecimal; else the text itself, without white space around it (VER-11)."""
    try:
        data = Path(given).read_bytes()
        if data.startswith(PICTURES):
            sys.exit(f"{given} is a picture or PDF: give what a scanner reads in it, as a file, as text or in hexadecimal")
        return data if data.startswith(b"\xdc") else data.strip()
    except (OSError, ValueError):
        pass
    try:
        return binascii.unhexlify("".join(given.split()))
    except ValueError:
        return given.strip().encode("utf-8", "surrogateescape")


def main() -> int:
    parser = argparse.ArgumentParser(description="Shows what the code of a residence permit says.")
    parser.add_argument("code", metavar="FILE|TEXT|HEX")
    parser.add_argument("--snapshot", type=Path, help="lists, in which the signer is looked up")
    options = parser.parse_args()
    recognised = recognise(code_of(options.code))
    try:
        document = recognised.decode()
    except Refusal as refusal:
        print(f"{recognised.format}: {refusal.kind}, {refusal}", file=sys.stderr)
        return 1
    shown = {"format": recognised.format, "document": document.view}
    if isinstance(document, LiveCode):
        shown["proof"] = {"madeAt": document.proof.made_at, "holds": document.proof.holds()}
    if options.snapshot:
        shown["signatureFits"] = verify(document, trustlist.signers(options.snapshot))
    print(json.dumps(shown, ensure_ascii=False, indent=2))
    return 0


if __name__ == "__main__":
    sys.exit(main())
