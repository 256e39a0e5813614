package org.stayseal.trust.authority.pkd;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The branches below a country in ICAO's directory, and the attribute that holds what is in them (TRUST-116). */
public enum PkdBranch {
    /** Master lists of CSCA certificates. */
    MASTER_LISTS("ml", "pkdMasterListContent", "CscaMasterListData"),
    /** Signers of electronic travel documents: not for permits. */
    DOCUMENT_SIGNERS("dsc", "userCertificate"),
    /** Signers of visible digital seals. */
    BAR_CODE_SIGNERS("bcsc", "userCertificate"),
    /** Signers of VDS-NCs. */
    BAR_CODE_SIGNERS_NC("bcsc-nc", "userCertificate"),
    /** Certificate revocation lists. */
    CRLS("crl", "certificateRevocationList");

    private final String organization;
    private final List<String> types;

    PkdBranch(String organization, String... types) {
        this.organization = organization;
        this.types = List.of(types);
    }

    /** The value of {@code o}. */
    public String organization() {
        return organization;
    }

    /** The types of the attribute, without options: the present one first, then those of older files. */
    List<String> types() {
        return types;
    }

    static Optional<PkdBranch> of(String organization) {
        return Arrays.stream(values())
                .filter(branch -> branch.organization.equals(organization))
                .findFirst();
    }
}
