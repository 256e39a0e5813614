"""Runs the tests and writes their numbers in the form of JUnit, for ``./stayseal test``: run_tests.py REPORT.xml"""

import sys
import unittest
from pathlib import Path
from xml.sax.saxutils import quoteattr


def main(report: Path) -> int:
    suite = unittest.defaultTestLoader.discover(str(Path(__file__).parent))
    result = unittest.TextTestRunner(verbosity=1).run(suite)
    failed = len(result.failures) + len(result.unexpectedSuccesses)
    numbers = {"name": "independent-decoder", "tests": result.testsRun, "failures": failed,
               "errors": len(result.errors), "skipped": len(result.skipped)}
    attributes = " ".join(f"{name}={quoteattr(str(value))}" for name, value in numbers.items())
    report.parent.mkdir(parents=True, exist_ok=True)
    report.write_text(f'<?xml version="1.0" encoding="UTF-8"?>\n<testsuite {attributes}/>\n', encoding="utf-8")
    return 0 if result.wasSuccessful() and result.testsRun else 1


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
