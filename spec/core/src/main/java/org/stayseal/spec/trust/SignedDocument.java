package org.stayseal.spec.trust;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.stayseal.spec.FormatException;
import org.stayseal.spec.signing.MlDsa65;
import org.stayseal.spec.signing.MlDsa65Signer;
import org.stayseal.spec.signing.SignatureAlgorithm;
import org.stayseal.spec.signing.Signer;

/**
 * A document of trust in its envelope: JWS, general JSON serialization (TRUST-10 to TRUST-14).
 *
 * <p>Security guarantees: what is verified is the text that was received; a key counts once; {@code crit}, unprotected headers and members that are not
 * known are refused. Reading does not verify: nothing of the payload may be believed before {@link #requireAcceptedBy} has returned.
 */
public final class SignedDocument {

    private static final int MAX_SIGNATURES = 16;
    private static final int MAX_HEADER = 1_024;

    private record Entry(String alg, String kid, String protectedText, byte[] signature) {}

    private final DocumentKind kind;
    private final byte[] payloadText;
    private final byte[] payload;
    private final List<Entry> entries;

    private SignedDocument(DocumentKind kind, byte[] payloadText, byte[] payload, List<Entry> entries) {
        this.kind = kind;
        this.payloadText = payloadText;
        this.payload = payload;
        this.entries = entries;
    }

    /**
     * Reads the envelope.
     *
     * @param kind what is expected at this place; the headers must agree
     * @throws FormatException for any other form, with the number of the rule
     */
    public static SignedDocument read(byte[] utf8, DocumentKind kind) throws FormatException {
        EnvelopeText text = EnvelopeText.read(utf8, kind.maxBytes());
        List<Entry> entries = new ArrayList<>();
        Set<String> kids = new HashSet<>();
        for (JsonObject signature : text.json().objects("signatures", 1, MAX_SIGNATURES, "TRUST-10")) {
            Entry entry = entry(signature, kind);
            if (!kids.add(entry.kid)) {
                throw FormatException.wrongFormat("TRUST-12", "one key has signed twice");
            }
            entries.add(entry);
        }
        // The payload may have megabytes: it is decoded last, and held once however many have signed it.
        return new SignedDocument(
                kind, text.payload(), Base64Form.url(text.payload(), "payload"), List.copyOf(entries));
    }

    private static Entry entry(JsonObject json, DocumentKind kind) throws FormatException {
        json.exactly("TRUST-10", "protected", "signature");
        String protectedText = json.text("protected", "TRUST-10");
        JsonObject header = StrictJson.object(Base64Form.url(protectedText, "protected"), MAX_HEADER)
                .exactly("TRUST-11", "alg", "kid", "typ");
        if (!header.text("typ", "TRUST-11").equals(kind.typ())) {
            throw FormatException.wrongFormat("TRUST-11", "typ is not " + kind.typ());
        }
        return new Entry(
                header.text("alg", "TRUST-11"),
                header.text("kid", "TRUST-11"),
                protectedText,
                Base64Form.url(json.text("signature", "TRUST-10"), "signature"));
    }

    /**
     * Signs a payload; one entry for each signer, in the order given.
     *
     * @param signers one to sixteen, no key twice, on P-256 or P-384; their certificates are only the holders of their public keys
     */
    public static byte[] write(DocumentKind kind, byte[] payload, List<Signer> signers) {
        return write(kind, payload, signers, List.of());
    }

    /**
     * Signs a payload twice: the entries of the second keys follow the others.
     *
     * @param signers as above; none in the part of somebody who signs with a second key alone (TRUST-249)
     * @param second the second keys that sign, no key twice; with the others at most sixteen
     */
    public static byte[] write(DocumentKind kind, byte[] payload, List<Signer> signers, List<MlDsa65Signer> second) {
        if (signers.isEmpty() && second.isEmpty() || signers.size() + second.size() > MAX_SIGNATURES) {
            throw new IllegalArgumentException("a document has 1 to 16 signatures");
        }
        EnvelopeWriter envelope = new EnvelopeWriter(kind, payload);
        for (Signer signer : signers) {
            TrustKey key = TrustKey.of(signer.certificate().getPublicKey());
            envelope.add(key.algorithm().joseName(), key.kid(), signer::sign);
        }
        for (MlDsa65Signer signer : second) {
            envelope.add(MlDsa65.JOSE_NAME, SecondKey.of(signer.publicKey()).kid(), signer::sign);
        }
        return envelope.bytes();
    }

