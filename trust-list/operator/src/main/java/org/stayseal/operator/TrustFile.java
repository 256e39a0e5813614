package org.stayseal.operator;

import java.nio.file.Path;
import java.security.cert.X509CRL;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.stayseal.spec.FormatException;
import org.stayseal.spec.signing.Crypto;
import org.stayseal.spec.trust.DocumentKind;
import org.stayseal.spec.trust.Root;
import org.stayseal.spec.trust.SignedDocument;
import org.stayseal.spec.trust.TrustList;
import org.stayseal.trust.reader.SnapshotArchive;

/**
 * A file of an authority: a snapshot, or one signed document. Read, not yet verified.
 *
 * @param name as it was given
 * @param bytes the whole
 * @param document the one document; empty for a snapshot
 */
record TrustFile(String name, byte[] bytes, Optional<SignedDocument> document) {

    static TrustFile read(Path file) throws CommandFailed {
        byte[] bytes = InputFile.read(file, SnapshotArchive.MAX_BYTES);
        if (bytes.length > 1 && bytes[0] == 'P' && bytes[1] == 'K') {
            return new TrustFile(file.toString(), bytes, Optional.empty());
        }
        FormatException last = null;
        for (DocumentKind kind : DocumentKind.values()) {
            try {
                return new TrustFile(file.toString(), bytes, Optional.of(SignedDocument.read(bytes, kind)));
            } catch (FormatException e) {
                // The headers say of what kind it is; a document of another kind breaks TRUST-11 alone.
                last = last == null || !"TRUST-11".equals(e.rule()) ? e : last;
            }
        }
        throw new CommandFailed(
                Exit.REFUSED,
                file + " is neither a snapshot nor a document of trust"
                        + (last == null ? "" : ", " + last.rule() + ": " + last.getMessage()),
                "give snapshot.zip, root.json, trust-list.json or another file of a publication");
    }

    boolean isSnapshot() {
        return document.isEmpty();
    }

    /** The trust list in it, not verified. */
    TrustList trustList() throws CommandFailed {
        try {
            if (document.isPresent()) {
                if (document.get().kind() == DocumentKind.TRUST_LIST) {
                    return TrustList.read(document.get());
                }
                throw new CommandFailed(Exit.USAGE, name + " is not a trust list", "give a snapshot or a trust list");
            }
            byte[] list = SnapshotArchive.read(bytes).get("trust-list.json");
            if (list == null) {
                throw new CommandFailed(Exit.REFUSED, name + " has no trust list in it", "fetch it again");
            }
            return TrustList.read(SignedDocument.read(list, DocumentKind.TRUST_LIST));
        } catch (FormatException e) {
            throw refused(name, e);
        }
    }

    /** The newest root in it, not verified; a trust list alone has none. */
    Optional<Root> newestRoot() throws CommandFailed {
        try {
            if (document.isPresent()) {
                return document.get().kind() == DocumentKind.ROOT
                        ? Optional.of(Root.read(document.get()))
                        : Optional.empty();
            }
            var files = SnapshotArchive.read(bytes);
            Optional<Root> newest = Optional.empty();
            byte[] root = files.get("root/1.json");
            for (int n = 2; root != null; n++) {
                newest = Optional.of(Root.read(SignedDocument.read(root, DocumentKind.ROOT)));
                root = files.get("root/" + n + ".json");
            }
            return newest;
        } catch (FormatException e) {
            throw refused(name, e);
        }
    }

    /** The CRLs in it, not verified; a document alone has none. */
    List<X509CRL> crls() throws CommandFailed {
        List<X509CRL> crls = new ArrayList<>();
        try {
            if (isSnapshot()) {
                for (Map.Entry<String, byte[]> file :
                        SnapshotArchive.read(bytes).entrySet()) {
                    if (file.getKey().startsWith("crl/")) {
                        crls.add(Crypto.revocationList(file.getValue()));
                    }
                }
            }
            return crls;
        } catch (FormatException e) {
            throw refused(name, e);
        }
    }

    static CommandFailed refused(String name, FormatException e) {
        return new CommandFailed(
                Exit.REFUSED,
                name + " is refused, " + e.rule() + ": " + e.getMessage(),
                "fetch it again, from the authority itself");
    }
}
