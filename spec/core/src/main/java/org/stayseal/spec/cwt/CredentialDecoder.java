package org.stayseal.spec.cwt;

import com.upokecenter.cbor.CBORObject;
import com.upokecenter.cbor.CBORType;
import java.util.Set;
import org.stayseal.spec.FormatException;
import org.stayseal.spec.Rule;
import org.stayseal.spec.bytes.Base45;
import org.stayseal.spec.bytes.BoundedInflate;
import org.stayseal.spec.signing.SignatureAlgorithm;

/**
 * Reads a residence credential to the letter of spec/docs/30, from the text of its code or from its bytes.
 *
 * <p>What decodes is well-formed, nothing more: whether it is signed, by whom, and whether it is good now is for the verification to ask.
 * No exception but {@link FormatException} leaves for any input.
 */
public final class CredentialDecoder {
    /** What the text of a credential begins with (CRED-1). */
    public static final String PREFIX = "RP1:";
    /** What the text of a live code begins with, which this version knows of and does not read. */
    public static final String LIVE_PREFIX = "RPL1:";
    /** Most characters in a code (CRED-2). */
    public static final int MAX_TEXT = 4296;
    /** Most bytes of a credential (CRED-4). */
    public static final int MAX_BYTES = 8192;

    private static final int MAX_RATIO = 100;
    private static final CoseSign1.Rules RULES =
            new CoseSign1.Rules(Rule.lettered("CRED-10"), "CRED-11", Rule.lettered("CRED-15"), "CRED-16a");
    private static final long ALG = 1;
    private static final long CRIT = 2;
    private static final long KID = 4;
    private static final long TYP = 16;
    private static final Set<Object> HEADER_KEYS = Set.of(ALG, KID, TYP);

    private CredentialDecoder() {}

    /** The credential in a code's text, {@code RP1:…}, exactly as scanned. */
    public static Credential decode(String text) throws FormatException {
        return decode(bytesOf(text));
    }

    /** The bytes of the credential in a code's text, which is what sameness is defined on (CRED-5). */
    public static byte[] bytesOf(String text) throws FormatException {
        if (text.startsWith(LIVE_PREFIX)) {
            throw FormatException.unsupported("CRED-1", "a live code, which this release does not read yet");
        }
        if (!text.startsWith(PREFIX)) {
            throw FormatException.notAPermit("CRED-1", "the text does not begin with " + PREFIX);
        }
        if (text.length() > MAX_TEXT) {
            throw FormatException.wrongFormat("CRED-2", "a code of " + text.length() + " characters");
        }
        byte[] stream = Base45.decode(text.substring(PREFIX.length()), Rule.lettered("CRED-3"));
        return BoundedInflate.inflate(stream, MAX_BYTES, MAX_RATIO, Rule.lettered("CRED-4"));
    }

    /** The credential in these bytes, as inflated. */
    public static Credential decode(byte[] bytes) throws FormatException {
        if (bytes.length > MAX_BYTES) {
            throw FormatException.wrongFormat("CRED-4e", "a credential of " + bytes.length + " bytes");
        }
        CoseSign1 message = CoseSign1.read(bytes, StrictCbor.Keys.IN_ORDER, RULES);
        CborMap header = header(message);
        CBORObject alg = header.required(ALG, "CRED-16g");
        CBORObject typ = header.required(TYP, "CRED-16g");
        header.required(KID, "CRED-16g");
        if (typ.getType() != CBORType.TextString || !typ.AsString().equals(Credential.TYPE)) {
            throw FormatException.wrongFormat("CRED-17", "typ is not that of a residence credential");
        }
        byte[] keyId = header.bytes(KID, Credential.KEY_ID_LENGTH, "CRED-19");
        SignatureAlgorithm algorithm = CredentialAlgorithm.read(alg);
        return new Credential(bytes, message, algorithm, keyId, ClaimsReader.read(message.payload()));
    }

    /** CRED-16: one header, signed, of exactly three members. Where alg stands is told first: that is what an attack would play with. */
    private static CborMap header(CoseSign1 message) throws FormatException {
        CborMap open = CborMap.of(message.unprotectedHeader(), "unprotected header", "CRED-16a");
        CborMap header = CborMap.of(message.protectedHeader(), "protected header", "CRED-16a");
        if (open.has(ALG)) {
            throw header.has(ALG)
                    ? FormatException.wrongFormat("CRED-16c", "alg stands in both headers")
                    : FormatException.wrongFormat(
                            "CRED-16b", "alg stands in the unprotected header, which nobody signed");
        }
        if (message.unprotectedHeader().size() != 0) {
            throw FormatException.wrongFormat("CRED-16d", "the unprotected header is not empty");
        }
        if (header.has(CRIT)) {
            throw FormatException.wrongFormat("CRED-16e", "the header has crit");
        }
        return CborMap.of(message.protectedHeader(), HEADER_KEYS, "protected header", "CRED-16a", "CRED-16f");
    }
}
