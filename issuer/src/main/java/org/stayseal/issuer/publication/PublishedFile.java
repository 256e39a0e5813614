package org.stayseal.issuer.publication;

import java.net.URI;
import java.util.HexFormat;
import org.stayseal.spec.bytes.Sha256;

/**
 * One published file, ready to serve.
 *
 * @param path below the public address, without a slash at its begin: {@code trust/snapshot}
 * @param mediaType what it is
 * @param etag strong, with its quotes: a hash of the bytes
 * @param bytes the file; shared, not to be changed
 */
record PublishedFile(String path, String mediaType, String etag, byte[] bytes) {

    static PublishedFile of(String path, String mediaType, byte[] bytes) {
        return new PublishedFile(path, mediaType, etag(bytes), bytes);
    }

    /** Where a status list is served, by its address. */
    static String path(String address, URI base) {
        return address.startsWith(base + "/")
                ? address.substring(base.toString().length() + 1)
                : address;
    }

    /** A strong validator: the first half of SHA-256. */
    static String etag(byte[] bytes) {
        return '"' + HexFormat.of().formatHex(Sha256.of(bytes), 0, 16) + '"';
    }
}
