package org.stayseal.trust.authority;

import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.stayseal.spec.bytes.Hex;
import org.stayseal.spec.signing.MlDsa65Signer;
import org.stayseal.spec.signing.SignatureAlgorithm;
import org.stayseal.spec.signing.Signer;
import org.stayseal.spec.trust.Role;
import org.stayseal.spec.trust.RoleKeys;
import org.stayseal.spec.trust.Root;
import org.stayseal.spec.trust.SecondKey;
import org.stayseal.spec.trust.TrustKey;
import org.stayseal.trust.authority.keys.HeldKey;

/** The private keys at hand, found by their public ones. Which of them counts for what, root and register say. Safe for use by several threads. */
public final class KeyRing {

    private final Map<String, Signer> signers = new HashMap<>();
    private final Map<String, MlDsa65Signer> second = new HashMap<>();
    private final List<String> aside;

    private KeyRing(List<String> aside) {
        this.aside = List.copyOf(aside);
    }

    /** A ring of keys that were opened. */
    public static KeyRing of(Collection<HeldKey> keys) {
        return of(keys, List.of());
    }

    /**
     * The same, beside what did not open.
     *
     * @param aside which and why, a line each
     */
    static KeyRing of(Collection<HeldKey> keys, List<String> aside) {
        KeyRing ring = new KeyRing(aside);
        for (HeldKey key : keys) {
            key.signer().ifPresent(signer -> ring.add(new OneAtATime(signer)));
            key.second().ifPresent(signer -> ring.second.put(key.kid(), signer));
        }
        return ring;
    }

    static KeyRing ofSigners(Collection<Signer> keys) {
        KeyRing ring = new KeyRing(List.of());
        keys.forEach(ring::add);
        return ring;
    }

    /** What did not open and why, a line each. */
    List<String> aside() {
        return aside;
    }

    /** The same as the end of a sentence about a key that is missing; empty if everything opened. */
    String asideWords() {
        return aside.isEmpty() ? "" : ". Left aside: " + String.join("; ", aside);
    }

    private void add(Signer signer) {
        signers.put(name(signer.certificate().getPublicKey()), signer);
    }

    /** One name for one key, however its curve is written (TRUST-12). */
    private static String name(PublicKey key) {
        return SignatureAlgorithm.ofKey(key)
                .filter(algorithm -> algorithm == SignatureAlgorithm.ES256 || algorithm == SignatureAlgorithm.ES384)
                .map(algorithm -> TrustKey.of(key).kid())
                .orElseGet(() -> Hex.encode(key.getEncoded()));
    }

    /** The key of a certificate, if it is here; it signs as whom the certificate names. */
    Optional<Signer> signer(X509Certificate certificate) {
        return Optional.ofNullable(signers.get(name(certificate.getPublicKey())))
                .map(signer -> signer.certificate().equals(certificate) ? signer : new Certified(signer, certificate));
    }

    Optional<Signer> signer(TrustKey key) {
        return Optional.ofNullable(signers.get(key.kid()));
    }

    /**
     * As many keys of a role as it takes, in the order in which the root names them.
     *
     * @throws PublicationRefusedException if fewer are here
     */
    List<Signer> signers(Root root, Role role) throws PublicationRefusedException {
        RoleKeys keys = root.role(role);
        List<Signer> here = new ArrayList<>();
        for (TrustKey key : keys.keys()) {
            if (here.size() < keys.threshold()) {
                signer(key).ifPresent(here::add);
            }
        }
        return require(here, keys.threshold(), role, "keys", keys.keys());
    }

    /** The same of the role's second keys; none where it has none (TRUST-34). */
    List<MlDsa65Signer> second(Root root, Role role) throws PublicationRefusedException {
        if (root.role(role).second().isEmpty()) {
            return List.of();
        }
        int threshold = root.role(role).second().get().threshold();
        List<MlDsa65Signer> here = new ArrayList<>();
        for (SecondKey key : root.role(role).second().get().keys()) {
            MlDsa65Signer signer = second.get(key.kid());
            if (signer != null && here.size() < threshold) {
                here.add(signer);
            }
        }
        return require(
                here,
                threshold,
                role,
                "second keys",
                root.role(role).second().get().keys());
    }

    private <S> List<S> require(List<S> here, int threshold, Role role, String what, List<?> all)
            throws PublicationRefusedException {
        if (here.size() < threshold) {
            throw new PublicationRefusedException(
                    "not published: the role " + role.word() + " of root needs " + threshold
                            + " of its " + what + " " + all + ", and " + here.size()
                            + " are here; put them into the folder keys" + asideWords());
        }
        return here;
    }

    /** A key that signs as another certificate names it. */
    private record Certified(Signer key, X509Certificate certificate) implements Signer {
        @Override
        public SignatureAlgorithm algorithm() {
            return key.algorithm();
        }

        @Override
        public byte[] sign(byte[] message) {
            return key.sign(message);
        }
    }

    /** A token signs one message after the other. */
    private record OneAtATime(Signer key) implements Signer {
        @Override
        public X509Certificate certificate() {
            return key.certificate();
        }

        @Override
        public SignatureAlgorithm algorithm() {
            return key.algorithm();
        }

        @Override
        public byte[] sign(byte[] message) {
            synchronized (key) {
                return key.sign(message);
            }
        }
    }
}