    /**
     * Returns when the role accepts the document: its keys (TRUST-14), and its second keys where it has any (TRUST-17).
     *
     * @throws FormatException if fewer keys of the role than its threshold have signed, or one of its signatures does not fit
     */
    public void requireAcceptedBy(RoleKeys role) throws FormatException {
        Map<String, Predicate<Entry>> keys = new HashMap<>();
        role.keys().forEach(key -> keys.put(key.kid(), entry -> fits(entry, key)));
        require("TRUST-14", keys, role.threshold());
        if (role.second().isPresent()) {
            Map<String, Predicate<Entry>> seconds = new HashMap<>();
            role.second().get().keys().forEach(key -> seconds.put(key.kid(), entry -> fits(entry, key)));
            require("TRUST-17", seconds, role.second().get().threshold());
        }
    }

    private void require(String rule, Map<String, Predicate<Entry>> keys, int threshold) throws FormatException {
        int good = 0;
        for (Entry entry : entries) {
            Predicate<Entry> fits = keys.get(entry.kid);
            if (fits == null) {
                continue;
            }
            if (!fits.test(entry)) {
                throw FormatException.wrongFormat(rule, "a signature of a key of the role does not fit");
            }
            good++;
        }
        if (good < threshold) {
            throw FormatException.wrongFormat(rule, "signed by " + good + " keys of the role, needed are " + threshold);
        }
    }

    /** Whether the role accepts the document, for readers that only sort faults. */
    public boolean isAcceptedBy(RoleKeys role) {
        try {
            requireAcceptedBy(role);
            return true;
        } catch (FormatException e) {
            return false;
        }
    }

    /**
     * The keys of a role that were counted, once {@link #requireAcceptedBy} has returned for it (TRUST-210).
     *
     * @return thumbprints
     */
    public Set<String> signersOf(RoleKeys role) {
        return entries.stream()
                .map(Entry::kid)
                .filter(kid -> role.keys().stream().anyMatch(key -> key.kid().equals(kid)))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The keys that the entries name, in their order; whose they are, and whether they fit, is not said. */
    public List<String> kids() {
        return entries.stream().map(Entry::kid).toList();
    }

    /** Whether this key of the role, or second key of it, has signed and its signature fits: for those who put signatures together. */
    public boolean isSignedBy(String kid, RoleKeys role) {
        return entries.stream()
                .filter(entry -> entry.kid.equals(kid))
                .anyMatch(entry ->
                        role.keys().stream().anyMatch(key -> key.kid().equals(kid) && fits(entry, key))
                                || role.second().stream()
                                        .flatMap(second -> second.keys().stream())
                                        .anyMatch(key -> key.kid().equals(kid) && fits(entry, key)));
    }

    private boolean fits(Entry entry, TrustKey key) {
        SignatureAlgorithm algorithm = key.algorithm();
        return algorithm.joseName().equals(entry.alg)
                && algorithm.verify(key.publicKey(), signedText(entry), entry.signature);
    }

    private boolean fits(Entry entry, SecondKey key) {
        return entry.alg.equals(MlDsa65.JOSE_NAME) && key.verifies(signedText(entry), entry.signature);
    }

    /** The two texts as received, with a dot between them. */
    private byte[] signedText(Entry entry) {
        byte[] start = (entry.protectedText + ".").getBytes(StandardCharsets.US_ASCII);
        byte[] signed = Arrays.copyOf(start, start.length + payloadText.length);
        System.arraycopy(payloadText, 0, signed, start.length, payloadText.length);
        return signed;
    }

    /** What kind of document it is. */
    public DocumentKind kind() {
        return kind;
    }

    /** The bytes of the payload, as received. */
    public byte[] payload() {
        return payload.clone();
    }

    /** SHA-256 of the payload: the fingerprint of a root, and what a reader compares when numbers are equal (TRUST-32, TRUST-72). */
    public Fingerprint fingerprint() {
        return Fingerprint.ofPayload(payload);
    }
}
