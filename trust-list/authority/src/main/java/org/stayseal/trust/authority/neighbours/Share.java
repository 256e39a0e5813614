package org.stayseal.trust.authority.neighbours;

import java.util.Map;
import org.stayseal.spec.trust.Notice;

/**
 * How much of the bounds of one list and one snapshot a neighbour may use (TRUST-1, TRUST-41, TRUST-63): what is not kept for the country itself, in equal parts, so that no neighbour can crowd out
 * this country or another neighbour.
 *
 * @param services in its list
 * @param listBytes of its list
 * @param files in its snapshot
 * @param fileBytes of all of them
 */
record Share(int services, int listBytes, int files, long fileBytes) {

    private static final int SERVICES = 8_000;
    private static final int LIST_BYTES = 5_000_000;
    private static final int FILES = 3_000;
    private static final long FILE_BYTES = 48_000_000;
    private static final String TRUST_LIST = "trust-list.json";

    /** @param neighbours how many are pinned, at least one */
    static Share ofOneIn(int neighbours) {
        return new Share(SERVICES / neighbours, LIST_BYTES / neighbours, FILES / neighbours, FILE_BYTES / neighbours);
    }

    void require(NeighbourSnapshot offered) throws NeighbourRefusedException {
        Map<String, byte[]> all = offered.files();
        byte[] list = all.get(TRUST_LIST);
        long bytes = all.values().stream().mapToLong(content -> content.length).sum();
        if (list == null
                || list.length > listBytes
                || offered.snapshot().trustList().services().count() > services
                || offered.snapshot().trustList().notices().size() > Notice.MAX_NOTICES
                || all.size() > files
                || bytes > fileBytes) {
            throw new NeighbourRefusedException(
                    "it is larger than the part of the combined list that one neighbour has: "
                            + services + " services, a list of " + listBytes + " bytes, " + files + " files of "
                            + fileBytes
                            + " bytes");
        }
    }
}
