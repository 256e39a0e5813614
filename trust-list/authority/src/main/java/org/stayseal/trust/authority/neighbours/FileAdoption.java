package org.stayseal.trust.authority.neighbours;

import java.security.cert.X509CRL;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.stayseal.spec.FormatException;
import org.stayseal.spec.signing.CertificateSignature;
import org.stayseal.spec.signing.Crypto;
import org.stayseal.spec.signing.DistinguishedName;
import org.stayseal.spec.status.SignedStatusList;
import org.stayseal.spec.status.StatusListCwt;
import org.stayseal.spec.trust.DocumentKind;
import org.stayseal.spec.trust.KeptLog;
import org.stayseal.spec.trust.KeyState;
import org.stayseal.spec.trust.Manifest;
import org.stayseal.spec.trust.SealRevocations;
import org.stayseal.spec.trust.SealShards;
import org.stayseal.spec.trust.Service;
import org.stayseal.spec.trust.SignedDocument;

/** The files of a neighbour's snapshot that travel unchanged (TRUST-226, TRUST-228): those that a service which was taken accounts for. */
final class FileAdoption {

    private static final int MOST_CRLS = 99;

    private final NeighbourPin pin;
    private final NeighbourSnapshot from;
    private final List<Service> taken;
    private final List<Decision> decisions;
    private final List<AdoptedFile> files = new ArrayList<>();
    private int crls;

    /**
     * @param taken services of this neighbour in the combined list
     * @param decisions grows
     */
    FileAdoption(NeighbourPin pin, NeighbourSnapshot from, List<Service> taken, List<Decision> decisions) {
        this.pin = pin;
        this.from = from;
        this.taken = taken;
        this.decisions = decisions;
    }

    List<AdoptedFile> files() {
        for (Manifest.File entry : from.snapshot().manifest().files()) {
            byte[] content = content(entry.name());
            try {
                Optional<Manifest.File> mine = entry(entry, content);
                mine.ifPresent(named -> files.add(new AdoptedFile(named, content)));
            } catch (FormatException e) {
                throw new IllegalStateException("a file of a snapshot that was verified can be read", e);
            }
        }
        return files;
    }

    private byte[] content(String name) {
        byte[] content = from.files().get(name);
        if (content == null) {
            throw new IllegalStateException("a snapshot that was verified has all its files");
        }
        return content;
    }

    private Optional<Manifest.File> entry(Manifest.File entry, byte[] content) throws FormatException {
        String name = entry.name();
        if (entry.statusUri().isPresent()) {
            return decided(name, statusList(entry.statusUri().get(), content));
        }
        if (name.equals(SealRevocations.NAME)) {
            return decided(name, seals(content));
        }
        if (SealShards.isName(SealRevocations.NAME, name)) {
            return decided(name, shard(name, content));
        }
        if (name.startsWith("crl/")) {
            return decided(name, crl(content));
        }
        if (KeptLog.NAME.matcher(name).matches()) {
            return decided(name, keptLog(name, content));
        }
        decisions.add(new Decision(pin.country(), name, Decision.Why.NOT_CARRIED));
        return Optional.empty();
    }

    /** The manifest lists the document before its shards. */
    private boolean sealsTaken() {
        return files.stream().anyMatch(file -> file.entry().name().equals(SealRevocations.nameOf(pin.country())));
    }

    private Optional<Manifest.File> decided(String name, Optional<Manifest.File> mine) {
        decisions.add(new Decision(
                pin.country(), name, mine.isPresent() ? Decision.Why.TAKEN : Decision.Why.NOT_BY_ITS_KEYS));
        return mine;
    }

    private Optional<Manifest.File> statusList(String uri, byte[] cwt) throws FormatException {
        SignedStatusList list = StatusListCwt.read(cwt, uri);
        boolean signed = statusKeys().stream()
                .anyMatch(key -> key.signs(uri) && list.verifies(key.key().publicKey()));
        return signed ? Optional.of(Manifest.File.ofStatusList(uri, cwt)) : Optional.empty();
    }

    private Optional<Manifest.File> seals(byte[] content) throws FormatException {
        SignedDocument document = SignedDocument.read(content, DocumentKind.SEAL_REVOCATIONS);
        boolean signed = SealRevocations.isAcceptedByAny(
                document,
                statusKeys().stream()
                        .filter(key ->
                                key.sealRevocations() && key.states().now().signs())
                        .map(Service.StatusKey::key)
                        .toList());
        long sequence = SealRevocations.read(document).head().sequence();
        return signed
                ? Optional.of(Manifest.File.ofSealRevocations(pin.country(), sequence, content))
                : Optional.empty();
    }

    /** One goes with its list. */
    private Optional<Manifest.File> shard(String name, byte[] content) {
        String stem = SealRevocations.nameOf(pin.country()).replaceFirst("\\.json$", "");
        return sealsTaken()
                ? Optional.of(Manifest.File.of(stem + name.substring(name.lastIndexOf('/')), content))
                : Optional.empty();
    }

    private Optional<Manifest.File> crl(byte[] der) throws FormatException {
        X509CRL crl = Crypto.revocationList(der);
        boolean signed = taken.stream()
                .filter(Service.Csca.class::isInstance)
                .map(service -> ((Service.Csca) service).certificate())
                .anyMatch(csca -> DistinguishedName.subject(csca).equalsExactly(DistinguishedName.issuer(crl))
                        && CertificateSignature.fits(crl, csca));
        if (!signed || crls == MOST_CRLS) {
            return Optional.empty();
        }
        crls++;
        return Optional.of(Manifest.File.of("crl/" + pin.country() + (crls == 1 ? "" : "-" + crls) + ".crl", der));
    }

    private Optional<Manifest.File> keptLog(String name, byte[] content) {
        String json = name.replaceFirst("bin$", "json");
        boolean ofRevoked = taken.stream()
                .filter(Service.PermitSigner.class::isInstance)
                .map(Service.PermitSigner.class::cast)
                .anyMatch(signer -> signer.states().now() == KeyState.REVOKED
                        && from.snapshot().keptLogs().containsKey(KeptLog.signerOf(signer.certificate()))
                        && KeptLog.nameOf(KeptLog.signerOf(signer.certificate()))
                                .equals(json));
        return ofRevoked ? Optional.of(Manifest.File.of(name, content)) : Optional.empty();
    }

    private List<Service.StatusKey> statusKeys() {
        return taken.stream()
                .filter(Service.StatusKey.class::isInstance)
                .map(Service.StatusKey.class::cast)
                .toList();
    }
}
