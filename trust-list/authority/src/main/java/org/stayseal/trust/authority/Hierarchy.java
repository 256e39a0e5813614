package org.stayseal.trust.authority;

import java.math.BigInteger;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.stayseal.spec.signing.Signer;
import org.stayseal.spec.trust.DocumentKind;
import org.stayseal.spec.trust.Environment;
import org.stayseal.spec.trust.Fingerprint;
import org.stayseal.spec.trust.Head;
import org.stayseal.spec.trust.Role;
import org.stayseal.spec.trust.RoleKeys;
import org.stayseal.spec.trust.Root;
import org.stayseal.spec.trust.SignedDocument;
import org.stayseal.spec.trust.TrustKey;

/**
 * The keys and certificates of a demo authority, and its first root: two of three root keys, a CSCA, a seal signer, a credential signer, and one key each
 * for trust list, snapshot, log and status.
 */
final class Hierarchy {

    /** Document codes that the seal signer may sign: residence permits begin with A or I. */
    static final Set<String> DOCUMENT_CODES = Set.of("A", "I");

    private static final String SEAL_COMMON_NAME = "RP";
    /** Two hex digits each: the reference of a seal, and with it the seal, stays as short as can be. */
    private static final BigInteger SEAL_SERIAL = BigInteger.valueOf(0x10);

    private static final BigInteger CREDENTIAL_SERIAL = BigInteger.valueOf(0x11);

    /** A key and the certificate that goes with it. */
    record Entry(AuthorityKey key, X509Certificate certificate) {
        Signer signer() {
            return key.signer(certificate);
        }
    }

    private final Map<KeyName, Entry> entries;
    private final byte[] rootDocument;

    /** Puts a hierarchy together that was made before. */
    Hierarchy(Map<KeyName, Entry> entries, byte[] rootDocument) {
        this.entries = new EnumMap<>(entries);
        this.rootDocument = rootDocument;
        if (!this.entries.keySet().containsAll(List.of(KeyName.values()))) {
            throw new IllegalArgumentException("a hierarchy has all of its keys");
        }
    }

    /** Makes a new one; all of it begins at midnight UTC of the day of {@code now}, so that permits of that day are within its term. */
    static Hierarchy make(AuthorityProfile profile, KeySupply supply, Instant now) {
        Instant from = now.truncatedTo(ChronoUnit.DAYS);
        CertificateMaker maker = new CertificateMaker(profile, from);
        AuthorityKey cscaKey = supply.key(KeyName.CSCA);
        X509Certificate csca = maker.csca(cscaKey);
        Map<KeyName, Entry> entries = new EnumMap<>(KeyName.class);
        for (KeyName name : KeyName.values()) {
            AuthorityKey key = name == KeyName.CSCA ? cscaKey : supply.key(name);
            X509Certificate certificate = switch (name) {
                case CSCA -> csca;
                case SEAL_SIGNER ->
                    maker.sealSigner(key.publicKey(), SEAL_COMMON_NAME, SEAL_SERIAL, DOCUMENT_CODES, cscaKey, csca);
                case CREDENTIAL_SIGNER ->
                    maker.credentialSigner(
                            key.publicKey(),
                            profile.countryName() + " credential signer 1",
                            CREDENTIAL_SERIAL,
                            cscaKey,
                            csca);
                default -> maker.roleHolder(key, name);
            };
            entries.put(name, new Entry(key, certificate));
        }
        return new Hierarchy(entries, root(profile, entries, from));
    }

    /** A certificate for a signer that is not one of the hierarchy. */
    X509Certificate certificate(AuthorityProfile profile, FurtherSigner signer, PublicKey key) {
        CertificateMaker maker = new CertificateMaker(profile, from());
        Entry csca = entry(KeyName.CSCA);
        X509Certificate usual = switch (signer.kind()) {
            case SEAL ->
                maker.sealSigner(
                        key,
                        signer.commonName(),
                        signer.serial(),
                        signer.documentCodes(),
                        csca.key(),
                        csca.certificate());
            case CREDENTIAL ->
                maker.credentialSigner(key, signer.commonName(), signer.serial(), csca.key(), csca.certificate());
            case VDS_NC -> maker.vdsNcSigner(key, signer.commonName(), signer.serial(), csca.key(), csca.certificate());
        };
        return signer.ends()
                .map(end -> CertificateSigning.ending(usual, end, csca.key()))
                .orElse(usual);
    }

