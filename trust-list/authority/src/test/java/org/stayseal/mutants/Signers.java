package org.stayseal.mutants;

import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Set;
import org.stayseal.spec.signing.Signer;
import org.stayseal.trust.authority.AuthorityProfile;
import org.stayseal.trust.authority.FurtherSigner;
import org.stayseal.trust.authority.VectorAuthority;

/** Who signs mutants again: the signers of the vectors' lists, one for each format, and the holder's device. */
record Signers(Signer seals, Signer credentials, Signer idbs, Signer vdsNcs, Signer device) {

    /** @param vectors the folder {@code spec/vectors} */
    static Signers of(Path vectors) {
        VectorAuthority authority = VectorAuthority.of(
                        vectors.resolve("keys"),
                        AuthorityProfile.utopia(URI.create("https://permits.utopia.example")),
                        Instant.parse("2026-11-01T00:00:00Z"))
                .with(FurtherSigner.ofSeals("idb-signer", "ID", 0x20, Set.of("IDB-01")))
                .with(FurtherSigner.ofVdsNcs("vds-nc-signer", "NC", 0x21, Set.of("uto.residence-permit")))
                .with(FurtherSigner.ofCredentials("device", "Device", 0xD0));
        return new Signers(
                authority.sealSigner(),
                authority.credentialSigner(),
                authority.signer("idb-signer"),
                authority.signer("vds-nc-signer"),
                authority.signer("device"));
    }
}
