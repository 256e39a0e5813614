package org.stayseal.vectors;

import java.util.List;
import java.util.stream.Stream;

/** All vectors: a class for each folder. */
final class Vectors {

    private Vectors() {}

    static List<Vector> of(UtopianVectors utopia) {
        return Stream.of(
                        new CredentialVectors(utopia),
                        new RightVectors(utopia),
                        new StatusVectors(utopia),
                        new ListedSealVectors(utopia),
                        new CredentialFormatVectors(utopia),
                        new CredentialEncodingVectors(utopia),
                        new CredentialContentVectors(utopia),
                        new CredentialAlgorithmVectors(utopia),
                        new SealVectors(utopia),
                        new SealProfileVectors(utopia),
                        new SealFormatVectors(utopia),
                        new HolderVectors(utopia),
                        new HolderCredentialVectors(utopia),
                        new HolderVdsNcVectors(utopia),
                        new SealZoneVectors(utopia),
                        new VdsNcVectors(utopia),
                        new VdsNcFormatVectors(utopia),
                        new SignatureVectors(utopia),
                        new KnowledgeVectors(utopia),
                        new ChainVectors(utopia),
                        new ExtensionVectors(utopia),
                        new SuspensionVectors(utopia),
                        new LogVectors(utopia),
                        new ContinuationFormatVectors(utopia),
                        new ContinuationVectors(utopia),
                        new ContinuationRefusalVectors(utopia),
                        new LiveVectors(utopia),
                        new LiveFormatVectors(utopia),
                        new NeighbourVectors(utopia),
                        new IdbVectors(utopia),
                        new IdbZoneVectors(utopia),
                        new IdbFormatVectors(utopia),
                        new OrderVectors(utopia),
                        new OtherVectors(utopia))
                .flatMap(cases -> cases.all().stream())
                .toList();
    }
}
