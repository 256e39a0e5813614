"""The examples that the documents print, and bytes that nobody wrote."""

import random
import re
import unittest

from cryptography.hazmat.primitives.asymmetric import ec

import base45
import c40
import cbor
import maskeddate
import mrz
import signature
from days import from_number
from recognise import recognise
from refusal import Refusal
from registry import SPEC
from test_vectors import cases, check, code_of


def documentation(name: str) -> str:
    return (SPEC / "docs" / name).read_text(encoding="utf-8")


class Examples(unittest.TestCase):
    def test_c40(self) -> None:
        self.assertEqual(c40.decode(bytes.fromhex("EB0466A9")), "XK CD")
        self.assertEqual(c40.decode(bytes.fromhex("EB11FE45")), "XKCD")
        self.assertEqual(c40.decode(bytes.fromhex("6D32C8A519FC")), "DETS00027")
        self.assertEqual(c40.country(bytes.fromhex("6ABC"), "VDS-4"), "D")

    def test_faults_of_c40(self) -> None:
        for faulty in ("00", "0000", "FE45EB04", "FE3D", "FE00", "FFFF", "0001"):
            with self.assertRaises(Refusal, msg=faulty):
                c40.decode(bytes.fromhex(faulty))

    def test_dates_of_seals(self) -> None:
        self.assertEqual(from_number(0x319EF5, "VDS-7").isoformat(), "1957-03-25")
        self.assertEqual(from_number(0x0F7134, "VDS-7").isoformat(), "2020-01-01")

    def test_masked_dates(self) -> None:
        self.assertEqual(maskeddate.decode(bytes.fromhex("00319F3B")).text, "2027-03-25")
        unknown_day = maskeddate.decode(bytes.fromhex("F00007EB"))
        self.assertEqual(unknown_day.text, "2027-xx-xx")
        self.assertEqual(unknown_day.certain_end().isoformat(), "2027-01-01")

    def test_idb_without_signature(self) -> None:
        text = re.search("RDB1A[A-Z2-7]+", documentation("21-idb.md"))
        self.assertEqual(recognise(text.group().encode()).decode().view["features"], {
            "documentReference": "UTR000042", "documentNumber": "PR1234567", "nationalDocumentType": "10"})

    def test_credential_and_its_key(self) -> None:
        page = documentation("30-residence-credential.md")
        text = re.search("^RP1:N[0-9A-Z $%*+./:-]+$", page, re.MULTILINE).group()
        x, y = (int(re.search(f"^{name} = ([0-9a-f]{{64}})$", page, re.MULTILINE).group(1), 16) for name in "xy")
        document = recognise(text.encode()).decode()
        self.assertEqual(document.view["surname"], "Ha")
        key = ec.EllipticCurvePublicNumbers(x, y, ec.SECP256R1()).public_key()
        self.assertTrue(signature.ecdsa(key, document.algorithm, "SHA-256", document.signed_bytes, document.signature))

    def test_faults_of_cbor(self) -> None:
        """The table of CRED-10, row by row."""
        rows = re.findall(
            r"^\| (CRED-10[a-l]) \|.*\| `([0-9A-F ]+)`", documentation("30-residence-credential.md"), re.MULTILINE)
        self.assertEqual(len(rows), 12)
        for rule, example in rows:
            with self.assertRaises(Refusal) as refused:
                cbor.decode(bytes.fromhex(example))
            self.assertEqual(refused.exception.rule, rule)

    def test_names_in_a_zone(self) -> None:
        zone = mrz.Zone("TD2", ("ARUTOMUSTER<<OLENA<VERA<<<<<<<<<<<<<", "UT12345675XXB8503<<2F2803043<<<<<<<0"))
        self.assertEqual(zone.names(), ("MUSTER", "OLENA VERA"))
        self.assertEqual(zone.number(), "UT1234567")

    def test_a_zone_of_fillers(self) -> None:
        """VER-60: three fields are there even where they are empty."""
        zone = mrz.Zone("TD2", ("ARUTO".ljust(36, "<"), "<<<<<<<<<0<<<<<<<<<0<2803043<<<<<<<0"))
        self.assertEqual(zone.view(from_number(11102026, "VDS-7")), {
            "surname": "", "birthDate": "0000-00-00", "sex": "X", "nationality": "", "documentNumber": ""})

    def test_later_versions(self) -> None:
        kinds = {b"RP2:AB": "UNSUPPORTED", b"RP2:" + b"A" * 4293: "WRONG_FORMAT", b"RP0:": "NOT_A_PERMIT"}
        for text, kind in kinds.items():
            with self.assertRaises(Refusal) as refused:
                recognise(text).decode()
            self.assertEqual(refused.exception.kind, kind)

    def test_base45(self) -> None:
        self.assertEqual(base45.decode("QED8WEX0"), b"ietf!")


class Damage(unittest.TestCase):
    def test_only_refusals(self) -> None:
        """Whatever is cut or changed, the answer is a document or a refusal, never another failure."""
        dice = random.Random(1)
        for case in cases().values():
            if check(case, "format")["result"] != "PASSED":
                continue
            for _ in range(5):
                damaged = bytearray(code_of(case))
                at = dice.randrange(1, len(damaged))
                if dice.random() < 0.5:
                    damaged[at] = dice.randrange(256)
                else:
                    del damaged[at:]
                try:
                    recognise(bytes(damaged)).decode()
                except Refusal:
                    pass


if __name__ == "__main__":
    unittest.main()
