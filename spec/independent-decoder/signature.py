"""Whether a signature fits: ECDSA with r and s side by side, Ed25519, PS256. Never an exception, only yes or no."""

from typing import Any, Optional

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, ed25519, padding, rsa
from cryptography.hazmat.primitives.asymmetric.utils import encode_dss_signature
from cryptography.hazmat.primitives.serialization import load_der_public_key

from registry import algorithms

HASHES = {"SHA-224": hashes.SHA224(), "SHA-256": hashes.SHA256(),
          "SHA-384": hashes.SHA384(), "SHA-512": hashes.SHA512()}
P256_INFO = bytes.fromhex("3059301306072a8648ce3d020106082a8648ce3d03010703420004")
RSASSA_PSS = bytes.fromhex("06092a864886f70d01010a")


def load(subject_public_key_info: bytes) -> Any:
    """The key, or None where the library cannot read it (brainpool curves of 224 and 320 bits)."""
    if RSASSA_PSS in subject_public_key_info[:20]:  # a key of that kind is not read (TRUST-95)
        return None
    try:
        return load_der_public_key(subject_public_key_info)
    except Exception:  # the library has many ways to say no, and all mean the same here
        return None


def p256(x: bytes, y: bytes) -> bytes:
    """SubjectPublicKeyInfo of two coordinates (CRED-34), a point of the curve or not."""
    return P256_INFO + x + y


def curve_row(key: Any) -> Optional[dict[str, Any]]:
    """The algorithm of the key's curve in algorithms.json."""
    if not isinstance(key, ec.EllipticCurvePublicKey):
        return None
    return next((row for row in algorithms() if row.get("curve", "").lower() == key.curve.name.lower()), None)


def ecdsa(key: Any, row: dict[str, Any], hash_name: str, signed: bytes, signature: bytes) -> bool:
    if len(signature) != 2 * row["half"]:
        return False
    r, s = (int.from_bytes(part, "big") for part in (signature[:row["half"]], signature[row["half"]:]))
    try:
        key.verify(encode_dss_signature(r, s), signed, ec.ECDSA(HASHES[hash_name]))
    except InvalidSignature:
        return False
    return True


def seal(subject_public_key_info: bytes, signed: bytes, signature: bytes, hash_name: Optional[str] = None) -> bool:
    """A seal's hash follows from the curve (VDS-15); an IDB names one that is not shorter (IDB-15)."""
    key = load(subject_public_key_info)
    row = curve_row(key)
    if row is None or not row["seal"] or (hash_name or row["hash"]) < row["hash"]:
        return False
    return ecdsa(key, row, hash_name or row["hash"], signed, signature)


def named(subject_public_key_info: bytes, row: dict[str, Any], signed: bytes, signature: bytes) -> bool:
    """By the algorithm that the code names, if the key is of that kind (CRED-20, NC-11)."""
    key = load(subject_public_key_info)
    if row["kind"] == "ecdsa":
        own = curve_row(key)
        return own is not None and own["curve"] == row["curve"] and ecdsa(key, row, row["hash"], signed, signature)
    try:
        if row["kind"] == "eddsa" and isinstance(key, ed25519.Ed25519PublicKey):
            key.verify(signature, signed)
            return True
        if row["kind"] == "rsa-pss" and isinstance(key, rsa.RSAPublicKey) and _is_ours(key, row):
            if len(signature) != key.key_size // 8:
                return False
            sha = HASHES[row["hash"]]
            key.verify(signature, signed, padding.PSS(padding.MGF1(sha), row["salt"]), sha)
            return True
    except InvalidSignature:
        pass
    return False


def _is_ours(key: rsa.RSAPublicKey, row: dict[str, Any]) -> bool:
    """TRUST-95: bounds of the modulus, whole bytes, one exponent."""
    fewest, most = row["modulusBits"]
    return (fewest <= key.key_size <= most and key.key_size % 8 == 0
            and key.public_numbers().e == row["exponent"])
