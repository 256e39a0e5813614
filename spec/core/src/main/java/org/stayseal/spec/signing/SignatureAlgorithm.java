package org.stayseal.spec.signing;

import java.security.PublicKey;
import java.security.interfaces.ECKey;
import java.security.spec.ECParameterSpec;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;
import org.bouncycastle.jce.ECNamedCurveTable;
import org.bouncycastle.jce.spec.ECNamedCurveParameterSpec;
import org.bouncycastle.jce.spec.ECNamedCurveSpec;
import org.jspecify.annotations.Nullable;

/**
 * The algorithms that permits and lists are signed with: each belongs to one kind of key, so a key says which algorithm it is for.
 *
 * <p>Which of them credentials may name is CRED-18; which keys they take is TRUST-95. The names of COSE and JOSE are those of RFC 9053, RFC 9864 and RFC 7518. A seal names no algorithm: Doc 9303-13 2.4 takes the hash from the bit
 * length of the order of the base point, which {@link #ofSealKey} does. P-521 has no row in its table.
 *
 * <p>The table is also {@code spec/registry/algorithms.json}; a test holds both together.
 */
public enum SignatureAlgorithm {
    /** ECDSA with P-256 and SHA-256, the default. */
    ES256(Kind.ECDSA, "ES256", ids(-7, -9), ids(-7, -9), "SHA-256", 32, "secp256r1", Use.READ_AND_WRITE, true),
    /** ECDSA with P-384 and SHA-384. */
    ES384(Kind.ECDSA, "ES384", ids(-35, -51), ids(-35, -51), "SHA-384", 48, "secp384r1", Use.READ_AND_WRITE, true),
    /** ECDSA with P-521 and SHA-512; not for seals. */
    ES512(Kind.ECDSA, "ES512", ids(-36, -52), ids(), "SHA-512", 66, "secp521r1", Use.READ_AND_WRITE, false),
    /** ECDSA with brainpoolP256r1 and SHA-256. */
    ESB256(Kind.ECDSA, null, ids(-265), ids(), "SHA-256", 32, "brainpoolP256r1", Use.READ_AND_WRITE, true),
    /** ECDSA with brainpoolP320r1 and SHA-384. */
    ESB320(Kind.ECDSA, null, ids(-266), ids(), "SHA-384", 40, "brainpoolP320r1", Use.READ_AND_WRITE, true),
    /** ECDSA with brainpoolP384r1 and SHA-384. */
    ESB384(Kind.ECDSA, null, ids(-267), ids(), "SHA-384", 48, "brainpoolP384r1", Use.READ_AND_WRITE, true),
    /** ECDSA with brainpoolP512r1 and SHA-512. */
    ESB512(Kind.ECDSA, null, ids(-268), ids(), "SHA-512", 64, "brainpoolP512r1", Use.READ_AND_WRITE, true),
    /** ECDSA with P-224 and SHA-224: old seals, read only. */
    SEAL_P224(Kind.ECDSA, null, ids(), ids(), "SHA-224", 28, "secp224r1", Use.READ_ONLY, true),
    /** ECDSA with brainpoolP224r1 and SHA-224: old German seals, read only. */
    SEAL_B224(Kind.ECDSA, null, ids(), ids(), "SHA-224", 28, "brainpoolP224r1", Use.READ_ONLY, true),
    /** Ed25519 (RFC 8032); not for seals. */
    ED25519(Kind.EDDSA, "Ed25519", ids(-19, -8), ids(-19), "", 32, "Ed25519", Use.READ_AND_WRITE, false),
    /** RSASSA-PSS with SHA-256 (RFC 8230); not for seals, read only. */
    PS256(Kind.RSA_PSS, "PS256", ids(-37), ids(-37), "SHA-256", 0, "", Use.READ_ONLY, false);

    private enum Kind {
        ECDSA,
        EDDSA,
        RSA_PSS
    }

    private enum Use {
        READ_AND_WRITE,
        READ_ONLY
    }

    private final Kind kind;
    private final Optional<String> joseName;
    private final int[] coseIds;
    private final int[] credentialIds;
    private final String hash;
    private final int halfLength;
    private final String curve;
    private final Use use;
    private final boolean inSeals;
    private final Optional<ECParameterSpec> domain;

    SignatureAlgorithm(
            Kind kind,
            @Nullable String joseName,
            int[] coseIds,
            int[] credentialIds,
            String hash,
            int halfLength,
            String curve,
            Use use,
            boolean inSeals) {
        this.joseName = Optional.ofNullable(joseName);
        this.kind = kind;
        this.coseIds = coseIds;
        this.credentialIds = credentialIds;
        this.hash = hash;
        this.halfLength = halfLength;
        this.curve = curve;
        this.use = use;
        this.inSeals = inSeals;
        this.domain = domain(curve);
    }

    /** The {@code alg} of a JWS. Fails for an algorithm that JOSE has no name for: only P-256, P-384, P-521 and Ed25519 have one. */
    public String joseName() {
        return joseName.orElseThrow(() -> new IllegalStateException("JOSE has no name for " + this));
    }

