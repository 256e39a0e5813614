package org.stayseal.trust.authority.pkd;

import java.math.BigInteger;
import java.security.PublicKey;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.stayseal.spec.FormatException;
import org.stayseal.spec.bytes.Hex;
import org.stayseal.spec.bytes.Sha256;
import org.stayseal.spec.signing.CertificateKey;
import org.stayseal.trust.authority.certificates.SignerSorting;
import org.stayseal.trust.authority.crl.CrlImport;
import org.stayseal.trust.authority.masterlist.MasterList;

/** What an authority may take of a directory: authorities, signers of seals and VDS-NCs, and CRLs (TRUST-117). */
public final class PkdImport {

    /**
     * Something that was not taken.
     *
     * @param what the branch and the country, and what can be said of it
     * @param reason in words
     */
    public record Refused(String what, String reason) {}

    private record TakenCrl(PkdObject object, CrlImport.Result.Taken result) {}

    private final Collection<X509Certificate> known;
    private final Set<String> pinned;
    private final Instant now;
    private final Set<X509Certificate> authorities = new LinkedHashSet<>();
    private final List<X509Certificate> sealSigners = new ArrayList<>();
    private final List<X509Certificate> vdsNcSigners = new ArrayList<>();
    private final Function<PublicKey, Optional<BigInteger>> newest;
    /** By the key that signed it. */
    private final Map<String, TakenCrl> crls = new LinkedHashMap<>();

    private final List<Refused> refused = new ArrayList<>();

    /**
     * @param known CSCA certificates that are listed already
     * @param pinned fingerprints (SHA-256 of the DER, 64 small hex digits) of the CSCA certificates behind master lists that a person compared
     * @param newest the number of the newest CRL of a key that was taken before; empty if there was none
     */
    public PkdImport(
            Collection<X509Certificate> known,
            Set<String> pinned,
            Function<PublicKey, Optional<BigInteger>> newest,
            Instant now) {
        this.known = List.copyOf(known);
        this.pinned = Set.copyOf(pinned);
        this.newest = newest;
        this.now = now;
    }

    /** Sorts a directory: master lists first, since the others need the authorities in them. */
    public PkdImport add(PkdDirectory directory) {
        directory.refused().forEach(entry -> refused.add(new Refused("entry " + entry.entry(), entry.reason())));
        of(directory, PkdBranch.MASTER_LISTS).forEach(this::masterList);
        of(directory, PkdBranch.BAR_CODE_SIGNERS)
                .forEach(object -> signer(object, SignerSorting.Kind.SEAL, sealSigners));
        of(directory, PkdBranch.BAR_CODE_SIGNERS_NC)
                .forEach(object -> signer(object, SignerSorting.Kind.VDS_NC, vdsNcSigners));
        of(directory, PkdBranch.CRLS).forEach(this::crl);
        of(directory, PkdBranch.DOCUMENT_SIGNERS)
                .forEach(object -> refuse(object, "it signs electronic travel documents, not permits"));
        return this;
    }

    private static List<PkdObject> of(PkdDirectory directory, PkdBranch branch) {
        return directory.objects().stream()
                .filter(object -> object.branch() == branch)
                .toList();
    }

    private void masterList(PkdObject object) {
        try {
            MasterList list = MasterList.read(object.content(), now);
            String fingerprint = fingerprint(list.signerAuthority());
            if (!pinned.contains(fingerprint)) {
                refuse(
                        object,
                        "TRUST-101: nobody compared the authority behind it, whose fingerprint is " + fingerprint);
                return;
            }
            authorities.addAll(list.taken());
            list.refused().forEach(certificate -> refuse(object, certificate.subject() + ": " + certificate.reason()));
        } catch (FormatException e) {
            refuse(object, e.rule() + ": " + e.getMessage());
        }
    }

    private void signer(PkdObject object, SignerSorting.Kind kind, List<X509Certificate> taken) {
        SignerSorting sorting = new SignerSorting(kind, issuers(), now);
        sorting.add(object.content());
        taken.addAll(sorting.taken());
        sorting.refused().forEach(certificate -> refuse(object, certificate.subject() + ": " + certificate.reason()));
    }

    private void crl(PkdObject object) {
        CrlImport.Result result = new CrlImport(issuers(), now).take(object.content(), this::newestSoFar);
        if (result instanceof CrlImport.Result.Taken taken) {
            TakenCrl older = crls.put(name(taken.authority().getPublicKey()), new TakenCrl(object, taken));
            if (older != null) {
                refuse(older.object(), "another one of the same key that is not older is there too");
            }
        } else if (result instanceof CrlImport.Result.Refused no) {
            refuse(object, no.reason());
        }
    }

    private Optional<BigInteger> newestSoFar(PublicKey key) {
        TakenCrl here = crls.get(name(key));
        return here == null ? newest.apply(key) : Optional.of(here.result().number());
    }

    /** One for each key, however a certificate writes it. */
    private static String name(PublicKey key) {
        return Hex.encode(CertificateKey.canonical(key));
    }

    private List<X509Certificate> issuers() {
        Set<X509Certificate> all = new LinkedHashSet<>(known);
        all.addAll(authorities);
        return List.copyOf(all);
    }

    private void refuse(PkdObject object, String reason) {
        refused.add(new Refused("o=" + object.branch().organization() + " of " + object.country(), reason));
    }

    private static String fingerprint(X509Certificate certificate) {
        try {
            return Hex.encode(Sha256.of(certificate.getEncoded()));
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException("a certificate that was read can be written", e);
        }
    }

    /** CSCA certificates out of master lists whose authority was compared, each once. */
    public List<X509Certificate> authorities() {
        return List.copyOf(authorities);
    }

    /** Signers of seals and datastructures for barcodes. */
    public List<X509Certificate> sealSigners() {
        return List.copyOf(sealSigners);
    }

    /** Signers of VDS-NCs. */
    public List<X509Certificate> vdsNcSigners() {
        return List.copyOf(vdsNcSigners);
    }

    /** Revocation lists of authorities that are known, or among those taken: of each key the newest. */
    public List<CrlImport.Result.Taken> crls() {
        return crls.values().stream().map(TakenCrl::result).toList();
    }

    /** Everything else, each with its reason. */
    public List<Refused> refused() {
        return List.copyOf(refused);
    }
}
