package org.stayseal.trust.authority;

import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.stayseal.spec.FormatException;
import org.stayseal.spec.signing.Signer;
import org.stayseal.spec.trust.DocumentKind;
import org.stayseal.spec.trust.Environment;
import org.stayseal.spec.trust.KeyState;
import org.stayseal.spec.trust.LocalText;
import org.stayseal.spec.trust.Scope;
import org.stayseal.spec.trust.Service;
import org.stayseal.spec.trust.SignedDocument;
import org.stayseal.spec.trust.StateHistory;
import org.stayseal.spec.trust.Term;
import org.stayseal.trust.authority.ceremony.AnnounceStep;
import org.stayseal.trust.authority.ceremony.Assembly;
import org.stayseal.trust.authority.ceremony.CeremonyFile;
import org.stayseal.trust.authority.ceremony.CeremonyHistory;
import org.stayseal.trust.authority.ceremony.CeremonyPart;
import org.stayseal.trust.authority.ceremony.CeremonyRefusedException;
import org.stayseal.trust.authority.ceremony.RootStep;
import org.stayseal.trust.authority.ceremony.Step;
import org.stayseal.trust.authority.ceremony.Transcript;
import org.stayseal.trust.authority.register.RegisteredService;

/** What tests of ceremonies hold them with: Utopia's published keys, and further signers of its CSCA. */
public final class CeremonyWorkshop {

    /** The moment of the first ceremony. */
    public static final Instant FIRST = Instant.parse("2026-11-22T12:00:00Z");

    private final VectorAuthority authority = Utopia.authority();

    /** The first ceremony: the root, and everything active since it was made. */
    public CeremonyFile first() throws CeremonyRefusedException {
        List<Step> steps = new ArrayList<>();
        steps.add(firstRoot());
        new HierarchyServices(
                        Utopia.PROFILE,
                        authority.hierarchy(),
                        new ListedStates(authority.hierarchy().from()))
                .services(List.of())
                .forEach(service -> steps.add(new AnnounceStep(service)));
        return CeremonyHistory.NONE.first(
                "UTO", Environment.DEMO, FIRST, "First keys", "The authority begins its work", steps);
    }

    /** The step that brings the first root. */
    public RootStep firstRoot() {
        try {
            return RootStep.of(SignedDocument.read(authority.rootDocument(), DocumentKind.ROOT)
                    .payload());
        } catch (FormatException e) {
            throw new AssertionError(e);
        }
    }

    /** The history after the first ceremony. */
    public CeremonyHistory begun() throws CeremonyRefusedException {
        return held(CeremonyHistory.NONE, first());
    }

    /** Holds a ceremony with two of the three root keys. */
    public CeremonyHistory held(CeremonyHistory history, CeremonyFile file) throws CeremonyRefusedException {
        return history.then(transcript(history, file));
    }

    /** The transcript of a ceremony that two of the three root keys signed. */
    public Transcript transcript(CeremonyHistory history, CeremonyFile file) throws CeremonyRefusedException {
        return new Assembly(file, history.rootInForce())
                .add(CeremonyPart.sign(file, root(1)))
                .add(CeremonyPart.sign(file, root(3)))
                .transcript();
    }

    /** One of the three root keys, from 1. */
    public Signer root(int number) {
        return authority.hierarchy().signer(KeyName.valueOf("ROOT_" + number));
    }

    /** A published key that is nobody's. */
    public Signer outsider() {
        return PublishedKeys.read(Utopia.keys(), "outsider").signer(sealCertificate("outsider", "RO", 0x30));
    }

    /** A key of another role. */
    public Signer trustListKey() {
        return authority.hierarchy().signer(KeyName.TRUST_LIST);
    }

    /** A further seal signer of the CSCA, with this published key. */
    public X509Certificate sealCertificate(String key, String commonName, long serial) {
        return authority
                .hierarchy()
                .certificate(
                        Utopia.PROFILE,
                        FurtherSigner.ofSeals(key, commonName, serial, Set.of("FB06"))
                                .namingDocumentCodes(Hierarchy.DOCUMENT_CODES),
                        PublishedKeys.read(Utopia.keys(), key).publicKey());
    }

    /** A further credential signer of the CSCA, with this published key. */
    public X509Certificate credentialCertificate(String key, long serial) {
        return authority
                .hierarchy()
                .certificate(
                        Utopia.PROFILE,
                        FurtherSigner.ofCredentials(key, "Utopia credential signer 9", serial),
                        PublishedKeys.read(Utopia.keys(), key).publicKey());
    }

    /** A seal signer of a CSCA that nobody knows. */
    public static X509Certificate strangersSealCertificate() {
        return Utopia.stranger().sealSigner().certificate();
    }

    /** A seal signer as a ceremony announces it. */
    public static Service.PermitSigner announced(X509Certificate certificate, Instant at) {
        return announced(certificate, at, new Term(at.plus(Duration.ofDays(8)), at.plus(Duration.ofDays(400))));
    }

    /** A seal signer as a ceremony announces it, with this term. */
    public static Service.PermitSigner announced(X509Certificate certificate, Instant at, Term term) {
        return new Service.PermitSigner(
                Service.SignerKind.SEAL,
                List.of(new LocalText("en", "Seal signer 2 (demo)")),
                certificate,
                StateHistory.only(KeyState.ANNOUNCED, at),
                Scope.ofSeals(Set.of("UTO"), Set.of("FB06")),
                term,
                Optional.empty());
    }

    /** What ceremonies call the authority's first seal signer. */
    public String sealSigner() {
        return RegisteredService.fingerprint(authority.sealSigner().certificate());
    }

    /** What ceremonies call the authority's credential signer. */
    public String credentialSigner() {
        return RegisteredService.fingerprint(authority.credentialSigner().certificate());
    }
}
