"""What a decoder answers instead of a document: the kind of refusal, and the number of the broken rule."""


class Refusal(Exception):
    """A code that breaks a rule. ``kind`` is WRONG_FORMAT, UNSUPPORTED or NOT_A_PERMIT."""

    def __init__(self, rule: str, detail: str, kind: str = "WRONG_FORMAT") -> None:
        super().__init__(f"{rule}: {detail}")
        self.rule = rule
        self.detail = detail
        self.kind = kind


def unsupported(rule: str, detail: str) -> Refusal:
    return Refusal(rule, detail, "UNSUPPORTED")
