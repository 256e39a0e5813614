package org.stayseal.vectors;

import java.math.BigInteger;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.stayseal.spec.trust.KeyState;
import org.stayseal.trust.authority.ChainWorkshop;
import org.stayseal.trust.authority.ChainWorkshop.Csca;
import org.stayseal.trust.authority.Publication;
import org.stayseal.trust.authority.PublicationRefusedException;
import org.stayseal.trust.authority.RsaSigning;
import org.stayseal.trust.authority.VectorAuthority;

/** Utopia's lists with further CSCAs, and seals of signers below them (TRUST-50, TRUST-56, TRUST-57, TRUST-191). */
final class Chains {

    private static final String NAME = "Utopia CSCA B (demo)";
    private static final String BEGIN = "2026-10-01T00:00:00Z";
    private static final String END = "2042-01-01T00:00:00Z";
    private static final BigInteger SERIAL = BigInteger.valueOf(0x60);

    private final UtopianVectors utopia;
    private final ChainWorkshop workshop;
    private final Map<String, byte[]> snapshots = new TreeMap<>();
    private final Map<String, byte[]> seals = new TreeMap<>();
    /** The file of lists that goes with a vector. */
    private final Map<String, String> lists = new TreeMap<>();

    private final List<X509Certificate> signers = new ArrayList<>();

    Chains(UtopianVectors utopia, Path keys) throws PublicationRefusedException {
        this.utopia = utopia;
        this.workshop = new ChainWorkshop(keys, UtopianVectors.BEGIN);
        oneName();
        renewedKey();
        stolenKey();
        rsa();
    }

    /** By file name in {@code spec/vectors/trust}. */
    Map<String, byte[]> snapshots() {
        return snapshots;
    }

    /** Everybody who signs seals here. */
    List<X509Certificate> signers() {
        return signers;
    }

    /** The seal that goes with the lists of a name. */
    byte[] seal(String name) {
        byte[] seal = seals.get(name);
        if (seal == null) {
            throw new IllegalArgumentException("no seal goes with " + name);
        }
        return seal;
    }

    /** Several certificates of one name and one key. */
    private void oneName() throws PublicationRefusedException {
        Csca over = workshop.csca("csca-new", NAME, 1, "2020-01-01T00:00:00Z", "2026-10-15T00:00:00Z");
        Csca good = workshop.csca("csca-new", NAME, 2, BEGIN, END);
        Csca later = workshop.csca("csca-new", NAME, 3, "2026-11-15T00:00:00Z", END);
        X509Certificate signer = workshop.sealSigner(good, "QA", SERIAL.longValue());
        put(
                "first-of-two-cscas-over",
                signer,
                lists(signer)
                        .listing(workshop.listed(over, KeyState.RETIRED))
                        .listing(workshop.listed(good, KeyState.ACTIVE)));
        put(
                "one-csca-over-the-other-not-begun",
                signer,
                lists(signer)
                        .listing(workshop.listed(over, KeyState.RETIRED))
                        .listing(workshop.listed(later, KeyState.ACTIVE)));
        put(
                "one-csca-over-the-other-revoked",
                signer,
                lists(signer)
                        .listing(workshop.listed(over, KeyState.RETIRED))
                        .listing(workshop.listed(good, KeyState.REVOKED)));
        put(
                "one-csca-over-the-other-announced",
                signer,
                lists(signer)
                        .listing(workshop.listed(over, KeyState.RETIRED))
                        .listing(workshop.listed(good, KeyState.ANNOUNCED)));
        Csca namesake = workshop.csca("outsider", NAME, 4, BEGIN, END);
        put(
                "first-of-two-cscas-of-another-key",
                signer,
                lists(signer)
                        .listing(workshop.listed(namesake, KeyState.ACTIVE))
                        .listing(workshop.listed(good, KeyState.ACTIVE)));
    }

    /** An old key and the new one that renews it, under one name or two, and a CRL by the new one. */
    private void renewedKey() throws PublicationRefusedException {
        Csca old = workshop.csca("outsider", NAME, 1, BEGIN, END);
        Csca renewed = workshop.csca("csca-new", NAME, 2, BEGIN, END);
        Csca other = workshop.csca("csca-new", "Utopia CSCA C (demo)", 2, BEGIN, END);
        X509Certificate signer = workshop.sealSigner(old, "QA", SERIAL.longValue());
        crl("crl-by-the-renewed-key", signer, old, renewed, KeyState.ACTIVE, renewed);
        crl(
                "crl-by-the-key-before",
                workshop.sealSigner(renewed, "QA", SERIAL.longValue()),
                old,
                renewed,
                KeyState.ACTIVE,
                old);
        crl("crl-by-a-revoked-key-of-that-name", signer, old, renewed, KeyState.REVOKED, renewed);
        crl("crl-under-another-name", signer, old, other, KeyState.ACTIVE, other);
    }

