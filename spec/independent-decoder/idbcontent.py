"""What the messages of an IDB mean, and its document view (IDB-17 to IDB-27, IDB-43)."""

import base64
from datetime import date
from typing import Any, Optional

import maskeddate
import mrz
import values
from refusal import Refusal
from registry import table
from tlv import Cursor, features

BY_MESSAGE = ("01", "02", "06", "03", "04", "05")
# Whose zone is the document's (IDB-26).
ZONES_BY_TYPE = ("81", "07", "08", "01", "02")
ZONES_BY_MESSAGE = ("01", "02", "81", "07", "08")
JPEG_2000 = (bytes.fromhex("0000000C6A5020200D0A870A"), bytes.fromhex("FF4FFF51"))


def _counts(row: dict[str, Any], country: str) -> bool:
    return "*" in row["countries"] or country in row["countries"]


def view(country: str, messages: dict[int, bytes], signed: Optional[date], signed_by: dict[str, str],
         identity: str) -> dict[str, Any]:
    """``signed`` is the date by which years of two digits are read; an unsigned code has none."""
    content = _Content(country, messages)
    document = content.document()
    result: dict[str, Any] = {"type": content.type_name()}
    if document:
        result["profile"] = document["id"]
    result.update({"country": country, **signed_by, "identity": identity})
    order = ZONES_BY_TYPE if content.kind else ZONES_BY_MESSAGE
    zone = next((content.zones[tag] for tag in order if tag in content.zones), None)
    if zone:
        result.update(zone.view(signed))
    ends = [found.certain_end() for found in content.dates]
    if signed:
        ends.extend(found.end_date(signed, "IDB-24") for found in content.zones.values())
    if ends:
        result["documentUntil"] = min(ends).isoformat()
    elif document and document["ends"] and signed:
        raise Refusal("IDB-24", "no last day where there must be one")
    if content.photo:
        result.update({"photo": base64.b64encode(content.photo).decode("ascii"), "photoType": "image/jp2"})
    return {**result, "features": content.shown}


class _Content:
    def __init__(self, country: str, messages: dict[int, bytes]) -> None:
        self.country = country
        self.messages = messages
        self.kind: Optional[str] = None
        self.kind_tag = ""
        self.photo: Optional[bytes] = None
        self.zones: dict[str, mrz.Zone] = {}
        self.dates: list[maskeddate.MaskedDate] = []
        self.shown: dict[str, str] = {}
        rows = {int(row["tag"], 16): row for row in table("idb-messages")["messages"] if _counts(row, country)}
        for tag, row in rows.items():
            if tag in messages:
                values.check_size(row, messages[tag], "IDB-17")
                self._read(row, messages[tag])
        self.shown.update({f"message {tag:02X}": value.hex() for tag, value in messages.items() if tag not in rows})

    def _read(self, row: dict[str, Any], value: bytes) -> None:
        name, coding = row["name"], row["coding"]
        if coding == "image":
            if not value.startswith(JPEG_2000):
                raise Refusal("IDB-19", "no JPEG 2000")
            self.photo = value
        elif coding == "features":
            self._read_features(row, value)
        elif coding == "masked-date":
            found = maskeddate.decode(value)
            self.dates.append(found)
            self.shown[name] = found.text
        elif coding == "document-type":
            self.kind, self.kind_tag = value.hex().upper(), row["tag"]
            self.shown[name] = self.kind
        else:
            self._read_value(row, value, name, row["tag"])

    def _read_value(self, row: dict[str, Any], value: bytes, name: str, message: str) -> None:
        self.shown[name] = values.shown(row, value, "IDB-17")
        if row["coding"] == "mrz":
            self.zones[message] = mrz.decode(value, row["mrz"], "IDB-17")

    def _read_features(self, message: dict[str, Any], value: bytes) -> None:
        found = features(Cursor(value, "IDB-20"), lambda inner: inner.der_length("IDB-20"), -1, "IDB-20")
        for group in message.get("oneOf", []):
            if sum(int(tag, 16) in found for tag in group) != 1:
                raise Refusal("IDB-20", "not exactly one feature of a group")
        prefix = message["name"]
        rows = {int(row["tag"], 16): row for row in message["features"]}
        for tag, row in rows.items():
            if tag in found:
                values.check_size(row, found[tag], "IDB-20")
                self._read_value(row, found[tag], f"{prefix}.{row['name']}", message["tag"])
            elif row["mandatory"]:
                raise Refusal("IDB-20", f"{prefix}.{row['name']} is missing")
        self.shown.update(
            {f"{prefix}.feature {tag:02X}": inner.hex() for tag, inner in found.items() if tag not in rows})

    def type_name(self) -> str:
        if self.kind:
            return f"IDB-{self.kind_tag}-{self.kind}"
        listed = [tag for tag in BY_MESSAGE[:3] if int(tag, 16) in self.messages]
        return f"IDB-{listed[0] if listed else format(next(iter(self.messages)), '02X')}"

    def document(self) -> Optional[dict[str, Any]]:
        """The row of the document (IDB-22), whose messages are all there (IDB-23)."""
        rows = [row for row in table("idb-messages")["documents"] if _counts(row, self.country)]
        if self.kind:
            found = [row for row in rows if row.get("type") == self.kind]
        else:
            present = [tag for tag in BY_MESSAGE if int(tag, 16) in self.messages][:1]
            found = [row for row in rows if row.get("message") in present]
        for row in found[:1]:
            if any(int(tag, 16) not in self.messages for tag in row["mandatory"]):
                raise Refusal("IDB-23", "a message of the document is missing")
            return row
        return None
