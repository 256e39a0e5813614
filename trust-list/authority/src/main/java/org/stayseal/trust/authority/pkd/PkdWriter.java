package org.stayseal.trust.authority.pkd;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Lays objects out as ICAO's directory does, to be written as LDIF (TRUST-118). */
public final class PkdWriter {

    private final String country;
    private final List<LdifEntry> entries = new ArrayList<>();
    private final List<PkdBranch> begun = new ArrayList<>();

    /** @param country two capital letters */
    public PkdWriter(String country) {
        if (!country.matches("[A-Z]{2}")) {
            throw new IllegalArgumentException("a country has two letters");
        }
        this.country = country;
        entries.add(new LdifEntry(PkdName.DATA, classes(List.of(LdifAttribute.of("dc", "data")), "top", "domain")));
        entries.add(new LdifEntry(
                "c=" + country + "," + PkdName.DATA,
                classes(List.of(LdifAttribute.of("c", country)), "top", "country")));
    }

    /**
     * A master list.
     *
     * @param authority subject of the CSCA that stands behind its signer, as text (RFC 4514)
     * @param version counts the lists of the country, from 1
     */
    public PkdWriter masterList(byte[] cms, String authority, long version) {
        add(
                PkdBranch.MASTER_LISTS,
                "cn=" + PkdName.escaped(authority),
                List.of(
                        LdifAttribute.of("pkdVersion", String.valueOf(version)),
                        LdifAttribute.of("pkdMasterListContent;binary", cms),
                        LdifAttribute.of("sn", "1"),
                        LdifAttribute.of("cn", authority)),
                "top",
                "person",
                "pkdMasterList",
                "pkdDownload");
        return this;
    }

    /**
     * The certificate of a signer of seals or VDS-NCs.
     *
     * @param issuer its issuer as text (RFC 4514)
     * @param serial its serial number
     */
    public PkdWriter signer(PkdBranch branch, byte[] certificate, String issuer, BigInteger serial, long version) {
        if (branch != PkdBranch.BAR_CODE_SIGNERS && branch != PkdBranch.BAR_CODE_SIGNERS_NC) {
            throw new IllegalArgumentException("not a branch of bar code signers");
        }
        String number = serial.toString(16).toUpperCase(Locale.ROOT);
        String digits = number.length() % 2 == 0 ? number : "0" + number;
        add(
                branch,
                "cn=" + PkdName.escaped(issuer) + "+sn=" + digits,
                List.of(
                        LdifAttribute.of("pkdVersion", String.valueOf(version)),
                        LdifAttribute.of("userCertificate;binary", certificate),
                        LdifAttribute.of("sn", digits),
                        LdifAttribute.of("cn", issuer)),
                "inetOrgPerson",
                "pkdDownload",
                "organizationalPerson",
                "top",
                "person");
        return this;
    }

    /**
     * A revocation list.
     *
     * @param issuer its issuer as text (RFC 4514)
     */
    public PkdWriter crl(byte[] crl, String issuer, long version) {
        add(
                PkdBranch.CRLS,
                "cn=" + PkdName.escaped(issuer),
                List.of(
                        LdifAttribute.of("pkdVersion", String.valueOf(version)),
                        LdifAttribute.of("certificateRevocationList;binary", crl),
                        LdifAttribute.of("cn", issuer)),
                "cRLDistributionPoint",
                "pkdDownload",
                "top");
        return this;
    }

    /** The file. */
    public byte[] ldif() {
        return LdifWriter.write(entries);
    }

    private void add(PkdBranch branch, String name, List<LdifAttribute> attributes, String... classes) {
        String node = "o=" + branch.organization() + ",c=" + country + "," + PkdName.DATA;
        if (!begun.contains(branch)) {
            begun.add(branch);
            entries.add(new LdifEntry(
                    node, classes(List.of(LdifAttribute.of("o", branch.organization())), "top", "organization")));
        }
        String dn = name + "," + node;
        if (entries.stream().anyMatch(entry -> entry.dn().equals(dn))) {
            throw new IllegalArgumentException("two entries of one name");
        }
        entries.add(new LdifEntry(dn, classes(attributes, classes)));
    }

    private static List<LdifAttribute> classes(List<LdifAttribute> attributes, String... classes) {
        List<LdifAttribute> all = new ArrayList<>(attributes);
        for (String name : classes) {
            all.add(LdifAttribute.of("objectClass", name));
        }
        return all;
    }
}
