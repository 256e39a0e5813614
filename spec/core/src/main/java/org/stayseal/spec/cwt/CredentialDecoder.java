package org.stayseal.spec.cwt;

import org.stayseal.spec.FormatException;

/**
 * Reads a residence credential to the letter of spec/docs/30, from the text of its code or from its bytes.
 *
 * <p>What decodes is well-formed, nothing more: whether it is signed, by whom, and whether it is good now is for the verification to ask.
 * No exception but {@link FormatException} leaves for any input.
 */
public final class CredentialDecoder {
    /** What the text of a credential begins with (CRED-1). */
    public static final String PREFIX = "RP1:";
    /** Most characters in a code (CRED-2). */
    public static final int MAX_TEXT = Envelope.MAX_TEXT;
    /** Most bytes of a credential (CRED-4). */
    public static final int MAX_BYTES = Envelope.MAX_BYTES;

    private CredentialDecoder() {}

    /** The credential in a code's text, {@code RP1:…}, exactly as scanned. */
    public static Credential decode(String text) throws FormatException {
        return decode(bytesOf(text));
    }

    /** The bytes of the credential in a code's text, which is what sameness is defined on (CRED-5). */
    public static byte[] bytesOf(String text) throws FormatException {
        if (!text.startsWith(PREFIX)) {
            throw FormatException.notAPermit("CRED-1", "the text does not begin with " + PREFIX);
        }
        return Envelope.bytesIn(text, PREFIX);
    }

    /** The credential in these bytes, as inflated. */
    public static Credential decode(byte[] bytes) throws FormatException {
        Envelope envelope = Envelope.read(bytes, Credential.TYPE, "CRED-17", "a residence credential");
        return new Credential(envelope, ClaimsReader.read(envelope.payload()));
    }
}
