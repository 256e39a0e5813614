"""Every vector of spec/vectors as a test: what decodes shows its document, what breaks a rule is refused.

The numbers of the broken rules are counted and not held against anybody: readers may name either of two (docs 30, 22).
"""

import json
import re
import unittest
from collections import Counter
from functools import lru_cache
from typing import Any, Optional

import trustlist
from live import LiveCode
from recognise import recognise
from refusal import Refusal
from registry import SPEC
from verify import verify

VECTORS = SPEC / "vectors"
COUNTS: Counter[str] = Counter()

signers = lru_cache(maxsize=None)(trustlist.signers)


def cases() -> dict[str, dict[str, Any]]:
    found = {}
    for file in sorted(VECTORS.glob("**/*.json")):
        case = json.loads(file.read_text(encoding="utf-8"))
        if isinstance(case, dict) and "code" in case and "verdict" in case:
            found[file.relative_to(VECTORS).with_suffix("").as_posix()] = case
    return found


def check(case: dict[str, Any], name: str) -> dict[str, Any]:
    return next((one for one in case["verdict"]["checks"] if one["name"] == name), {})


def rule(text: str) -> Optional[str]:
    """The number of a rule, without the letter that tells faults apart."""
    found = re.search(r"\b([A-Z]+[0-9]*-[0-9]+)[a-z]?\b", text)
    return found.group(1) if found else None


class Vectors(unittest.TestCase):
    """One method for each vector, added below."""

    maxDiff = None

    def decodes(self, case: dict[str, Any]) -> None:
        found = recognise(code_of(case))
        self.assertEqual(found.format, case["verdict"]["format"])
        document = found.decode()
        self.assertEqual(document.view, case["verdict"]["document"])
        COUNTS["decoded"] += 1
        if isinstance(document, LiveCode):
            altered = check(case, "holder")["reason"] == "ALTERED_LIVE_CODE"
            self.assertEqual(document.proof.holds(), not altered)
            COUNTS[f"proofs {'do not hold' if altered else 'hold'}"] += 1
        expected = check(case, "signature").get("result")
        if check(case, "signer").get("result") == "PASSED":
            listed = signers(VECTORS / case["trust"]["snapshot"])
            self.assertEqual(verify(document, listed), expected == "PASSED")
            COUNTS[f"signatures {'fit' if expected == 'PASSED' else 'do not fit'}"] += 1

    def is_refused(self, case: dict[str, Any]) -> None:
        expected = check(case, "format")
        found = recognise(code_of(case))
        self.assertEqual(found.format, case["verdict"]["format"])
        with self.assertRaises(Refusal) as refused:
            found.decode()
        self.assertEqual(refused.exception.kind, expected["reason"], refused.exception)
        COUNTS["refused"] += 1
        named = {rule(case["why"]), rule(expected["detail"])}
        COUNTS["by the rule named" if rule(refused.exception.rule) in named else "by another rule"] += 1


def code_of(case: dict[str, Any]) -> bytes:
    code = case["code"]
    return bytes.fromhex(code["hex"]) if "hex" in code else code["text"].encode("utf-8")


def _test(case: dict[str, Any]) -> Any:
    if check(case, "format")["result"] == "PASSED":
        return lambda self: self.decodes(case)
    return lambda self: self.is_refused(case)


for _name, _case in cases().items():
    setattr(Vectors, f"test_{_name}", _test(_case))


def tearDownModule() -> None:
    print("\nvectors: " + ", ".join(f"{count} {what}" for what, count in COUNTS.items()))


if __name__ == "__main__":
    unittest.main()
