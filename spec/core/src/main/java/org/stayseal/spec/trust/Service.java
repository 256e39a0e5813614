package org.stayseal.spec.trust;

import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.stayseal.spec.signing.DistinguishedName;

/** A listed key and what it is for (TRUST-42). */
public sealed interface Service {

    /** Its name for people. */
    List<LocalText> name();

    /** Its states. */
    StateHistory states();

    /** A country signing certification authority, the issuer of signer certificates. */
    record Csca(List<LocalText> name, X509Certificate certificate, StateHistory states, Scope scope)
            implements Service {
        /** Keeps its own list. */
        public Csca {
            name = List.copyOf(name);
        }

        /** The subject alone: a provider's own words for a certificate may be an error. */
        @Override
        public String toString() {
            return "CSCA " + DistinguishedName.subject(certificate);
        }
    }

    /** What a signer signs. */
    enum SignerKind {
        /** ICAO visible digital seals and datastructures for barcodes (docs 20, 21). */
        SEAL("[0-9A-F]{4}|IDB-[0-9A-F]{2}(-[0-9A-F]{2})?"),
        /** Residence credentials (docs 30) and continuations (docs 32). */
        CREDENTIAL(Scope.CREDENTIAL + "|" + Scope.CONTINUATION),
        /** ICAO visible digital seals for non-constrained environments (docs 22). */
        VDS_NC("(?=.{3,64}$)[a-z0-9-]+(\\.[a-z0-9-]+){1,7}");

        private final Pattern documentTypes;

        SignerKind(String documentTypes) {
            this.documentTypes = Pattern.compile(documentTypes);
        }

        /** Whether a key of this kind signs documents that are named so (TRUST-43). */
        public boolean signs(String documentType) {
            return documentTypes.matcher(documentType).matches();
        }
    }

    /** A key that signs permits. */
    record PermitSigner(
            SignerKind kind,
            List<LocalText> name,
            X509Certificate certificate,
            StateHistory states,
            Scope scope,
            Term term,
            Optional<LegalEffect> legalEffect)
            implements Service {
        /** Keeps its own list. */
        public PermitSigner {
            name = List.copyOf(name);
            boolean credential = kind == SignerKind.CREDENTIAL;
            if (scope.documentTypes().isEmpty()
                    || !scope.documentTypes().stream().allMatch(kind::signs)
                    || credential == scope.purposes().isEmpty()) {
                throw new IllegalArgumentException("the scope is not one of this kind of signer");
            }
            if (states.now() == KeyState.RETIRED && term.signsUntil().isAfter(states.since())) {
                throw new IllegalArgumentException("a retired signer's term is over");
            }
        }

        /** The subject alone: a provider's own words for a certificate may be an error. */
        @Override
        public String toString() {
            return kind + " signer " + DistinguishedName.subject(certificate);
        }
    }

    /**
     * A key that signs status lists, and the seal revocation list if it says so (TRUST-44).
     *
     * @param prefixes of status URIs, each ending in a slash
     */
    record StatusKey(
            List<LocalText> name, TrustKey key, StateHistory states, List<String> prefixes, boolean sealRevocations)
            implements Service {

        static final int MAX_PREFIX = 500;
        private static final Pattern REST = Pattern.compile("[A-Za-z0-9_-]{1,64}");

        /** Refuses a prefix of another form. */
        public StatusKey {
            name = List.copyOf(name);
            prefixes = List.copyOf(prefixes);
            if (!prefixes.stream().allMatch(StatusKey::isPrefix)) {
                throw new IllegalArgumentException("a prefix of status URIs ends in a slash");
            }
        }

        /** Whether this key signs the list of that URI, now. */
        public boolean signs(String statusUri) {
            return states.now().signs()
                    && prefixes.stream()
                            .anyMatch(prefix -> statusUri.startsWith(prefix)
                                    && REST.matcher(statusUri.substring(prefix.length()))
                                            .matches());
        }

        static boolean isPrefix(String text) {
            return text.length() > 1
                    && text.length() <= MAX_PREFIX
                    && text.endsWith("/")
                    && text.chars().allMatch(c -> c > 0x20 && c < 0x7F);
        }
    }
}