    /** One key in two certificates, of which one is listed as revoked. */
    private void stolenKey() throws PublicationRefusedException {
        Csca good = workshop.csca("csca-new", NAME, 2, BEGIN, END);
        X509Certificate signer = workshop.sealSigner(good, "QA", SERIAL.longValue());
        put(
                "another-certificate-of-a-revoked-signer",
                signer,
                lists(signer)
                        .revokeSealSigner(UtopianVectors.PUBLISHED)
                        .listing(workshop.listed(good, KeyState.ACTIVE)));
        withdrawn("key-of-a-stolen-csca", signer, good, Optional.of("keyCompromise"));
        withdrawn("key-of-a-csca-revoked-without-a-cause", signer, good, Optional.empty());
        withdrawn("key-of-a-csca-revoked-for-a-cause-in-other-letters", signer, good, Optional.of("Superseded"));
        withdrawn("key-of-a-superseded-csca", signer, good, Optional.of("superseded"));
        withdrawn("key-of-a-csca-that-ceased", signer, good, Optional.of("cessationOfOperation"));
    }

    private void withdrawn(String name, X509Certificate signer, Csca good, Optional<String> cause)
            throws PublicationRefusedException {
        Csca revoked = workshop.csca("csca-new", "Utopia CSCA C (demo)", 1, BEGIN, END);
        put(
                name,
                signer,
                lists(signer)
                        .listing(workshop.revoked(revoked, cause))
                        .listing(workshop.listed(good, KeyState.ACTIVE)));
    }

    /** One RSA key, and a signer for each way in which it signs. */
    private void rsa() throws PublicationRefusedException {
        Csca rsa = workshop.csca("csca-rsa", NAME, 1, BEGIN, END);
        VectorAuthority authority = utopia.plainAuthority().listing(workshop.listed(rsa, KeyState.ACTIVE));
        for (RsaSigning signing : RsaSigning.values()) {
            String name = "rsa-" + signing.name().toLowerCase(Locale.ROOT).replace('_', '-');
            X509Certificate signer =
                    workshop.sealSigner(rsa, "R" + signing.ordinal(), 0x70 + signing.ordinal(), signing);
            authority.listing(workshop.listed(signer));
            seals.put(name, seal(signer));
            lists.put(name, file("rsa"));
        }
        snapshots.put(file("rsa"), published(authority).snapshot());
        for (RsaSigning signing : List.of(RsaSigning.PKCS1_SHA384, RsaSigning.PSS_SHA256)) {
            String name =
                    "crl-by-rsa-" + signing.name().toLowerCase(Locale.ROOT).replace('_', '-');
            X509Certificate signer = workshop.sealSigner(rsa, "QA", SERIAL.longValue());
            seals.put(name, seal(signer));
            VectorAuthority listed = lists(signer).listing(workshop.listed(rsa, KeyState.ACTIVE));
            byte[] crl = workshop.crl(rsa, UtopianVectors.PUBLISHED, SERIAL, signing);
            snapshots.put(file(name), ChainWorkshop.with(listed, published(listed), "crl/UTO-2.crl", crl));
        }
    }

    private void crl(String name, X509Certificate signer, Csca old, Csca renewed, KeyState state, Csca by)
            throws PublicationRefusedException {
        VectorAuthority authority =
                lists(signer).listing(workshop.listed(old, KeyState.ACTIVE)).listing(workshop.listed(renewed, state));
        byte[] crl = workshop.crl(by, UtopianVectors.PUBLISHED, Map.of(SERIAL, UtopianVectors.PUBLISHED));
        seals.put(name, seal(signer));
        snapshots.put(file(name), ChainWorkshop.with(authority, published(authority), "crl/UTO-2.crl", crl));
    }

    private void put(String name, X509Certificate signer, VectorAuthority authority)
            throws PublicationRefusedException {
        seals.put(name, seal(signer));
        snapshots.put(file(name), published(authority).snapshot());
    }

    private VectorAuthority lists(X509Certificate signer) {
        return utopia.plainAuthority().listing(workshop.listed(signer));
    }

    private Publication published(VectorAuthority authority) throws PublicationRefusedException {
        return authority.at(UtopianVectors.PUBLISHED).sequence(8).publish(utopia.input());
    }

    private byte[] seal(X509Certificate signer) {
        signers.add(signer);
        return UtopianVectors.seal(UtopianVectors.permit().made(), workshop.signer(signer))
                .received();
    }

    /** The file of lists that goes with a vector. */
    String listsOf(String vector) {
        return lists.getOrDefault(vector, file(vector));
    }

    private static String file(String name) {
        return "chain-" + name + ".zip";
    }
}