    /** The {@code alg} that we write into COSE. Fails for an algorithm that COSE has no number for. */
    public int coseId() {
        if (coseIds.length == 0) {
            throw new IllegalStateException("COSE has no number for " + this);
        }
        return coseIds[0];
    }

    /** The hash by its JCA name, such as {@code SHA-256}; empty for Ed25519, which hashes by itself. */
    public String hash() {
        return hash;
    }

    /** Bytes of r, and of s. Of RSA, whose signature has no halves, none. */
    public int halfLength() {
        if (kind == Kind.RSA_PSS) {
            throw new IllegalStateException("a signature of " + this + " has no halves");
        }
        return halfLength;
    }

    /** Bytes of a whole raw signature. Of RSA, whose length is that of the key, none. */
    public int signatureLength() {
        return 2 * halfLength();
    }

    /** The curve by its common name, such as {@code secp256r1}; empty for RSA. */
    public String curve() {
        return curve;
    }

    /** Whether new signatures may be made with it. */
    public boolean mayWrite() {
        return use == Use.READ_AND_WRITE;
    }

    /** Whether a seal may be signed with it (Doc 9303-13 2.4). */
    public boolean inSeals() {
        return inSeals;
    }

    /** Whether a CSCA's key may be of it (TRUST-95). */
    public boolean signsCertificates() {
        return kind == Kind.ECDSA && mayWrite();
    }

    /** Whether a credential may be signed with it (CRED-18). */
    public boolean inCredentials() {
        return credentialIds.length > 0;
    }

    /**
     * Whether {@code signature} is one of this algorithm over {@code message} by {@code key}. False, too, when the key is of another algorithm: a header
     * must not choose what a key is used for.
     */
    public boolean verify(PublicKey key, byte[] message, byte[] signature) {
        if (!ofKey(key).equals(Optional.of(this))) {
            return false;
        }
        return switch (kind) {
            case ECDSA -> RawSignatures.verify(key, hash, message, signature);
            case EDDSA -> Ed25519Signatures.verify(key, message, signature);
            case RSA_PSS -> RsaPssSignatures.verify(key, message, signature);
        };
    }

    /**
     * The algorithm with this number in a COSE header: the polymorphic ones (-7, -35, -36) stand for their NIST curve, -8 for Ed25519. A format that takes
     * fewer says so itself.
     */
    public static Optional<SignatureAlgorithm> ofCose(long id) {
        return having(id, algorithm -> algorithm.coseIds);
    }

    /** The algorithm with this number in the header of a credential (CRED-18). */
    public static Optional<SignatureAlgorithm> ofCredential(long id) {
        return having(id, algorithm -> algorithm.credentialIds);
    }

    private static Optional<SignatureAlgorithm> having(long id, Function<SignatureAlgorithm, int[]> ids) {
        return Arrays.stream(values())
                .filter(algorithm -> Arrays.stream(ids.apply(algorithm)).anyMatch(n -> n == id))
                .findFirst();
    }

    /** The algorithm with this name in a JWS header. */
    public static Optional<SignatureAlgorithm> ofJose(String name) {
        return Arrays.stream(values())
                .filter(a -> a.joseName.equals(Optional.of(name)))
                .findFirst();
    }

    /** The algorithm that a key is for. Empty for a key on a curve that is not listed here, and for one whose numbers break TRUST-95; in which form a certificate has it, {@link CertificateKey} looks. */
    public static Optional<SignatureAlgorithm> ofKey(PublicKey key) {
        if (key instanceof ECKey ec) {
            return Arrays.stream(values())
                    .filter(a -> a.domain.isPresent() && same(a.domain.get(), ec.getParams()))
                    .findFirst();
        }
        if (Ed25519Signatures.isUsable(key)) {
            return Optional.of(ED25519);
        }
        return RsaPssSignatures.isUsable(key) ? Optional.of(PS256) : Optional.empty();
    }

    /** The algorithm of a seal signed by {@code key}; empty if Doc 9303-13 gives none for its curve, or we do not read it. */
    public static Optional<SignatureAlgorithm> ofSealKey(PublicKey key) {
        return ofKey(key).filter(SignatureAlgorithm::inSeals);
    }

    /** By values, not by name: certificates of CSCAs often carry their curve as explicit parameters. */
    private static boolean same(ECParameterSpec a, @Nullable ECParameterSpec b) {
        return b != null
                && a.getOrder().equals(b.getOrder())
                && a.getCofactor() == b.getCofactor()
                && a.getGenerator().equals(b.getGenerator())
                && a.getCurve().getField().equals(b.getCurve().getField())
                && a.getCurve().getA().equals(b.getCurve().getA())
                && a.getCurve().getB().equals(b.getCurve().getB());
    }

    private static int[] ids(int... ids) {
        return ids;
    }

    private static Optional<ECParameterSpec> domain(String curve) {
        ECNamedCurveParameterSpec spec = ECNamedCurveTable.getParameterSpec(curve);
        return spec == null
                ? Optional.empty()
                : Optional.of(new ECNamedCurveSpec(curve, spec.getCurve(), spec.getG(), spec.getN(), spec.getH()));
    }
}
