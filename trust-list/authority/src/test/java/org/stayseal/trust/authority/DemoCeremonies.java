package org.stayseal.trust.authority;

import java.io.IOException;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Set;
import org.stayseal.spec.signing.Signer;
import org.stayseal.spec.trust.Service;
import org.stayseal.spec.trust.Term;
import org.stayseal.trust.authority.ceremony.AnnounceStep;
import org.stayseal.trust.authority.ceremony.Assembly;
import org.stayseal.trust.authority.ceremony.CeremonyFile;
import org.stayseal.trust.authority.ceremony.CeremonyFolder;
import org.stayseal.trust.authority.ceremony.CeremonyHistory;
import org.stayseal.trust.authority.ceremony.CeremonyPart;
import org.stayseal.trust.authority.ceremony.CeremonyRefusedException;
import org.stayseal.trust.authority.ceremony.Circumstances;
import org.stayseal.trust.authority.ceremony.Step;
import org.stayseal.trust.authority.keys.HeldKey;
import org.stayseal.trust.authority.keys.KeyFault;
import org.stayseal.trust.authority.keys.KeyKind;
import org.stayseal.trust.authority.keys.KeyPlace;
import org.stayseal.trust.authority.keys.Secrets;

/** Holds ceremonies of a demo in its own directory, with the root keys and the CSCA that lie there. */
final class DemoCeremonies {

    private final Path directory;
    private final Clock clock;

    DemoCeremonies(Path directory, Clock clock) {
        this.directory = directory;
        this.clock = clock;
    }

    /** Holds one now. */
    CeremonyHistory hold(Step... steps) throws IOException, CeremonyRefusedException, KeyFault {
        CeremonyHistory history = new CeremonyFolder(directory).history();
        CeremonyFile file = history.next(clock.instant(), "Test", "A test", Arrays.asList(steps));
        Assembly assembly = new Assembly(file, history.rootInForce())
                .add(CeremonyPart.sign(file, key("root-1")))
                .add(CeremonyPart.sign(file, key("root-2")));
        return new CeremonyFolder(directory)
                .append(
                        assembly.transcript(),
                        new Circumstances(
                                clock.instant(),
                                new PublishedListsFile(directory).read(),
                                new NoticeFile(directory).all()));
    }

    Signer key(String name) throws KeyFault {
        return HeldKey.open(place(name), secrets()).signer().orElseThrow();
    }

    /** A new key in the folder of the service. */
    Signer fresh(String name) throws KeyFault {
        return HeldKey.make(place(name), KeyKind.P_256, secrets(), clock.instant())
                .signer()
                .orElseThrow();
    }

    private KeyPlace place(String name) {
        return new KeyPlace.InFile(directory.resolve("keys").resolve(name + ".p12"));
    }

    private Secrets secrets() {
        return Secrets.in(directory.resolve("keys").resolve("password"));
    }

    /** A further seal signer with a fresh key here, as a ceremony announces it now. */
    AnnounceStep announcing(String name, String commonName, long serial) throws IOException, KeyFault {
        X509Certificate certificate = new HierarchyFolder(directory.resolve("keys"))
                .read()
                .certificate(
                        Utopia.PROFILE,
                        FurtherSigner.ofSeals(name, commonName, serial, Set.of("FB06"))
                                .namingDocumentCodes(Hierarchy.DOCUMENT_CODES),
                        fresh(name).certificate().getPublicKey());
        Instant now = clock.instant();
        Service.PermitSigner signer = CeremonyWorkshop.announced(
                certificate, now, new Term(now.plus(Duration.ofDays(7)), now.plus(Duration.ofDays(400))));
        return new AnnounceStep(signer);
    }
}
