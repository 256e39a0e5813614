package org.stayseal.trust.reader;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.stayseal.spec.FormatException;
import org.stayseal.spec.trust.DocumentKind;
import org.stayseal.spec.trust.Fingerprint;
import org.stayseal.spec.trust.Root;
import org.stayseal.spec.trust.SignedDocument;

/**
 * The root that a reader was given out of band (TRUST-33): one version of a chain, by its fingerprint.
 *
 * @param fingerprint of a root's payload
 */
public record Pin(Fingerprint fingerprint) {

    /**
     * A root document, or a text that holds nothing but a fingerprint.
     *
     * @throws FormatException if it is neither, or a root that its own keys do not accept
     */
    public static Pin of(byte[] fileContent) throws FormatException {
        if (fileContent.length < 1_000 && (fileContent.length == 0 || fileContent[0] != '{')) {
            try {
                return new Pin(Fingerprint.parse(new String(fileContent, StandardCharsets.UTF_8)));
            } catch (IllegalArgumentException e) {
                throw FormatException.wrongFormat("TRUST-32", "neither a root document nor a fingerprint of 64 digits");
            }
        }
        SignedDocument document = SignedDocument.read(fileContent, DocumentKind.ROOT);
        Root.read(document);
        return new Pin(document.fingerprint());
    }

    /**
     * As typed: a fingerprint, else the name of a file that holds a root document or a fingerprint.
     *
     * @throws FormatException if it is neither, or the file holds neither
     * @throws IOException if the file cannot be read
     */
    public static Pin parse(String fingerprintOrFile) throws FormatException, IOException {
        try {
            return new Pin(Fingerprint.parse(fingerprintOrFile));
        } catch (IllegalArgumentException e) {
            try {
                Path file = Path.of(fingerprintOrFile);
                if (Files.size(file) > DocumentKind.ROOT.maxBytes()) {
                    throw FormatException.wrongFormat("TRUST-1", "a file too large to be a root document");
                }
                return of(Files.readAllBytes(file));
            } catch (InvalidPathException notAName) {
                throw FormatException.wrongFormat(
                        "TRUST-32", "neither a fingerprint of 64 digits nor the name of a file");
            }
        }
    }
}
