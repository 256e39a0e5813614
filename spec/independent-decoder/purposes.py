"""What each purpose shows (CRED-60): the table of docs 30 section 7, letter by letter."""

from typing import Any

from refusal import Refusal

# For full, work, bank, stay: ! always, ? may be there, - never. Keys of claim 169, then of claim -65537.
PERSON = {8: "!!!!", 19: "?-?-", 20: "?-?-", 9: "!---", 13: "!-!-", 1: "?-?-", 16: "????", 17: "????"}
PERMIT = {1: "!!!!", 2: "!!!!", 3: "!!!!", 4: "!!!!", 5: "!!!-", 6: "!!--", 7: "!!--", 8: "!---", 9: "!!!!",
          10: "?---", 11: "?---", 14: "?---", 12: "?-?-", 13: "?-?-", 15: "????"}


def check_disclosure(person: dict[Any, Any], permit: dict[Any, Any]) -> None:
    if 1 not in permit:
        raise Refusal("CRED-60a", "no purpose")
    for claim, table in ((person, PERSON), (permit, PERMIT)):
        for key, marks in table.items():
            mark = marks[permit[1]]
            if mark == "!" and key not in claim:
                raise Refusal("CRED-60a", f"key {key} is missing, which this purpose always shows")
            if mark == "-" and key in claim:
                raise Refusal("CRED-60b", f"key {key} is there, which this purpose never shows")
