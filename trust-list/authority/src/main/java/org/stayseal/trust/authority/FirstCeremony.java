package org.stayseal.trust.authority;

import java.io.IOException;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.stayseal.spec.FormatException;
import org.stayseal.spec.trust.DocumentKind;
import org.stayseal.spec.trust.Environment;
import org.stayseal.spec.trust.SignedDocument;
import org.stayseal.trust.authority.ceremony.AnnounceStep;
import org.stayseal.trust.authority.ceremony.Assembly;
import org.stayseal.trust.authority.ceremony.CeremonyFile;
import org.stayseal.trust.authority.ceremony.CeremonyFolder;
import org.stayseal.trust.authority.ceremony.CeremonyHistory;
import org.stayseal.trust.authority.ceremony.CeremonyPart;
import org.stayseal.trust.authority.ceremony.CeremonyRefusedException;
import org.stayseal.trust.authority.ceremony.Circumstances;
import org.stayseal.trust.authority.ceremony.PublishedLists;
import org.stayseal.trust.authority.ceremony.RootStep;
import org.stayseal.trust.authority.ceremony.Step;

/** The first ceremony of a demo, which nobody attends: its root keys lie in its folder (TRUST-258). Also that of a demo that was made before there were ceremonies. */
final class FirstCeremony {

    private FirstCeremony() {}

    /** Holds it. Its moment is the beginning of the keys, so that nothing that was published before contradicts it. */
    static CeremonyHistory hold(
            Path directory, AuthorityProfile profile, Hierarchy hierarchy, Optional<X509Certificate> continuationSigner)
            throws IOException {
        try {
            Instant from = hierarchy.from();
            List<Step> steps = new ArrayList<>();
            steps.add(RootStep.of(SignedDocument.read(hierarchy.rootDocument(), DocumentKind.ROOT)
                    .payload()));
            HierarchyServices services = new HierarchyServices(profile, hierarchy, new ListedStates(from));
            services.services(continuationSigner.stream()
                            .map(services::continuationSigner)
                            .toList())
                    .forEach(service -> steps.add(new AnnounceStep(service)));
            CeremonyFile file = CeremonyHistory.NONE.first(
                    profile.country(),
                    Environment.DEMO,
                    from,
                    "Demo keys",
                    "Made at the first start, for trying out; everything is active at once",
                    steps);
            Assembly assembly = new Assembly(file, CeremonyHistory.NONE.rootInForce())
                    .add(CeremonyPart.sign(file, hierarchy.signer(KeyName.ROOT_1)))
                    .add(CeremonyPart.sign(file, hierarchy.signer(KeyName.ROOT_2)));
            return new CeremonyFolder(directory)
                    .append(assembly.transcript(), new Circumstances(from, PublishedLists.NONE));
        } catch (CeremonyRefusedException | FormatException e) {
            throw new IOException("the first ceremony of the demo cannot be held: " + e.getMessage(), e);
        }
    }
}
