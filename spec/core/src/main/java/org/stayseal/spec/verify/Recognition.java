package org.stayseal.spec.verify;

import java.nio.charset.StandardCharsets;
import org.stayseal.spec.FormatException;
import org.stayseal.spec.claim169.IdentityDecoder;
import org.stayseal.spec.continuation.Continuation;
import org.stayseal.spec.cwt.CredentialDecoder;
import org.stayseal.spec.idb.IdbDecoder;
import org.stayseal.spec.live.LiveCode;
import org.stayseal.spec.registry.Limits;
import org.stayseal.spec.vds.Profiles;
import org.stayseal.spec.vds.SealDecoder;
import org.stayseal.spec.vdsnc.VdsNcDecoder;

/** VER-11: the first bytes say what a code is. */
public final class Recognition {

    static final String VDS = "vds";
    static final String CREDENTIAL = "credential";
    static final String IDB = "idb";
    static final String VDS_NC = "vds-nc";
    static final String CONTINUATION = "continuation";
    private static final String UNKNOWN = "unknown";

    private static final String RULE = "VER-11";

    private Recognition() {}

    /** Whether these bytes begin like a permit's code: of a kind that we read, or that a newer release may read. */
    public static boolean isKnownKind(byte[] code) {
        return !kind(code).equals(Kind.OTHER);
    }

    /** Whether these bytes can be a permit's code: of a known kind and long enough for one. Beside it in a picture others are only mentioned (VER-12). */
    public static boolean isPermits(byte[] code) {
        return code.length >= Limits.MIN_PERMIT_BYTES && isKnownKind(code);
    }

    /** What the beginning says: {@code vds}, {@code credential}, {@code idb}, {@code vds-nc}, {@code continuation} or {@code unknown}. */
    static String format(byte[] code) {
        return switch (kind(code)) {
            case SEAL -> VDS;
            case CREDENTIAL, LIVE -> CREDENTIAL;
            case IDB -> IDB;
            case VDS_NC -> VDS_NC;
            case CONTINUATION -> CONTINUATION;
            case LATER, OTHER -> UNKNOWN;
        };
    }

    /** Whether ICAO has words for a code of this format (VER-40, IDB-42). */
    static boolean hasIcaoWords(String format) {
        return format.equals(VDS) || format.equals(IDB);
    }

    /** Whether these bytes begin like a continuation (CONT-1). */
    public static boolean isContinuation(byte[] code) {
        return kind(code) == Kind.CONTINUATION;
    }

    static Presented decode(byte[] code, Profiles profiles) throws FormatException {
        Kind kind = kind(code);
        if (kind != Kind.OTHER && code.length > Limits.MAX_CODE_BYTES) {
            throw FormatException.wrongFormat(
                    RULE, "the code has " + code.length + " bytes, at most " + Limits.MAX_CODE_BYTES + " are read");
        }
        return switch (kind) {
            case SEAL -> PresentedSeal.of(SealDecoder.decode(code), profiles);
            case CREDENTIAL ->
                new PresentedCredential(CredentialDecoder.decode(new String(code, StandardCharsets.ISO_8859_1)));
            case LIVE -> new PresentedCredential(LiveCode.decode(new String(code, StandardCharsets.ISO_8859_1)));
            case IDB -> PresentedIdb.of(IdbDecoder.decode(code));
            case VDS_NC -> new PresentedVdsNc(VdsNcDecoder.decode(code));
            case CONTINUATION -> continuation(code);
            case LATER ->
                throw FormatException.unsupported(RULE, "a newer credential, which this version does not read");
            case OTHER -> throw FormatException.notAPermit(RULE, words(code));
        };
    }

    /** The continuation in a code that was given as one (VER-91). */
    static PresentedContinuation continuation(byte[] code) throws FormatException {
        if (kind(code) != Kind.CONTINUATION) {
            throw FormatException.notAPermit(RULE, "no continuation");
        }
        if (code.length > Limits.MAX_CODE_BYTES) {
            throw FormatException.wrongFormat(RULE, "the code is too long");
        }
        return new PresentedContinuation(Continuation.decode(new String(code, StandardCharsets.ISO_8859_1)));
    }

    /** What it is instead, where we know it (C169-30). */
    private static String words(byte[] code) {
        return IdentityDecoder.looksLikeIdentity(new String(code, StandardCharsets.ISO_8859_1))
                ? "an identity credential: it says who somebody is, and nothing of a right to stay"
                : "no code of a kind that carries a permit";
    }

    private enum Kind {
        SEAL,
        CREDENTIAL,
        LIVE,
        IDB,
        VDS_NC,
        CONTINUATION,
        LATER,
        OTHER
    }

    private static Kind kind(byte[] code) {
        if (code.length > 0 && (code[0] & 0xFF) == 0xDC) {
            return Kind.SEAL;
        }
        String start = new String(code, 0, Math.min(code.length, 4096), StandardCharsets.ISO_8859_1);
        if (start.startsWith("RP1:")) {
            return Kind.CREDENTIAL;
        }
        if (start.startsWith(LiveCode.PREFIX)) {
            return Kind.LIVE;
        }
        if (IdbDecoder.looksLikeIdb(code)) {
            return Kind.IDB;
        }
        if (VdsNcDecoder.looksLikeVdsNc(code)) {
            return Kind.VDS_NC;
        }
        if (start.startsWith(Continuation.PREFIX)) {
            return Kind.CONTINUATION;
        }
        boolean later = start.matches("(?s)RP[CL]?[2-9]:.*");
        return later ? Kind.LATER : Kind.OTHER;
    }
}
