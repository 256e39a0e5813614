package org.stayseal.trust.authority.pkd;

/**
 * Something of the directory, whole as it was in the file.
 *
 * @param branch where it was
 * @param country two letters, of the node above it
 * @param conformant whether it was among what ICAO found to follow Doc 9303
 * @param content a master list (CMS), a certificate or a CRL, not looked into
 */
public record PkdObject(PkdBranch branch, String country, boolean conformant, byte[] content) {

    /** Keeps its own bytes. */
    public PkdObject {
        content = content.clone();
    }

    @Override
    public byte[] content() {
        return content.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PkdObject object
                && object.branch == branch
                && object.country.equals(country)
                && object.conformant == conformant
                && java.util.Arrays.equals(object.content, content);
    }

    @Override
    public int hashCode() {
        return java.util.Objects.hash(branch, country, conformant, java.util.Arrays.hashCode(content));
    }

    @Override
    public String toString() {
        return branch + " of " + country + " (" + content.length + " bytes)";
    }
}
