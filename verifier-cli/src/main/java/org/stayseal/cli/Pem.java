package org.stayseal.cli;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A certificate file, which people keep in DER or in PEM (RFC 7468). */
final class Pem {

    private static final Pattern BLOCK =
            Pattern.compile("-----BEGIN CERTIFICATE-----([A-Za-z0-9+/=\\s]+)-----END CERTIFICATE-----");

    private Pem() {}

    /** The DER in the first PEM block; the bytes as they are if there is none. */
    static byte[] orDer(byte[] file) {
        Matcher block = BLOCK.matcher(new String(file, StandardCharsets.ISO_8859_1));
        try {
            return block.find() ? Base64.getMimeDecoder().decode(block.group(1)) : file;
        } catch (IllegalArgumentException e) {
            return file;
        }
    }
}
