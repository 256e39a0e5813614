package org.stayseal.vectors;

import java.util.List;
import java.util.Set;
import org.stayseal.trust.authority.FurtherSigner;

/** The signers of Utopia that only vectors need: one for each further format, curve and algorithm. */
final class FurtherSigners {

    /** Residence permits of Utopia as IDB, and what travels in the same form. */
    private static final Set<String> IDB_TYPES = Set.of(
            "IDB-01",
            "IDB-02",
            "IDB-06",
            "IDB-07",
            "IDB-08",
            "IDB-81",
            "IDB-86-0B",
            "IDB-86-0C",
            "IDB-86-0D",
            "IDB-86-0E",
            "IDB-86-10",
            "IDB-86-11",
            "IDB-86-12");

    private static final Set<String> SEAL_TYPES = Set.of(
            "FB06", "FA06", "FD02", "FC04", "F908", "F90C", "F80A", "5D01", "5E03", "01C8", "01C9", "F48F", "F50C",
            "01FE");
    private static final Set<String> VDS_NC_TYPES = Set.of("uto.residence-permit", "icao.vacc", "icao.test");

    static final List<FurtherSigner> ALL = List.of(
            FurtherSigner.ofSeals("idb-signer", "ID", 0x20, IDB_TYPES),
            FurtherSigner.ofVdsNcs("vds-nc-signer", "NC", 0x21, VDS_NC_TYPES),
            FurtherSigner.ofVdsNcs("vds-nc-signer-p384", "N3", 0x22, VDS_NC_TYPES),
            FurtherSigner.ofVdsNcs("vds-nc-signer-p521", "N5", 0x23, VDS_NC_TYPES),
            FurtherSigner.ofSeals("seal-signer-p384", "P3", 0x24, SEAL_TYPES),
            FurtherSigner.ofSeals("seal-signer-bp256", "B2", 0x25, SEAL_TYPES),
            FurtherSigner.ofSeals("seal-signer-bp384", "B3", 0x26, SEAL_TYPES).namingDocumentCodes(Set.of("AR", "V")),
            FurtherSigner.ofSeals("seal-signer-bp512", "B5", 0x27, SEAL_TYPES),
            FurtherSigner.ofCredentials("credential-signer-p384", "Utopia credential signer 384", 0x28),
            FurtherSigner.ofCredentials("credential-signer-ed25519", "Utopia credential signer Ed", 0x29),
            FurtherSigner.ofCredentials("credential-signer-rsa", "Utopia credential signer RSA", 0x2A));

    private FurtherSigners() {}
}