    /**
     * A new key for the CSCA (TRUST-97). Nothing of this hierarchy changes: a renewed authority is announced first, and lists both.
     *
     * @param commonName of the new subject; empty if the name stays
     * @param serial of the new certificate; the link has the next
     */
    CscaRenewal renewal(
            AuthorityProfile profile,
            AuthorityKey key,
            Optional<String> commonName,
            BigInteger serial,
            Instant moment) {
        CscaCertificates maker = new CscaCertificates(profile, moment.truncatedTo(ChronoUnit.SECONDS));
        return commonName
                .map(name -> maker.renewed(key, name, serial, entry(KeyName.CSCA)))
                .orElseGet(() -> maker.renewed(key, serial, entry(KeyName.CSCA)));
    }

    /**
     * The CSCA's key as the renewal of an earlier one under the same name (TRUST-97). Nothing of this hierarchy changes.
     *
     * @param serial of the earlier certificate; the link has the one after the next
     */
    CscaRenewal linkFrom(AuthorityProfile profile, AuthorityKey earlier, BigInteger serial) {
        CscaCertificates maker = new CscaCertificates(profile, from());
        Entry old = new Entry(earlier, maker.first(earlier, serial));
        return maker.renewed(entry(KeyName.CSCA).key(), serial.add(BigInteger.ONE), old);
    }

    private static byte[] root(AuthorityProfile profile, Map<KeyName, Entry> entries, Instant from) {
        Instant until = from.atZone(ZoneOffset.UTC).plusYears(5).toInstant();
        Root root = new Root(
                new Head(profile.country(), Environment.DEMO, 1, from, until),
                Map.of(
                        Role.ROOT,
                        new RoleKeys(
                                2,
                                List.of(
                                        trustKey(entries, KeyName.ROOT_1),
                                        trustKey(entries, KeyName.ROOT_2),
                                        trustKey(entries, KeyName.ROOT_3))),
                        Role.TRUST_LIST,
                        RoleKeys.single(trustKey(entries, KeyName.TRUST_LIST)),
                        Role.SNAPSHOT,
                        RoleKeys.single(trustKey(entries, KeyName.SNAPSHOT)),
                        Role.LOG,
                        RoleKeys.single(trustKey(entries, KeyName.LOG))));
        return SignedDocument.write(
                DocumentKind.ROOT,
                root.payload(),
                List.of(
                        entry(entries, KeyName.ROOT_1).signer(),
                        entry(entries, KeyName.ROOT_2).signer()));
    }

    private static TrustKey trustKey(Map<KeyName, Entry> entries, KeyName name) {
        return TrustKey.of(entry(entries, name).key().publicKey());
    }

    private static Entry entry(Map<KeyName, Entry> entries, KeyName name) {
        Entry entry = entries.get(name);
        if (entry == null) {
            throw new IllegalArgumentException("no key " + name.fileName());
        }
        return entry;
    }

    Entry entry(KeyName name) {
        return entry(entries, name);
    }

    Signer signer(KeyName name) {
        return entry(name).signer();
    }

    TrustKey trustKey(KeyName name) {
        return trustKey(entries, name);
    }

    byte[] rootDocument() {
        return rootDocument.clone();
    }

    Fingerprint rootFingerprint() {
        try {
            return SignedDocument.read(rootDocument, DocumentKind.ROOT).fingerprint();
        } catch (org.stayseal.spec.FormatException e) {
            throw new IllegalStateException("the authority's own root is damaged", e);
        }
    }

    /** When it was made: the beginning of the signers' certificates. */
    Instant from() {
        return entry(KeyName.CSCA).certificate().getNotBefore().toInstant();
    }
}
